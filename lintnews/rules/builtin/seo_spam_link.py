"""Links planted for search engines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...document.charref import decode
from ...document.markup import TAG, attributes
from ...document.model import Document
from ...finding import Edit
from ...span import Span
from ..define import marked, rule
from ..links import area, belongs, element, following, host, in_article, link, near, tags, unwrap
from ..model import Hit, Selector, Sighting

# What is sold by planted links. In each: words of which one stands in every such link (small letters),
# what its text says, and what another paragraph says where the article is about the same.
_PRAISE = (
    r"(?:the|online|best|top(?: \d+)?|new|crypto|bitcoin|live|free|real[- ]money|legal|legalne|trusted|safe|paying|uk|us|australian|canadian|irish|indian|"
    r"non[- ]gamstop|mobile|highest|leading|offshore|najlepsze|legalni|sports)"
)
_GOODS = r"(?:online|bonus(?:es)?|sites?|apps?|games?|promo codes?|for real money|real money|free spins|no deposit|not on gamstop|in \w+|uk|platforms?|tips)"
_PILLS = r"(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|modafinil|phentermine|ozempic|steroids|ivermectin|виагр\w)"
_PILL_SHOP = r"(?:online|without (?:a )?prescription|kaufen|pills|tablets|cheap|for sale|rezeptfrei|sin receta|sans ordonnance|senza ricetta|generic|generika|overnight|uk|usa)"
_TRADES = {
    "gambling": (
        ("casin", "cassino", "kasyn", "slot", "betting", "poker", "bookmaker", "sportsbook", "roulette", "blackjack", "judi", "togel", "sportwett", "wettanb", "apuesta", "apostas",
         "scommesse", "paris sportif", "spielothek", "bukmach",
         "gokken", "goksite", "zakład", "казино", "ставки", "букмекер", "spins", "deposit bonus", "gacor", "bahis"),
        rf"(?:{_PRAISE}[ -])+(?:casinos?|slots?|(?:sports? ?)?betting|poker|roulette|blackjack|bookmakers?|bookies|sportsbooks?|kasyna?|bukmacher\w*)(?:[ -]{_GOODS})*|"
        rf"(?:casinos?|slots?|(?:sports? ?)?betting|poker|roulette|blackjack)(?:[ -]{_GOODS})+|free spins|no deposit bonus(?:es)?|slot gacor|"
        r"(?:situs |bandar |agen )?(?:judi|togel|slot) (?:online|bola|terpercaya|gacor)|(?:online[- ])?casinos? ohne [\w -]+|online[- ]?(?:casinos?|spielothek)|"
        r"sportwetten(?: ohne \w+)?|wettanbieter|casinos? en (?:ligne|línea)|paris sportifs|casas? de apuestas|apuestas deportivas|casinos? (?:sin|sans|senza|zonder|bez) \w+|"
        r"siti (?:di )?scommesse|(?:siti )?casin[oò] online|casas? de apostas|cassinos? online|online (?:gokken|casino's)|goksites?|"
        r"kasyn[oa] (?:online|internetowe)|(?:zakłady|legalni) bukmacher\w+|(?:онлайн[- ])?казино(?:[- ]онлайн)?|ставки на спорт|букмекерск\w+ \w+|bahis siteleri|canlı (?:casino|bahis)",
        r"casin|cassino|kasyn|gambl|\bbets?\b|betting|bookmak|poker|wager|lotter|jackpot|sportsbook|glücksspiel|wette[nr]|spielothek|apuest|apost[ae]|"
        r"scommess|paris sportif|jeux d'argent|gokk|bukmach|казино|ставк|азарт|букмек|\bjudi|slot machine",
    ),
    "pills": (
        ("viagra", "cialis", "levitra", "kamagra", "sildenafil", "tadalafil", "tramadol", "xanax", "modafinil", "phentermine", "ozempic",
         "pharmacy", "apotheke", "виагр", "steroid", "ivermectin"),
        rf"(?:(?:buy|cheap|order|generic|purchase|get|kaufen|acheter|comprar|comprare|acquista|kopen|kup|купить|genuine|legit)[ -])+{_PILLS}(?: {_PILL_SHOP})*|"
        rf"{_PILLS}(?: {_PILL_SHOP})+|viagra|cialis|kamagra|(?:canadian|cheap|best)(?: online)? pharmacy|online pharmacy(?: no prescription)?",
        r"viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|modafinil|phentermine|ozempic|steroid|ivermectin|pharma|drugs?\b|medic|apothek|prescri|farma|лекарств",
    ),
    "loans": (
        ("payday", "loan", "cash advance"),
        r"(?:online |instant |best |fast )?payday loans?(?: online)?|(?:no|bad) credit(?: check)? loans?|(?:instant|quick|fast|same[- ]day) (?:cash |online )?loans?(?: online)?|cash advance(?: loans?)?(?: online)?",
        r"loans?\b|lend|borrow|credit|debt|mortgage",
    ),
    "essays": (
        ("essay", "my paper", "homework", "paper writing", "dissertation", "term paper"),
        r"(?:pay (?:someone )?to )?(?:write|do) my (?:essay|paper|homework|assignment|dissertation)(?: for me)?|(?:best |cheap |custom )?(?:essay|paper|dissertation|thesis)[- ]writing (?:services?|help|company)|"
        r"buy (?:an |cheap )?(?:essays?|term papers?|dissertations?)(?: online)?|(?:essays?|term papers?) for sale|custom essays?|dissertation help|homework help online",
        r"essay|homework|dissertation|plagiar|thesis|term paper|cheat|students?\b",
    ),
    "replicas": (
        ("replica", "fake rolex", "cheap jersey", "cheap nfl", "cheap nba"),
        r"(?:best |cheap |swiss )?(?:rolex |designer )?replica (?:watch(?:es)?|bags?|handbags?|rolex|shoes)|(?:replica|fake) rolex(?: watches)?|cheap (?:nfl |nba |nhl |mlb )?jerseys(?: from china| online)?",
        r"replica|counterfeit|\bfakes?\b|jersey",
    ),
    "escorts": (
        ("escort", "call girl", "sex cam", "porn", "hookup", "order bride"),
        r"[\w ]{0,20}\b(?:escorts?|call girls?)(?: (?:service|agency|in \w+|\w+))?|(?:live |free )?sex ?cams?|(?:free )?porn (?:videos?|sites?)|(?:best )?hookup (?:sites|apps)|mail[- ]order brides?",
        r"escort|call girl|porn|hookup|dating|prostitut|sex work|bride",
    ),
}  # fmt: skip
_HOST_WORDS = (
    r"(?i)casin|slot|\b\w*bets?\d*\.|betting|1xbet|poker|judi|togel|gacor|wett|apuesta|aposta|scommess|gokk|kasyn|bahis|viagra|cialis|kamagra|pharm|meds|"
    r"pills|rx\b|payday|loan|cash|essay|paper|homework|dissertation|replica|jersey|escort|callgirl|porn|sex|cams|hookup|bride"
)

# Styles that nobody sees the words of: for whoever reads the source, and for search engines.
_OFF_SCREEN = (
    r"(?i)(?<![\w-])(?:left|right|top|bottom|margin-left|margin-top)\s*:\s*-\s*\d{3,}|font-size\s*:\s*0(?:\.0\d*)?(?:px|em|rem|pt|%)?\s*(?:[;!]|\Z)"
)
_UNSEEN = (
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0\d*)?\s*(?:[;!]|\Z)|text-indent\s*:\s*-\s*\d{3,}|"
    r"(?<![\w-])height\s*:\s*[01](?:px)?\s*;.*overflow\s*:\s*hidden"
)
# What such a style, or the attribute that hides, holds.
_SIGNS = ("-", "none", "hidden", "size:0", "size: 0", "opacity:0", "opacity: 0")
_SHARES = r"(?i)(?:.+\.)?(?:facebook|twitter|x|linkedin|pinterest|whatsapp|wa|reddit|tumblr|telegram|t|instagram|youtube|tiktok|flipboard|google|apple|vk|xing|threads|bsky|mastodon|getpocket|pocket|addtoany|addthis|wordpress|gravatar|creativecommons)\.\w{2,4}"
_HOST_NAMES = r"casin|1xbet|togel|gacor|viagra|cialis|payday|essay|replica|escort|porn"
_LONGEST_HIDDEN = 4000


class _Planted(NamedTuple):
    trade: str
    tag: Span
    host: str
    sold: bool  # by its host's name as well


@rule(
    "link/seo-spam-link",
    summary="Link planted for search engines",
    message="A link planted for search engines",
    severity="error",
    since="0.1.0",
    repairs=True,
    where=Selector(formats=("html",)),
    tags=("link", "spam"),
    why="""
