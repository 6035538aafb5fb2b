"""Whether two sources read the same: what must hold after a comment was put in or taken out."""

from __future__ import annotations

import re

from . import parse
from .model import Document

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def reads_alike(before: Document, source: str) -> bool:
    """Whether `source` shows a reader the blocks of `before`, whatever comments stand in either.

    HTML must also have the same block-level elements, and Markdown must become
    the same HTML: there a line too many makes two lists of one.
    """
    after = parse(source, before.format, before.scope)
    if before.text != after.text or _shapes(before) != _shapes(after):
        return False
    if before.format == "markdown":
        return _rendered(before.source) == _rendered(source)
    return [opened[0] for opened in before.elements.opened] == [opened[0] for opened in after.elements.opened]


def _shapes(document: Document) -> list[tuple[object, ...]]:
    return [(block.start, block.end, block.role, block.level, block.region) for block in document.blocks]


def _rendered(source: str) -> str:
    """The HTML of a Markdown source without its comments and white space."""
    from .markdown import render

    return "".join(_COMMENT.sub("", render(source)).split())
