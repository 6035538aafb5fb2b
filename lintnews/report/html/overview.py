"""The chart of what was found, whose bars are the filters, and the buttons that lead through the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...finding import SEVERITIES, Finding, Severity
from .markup import Html, element

# So many rules have their bar in sight; the others open with a click.
_BARS = 10

_MEANS: dict[Severity, str] = {
    "error": "must not be published",
    "warning": "needs an editor’s eye",
    "note": "informs",
}


def filters(findings: Sequence[Finding]) -> Iterator[Html]:
    """The chart of what was found, whose labels are the filters; without a script it is only the chart."""
    severities = Counter(finding.severity for finding in findings)
    most = max(severities.values())
    by_severity = [
        _bar("severity", kind, Counter({kind: severities[kind]}), most, _MEANS[kind])
        for kind in reversed(SEVERITIES)
        if severities[kind]
    ]
    by_rule: dict[str, Counter[Severity]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, Counter())[finding.severity] += 1
    ordered = sorted(by_rule.items(), key=lambda item: (-item[1].total(), item[0]))
    most = ordered[0][1].total()
    bars = [_bar("rule", id, counted, most) for id, counted in ordered]
    more = bars[_BARS + 1 :] and element(
        "details",
        element("summary", f"{len(bars) - _BARS} more rules"),
        element("ul", *bars[_BARS:], class_="bars"),
    )
    yield element(
        "form",
        element("fieldset", element("legend", "Findings by severity"), element("ul", *by_severity, class_="bars")),
        element(
            "fieldset",
            element("legend", "Findings by rule"),
            element("ul", *(bars[:_BARS] if more else bars), class_="bars"),
            *([more] if more else []),
        ),
        element("p", "Tick what you want to see; without a tick you see everything.", class_="hint", hidden=True),
        class_="filters",
        aria_label="Filters",
        autocomplete="off",
    )


def _bar(name: str, value: str, counted: Counter[Severity], most: int, means: str = "") -> Html:
    """One bar: a tick box, what it stands for, how many there are, and the same drawn to scale."""
    drawn: list[Html] = []
    at = 0.0
    for kind in reversed(SEVERITIES):
        if width := 100 * counted[kind] / most:
            drawn.append(element("rect", x=f"{at:.1f}", width=f"{width:.1f}", height="8", class_=kind))
            at += width
    said = value.capitalize() if name == "severity" else value
    return element(
        "li",
        element(
            "label",
            element("input", type="checkbox", name=name, value=value, hidden=True, disabled=True),
            element("span", said, element("small", means) if means else "", class_="what"),
            element("span", f"{counted.total():,}", class_="count"),
            element("svg", *drawn, viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true"),
        ),
    )


def toolbar() -> Iterator[Html]:
    """What needs the script, and is hidden without it."""
    yield element(
        "div",
        element("button", "Previous", type="button", id="previous", aria_keyshortcuts="p"),
        element("button", "Next", type="button", id="next", aria_keyshortcuts="n"),
        element("span", id="place"),
        element("output", id="status", role="status"),
        element("button", "Show everything", type="button", id="reset", hidden=True),
        class_="toolbar",
        role="group",
        aria_label="Go through the findings",
        hidden=True,
    )
    yield element(
        "div",
        element(
            "label",
            element("input", type="checkbox", id="keys", checked=True, autocomplete="off"),
            "Keys ",
            element("kbd", "n"),
            " and ",
            element("kbd", "p"),
            " go to the next and the previous finding",
        ),
        element("button", "Open all articles", type="button", id="open"),
        element("button", "Close all", type="button", id="close"),
        class_="settings",
        hidden=True,
    )
