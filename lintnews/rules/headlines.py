"""The article's headline, as the rules about headlines compare it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..document.meta import first_heading
from ..document.model import Block, Document
from .fold import fold

SEPARATOR = r"\s(?:[-–—|»·:]|::)\s|\s?[|»]\s?"
"""What sites put between a title and their name, or between the pieces of a chain."""

_LONGEST = 110


class Headline(NamedTuple):
    """The headline as it reads, and the index of the block that shows it (-1: only the metadata hold it)."""

    text: str
    block: int


def squeeze(text: str) -> str:
    """The letters and digits of `text`, folded: what stays equal when marks, quotes and spaces change."""
    return re.sub(r"[\W_]+", "", fold(text))


def headline(document: Document) -> Headline | None:
    """The headline of a document, or None. Computed once per document."""
    return document.remember("headline", lambda: _headline(document))  # type: ignore[no-any-return]


def _headline(document: Document) -> Headline | None:
    shown = first_heading(document)
    if shown is not None:
        return Headline(document.block_text(shown), shown.index)
    if document.format == "text":
        # A headline may end in a question mark or a quotation, which no heading of a text does.
        first = document.body[0] if document.body else None
        if first is not None and first.end - first.start <= _LONGEST:
            return Headline(document.block_text(first), first.index)
        return None
    if document.format == "markdown" and document.meta.title:
        return Headline(document.meta.title.value, -1)  # a template prints the title of the front matter
    for field in document.meta.headlines:
        # Without a heading the first block that repeats the title is the headline itself.
        names = [field.value, *(field.value[: match.start()] for match in re.finditer(SEPARATOR, field.value))]
        for block in document.body[:3]:
            for name in names:
                if len(squeeze(name)) >= 12 and squeeze(name) == squeeze(document.block_text(block)):
                    return Headline(document.block_text(block), block.index)
    titles = document.meta.headlines
    return Headline(titles[0].value, -1) if titles else None


def following(document: Document, title: Headline, count: int | None = None) -> list[Block]:
    """The blocks in scope that come after the headline, at most `count` of them."""
    after = [block for block in document.body if block.index > title.block]
    return after if count is None else after[:count]


def cut_at(whole: str, part: str) -> int | None:
    """Where `part` breaks off inside `whole`, as an offset of `whole`; None if it is no true beginning of it."""
    short, long = squeeze(part), squeeze(whole)
    if not short or short == long or not long.startswith(short):
        return None
    left = len(short)
    for at, character in enumerate(whole):
        if character.isalnum():
            left -= 1
            if left == 0:
                return at + 1
    return None
