"""Plain text to blocks: paragraphs, list items and what looks like a heading.

A line is a block of its own, as extractors write them, unless the lines around
it were visibly broken to a fixed width; then the lines of a paragraph belong
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Span
from .meta import Meta, heading_field
from .model import BLOCK_GAP, Block, Document, Role
from .sourcemap import collapse, has_invisible

_LINE = re.compile(r"[^\r\n]+")
_MARKER = re.compile(r"\s*+(?:[•◦▪‣·*–—-]|\d{1,3}[.)])\s++(?=\S)")

# Widths to which mail programs, editors and wire systems break lines.
_NARROWEST, _WIDEST = 50, 100

# A heading is short, starts like a title and ends without a stop. Longest seen
# in news: headlines of about 120 characters.
_HEADING_LENGTH = 120
_HEADLINE_LENGTH = 200
# The headline (level 1) stands among the first blocks; menu words may stand before it.
_LATEST_HEADLINE = 2
_SENTENCE_END = (".", "!", ":", ";", ",", "…", '."', ".”", ".’", ".'", "!”", "?”", '?"', '!"', "*")


def parse(source: str) -> Document:
    """Read a plain text. Never fails; an empty text has no blocks."""
    lines = [Span(*match.span()) for match in _LINE.finditer(source) if not match[0].isspace()]
    width = max((line.end - line.start for line in lines), default=0)
    invisible = has_invisible(source)
    blocks: list[Block] = []
    headline = False
    texts: list[str] = []
    offset = 0
    paragraphs = list(_paragraphs(source, lines, width) if _NARROWEST <= width <= _WIDEST else lines)
    for paragraph in paragraphs:
        start, end = paragraph
        marker = _MARKER.match(source, start, end)
        if marker and source[start:end].rstrip().endswith(marker[0].strip()):
            marker = None  # "- Advertisement -": a decorated line, no list item
        if marker:
            start = marker.end()
        raw = source[start:end]
        text = " ".join(raw.split()) if raw.isascii() and not invisible else collapse(raw, invisible)
        if not text:
            continue
        if len(text) < end - start:
            # Without the white space at its edges the run is often exactly the text.
            start += len(raw) - len(raw.lstrip())
            end -= len(raw) - len(raw.rstrip())
        role: Role = "list-item" if marker else "heading" if _is_heading(text, first=not blocks) else "paragraph"
        level = (
            0 if role != "heading" else 2 if headline or len(blocks) > _LATEST_HEADLINE or text.count(" ") < 2 else 1
        )
        headline = headline or level == 1
        block = Block(offset, offset + len(text), len(blocks), role, level, "", 0, ((start, end),), -1)
        blocks.append(block)
        texts.append(text)
        offset = block.end + len(BLOCK_GAP)
    return Document(source, "text", BLOCK_GAP.join(texts), tuple(blocks), read_meta=_read_meta)


def _paragraphs(source: str, lines: list[Span], width: int) -> Iterator[Span]:
    """Join the lines that were broken only because the next word did not fit into `width`."""
    at = 0
    while at < len(lines):
        last = at
        while last + 1 < len(lines) and _continues(source, lines[last], lines[last + 1], width):
            last += 1
        yield Span(lines[at].start, lines[last].end)
        at = last + 1


def _continues(source: str, line: Span, after: Span, width: int) -> bool:
    between = source[line.end : after.start]
    if between.count("\n") > 1 or between.count("\r") > 1 or _MARKER.match(source, after.start, after.end):
        return False
    word = source[after.start : after.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width


def _is_heading(text: str, *, first: bool) -> bool:
    """Whether a line looks like a heading; a text's first line may be a long headline."""
    longest = _HEADLINE_LENGTH if first else _HEADING_LENGTH
    short = len(text) <= longest and text.count(" ") < longest // 6
    return short and not text.endswith(_SENTENCE_END) and not text[0].islower()


def _read_meta(document: Document) -> Meta:
    return Meta(h1=heading_field(document))
