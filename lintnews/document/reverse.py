"""From the source back to the text: the way `Document.source_span` goes, taken the other way round."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..span import Span
from .model import Block, Document
from .sourcemap import locate


def text_spans(document: Document, span: Span) -> Iterator[tuple[Block, Span]]:
    """The blocks that show characters of a source span, each with the span of the text that shows them.

    Characters that share a character reference or a collapsed white space with
    one of the span are taken along. Nothing comes for a source span that holds
    only markup, or that is empty.
    """
    for index in range(max(0, _first(document, span.start)), len(document.blocks)):
        block = document.blocks[index]
        if _start(block) >= span.end:
            return
        start, end = _within(document, block, span)
        if start < end:
            yield block, Span(start, end)


def text_point(document: Document, offset: int) -> tuple[Block, int] | None:
    """Where a place in the markup stands in the text: a block, and an offset of the text inside it or at its edges.

    The place belongs to a block when it stands among the block's characters, or
    between them and the tags of the element that holds them. None if it does not.
    """
    before = _first(document, offset)
    if before >= 0:
        block = document.blocks[before]
        if offset < document.source_span(block.span).end:
            return block, _within(document, block, Span(offset, offset))[0]
        if offset < _element(document, block).end:
            return block, block.end
    for block in document.blocks[before + 1 : before + 2]:
        if _element(document, block).start <= offset:
            return block, block.start
    return None


def _first(document: Document, offset: int) -> int:
    """The index of the last block that starts at or before a source offset, or -1."""
    starts: list[int] = document.remember("starts", lambda: list(map(_start, document.blocks)))
    return bisect_right(starts, offset) - 1


def _start(block: Block) -> int:
    """Where a block's first run starts in the source; a forced line break may come first."""
    start = block.runs[0][0]
    return ~start if start < 0 else start


def _element(document: Document, block: Block) -> Span:
    """The source span of the innermost block element around a block; an empty one outside HTML."""
    if block.parent < 0:
        return Span(_start(block), _start(block))
    element = document.elements.get(block.parent)
    return Span(element.start, element.end)


def _within(document: Document, block: Block, span: Span) -> tuple[int, int]:
    """The first and the last text offset of `block` whose characters overlap the source span; equal if none does."""
    runs = block.runs
    if len(runs) == 1 and runs[0][1] - runs[0][0] == block.end - block.start:
        shift = block.start - runs[0][0]
        start = min(block.end, max(block.start, span.start + shift))
        return start, max(start, min(block.end, span.end + shift))
    key = f"reverse{block.index}"
    starts, ends = document.remember(key, lambda: locate(document.source, runs, document.format != "text"))
    first = bisect_right(ends, span.start)
    return block.start + first, block.start + max(first, bisect_left(starts, span.end))
