"""Deleting blocks of HTML: the elements go with them, and what they alone filled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..document.model import Block, Document
from ..finding import Edit
from ..span import Span
from .inline import INLINE, inline_edits

# What a reader sees or uses without any text: an element that holds some is not empty.
_CONTENT = re.compile(
    r"<(?:img|picture|svg|math|iframe|video|audio|canvas|embed|object|map|input|textarea|select|button|hr|script|style|"
    r"amp-[\w-]+)[\s>/]",
    re.IGNORECASE,
)

_TAG_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")

# Elements that stay although a deletion empties them: a row without a cell breaks the table.
_KEPT = frozenset("td th tr tbody thead tfoot caption html head body main article".split())


def block_edits(document: Document, blocks: Sequence[Block]) -> tuple[Edit, ...]:
    """The edits that delete consecutive blocks, in order and apart from each other."""
    edits: list[Edit] = []
    for block in blocks:
        element = _element(document, block, range(blocks[0].index, blocks[-1].index + 1))
        if element is not None:
            edits.append(Edit(element))
        else:
            edits.extend(inline_edits(document, block.span, ""))
    merged: list[Edit] = []
    for edit in sorted(set(edits)):
        if merged and edit.span.start <= merged[-1].span.end:
            merged[-1] = Edit(Span(merged[-1].span.start, max(edit.span.end, merged[-1].span.end)))
        else:
            merged.append(edit)
    return tuple(merged)


def would_join(document: Document, blocks: Sequence[Block], edits: Sequence[Edit]) -> bool:
    """Whether nothing but the deleted blocks keeps the texts before and behind them apart.

    `(<div>Image:</div>Ada Lund)` would become one block, "(Ada Lund)".
    """
    before, after = blocks[0].index - 1, blocks[-1].index + 1
    if before < 0 or after >= len(document.blocks) or not edits:
        return False
    one, two = document.blocks[before], document.blocks[after]
    if one.parent != two.parent:
        return False
    left = document.source[document.source_span(one.span).end : edits[0].span.start]
    right = document.source[edits[-1].span.end : document.source_span(two.span).start]
    tags = [name.lower() for name in _TAG_NAME.findall(left + right)]
    return tags.count("br") < 2 and all(name in INLINE or name == "br" for name in tags)


def _element(document: Document, block: Block, doomed: range) -> Span | None:
    """The largest element around `block` that holds nothing but doomed blocks; None if there is no such."""
    source = document.source
    found: Span | None = None
    at = block.parent
    while at >= 0:
        element = document.elements.get(at)
        if element.first < doomed.start or element.last > doomed.stop or element.tag in _KEPT:
            break
        inner = found or Span(element.start, element.start)
        if _CONTENT.search(source, element.start + 1, inner.start) or _CONTENT.search(source, inner.end, element.end):
            break
        found = Span(element.start, element.end)
        at = element.parent
    return own_line(source, found) if found else None


def own_line(source: str, span: Span) -> Span:
    """An element that has its lines to itself, with the line end before them."""
    start, end = span
    while start > 0 and source[start - 1] in " \t":
        start -= 1
    while end < len(source) and source[end] in " \t":
        end += 1
    if start > 0 and source[start - 1] in "\r\n" and (end == len(source) or source[end] in "\r\n"):
        return Span(start - (2 if source[start - 2 : start] == "\r\n" else 1), end)
    return span
