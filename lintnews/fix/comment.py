"""Taking a comment out of HTML or Markdown, so that a reader notices nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ..document.alike import reads_alike
from ..document.model import Document
from ..finding import Edit, Fix
from ..span import Span
from .apply import replace_spans
from .html import own_line
from .lines import with_blank_lines


def without_comment(document: Document, place: Span) -> Fix | None:
    """The fix that takes a comment out, with the line it has to itself or the space before it.

    None where the article would read differently: a comment can be what keeps two lists apart.
    """
    edit = Edit(_with_line(document, place))
    if reads_alike(document, replace_spans(document.source, [edit])):
        return Fix((edit,), "safe")
    return None


def with_comments(document: Document, fix: Fix, places: Iterable[Span]) -> Fix:
    """A fix that deletes blocks, taking the comments about them along where that changes nothing else."""
    taken = [
        gone.edits[0]
        for place in places
        if not any(edit.span.contains(place) for edit in fix.edits) and (gone := without_comment(document, place))
    ]
    if not taken:
        return fix
    merged: list[Edit] = []
    for edit in sorted({*fix.edits, *taken}):
        last = merged[-1] if merged else None
        if last and edit.span.start <= last.span.end and not edit.text and not last.text:
            span = Span(last.span.start, max(edit.span.end, last.span.end))
            merged[-1] = Edit(with_blank_lines(document.source, *span) if document.format == "markdown" else span)
        else:
            merged.append(edit)
    apart = all(one.span.end < two.span.start for one, two in pairwise(merged))
    return fix._replace(edits=tuple(merged)) if apart else fix


def _with_line(document: Document, place: Span) -> Span:
    source = document.source
    start, end = place
    while start > 0 and source[start - 1] in " \t":
        start -= 1
    while end < len(source) and source[end] in " \t":
        end += 1
    starts_line = start == 0 or source[start - 1] in "\r\n"
    ends_line = end == len(source) or source[end] in "\r\n"
    if not (starts_line and ends_line):
        # One space stays where two would meet, none at the end of a line.
        if starts_line:
            return Span(place.start, end)
        return Span(start if ends_line else max(start, place.start - (end > place.end)), place.end)
    after = end + 2 if source.startswith("\r\n", end) else min(end + 1, len(source))
    if document.format == "html":
        return own_line(source, place) if start else Span(start, after)
    # Without an empty line beside it, what it leaves must be one, to keep the blocks before and after apart.
    alone = start == 0 or after == len(source) or source[after] in "\r\n" or not _line_before(source, start).strip()
    return Span(start, after if alone else end)


def _line_before(source: str, start: int) -> str:
    return (source[:start].splitlines() or [""])[-1]
