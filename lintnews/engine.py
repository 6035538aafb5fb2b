"""A document and a rule set to findings: sighted, checked, placed, and told apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .document.model import SIGNAL, Block, Document
from .finding import SEVERITIES, Applicability, Finding, Fix, Severity
from .identity import fingerprint_of, words_of
from .rules.guard import Failure, RuleFailedError, call, failure
from .rules.index import Index, indexes
from .rules.model import Hit, Rule, RuleSet
from .rules.sight import select, sight, speaks
from .span import Span

if TYPE_CHECKING:
    from .suppress import Ignore, Use

# How much of a finding another one may cover before the two are about the same defect.
_SAME = 0.5

_EXCERPT = 60


class Checked(NamedTuple):
    """The findings of one document, sorted by (start, end, rule), and how many more the author wants silence about.

    `uses` names what silences those (see `suppress.py`); `failures` are the rules
    that broke down, whose findings are missing.
    """

    findings: tuple[Finding, ...]
    suppressed: int = 0
    uses: frozenset[Use] = frozenset()
    failures: tuple[Failure, ...] = ()


def check(document: Document, ruleset: RuleSet) -> list[Finding]:
    """All findings of a rule set in a document that its comments do not silence, sorted by (start, end, rule).

    Raises RuleFailedError when a rule breaks down; `examine` goes on without it.
    """
    checked = examine(document, ruleset)
    if checked.failures:
        raise RuleFailedError(checked.failures[0])
    return list(checked.findings)


def examine(document: Document, ruleset: RuleSet, ignores: Sequence[Ignore] = ()) -> Checked:
    """Check a document; `ignores` are the entries of the configuration for its file.

    Where two rules see the same span, the surer and wider one speaks. Rules
    about structure run after the others and look at what would be left. A hit
    that is silenced is out of all this: it shields no other, and its block stays.
    """
    silent = None
    if document.comments or ignores or (document.format == "markdown" and SIGNAL in document.source):
        from .suppress import OWN, UNUSED, silenced_by, silences, unused, with_its_comments

        silent = silences(document, ruleset, ignores)
    hits: list[tuple[Rule, Hit]] = []
    hushed: list[tuple[Rule, Hit]] = []
    uses: set[Use] = set()
    failures: list[Failure] = []
    left = document
    for index in indexes(ruleset):
        gone = _deleted(document, hits)
        left = left.without(frozenset(gone), _marked(document, [*hits, *hushed]))
        new: list[tuple[Rule, Hit]] = []
        for rule, hit in _hits(left, ruleset, index, failures):
            by = silenced_by(silent, document, rule, hit) if silent else ()
            uses.update(by)
            (hushed if by else new).append(_resting(left, gone, rule, hit))
        hits = _distinct([*hits, *new])
    found: list[Finding] = []
    for rule, hit in hits:
        try:
            finding = _finding(document, rule, hit, ruleset.severities.get(rule.id))
            if silent:
                finding = with_its_comments(document, silent, finding, _deleted(document, [(rule, hit)]))
        except Exception as error:
            failures.append(failure(rule.id, error))
        else:
            found.append(finding)
    if silent:
        about = {rule.id: rule for rule in ruleset.rules if rule.id.startswith(OWN)}
        # A rule that broke down may have had a use for any of them.
        unneeded = unused(document, ruleset, silent, uses) if UNUSED in about and not failures else ()
        notes = (*silent.notes, *unneeded)
        levels = {id: ruleset.severities.get(id, rule.severity) for id, rule in about.items()}
        found += [note._replace(severity=levels[note.rule]) for note in notes if note.rule in about]
    found.sort(key=lambda finding: (finding.span, finding.rule))
    return Checked(tuple(found), len(_distinct(hushed)), frozenset(uses), tuple(sorted(set(failures))))


def _hits(document: Document, ruleset: RuleSet, index: Index, failures: list[Failure]) -> list[tuple[Rule, Hit]]:
    """The hits of one stage's rules; a rule that breaks down adds to `failures` instead."""
    hits: list[tuple[Rule, Hit]] = []
    for place, sightings in sorted(sight(document, ruleset, index).items()):
        rule = ruleset.rules[place]
        try:
            found = call(document, rule, sightings)
        except RuleFailedError as failed:
            failures.append(failed.failure)
            continue
        if found and rule.by_function:
            # A function looks where it likes; its hits must lie where the rule selects.
            selected = select(document, rule)
            found = [hit for hit in found if hit.place or document.block_at(hit.span.start).index in selected]
        if found and speaks(document, rule):
            hits.extend((rule, hit) for hit in found)
    return hits


