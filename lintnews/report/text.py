"""The report for people: grouped by article, each finding with its words in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..finding import Finding, Severity
from ..rules.model import RuleSet
from ..run import Result
from ..span import LineIndex, Span
from .summary import sentence, summarize
from .words import line, printable, repair, short

# How much of the source is shown around a finding.
_CONTEXT = 32

# A CI service takes a line that begins so for a command, and an article may hold such a line.
_COMMAND = re.compile(r"(?m)^((?:\s|\x1b\[\d+m)*)(?=::|##\[)")

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "note": "36"}

_SKIPPED = {
    "unsafe": "needs --unsafe-fixes",
    "display": "only shown, for an editor to decide",
    "protected": "protected, for an editor to decide",
    "no fix": "there is no fix for it",
    "safe": "it stands in the way of another fix",
}

Paint = Callable[[str, str], str]
"""Puts a text into a colour given by its terminal codes; the identity without colours."""


def render(results: Sequence[Result], rules: RuleSet, *, colour: bool = False) -> str:
    """The findings of a run, article by article, and one summary line at the end."""

    def paint(text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if colour else text

    parts = [_article(result, paint) for result in results if result.findings or result.problems or result.fixed]
    return _COMMAND.sub(r"\1…", "\n".join([*parts, _summary(results, paint)])) + "\n"


def _article(result: Result, paint: Paint) -> str:
    shown, of = result.blocks
    note = f"  (the article: {shown} of the page's {of} blocks)" if shown < of else ""
    lines = [paint(printable(result.path), "1") + paint(note, "2")]
    lines.extend(f"  {paint(problem.kind, '31')}  {printable(problem.text)}" for problem in result.problems)
    for finding in result.fixed:
        lines.append(f"  {paint('fixed', '32')}  {line(finding.message)}  {paint(finding.rule, '2')}")
        lines.append(f"      {paint(short(finding.matched), '2')}")
    source = result.source.text if result.source else ""
    index = result.lines
    skipped = {one.finding: one.reason for one in result.skipped}
    for finding in result.findings:
        lines.extend(_finding(finding, source, index, paint))
        if finding in skipped:
            lines.append(f"      not fixed: {_SKIPPED[skipped[finding]]}")
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, source: str, index: LineIndex, paint: Paint) -> list[str]:
    _, row, column = index.position(finding.span.start)
    severity = paint(f"{finding.severity:7}", _COLOURS[finding.severity])
    lines = [f"  {row}:{column}  {severity}  {line(finding.message)}  {paint(finding.rule, '2')}"]
    lines.append("      " + _excerpt(source, finding.span, paint))
    if finding.evidence:
        lines.append("      because: " + line("; ".join(finding.evidence)))
    if finding.fix:
        lines.append(f"      fix ({finding.fix.applicability}): {repair(source, finding.fix.edits)}")
    return lines


def _excerpt(source: str, span: Span, paint: Paint) -> str:
    """The finding between ⟦ and ⟧, with what stands before and after it on its lines."""
    start, end = span
    left = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    right = min((at for at in (source.find("\n", end), source.find("\r", end)) if at >= 0), default=len(source))
    before, after = source[left:start].lstrip(), source[end:right].rstrip()
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT] + "…"
    return printable(before) + paint(f"⟦{short(source[start:end])}⟧", "1") + printable(after)


def _summary(results: Sequence[Result], paint: Paint) -> str:
    count = summarize(results)
    colour = "1" if count.findings else "33" if count.unreadable or count.incomplete else "32"
    return paint(sentence(results), colour)
