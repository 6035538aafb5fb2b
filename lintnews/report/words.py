"""How every report puts a finding into words.

What these functions give back holds no control characters, no halves of characters and no
line breaks, so it may be set into a line of any format once that format's own marks are escaped.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..finding import Edit, Finding

# How much of a finding's words is shown.
_LONGEST = 96


def printable(text: str) -> str:
    """`text` without control characters: an article must not steer the reader's terminal."""
    return "".join(character if character.isprintable() or character == " " else "·" for character in text)


def line(text: str) -> str:
    """`text` on one line, with white space collapsed."""
    return printable(" ".join(text.split()))


def short(text: str) -> str:
    """`text` on one line, with its middle left out where it is long."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST * 2 // 3].rstrip()} … {text[-_LONGEST // 3 :].lstrip()}"
    return printable(text)


def explained(finding: Finding) -> str:
    """The finding's message and, where there is evidence, what makes the rule sure."""
    because = f" (because: {'; '.join(finding.evidence)})" if finding.evidence else ""
    return line(finding.message + because)


def repair(source: str, edits: Sequence[Edit]) -> str:
    """What a fix with these edits of `source` would do."""
    if not any(edit.text for edit in edits):
        return "delete it"
    return "; ".join(
        f"replace “{printable(source[edit.span.start : edit.span.end])}” by “{printable(edit.text)}”" for edit in edits
    )
