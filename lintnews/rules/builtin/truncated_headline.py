"""A headline that was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.meta import first_heading
from ...document.model import Document
from ..define import marked, rule
from ..headlines import SEPARATOR, cut_at
from ..model import Hit, Selector, Sighting

_DOTS = r"\s?(?:\.\.\.|…|\[…\]|\[\.\.\.\])\Z"
_OPEN = r"(?i)\b(?:a|an|the|of|to|and|or|its|his|her|their|from|with|into|der|die|das|und|von|mit|für|le|la|les|de|du|des|et|el|los|y|con|il|di|e|da|em|w|na|z|i|в|на|и|с)\Z"


@rule(
    "headline/truncated-headline",
    summary="The headline is cut off, and the page knows the whole of it",
    message="The headline is cut off",
    severity="warning",
    since="0.1.0",
    applicability="unsafe",
    repairs=True,
    where=Selector(blocks=("heading", "paragraph"), first_blocks=4),
    tags=("headline",),
    why="""
Lists cut titles after sixty characters, and a scraper that takes one from there keeps the
stump. A headline counts when the page's title or description of the article holds a longer one that begins with it,
and the cut lies inside a word, before dots or after a word that cannot end a phrase. The
longer one is offered.

Dots that are meant, and a longer title that adds a name or a second part, stay clean.
""",
    examples=(
        marked(
            "dots",
            "<title>Old Dairy Sold to Brass Band of the Island</title><h1>⟦Old Dairy Sold to Brass…⟧</h1><p>The vote was close.</p>",
            format="html",
            fixed="<title>Old Dairy Sold to Brass Band of the Island</title><h1>Old Dairy Sold to Brass Band of the Island</h1><p>The vote was close.</p>",
        ),
        marked(
            "inside a word",
            '<meta property="og:title" content="Old Dairy Sold to Brass Band of the Island"><h1>⟦Old Dairy Sold to Brass Ba⟧</h1><p>The vote was close.</p>',
            format="html",
        ),
        marked(
            "a longer title with a name, and dots that are meant",
            "<title>Old Dairy Sold to Brass Band | Skerry Post</title><h1>Old Dairy Sold to Brass Band</h1><p>And then they slept…</p>",
            format="html",
        ),
    ),
)
def truncated_headline(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Compare the headline with the titles of the page."""
    block = first_heading(document)
    if block is None:
        return
    text = document.block_text(block)
    stump = re.sub(_DOTS, "", text)
    if len(stump) < 16:
        return
    for field in document.meta.headlines:
        whole = (
            re.split(SEPARATOR, field.value)[0]
            if re.search(SEPARATOR, field.value) and not re.search(SEPARATOR, stump)
            else field.value
        )
        at = cut_at(whole, stump)
        if at is None or re.search(_DOTS, whole):
            continue
        inside = whole[at : at + 1].isalnum()
        if inside or stump != text or re.search(_OPEN, stump):
            yield Hit(
                block.span,
                ("the page's title goes on",),
                repair=whole if "<" not in whole and "&" not in whole else None,
            )
            return
