"""From raw pieces of a source to the text a reader sees, and back.

A block of text is made of *runs*: spans of the source that hold its characters,
with markup left out between them. `visible` joins the runs into the block's
text; `locate` tells, for each character of that text, where it stands in the
source. The first is what every page pays for, so it works on whole strings; the
second walks character by character and is asked only for blocks with findings.
Both follow the same four rules:

1. character references are decoded (HTML and Markdown);
2. invisible characters (soft hyphen, zero-width space ...) are left out;
3. a stretch of white space becomes one space, or one line feed when it holds a
   forced line break;
4. white space at the edges of a block goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LINE_BREAK = "\u2028"
"""Stands for a forced line break (`<br>`) until white space is collapsed."""

INVISIBLE = "\x00\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Characters that print nothing and split words: they are no part of the text.

U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
"""

_DELETE = dict.fromkeys(map(ord, INVISIBLE))

Run = tuple[int, int]
"""A stretch [start, end) of the source, in code points.

A negative start marks a forced line break: the tag at [~start, end).
"""


def has_invisible(source: str) -> bool:
    """Whether any invisible character stands in `source`."""
    return "\0" in source if source.isascii() else any(map(source.__contains__, INVISIBLE))


def collapse(raw: str, invisible: bool = True) -> str:
    """`raw` with invisible characters left out and white space collapsed.

    `invisible` may be False where `has_invisible` has said so of the source.
    """
    if invisible and has_invisible(raw):
        raw = raw.translate(_DELETE)
    if LINE_BREAK in raw:
        lines = (" ".join(line.split()) for line in raw.split(LINE_BREAK))
        return "\n".join(line for line in lines if line)
    return " ".join(raw.split())


def visible(pieces: Sequence[str], references: bool) -> str:
    """The text of a block whose raw pieces are `pieces` (forced line breaks as LINE_BREAK).

    `references` says whether character references are decoded.
    """
    if references:
        from .charref import decode

        pieces = [decode(piece) for piece in pieces]
    return collapse("".join(pieces))


def _characters(source: str, run: Run, references: bool) -> Iterator[tuple[str, int, int]]:
    """Each decoded character of a run with the source span it comes from."""
    start, end = run
    if start < 0:
        yield LINE_BREAK, ~start, end
        return
    raw = source[start:end]
    at = 0
    if references and "&" in raw:
        from .charref import references as references_in

        for begin, finish, meaning in references_in(raw):
            for i in range(at, begin):
                yield raw[i], start + i, start + i + 1
            for character in meaning:
                yield character, start + begin, start + finish
            at = finish
    for i in range(at, len(raw)):
        yield raw[i], start + i, start + i + 1


def locate(source: str, runs: Sequence[Run], references: bool) -> tuple[list[int], list[int]]:
    """Where each character of a block's text starts and ends in the source.

    Two lists as long as the block's text. The characters of one reference share
    its span; a collapsed white space covers all it came from.
    """
    starts: list[int] = []
    ends: list[int] = []
    gap: tuple[int, int] | None = None
    for run in runs:
        for character, start, end in _characters(source, run, references):
            if character in INVISIBLE:
                continue
            if character.isspace():
                gap = (gap[0], end) if gap else (start, end)
                continue
            if gap and starts:
                starts.append(gap[0])
                ends.append(gap[1])
            gap = None
            starts.append(start)
            ends.append(end)
    return starts, ends
