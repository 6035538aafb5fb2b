"""Fixing an article: apply, read again, check again, until nothing is left to do.

What comes out is proved before it is handed on. A result that does not settle, or
that lost a word it should have kept, is thrown away: the article stays as it was, and
an internal-error finding says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .document import parse
from .document.model import Block, Document, Format, Scope
from .document.recurring import Recurring, mark
from .engine import examine
from .finding import Applicability, Edit, Finding, fingerprint
from .fix import apply
from .rules.guard import Failure
from .rules.model import RuleSet
from .span import Span

if TYPE_CHECKING:
    from .suppress import Ignore

# A pass halves the number of fixes that touch each other, so this settles runs of a thousand.
_PASSES = 12

INTERNAL_ERROR = "internal-error"
"""The rule name of the finding that says a fix was thrown away."""

_WORD = re.compile(r"\w+")


Held = frozenset[tuple[str, int]]
"""Findings that are somebody else's business, each by its rule and where it starts in the source."""


class Skipped(NamedTuple):
    """A finding that was not fixed, and why: "unsafe", "display", "protected" or "no fix"."""

    finding: Finding
    reason: str


class Repair(NamedTuple):
    """An article after fixing.

    `source` is the new text (the old one when nothing could be done); `fixed`
    what was repaired, placed in the text of the pass that did it; `left` the
    findings in `source`, and `skipped` those among them that have a reason;
    `suppressed` counts the ones that its comments silence; `failures` are the
    rules that broke down in one of the passes.
    """

    source: str
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    document: Document
    suppressed: int = 0
    failures: tuple[Failure, ...] = ()


def repair(
    source: str,
    format: Format,
    ruleset: RuleSet,
    scope: Scope = "article",
    applicabilities: Sequence[Applicability] = ("safe",),
    ignores: Sequence[Ignore] = (),
    held: Held = frozenset(),
    recurring: Recurring | None = None,
) -> Repair:
    """Fix one article. Never raises for any source; see `Repair`.

    `ignores` are the entries of the configuration for it; the findings `held` are
    neither fixed nor given back; `recurring` is what the article has in common with
    others of the run.
    """

    def read(source: str) -> Document:
        document = parse(source, format, scope)
        return mark(document, recurring) if recurring else document

    first = document = read(source)
    checked = checked_first = examine(document, ruleset, ignores)
    free = free_first = _free(checked.findings, held)
    fixed: list[Finding] = []
    failures = set(checked.failures)

    def done(repair: Repair) -> Repair:
        return repair._replace(failures=tuple(sorted(failures)))

    for _ in range(_PASSES):
        result = apply(document.source, free, applicabilities)
        if not result.applied:
            skipped = _skipped(free, ruleset)
            return done(Repair(document.source, tuple(fixed), tuple(free), skipped, document, checked.suppressed))
        after = read(result.source)
        checked_after = examine(after, ruleset, ignores)
        failures.update(checked_after.failures)
        for problem in _broken(document, after, result.edits, result.applied, checked.findings, checked_after.findings):
            return done(_given_up(first, free_first, ruleset, problem, checked_first.suppressed))
        fixed.extend(result.applied)
        moved = _moves(result.edits)
        held = frozenset((rule, moved(start)) for rule, start in held)
        document, checked = after, checked_after
        free = _free(checked.findings, held)
    return done(_given_up(first, free_first, ruleset, "the fixes do not settle", checked_first.suppressed))


def _free(found: Sequence[Finding], held: Held) -> list[Finding]:
    """The findings that are not held."""
    return [finding for finding in found if (finding.rule, finding.span.start) not in held]


