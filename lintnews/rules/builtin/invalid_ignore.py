"""Comments for lintnews that it cannot understand. The engine reads them; this says what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..model import Hit, Sighting


@rule(
    "lintnews/invalid-ignore",
    summary="A comment for lintnews that it cannot understand",
    message="This comment cannot be understood",
    severity="note",
    since="0.1.0",
    literals=("lintnews",),
    tags=("lintnews",),
    why="""
A comment with a slip in it silences nothing, and whoever wrote it wonders why. The message has the nearest name or
word that exists. Comments for other programs, and those that only mention lintnews, are let go.
""",
    examples=(
        marked(
            "a word that is none",
            "<p>The vote is on Friday. ⟦<!-- lintnews: ignroe[promotion] -->⟧</p>",
            format="html",
        ),
        marked(
            "a rule that does not exist",
            "The vote is on Friday. <!-- lintnews: ignore[⟦promotoin⟧] -->\n",
            format="markdown",
        ),
        marked(
            "rules stand in brackets",
            "<p>The vote is on Friday. ⟦<!-- lintnews: ignore lintnews/invalid-ignore -->⟧</p>",
            format="html",
        ),
        marked(
            "comments about other things",
            "<p>The vote is on Friday. <!-- lintnews is a linter --><!-- vale off --><!-- lintnews: ignore --></p>"
            "<script><!-- lintnews: ignroe --></script>",
            format="html",
        ),
    ),
)
def invalid_ignore(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find nothing in the text: comments are read when the document is checked (`suppress.py`)."""
    yield from ()
