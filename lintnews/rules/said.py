"""Wordings of a rule that is a function, tried only where they have been sighted.

A wording of a hundred alternatives in twenty languages takes longer to compile than
most articles take to check; of those alternatives a text needs none, or one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..document.model import Block
from .match import TIMEOUT, compiled
from .model import Clause, Sighting, Wording

if TYPE_CHECKING:
    from regex import Match


class Said:
    """The sightings of wordings in one document."""

    def __init__(self, wordings: Sequence[Wording], clauses: Sequence[Clause], sightings: Sequence[Sighting]) -> None:
        self._numbers = {wording.name: number for number, wording in enumerate(wordings)}
        self._clauses = clauses
        self._seen: dict[tuple[int, int], set[int]] = {}
        self._blocks: dict[int, Block] = {}
        for sighting in sightings:
            self._seen.setdefault((sighting.clause, sighting.block.index), set()).add(sighting.term)
            self._blocks[sighting.block.index] = sighting.block

    @property
    def blocks(self) -> list[Block]:
        """The blocks in which any wording has been sighted, in order."""
        return [self._blocks[index] for index in sorted(self._blocks)]

    def seen(self, wording: str, block: Block) -> bool:
        """Whether a wording has been sighted in a block."""
        return (self._numbers[wording], block.index) in self._seen

    def whole(self, wording: str, block: Block, text: str) -> Match[str] | None:
        """The match of a wording with all of `text`, which must be a part of the block's text, or None."""
        return self._first("fullmatch", wording, block, text)

    def begins(self, wording: str, block: Block, text: str, then: str = "") -> Match[str] | None:
        """The match of a wording, and of the expression `then` behind it, at the beginning of `text`, or None."""
        return self._first("match", wording, block, text, then)

    def holds(self, wording: str, block: Block, text: str) -> Match[str] | None:
        """A match of a wording anywhere in `text`, or None; the alternatives are tried in their order."""
        return self._first("search", wording, block, text)

    def _first(self, how: str, wording: str, block: Block, text: str, then: str = "") -> Match[str] | None:
        for pattern in self._alternatives(wording, block):
            if match := _timed(how, f"(?:{pattern}){then}" if then else pattern, text):
                return match
        return None

    def _alternatives(self, wording: str, block: Block) -> Iterator[str]:
        number = self._numbers[wording]
        if seen := self._seen.get((number, block.index)):
            alternatives = self._clauses[number].patterns
            yield from (alternatives[term] for term in sorted(seen))


def _timed(how: str, pattern: str, text: str) -> Match[str] | None:
    try:
        match: Match[str] | None = getattr(compiled(pattern, False), how)(text, timeout=TIMEOUT)
    except TimeoutError:
        return None  # a miss costs less than a run that never ends
    return match
