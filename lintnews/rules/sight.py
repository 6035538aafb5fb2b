"""One pass over a text for the required literals of all rules."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Any

from ..document.model import Document
from .match import folded_text
from .model import Clause, Rule, RuleSet, Selector, Sighting

Target = tuple[int, int, int, int, bool]
"""A rule that needs a literal: index of the rule, of its clause, of the term in it, the
longest block to look at, and whether one sighting in a block is enough."""

# What may stand around the words of a block that a clause takes whole, in characters;
# and how long a block of nothing but phrases can be.
_MARKS = 200
_PHRASES = 1000


def sight(document: Document, ruleset: RuleSet, stage: int = 0) -> dict[int, list[Sighting]]:
    """Where the required literals of one stage's rules stand, by the index of the rule in the set.

    Only blocks that the rule selects count. A rule that requires nothing has a
    sighting in every block it selects (if made of clauses) or an empty list (if
    a function), so the keys are exactly the rules that must be run.
    """
    plain, special, always = ruleset.remember(f"automata{stage}", lambda: _build(ruleset, stage))
    found: dict[int, list[Sighting]] = {}
    selected: dict[int, frozenset[int]] = {}
    once: set[tuple[int, int, int, int]] = set()

    def blocks_of(index: int) -> frozenset[int]:
        if index not in selected:
            selected[index] = select(document, ruleset.rules[index])
        return selected[index]

    body = document.body
    starts = [block.start for block in body]
    folded = folded_text(document)
    for automaton in (plain(), None if folded.isascii() else special()) if body else ():
        if automaton is None:
            continue
        for last, (length, targets) in automaton.iter(folded, body[0].start, body[-1].end):
            start, end = last + 1 - length, last + 1
            at = bisect_right(starts, start) - 1
            block = body[at]
            if at < 0 or end > block.end:
                continue
            size = block.end - block.start
            for index, clause, term, longest, enough in targets:
                if size > longest or block.index not in blocks_of(index):
                    continue
                if enough:
                    if (index, clause, term, at) in once:
                        continue
                    once.add((index, clause, term, at))
                found.setdefault(index, []).append(Sighting(clause, term, block, start, end))
    for index, clause, term in always:
        if not (inside := blocks_of(index)):
            continue  # nothing here is for this rule
        seen = found.setdefault(index, [])
        if clause >= 0:
            places = (block for block in body if block.index in inside)
            seen.extend(Sighting(clause, term, block, block.start, block.end) for block in places)
    return found


def _build(ruleset: RuleSet, stage: int) -> tuple[Automaton, Automaton, list[tuple[int, int, int]]]:
    """The automata of a stage, and the terms that are looked for in every block.

    A literal with a character beyond ASCII cannot stand in an ASCII text, which
    folded English mostly is, so these have an automaton of their own. Each is
    made when first needed.
    """
    targets: dict[str, list[Target]] = {}
    always: list[tuple[int, int, int]] = []
    for index, rule in enumerate(ruleset.rules):
        if rule.stage != stage:
            continue
        if not rule.clauses:
            for literal in rule.literals:
                targets.setdefault(literal, []).append((index, -1, -1, sys.maxsize, False))
            if not rule.literals:
                always.append((index, -1, -1))
        for number, clause in enumerate(rule.clauses):
            for term, literals in enumerate(clause.literals):
                longest = min(_longest(clause, term), rule.where.longest or sys.maxsize)
                target = index, number, term, longest, term >= len(clause.phrases)
                for literal in literals:
                    targets.setdefault(literal, []).append(target)
                if not literals:
                    always.append((index, number, term))
    plain = {literal: places for literal, places in targets.items() if literal.isascii()}
    special = {literal: places for literal, places in targets.items() if not literal.isascii()}
    return _automaton(plain), _automaton(special), always


Automaton = Callable[[], Any]
"""Makes an `ahocorasick.Automaton` when first called, or None where there is no literal."""


def _automaton(targets: dict[str, list[Target]]) -> Automaton:
    @cache
    def make() -> Any:
        if not targets:
            return None
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal, places in targets.items():
            automaton.add_word(literal, (len(literal), places))
        automaton.make_automaton()
        return automaton

    return make


def _longest(clause: Clause, term: int) -> int:
    """The longest block in which a term of a clause can hit."""
    if clause.extent != "block" or not clause.widths:
        return sys.maxsize if clause.extent != "block" or term >= len(clause.phrases) else _PHRASES
    if term < len(clause.phrases):
        return _PHRASES
    return clause.widths[term - len(clause.phrases)] + _MARKS


def select(document: Document, rule: Rule) -> frozenset[int]:
    """The indexes of the blocks in scope that a rule's selector selects."""
    # Many rules look at the same places, so each selector is worked out once.
    known: dict[Selector, frozenset[int]] = document.remember("selected", dict)
    where = rule.where
    if where not in known:
        known[where] = _select(document, where)
    return known[where]


def _select(document: Document, where: Selector) -> frozenset[int]:
    body = document.body
    if where.formats and document.format not in where.formats:
        return frozenset()
    if not _on_site(document, where) or (where.images is not None and where.images != document.has_images):
        return frozenset()
    inside = body
    if where.first_blocks or where.last_blocks:
        first, last = where.first_blocks or 0, len(body) - (where.last_blocks or 0)
        inside = tuple(block for place, block in enumerate(body) if place < first or place >= last)
    roles, regions, longest = where.blocks, where.regions, where.longest
    if roles:
        inside = tuple(block for block in inside if block.role in roles)
    if regions:
        inside = tuple(block for block in inside if block.region in regions)
    if longest is not None:
        inside = tuple(block for block in inside if block.end - block.start <= longest)
    return frozenset(block.index for block in inside)


def speaks(document: Document, rule: Rule) -> bool:
    """Whether the text is in one of the rule's languages; asked only once the rule has hits."""
    if not rule.where.languages:
        return True
    from ..document.language import language

    spoken = language(document)
    # A text too short to tell gets the benefit of the rule: its words have matched.
    return spoken is None or spoken in rule.where.languages


def _on_site(document: Document, where: Selector) -> bool:
    if not where.sites:
        return True
    url = document.meta.url
    host = url.value.split("//", 1)[-1].split("/", 1)[0].lower() if url else ""
    return any(host == site or host.endswith("." + site) for site in where.sites)
