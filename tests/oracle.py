"""What a browser's parser (lexbor) says of an HTML source, and what the tests of the reader ask of every span."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lintnews.document.charref import decode
from lintnews.document.markup import TAG
from lintnews.document.model import Document
from lintnews.document.sourcemap import INVISIBLE, locate
from lintnews.span import Span

BLOCK_LEVEL = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing main menu nav ol optgroup "
    "option p pre search section select summary table tbody td tfoot th thead tr ul".split()
)
NOT_SHOWN = frozenset(
    "script style textarea title xmp iframe noembed noframes plaintext noscript template video audio canvas object svg "
    "math".split()
)
_HIDING = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_SURROGATE = re.compile("[\ud800-\udfff]")


def normal(text: str) -> str:
    """`text` without invisible characters, each stretch of white space one space."""
    return " ".join(text.translate(_INVISIBLE).split())


def _is_hidden(node: Any) -> bool:
    given = node.attributes
    return "hidden" in given or bool(_HIDING.search(given.get("style") or ""))


def blocks_by_browser(source: str) -> list[str]:
    """The texts between block-level tags, read off a browser's tree, white space normalised."""
    from selectolax.lexbor import LexborHTMLParser

    blocks: list[str] = []
    text: list[str] = []
    after_break = False  # nothing but white space since the last <br>

    def end_block() -> None:
        nonlocal after_break
        if whole := normal("".join(text)):
            blocks.append(whole)
        text.clear()
        after_break = False

    root = LexborHTMLParser(_SURROGATE.sub("?", source)).root
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        node, ends = waiting.pop()
        tag = node.tag
        if ends:
            end_block()
        elif tag == "-text":
            text.append(node.text_content or "")
            after_break = after_break and not normal(text[-1])
        elif tag == "br":
            if after_break:
                end_block()
            after_break = any(map(str.strip, text))
            text.append(" ")
        elif tag and tag[0] not in "-!" and tag not in NOT_SHOWN and (tag in BLOCK_LEVEL or not _is_hidden(node)):
            if tag in BLOCK_LEVEL:
                end_block()
                waiting.append((node, True))
            children = []
            child = node.child
            while child is not None:
                children.append((child, False))
                child = child.next
            waiting += reversed(children)
    end_block()
    return blocks


def spans(document: Document, chance: random.Random, count: int) -> Iterator[Span]:
    """Random spans inside random blocks, each of whole source characters (some references stand for two)."""
    for block in chance.choices(document.blocks, k=count) if document.blocks else ():
        starts, _ = locate(document.source, block.runs, references=True)
        start = chance.randrange(len(starts))
        end = chance.randrange(start, len(starts)) + 1
        while start and starts[start] == starts[start - 1]:
            start -= 1
        while end < len(starts) and starts[end] == starts[end - 1]:
            end += 1
        yield Span(block.start + start, block.start + end)


def text_of_pieces(document: Document, span: Span) -> str:
    """The text of a span, put together from its source pieces alone."""
    text: list[str] = []
    for start, end in document.source_pieces(span):
        # The only tags in a piece are those of forced line breaks.
        text.append(" ".join(map(decode, TAG.split(document.source[start:end])[::5])))
    return normal("".join(text))


def same_in_source(document: Document, span: Span) -> bool:
    """Whether the source pieces of a span hold its text, in order and inside its source span."""
    pieces = document.source_pieces(span)
    start, end = document.source_span(span)
    ascending = all(a.end < b.start for a, b in pairwise(pieces))
    inside = all(start <= a < b <= end for a, b in pieces)
    return ascending and inside and text_of_pieces(document, span) == normal(document.text[slice(*span)])


def same_in_browser(document: Document, span: Span) -> bool:
    """Whether a browser shows the text of the span for the source from its first to its last character."""
    start, end = document.source_span(span)
    shown = " ".join(blocks_by_browser(document.source[start:end]))
    return shown == _SURROGATE.sub("?", normal(document.text[slice(*span)]))


def is_well_placed(document: Document) -> bool:
    """Whether every block's text has a place for each character, in ascending order, and blocks follow each other."""
    last = 0
    for index, block in enumerate(document.blocks):
        starts, ends = locate(document.source, block.runs, references=True)
        if not (len(starts) == len(ends) == block.end - block.start and block.index == index):
            return False
        if starts != sorted(starts) or ends != sorted(ends) or starts[0] < last:
            return False
        if not all(start < end for start, end in zip(starts, ends, strict=True)):
            return False
        last = ends[-1]
    return True
