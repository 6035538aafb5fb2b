"""Places in a source: half-open spans of code points, and the lines they stand on."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# What a file calls a line end: CRLF, LF or a lone CR. Other separators (form
# feed, U+2028 ...) do not end a line in the editors that jump to line:column.
_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range [start, end) of code points.

    A named tuple, because a page has thousands of them: it compares and sorts
    by (start, end), and costs a fifth of a frozen dataclass to make.
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Whether the two overlap or stand directly beside each other."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same span, `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A place as an editor shows it: line and column count code points from 1."""

    offset: int
    line: int
    column: int


class LineIndex:
    """Turns offsets of one source into lines and columns.

    Built in one pass over the source; each look-up is a binary search.
    """

    __slots__ = ("_starts",)

    def __init__(self, source: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> Position:
        """The line and column of `offset` (code points from 0)."""
        line = bisect_right(self._starts, offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)