Whoever breaks into a site, or buys a place in its articles, plants links to casinos, pill
shops, lenders and essay mills: out of sight, or with a sentence among others. A copy
spreads them, and search engines punish the copy.

Hidden is a piece of the article whose own style puts it off the screen or sets it in letters
of no size, with a link to another site in it; one that is merely not displayed counts
only with a link of such a trade. A link in sight counts when its text is the trade's phrase, it leads
to another site whose address says the same, and no other paragraph speaks of the matter, so
that news about the trade stay clean. Where only the path says so, it is a warning.
""",
    examples=(
        marked(
            "off the screen",
            '<p>The vote was close.⟦<span style="position: absolute; top: -9990px;">See <a href="http://a.example/x">the best '
            'rugs</a> and <a href="http://b.example">more</a>.</span>⟧</p><p>The band slept.</p>',
            format="html",
            fixed="<p>The vote was close.</p><p>The band slept.</p>",
        ),
        marked(
            "not displayed, in letters of no size",
            "<p>The vote was close.</p>⟦<div style='display:none'><a href=\"http://lucky.example\">best online casinos</a></div>⟧"
            '<p>The band ⟦<b style="font-size:0">has <a href="//rugs.example/">rugs</a></b>⟧ slept.</p>',
            format="html",
            fixed="<p>The vote was close.</p><p>The band  slept.</p>",
        ),
        marked(
            "a sentence among others",
            "<p>The vote was close. After the count many look for an ⟦<a href='https://skerrycasino.example/play'>online casino</a>⟧ in the evening.</p>"
            "<p>The band slept.</p>",
            format="html",
            fixed="<p>The vote was close. After the count many look for an online casino in the evening.</p><p>The band slept.</p>",
        ),
        marked(
            "the phrase and the path",
            '<p>The vote was close. Students ⟦<a href="https://skerry.example/write-my-essay">write my essay</a>⟧ before it.</p><p>The band slept.</p>',
            format="html",
        ),
        marked(
            "news about the trade, a hidden menu, and a link that is only named after it",
            '<h1>Island taxes casinos</h1><p>The <a href="https://skerrycasino.example/">online casino</a> will pay more.</p>'
            '<p>The town and <a href="https://slots.example/">its slot on the quay</a>.</p>'
            '<div style="display:none"><a href="https://share.example/?u=1">Share this</a></div>',
            format="html",
        ),
    ),
)
def seo_spam_link(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the hidden links, and then those in sight."""
    links = [tag for tag in tags(document, "a") if "//" in document.source[tag.start : tag.end]]
    if not links:
        return
    hidden = sorted(_hidden(document, links), key=lambda hit: hit.place or hit.span)
    taken: list[Span] = []
    for hit in hidden:
        if hit.place and not (taken and taken[-1].contains(hit.place)):
            taken.append(hit.place)
            yield hit
    planted = [one for one in _planted(document, links) if not any(place.contains(one.tag) for place in taken)]
    for one in planted:
        if not in_article(document, one.tag) or not _is_foreign(document, one.host) or _is_about(document, one, planted):
            continue
        sure = one.sold or len({other.host for other in planted if other.trade == one.trade}) > 1
        found = link(document, one.tag)
        place = Span(one.tag.start, found[1].end) if found else one.tag
        yield Hit(
            near(document, one.tag.end),
            (f"{one.trade}, of which the article says nothing else", f"leads to {one.host}"),
            severity=None if sure else "warning",
            applicability=None if sure else "unsafe",
            place=place,
            edits=unwrap(document, one.tag),
        )


