"""Links that tell where the reader came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.markup import attributes
from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..links import Raw, area, in_article, near, tags
from ..model import Hit, Selector, Sighting
from ._tracking import SIGNS, read

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
    links = [(tag, source[tag.start : tag.end].lower()) for tag in tags(document, "a")]
    links = [(tag, raw) for tag, raw in links if "?" in raw or "#" in raw or "urldefense" in raw]
    together = "".join([raw for _, raw in links])
    signs = [sign for sign in SIGNS if sign in together]
    for tag, raw in links:
        if not any(sign in raw for sign in signs):
            continue
        every = attributes(source, *tag)
        given = every.get("href")
        if given is None:
            continue
        found = read(Raw(source[given[1] : given[2]], given[1]))
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
