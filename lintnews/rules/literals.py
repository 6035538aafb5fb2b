"""Required literals: strings of which any match of a pattern contains at least one.

One Aho-Corasick pass over a text finds them for all rules at once; only the
blocks in which one stands are shown to the slow, exact matcher. The extraction
is careful rather than clever: what it does not understand requires nothing.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import NamedTuple

from .fold import fold
from .telling import Needs, better, cut, least, rank, shortest

# What stands for itself in a pattern.
_PLAIN = re.compile(r"[\w ,;:'\"%=<>/!@_~&-]+")

# Alternatives to follow before a branch is given up as too wide.
_WIDEST = 128

# Flags that change what the characters of a pattern mean: free spacing, full case-folding, nested sets.
_STRANGE = re.compile(r"\(\?[a-zA-Z0-9-]*[xfV][a-zA-Z0-9-]*[:)]")

# A width that stands for "no limit known".
_ENDLESS = 1_000_000

# Further sets of literals to keep: three let go of most blocks that a weak literal picked.
_OTHERS = 3


class Shape(NamedTuple):
    """What is known of all matches of a pattern, without running it.

    `literals`: folded strings of which a match contains one (none: unknown);
    `prefixes`: folded strings with one of which a match begins (none: unknown);
    `width`: the greatest length of a match, in characters; `others`: further sets of
    folded strings, of each of which a match contains one.
    """

    literals: tuple[str, ...]
    prefixes: tuple[str, ...]
    width: int
    others: tuple[tuple[str, ...], ...] = ()


class _Piece:
    """A part of a pattern: the exact strings it can be (None: unknown), the best needs, the starts, the width.

    `all` holds every set of which one must occur, the best and the others.
    """

    __slots__ = ("all", "exact", "needs", "starts", "width")

    def __init__(
        self,
        exact: frozenset[str] | None,
        needs: Needs = None,
        width: int | None = None,
        starts: Needs = None,
        all: tuple[frozenset[str], ...] = (),
    ) -> None:
        self.all = (*all, needs) if needs and needs not in all else all
        self.exact = exact
        self.needs = needs
        self.starts = exact if starts is None else starts
        self.width = max(map(len, exact)) if width is None and exact else width or 0


def required(pattern: str) -> tuple[str, ...]:
    """The folded literals that a match of `pattern` requires, sorted; empty when none could be found.

    The pattern must already compile.
    """
    return shape(pattern).literals


def shape(pattern: str) -> Shape:
    """The shape of a pattern, which must already compile; what is not understood is left open."""
    parser = _Parser(pattern)
    piece = parser.alternatives()
    if parser.at != len(pattern) or _STRANGE.search(pattern):
        return Shape((), (), _ENDLESS)
    best = _settle(piece)
    starts = piece.starts if piece.starts and "" not in piece.starts else frozenset()
    best = better(best, frozenset(map(cut, starts)))  # how a match begins is in it, too
    literals = shortest(frozenset(map(cut, best or ())))
    return Shape(tuple(sorted(literals)), least(starts), min(piece.width, _ENDLESS), _others(piece, best))


def _others(piece: _Piece, best: Needs) -> tuple[tuple[str, ...], ...]:
    """The most telling sets that a piece requires besides the best one."""
    every = {shortest(some) for some in piece.all if some and some != best}
    useful = [some for some in every if some != best and all(map(_is_selective, some))]
    ranked = sorted(useful, key=lambda some: (rank(some), sorted(some)), reverse=True)
    return tuple(tuple(sorted(some)) for some in ranked[:_OTHERS])


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern at its top level, each a pattern of its own; the pattern itself if it has none."""
    if (inside := _inside(pattern)) is not None:
        return branches(inside)
    parser = _Parser(pattern)
    if _STRANGE.search(pattern) or (pattern.startswith("(?") and pattern[2:3] not in ":=!<P>"):
        return [pattern]
    found: list[str] = []
    while True:
        start = parser.at
        parser.sequence()
        found.append(pattern[start : parser.at])
        if not parser.peek("|"):
            return found if parser.at == len(pattern) and all(found) else [pattern]
        parser.at += 1


