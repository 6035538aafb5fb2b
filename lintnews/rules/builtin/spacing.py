"""Spaces where none belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.language import language
from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

_BEFORE = r"(?<=[^\W\d_])(?P<gap> )(?=[,;](?= [^\W\d_]))|(?<=[^\W\d_]{2})(?P<stop> )(?=\.(?= [A-ZÀ-Þ][a-z]|$))"
_AFTER = r"(?<= \()(?P<open> )(?=[^\W\d_]{2})"


@rule(
    "typography/spacing",
    summary="A space before a comma or full stop, or after a bracket",
    message="No space belongs here",
    severity="note",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "caption")),
    literals=(" ,", " .", " ;", "( "),
    tags=("typography", "seam"),
    why="""
Where a link or a tag was taken out, the space around it stays: “Yobe North , the mayor”. It is
a matter of form, hence a note.

French puts a space before a semicolon; there only commas and full stops count. A gap after a word that
another must follow is a loss of words (typography/lost-words).
""",
    examples=(
        marked(
            "before marks and after a bracket",
            "The band⟦ ⟧, the mayor and the ferry (⟦ ⟧all three) were late⟦ ⟧. Nobody minded the rain.\n",
            fixed="The band, the mayor and the ferry (all three) were late. Nobody minded the rain.\n",
        ),
        marked(
            "French, ellipses and figures",
            "Le maire dort ; la fanfare joue dans la laiterie et les gens sont là. Il attend . . . rien, 3 .5 et .22 non plus.",
        ),
    ),
)
def spacing(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the spaces."""
    spoken = language(document)
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        text = plain_text(document)[block.start : block.end]
        for pattern in (_BEFORE, _AFTER):
            for match in re.finditer(pattern, text):
                if spoken == "fr" and text[match.end() : match.end() + 1] == ";":
                    continue
                yield Hit(Span(*match.span()).shift(block.start), repair="")
