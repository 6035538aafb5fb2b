"""Where the keys of a TOML file stand, for messages that name a line.

`tomllib` reads the file and says nothing about places. What it has accepted is walked
here a second time, which needs no more than the tokens: names, strings, brackets.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

At = tuple[str | int, ...]
"""Names and numbers that lead to a value, from the top of the file: ("overrides", 0, "select", 2)."""

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
  | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"\"{0,2} | '''.*?''''{0,2} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*')
  | (?P<end>\n)
  | (?P<mark>[\[\]{}=,.])
  | (?P<bare>[^\s\#\[\]{}=,."']+)
    """,
    re.DOTALL | re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


def lines(text: str) -> dict[At, int]:
    """The line of every key and list item of a valid TOML file, by what leads to it; lines count from 1."""
    places: dict[At, int] = {}
    counted, line = 0, 1
    for at, start in _Walk(text).places():
        line += text.count("\n", counted, start)
        counted = start
        places.setdefault(at, line)
    return places


def line_of(places: dict[At, int], at: At) -> int:
    """The line of the value, or of the nearest one around it that has a line; 1 for the file itself."""
    while at and at not in places:
        at = at[:-1]
    return places.get(at, 1)


class _Walk:
    """One walk over the tokens of a file."""

    def __init__(self, text: str) -> None:
        found = (_Token(match.lastgroup or "", match[0], match.start()) for match in _TOKEN.finditer(text))
        self.tokens = [token for token in found if token.kind != "comment"]
        self.at = 0
        self.counts: dict[At, int] = {}

    def places(self) -> Iterator[tuple[At, int]]:
        """Everything that has a place, in the order of the file."""
        table: At = ()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "end":
                self.at += 1
            elif token.text == "[":
                table = yield from self.header()
            else:
                yield from self.pair(table)

    def peek(self) -> str:
        """The next token, "" at the end."""
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def header(self) -> Generator[tuple[At, int], None, At]:
        """[table] or [[table]]; gives back what leads to it."""
        start = self.tokens[self.at].start
        self.at += 1
        repeated = self.peek() == "["
        self.at += repeated
        *outer, last = self.names()
        self.at += 1 + repeated
        table: At = ()
        for name in outer:
            yield (*table, name), start
            table = self.inside((*table, name))
        table = (*table, last)
        yield table, start
        if repeated:
            self.counts[table] = self.counts.get(table, -1) + 1
        table = self.inside(table)
        yield table, start
        return table

    def inside(self, table: At) -> At:
        """A table, or the last of those that are repeated under its name."""
        return (*table, self.counts[table]) if table in self.counts else table

    def names(self) -> list[str]:
        """A key in its parts."""
        parts: list[str] = []
        while True:
            token = self.tokens[self.at]
            self.at += 1
            parts.append(_decoded(token.text) if token.kind == "string" else token.text)
            if self.peek() != ".":
                return parts
            self.at += 1

    def pair(self, table: At) -> Iterator[tuple[At, int]]:
        """key = value"""
        start = self.tokens[self.at].start
        for name in self.names():
            table = (*table, name)
            yield table, start
        self.at += 1
        yield from self.value(table)

    def value(self, at: At) -> Iterator[tuple[At, int]]:
        """A value, with what it holds."""
        opening = self.peek()
        if opening in ("[", "{"):
            self.at += 1
            number = 0
            while (token := self.tokens[self.at]).text not in ("]", "}"):
                if token.kind == "end" or token.text == ",":
                    self.at += 1
                elif opening == "{":
                    yield from self.pair(at)
                else:
                    yield (*at, number), token.start
                    yield from self.value((*at, number))
                    number += 1
            self.at += 1
            return
        while self.at < len(self.tokens) and (
            self.tokens[self.at].kind in ("bare", "string") or self.tokens[self.at].text == "."
        ):
            self.at += 1


def _decoded(quoted: str) -> str:
    import tomllib

    return str(tomllib.loads(f"x = {quoted}")["x"])
