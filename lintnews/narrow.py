"""Fewer findings than there are: without those that a baseline knows, or only those on changed lines.

This comes after everything else, so that what is found does not depend on it, and
before fixing: what is not reported is not repaired either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .finding import Finding
from .run import Result, Task

if TYPE_CHECKING:
    from .baseline import Baseline, Ran
    from .changed import Lines

Run = Callable[[Task], list[Result]]
"""Checks or fixes the articles of a run, in their order."""


class Narrowing(NamedTuple):
    """What limits a run: a baseline with the rules that ran, and the changed lines by path; None for no limit."""

    baseline: Baseline | None = None
    ran: Ran = lambda path, rule: True
    lines: Mapping[str, Lines] | None = None


class Narrowed(NamedTuple):
    """The results of a run with the findings that are reported, and by path those that are not."""

    results: list[Result]
    hidden: Mapping[str, tuple[Finding, ...]]


def narrowed(run: Run, task: Task, narrowing: Narrowing) -> Narrowed:
    """Run, and leave out what is not to be reported.

    To fix, the articles are checked first: only whole results tell which findings
    are new.
    """
    if not (narrowing.baseline or narrowing.lines):
        return Narrowed(run(task), {})
    first = narrow(run(task._replace(fix=(), write=False)), narrowing)
    if not task.fix:
        return first
    held = {path: frozenset((one.rule, one.span.start) for one in found) for path, found in first.hidden.items()}
    fixed = run(task._replace(held=held))
    counts = [(result.baselined, result.stale) for result in first.results]
    results = [
        result._replace(baselined=baselined, stale=stale)
        for result, (baselined, stale) in zip(fixed, counts, strict=True)
    ]
    return Narrowed(results, first.hidden)


def ran_on(results: Sequence[Result], ran: Ran) -> Ran:
    """Whether a rule was in a run and did its work on a file: the findings of one that failed are not gone."""
    failed = {(result.path, failure.rule) for result in results for failure in result.failures}
    return lambda path, rule: ran(path, rule) and (path, rule) not in failed


def narrow(results: Sequence[Result], narrowing: Narrowing) -> Narrowed:
    """The results of a check without the findings that are not to be reported."""
    known: Mapping[str, frozenset[int]] = {}
    stale: Mapping[str, int] = {}
    if narrowing.baseline is not None:
        from .baseline import compare

        checked = {result.path: result.findings for result in results if result.error is None}
        known, stale = compare(narrowing.baseline, checked, ran_on(results, narrowing.ran))
    left: list[Result] = []
    hidden: dict[str, tuple[Finding, ...]] = {}
    for result in results:
        numbers = known.get(result.path, frozenset())
        new = [finding for number, finding in enumerate(result.findings) if number not in numbers]
        reported = _on_changed_lines(result, new, narrowing) if narrowing.lines is not None else new
        if len(reported) < len(result.findings):
            kept = set(map(id, reported))
            hidden[result.path] = tuple(finding for finding in result.findings if id(finding) not in kept)
        left.append(
            result._replace(
                findings=tuple(reported),
                source=result.source if reported else None,
                baselined=len(numbers),
                stale=stale.get(result.path, 0),
            )
        )
    return Narrowed(left, hidden)


def _on_changed_lines(result: Result, findings: Sequence[Finding], narrowing: Narrowing) -> list[Finding]:
    from .changed import WHOLE, touched

    assert narrowing.lines is not None
    lines = narrowing.lines.get(result.path, WHOLE)
    text = result.source.text if result.source else ""
    return [finding for finding, counts in zip(findings, touched(lines, text, findings), strict=True) if counts]