def _inside(pattern: str) -> str | None:
    """What stands in the group that is the whole of a pattern, or None."""
    if not pattern.startswith("(?:") or not pattern.endswith(")"):
        return None
    parser = _Parser(pattern)
    parser.atom()
    return pattern[3:-1] if parser.at == len(pattern) else None


def _is_selective(literal: str) -> bool:
    """Whether a literal is worth looking for in a block: three characters, or a mark."""
    return len(literal) >= 3 or any(not (c.isalnum() or c.isspace()) for c in literal)


def _settle(piece: _Piece) -> Needs:
    return better(piece.needs, piece.exact)


def _either(one: _Piece, two: _Piece) -> _Piece:
    exact = one.exact | two.exact if one.exact is not None and two.exact is not None else None
    left, right = _settle(one), _settle(two)
    needs = frozenset(map(cut, left | right)) if left and right else None
    needs = needs if needs and len(needs) <= _WIDEST * 8 else None
    starts = (
        one.starts | two.starts if one.starts and two.starts and len(one.starts | two.starts) <= _WIDEST * 4 else None
    )
    exact = exact if exact is not None and len(exact) <= _WIDEST else None
    return _Piece(exact, needs, max(one.width, two.width), starts or frozenset([""]))


class _Parser:
    """Reads the common grammar of regular expressions; anything else is an unknown piece."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def peek(self, text: str) -> bool:
        return self.pattern.startswith(text, self.at)

    def alternatives(self) -> _Piece:
        branches = [self.sequence()]
        while self.peek("|"):
            self.at += 1
            branches.append(self.sequence())
        return reduce(_either, branches)

    def sequence(self) -> _Piece:
        # The exact strings of the pieces are joined as long as they can be. Where the
        # chain breaks, its best literal is kept and a new chain begins.
        chain: frozenset[str] = frozenset([""])
        starts: Needs = None
        needs: Needs = None
        everything: list[frozenset[str]] = []
        width = 0
        while self.at < len(self.pattern) and not self.peek("|") and not self.peek(")"):
            piece = self.repeated(self.atom())
            width += piece.width
            needs = better(needs, piece.needs)
            everything.extend(piece.all)
            if piece.exact is not None and len(chain) * len(piece.exact) <= _WIDEST:
                chain = frozenset(a + b for a in chain for b in piece.exact)
                continue
            if starts is None:
                begun = (
                    piece.starts if piece.starts and len(chain) * len(piece.starts) <= _WIDEST * 4 else frozenset([""])
                )
                starts = frozenset(a + b for a in chain for b in begun)
            needs = better(needs, chain)
            everything.append(chain)
            chain = piece.exact if piece.exact is not None else frozenset([""])
        whole = starts is None
        everything.append(chain)
        exact = chain if whole else None
        return _Piece(exact, better(needs, chain), width, chain if whole else starts, tuple(everything))

    def repeated(self, piece: _Piece) -> _Piece:
        low, high = 1, 1
        rest = self.pattern[self.at : self.at + 1]
        if rest in ("*", "+", "?") and rest:
            low, high = {"*": (0, _ENDLESS), "+": (1, _ENDLESS), "?": (0, 1)}[rest]
            self.at += 1
        elif rest == "{" and (end := self.pattern.find("}", self.at)) > 0:
            bounds = self.pattern[self.at + 1 : end].split(",")
            if len(bounds) > 2 or not any(bounds) or not all(bound.isdigit() or not bound for bound in bounds):
                return self.given_up()  # a fuzzy match, or braces that mean themselves
            low = int(bounds[0] or 0)
            high = low if len(bounds) == 1 else int(bounds[1] or _ENDLESS)
            self.at = end + 1
        else:
            return piece
        if self.peek("?") or self.peek("+"):
            self.at += 1
        width = min(piece.width * high, _ENDLESS)
        if (low, high) == (0, 1) and piece.exact is not None:
            return _Piece(piece.exact | {""}, width=width)
        if low == 0:
            return _Piece(None, width=width, starts=frozenset([""]))
        if (low, high) == (1, 1):
            return piece
        return _Piece(None, _settle(piece), width, piece.starts, piece.all)

    def given_up(self) -> _Piece:
        """Leaves the whole pattern unknown: the place moves behind its end, where no reading ends."""
        self.at = len(self.pattern) + 1
        return _Piece(None, width=_ENDLESS)

    def atom(self) -> _Piece:
        character = self.pattern[self.at]
        self.at += 1
        if character == "(":
            return self.group()
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        if character in "^$":
            return _Piece(frozenset([""]))
        if character == ".":
            return _Piece(None, width=1)
        return _Piece(frozenset([fold(self.run() or character)]))

    def run(self) -> str:
        """The characters from the last one on that mean themselves, but for one that is repeated."""
        start = self.at - 1
        found = _PLAIN.match(self.pattern, start)
        if found is None:
            return ""
        end = found.end()
        if end - start > 1 and self.pattern[end : end + 1] in ("*", "+", "?", "{"):
            end -= 1
        self.at = end
        return self.pattern[start:end]

    def group(self) -> _Piece:
        silent = positive = False
        if self.peek("?"):
            positive = self.peek("?=") or self.peek("?<=")
            silent = self.pattern[self.at + 1 : self.at + 2] in ("=", "!") or self.peek("?<=") or self.peek("?<!")
            if self.peek("?:") or self.peek("?>") or silent:
                self.at += 2 + (self.peek("?<=") or self.peek("?<!"))
            elif self.peek("?i:") or self.peek("?-i:"):
                self.at = self.pattern.index(":", self.at) + 1  # literals are folded anyway
            elif self.peek("?P<") or self.peek("?<"):
                self.at = self.pattern.index(">", self.at) + 1
            else:
                return self.unknown_group()
        piece = self.alternatives()
        self.at += 1
        # What must stand before or behind a place stands in the block too.
        if not silent:
            return piece
        return _Piece(frozenset([""]), _settle(piece), all=piece.all) if positive else _Piece(frozenset([""]))

    def unknown_group(self) -> _Piece:
        """Flags, conditionals, recursion: skipped to the bracket that closes them."""
        depth = 1
        while self.at < len(self.pattern) and depth:
            character = self.pattern[self.at]
            self.at += 1
            if character == "\\":
                self.at += 1
            elif character == "[":
                self.character_class()
            depth += (character == "(") - (character == ")")
        return _Piece(None, width=_ENDLESS)

    def character_class(self) -> _Piece:
        start = self.at
        if self.peek("^"):
            self.at += 1
        if self.peek("]"):
            self.at += 1
        while self.at < len(self.pattern) and not self.peek("]"):
            if self.peek("[:"):
                if (end := self.pattern.find(":]", self.at)) < 0:
                    return self.given_up()
                self.at = end + 1
            self.at += 2 if self.peek("\\") else 1
        inside = self.pattern[start : self.at]
        self.at += 1
        # A hyphen at the edge of a class is a hyphen, and so is any mark behind a backslash.
        bare = re.sub(r"\\([^\w\s^\\&|~-])", r"\1", inside)
        if bare and len(bare) <= 6 and not set(bare) & set("^\\&|~") and "[" not in inside and "-" not in bare[1:-1]:
            return _Piece(frozenset(fold(character) for character in bare))
        return _Piece(None, width=1)

    def escape(self) -> _Piece:
        character = self.pattern[self.at]
        self.at += 1
        if character in "bBAZzGmMK":
            return _Piece(frozenset([""]))
        if character in "pPNxuUgL" or character.isdigit():
            while character.isdigit() and self.pattern[self.at : self.at + 1].isdigit():
                self.at += 1
            if self.peek("{") or self.peek("<"):
                end = self.pattern.find("}" if self.peek("{") else ">", self.at)
                if end < 0:
                    return self.given_up()
                self.at = end + 1
            elif character in "xuU":
                self.at += {"x": 2, "u": 4, "U": 8}[character]
            elif character in "pP":
                if not self.pattern[self.at : self.at + 1].isalpha():
                    return self.given_up()
                self.at += 1
            return _Piece(None, width=1 if character in "pPNxuU" else _ENDLESS)
        if character == "s":
            # A text's white space is collapsed, so one space stands for any.
            return _Piece(frozenset([" "]))
        if character.isalpha():
            return _Piece(None, width=_ENDLESS if character in "RX" else 1)
        return _Piece(frozenset([fold(character)]))
