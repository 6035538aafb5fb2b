"""Lists, tables and paragraphs that lost their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

# Bullets that are typed, and no hyphens or asterisks, which mean other things too.
_BULLET = "•●▪■◦‣⁃∙"
# So many bullets inside a paragraph are a list that was joined.
_INLINE = 2
# So many lines in a row begin with the mark that a bullet became.
_TURNED = 2
# A paragraph longer than this, in characters, is a wall that nobody reads.
_WALL = 6000
# A mark that stands alone ended a line with at least so many spaces.
_WORDS = 3
_MARKS_ALONE = r"[,.;:|]"


@rule(
    "structure/flattened-structure",
    summary="A list, a table or a paragraph that lost its form",
    message="What was a list or a table is flattened here",
    severity="warning",
    since="0.1.0",
    where=Selector(blocks=("paragraph", "heading", "list-item")),
    tags=("structure",),
    why="""
Extractors turn lists into one paragraph, cells into lines of a single mark, and bullets into
question marks. On the page they can no longer be read as what they were.

Counts: at least two typed bullets inside a paragraph; in HTML, paragraphs that begin with a
typed bullet, at least two in a row; lines that begin with “? ” and a capital, at least two;
a block that is nothing but a comma or a full stop. A paragraph of thousands of
characters is a note. Typed bullets at the head of lines are right in plain text, and so are
lists separated by dots or bars on one short line.
""",
    examples=(
        marked(
            "bullets inside a paragraph",
            "The council decided three things.\n\n⟦They are: • The dairy is sold to the band of the town • The harbour stays closed until the spring • The ferry runs twice a day⟧\n\nIt rained.\n",
        ),
        marked(
            "bullets that became question marks, and marks alone",
            "The council decided:\n\n⟦? The dairy is sold to the band.\n\n? The harbour stays closed.⟧\n\nIt rained on the dairy\n\n⟦,⟧\n\nand the ferry was late.\n",
        ),
        marked(
            "typed bullets in HTML",
            "<p>The council decided:</p>⟦<p>• The dairy is sold.</p><p>• The harbour stays closed.</p>⟧<p>It rained.</p>",
            format="html",
        ),
        marked(
            "bullets in plain text, a line of names, a question",
            "The council decided:\n\n  • The dairy is sold.\n  • The harbour stays closed.\n\nMusic • Harbour • Ferry\n\n? was all that the note said.\n\n"
            "Who pays?\n\nThe mayor • 12 June\n\n* * *\n\n—\n\nIt rained.",
        ),
    ),
)
def flattened_structure(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find joined lists, turned bullets, lost marks and walls."""
    body = document.body
    text = plain_text(document)
    turned: list[Block] = []
    typed: list[Block] = []
    bullets = tuple(bullet for bullet in _BULLET if bullet in text)  # most texts hold none
    for place, block in enumerate(body):
        size = block.end - block.start
        first = document.text[block.start]
        if first == "?" and re.match(r"\? [A-ZÀ-ÞА-ЯŁŚŻ]\S* \S", text[block.start : block.end]):
            turned.append(block)
        elif turned:
            yield from _run(turned, "bullets that became question marks")
            turned = []
        if document.format == "html" and first in _BULLET and block.role == "paragraph" and size > 12:
            typed.append(block)
        elif typed:
            yield from _run(typed, "typed bullets instead of a list")
            typed = []
        if size == 1 and 0 < place < len(body) - 1 and re.fullmatch(_MARKS_ALONE, text[block.start : block.end]):
            if _is_lost(document, body[place - 1], block):
                yield Hit(block.span, ("a mark that stands alone",))
        elif size > _WALL:
            yield Hit(Span(block.start, block.start + 60), ("a paragraph without end",), severity="note")
        elif bullets and _is_joined(document, block):
            yield Hit(block.span, ("several list items in one paragraph",))
    yield from _run(turned, "bullets that became question marks")
    yield from _run(typed, "typed bullets instead of a list")


def _run(blocks: Sequence[Block], reason: str) -> Iterator[Hit]:
    if len(blocks) >= _TURNED:
        yield Hit(Span(blocks[0].start, blocks[-1].end), (f"{len(blocks)} {reason}",))


def _is_lost(document: Document, before: Block, block: Block) -> bool:
    """Whether a mark alone was a part of a sentence: some words without a mark stand before it, and it is no rule."""
    mark, words = document.block_text(block), document.block_text(before)
    return words[-1].isalnum() and words.count(" ") >= _WORDS and mark in (",", ".", ";", ":", "|")


def _is_joined(document: Document, block: Block) -> bool:
    """Whether bullets stand between whole items on one line, and not between short names."""
    text = document.block_text(block)
    lines = [line for line in text.split("\n") if sum(map(line.count, _BULLET)) >= _INLINE]
    for line in lines:
        items = [item.strip() for item in re.split(f"[{_BULLET}]", line) if item.strip()]
        if len(items) >= _INLINE and sum(item.count(" ") >= 3 for item in items) > len(items) / 2:
            return True
    return False
