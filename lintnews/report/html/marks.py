"""Findings in the text of a block: nested, crossing and empty ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...finding import Severity
from .markup import Html, element, join, shown


class Mark(NamedTuple):
    """One finding's part of a block's text, from `start` to `end` (offsets of that text).

    `key` names the finding on the page and `number` in its article; the `first`
    part of a finding carries its number. A mark without extent is a number alone.
    """

    start: int
    end: int
    key: str
    number: int
    severity: Severity
    first: bool


def marked(text: str, marks: Sequence[Mark]) -> Html:
    """`text` with each mark around its words and its number behind them.

    Marks that cross are split where they do, so that elements always nest.
    """
    if not marks:
        return shown(text)
    parts: list[str] = []
    begun: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.end > mark.start, -mark.end)):
        begun.setdefault(mark.start, []).append(mark)
    openers: list[Mark] = []
    at = 0
    for place in sorted({edge for mark in marks for edge in (mark.start, mark.end)}):
        parts.append(shown(text[at:place]))
        at = place
        ended = [mark for mark in openers if mark.end == place]
        if ended:
            lowest = min(map(openers.index, ended))
            parts.extend("</mark>" for _ in openers[lowest:])
            kept = [mark for mark in openers[lowest:] if mark.end != place]
            parts.extend(_number(mark) for mark in ended if mark.first)
            parts.extend(_open(mark, first=False) for mark in kept)
            openers[lowest:] = kept
        for mark in begun.get(place, ()):
            if mark.end > place:
                parts.append(_open(mark, first=mark.first))
                openers.append(mark)
            else:
                parts.append(_number(mark))
    parts.append(shown(text[at:]))
    return join(*map(Html, parts))


def _open(mark: Mark, *, first: bool) -> str:
    opener = element("mark", class_=mark.severity, data_finding=mark.key, id=f"m{mark.key}" if first else None)
    return opener.removesuffix("</mark>")


def _number(mark: Mark) -> Html:
    return element(
        "a",
        str(mark.number),
        class_=f"number {mark.severity}",
        href=f"#f{mark.key}",
        data_finding=mark.key,
        id=f"m{mark.key}" if mark.start == mark.end else None,
        aria_label=f"{mark.severity} {mark.number}",
    )
