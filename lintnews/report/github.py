"""GitHub annotations, as workflow commands on standard output, and the summary of a job.

How a command is written and read: the actions runner's `ActionCommand` and
`IssueCommandExtension`. Of each kind it shows the first ten of a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ..finding import SEVERITIES, Finding, Severity
from ..rules.model import RuleSet
from ..run import Problem, Result
from ..span import LineIndex
from .words import explained, line, short

SHOWN = 10
"""How many annotations of one kind GitHub shows for a step; the others stand in its log alone."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """One annotation a line: files that could not be checked (or not by all rules), then errors, warnings, notes."""
    problems = [_problem(result.path, problem) for result in results for problem in result.problems]
    annotations: dict[Severity, list[str]] = {severity: [] for severity in reversed(SEVERITIES)}
    for result in results:
        index = result.lines
        for finding in result.findings:
            annotations[finding.severity].append(_annotation(result.path, finding, index))
    return "".join([*problems, *chain.from_iterable(annotations.values())])


def summary(results: Sequence[Result], rules: RuleSet) -> str:
    """The text for the page of the job: what was found, as Markdown, and how much of it has no annotation."""
    from .markdown import TITLE, body

    return f"{TITLE}{_hidden(results)}{body(results)}"


def _hidden(results: Sequence[Result]) -> str:
    from .summary import number, summarize

    count = summarize(results)
    problems = sum(len(result.problems) for result in results)
    kinds = (("error", count.error + problems), ("warning", count.warning), ("note", count.note))
    hidden = [number(made - SHOWN, f"further {kind}") for kind, made in kinds if made > SHOWN]
    if not hidden:
        return ""
    return f"GitHub shows {SHOWN} annotations of each kind for a step. The step's log has all: {', '.join(hidden)}.\n\n"


def _annotation(path: str, finding: Finding, lines: LineIndex) -> str:
    start = lines.position(finding.span.start)
    last = lines.position(max(finding.span.start, finding.span.end - 1))
    place: dict[str, str | int] = {"file": path, "line": start.line, "endLine": last.line}
    if start.line == last.line:  # the runner takes no columns otherwise
        place |= {"col": start.column, "endColumn": start.column + finding.span.end - finding.span.start}
    text, words = explained(finding), short(finding.matched)
    if words not in text:
        text += f"\n“{words}”"
    return _command(_COMMANDS[finding.severity], place | {"title": finding.rule}, text)


def _problem(path: str, problem: Problem) -> str:
    return _command("error", {"file": path, "title": problem.kind}, line(problem.text))


def _command(name: str, properties: dict[str, str | int], text: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
