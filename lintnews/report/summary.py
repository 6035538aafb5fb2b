"""What all reports count alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..run import Result


class Summary(NamedTuple):
    """Numbers of one run; `error`, `warning` and `note` count findings."""

    articles: int
    findings: int
    error: int
    warning: int
    note: int
    unreadable: int
    safe: int
    unsafe: int
    fixed: int


def summarize(results: Sequence[Result]) -> Summary:
    """Count the results of a run."""
    findings = [finding for result in results for finding in result.findings]
    severities = [finding.severity for finding in findings]
    fixes = [finding.fix.applicability for finding in findings if finding.fix]
    return Summary(
        len(results),
        len(findings),
        severities.count("error"),
        severities.count("warning"),
        severities.count("note"),
        sum(result.error is not None for result in results),
        fixes.count("safe"),
        fixes.count("unsafe"),
        sum(len(result.fixed) for result in results),
    )
