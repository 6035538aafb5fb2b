"""A report of one line for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.rules.model import RuleSet
    from lintnews.run import Result


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """`path:line:column: severity: message [rule]` for each finding, and a line for whatever went wrong."""
    lines: list[str] = []
    for result in results:
        lines.extend(f"{result.path}: {problem.text}" for problem in result.problems)
        for finding in result.findings:
            _, line, column = result.lines.position(finding.span.start)
            place = f"{result.path}:{line}:{column}"
            lines.append(f"{place}: {finding.severity}: {finding.message} [{finding.rule}]")
    return "".join(line + "\n" for line in lines)
