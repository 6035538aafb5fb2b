"""One pass over a text for what may be a hit of any rule."""

from __future__ import annotations

import re

from ..document.model import Block, Document
from .index import KEY, Index, Longer, Term, index
from .match import folded_text, trimmed
from .model import Rule, RuleSet, Selector, Sighting

# Where a sentence may begin: behind a mark and white space, or a mark that a letter
# follows. Rather too many places than too few: a test holds them against the library
# that splits sentences, on every language of the fixtures.
_STARTS = re.compile(r"""[^\w\s,]\s+[^\w"']*|[.!?…。！？．｡।][^\w\s"']*["']?[^\w\s"']*(?=\w)""")


def sight(document: Document, ruleset: RuleSet, stage: int = 0) -> dict[int, list[Sighting]]:
    """Where one stage's rules may have a hit, by the index of the rule in the set.

    Only blocks that the rule selects count. A rule that nothing tells has a
    sighting in every block it selects (if made of clauses) or an empty list (if
    a function), so the keys are exactly the rules that must be run.
    """
    known: Index = ruleset.remember(f"index{stage}", lambda: index(ruleset, stage))
    seen = _Seen(document, ruleset)
    if known.blocks or known.short or known.sentences:
        _openings(seen, known)
    _literals(seen, known)
    for number in known.always:
        term = known.terms[number]
        if not (inside := seen.selected(term.rule)):
            continue  # nothing here is for this rule
        places = seen.found.setdefault(term.rule, [])
        if term.clause >= 0:
            blocks = (block for block in document.body if block.index in inside)
            places.extend(Sighting(term.clause, term.number, block, block.start, block.end) for block in blocks)
    return seen.found


class _Seen:
    """The sightings so far, and what is known of the document."""

    def __init__(self, document: Document, ruleset: RuleSet) -> None:
        self.document = document
        self.rules = ruleset.rules
        self.folded = folded_text(document)
        self.found: dict[int, list[Sighting]] = {}
        self._selected: dict[int, frozenset[int]] = {}

    def selected(self, rule: int) -> frozenset[int]:
        """The blocks that a rule selects."""
        if rule not in self._selected:
            self._selected[rule] = select(self.document, self.rules[rule])
        return self._selected[rule]

    def add(self, term: Term, block: Block, start: int, end: int) -> None:
        self.found.setdefault(term.rule, []).append(Sighting(term.clause, term.number, block, start, end))

    def fits(self, term: Term, block: Block, start: int) -> bool:
        """Whether the rule selects the block, and all that the term needs stands in it from `start` on."""
        end = block.end
        if end - block.start > term.longest or block.index not in self.selected(term.rule):
            return False
        find = self.folded.find
        for some in term.needs:
            for literal in some:
                if find(literal, start, end) >= 0:
                    break
            else:
                return False
        return True


def _openings(seen: _Seen, known: Index) -> None:
    """What begins where a block does, or one of its sentences."""
    folded, terms = seen.folded, known.terms
    for block in seen.document.body:
        done: set[tuple[int, int]] = set()
        start = trimmed(folded, block.span).start
        for length in range(1, KEY):
            for number in known.short.get(folded[start : start + length], ()):
                _begin(seen, terms[number], block, start, done)
        for openings in (known.blocks, known.sentences):
            if longer := openings.get(folded[start : start + KEY]):
                _begin_any(seen, known, longer, block, start, done)
        if sentences := known.sentences:
            for match in _STARTS.finditer(folded, start, block.end):
                at = match.end()
                if longer := sentences.get(folded[at : at + KEY]):
                    _begin_any(seen, known, longer, block, at, done)


def _begin_any(seen: _Seen, known: Index, longer: Longer, block: Block, at: int, done: set[tuple[int, int]]) -> None:
    for length in longer.lengths:
        for number in longer.terms.get(seen.folded[at : at + length], ()):
            _begin(seen, known.terms[number], block, at, done)


def _begin(seen: _Seen, term: Term, block: Block, at: int, done: set[tuple[int, int]]) -> None:
    """Note a term that may begin here; of a phrase, all the phrases of its clause in the block."""
    if not seen.fits(term, block, at):
        return
    if not term.phrase:
        seen.add(term, block, at, at)
        return
    if (term.rule, term.clause) in done:
        return
    done.add((term.rule, term.clause))
    clause = seen.rules[term.rule].clauses[term.clause]
    for number, phrase in enumerate(clause.phrases):
        start = seen.folded.find(phrase, block.start, block.end)
        while start >= 0:
            seen.add(term._replace(number=number), block, start, start + len(phrase))
            start = seen.folded.find(phrase, start + 1, block.end)


def _literals(seen: _Seen, known: Index) -> None:
    """What shows by a literal."""
    folded, terms, fits = seen.folded, known.terms, seen.fits
    automata = known.plain(), None if folded.isascii() else known.special()
    for automaton in automata:
        if automaton is None:
            continue
        for block in seen.document.body:
            done: set[int] = set()
            for last, (length, numbers) in automaton.iter(folded, block.start, block.end):
                for number in numbers:
                    if number in done:
                        continue
                    term = terms[number]
                    if term.once:
                        done.add(number)
                    if fits(term, block, block.start):
                        seen.add(term, block, last + 1 - length, last + 1)


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
    if roles and not document.remember("roles", lambda: {block.role for block in body}) <= set(roles):
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