def _deleted(document: Document, hits: Iterable[tuple[Rule, Hit]]) -> dict[int, Applicability]:
    """The indexes of the blocks that the hits would delete whole, and how freely."""
    gone: dict[int, Applicability] = {}
    for rule, hit in hits:
        if not hit.place and ((rule.delete and hit.repair is None) or hit.repair == ""):
            for block in _blocks(document, hit):
                if hit.span.contains(block.span):
                    gone[block.index] = hit.applicability or rule.applicability
    return gone


def _marked(document: Document, hits: Iterable[tuple[Rule, Hit]]) -> frozenset[int]:
    """The indexes of the blocks in which a hit lies, or a part of one."""
    return frozenset(block.index for _, hit in hits if not hit.place for block in _blocks(document, hit))


def _blocks(document: Document, hit: Hit) -> Iterator[Block]:
    """The blocks that a hit reaches into."""
    for index in range(document.block_at(hit.span.start).index, len(document.blocks)):
        block = document.blocks[index]
        if block.start >= hit.span.end:
            return
        yield block


def _resting(document: Document, gone: dict[int, Applicability], rule: Rule, hit: Hit) -> tuple[Rule, Hit]:
    """A hit that is only true once its neighbours are gone is repaired no more freely than they are."""
    if hit.place:
        return rule, hit
    after = document.block_at(max(hit.span.start, hit.span.end - 1)).index + 1
    while after in gone:
        if gone[after] != "safe":
            return rule, hit._replace(applicability=gone[after])
        after += 1
    return rule, hit


def _distinct(hits: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """The hits without those about a defect that a stronger hit already reports."""

    def strength(item: tuple[Rule, Hit]) -> tuple[int, int, int, str]:
        rule, hit = item
        severity = SEVERITIES.index(hit.severity or rule.severity)
        return -severity, hit.span.start - hit.span.end, hit.span.start, rule.id

    kept: list[tuple[Rule, Hit]] = []
    spoken = _Cover()
    for rule, hit in sorted(hits, key=strength):
        length = hit.span.end - hit.span.start
        if not length or spoken.within(hit.span) < _SAME * length:
            kept.append((rule, hit))
            spoken.add(hit.span)
    return kept


class _Cover:
    """A set of code points, kept as spans that do not touch, so that thousands of hits cost no more each than one."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def within(self, span: Span) -> int:
        """How many code points of `span` are in the set."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return sum(min(span.end, self.ends[i]) - max(span.start, self.starts[i]) for i in range(first, last))

    def add(self, span: Span) -> None:
        """Put all of `span` into the set."""
        first, last = bisect_left(self.ends, span.start), bisect_right(self.starts, span.end)
        start = min([span.start, *self.starts[first : first + 1]]) if first < last else span.start
        end = max(span.end, self.ends[last - 1]) if first < last else span.end
        self.starts[first:last] = [start]
        self.ends[first:last] = [end]


def _finding(document: Document, rule: Rule, hit: Hit, severity: Severity | None) -> Finding:
    matched = words_of(document, hit)
    shown = matched if len(matched) <= _EXCERPT else matched[: _EXCERPT - 1].rstrip() + "…"
    return Finding(
        rule=rule.id,
        severity=severity or hit.severity or rule.severity,
        message=(hit.message or rule.message).replace("{match}", " ".join(shown.split())),
        span=hit.place or document.source_span(hit.span),
        matched=matched,
        fix=_fix(document, rule, hit),
        fingerprint=fingerprint_of(document, rule, hit),
        evidence=hit.evidence,
    )


def _fix(document: Document, rule: Rule, hit: Hit) -> Fix | None:
    applicability = "display" if rule.protected else hit.applicability or rule.applicability
    if hit.place:
        return Fix(hit.edits, applicability) if hit.edits else None
    repair = "" if hit.repair is None and rule.delete else hit.repair
    if repair is None:
        return None
    from .fix import place

    return place(document, hit.span, repair, applicability)
