"""Examples: small articles with the expected findings marked in them."""

from __future__ import annotations

from ..document.model import Format
from ..span import Span
from .model import Example


def marked_example(name: str, format: Format, marked: str, fixed: str | None = None) -> Example:
    """An example from a text in which ⟦ and ⟧ stand around every expected finding."""
    source: list[str] = []
    marks: list[Span] = []
    at = opened = 0
    for character in marked:
        if character == "⟦":
            opened = at
        elif character == "⟧":
            marks.append(Span(opened, at))
        else:
            source.append(character)
            at += 1
    return Example(name, format, "".join(source), tuple(marks), fixed)
