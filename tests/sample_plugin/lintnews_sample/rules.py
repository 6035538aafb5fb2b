"""Rules that need to count or to compare, and so are functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lintnews.plugin import Block, Document, Hit, Selector, Sighting, marked, rule

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?: (?:a\.m\.|p\.m\.|uhr))?", re.IGNORECASE)


@rule(
    "sample/ticker-times",
    summary="Times of day that a live ticker left, each a paragraph of its own",
    message="“{match}” is left of a live ticker",
    severity="warning",
    since="1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading"), longest=12),
    aliases=("sample/clock-times",),
    why="""
A live ticker shows the time above each entry. Where the entries were turned into an article
the times stay behind as paragraphs. They count only from three on, and only if they run in
one direction: a timetable in an article may hold one or two, and not in such an order.
""",
    examples=(
        marked(
            "three in order",
            "⟦09:05⟧\n\nThe doors are open.\n\n⟦09:20⟧\n\nThe mayor speaks.\n\n⟦10:02⟧\n\nThe vote is on.\n",
            fixed="The doors are open.\n\nThe mayor speaks.\n\nThe vote is on.\n",
        ),
        marked("two are none", "09:05\n\nThe doors are open.\n\n09:20\n\nThe mayor speaks.\n"),
        marked("in no order", "09:05\n\nFerry one.\n\n08:20\n\nFerry two.\n\n09:30\n\nFerry three.\n"),
    ),
)
def ticker_times(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find blocks that are nothing but a time of day."""
    found = [(time, block) for block in document.body if (time := _time(document, block))]
    times = [time for time, _ in found]
    if len(found) < 3 or times not in (sorted(times), sorted(times, reverse=True)):
        return
    for _, block in found:
        yield Hit(block.span, evidence=(f"one of {len(found)} times that stand alone, in order",))


def _time(document: Document, block: Block) -> tuple[int, int] | None:
    match = _TIME.fullmatch(document.block_text(block))
    return (int(match[1]), int(match[2])) if match else None


@rule(
    "sample/editor-shorthand",
    summary="An editor's shorthand for “to come”",
    message="“{match}” stands for words that were to come",
    severity="error",
    since="1.0",
    status="deprecated",
    literals=("tktk",),
    why="Superseded by machine/placeholder rules; shows what becomes of a rule that is on its way out.",
    examples=(marked("in a sentence", "The bridge is ⟦TKTK⟧ metres long."), marked("in a word", "The TKTKs rest.")),
)
def editor_shorthand(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the shorthand as a word."""
    for sighting in sightings:
        rest = document.text[sighting.end : sighting.end + 1]
        if not rest.isalnum():
            yield Hit(sighting.block.span._replace(start=sighting.start, end=sighting.end))
