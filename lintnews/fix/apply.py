"""Edits to a new source, in one pass."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from ..finding import Applicability, Edit, Finding
from ..span import Span


class Applied(NamedTuple):
    """A source after one pass: the new text, what was applied, what has to wait, and the edits made."""

    source: str
    applied: tuple[Finding, ...]
    waiting: tuple[Finding, ...]
    edits: tuple[Edit, ...] = ()


def apply(source: str, findings: Iterable[Finding], applicabilities: Iterable[Applicability] = ("safe",)) -> Applied:
    """Apply the fixes of `findings` that are of one of the `applicabilities`, in one pass.

    Fixes are atomic: all edits of one are made, or none. Deletions of whole blocks
    go before repairs inside blocks, and within each kind the order is that of
    (start, end, rule). A fix that overlaps or touches an edit already taken waits
    for another pass; identical ones are taken once.
    """
    allowed = set(applicabilities)
    wanted = [finding for finding in findings if finding.fix and finding.fix.applicability in allowed]
    taken: dict[Edit, None] = {}
    places: list[Span] = []  # of the edits taken, in order and apart
    applied: list[Finding] = []
    waiting: list[Finding] = []
    for finding in sorted(wanted, key=_order):
        assert finding.fix is not None
        new = [edit for edit in finding.fix.edits if edit not in taken]
        if any(_touches(places, edit.span) for edit in new):
            waiting.append(finding)
            continue
        taken.update(dict.fromkeys(new))
        for edit in new:
            insort(places, edit.span)
        applied.append(finding)
    edits = tuple(sorted(taken))
    return Applied(replace_spans(source, edits), tuple(applied), tuple(waiting), edits)


def _touches(places: list[Span], span: Span) -> bool:
    """Whether a span touches one of `places`: only its neighbours can be the one."""
    at = bisect_left(places, span)
    return any(span.touches(other) for other in places[max(0, at - 1) : at + 1])


def _order(finding: Finding) -> tuple[bool, int, int, str]:
    assert finding.fix is not None
    covers = any(edit.span.contains(finding.span) and not edit.text for edit in finding.fix.edits)
    return not covers, *finding.span, finding.rule


def replace_spans(source: str, edits: Iterable[Edit]) -> str:
    """`source` with edits made that are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for span, text in edits:
        parts += (source[at : span.start], text)
        at = span.end
    parts.append(source[at:])
    return "".join(parts)
