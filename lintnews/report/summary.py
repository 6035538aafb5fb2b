"""What all reports count alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..run import Result


class Summary(NamedTuple):
    """Numbers of one run; `error`, `warning` and `note` count findings.

    `suppressed`, `baselined` and `stale` add up what `Result` says of each article;
    `incomplete` counts articles on which a rule broke down.
    """

    articles: int
    findings: int
    error: int
    warning: int
    note: int
    unreadable: int
    safe: int
    unsafe: int
    fixed: int
    suppressed: int
    baselined: int
    stale: int
    incomplete: int


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
        sum(result.suppressed for result in results),
        sum(result.baselined for result in results),
        sum(result.stale for result in results),
        sum(bool(result.failures) for result in results),
    )


def sentence(results: Sequence[Result]) -> str:
    """The run in one sentence."""
    count = summarize(results)
    fixed = f"{number(count.fixed, 'finding')} fixed; " if count.fixed else ""
    unreadable = f"; {number(count.unreadable, 'file')} could not be checked" if count.unreadable else ""
    unreadable += f"; {number(count.incomplete, 'article')} not checked by all rules" if count.incomplete else ""
    articles = number(count.articles - count.unreadable, "article")
    hidden = f"; {count.suppressed:,} suppressed" if count.suppressed else ""
    hidden += f"; {count.baselined:,} in the baseline" if count.baselined else ""
    if not count.findings:
        return f"{fixed}{'nothing left' if fixed else 'Nothing found'} in {articles}{hidden}{unreadable}."
    dirty = sum(bool(result.findings) for result in results)
    kinds = [number(count.error, "error"), number(count.warning, "warning"), number(count.note, "note")]
    named = ", ".join(kind for kind in kinds if not kind.startswith("0 "))
    found = f"{number(count.findings, 'finding')}{' left' if fixed else ''} ({named}) in {dirty} of {articles}"
    repair = f"; {count.safe} with a safe fix" if count.safe else ""
    repair += f", {count.unsafe} with an unsafe one" if count.unsafe and repair else ""
    return f"{fixed}{found}{repair}{hidden}{unreadable}."


def number(count: int, what: str) -> str:
    """A count and its noun, such as `1 finding` or `1,204 findings`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
