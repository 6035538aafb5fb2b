"""One pass over a text for what may be a hit of any rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from ..document.model import Block, Document
from .index import KEY, Group, Index, Term
from .match import folded_text, trimmed
from .model import Rule, RuleSet, Selector, Sighting

# Where a sentence may begin: behind a mark and white space, or a full stop that a letter
# follows. Rather too many places than too few: held against the library that splits
# sentences, only beginnings behind a quotation mark are missing.
_MARK = (
    r"[!-+\--/:-@\[-^`{-~\xa1-\xbf\u2010-\u2bff\u3000-\u303f\uff01-\uff0f\uff61-\uff65"
    r"\u0589\u05be-\u05f4\u060c-\u06d4\u0964]"
)
# No sentence is longer, in characters; so a block of a million sentences is not looked through for each.
_FAR = 5_000
# Bounded, because a text of nothing but marks would be looked through from each of them.
_STARTS = re.compile(
    rf"""{_MARK}(?:\s{{1,4}}[^\w"']{{0,12}}|(?<=[.!?…。！？．｡।])[^\w\s"']{{0,12}}["']?[^\w\s"']{{0,12}}(?=\w))"""
)


def sight(document: Document, ruleset: RuleSet, known: Index) -> dict[int, list[Sighting]]:
    """Where the rules of an index of the set may have a hit, by the index of the rule in the set.

    Only blocks that the rule selects count. A rule that nothing tells has a
    sighting in every block it selects (if made of clauses) or an empty list (if
    a function), so the keys are exactly the rules that must be run.
    """
    seen = _Seen(document, ruleset)
    if known.blocks.packed or known.short or known.sentences.packed:
        _openings(seen, known)
    _literals(seen, known)
    for number in known.always:
        term = known.terms[number]
        if not (inside := seen.blocks(term.rule)):
            continue  # nothing here is for this rule
        places = seen.found.setdefault(term.rule, [])
        if term.clause >= 0:
            blocks = (b for b in document.body if b.index in inside and b.end - b.start <= term.longest)
            places.extend(Sighting(term.clause, term.number, block, block.start, block.end) for block in blocks)
    return seen.found


def beginnings(folded: str, start: int, end: int) -> Iterator[int]:
    """Where sentences may begin in a part of a folded text, but for its own beginning."""
    return (match.end() for match in _STARTS.finditer(folded, start, end))


class _Seen:
    """The sightings so far, and what is known of the document."""

    __slots__ = ("_places", "_selectors", "chosen", "document", "folded", "found", "rules")

    def __init__(self, document: Document, ruleset: RuleSet) -> None:
        self.document = document
        self.rules = ruleset.rules
        self.folded = folded_text(document)
        self.found: dict[int, list[Sighting]] = {}
        # Many rules look at the same places, so each selector is worked out once.
        self._selectors: list[Selector]
        self._places: list[int]
        self._selectors, self._places = ruleset.remember("selectors", lambda: _selectors(ruleset))
        self.chosen: list[frozenset[int] | None] = [None] * len(self.rules)

    def blocks(self, rule: int) -> frozenset[int]:
        """The blocks that a rule selects."""
        known = self.chosen[rule]
        if known is None:
            known = self.chosen[rule] = _selected(self.document, self._selectors[self._places[rule]])
        return known

    def fits(self, term: Term, block: Block, words: str) -> bool:
        """Whether the rule selects the block, and all that the term needs stands in `words`, a folded part of it."""
        rule, _, _, longest, needs, _, _ = term
        if block.end - block.start > longest:
            return False
        selected = self.chosen[rule]
        if block.index not in (self.blocks(rule) if selected is None else selected):
            return False
        for some in needs:
            for literal in some:
                if literal in words:
                    break
            else:
                return False
        return True

    def add(self, term: Term, block: Block, start: int, end: int) -> None:
        """Note a sighting."""
        self.found.setdefault(term.rule, []).append(Sighting(term.clause, term.number, block, start, end))


def _selectors(ruleset: RuleSet) -> tuple[list[Selector], list[int]]:
    """The different selectors of a set, and the place among them of each rule's.

    Terms know their longest block, and languages are asked for later, so neither makes a difference.
    """
    different: dict[Selector, int] = {}
    places = []
    for rule in ruleset.rules:
        where = rule.where._replace(longest=None, languages=(), blocks=tuple(sorted(rule.where.blocks)))
        places.append(different.setdefault(where, len(different)))
    return list(different), places


def _openings(seen: _Seen, known: Index) -> None:
    """What begins where a block does, or one of its sentences."""
    folded, terms = seen.folded, known.terms
    short, blocks, sentences = known.short, known.blocks, known.sentences
    begins_block, begins_sentence = blocks.packed, sentences.packed
    body = seen.document.body
    # Most sentences begin as no term does, so their places are looked through before their blocks are known.
    places: Iterable[int] = ()
    if begins_sentence and body:
        ends = map(re.Match.end, _STARTS.finditer(folded, body[0].start, body[-1].end))
        places = [at for at in ends if folded[at : at + KEY] in begins_sentence]
    later = iter((*places, len(folded)))
    at = next(later)
    for block in body:
        start, end = block.start, block.end
        if not folded[start].isalnum():
            start = trimmed(folded, block.span).start
        numbers: list[tuple[int, int]] = []
        if short:
            for length in range(1, KEY):
                if found := short.get(folded[start : start + length]):
                    numbers.extend((number, start) for number in found)
        key = folded[start : start + KEY]
        if key in begins_block:
            _begins(numbers, folded, blocks[key], start)
        if key in begins_sentence:
            _begins(numbers, folded, sentences[key], start)
        while at < end:
            if at > start:
                _begins(numbers, folded, sentences[folded[at : at + KEY]], at)
            at = next(later)
        if not numbers:
            continue
        done: set[tuple[int, int]] = set()
        for number, place in numbers:
            term = terms[number]
            if not seen.fits(term, block, folded[place : end if place == start else min(end, place + _FAR)]):
                continue
            if not term.phrase:
                seen.add(term, block, place, place)
            elif (term.rule, term.clause) not in done:
                done.add((term.rule, term.clause))
                _phrases(seen, term, block)


def _begins(numbers: list[tuple[int, int]], folded: str, group: Group, at: int) -> None:
    """Add the terms of a group that begin at a place, with the place."""
    lengths, terms = group
    for length in lengths:
        if found := terms.get(folded[at : at + length]):
            numbers.extend((number, at) for number in found)


def _phrases(seen: _Seen, term: Term, block: Block) -> None:
    """All the phrases of a clause in a block that begins with one of them."""
    for number, phrase in enumerate(seen.rules[term.rule].clauses[term.clause].phrases):
        start = seen.folded.find(phrase, block.start, block.end)
        while start >= 0:
            seen.add(term._replace(number=number), block, start, start + len(phrase))
            start = seen.folded.find(phrase, start + 1, block.end)


def _literals(seen: _Seen, known: Index) -> None:
    """What shows by a literal."""
    body = seen.document.body
    if not body:
        return
    folded, terms, fits = seen.folded, known.terms, seen.fits
    plain, special = known.plain(), None if folded.isascii() else known.special()
    whole = body[0].start, body[-1].end
    found = list(plain.iter(folded, *whole)) if plain else []
    if special and (more := list(special.iter(folded, *whole))):
        found = sorted((*found, *more), key=itemgetter(0))
    blocks = iter(body)
    block = next(blocks)
    begin, end = block.start, block.end
    size, words = end - begin, ""
    done: set[int] = set()
    for last, (length, longest, numbers) in found:
        if last >= end:
            while last >= block.end and block is not body[-1]:
                block = next(blocks)
            begin, end = block.start, block.end
            size, words = end - begin, ""
            done.clear()
        if size > longest:
            continue
        start = last + 1 - length
        if start < begin:
            continue  # between blocks, or in one that is not looked at
        words = words or folded[begin:end]
        for number in numbers:
            if number in done:
                continue
            term = terms[number]
            if term.once:
                done.add(number)
            if fits(term, block, words):
                seen.add(term, block, start, last + 1)


def select(document: Document, rule: Rule) -> frozenset[int]:
    """The indexes of the blocks in scope that a rule's selector selects."""
    return _selected(document, rule.where)


def _selected(document: Document, where: Selector) -> frozenset[int]:
    known: dict[Selector, frozenset[int]] = document.remember("selected", dict)
    if where not in known:
        known[where] = _select(document, where)
    return known[where]


def _select(document: Document, where: Selector) -> frozenset[int]:
    body = document.body
    if where.formats and document.format not in where.formats:
        return frozenset()
    if where.sites and not on_site(document, where.sites):
        return frozenset()
    if where.images is not None and where.images != document.has_images:
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
        return frozenset(block.index for block in inside if block.end - block.start <= longest)
    if inside is body:
        # Most rules select everything, and may share it.
        every: frozenset[int] = document.remember("selected all", lambda: frozenset(block.index for block in body))
        return every
    return frozenset(block.index for block in inside)


def speaks(document: Document, rule: Rule) -> bool:
    """Whether the text is in one of the rule's languages; asked only once the rule has hits."""
    if not rule.where.languages:
        return True
    from ..document.language import language

    spoken = language(document)
    # A text too short to tell gets the benefit of the rule: its words have matched.
    return spoken is None or spoken in rule.where.languages


def on_site(document: Document, sites: Sequence[str]) -> bool:
    """Whether the address that a document names as its own is on one of `sites`, or below it."""
    url = document.meta.url
    host = url.value.split("//", 1)[-1].split("/", 1)[0].lower() if url else ""
    return any(host == site or host.endswith("." + site) for site in sites)
