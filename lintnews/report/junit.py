"""JUnit XML, for the test pages of continuous integration: an article is a suite, a finding a failed test."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ..finding import Finding
from ..rules.model import RuleSet
from ..run import Result
from ..span import LineIndex
from .summary import summarize
from .words import explained, line, short
from .xml import document


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """One suite an article, with one test a finding, or one that passed where there is none.

    A note is a skipped test, which is shown and fails nothing; a file that could not be
    checked is an error, and so is a rule that failed on one.
    """
    root = Element("testsuites", {"name": "lintnews"} | _counts(results))
    for result in results:
        suite = SubElement(root, "testsuite", {"name": result.path} | _counts([result]))
        suite.set("skipped", str(summarize([result]).note))
        for problem in result.problems:
            case = _case(suite, result, f"checked by {problem.rule}" if problem.rule else "readable")
            SubElement(case, "error", type=problem.kind, message=line(problem.text))
        index = result.lines
        for finding in result.findings:
            _finding(suite, result, finding, index)
        if not result.problems and not result.findings:
            _case(suite, result, "clean")
    return document(root)


def _counts(results: Sequence[Result]) -> dict[str, str]:
    count = summarize(results)
    clean = sum(not result.problems and not result.findings for result in results)
    problems = sum(len(result.problems) for result in results)
    return {
        "tests": str(count.findings + problems + clean),
        "failures": str(count.error + count.warning),
        "errors": str(problems),
    }


def _case(suite: Element, result: Result, name: str) -> Element:
    return SubElement(suite, "testcase", classname=result.path, name=name)


def _finding(suite: Element, result: Result, finding: Finding, index: LineIndex) -> None:
    _, row, column = index.position(finding.span.start)
    case = _case(suite, result, f"{finding.rule} at {row}:{column}")
    kind = "skipped" if finding.severity == "note" else "failure"
    verdict = SubElement(case, kind, type=finding.rule, message=explained(finding))
    verdict.text = f"{result.path}:{row}:{column}: {finding.severity}: {short(finding.matched)}"
