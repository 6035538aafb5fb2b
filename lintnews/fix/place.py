"""From a hit in the text to the edits of the source that repair it."""

from __future__ import annotations

from ..document.model import Document
from ..finding import Applicability, Fix
from ..span import Span
from . import html, lines
from .inline import inline_edits


def place(document: Document, span: Span, repair: str, applicability: Applicability) -> Fix | None:
    """The edits that replace a span of the text by `repair`; "" deletes it.

    Deleting whole blocks takes their elements or lines along; deleting inside a
    block leaves one space where two would meet. None where the texts around deleted
    blocks would run into each other.
    """
    blocks = []
    for index in range(document.block_at(span.start).index if document.blocks else 0, len(document.blocks)):
        if document.blocks[index].start >= span.end:
            break
        if span.overlaps(document.blocks[index].span):
            blocks.append(document.blocks[index])
    if repair or not blocks or span.start > blocks[0].start or span.end < blocks[-1].end:
        return Fix(inline_edits(document, span, repair), applicability)
    if document.format != "html":
        return Fix(lines.block_edits(document, blocks), applicability)
    edits = html.block_edits(document, blocks)
    return None if html.would_join(document, blocks, edits) else Fix(edits, applicability)
