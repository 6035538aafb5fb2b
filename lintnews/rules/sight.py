"""One pass over a text for the required literals of all rules."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from ..document.model import Block, Document
from .match import folded_text
from .model import Rule, RuleSet, Selector, Sighting

Targets = dict[str, list[tuple[int, int, int]]]
"""For each literal the rules that need it: index of the rule, of its clause, and of the term in the clause."""


def sight(document: Document, ruleset: RuleSet, stage: int = 0) -> dict[int, list[Sighting]]:
    """Where the required literals of one stage's rules stand, by the index of the rule in the set.

    Only blocks that the rule selects count. A rule that requires nothing has a
    sighting in every block it selects (if made of clauses) or an empty list (if
    a function), so the keys are exactly the rules that must be run.
    """
    automaton, always = ruleset.remember(f"automaton{stage}", lambda: _build(ruleset, stage))
    found: dict[int, list[Sighting]] = {}
    selected: dict[int, frozenset[int]] = {}

    def blocks_of(index: int) -> frozenset[int]:
        if index not in selected:
            selected[index] = select(document, ruleset.rules[index])
        return selected[index]

    body = document.body
    starts = [block.start for block in body]
    if automaton is not None and body:
        folded = folded_text(document)
        for last, (length, targets) in automaton.iter(folded, body[0].start, body[-1].end):
            start, end = last + 1 - length, last + 1
            at = bisect_right(starts, start) - 1
            block = body[at]
            if at >= 0 and end <= block.end:
                for index, clause, term in targets:
                    if block.index in blocks_of(index):
                        found.setdefault(index, []).append(Sighting(clause, term, block, start, end))
    for index, clause, term in always:
        seen = found.setdefault(index, [])
        if clause >= 0:
            seen.extend(
                Sighting(clause, term, block, block.start, block.end)
                for block in body
                if block.index in blocks_of(index)
            )
    return found


def _build(ruleset: RuleSet, stage: int) -> tuple[Any, list[tuple[int, int, int]]]:
    import ahocorasick

    targets: Targets = {}
    always: list[tuple[int, int, int]] = []
    for index, rule in enumerate(ruleset.rules):
        if rule.stage != stage:
            continue
        if not rule.clauses:
            for literal in rule.literals:
                targets.setdefault(literal, []).append((index, -1, -1))
            if not rule.literals:
                always.append((index, -1, -1))
        for number, clause in enumerate(rule.clauses):
            for term, literals in enumerate(clause.literals):
                for literal in literals:
                    targets.setdefault(literal, []).append((index, number, term))
                if not literals:
                    always.append((index, number, term))
    if not targets:
        return None, always
    automaton = ahocorasick.Automaton()
    for literal, places in targets.items():
        automaton.add_word(literal, (len(literal), tuple(places)))
    automaton.make_automaton()
    return automaton, always


def select(document: Document, rule: Rule) -> frozenset[int]:
    """The indexes of the blocks in scope that a rule's selector selects."""
    where = rule.where
    body = document.body
    if where.formats and document.format not in where.formats:
        return frozenset()
    if not _on_site(document, where) or (where.images is not None and where.images != document.has_images):
        return frozenset()
    count = len(body)
    first = where.first_blocks if where.first_blocks is not None else 0
    last = where.last_blocks if where.last_blocks is not None else 0
    anywhere = not first and not last
    return frozenset(
        block.index
        for place, block in enumerate(body)
        if (anywhere or place < first or place >= count - last) and _fits(block, where)
    )


def _fits(block: Block, where: Selector) -> bool:
    return (
        (not where.blocks or block.role in where.blocks)
        and (not where.regions or block.region in where.regions)
        and (where.longest is None or block.end - block.start <= where.longest)
    )


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
