"""What is kept packed until it is looked at: of a thousand patterns a text needs a few."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, overload

from .model import Clause

K = TypeVar("K")
V = TypeVar("V")


class Packed(dict[K, V]):
    """Values by key, each made by `make` of what `packed` holds for it, when first looked up by `[]`.

    Only what has been looked up stands in the dictionary itself.
    """

    __slots__ = ("_make", "packed")

    def __init__(self, packed: Mapping[K, bytes], make: Callable[[Any], V]) -> None:
        self.packed = packed
        self._make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self._make(marshal.loads(self.packed[key]))
        return value


class PackedClauses(Sequence[Clause]):
    """The clauses of a rule, unpacked when first looked at; equal to the tuple of them.

    They may lack what only finding them in a text takes (see `lean`); then `whole` gives them with it.
    """

    __slots__ = ("_clauses", "_packed", "_whole")

    def __init__(self, packed: bytes, whole: Callable[[], Sequence[Clause]] | None = None) -> None:
        self._packed = packed
        self._whole = whole
        self._clauses: tuple[Clause, ...] | None = None

    def whole(self) -> Sequence[Clause]:
        """The clauses with all that is known of them."""
        return self._whole() if self._whole else self

    @staticmethod
    def pack(clauses: Sequence[Clause]) -> bytes:
        """The plain data of clauses."""
        return marshal.dumps([tuple(clause) for clause in clauses])

    def _unpacked(self) -> tuple[Clause, ...]:
        if self._clauses is None:
            self._clauses = tuple(Clause(*clause) for clause in marshal.loads(self._packed))
        return self._clauses

    @overload
    def __getitem__(self, index: int) -> Clause: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Clause, ...]: ...
    def __getitem__(self, index: int | slice) -> Clause | tuple[Clause, ...]:
        return self._unpacked()[index]

    def __len__(self) -> int:
        return len(self._unpacked())

    def __iter__(self) -> Iterator[Clause]:
        return iter(self._unpacked())

    def __eq__(self, other: object) -> bool:
        return self._unpacked() == (other._unpacked() if isinstance(other, PackedClauses) else other)

    def __hash__(self) -> int:
        return hash(self._unpacked())


def whole(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses of a rule with all that is known of them, whether packed or not."""
    return clauses.whole() if isinstance(clauses, PackedClauses) else clauses


def lean(clause: Clause) -> Clause:
    """A clause without what only the index needs, nine tenths of it."""
    return clause._replace(literals=(), prefixes=(), others=clause.others if clause.extent == "sentence" else ())
