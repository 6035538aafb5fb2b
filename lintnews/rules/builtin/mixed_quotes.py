"""Straight quotation marks among typographic ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..model import Hit, Sighting
from ..options import Option

# So few of the other kind break a style.
_SHARE = 0.1
_WITHIN = r"(?<=[^\W\d_])'(?=(?:s|t|re|ve|ll|d|m)\b)"
_WITHIN_CURLY = r"(?<=[^\W\d_])’(?=(?:s|t|re|ve|ll|d|m)\b)"


@rule(
    "typography/mixed-quotes",
    summary="A straight apostrophe among typographic ones, or the reverse",
    message="The other apostrophes of the text are of another kind",
    severity="note",
    since="0.1.0",
    status="preview",
    repairs=True,
    literals=("'s", "'t", "'re", "'ve", "'ll", "'d", "'m"),
    tags=("typography",),
    options=(Option("fewest", "Apostrophes of one kind that make a style.", least=2),),
    why="""
Nearly all apostrophes of a text are of one kind and one or two of the other: a part was
pasted or added later. It is a matter of style, hence a note, and in preview: few editors ask for it.

Only apostrophes inside words are compared (feet, inches and nested quotations mean
something else), in texts with at least eight of one kind and at most a tenth of the other.
""",
    examples=(
        marked(
            "one of ten",
            "The band’s dairy isn’t new. The mayor’s horn, the ferry’s bell and Una’s drum weren’t old. It’s late; they’ve slept, and "
            "he’d wake, she’ll play. The roof⟦'⟧s red.\n",
            fixed="The band’s dairy isn’t new. The mayor’s horn, the ferry’s bell and Una’s drum weren’t old. It’s late; they’ve slept, and "
            "he’d wake, she’ll play. The roof’s red.\n",
        ),
        marked("few, or half of each", "The band's dairy isn’t new. The mayor's horn wasn’t old. He was 5'10\" tall."),
    ),
)
def mixed_quotes(document: Document, sightings: Sequence[Sighting], *, fewest: int = 8) -> Iterator[Hit]:
    """Find the few."""
    if "'" not in document.text or "’" not in document.text:
        return
    straight: list[Span] = []
    curly: list[Span] = []
    for block in document.body:
        if block.role == "code":
            continue
        text = document.block_text(block)
        straight.extend(Span(*match.span()).shift(block.start) for match in re.finditer(_WITHIN, text))
        curly.extend(Span(*match.span()).shift(block.start) for match in re.finditer(_WITHIN_CURLY, text))
    few, many, mark = (straight, curly, "’") if len(straight) < len(curly) else (curly, straight, "'")
    if few and len(many) >= fewest and len(few) <= _SHARE * len(many):
        yield from (Hit(span, repair=mark) for span in few)
