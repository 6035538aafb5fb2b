"""The report for people: grouped by article, each finding with its words in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..finding import Edit, Finding, Severity
from ..run import Result
from ..span import LineIndex, Span
from .summary import summarize

# How much of the source is shown around a finding, and how much of the finding.
_CONTEXT = 32
_LONGEST = 96

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


def render(results: Sequence[Result], *, colour: bool = False) -> str:
    """The findings of a run, article by article, and one summary line at the end."""

    def paint(text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if colour else text

    parts = [_article(result, paint) for result in results if result.findings or result.error or result.fixed]
    return "\n".join([*parts, _summary(results, paint)]) + "\n"


def _article(result: Result, paint: Paint) -> str:
    shown, of = result.blocks
    note = f"  (the article: {shown} of the page's {of} blocks)" if shown < of else ""
    lines = [paint(result.path, "1") + paint(note, "2")]
    if result.error is not None:
        lines.append(f"  {paint('unreadable', '31')}  {result.error}")
    for finding in result.fixed:
        lines.append(f"  {paint('fixed', '32')}  {finding.message}  {paint(finding.rule, '2')}")
        lines.append(f"      {paint(_short(finding.matched), '2')}")
    source = result.source.text if result.source else ""
    index = result.lines
    skipped = {one.finding: one.reason for one in result.skipped}
    for finding in result.findings:
        lines.extend(_finding(finding, source, index, paint))
        if finding in skipped:
            lines.append(f"      not fixed: {_SKIPPED[skipped[finding]]}")
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, source: str, index: LineIndex, paint: Paint) -> list[str]:
    _, line, column = index.position(finding.span.start)
    severity = paint(f"{finding.severity:7}", _COLOURS[finding.severity])
    lines = [f"  {line}:{column}  {severity}  {finding.message}  {paint(finding.rule, '2')}"]
    lines.append("      " + _excerpt(source, finding.span, paint))
    if finding.evidence:
        lines.append("      because: " + "; ".join(finding.evidence))
    if finding.fix:
        lines.append(f"      fix ({finding.fix.applicability}): {_fix(source, finding.fix.edits)}")
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
    return _printable(before) + paint(f"⟦{_short(source[start:end])}⟧", "1") + _printable(after)


def _short(text: str) -> str:
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST * 2 // 3].rstrip()} … {text[-_LONGEST // 3 :].lstrip()}"
    return _printable(text)


def _printable(text: str) -> str:
    """`text` without control characters: an article must not steer the reader's terminal."""
    return "".join(character if character.isprintable() or character == " " else "·" for character in text)


def _fix(source: str, edits: Sequence[Edit]) -> str:
    if not any(edit.text for edit in edits):
        return "delete it"
    return "; ".join(
        f"replace “{_printable(source[edit.span.start : edit.span.end])}” by “{_printable(edit.text)}”"
        for edit in edits
    )


def _summary(results: Sequence[Result], paint: Paint) -> str:
    count = summarize(results)
    fixed = f"{_number(count.fixed, 'finding')} fixed; " if count.fixed else ""
    unreadable = f"; {_number(count.unreadable, 'file')} could not be checked" if count.unreadable else ""
    articles = _number(count.articles - count.unreadable, "article")
    if not count.findings:
        nothing = "nothing left" if fixed else "Nothing found"
        return paint(f"{fixed}{nothing} in {articles}{unreadable}.", "33" if unreadable else "32")
    dirty = sum(bool(result.findings) for result in results)
    kinds = [_number(count.error, "error"), _number(count.warning, "warning"), _number(count.note, "note")]
    named = ", ".join(kind for kind in kinds if not kind.startswith("0 "))
    found = f"{_number(count.findings, 'finding')}{' left' if fixed else ''} ({named}) in {dirty} of {articles}"
    repair = f"; {count.safe} with a safe fix" if count.safe else ""
    repair += f", {count.unsafe} with an unsafe one" if count.unsafe and repair else ""
    return f"{fixed}{paint(found, '1')}{repair}{unreadable}."


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