def _planted(document: Document, links: Sequence[Span], *, by_text: bool = False) -> list[_Planted]:
    """The links to other sites whose text, and unless `by_text` address, is of one of the trades."""
    source = document.source
    together = "\n".join([source[tag.start : tag.end + 100] for tag in links]).lower()
    found: list[_Planted] = []
    for trade, (words, phrase, _) in _TRADES.items():
        words = tuple(word for word in words if word in together)
        if not words:
            continue
        for tag in links:
            raw = source[tag.start : tag.end + 100].lower()
            if not any(word in raw for word in words):
                continue
            url = attributes(source, *tag).get("href", ("", 0, 0))[0]
            name, shown = host(url), link(document, tag)
            if name and shown and re.fullmatch(rf"(?i)(?:the |an? |this |these |your )?(?:{phrase})", shown[0].strip(" .,:;!?\"'“”")):
                sold = re.search(_HOST_WORDS, name) is not None
                if sold or by_text or re.search(_HOST_WORDS, url.partition("//")[2].partition("/")[2]):
                    found.append(_Planted(trade, tag, name, sold))
    return found


def _is_about(document: Document, one: _Planted, planted: Sequence[_Planted]) -> bool:
    """Whether the headline or a paragraph without planted links speaks of the trade, too."""
    inside = {block.index for other in planted if (block := following(document, other.tag.end))}
    words = re.compile(_TRADES[one.trade][2], re.IGNORECASE)
    texts = [document.block_text(block) for block in document.blocks if block.index not in inside and block.region != "hidden"]
    titles = [field.value for field in document.meta.headlines]
    return any(words.search(text) for text in (*titles, *texts))


