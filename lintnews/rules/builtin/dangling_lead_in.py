"""A sentence that announces something which does not come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Sighting

# Sentences that announce sources, links or further reading, whatever follows them.
_SOURCES = (
    r"(?:\b(?:for (?:more|further|additional|full|detailed|complete)\b.{0,40}\b(?:information|details?|reading|context|background|"
    r"coverage|insights?|analysis|resources|sources)\b|see also|see (?:the|these) (?:following|links?|sources?)|"
    r"(?:following|these|below|listed) (?:authoritative |external |additional |original |primary )?"
    r"(?:links?|sources?|outlets?|references?|resources?|publications?|articles?|reports?|materials?|websites?|sites|pages)|"
    r"(?:please )?(?:consult|visit|refer to|check out|read)(?: (?:the|these|our) .{0,40})?|sources? (?:include|used|consulted)|"
    r"(?:based|draws?|drawn|compiled|relies|relied|informed|sourced) (?:up)?(?:on|from|by) .{0,80}|read (?:more|next|also)|related(?: .{0,20})?|"
    r"(?:weitere|mehr) informationen.{0,40}|lesen sie (?:auch|mehr).{0,20}|siehe auch|pour en savoir plus.{0,20}|voir aussi|à lire.{0,20}|"
    r"más información.{0,20}|véase también|leggi anche|saiba mais|leia (?:também|mais)|lees ook|zie ook|czytaj (?:też|także|również)|"
    r"zobacz (?:też|także|również)|читайте также|см\. также)) ?:"
)
_MEDIA = (
    r"(?i)<(?:img|iframe|video|audio|table|form|embed|object|svg|canvas|picture|amp-|input|script|blockquote)\b|!\["
)


@rule(
    "structure/dangling-lead-in",
    summary="A sentence that announces a list, link or source, with nothing behind it",
    message="Nothing follows what this announces",
    severity="error",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    stage=1,
    tags=("structure",),
    why="""
“For more information, please consult:”, and then the article ends, or the next section
begins. The list was stripped, and the reader sees the hole.

A lead-in is a block that ends in a colon; it dangles at the end of the article and before
a heading of the same or a higher level. Deeper and numbered headings, images, tables and
quotations are what it announced. In plain text, where headings are guesses, it must be
the last block, or speak of sources or links. What other findings delete counts as gone.
""",
    examples=(
        marked(
            "sources announced at the end",
            "The vote is on Friday.\n\n⟦For more information, please consult:⟧\n",
            fixed="The vote is on Friday.\n",
        ),
        marked(
            "before the next section",
            "# Music\n\nThe band has moved in.\n\n## Where\n\n⟦The band plays here:⟧\n\n## Who Pays\n\nNobody does.\n",
            format="markdown",
        ),
        marked(
            "steps as deeper headings, a list, an image",
            "# Music\n\n## How\n\nHere are the steps:\n\n### 1. Tune\n\nSlowly.\n\n## Who\n\nAmong them:\n\n- Una\n\n"
            "This is the dairy:\n\n![](dairy.jpg)\n\n## Where\n\nOn the island.\n",
            format="markdown",
        ),
        marked(
            "a colon before what answers it",
            "His verdict:\n\nIt was a good year.\n\nThe list is long, and it includes:\n\n  • pens\n  • maps\n",
        ),
    ),
)
def dangling_lead_in(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the lead-ins."""
    body = document.body
    for place, block in enumerate(body):
        if place == 0 or block.role in ("code", "quote", "term", "control"):
            continue
        announces = block.role != "heading" or document.format == "text"
        folded = folded_text(document)[block.start : block.end].rstrip()
        if not folded.endswith(":") or len(folded) < 8:
            continue
        after = body[place + 1] if place + 1 < len(body) else None
        sources = re.search(_SOURCES, folded) is not None
        # A heading with a colon ("Step 2:") announces its section, unless it speaks of sources.
        if (announces or sources) and _dangles(document, block, after, sources):
            yield Hit(block.span)


def _dangles(document: Document, block: Block, after: Block | None, sources: bool) -> bool:
    count = len(document.blocks)
    end = document.source_span(after.span).start if after else len(document.source)
    if after is None and block.index + 1 < count and document.format == "html":
        end = document.source_span(document.blocks[block.index + 1].span).start
    if re.compile(_MEDIA).search(document.source, document.source_span(block.span).end, end):
        return False
    if after is None:
        # At the end of a page's article the page itself may go on with what was announced.
        return sources or block.index + 1 == count or bool(document.gone)
    if after.role != "heading":
        return False
    if document.format == "text":
        return False
    if document.block_text(after)[:1].isdigit():
        return False
    return after.level <= _section_level(document, block)


def _section_level(document: Document, block: Block) -> int:
    """The level of the heading over a block; a heading that leads in stands under itself; 1 if there is none."""
    if block.role == "heading":
        return block.level
    for other in reversed(document.body):
        if other.index < block.index and other.role == "heading":
            return other.level
    return 1
