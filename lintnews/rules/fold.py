"""Folding for comparison: case, quotation marks, dashes and white space made alike.

The folded text is exactly as long as the text, so a place in one is the same
place in the other. (`casefold` and `lower` can change the length: "İ", "ß".)
"""

from __future__ import annotations

_ALIKE = {
    "'": "‘’‚‛′´`ʼ",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    " ": "\n\t\r\xa0\u2002\u2003\u2009\u202f",
}
# Letters that a regular expression takes for another when it looks away from the case,
# and `str.lower` does not.
_SAME_LETTER = {"ı": "i", "ſ": "s", "ς": "σ"}
_TABLE = {ord(variant): plain for plain, variants in _ALIKE.items() for variant in variants}
_VARIANTS = tuple((chr(code), plain) for code, plain in _TABLE.items())


def plain(text: str) -> str:
    """`text` with quotation marks, dashes and white space made alike; the case is kept."""
    if text.isascii():
        text = text.replace("\n", " ")
        return text.replace("`", "'").replace("\t", " ").replace("\r", " ")
    for variant, ordinary in _VARIANTS:
        # Most variants do not occur: looking for one is much cheaper than translating every character.
        if variant in text:
            text = text.replace(variant, ordinary)
    return text


def lower(text: str) -> str:
    """`text` in lower case, character by character, so that the length stays."""
    if text.isascii():
        return text.lower()
    text = text.replace("İ", "i")
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    for letter, ordinary in _SAME_LETTER.items():
        if letter in lowered:
            lowered = lowered.replace(letter, ordinary)
    return lowered


def fold(text: str) -> str:
    """`text` folded for comparison, as long as it was."""
    return lower(plain(text))
