"""Replacing or deleting words inside a block, without breaking the markup around them."""

from __future__ import annotations

import re

from ..document.model import Document
from ..finding import Edit
from ..span import Span

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_TAGS_BEFORE = re.compile(r"(?:<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>\s*)\Z")
_TAGS_AFTER = re.compile(r"\s*</[a-zA-Z][^<>]*>")
_BREAKS = re.compile(r"(?:\s*<br\s*/?>)+", re.IGNORECASE)
_VOID = frozenset("br img hr wbr input source meta link area base col embed param track".split())
INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u "
    "var".split()
)
"""Elements that stand in a line of text and part nothing."""

# Marks that no space stands before once the word between has gone.
_CLOSING = ",.;:!?)]}…”’»"

# How far before a deletion the tags are looked at that it may empty.
_NEAR = 1000

_MARKS = ("***", "**", "*", "___", "__", "_", "~~", "``", "`")
_LINK_END = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")


def inline_edits(document: Document, span: Span, repair: str) -> tuple[Edit, ...]:
    """The edits that replace a span of the text inside one block by `repair` ("" deletes it)."""
    span = span if repair else _with_one_space(document, span)
    hull = document.source_span(span)
    if document.format == "text":
        return (Edit(hull, repair),)
    widen = _around_tags if document.format == "html" else _around_marks
    balanced = _is_balanced if document.format == "html" else _has_even_marks
    source = document.source
    whole = widen(source, hull) if not repair else hull
    if balanced(source[whole.start : whole.end]):
        return (Edit(_with_breaks(source, whole) if not repair else whole, repair),)
    # The span begins or ends inside an element: only its characters go, the tags stay.
    pieces = document.source_pieces(span)
    return tuple(Edit(piece, repair if i == 0 else "") for i, piece in enumerate(pieces))


def _with_one_space(document: Document, span: Span) -> Span:
    """`span` with one of the two spaces that would meet, or with the one left at the block's edge."""
    text = document.text
    block = document.block_at(span.start)
    start, end = span
    opens = start <= block.start or text[start - 1].isspace()
    closes = end >= block.end or text[end].isspace()
    if opens and start > block.start and not closes and text[end] in _CLOSING:
        return Span(start - 1, end)
    if not (opens and closes):
        return span
    # A line break stays where it is, as long as the other space can go.
    before, after = start > block.start, end < block.end
    if before and not (after and _breaks_line(document, start - 1)):
        return Span(start - 1, end)
    return Span(start, end + 1) if after else span


def _breaks_line(document: Document, offset: int) -> bool:
    """Whether the white space at an offset of the text is a line end in the source."""
    span = document.source_span(Span(offset, offset + 1))
    return any(character in "\r\n" for character in document.source[span.start : span.end])


def _around_tags(source: str, span: Span) -> Span:
    """`span` with the tags that hold nothing else: `<a>deleted</a>` takes the link along."""
    start, end = span
    while True:
        after = _TAGS_AFTER.match(source, end)
        before = _TAGS_BEFORE.search(source[max(0, start - _NEAR) : start])
        opening = start - len(before[0]) if before else start
        if after and not _is_balanced(source[start:end]) and _is_balanced(source[start : after.end()]):
            end = after.end()
        elif before and not _is_balanced(source[start:end]) and _is_balanced(source[opening:end]):
            start = opening
        elif before and after and _is_inline_pair(before[0], after[0]) and _is_balanced(source[start:end]):
            start, end = opening, after.end()
        else:
            return Span(start, end)


def _is_inline_pair(opening: str, closing: str) -> bool:
    one, two = _TAG.search(opening), _TAG.search(closing)
    return bool(one and two) and one[2].lower() == two[2].lower() and one[2].lower() in INLINE  # type: ignore[index]


def _is_balanced(markup: str) -> bool:
    """Whether every tag in a piece of markup opens and closes in it."""
    open_tags: list[str] = []
    for match in _TAG.finditer(markup):
        closing, name = match[1], match[2].lower()
        if name in _VOID or match[0].endswith("/>"):
            continue
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def _with_breaks(source: str, span: Span) -> Span:
    """`span` with the forced line breaks after it, where others stand before it already."""
    after = _BREAKS.match(source, span.end)
    if after and source[: span.start].rstrip()[-6:].lower().endswith(("<br>", "<br/>", "<br />")):
        return Span(span.start, after.end())
    return span


def _around_marks(source: str, span: Span) -> Span:
    """`span` with the Markdown marks that hold nothing else: `**deleted**`, `[deleted](url)`."""
    start, end = span
    while True:
        for mark in _MARKS:
            if source.startswith(mark, end) and source[:start].endswith(mark):
                start, end = start - len(mark), end + len(mark)
                break
        else:
            link = _LINK_END.match(source, end)
            if link is None or source[start - 1 : start] != "[":
                return Span(start, end)
            start, end = start - 1, link.end()
            if source[start - 1 : start] == "!":
                start -= 1


def _has_even_marks(markup: str) -> bool:
    """Whether emphasis, code and link brackets come in pairs in a piece of Markdown, and its tags too."""
    return (
        all(markup.count(mark) % 2 == 0 for mark in "*_~`")
        and markup.count("[") == markup.count("]")
        and markup.count("(") == markup.count(")")
        and _is_balanced(markup)
    )