def _is_foreign(document: Document, name: str) -> bool:
    own = host(document.meta.url.value) if document.meta.url else ""
    return bool(name) and not (own and (name.endswith(own) or own.endswith(name))) and not re.fullmatch(_SHARES, name)


def _hidden(document: Document, links: Sequence[Span]) -> Iterator[Hit]:
    """The pieces of the article that are out of sight and hold links to other sites."""
    source = document.source
    for tag in _hiding_tags(document):
        style = attributes(source, *tag).get("style", ("", 0, 0))[0]
        off = re.search(_OFF_SCREEN, style) is not None
        if not off and not re.search(_UNSEEN, style) and "hidden" not in attributes(source, *tag):
            continue
        place = element(source, tag, _LONGEST_HIDDEN)
        if place is None:
            continue
        inside = links[bisect_left(links, place) : bisect_left(links, Span(place.end, 0))]
        addresses = [attributes(source, *one).get("href", ("", 0, 0))[0] for one in inside]
        hosts = {name for url in addresses if _is_foreign(document, name := host(url))}
        if not hosts or not re.search(r"\w", decode(re.sub(r"<[^<>]*>", "", source[place.start : place.end]))):
            continue
        # A link that is itself off the screen may be there for those who hear the page.
        off = off and inside[0].start > tag.start
        if not (off or _planted(document, inside, by_text=True) or re.search(_HOST_NAMES, " ".join(hosts))):
            continue
        if not belongs(document, tag.start - 1):
            continue
        joins = source[place.start - 1 : place.start].isalnum() and source[place.end : place.end + 1].isalnum()
        yield Hit(
            near(document, place.start),
            ("off the screen" if off else "not displayed", f"leads to {', '.join(sorted(hosts)[:3])}"),
            place=place,
            edits=(Edit(place, " " if joins else ""),),
        )


def _hiding_tags(document: Document) -> Iterator[Span]:
    """The start tags in and around the article that may hide their element, none inside another."""
    source = document.source
    done, end = area(document)
    for word in ("style", "STYLE", " hidden"):
        at = source.find(word, done, end)
        while at >= 0:
            step = at + len(word)
            if any(sign in source[at : at + 300].partition(">")[0] for sign in _SIGNS):
                start = source.rfind("<", max(0, at - 1000), at)
                tag = TAG.match(source, start) if start >= 0 else None
                if tag and tag["name"] and tag.end() > at and tag["name"].lower() not in ("body", "html", "img", "input"):
                    yield Span(*tag.span())
                    step = tag.end()
            at = source.find(word, step, end)
