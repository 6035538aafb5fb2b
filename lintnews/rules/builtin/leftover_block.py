"""Blocks that are left over from a page and that no list of phrases knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Selector, Sighting
from ..options import Option


@rule(
    "furniture/leftover-block",
    summary="Headlines, labels, prompts and comments of the page around an article, told by place and look",
    message="Seems left over from the page around the article",
    severity="warning",
    since="0.2.0",
    delete=True,
    applicability="unsafe",
    stage=2,
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "caption", "control")),
    tags=("boilerplate",),
    options=(
        Option(
            "sensitivity",
            "How readily a block counts: lower finds less and errs less, higher finds more (see docs/leftover.md).",
            least=0,
            most=1,
        ),
    ),
    why="""
Pages set headlines of other stories, menu words, tags, captions, prompts and readers'
comments around and into an article, and scrapers take them along. No list of phrases
knows them all. Their place, their neighbours and their shape give them away: a row of
short lines without a full stop under the last paragraph, words that the article does not
use, words that pages use, another leftover beside them.

Every block that no other rule has found something in is judged by such signs. Each has a
name and a weight, and the finding tells those that weighed most (docs/leftover.md has
them all, and how often the verdict errs). Blocks that follow each other are one finding.
Where no other rule finds a leftover in the article, more is asked of a block, and the
headline, tables, terms and code are let go. Verses, lists, recipes, results, interviews
and other short lines of an article's own stay clean.
""",
    examples=(
        marked(
            "a row of labels under a text",
            "The ferry to Skerry was late again on Monday, and forty passengers waited in the rain for an hour.\n\n"
            "Nobody at the company could say why, but the captain spoke of fog in the sound and of a rope that was lost.\n\n"
            "The council wants a report by the end of the month, and the harbour master has promised to write it himself.\n\n"
            "⟦E-paper archive\n\nYour account\n\nVideo\n\nPodcasts⟧\n",
        ),
        marked(
            "the same article with short lines of its own",
            "Ferry late again\n\n"
            "The ferry to Skerry was late again on Monday, and forty passengers waited in the rain for an hour.\n\n"
            "What the captain says\n\n"
            "Nobody at the company could say why, but the captain spoke of fog in the sound and of a rope that was lost.\n\n"
            "Departures on Monday:\n\n- 8 am, Skerry\n- 11 am, Little Holm\n- 4 pm, Skerry\n\n"
            "The council wants a report by the end of the month, and the harbour master has promised to write it himself.\n",
        ),
    ),
)
def leftover_block(document: Document, sightings: Sequence[Sighting], *, sensitivity: float = 0.5) -> Iterator[Hit]:
    """Judge every block, and report those that follow each other as one."""
    if _is_plain(document) or (document.format == "html" and document.scope == "page"):
        return  # on a whole page its furniture is where it belongs
    from ...document.language import language
    from ...leftover.judge import judge, load, rows, threshold

    model = load()
    folded = folded_text(document)
    for row in rows(judge(document, folded, model, threshold(sensitivity))):
        from ...leftover.evidence import family, reasons
        from ...leftover.look import site_words

        span = Span(row[0].block.start, row[-1].block.end)
        words = site_words(folded[span.start : span.end], language(document))
        what = family(row)
        message = f"Seems left over from the page around the article: {what}" if what else None
        yield Hit(span, reasons(row, model.weights, words), message=message)


# A paragraph of at least so many characters that ends like a sentence.
_PARAGRAPH = 80
_ENDS = frozenset(".!?…\"'”’»")


def _is_plain(document: Document) -> bool:
    """Whether there is nothing to judge: no rule has found anything, and a headline and paragraphs are all there is."""
    text = document.text
    return not document.marked and all(
        block.end - block.start >= _PARAGRAPH and text[block.end - 1] in _ENDS for block in document.body[1:]
    )
