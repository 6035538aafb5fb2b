"""Text to HTML that cannot be anything but text.

An article is hostile input. Whatever is no `Html` already is escaped, so that a
forgotten call shows as a double escape and never as markup of the article's own.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from unicodedata import name

import regex

# What a reader would not see, or what would turn the text around it: controls, directions, separators, tags, halves of
# characters, private glyphs. Joiners stay between letters that need them, and one variation selector stays behind
# its character (emoji, Han); a row of them hides something. A line feed is a forced line break of the article.
_UNSEEN = regex.compile(
    r"[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]"
    r"--[\n\u200c\u200d\ufe00-\ufe0f]]"
    r"|[\u200c\u200d](?![^\x00-\x7f\u200c\u200d])|(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]"
    r"|(?<=\p{Default_Ignorable_Code_Point})[\ufe00-\ufe0f]",
    regex.V1,
)

_VOID = ("input", "meta")


class Html(str):
    """Finished markup, made by the functions of this module."""

    __slots__ = ()


def shown(text: str) -> Html:
    """A text as a reader may trust it: escaped, and characters that nobody sees as boxed code points."""
    if isinstance(text, Html):
        return text
    escaped = html.escape(text, quote=False)
    return Html(escaped if _plain(text) else _UNSEEN.sub(_boxed, escaped))


def element(tag: str, *children: str, **attributes: str | bool | None) -> Html:
    """An element. Children that are plain text are escaped; attributes that are None or False are left out.

    An underscore in an attribute's name stands for a hyphen, and one at the end
    for nothing (`class_`, `data_rule`).
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{_attribute(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{''.join(map(shown, children))}</{tag}>")


def join(*parts: str) -> Html:
    """Parts one after the other; those that are plain text are escaped."""
    return Html("".join(map(shown, parts)))


def lines(parts: Iterable[Html]) -> Html:
    """Parts on lines of their own, so that two reports can be compared line by line."""
    return Html("\n".join(["", *parts, ""]))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _boxed(match: regex.Match[str]) -> str:
    character = match[0]
    return element("span", _code(character), class_="unseen", title=name(character, "") or None)


def _attribute(value: str) -> str:
    return html.escape(value if _plain(value) else _UNSEEN.sub(lambda match: _code(match[0]), value))


def _plain(text: str) -> bool:
    """Whether a text certainly holds nothing unseen; most do not, and this is quicker than to search them."""
    return text.isascii() and text.isprintable()
