"""SARIF 2.1.0, for code scanning and for editors that show it.

Section numbers are those of the OASIS standard, "Static Analysis Results Interchange
Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..finding import Finding, Fix, Severity
from ..rules.model import Rule, RuleSet
from ..run import Problem, Result
from ..span import LineIndex, Span
from .identity import identities
from .manual import facts, page
from .words import explained, repair

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The schema that the report follows."""

FINGERPRINT = "lintnews/v1"
"""The key of our fingerprint; its number changes when the fingerprint is made in another way (§3.27.17)."""

PROBLEMS = {
    "unreadable": "A file that could not be checked.",
    "incomplete": "A file on which a rule failed.",
}
"""The notifications that something could not be done."""

_ROOT = "%SRCROOT%"

# Code scanning refuses a file with more tags to a rule.
_TAGS = 20

# What code scanning sorts by besides the level.
_PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """The run as one SARIF log. Fixes that may only be shown are left out: SARIF cannot say so."""
    places = {rule.id: at for at, rule in enumerate(rules.rules)}
    problems = [_notification(result.path, problem) for result in results for problem in result.problems]
    run = {
        "tool": {
            "driver": {
                "name": "lintnews",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules.rules],
                "notifications": [{"id": kind, "shortDescription": {"text": text}} for kind, text in PROBLEMS.items()],
            }
        },
        "invocations": [{"executionSuccessful": not problems, "toolExecutionNotifications": problems}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository that was checked."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [one for result in results for one in _results(result, places)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    properties = {
        "tags": list(dict.fromkeys([rule.pack, *rule.tags]))[:_TAGS],
        "pack": rule.pack,
        "fix": rule.fix,
        "status": rule.status,
        "since": rule.since,
        "problem.severity": _PROBLEM[rule.severity],
    }
    return {
        "id": rule.id,
        **({"deprecatedIds": list(rule.aliases)} if rule.aliases else {}),
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.why.strip()},
        "help": {"text": facts(rule), "markdown": page(rule)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": properties,
    }


def _notification(path: str, problem: Problem) -> dict[str, Any]:
    return {
        "descriptor": {"id": problem.kind, "index": list(PROBLEMS).index(problem.kind)},
        **({"associatedRule": {"id": problem.rule}} if problem.rule else {}),
        "level": "error",
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }


def _results(result: Result, places: dict[str, int]) -> list[dict[str, Any]]:
    source = result.source.text if result.source else ""
    lines = result.lines
    names = identities(result.findings)
    return [_result(result.path, source, lines, *one, places) for one in zip(result.findings, names, strict=True)]


def _result(
    path: str, source: str, lines: LineIndex, finding: Finding, name: str, places: dict[str, int]
) -> dict[str, Any]:
    artifact = _artifact(path)
    region = _region(lines, finding.span) | {"snippet": {"text": source[finding.span.start : finding.span.end]}}
    data: dict[str, Any] = {
        "ruleId": finding.rule,
        **({"ruleIndex": places[finding.rule]} if finding.rule in places else {}),
        "level": finding.severity,
        "message": {"text": explained(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {FINGERPRINT: name},
        "properties": {
            "matched": finding.matched,
            "evidence": list(finding.evidence),
            "fix": finding.fix and finding.fix.applicability,
        },
    }
    if finding.fix and finding.fix.edits and finding.fix.applicability != "display":
        data["fixes"] = [_fix(artifact, source, lines, finding.fix)]
    return data


def _fix(artifact: dict[str, Any], source: str, lines: LineIndex, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    what = repair(source, fix.edits)
    return {
        "description": {"text": f"{what[0].upper()}{what[1:]} ({fix.applicability})."},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _region(lines: LineIndex, span: Span) -> dict[str, Any]:
    """A region by line and column and by offset (§3.30). Ends are exclusive; a byte-order mark does not count."""
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _artifact(path: str) -> dict[str, Any]:
    """Where a file is: by a relative reference from the root, or by a `file:` address where it is outside (§3.4)."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": _ROOT}
