"""A text that stops in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..model import Hit, Selector, Sighting
from .truncated_paragraph import cut


@rule(
    "structure/truncated-ending",
    summary="The text stops in the middle of a sentence",
    message="The text stops in the middle of a sentence",
    severity="error",
    since="0.1.0",
    stage=4,
    where=Selector(blocks=("paragraph", "heading", "quote")),
    tags=("structure",),
    why="""
A paywall, the second page or a limit of characters took the rest. What other findings
delete counts as gone, so that a button after the cut hides nothing.

The last block counts under the conditions of structure/truncated-paragraph: an omission mark in
brackets, a word that cannot end a sentence, or no mark at all where all other paragraphs
have one. Credits, addresses, tags and an ellipsis that is meant stay clean.
""",
    examples=(
        marked(
            "an omission mark",
            "The vote was close.\n\nThe band of Skerry has moved into the old dairy by the ⟦harbour […]⟧\n",
        ),
        marked(
            "a word that cannot end a sentence",
            "The vote was close.\n\nThe conductor, who plays the horn himself, said on Monday that the rent ⟦of⟧\n",
        ),
        marked(
            "an ellipsis that is meant, a credit, a name",
            "The conductor, who plays the horn himself, went out to the harbour on the following morning…\n\nEditing by Una Farr and Lars Brandt",
        ),
    ),
)
def truncated_ending(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Look at the last block."""
    if document.body and (span := cut(document, document.body[-1], None)):
        yield Hit(span)
