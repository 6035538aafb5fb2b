"""How telling a literal is: whether a text that holds it may be meant, or any text does."""

from __future__ import annotations

import re
from functools import lru_cache

Needs = frozenset[str] | None
"""A set of which one must occur, or None when nothing is known."""


# Letters after which a literal is rare enough; more would only make it longer.
_ENOUGH = 9

# Characters of which one alone is rare in running text.
_SIGNS = "©®™@"

# Alternatives of a group are put together one by one, so the same strings are judged again and again.
_REMEMBERED = 1 << 16

# The commonest words of English news, and of the other languages what `language.py`
# knows: a literal made of them alone is seen in every second paragraph.
_COMMON = frozenset(
    (
        "a an i the of and to in is that for was with as on are by this from at be have has it its he she his her him "
        "they them their we us our you your my me i who which what when where why how all any both each every few "
        "more most much no not only own other others over same so some such than then there these those through "
        "under until up very while will would can could should may might must do does did done get gets got go "
        "goes going just like made make makes many see show start home time day days week year years new first "
        "last two one out about after also back because been before being between but down even here if into know "
        "long man men now off or people said say says take them too use used want way well were work world close "
        "continue found find look part place play please still set keep help let need read right left top under "
        "story news more site page content member members block online video image photo "
    ).split()
)


def strength(literals: frozenset[str] | tuple[str, ...]) -> int:
    """How telling a set is: the letters of its weakest literal, common words left out, dense scripts doubled."""
    return min(map(_telling, literals), default=0)


@lru_cache(_REMEMBERED)
def _telling(literal: str) -> int:
    marks = sum(not (character.isalnum() or character.isspace()) for character in literal)
    if len(literal) < _ENOUGH // 2 and not any(ord(character) > 0x2E7F for character in literal):
        # Too short to tell anything, but for a sign that few texts hold, or two marks together.
        return _ENOUGH // 2 if marks > 1 or any(sign in literal for sign in _SIGNS) else 0
    words = re.findall(r"\w+", literal)
    return marks + sum(2 if ord(c) > 0x2E7F else 1 for word in words if word not in _COMMON for c in word)


def shortest(literals: frozenset[str]) -> frozenset[str]:
    """The literals without those in which another one stands: finding the shorter is enough."""
    return frozenset(one for one in literals if not any(other != one and other in one for other in literals))


def least(literals: frozenset[str]) -> tuple[str, ...]:
    """The literals without those that begin with another one of them, sorted."""
    kept: list[str] = []
    for literal in sorted(literals):
        if not kept or not literal.startswith(kept[-1]):
            kept.append(literal)
    return tuple(kept)


def better(one: Needs, two: Needs) -> Needs:
    """The more telling of two sets; None where neither says anything."""
    if not one or "" in one:
        return two if two and "" not in two else None
    if not two or "" in two:
        return one
    return one if rank(one) >= rank(two) else two


def rank(literals: frozenset[str]) -> tuple[int, bool, int, int]:
    """The more telling set first, up to what is enough; then the smaller one, or the longer where nothing tells."""
    length, told = min(map(len, literals)), strength(literals)
    return min(told, _ENOUGH), length >= 4, -len(literals) if told else length, length if told else -len(literals)


@lru_cache(_REMEMBERED)
def cut(literal: str) -> str:
    """As much of a literal, from its beginning, as is telling enough: many then share their beginning."""
    if _telling(literal) < _ENOUGH:
        return literal
    fewest = _ENOUGH if literal.isascii() else _ENOUGH // 2  # no character tells more than two letters
    return next((literal[:end] for end in range(fewest, len(literal)) if _telling(literal[:end]) >= _ENOUGH), literal)
