"""The links and images of an article, as the rules about markup see them.

Nothing is parsed that need not be: one search for tags that start a link or an
image, in the part of the source that holds the article, shared by all rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from ..document.charref import decode, references
from ..document.markup import TAG
from ..document.model import Block, Document
from ..document.sourcemap import visible
from ..finding import Edit
from ..span import Span

_START = r"<(?:!--|(?:a|img|script|style|textarea|iframe|title|xmp)(?=[\s/>]))"
_NEXT_LINK_TAG = r"</?[aA](?=[\s/>])"
_PAGE_REGIONS = ("header", "navigation", "comments", "footer")
# How far a link's text reaches at most; what is longer was left open.
_LONGEST = 3000
# How many tags before another are asked whether it stands inside them.
_BACK = 4


def area(document: Document) -> Span:
    """The part of an HTML source that holds the article: all of it, or the smallest element around its blocks."""
    return document.remember("link area", lambda: _area(document))  # type: ignore[no-any-return]


def _area(document: Document) -> Span:
    body = document.body
    if document.format != "html" or not body:
        return Span(0, 0)
    if all(block.region == "hidden" or block.index in _inside(document) for block in document.blocks):
        return Span(0, len(document.source))
    around: list[int] = []
    at = body[0].parent
    while at >= 0:
        around.append(at)
        at = document.elements.opened[at][2]
    last = body[-1].index
    for at in around:
        if document.elements.lasts[at] > last:
            return Span(document.elements.opened[at][1], document.elements.ends[at])
    return Span(body[0].runs[0][0], body[-1].runs[-1][1])


def _inside(document: Document) -> frozenset[int]:
    return document.remember(  # type: ignore[no-any-return]
        "blocks inside", lambda: frozenset(block.index for block in document.body)
    )


def tags(document: Document, name: str) -> list[Span]:
    """The start tags of the article's links (`a`) or images (`img`), in order; some may stand beside the article."""
    found: dict[str, list[Span]] = document.remember("link tags", lambda: _tags(document))
    return found[name]


def _tags(document: Document) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {"a": [], "img": []}
    start, end = area(document)
    source = document.source
    search = re.compile(_START, re.IGNORECASE).search
    while hint := search(source, start, end):
        match = TAG.match(source, hint.start())
        if match is None:
            start = hint.end()
            continue
        start = match.end()
        if match["name"]:
            found[match["name"].lower()].append(Span(*match.span()))
    return found


def in_article(document: Document, tag: Span) -> bool:
    """Whether the element around a tag belongs to the article, and what it links with it; code does not."""
    if not belongs(document, tag.start) or _in_attribute(document.source, tag.start):
        return False
    block = following(document, tag.end)
    if block is None:
        return True
    if block.role == "code":
        return False
    closing = re.compile(_NEXT_LINK_TAG).search(document.source, tag.end)
    # A block that starts after the link ends says nothing about it.
    return block.index in _inside(document) or closing is None or abs(block.runs[0][0]) >= closing.start()


def _in_attribute(source: str, at: int) -> bool:
    """Whether what looks like a tag stands in an attribute of another one, as far as a few tags back tell."""
    start = at
    for _ in range(_BACK):
        start = source.rfind("<", max(0, at - _LONGEST), start)
        if start < 0:
            return False
        match = TAG.match(source, start)
        if match and match["name"] and match.end() > at:
            return True
    return False


def belongs(document: Document, at: int) -> bool:
    """Whether the innermost element with text around a place of the source holds some of the article."""
    elements = document.elements
    opened = elements.opened
    place = bisect_right(opened, at, key=itemgetter(1)) - 1
    while place >= 0 and (elements.ends[place] <= at or elements.lasts[place] == opened[place][3]):
        place = opened[place][2]
    inside = _inside(document)
    return place < 0 or any(i in inside for i in range(opened[place][3], elements.lasts[place]))


def following(document: Document, at: int) -> Block | None:
    """The block that holds the source offset, or the first one after it."""
    ends: list[int] = document.remember("block ends", lambda: [block.runs[-1][1] for block in document.blocks])
    place = bisect_right(ends, at)
    return document.blocks[place] if place < len(ends) else None


def is_stored(document: Document) -> bool:
    """Whether the source is an article as it was stored or sent: without scripts and a site's head or menu."""
    return document.remember("stored", lambda: _is_stored(document))  # type: ignore[no-any-return]


def _is_stored(document: Document) -> bool:
    if any(block.region in _PAGE_REGIONS for block in document.blocks):
        return False
    source = document.source
    if "<script" not in source and "<SCRIPT" not in source:
        return True
    return not re.search(r"(?i)<script(?![^>]*ld\+json)[\s>]", source)


def near(document: Document, at: int) -> Span:
    """The empty span of the text that stands where the source offset `at` is, give or take a space."""
    block = following(document, at) or document.blocks[-1]
    before = [document.source[max(0, start) : min(end, at)] for start, end in block.runs if 0 <= start < at]
    place = min(block.start + len(visible(before, True)), block.end)
    return Span(place, place)


def link(document: Document, tag: Span) -> tuple[str, Span] | None:
    """The text of the link that starts with a tag, and the place of its end tag; None for one left open."""
    source = document.source
    closing = re.compile(_NEXT_LINK_TAG).search(source, tag.end, tag.end + _LONGEST)
    if closing is None or source[closing.start() + 1] != "/":
        return None
    end = TAG.match(source, closing.start())
    if end is None:
        return None
    inner = re.sub(r"<[^<>]*>", " ", source[tag.end : closing.start()])
    return " ".join(decode(inner).split()), Span(*end.span())


def unwrap(document: Document, tag: Span) -> tuple[Edit, ...]:
    """The edits that take a link away and leave its text; none for a link left open."""
    found = link(document, tag)
    return (Edit(tag), Edit(found[1])) if found else ()


def element(source: str, tag: Span, longest: int = 20000) -> Span | None:
    """The element that starts with a tag, up to its end tag; None when it is longer than `longest` or never ends."""
    name = re.match(r"<([a-zA-Z][\w-]*)", source[tag.start : tag.end])
    if name is None:
        return None
    depth = 1
    for match in re.finditer(rf"(?i)<(/?){name[1]}(?=[\s/>])[^>]*>", source[tag.end : tag.end + longest]):
        depth += -1 if match[1] else not match[0].endswith("/>")
        if depth == 0:
            return Span(tag.start, tag.end + match.end())
    return None


def host(url: str) -> str:
    """The host that an absolute address names, in small letters and without "www.", or ""."""
    match = re.match(r"(?i)\s*(?:https?:)?//([^/?#\s]+)", url)
    name = match[1].lower().rpartition("@")[2] if match else ""
    return re.sub(r"(?<=[^:\]]):\d*\Z|\A(?:www\.)+", "", name)


class Raw:
    """An attribute value as it stands in the source, with the place of every decoded character."""

    __slots__ = ("_places", "value")

    def __init__(self, raw: str, start: int) -> None:
        parts: list[str] = []
        places: list[int] = []
        at = 0
        for begin, end, meaning in references(raw, attribute=True):
            parts += raw[at:begin], meaning
            places += range(start + at, start + begin)
            places += [start + begin] * len(meaning)
            at = end
        parts.append(raw[at:])
        places += range(start + at, start + len(raw) + 1)
        self.value = "".join(parts)
        self._places = places

    def span(self, start: int, end: int) -> Span:
        """Where the decoded characters [start, end) stand in the source."""
        return Span(self._places[start], self._places[end])
