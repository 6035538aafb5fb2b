"""GitLab's code quality report: a JSON array, shown beside the changes of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from ..finding import Severity
from ..rules.model import RuleSet
from ..run import Result
from .identity import identities
from .words import explained, line

# Of GitLab's severities: info, minor, major, critical, blocker.
_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """One issue a finding, and one for each file that could not be checked, or not by all rules."""
    issues = [issue for result in results for issue in _issues(result)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(result: Result) -> list[dict[str, Any]]:
    issues = []
    for problem in result.problems:
        name = " ".join((problem.kind, problem.rule)).strip()
        issues.append(_issue(result.path, problem.kind, line(problem.text), name, "blocker", 1, 1))
    index = result.lines
    for finding, name in zip(result.findings, identities(result.findings), strict=True):
        first = index.position(finding.span.start).line
        last = index.position(max(finding.span.start, finding.span.end - 1)).line
        severity = _SEVERITIES[finding.severity]
        issues.append(_issue(result.path, finding.rule, explained(finding), name, severity, first, last))
    return issues


def _issue(path: str, rule: str, text: str, name: str, severity: str, first: int, last: int) -> dict[str, Any]:
    # GitLab drops every issue but one of those that share a fingerprint, in whatever file they are.
    unique = blake2b(f"{path}\n{name}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return {
        "description": text,
        "check_name": rule,
        "fingerprint": unique,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": first, "end": last}},
    }
