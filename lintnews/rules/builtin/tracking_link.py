"""Links that tell where the reader came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.markup import attributes
from ...document.model import Document
from ...finding import Edit
from ...span import Span
from ..define import marked, rule
from ..links import Raw, area, host, in_article, near, tags
from ..model import Hit, Selector, Sighting

# Parameters that only count readers: no page needs them to be found.
_PARAMETER = (
    r"(?:amp;)*(?:utm_\w+|utm-\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|piwik_\w+|at_(?:medium|campaign|custom\d|xt_\w+)|"
    r"fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|rdt_cid|epik|igshid|igsh|srsltid|"
    r"mc_cid|mc_eid|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|rb_clickid|"
    r"ml_subscriber(?:_hash)?|ss_email_id|bsft_\w+|_openstat|_ga|_gl|wt_z?mc|xtor|guccounter|guce_referrer(?:_sig)?|"
    r"__twitter_impression|ref_src|fb_(?:action_\w+|source|ref)|s_kwcid|ef_id|cmpid|icid|sca_esv)"
)
# One of these stands in every address that the rule is about.
_SIGNS = (
    "utm_", "utm-", "mtm_", "pk_", "piwik_", "at_", "clid", "braid", "gclsrc", "li_fat_id", "rdt_cid", "epik", "igsh", "mc_",
    "mkt_tok", "_hs", "hsCta", "vero_", "oly_", "wickedid", "ml_subscriber", "ss_email_id", "bsft_", "_openstat", "_ga", "_gl", "wt_",
    "xtor", "guc", "ref_src", "fb_", "s_kwcid", "ef_id", "cmpid", "icid", "sca_esv", "__twitter", "/url?", "l.php", "safelinks", "urldefense",
    "out.reddit", "/away",
)  # fmt: skip
_FRAGMENT = r"(?:xtor|utm_\w+|echobox|at_\w+|intcid|fbclid)=.*"

# Chatbots sign the links that they give with these.
_CHATBOT = r"utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini|grok)(?:\.(?:com|ai))?\Z"

# Addresses that lead somewhere else, with the parameter that says where.
_WRAPPERS = (
    (r"google\.[a-z.]{2,6}/url", ("q", "url")),
    (r"(?:lm?|m)\.(?:facebook|messenger)\.com/l\.php", ("u",)),
    (r"l\.(?:instagram|threads)\.com/", ("u",)),
    (r"[\w.]*safelinks\.protection\.outlook\.com/", ("url",)),
    (r"out\.reddit\.com/", ("url",)),
    (r"(?:vk\.com|away\.vk\.com)/away(?:\.php)?", ("to",)),
    (r"youtube\.com/redirect", ("q",)),
    (r"slack-redir\.net/link", ("url",)),
    (r"steamcommunity\.com/linkfilter/", ("url", "u")),
)
# Wrappers whose target only their maker can read, made for one mailbox or one document.
_MAILBOX = r"urldefense\.(?:com|proofpoint\.com)/v[123]/|[\w.-]*safelinks\.protection\.outlook\.com/"
# What shares or advertises: furniture, whose parameters make it work.
_MACHINERY = r"(?i)[\w.]*(?:google\.[a-z.]{2,6}/aclk|/share(?:r|article)?\b|/intent/|/bookmarklet|/pin/create|/submit\?|wa\.me/|/sendmessage)|googleadservices"
_EMBED = r"(?i)class\s*=\s*[\"']?[^\"'>]*(?:instagram-media|twitter-tweet|twitter-video|tiktok-embed|bluesky-embed|text-post-media)"


@rule(
    "link/tracking-link",
    summary="Link that tracks the reader",
    message="The link tells where its reader came from",
    severity="note",
    since="0.1.0",
    repairs=True,
    where=Selector(formats=("html",)),
    tags=("link", "privacy"),
    why="""
Links copied out of a newsletter, a search or a social network carry parameters that name
the campaign, the click or even the reader, or lead through the network's own address
first. In a copy they count for somebody else, and they break sooner than the page.

Only parameters that no page needs are named (utm_*, fbclid, mc_eid ...), and only they
are taken out; an address behind a network's own is unwrapped when it is written out. A
link signed by a chatbot, or made for one mailbox, is a warning. Shop and partner codes, short
addresses, embedded posts and addresses that the text itself prints stay as they are.
""",
    examples=(
        marked(
            "parameters, with and without others beside them",
            '<p>The <a href="⟦https://skerry.example/vote?utm_source=letter&amp;utm_medium=email⟧">vote</a> was close, said '
            "<a href='⟦https://skerry.example/a?id=3&fbclid=IwAR0x#count⟧'>the clerk</a>.</p>",
            format="html",
            fixed='<p>The <a href="https://skerry.example/vote">vote</a> was close, said '
            "<a href='https://skerry.example/a?id=3#count'>the clerk</a>.</p>",
        ),
        marked(
            "an address behind another one",
            '<p>The <a href="⟦https://www.google.com/url?sa=t&amp;url=https%3A%2F%2Fskerry.example%2Fvote%3Fid%3D3%26n%3D1&amp;usg=x⟧">vote</a>.</p>',
            format="html",
            fixed='<p>The <a href="https://skerry.example/vote?id=3&amp;n=1">vote</a>.</p>',
        ),
        marked(
            "a chatbot's signature",
            '<p>The <a href="⟦https://skerry.example/vote?utm_source=chatgpt.com⟧">vote</a> was close.</p>',
            format="html",
            fixed='<p>The <a href="https://skerry.example/vote">vote</a> was close.</p>',
        ),
        marked(
            "parameters that a page needs, an address in the text, and an embedded post",
            '<p>See <a href="https://skerry.example/?p=12&amp;source=archive&amp;tag=ferry-21">the shop</a>, '
            '<a href="https://skerry.example/?utm_source=x">skerry.example/?utm_source=x</a>, and '
            '<a href="https://skerry.example/utm_source">the page on utm_source</a>.</p>'
            '<blockquote class="instagram-media"><p><a href="https://photos.example/p/1?utm_source=ig_embed">A post</a></p></blockquote>',
            format="html",
        ),
    ),
)
def tracking_link(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the links."""
    source = document.source
    start, end = area(document)
    if not any(source.find(sign, start, end) >= 0 for sign in ("?", "xtor", "urldefense")):
        return
    links = [(tag, source[tag.start : tag.end]) for tag in tags(document, "a")]
    links = [(tag, raw) for tag, raw in links if "?" in raw or "#" in raw or "urldefense" in raw]
    together = "".join([raw for _, raw in links])
    signs = [sign for sign in _SIGNS if sign in together]
    for tag, raw in links:
        if not any(sign in raw for sign in signs):
            continue
        every = attributes(source, *tag)
        given = every.get("href")
        if given is None:
            continue
        found = _read(Raw(source[given[1] : given[2]], given[1]))
        if found is None or not in_article(document, tag) or _in_embed(document, tag):
            continue
        reason, edits, sure = found
        if _is_printed(source, tag, given[0]):
            continue
        yield Hit(
            near(document, tag.end),
            (reason,),
            severity="warning" if sure else None,
            # Whoever pays for a link may count on its parameters.
            applicability="unsafe" if "sponsored" in every.get("rel", ("", 0, 0))[0] else None,
            place=Span(given[1], given[2]),
            edits=edits,
        )


