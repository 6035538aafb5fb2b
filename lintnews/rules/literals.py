"""Required literals: strings of which any match of a pattern contains at least one.

One Aho-Corasick pass over a text finds them for all rules at once; only the
blocks in which one stands are shown to the slow, exact matcher. The extraction
is careful rather than clever: what it does not understand requires nothing.
"""

from __future__ import annotations

import re
from functools import reduce

from .fold import fold

# Alternatives to follow before a branch is given up as too wide.
_WIDEST = 64

# Flags that change what the characters of a pattern mean: free spacing, full case-folding, nested sets.
_STRANGE = re.compile(r"\(\?[a-zA-Z0-9-]*[xfV][a-zA-Z0-9-]*[:)]")

Needs = frozenset[str] | None
"""A set of which one must occur, or None when nothing is known."""


class _Piece:
    """A part of a pattern: the exact strings it can be (None: unknown), and the best set it needs."""

    __slots__ = ("exact", "needs")

    def __init__(self, exact: frozenset[str] | None, needs: Needs = None) -> None:
        self.exact = exact
        self.needs = needs


def strength(literals: frozenset[str] | tuple[str, ...]) -> int:
    """How telling a set is: the length of its shortest literal, letters of dense scripts counting double."""
    return min((sum(2 if ord(c) > 0x2E7F else 1 for c in literal) for literal in literals), default=0)


def required(pattern: str) -> tuple[str, ...]:
    """The folded literals that a match of `pattern` requires, sorted; empty when none could be found.

    The pattern must already compile.
    """
    parser = _Parser(pattern)
    best = _settle(parser.alternatives())
    understood = parser.at == len(pattern) and not _STRANGE.search(pattern)
    return tuple(sorted(best)) if best and understood else ()


def _settle(piece: _Piece) -> Needs:
    return _better(piece.needs, piece.exact)


def _better(one: Needs, two: Needs) -> Needs:
    if not one or "" in one:
        return two if two and "" not in two else None
    if not two or "" in two:
        return one
    return one if (strength(one), -len(one)) >= (strength(two), -len(two)) else two


def _either(one: _Piece, two: _Piece) -> _Piece:
    exact = one.exact | two.exact if one.exact is not None and two.exact is not None else None
    left, right = _settle(one), _settle(two)
    needs = left | right if left and right and len(left | right) <= _WIDEST * 2 else None
    return _Piece(exact if exact is not None and len(exact) <= _WIDEST else None, needs)


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
        needs: Needs = None
        whole = True
        while self.at < len(self.pattern) and not self.peek("|") and not self.peek(")"):
            piece = self.repeated(self.atom())
            needs = _better(needs, piece.needs)
            if piece.exact is not None and len(chain) * len(piece.exact) <= _WIDEST:
                chain = frozenset(a + b for a in chain for b in piece.exact)
            else:
                needs = _better(needs, chain)
                chain = piece.exact if piece.exact is not None else frozenset([""])
                whole = False
        return _Piece(chain if whole else None, _better(needs, chain))

    def repeated(self, piece: _Piece) -> _Piece:
        low, high = 1, 1
        rest = self.pattern[self.at : self.at + 1]
        if rest in ("*", "+", "?") and rest:
            low, high = {"*": (0, 99), "+": (1, 99), "?": (0, 1)}[rest]
            self.at += 1
        elif rest == "{" and (end := self.pattern.find("}", self.at)) > 0:
            bounds = self.pattern[self.at + 1 : end].split(",")
            if not all(bound.strip().isdigit() or not bound.strip() for bound in bounds):
                self.at = end + 1  # a fuzzy match, or braces that mean themselves
                return _Piece(None)
            low = int(bounds[0] or 0)
            high = low if len(bounds) == 1 else int(bounds[1] or 99)
            self.at = end + 1
        else:
            return piece
        if self.peek("?") or self.peek("+"):
            self.at += 1
        if (low, high) == (0, 1) and piece.exact is not None:
            return _Piece(piece.exact | {""})
        if low == 0:
            return _Piece(None)
        return piece if (low, high) == (1, 1) else _Piece(None, _settle(piece))

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
            return _Piece(None)
        return _Piece(frozenset([fold(character)]))

    def group(self) -> _Piece:
        silent = False
        if self.peek("?"):
            silent = self.pattern[self.at + 1 : self.at + 2] in ("=", "!") or self.peek("?<=") or self.peek("?<!")
            if self.peek("?:") or self.peek("?>") or silent:
                self.at += 2 + (self.peek("?<=") or self.peek("?<!"))
            elif self.peek("?P<") or self.peek("?<"):
                self.at = self.pattern.index(">", self.at) + 1
            else:
                return self.unknown_group()
        piece = self.alternatives()
        self.at += 1
        return _Piece(frozenset([""])) if silent else piece

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
        return _Piece(None)

    def character_class(self) -> _Piece:
        start = self.at
        if self.peek("^"):
            self.at += 1
        if self.peek("]"):
            self.at += 1
        while self.at < len(self.pattern) and not self.peek("]"):
            if self.peek("[:"):
                self.at = self.pattern.find(":]", self.at) + 1
            self.at += 2 if self.peek("\\") else 1
        inside = self.pattern[start : self.at]
        self.at += 1
        if inside and len(inside) <= 6 and not set(inside) & set("^\\-[&|~"):
            return _Piece(frozenset(fold(character) for character in inside))
        return _Piece(None)

    def escape(self) -> _Piece:
        character = self.pattern[self.at]
        self.at += 1
        if character in "bBAZzGmMK":
            return _Piece(frozenset([""]))
        if character in "pPNxuUgL" or character.isdigit():
            while character.isdigit() and self.pattern[self.at : self.at + 1].isdigit():
                self.at += 1
            if self.peek("{") or self.peek("<"):
                self.at = self.pattern.index("}" if self.peek("{") else ">", self.at) + 1
            elif character in "xuU":
                self.at += {"x": 2, "u": 4, "U": 8}[character]
            elif character in "pP":
                self.at += 1
            return _Piece(None)
        if character == "s":
            # A text's white space is collapsed, so one space stands for any.
            return _Piece(frozenset([" "]))
        if character.isalpha():
            return _Piece(None)
        return _Piece(frozenset([fold(character)]))
