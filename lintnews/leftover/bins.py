"""Names for ranges of a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Bins(NamedTuple):
    """Ranges of a number, each with a name: up to and with `edges[0]`, up to `edges[1]`, ..., more."""

    edges: tuple[float, ...]
    names: tuple[str, ...]

    def of(self, value: float) -> str:
        """The name of the range in which `value` lies."""
        return self.names[bisect_left(self.edges, value)]


def counts(family: str, edges: Sequence[int]) -> Bins:
    """Ranges of whole numbers, named `family=2-3`."""
    names = []
    first = 0
    for edge in edges:
        names.append(f"{family}={edge}" if edge == first else f"{family}={first}-{edge}")
        first = edge + 1
    return Bins(tuple(edges), (*names, f"{family}={first}+"))


def shares(family: str, edges: Sequence[float]) -> Bins:
    """Ranges of a share from 0 to 1, named by their upper end: `family=0.3`."""
    return Bins(tuple(edges), (*(f"{family}={edge:g}" for edge in edges), f"{family}=1"))
