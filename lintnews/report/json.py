"""The JSON report; `docs/json.md` tells what each key means."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .. import __version__
from ..finding import Finding
from ..rules.model import RuleSet
from ..run import Result
from ..span import LineIndex
from .summary import summarize

SCHEMA = 1
"""Number of the report's schema: it changes when a key changes its meaning or goes."""


_COUNTS = ("articles", "findings", "error", "warning", "note", "suppressed", "baselined", "stale")


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """The whole run as one JSON object."""
    summary = summarize(results)
    report = {
        "schema": SCHEMA,
        "tool": {"name": "lintnews", "version": __version__},
        "articles": [article(result) for result in results],
        "summary": {key: getattr(summary, key) for key in _COUNTS},
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def render_lines(results: Sequence[Result], rules: RuleSet) -> str:
    """One article a line, each the object that `articles` holds in the JSON report."""
    return "".join(json.dumps(article(result), ensure_ascii=False) + "\n" for result in results)


def article(result: Result) -> dict[str, Any]:
    """One article as plain data."""
    lines = result.lines
    data = {
        "path": result.path,
        "format": result.format,
        "words": result.words,
        "scope": {"name": result.scope, "blocks": result.blocks[0], "of": result.blocks[1]},
        "error": result.error,
        "suppressed": result.suppressed,
        "baselined": result.baselined,
        "findings": [_finding(finding, lines) for finding in result.findings],
    }
    if result.failures:
        data["failures"] = [{"rule": failure.rule, "reason": failure.reason} for failure in result.failures]
    if result.fixed or result.skipped:
        keys = ("rule", "severity", "message", "matched", "fingerprint")
        data["fixed"] = [{key: getattr(finding, key) for key in keys} for finding in result.fixed]
        data["skipped"] = [{"fingerprint": one.finding.fingerprint, "reason": one.reason} for one in result.skipped]
    return data


def _finding(finding: Finding, lines: LineIndex) -> dict[str, Any]:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": lines.position(finding.span.start)._asdict(),
        "end": lines.position(finding.span.end)._asdict(),
        "matched": finding.matched,
        "fingerprint": finding.fingerprint,
        "evidence": list(finding.evidence),
        "fix": fix
        and {
            "applicability": fix.applicability,
            "edits": [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits],
        },
    }
