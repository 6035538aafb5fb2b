"""What a text is searched for: where each term of each rule shows first.

A pattern that must be a whole block or sentence shows at its beginning, and a text has
few beginnings; anything else shows by a literal somewhere in the text. Both are looked
up for all rules together, so a thousand patterns cost little more than a hundred.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from .cache import cached
from .model import Clause, Rule, RuleSet
from .packed import Packed, whole

KEY = 4
"""Characters by which beginnings are looked up first, and the fewest that one must have."""

# Characters of a beginning that are compared; needs (see `Term`) tell the rest apart.
# Comparing 14 took as long and made the index half as large again.
_COMPARED = 8
# Words with which many sentences of a text begin.
_COMMON = frozenset(
    (
        "the this that these those a an in it its he she his her they we you i our my but and or so as at on for to by "
        "if with when while there after der die das ein eine es er sie wir im le la les l' il elle un une en el los lo "
        "di de o os um uma het een w na в и на не"
    ).split()
)
# Telling letters that a literal must have to be looked for in place of a common beginning.
_WEAK = 3
# A set of more strings than this takes longer to look for than it spares.
_WIDEST = 24

# The index of fewer rules is made faster than it is read.
_WORTH_KEEPING = 20

# What may stand around the words of a block that a clause takes whole, in characters;
# and how long a block of nothing but phrases can be.
_MARKS = 200
_PHRASES = 1000


class Term(NamedTuple):
    """One phrase or pattern of a rule, or all the literals of a function.

    `rule` is the index of the rule in its set, `clause` and `number` those of the term
    (-1 for a function); `longest` is the longest block to look at, in characters; `needs`
    are sets of folded strings, of each of which one must stand in the block (in the
    rest of it, for what begins there). `phrase`: the term is a phrase. `once`: one
    sighting in a block is enough.
    """

    rule: int
    clause: int
    number: int
    longest: int
    needs: tuple[tuple[str, ...], ...] = ()
    phrase: bool = False
    once: bool = True


class Group(NamedTuple):
    """Beginnings that share their first `KEY` characters: the lengths they have, and the numbers of their terms."""

    lengths: tuple[int, ...]
    terms: dict[str, list[int]]


Openings = Packed[str, Group]
"""Beginnings by their first `KEY` characters."""


class Index(NamedTuple):
    """Where the terms of a rule set show; the numbers are places in `terms`.

    `stage` is the rules' stage. `blocks` and `sentences` hold beginnings, `short` beginnings of blocks with less than
    `KEY` characters. `plain` and `special` make the automata of the literals in ASCII and
    of the others. `always` are terms that nothing tells.
    """

    stage: int
    terms: Packed[int, Term]
    blocks: Openings
    sentences: Openings
    short: dict[str, list[int]]
    plain: Automaton
    special: Automaton
    always: tuple[int, ...]


Automaton = Callable[[], Any]
"""Makes an `ahocorasick.Automaton` when first called, or None where there is no literal.

Its values are (length, longest, numbers): of the literal, of the blocks to look at, of the terms.
"""

Places = tuple[int, list[int]]
"""The longest block that the terms of a literal look at, and their numbers."""


Plain = tuple[Any, ...]
"""An index as plain data: its terms and beginnings packed one by one, since a text needs few of them."""


def indexes(ruleset: RuleSet) -> list[Index]:
    """The indexes of a rule set, one for each stage, in their order; from the cache where it has them."""
    return ruleset.remember("indexes", lambda: [_unpacked(*plain) for plain in _kept(ruleset)])  # type: ignore[no-any-return]


def _kept(ruleset: RuleSet) -> list[Plain]:
    def make() -> list[Plain]:
        return [_index(ruleset, stage) for stage in sorted({rule.stage for rule in ruleset.rules})]

    if len(ruleset.rules) < _WORTH_KEEPING:
        return make()
    names = " ".join(rule.id for rule in ruleset.rules)
    return cached(f"index of {names}", [rule.digest for rule in ruleset.rules], make)


def _unpacked(
    stage: int,
    terms: dict[int, bytes],
    blocks: dict[str, bytes],
    sentences: dict[str, bytes],
    short: dict[str, list[int]],
    plain: dict[str, Places],
    special: dict[str, Places],
    always: tuple[int, ...],
) -> Index:
    return Index(
        stage,
        Packed(terms, lambda term: Term(*term)),
        Packed(blocks, _group),
        Packed(sentences, _group),
        short,
        _automaton(plain),
        _automaton(special),
        always,
    )


def _index(ruleset: RuleSet, stage: int) -> Plain:
    """The index of one stage's rules."""
    terms: dict[int, bytes] = {}
    blocks: dict[str, dict[str, list[int]]] = {}
    sentences: dict[str, dict[str, list[int]]] = {}
    short: dict[str, list[int]] = {}
    literals: dict[str, Places] = {}
    always: list[int] = []
    for place, rule in enumerate(ruleset.rules):
        if rule.stage != stage:
            continue
        for term, openings, needs in _terms(place, rule):
            number = len(terms)
            terms[number] = marshal.dumps(tuple(term))
            for opening in openings:
                if len(opening) >= KEY:
                    kind = sentences if rule.clauses[term.clause].extent == "sentence" else blocks
                    numbers = kind.setdefault(opening[:KEY], {}).setdefault(opening[:_COMPARED], [])
                    if number not in numbers:
                        numbers.append(number)
                else:
                    short.setdefault(opening, []).append(number)
            for literal in () if openings else needs:
                longest, numbers = literals.get(literal, (0, []))
                literals[literal] = max(longest, term.longest), [*numbers, number]
            if not openings and not needs:
                always.append(number)
    plain = {literal: places for literal, places in literals.items() if literal.isascii()}
    special = {literal: places for literal, places in literals.items() if not literal.isascii()}
    return stage, terms, _packed(blocks), _packed(sentences), short, plain, special, tuple(always)


