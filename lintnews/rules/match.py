"""Clauses at work: from required literals seen in a block to exact hits.

The literals have been found before, for all rules in one pass (`sight.py`);
here the `regex` package looks at the blocks in question and at nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..document.model import BLOCK_GAP, Block, Document
from ..span import Span
from .fold import fold, plain
from .model import Check, Clause, Hit, Sighting

if TYPE_CHECKING:
    from regex import Pattern

TIMEOUT = 0.5
"""Seconds after which a pattern that runs wild on a block is given up."""

# What may stand around a phrase that is the whole of a block or sentence.
# Quotation marks are not among it: what is quoted is what somebody said.
_QUOTES = "\"'"


def clause_check(clauses: Sequence[Clause]) -> Check:
    """The check of a rule that is made of clauses."""

    def check(document: Document, sightings: Sequence[Sighting]) -> Iterable[Hit]:
        by_clause: dict[int, list[Sighting]] = {}
        for sighting in sightings:
            by_clause.setdefault(sighting.clause, []).append(sighting)
        hits = [hit for number, seen in by_clause.items() for hit in _clause_hits(document, clauses[number], seen)]
        return _joined(document, hits) if any(clause.extent == "sentence" for clause in clauses) else hits

    return check


def folded_text(document: Document) -> str:
    """The document's text folded for phrases, as long as the text."""
    return document.remember("folded", lambda: fold(document.text))  # type: ignore[no-any-return]


def plain_text(document: Document) -> str:
    """The document's text with quotes, dashes and white space made alike, as long as the text."""
    return document.remember("plain", lambda: plain(document.text))  # type: ignore[no-any-return]


def _clause_hits(document: Document, clause: Clause, sightings: Sequence[Sighting]) -> list[Hit]:
    by_block: dict[int, list[Sighting]] = {}
    for sighting in sightings:
        by_block.setdefault(sighting.block.index, []).append(sighting)
    hits: list[Hit] = []
    terms: set[int] = set()
    for _, seen in sorted(by_block.items()):
        block = seen[0].block
        folded = folded_text(document)[block.start : block.end]
        if clause.anchors and not any(anchor in folded for anchor in clause.anchors):
            continue
        found = list(_in_block(document, clause, block, seen))
        if not found or _is_excused(clause, folded):
            continue
        for term, span in found:
            terms.add(term)
            hits.append(Hit(span, repair=clause.replace))
    if len(terms) < clause.at_least:
        return []
    if clause.extent == "to-end" and hits:
        start = min(hit.span.start for hit in hits)
        return [Hit(Span(start, document.body[-1].end), repair=clause.replace)]
    # Parts that count only together are one artefact where they stand together.
    return _joined(document, hits, (" ", "\n", BLOCK_GAP)) if clause.at_least > 1 else hits


def _is_excused(clause: Clause, folded: str) -> bool:
    """Whether an `unless` of the clause stands in the block; one that runs wild excuses it."""
    try:
        return any(compiled(pattern, False).search(folded, timeout=TIMEOUT) for pattern in clause.unless)
    except TimeoutError:
        return True


def _joined(document: Document, hits: Sequence[Hit], gaps: Sequence[str] = (" ", "\n")) -> list[Hit]:
    """Hits that follow each other with nothing but one of `gaps` between as one; equal ones once."""
    joined: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.span):
        last = joined[-1].span if joined else None
        if last and hit.span.start >= last.end and document.text[last.end : hit.span.start] in ("", *gaps):
            joined[-1] = joined[-1]._replace(span=Span(last.start, hit.span.end))
        elif last is None or hit.span != last:
            joined.append(hit)
    return joined


def _in_block(document: Document, clause: Clause, block: Block, seen: Sequence[Sighting]) -> Iterator[tuple[int, Span]]:
    """The matches of a clause in one block, with the number of the phrase or pattern."""
    phrases = len(clause.phrases)
    found = [
        (s.term, Span(s.start, s.end)) for s in seen if s.term < phrases and is_word(document.text, s.start, s.end)
    ]
    if clause.extent == "block" and found and _is_all(document, block.span, [span for _, span in found]):
        for term in {term for term, _ in found}:
            yield term, block.span
    elif clause.extent == "sentence" and found:
        yield from _sentences_made_of(document, block, found)
    elif clause.extent in ("match", "to-end"):
        yield from found
    for number in sorted({s.term - phrases for s in seen if s.term >= phrases}):
        begins = {s.start for s in seen if s.term == phrases + number and s.start == s.end}
        try:
            spans = list(_pattern_spans(document, clause, block, number, begins))
        except TimeoutError:
            continue  # a miss costs less than a run that never ends
        for span in spans:
            yield phrases + number, span


