"""Checkstyle's XML, which build servers and review bots read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ..finding import Severity
from ..rules.model import RuleSet
from ..run import Result
from .words import explained, line
from .xml import document

# The version of Checkstyle whose format this is; readers expect one and pay no heed to it.
_VERSION = "10.0"

_SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "info"}


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """One `file` an article, with one `error` a finding; clean articles are there too.

    The source of `promotion/ad-placeholder` is `lintnews.promotion.ad-placeholder`,
    because readers take the last two parts between dots as category and type.
    """
    root = Element("checkstyle", version=_VERSION)
    for result in results:
        file = SubElement(root, "file", name=result.path)
        for problem in result.problems:
            _error(file, 1, 1, "error", line(problem.text), problem.kind)
        index = result.lines
        for finding in result.findings:
            _, row, column = index.position(finding.span.start)
            _error(file, row, column, _SEVERITIES[finding.severity], explained(finding), finding.rule)
    return document(root)


def _error(file: Element, row: int, column: int, severity: str, message: str, rule: str) -> None:
    source = f"lintnews.{rule.replace('/', '.')}"
    SubElement(file, "error", line=str(row), column=str(column), severity=severity, message=message, source=source)
