"""Diagnostics for reviewdog: one JSON object a line, in its Reviewdog Diagnostic Format.

Its columns count bytes of the line in UTF-8 from 1, and ends are exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..document.decode import Source
from ..finding import Edit, Finding, Fix, Severity
from ..rules.model import RuleSet
from ..run import Result
from ..span import LineIndex, Span
from .words import explained, line

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """One diagnostic a finding, and one without a place for each file that could not be checked, or not by all rules.

    A fix becomes one suggestion. Fixes that may only be shown have none, and articles
    that are not in UTF-8 have none, because a reviewer's click must not do damage.
    """
    diagnostics: list[dict[str, Any]] = []
    for result in results:
        where: dict[str, Any] = {"path": result.path}
        diagnostics += [_diagnostic(line(problem.text), where, "ERROR", problem.kind) for problem in result.problems]
        lines = result.lines
        if result.source is not None:
            diagnostics += [_finding(result.path, result.source, lines, finding) for finding in result.findings]
    return "".join(json.dumps(diagnostic, ensure_ascii=False) + "\n" for diagnostic in diagnostics)


def _diagnostic(message: str, location: dict[str, Any], severity: str, rule: str) -> dict[str, Any]:
    return {
        "message": message,
        "location": location,
        "severity": severity,
        "source": {"name": "lintnews"},
        "code": {"value": rule},
    }


def _finding(path: str, source: Source, lines: LineIndex, finding: Finding) -> dict[str, Any]:
    where = {"path": path, "range": _range(source, lines, finding.span)}
    data = _diagnostic(explained(finding), where, _SEVERITIES[finding.severity], finding.rule)
    fix = finding.fix
    if fix and fix.edits and fix.applicability != "display" and source.encoding == "utf-8":
        edit = _inside_lines(source.text, _joined(source.text, fix))
        data["suggestions"] = [{"range": _range(source, lines, edit.span), "text": edit.text}]
    return data


def _joined(source: str, fix: Fix) -> Edit:
    """The edits of a fix as one: reviewdog offers each suggestion by itself, and a fix is all or nothing."""
    first, *others = sorted(fix.edits)
    text, end = first.text, first.span.end
    for edit in others:
        text += source[end : edit.span.start] + edit.text
        end = edit.span.end
    return Edit(Span(first.span.start, end), text)


def _inside_lines(source: str, edit: Edit) -> Edit:
    """The same edit, ending before the last line break instead of behind it: there is no line to point at."""
    start, end = edit.span
    end_of_line = next((mark for mark in ("\r\n", "\n", "\r") if source.endswith(mark)), "")
    if not end_of_line or end != len(source) or end - start < len(end_of_line):
        return edit
    shift = len(end_of_line)
    if not edit.text and source[:start].endswith(end_of_line):
        return Edit(edit.span.shift(-shift))  # taking out the line break before instead comes to the same
    return Edit(Span(start, end - shift), edit.text.removesuffix(end_of_line))


def _range(source: Source, lines: LineIndex, span: Span) -> dict[str, Any]:
    return {"start": _position(source, lines, span.start), "end": _position(source, lines, span.end)}


def _position(source: Source, lines: LineIndex, offset: int) -> dict[str, int]:
    _, row, column = lines.position(offset)
    before = source.text[offset - column + 1 : offset]
    mark = len(source.mark) if row == 1 and source.encoding == "utf-8" else 0
    return {"line": row, "column": mark + len(before.encode("utf-8", "surrogatepass")) + 1}
