"""The report as Markdown, for a comment on a pull request or the page of a job.

What comes from outside (words of an article, paths, messages) can set no markup there and
call nobody: words and paths stand in code, in messages every mark is escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from ..finding import SEVERITIES, Finding, Severity
from ..rules.model import RuleSet
from ..run import Result
from .summary import sentence
from .words import explained, line, printable, short

TITLE = "## lintnews\n\n"
"""The heading."""

# GitHub takes 65,536 characters for a comment (GitLab a million); each part has its share of them.
_FINDINGS, _PROBLEMS, _ARTICLES, _RULES = 34_000, 6_000, 14_000, 8_000

# Marks of Markdown and HTML, and what GitHub and GitLab make a link to a person, an issue or an address of.
_MARKS = re.compile(r"[\\`*_\[\]<>|{}]|[&~#@!$:^%](?=\S)|(?<![^\W_])www(?=\.)", re.IGNORECASE)


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """The run as one comment: the most severe findings, and counts by article and rule."""
    return TITLE + body(results)


def body(results: Sequence[Result]) -> str:
    """The same without the heading."""
    problems = [f"- {code(result.path)}: {escape(problem.text)}\n" for result in results for problem in result.problems]
    parts = [
        f"{sentence(results)}\n",
        _part("### Not checked\n\n", problems, _PROBLEMS),
        _part("### Findings\n\n", _findings(results), _FINDINGS),
        _part(f"### By article\n\n{_head('Article')}", _by_article(results), _ARTICLES),
        _part(f"### By rule\n\n{_head('Rule')}", _by_rule(results), _RULES),
    ]
    return "\n".join(part for part in parts if part)


def _part(head: str, rows: Iterable[str], budget: int) -> str:
    """As many rows under a heading as the budget of characters allows, and how many there are besides."""
    shown, left_out = [], 0
    for row in rows:
        budget -= len(row)
        if budget >= 0:
            shown.append(row)
        else:
            left_out += 1
    more = f"\n… and {left_out:,} more.\n" if left_out else ""
    return f"{head}{''.join(shown)}{more}" if shown or left_out else ""


def _findings(results: Sequence[Result]) -> Iterable[str]:
    rows: dict[Severity, list[str]] = {severity: [] for severity in reversed(SEVERITIES)}
    for result in results:
        lines = result.lines
        for finding in result.findings:
            _, row, column = lines.position(finding.span.start)
            rows[finding.severity].append(_finding(f"{result.path}:{row}:{column}", finding))
    return chain.from_iterable(rows.values())


def _finding(place: str, finding: Finding) -> str:
    text, words = explained(finding), short(finding.matched)
    shown = "" if words in text else f"\n  {code(words)}"
    return f"- **{finding.severity}** {code(place)} {escape(text)} ({code(finding.rule)}){shown}\n"


def _head(what: str) -> str:
    return f"| {what} | Errors | Warnings | Notes |\n| --- | ---: | ---: | ---: |\n"


def _by_article(results: Sequence[Result]) -> Iterable[str]:
    found = [(result.path, Counter(one.severity for one in result.findings)) for result in results if result.findings]
    return _rows(found)


def _by_rule(results: Sequence[Result]) -> Iterable[str]:
    found: dict[str, Counter[Severity]] = {}
    for result in results:
        for finding in result.findings:
            found.setdefault(finding.rule, Counter())[finding.severity] += 1
    return _rows(sorted(found.items()))


def _rows(found: Iterable[tuple[str, Counter[Severity]]]) -> list[str]:
    """A row each, those with the most errors first, then warnings, then notes."""
    worst = tuple(reversed(SEVERITIES))
    rows = sorted(found, key=lambda row: tuple(-row[1][severity] for severity in worst))
    return [f"| {code(name)} | {' | '.join(f'{counts[one]:,}' for one in worst)} |\n" for name, counts in rows]


def code(text: str) -> str:
    """`text` as code, in any place of a line; Markdown and mentions have no say in it."""
    text = printable(text).strip()
    if text and not re.search(r"[`|\\]", text):
        return f"`{text}`"
    return f"<code>{re.sub(r'[!-/:-@[-`{-~]', _reference, text)}</code>"


def escape(text: str) -> str:
    """`text` as prose that looks as it is written: no markup, no link, no mention."""
    return _MARKS.sub(_apart, line(text))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _apart(match: re.Match[str]) -> str:
    """A mark as a character reference, and a space of no width between it and what it would link."""
    mark = match[0] if len(match[0]) > 1 else _reference(match)
    after = match.string[match.end() : match.end() + 1]
    return mark + ("&#8203;" if after and not after.isspace() else "")
