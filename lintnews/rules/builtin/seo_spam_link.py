"""Links planted for search engines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...document.charref import decode
from ...document.markup import values
from ...document.model import Document
from ...finding import Edit
from ...span import Span
from ..define import marked, rule
from ..links import belongs, element, following, host, in_article, link, near, tags, unwrap
from ..model import Hit, Selector, Sighting
from ._hidden import OFF_SCREEN, UNSEEN, hiding_tags
from ._trades import HOST_NAMES, HOST_WORDS, SHARES, TRADES

_LONGEST_HIDDEN = 4000
# How many spaces the text of a planted link has at most.
_LONGEST_PHRASE = 7


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
    places = [place.start for place in taken]
    planted = [
        one
        for one in _planted(document, links)
        if not ((at := bisect_right(places, one.tag.start)) and taken[at - 1].contains(one.tag))
        and _is_foreign(document, one.host)
        and in_article(document, one.tag)
    ]
    hosts = {trade: {one.host for one in planted if one.trade == trade} for trade in {one.trade for one in planted}}
    honest = {trade for trade in hosts if _is_about(document, trade, planted)}
    for one in planted:
        if one.trade in honest:
            continue
        sure = one.sold or len(hosts[one.trade]) > 1
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
    for trade, (words, phrase, _) in TRADES.items():
        words = tuple(word for word in words if word in together)
        if not words:
            continue
        for tag in links:
            raw = source[tag.start : tag.end + 100].lower()
            if not any(word in raw for word in words):
                continue
            url = values(source[tag.start : tag.end]).get("href", "")
            name, shown = host(url), link(document, tag)
            if not name or not shown or shown[0].count(" ") > _LONGEST_PHRASE:
                continue
            text = shown[0].strip(" .,:;!?\"'“”")
            sold = re.search(HOST_WORDS, name) is not None
            if re.fullmatch(rf"(?i)(?:the |an? |this |these |your )?(?:{phrase})", text):
                fits = sold or by_text or re.search(HOST_WORDS, url.partition("//")[2].partition("/")[2]) is not None
            else:
                fits = sold and re.search(rf"(?i)\b(?:{phrase})\b", text) is not None
            if fits:
                found.append(_Planted(trade, tag, name, sold))
    return found


def _is_about(document: Document, trade: str, planted: Sequence[_Planted]) -> bool:
    """Whether the headline or a paragraph without planted links speaks of the trade, too."""
    inside = {block.index for one in planted if (block := following(document, one.tag.end))}
    texts = [
        document.block_text(block)
        for block in document.blocks
        if block.index not in inside and block.region != "hidden"
    ]
    words = re.compile(TRADES[trade][2], re.IGNORECASE)
    return any(words.search(text) for text in (*(field.value for field in document.meta.headlines), *texts))


def _is_foreign(document: Document, name: str) -> bool:
    own = host(document.meta.url.value) if document.meta.url else ""
    return bool(name) and not (own and (name.endswith(own) or own.endswith(name))) and not re.fullmatch(SHARES, name)


def _hidden(document: Document, links: Sequence[Span]) -> Iterator[Hit]:
    """The pieces of the article that are out of sight and hold links to other sites."""
    source = document.source
    for tag in hiding_tags(document):
        first = bisect_left(links, tag)
        if first == len(links) or links[first].start > tag.end + _LONGEST_HIDDEN:
            continue
        given = values(source[tag.start : tag.end])
        style = given.get("style", "")
        off = re.search(OFF_SCREEN, style) is not None
        if not off and not re.search(UNSEEN, style) and "hidden" not in given:
            continue
        place = element(source, tag, _LONGEST_HIDDEN)
        if place is None:
            continue
        inside = links[first : bisect_left(links, Span(place.end, 0))]
        addresses = [values(source[one.start : one.end]).get("href", "") for one in inside]
        hosts = {name for url in addresses if _is_foreign(document, name := host(url))}
        if not hosts or not re.search(r"\w", decode(re.sub(r"<[^<>]*>", "", source[place.start : place.end]))):
            continue
        # A link that is itself off the screen may be there for those who hear the page.
        off = off and inside[0].start > tag.start
        if not (off or _planted(document, inside, by_text=True) or re.search(HOST_NAMES, " ".join(hosts))):
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
