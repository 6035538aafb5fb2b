"""Brackets and quotation marks with nothing in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..codetalk import about_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# A word, then a pair with only marks inside; or a credit that lost its name.
_PAIR = r"(?<=[\w.,;:!?\"'%)] )(?:\(\s?[,;:/·-]?\s?\)|\[\s?[,;]?\s?\])(?=[ ,.;:!?]|$)"
_CREDIT = (
    r"(?<= )\((?:photo|image|picture|foto|bild|quelle|source|fotos|photos|crédits?|credit|via|graphic|video)\s?:\s?\)"
)
_CODE = r"[{}]|\w = |\w \. \w|<\w|\bdef |\bfunction\b|=>|==|;\s*$|\w\(\)|\(\) [=+*-]"


@rule(
    "typography/hollow-brackets",
    summary="Brackets with nothing in them",
    message="Nothing stands between the brackets",
    severity="warning",
    since="0.1.0",
    delete=True,
    literals=("( )", "()", "(,", "( ,", "(;", "( ;", "[ ]", "[]", "[,", "(:", "(-)", "(photo:", "(image:", "(picture:", "(foto:", "(bild:", "(quelle:", "(source:", "(fotos:", "(photos:", "(crédit", "(credit", "(via:", "(photo :", "(source :", "(/)"),
    tags=("typography", "seam"),
    why="""
A pronunciation, a link or the name in a credit was removed and its brackets stayed: “Hoy
( ) is an island”, “(Photo: )”. The pair goes.

It must follow a word and a space and be followed by a space or a mark; check boxes, forms,
calls of functions and texts that hold code stay clean.
""",
    examples=(
        marked(
            "empty and gutted pairs",
            "The island of Skerry ⟦( )⟧ is small. Una Farr ⟦(, )⟧ leads the band. Its dairy ⟦[ ]⟧ is old.\n",
            fixed="The island of Skerry is small. Una Farr leads the band. Its dairy is old.\n",
        ),
        marked("a credit without a name", "The dairy at dusk ⟦(Photo: )⟧\n\nDie Molkerei am Abend ⟦(Bild: )⟧\n"),
        marked(
            "check boxes, code, forms and faces",
            "[ ] Milk\n\nCall dict() and f (x, y). The list [] is empty in x = [] ; y. He laughed :( ) and left.\n\nName: ( )\n\n"
            "The call run () {} returns. The pronoun “( )” is an album.",
        ),
    ),
)  # fmt: skip
def hollow_brackets(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the pairs."""
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        text = plain_text(document)[block.start : block.end]
        if block.role in ("code", "cell", "control") or re.search(_CODE, text):
            continue
        for pattern in (_PAIR, _CREDIT):
            for match in re.finditer(pattern, text, re.IGNORECASE):
                if match[0][0] == "[" and about_code(document):
                    continue
                if re.search(r"[:=]\s?\Z", text[: match.start()]) or text[: match.start()].count(" ") < 2:
                    continue
                yield Hit(Span(*match.span()).shift(block.start))