def _packed(openings: dict[str, dict[str, list[int]]]) -> dict[str, bytes]:
    return {key: marshal.dumps(terms) for key, terms in openings.items()}


def _group(terms: dict[str, list[int]]) -> Group:
    return Group(tuple(sorted({len(opening) for opening in terms})), terms)


def _terms(place: int, rule: Rule) -> Iterable[tuple[Term, tuple[str, ...], tuple[str, ...]]]:
    """The terms of a rule, with the beginnings by which each is found, or the literals if there are none."""
    if rule.by_function and (rule.literals or not rule.clauses):
        yield Term(place, -1, -1, rule.where.longest or sys.maxsize, once=False), (), rule.literals
    for number, clause in enumerate(whole(rule.clauses)):
        for term, literals in enumerate(clause.literals):
            longest = min(_longest(clause, term), rule.where.longest or sys.maxsize)
            pattern = term - len(clause.phrases)
            others = clause.others[pattern] if pattern >= 0 and clause.others else ()
            openings = _openings(clause, term, literals)
            # Anchors may stand in front of the pattern; what is found by a literal has it.
            first = (literals,) if openings and literals and pattern >= 0 and not clause.anchors else ()
            needs = tuple(sorted((some for some in (*first, *others) if len(some) <= _WIDEST), key=len))
            yield (
                Term(place, number, term, longest, needs, pattern < 0, pattern >= 0),
                openings,
                literals,
            )


def _openings(clause: Clause, term: int, literals: tuple[str, ...]) -> tuple[str, ...]:
    """The strings with one of which a term begins the block or sentence that it is; none where literals tell more."""
    if clause.extent not in ("block", "sentence"):
        return ()
    pattern = term - len(clause.phrases)
    if pattern < 0:
        return (clause.phrases[term].lstrip(_marks(clause.phrases[term])),)
    openings = clause.prefixes[pattern] if clause.prefixes else ()
    if clause.extent == "sentence" and openings:
        from .telling import strength

        # Few sentences begin with "affiliate", many with "the" or "if you": then literals tell more.
        common = any(_COMMON.issuperset(opening.split()) for opening in openings)
        if (common and strength(literals) >= _WEAK) or min(map(len, openings)) < KEY:
            return ()
    return openings


def _marks(phrase: str) -> str:
    """The characters at the beginning of a phrase that are trimmed off a block, too."""
    return "".join(character for character in phrase if not (character.isalnum() or character in "\"'"))


def _longest(clause: Clause, term: int) -> int:
    """The longest block in which a term of a clause can hit."""
    if clause.extent != "block" or not clause.widths:
        return sys.maxsize if clause.extent != "block" or term >= len(clause.phrases) else _PHRASES
    if term < len(clause.phrases):
        return _PHRASES
    return clause.widths[term - len(clause.phrases)] + _MARKS


def _automaton(literals: dict[str, Places]) -> Automaton:
    @cache
    def make() -> Any:
        if not literals:
            return None
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal, (longest, numbers) in literals.items():
            automaton.add_word(literal, (len(literal), longest, numbers))
        automaton.make_automaton()
        return automaton

    return make
