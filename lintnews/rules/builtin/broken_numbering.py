"""Numbered parts of which one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document.model import Block, Document
from ..define import marked, rule
from ..model import Hit, Selector, Sighting

_NUMBER = r"\A(?P<number>\d{1,2})(?P<mark>[.):]) (?=\w|[\"“„'‘])"
# So many numbers make a series; more than this missing is another series.
_FEWEST = 4
_MOST_MISSING = 2


@rule(
    "structure/broken-numbering",
    summary="A number is missing in a numbered series",
    message="The number before this one is missing",
    severity="note",
    since="0.1.0",
    status="preview",
    where=Selector(formats=("text", "html"), blocks=("heading", "paragraph", "list-item")),
    tags=("structure",),
    why="""
A countdown or a list of steps lost an item: one, two, four. The reader looks for it. Results lists
leave numbers out on purpose, hence a note.

Only series of at least four numbers of the same form at the beginning of blocks count, in which one
or two are missing between the first and the last.

In preview: lists that skip a number on purpose are as many as those that lost one.
""",
    examples=(
        marked(
            "a step is missing",
            "1. Wash the horn with water.\n\n2. Dry the horn with a cloth.\n\n4. ⟦Oil the valves of the horn.⟧\n\n5. Put the horn away.\n\n6. Sleep until noon.\n",
        ),
        marked(
            "whole series, dates and two series",
            "1. Wash the horn.\n\n2. Dry the horn.\n\n3. Oil the valves.\n\n4. Sleep.\n\n1. Buy a drum.\n\n2. Beat it.\n\n12. May was a Sunday.",
        ),
    ),
)
def broken_numbering(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find gaps in the series."""
    series: dict[tuple[str, str], list[tuple[int, Block]]] = {}
    for block in document.body:
        match = re.match(_NUMBER, _beginning(document, block))
        if match is None or block.role not in ("heading", "paragraph", "list-item"):
            continue
        number, key = (
            int(match["number"]),
            (match["mark"], "" if document.format == "text" else f"{block.role}{block.level}"),
        )
        so_far = series.setdefault(key, [])
        if number == 1 and so_far:
            yield from _gaps(so_far)
            so_far.clear()
        so_far.append((number, block))
    for so_far in series.values():
        yield from _gaps(so_far)


def _beginning(document: Document, block: Block) -> str:
    """The first characters of a block with the number of a list item, which is no part of its text."""
    text = document.text[block.start : min(block.end, block.start + 12)]
    if block.role != "list-item" or document.format == "html":
        return text
    at = document.source_span(block.span).start
    number = re.search(r"\d{1,2}[.)]\s{1,3}\Z", document.source[max(0, at - 8) : at])
    return re.sub(r"\s+", " ", number[0]) + text if number else text


def _gaps(series: Sequence[tuple[int, Block]]) -> Iterator[Hit]:
    numbers = [number for number, _ in series]
    step = 1 if numbers == sorted(set(numbers)) else -1 if numbers == sorted(set(numbers), reverse=True) else 0
    missing = abs(numbers[-1] - numbers[0]) + 1 - len(numbers)
    if len(numbers) < _FEWEST or not step or not 0 < missing <= _MOST_MISSING or min(numbers) != 1:
        return
    for (before, _), (number, block) in pairwise(series):
        if number - before != step:
            yield Hit(block.span)
