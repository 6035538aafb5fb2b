"""A line glued together from cut metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..headlines import SEPARATOR, cut_at, following, headline, squeeze
from ..model import Hit, Sighting

# So many letters of the headline, and of what follows it in the text, must be
# recognised: the shortest stump seen was 18 characters of a title.
_TITLE_STUMP = 15
_TEXT_STUMP = 10
_TEXT_ENOUGH = 24
# Letters of the names between the title and the text.
_NAMES = 60
_NEAR = 8
_ANY_SEPARATOR = rf"{SEPARATOR}|: "
_END_MARK = r"[.!?]['\"’”]?\Z"


@rule(
    "headline/meta-title-chain",
    summary="A line glued together from the cut title, a heading and the start of the text",
    message="Cut title and cut text glued into one line",
    severity="error",
    since="0.1.0",
    delete=True,
    tags=("headline", "metadata"),
    why="""
Search descriptions and image texts are made by cutting: sixty characters of the title, a
dash, the first heading, as much of the text as fits. Printed as a paragraph they break
off twice, mostly inside a word.

Both halves must be recognised: before the separator a beginning of the headline, behind
it the beginning of a block that follows. A real subtitle continues with words of its own.
""",
    examples=(
        marked(
            "title cut inside a word, heading and text behind it",
            "Old Dairy Sold to Brass Band for Three Days of Music\n\n"
            "⟦Old Dairy Sold to Brass Band for Three Da - A Close Vote The island's council has so⟧\n\n"
            "A Close Vote\n\nThe island’s council has sold the old dairy, and nobody is sure what for.\n",
            fixed="Old Dairy Sold to Brass Band for Three Days of Music\n\n"
            "A Close Vote\n\nThe island’s council has sold the old dairy, and nobody is sure what for.\n",
        ),
        marked(
            "whole title and the start of the text, in HTML",
            "<h1>Old Dairy Sold to Brass Band</h1>⟦<p>Old Dairy Sold to Brass Band - The island&rsquo;s council has sold the</p>⟧"
            "<p>The island&rsquo;s council has sold the old dairy.</p>",
            format="html",
            fixed="<h1>Old Dairy Sold to Brass Band</h1><p>The island&rsquo;s council has sold the old dairy.</p>",
        ),
        marked(
            "the names of the section and the site between the two",
            "Old Dairy Sold to Brass Band for Three Days of Music\n\n"
            "⟦Old Dairy Sold to Brass Band for Three Da - Music | The Skerry Post The island's council has sold the old da⟧\n\n"
            "The island’s council has sold the old dairy, and nobody is sure what for.\n",
        ),
        marked(
            "a subtitle with words of its own",
            "Old Dairy Sold to Brass Band\n\nOld Dairy Sold - and nobody is sure what for\n\nThe island’s council has voted.",
        ),
    ),
)
def meta_title_chain(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the chains."""
    title = headline(document)
    if title is None:
        return
    near = following(document, title, _NEAR)
    whole = squeeze(title.text)
    for place, block in enumerate(near):
        if block.role in ("quote", "code") or not whole.startswith(
            squeeze(document.text[block.start : min(block.end, block.start + _TITLE_STUMP)])
        ):
            continue  # a chain begins as the headline does
        text = document.block_text(block)
        for match in re.finditer(_ANY_SEPARATOR, text):
            stump, rest = text[: match.start()], text[match.end() :]
            if len(squeeze(stump)) < _TITLE_STUMP:
                continue
            cut = cut_at(title.text, stump)
            if cut is None and squeeze(stump) != whole:
                continue
            inside = cut is not None and title.text[cut : cut + 1].isalnum()
            if not inside and not re.fullmatch(SEPARATOR, match[0]):
                continue
            if re.search(_END_MARK, text) and not inside:
                continue
            if source := _begins(document, rest, [*near[place + 1 :], *near[:place]]):
                yield Hit(
                    block.span,
                    (
                        f"begins with {'a headline cut inside a word' if inside else 'the headline'}",
                        f"goes on with the beginning of “{document.block_text(source)[:40]}”",
                    ),
                )
                break


def _begins(document: Document, rest: str, blocks: Sequence[Block]) -> Block | None:
    """The block whose beginning `rest` repeats, or None; names of a site and a section may stand before it."""
    letters = squeeze(rest)
    for block in blocks:
        other = squeeze(document.block_text(block)[: 4 * _TEXT_ENOUGH])
        shorter = min(len(letters), len(other), _TEXT_ENOUGH)
        if shorter >= _TEXT_STUMP and letters[:shorter] == other[:shorter]:
            return block
        at = letters.find(other[:_TEXT_ENOUGH]) if len(other) >= _TEXT_ENOUGH else -1
        if 0 < at <= _NAMES:
            return block
    return None
