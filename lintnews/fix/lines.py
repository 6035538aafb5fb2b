"""Deleting blocks of text and Markdown: whole lines, and the blank line they would double."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..document.model import Block, Document
from ..finding import Edit
from ..span import Span
from .inline import inline_edits

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_NUMBER = re.compile(r"([ \t]*)(\d{1,9})([.)])(?=[ \t])")


def block_edits(document: Document, blocks: Sequence[Block]) -> tuple[Edit, ...]:
    """The edits that delete consecutive blocks, in order.

    Where other blocks stand on the same lines (the cells of a table), only the
    blocks' own characters go.
    """
    source = document.source
    first, last = document.source_span(blocks[0].span), document.source_span(blocks[-1].span)
    start, end = line_start(source, first.start), line_end(source, last.end)
    inside = range(blocks[0].index, blocks[-1].index + 1)
    for index in (inside.start - 1, inside.stop):
        if 0 <= index < len(document.blocks):
            other = document.source_span(document.blocks[index].span)
            if other.start < end and start < other.end:
                return inline_edits(document, Span(blocks[0].start, blocks[-1].end), "")
    deletion = Edit(with_blank_lines(source, start, end))
    return (deletion, *_renumbered(source, start, deletion.span.end))


def with_blank_lines(source: str, start: int, end: int) -> Span:
    """The lines from `start` to `end` with the blank lines that nothing would separate any more."""
    before, after = start, end
    while before > 0 and not source[line_start(source, before - 1) : before].strip():
        before = line_start(source, before - 1)
    while after < len(source) and not source[after : line_end(source, after)].strip():
        after = line_end(source, after)
    if after == len(source):
        # The text ends here: with a line end if it did before, and without if it did not.
        ends_bare = source[end - 1 : end] not in ("\r", "\n")
        return Span(_without_line_end(source, before) if ends_bare else before, after)
    return Span(start, after) if before < start or before == 0 else Span(start, end)


def _renumbered(source: str, start: int, after: int) -> list[Edit]:
    """Edits that give the numbered items behind a deleted one their new numbers."""
    deleted = _NUMBER.match(source, start)
    if deleted is None:
        return []
    edits: list[Edit] = []
    expected = int(deleted[2]) + 1
    at = after
    while at < len(source):
        number = _NUMBER.match(source, at)
        if number and number[1] == deleted[1]:
            if int(number[2]) != expected or number[3] != deleted[3]:
                break
            edits.append(Edit(Span(*number.span(2)), str(expected - 1)))
            expected += 1
        elif source[at : line_end(source, at)].strip() and source[at] not in " \t":
            break
        at = line_end(source, at)
    # An edit that would touch the deletion belongs to it; there is none, a marker has a line before it.
    return edits


def line_start(source: str, at: int) -> int:
    """Where the line that holds `at` starts; a line end belongs to the line it ends."""
    if source[at : at + 1] == "\n" and source[at - 1 : at] == "\r":
        at -= 1
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def line_end(source: str, at: int) -> int:
    """Where the line that holds `at` ends, with its line end."""
    match = _LINE.match(source, at)
    return match.end() if match else len(source)


def _without_line_end(source: str, at: int) -> int:
    """`at` without the line end right before it."""
    if source[at - 2 : at] == "\r\n":
        return at - 2
    return at - 1 if source[at - 1 : at] in ("\r", "\n") and at else at