def _pattern_spans(document: Document, clause: Clause, block: Block, number: int, begins: set[int]) -> Iterator[Span]:
    """The matches of a pattern; `begins` are the places where it may begin, if that is how it was sighted."""
    text = plain_text(document)
    if clause.extent in ("match", "to-end"):
        # The block alone is searched, so that ^ and $ mean its edges.
        pattern = compiled(clause.patterns[number], clause.case)
        for match in pattern.finditer(text[block.start : block.end], timeout=TIMEOUT):
            start, end = match.span("focus") if "focus" in pattern.groupindex and match["focus"] else match.span()
            if start < end:
                yield Span(start, end).shift(block.start)
        return
    for whole in _wholes(document, clause, block):
        span = trimmed(text, whole)
        if (not begins or span.start in begins) and _may_match(document, clause, number, span):
            pattern = compiled(clause.patterns[number], clause.case)
            if pattern.fullmatch(text[span.start : span.end], timeout=TIMEOUT):
                yield whole


def _wholes(document: Document, clause: Clause, block: Block) -> tuple[Span, ...]:
    """What a pattern must match all of: the block, or each of its sentences."""
    if clause.extent == "block":
        return (block.span,)
    from ..document.sentences import sentences

    return sentences(document, block)


def _may_match(document: Document, clause: Clause, number: int, span: Span) -> bool:
    """Whether the length of a span and what stands in it allow a match; cheap, and never wrong about a no."""
    if clause.widths and span.end - span.start > clause.widths[number]:
        return False
    if clause.extent == "block" or not clause.others:
        return True  # what a block needs has been seen
    folded = folded_text(document)[span.start : span.end]
    return all(any(literal in folded for literal in some) for some in clause.others[number])


def _sentences_made_of(
    document: Document, block: Block, found: Sequence[tuple[int, Span]]
) -> Iterator[tuple[int, Span]]:
    from ..document.sentences import sentences

    for sentence in sentences(document, block):
        inside = [(term, span) for term, span in found if sentence.contains(span)]
        if inside and _is_all(document, sentence, [span for _, span in inside]):
            yield from ((term, sentence) for term in sorted({term for term, _ in inside}))


def _is_all(document: Document, whole: Span, parts: Sequence[Span]) -> bool:
    """Whether nothing but `parts` stands in `whole`, apart from marks that are no quotation marks."""
    text = plain_text(document)
    at = whole.start
    for start, end in sorted(parts):
        if start > at and any(c.isalnum() or c in _QUOTES for c in text[at:start]):
            return False
        at = max(at, end)
    return not any(c.isalnum() or c in _QUOTES for c in text[at : whole.end])


def trimmed(text: str, span: Span) -> Span:
    """`span` without the marks at its edges, quotation marks kept."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in _QUOTES):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in _QUOTES):
        end -= 1
    return Span(start, end)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a phrase at `start` to `end` is not a part of longer words on either side."""
    return not (_joins(text[start - 1 : start], text[start]) or _joins(text[end : end + 1], text[end - 1]))


def _joins(outer: str, edge: str) -> bool:
    """Whether two neighbouring characters belong to one word; scripts without spaces never do."""
    return bool(outer) and outer.isalnum() and edge.isalnum() and not _dense(outer) and not _dense(edge)


def _dense(character: str) -> bool:
    return character >= "\u2e80" or "\u0e00" <= character <= "\u0eff"


@lru_cache(maxsize=4096)
def compiled(pattern: str, case: bool) -> Pattern[str]:
    """A pattern compiled by the `regex` package, once."""
    import regex

    return regex.compile(pattern, 0 if case else regex.IGNORECASE)
