"""Sentences of a block, split by a library that knows the abbreviations of the language."""

from __future__ import annotations

import re

from ..span import Span
from .model import Block, Document

# What may end a sentence: a stop, or whatever is neither Latin nor a common mark. A block
# that holds none before its end is one sentence, and the library takes a while to say so.
_MAY_END = re.compile(r"[.!?]|[^ -\u024f‘’“”–—]")
_CLOSING = "\"'’”) "


def sentences(document: Document, block: Block) -> tuple[Span, ...]:
    """The sentences of a block as spans of the document's text, white space at their ends left out.

    sentencex (Wikimedia) knows the abbreviations of many languages; it is asked
    only for blocks that a sentence-wide rule wants to see.
    """
    return document.remember(f"sentences{block.index}", lambda: _split(document, block))  # type: ignore[no-any-return]


def _split(document: Document, block: Block) -> tuple[Span, ...]:
    text = document.block_text(block)
    if not _MAY_END.search(text.rstrip(_CLOSING)[:-1]):
        return (block.span,)
    from sentencex import get_sentence_boundaries

    from .language import language

    try:
        parts = get_sentence_boundaries(language(document) or "en", text)
    except (UnicodeEncodeError, ValueError):
        # A lone surrogate cannot be handed over; the block is then one sentence.
        return (block.span,)
    spans = []
    offset = block.start
    for part in parts:
        start, end = int(part["start_index"]), int(part["end_index"])
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            spans.append(Span(start + offset, end + offset))
    return tuple(spans)
