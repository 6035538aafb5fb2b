"""What stands beside a finding: how bad it is, why it was found, what would repair it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...finding import Applicability, Edit, Finding, Severity
from ...span import Position, Span
from .markup import Html, element, join, shown

_FIXES: dict[Applicability, str] = {
    "safe": "Safe fix",
    "unsafe": "Unsafe fix, look twice",
    "display": "For an editor to decide",
}

# How much of the source stands on either side of an excerpt, and the longest excerpt itself.
_AROUND = 40
_LONGEST = 240

RuleLink = Callable[[str], str | None]
"""From a rule's id to the address of what the page says about it, or None if it says nothing."""


def note(
    key: str,
    number: int,
    finding: Finding,
    position: Position,
    source: str,
    link: RuleLink,
    *,
    placed: bool,
    quote: bool,
) -> Html:
    """The note of a finding.

    `placed` says whether the text holds its number, so that the note can lead
    there; `quote` whether its place in the source is quoted, because the text
    does not show it.
    """
    where = f"line {position.line}, column {position.column}"
    at = element("a", where, href=f"#m{key}") if placed else element("span", where)
    severity = finding.severity
    said = element("span", severity.capitalize(), class_="severity")
    parts = [element("p", _number(number, severity), " ", said, " ", finding.message, class_="message")]
    if quote:
        parts.append(_excerpt(source, finding.span))
    elif finding.matched:
        parts.append(element("p", f"In the text: “{short(finding.matched)}”", class_="spoken"))
    if finding.evidence:
        parts.append(element("p", "Because: ", "; ".join(finding.evidence), class_="evidence"))
    if finding.fix and finding.fix.edits:
        parts.append(
            element(
                "p",
                element("strong", f"{_FIXES[finding.fix.applicability]}:"),
                " ",
                _repair(source, finding),
                class_="fix",
            )
        )
    about = link(finding.rule)
    rule = element("a", finding.rule, href=about) if about else element("span", finding.rule)
    parts.append(element("p", at, " · ", rule, class_="meta"))
    return element(
        "div",
        *parts,
        class_=f"finding {severity}",
        role="note",
        aria_label=f"{severity.capitalize()} {number}: {finding.message}",
        id=f"f{key}",
        tabindex="-1",
        data_rule=finding.rule,
        data_severity=severity,
    )


def _number(number: int, severity: Severity) -> Html:
    return element("span", str(number), class_=f"number {severity}")


def short(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, its middle left out where it is longer than `longest` characters."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    if len(text) <= longest:
        return text
    return f"{text[: longest * 2 // 3].rstrip()} … {text[-longest // 3 :].lstrip()}"


def _excerpt(source: str, span: Span) -> Html:
    """The finding in its source, with what stands before and after it on its lines."""
    start, end = span
    if start >= end:
        return Html()
    before = re.split(r"[\r\n]", source[max(0, start - _AROUND) : start])[-1].lstrip()
    after = re.split(r"[\r\n]", source[end : end + _AROUND], maxsplit=1)[0].rstrip()
    found = element("mark", short(source[start:end]))
    return element("p", element("code", before, found, after, dir="ltr"), class_="excerpt")


def _repair(source: str, finding: Finding) -> Html:
    """What the fix does, in words; an edit that takes all of the finding need not repeat it."""
    assert finding.fix is not None
    edits = finding.fix.edits
    if any(edit.span.contains(finding.span) and not edit.text for edit in edits):
        return shown("delete it" if len(edits) == 1 else "delete it, and what belongs to it")
    return join(*_apart(_change(source, edit) for edit in edits))


def _change(source: str, edit: Edit) -> Html:
    old, new = short(source[edit.span.start : edit.span.end]), short(edit.text)
    if not edit.text:
        return join("delete ", element("del", old))
    if not old:
        return join("insert ", element("ins", new))
    return join("replace ", element("del", old), " by ", element("ins", new))


def _apart(parts: Iterator[Html]) -> Iterator[str]:
    for index, part in enumerate(parts):
        if index:
            yield ", "
        yield part