def _read(raw: Raw) -> tuple[str, tuple[Edit, ...], bool] | None:
    """What is wrong with an address, the edits that repair it, and whether it is worth a warning."""
    url = raw.value
    address = re.sub(r"(?i)\A\s*(?:https?:)?//(?:www\.)?", "", url)
    personal = re.match(_MAILBOX, address, re.IGNORECASE) is not None
    for pattern, names in _WRAPPERS:
        if re.match(pattern, address, re.IGNORECASE):
            target = _target(url, names)
            if target:
                edit = Edit(raw.span(0, len(url)), target.replace("&", "&amp;").replace('"', "%22").replace("'", "%27"))
                return f"leads through {host(url)}", (edit,), personal
    if personal:
        return "leads through the filter of one mailbox", (), True
    return None if re.match(_MACHINERY, address) or re.search(_MACHINERY, address.partition("?")[0]) else _parameters(raw)


def _target(url: str, names: Sequence[str]) -> str:
    """The address that a wrapper leads to, or ""."""
    from urllib.parse import parse_qs, unquote

    given = parse_qs(url.partition("?")[2].partition("#")[0])
    for name in names:
        for value in given.get(name, ()):
            target = unquote(value) if re.match(r"(?i)https?%3a", value) else value
            if re.match(r"(?i)https?://[^/\s<>]+\.[^/\s<>]+[^\s<>]*\Z", target):
                return target
    return ""


def _parameters(raw: Raw) -> tuple[str, tuple[Edit, ...], bool] | None:
    url = raw.value
    rest, fragment = (url.find("#") if "#" in url else len(url)), url.partition("#")[2]
    mark = url.find("?", 0, rest)
    edits: list[Edit] = []
    names: list[str] = []
    sure = False
    if mark > 0:
        pieces = url[mark + 1 : rest].split("&")
        starts = [mark + 1]
        for piece in pieces[:-1]:
            starts.append(starts[-1] + len(piece) + 1)
        drop = [_tracks(piece) for piece in pieces]
        names = [re.sub("(?:amp;)*", "", piece, count=1).partition("=")[0] for piece, bad in zip(pieces, drop, strict=True) if bad]
        sure = any(bad and re.search(_CHATBOT, piece) for piece, bad in zip(pieces, drop, strict=True))
        at = 0
        while at < len(pieces):
            to = at
            while to < len(pieces) and drop[to]:
                to += 1
            if to > at:
                # With the sign behind them, or before them where they come last.
                begin, end = (starts[at], starts[to]) if to < len(pieces) else (starts[at] - 1, rest)
                edits.append(Edit(raw.span(begin, end)))
            at = to + 1
    if rest > 0 and re.fullmatch(_FRAGMENT, fragment, re.IGNORECASE):
        names.append(fragment.partition("=")[0])
        if edits and edits[-1].span.end == raw.span(rest, rest).start:
            edits[-1] = Edit(Span(edits[-1].span.start, raw.span(len(url), len(url)).end))
        else:
            edits.append(Edit(raw.span(rest, len(url))))
    if not edits:
        return None
    kinds = ", ".join(dict.fromkeys(names))
    return (f"signed by a chatbot ({kinds})" if sure else f"carries {kinds}"), tuple(edits), sure


def _tracks(piece: str) -> bool:
    name, equals, value = piece.partition("=")
    if not equals or not re.fullmatch(_PARAMETER, name, re.IGNORECASE):
        return False
    return name.lower() != "ref_src" or value.lower().startswith("twsrc")


def _is_printed(source: str, tag: Span, url: str) -> bool:
    """Whether the link's text is the address with its parameters, which then is what the article is about."""
    shown = source[tag.end : tag.end + len(url) + 20]
    return "?" in shown.partition("</")[0] and "=" in shown.partition("</")[0]


def _in_embed(document: Document, tag: Span) -> bool:
    block = document.block_at(near(document, tag.end).start)
    at = block.parent
    while at >= 0:
        name, start, parent, *_ = document.elements.opened[at]
        if name == "blockquote":
            return re.search(_EMBED, document.source[start : document.source.find(">", start) + 1]) is not None
        at = parent
    return False
