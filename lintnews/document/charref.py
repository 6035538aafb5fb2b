"""Character references, decoded as the WHATWG standard says.

`html.unescape` drops invalid numeric references; a browser shows them as
U+FFFD or as the control character itself, so positions would shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?|[a-zA-Z][a-zA-Z0-9]{0,30}+;?)")
"""Anything that may be a character reference (no name has more than 31 letters and digits)."""

# What numbers 0x80 to 0x9F mean: the Windows-1252 letters, by the standard's
# "numeric character reference end state".
_WINDOWS = dict(enumerate(bytes(range(0x80, 0xA0)).decode("cp1252", "replace"), 0x80))

# What makes a name without a semicolon part of a longer word in an attribute value.
_CONTINUES = re.compile("[a-zA-Z0-9=]")

# The longest names that count without a semicolon ("&frac12", "&Agrave").
_LEGACY_LENGTH = 6


@lru_cache(4096)
def _meaning(name: str) -> tuple[str, int]:
    """What a reference stands for, and how many characters of its name it takes: 0 if it is none.

    `name` is the reference without its ampersand.
    """
    if name[0] == "#":
        return _numeric(name), len(name)
    from html.entities import html5

    if name in html5:
        return html5[name], len(name)
    for length in range(min(len(name) - 1, _LEGACY_LENGTH), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length
    return "", 0


def _numeric(name: str) -> str:
    base, digits = (16, name[2:]) if name[1] in "xX" else (10, name[1:])
    # Nine digits are past the last code point in either base; int() refuses very long ones.
    number = int(digits.rstrip(";").lstrip("0")[:9] or "0", base)
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    replaced = _WINDOWS.get(number, "\ufffd")
    return chr(number) if replaced == "\ufffd" else replaced


def references(raw: str, attribute: bool = False) -> Iterator[tuple[int, int, str]]:
    """Each character reference in `raw`: its start, its end and the characters it stands for.

    In an attribute value a name without a semicolon counts only when no letter,
    digit or equals sign follows it.
    """
    for match in REFERENCE.finditer(raw):
        start, name = match.start(), match[0][1:]
        meaning, taken = _meaning(name)
        if not taken:
            continue
        end = start + 1 + taken
        if attribute and raw[end - 1] != ";" and name[0] != "#" and _CONTINUES.match(raw, end):
            continue
        yield start, end, meaning


def decode(raw: str, attribute: bool = False) -> str:
    """`raw` with its character references decoded; see `references` for `attribute`."""
    if "&" not in raw:
        return raw
    pieces: list[str] = []
    at = 0
    for start, end, meaning in references(raw, attribute):
        pieces += raw[at:start], meaning
        at = end
    pieces.append(raw[at:])
    return "".join(pieces)