def _broken(
    before: Document,
    after: Document,
    edits: Sequence[Edit],
    applied: Sequence[Finding],
    found: Sequence[Finding],
    found_after: Sequence[Finding],
) -> Iterator[str]:
    """What a pass broke, if anything; each check is one walk over the text."""
    expected = [(block.role, text) for block in before.blocks if (text := _edited(before, block, edits)).strip()]
    if _WORD.findall("\n".join(text for _, text in expected)) != _WORD.findall(after.text):
        yield "a word outside the repaired places changed"
    elif before.format != "text" and [role for role, _ in expected] != [block.role for block in after.blocks]:
        yield "a block outside the repaired places changed its kind"
    moved = _moves(edits)
    done = frozenset(applied)
    repaired = {(finding.rule, moved(finding.span.start), _kept(finding)) for finding in applied}
    # What had to wait may have moved to where something else was repaired.
    waited = {(finding.rule, moved(finding.span.start)) for finding in found if finding not in done}
    again = {key for finding in found_after for key in _keys(finding) if key[:2] not in waited}
    if not repaired.isdisjoint(again):
        yield "a repaired place is found again"


def _kept(finding: Finding) -> str:
    """The words that must not be found again where a finding was repaired: its own if they were deleted, "" for any.

    What stands at the place of a deletion afterwards are other words, and may be a finding of their own.
    """
    deleted = finding.fix is not None and not any(edit.text for edit in finding.fix.edits)
    return finding.matched if deleted else ""


def _keys(finding: Finding) -> tuple[tuple[str, int, str], ...]:
    return (finding.rule, finding.span.start, ""), (finding.rule, finding.span.start, finding.matched)


def _edited(document: Document, block: Block, edits: Sequence[Edit]) -> str:
    """The text a block must have after the edits (sorted and apart), worked out on the text and not on the new source.

    What stood on both sides of a deletion must not become one word, so a space
    stands for it.
    """
    start, end = block.runs[0][0], block.runs[-1][1]
    inside = edits[bisect_right(edits, start, key=_end) : bisect_left(edits, end, key=_start)]
    if not inside:
        return document.block_text(block)
    parts: list[str] = []
    made: set[Edit] = set()
    for offset in range(block.start, block.end):
        at = document.source_span(Span(offset, offset + 1)).start
        edit = next((edit for edit in inside if edit.span.start <= at < edit.span.end), None)
        if edit is None:
            parts.append(document.text[offset])
        elif edit not in made:
            made.add(edit)
            parts.append(edit.text or " ")
    return "".join(parts)


def _start(edit: Edit) -> int:
    return edit.span.start


def _end(edit: Edit) -> int:
    return edit.span.end


def _moves(edits: Sequence[Edit]) -> Callable[[int], int]:
    """A function from offsets of the source before the edits to where they stand after them."""
    ends = [edit.span.end for edit in edits]
    shifts = [0, *accumulate(len(text) - (span.end - span.start) for span, text in edits)]

    def moved(offset: int) -> int:
        at = bisect_right(ends, offset)
        inside = at < len(edits) and edits[at].span.start <= offset
        return (edits[at].span.start if inside else offset) + shifts[at]

    return moved


def _skipped(found: Sequence[Finding], ruleset: RuleSet) -> tuple[Skipped, ...]:
    return tuple(Skipped(finding, _reason(finding, ruleset)) for finding in found)


def _reason(finding: Finding, ruleset: RuleSet) -> str:
    if finding.fix is None:
        return "no fix"
    rule = ruleset.get(finding.rule)
    return "protected" if rule and rule.protected else finding.fix.applicability


def _given_up(document: Document, found: Sequence[Finding], ruleset: RuleSet, problem: str, suppressed: int) -> Repair:
    """The article as it was, with a finding that says why."""
    error = Finding(
        rule=INTERNAL_ERROR,
        severity="error",
        message=f"The article was left as it was: {problem}. Please report it with the article",
        span=Span(0, 0),
        matched="",
        fingerprint=fingerprint(INTERNAL_ERROR, problem, "", ""),
    )
    return Repair(document.source, (), (error, *found), _skipped(found, ruleset), document, suppressed)
