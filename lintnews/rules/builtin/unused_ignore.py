"""Ignores that silence nothing. The engine knows; this says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..model import Hit, Sighting


@rule(
    "lintnews/unused-ignore",
    summary="A comment or entry that silences nothing",
    message="This ignore has nothing to silence",
    severity="note",
    since="0.1.0",
    repairs=True,
    literals=("lintnews",),
    tags=("lintnews",),
    why="""
A comment that asks for silence outlives what it was for: the words were edited, the paragraph was moved, the
rule has learned to let them go. One that stays may silence something else one day.

Reported only if all rules that it names have run and have looked at the block it is about. Of a pack or a
beginning of names, those that are off by default need not have run. Entries of a configuration are judged if they name
one file.
""",
    examples=(
        marked(
            "nothing is found in the paragraph",
            "<p>The vote is on Friday.</p>\n<p>⟦<!-- lintnews: ignore -->⟧It will be close.</p>",
            format="html",
            fixed="<p>The vote is on Friday.</p>\n<p>It will be close.</p>",
        ),
        marked(
            "in Markdown",
            "The vote is on Friday.\n\n⟦<!-- lintnews: ignore-next -->⟧\nIt will be close.\n",
            format="markdown",
            fixed="The vote is on Friday.\n\nIt will be close.\n",
        ),
        marked(
            "whether a rule that did not run would find something is not known",
            "<p>The vote is on Friday. <!-- lintnews: ignore[promotion/ad-placeholder] --></p>",
            format="html",
        ),
    ),
)
def unused_ignore(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find nothing in the text: what silences nothing is known once all rules have run (`suppress.py`)."""
    yield from ()
