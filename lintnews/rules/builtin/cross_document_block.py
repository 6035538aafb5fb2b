"""Blocks that also stand in other articles of the same run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..model import Hit, Selector, Sighting
from ..options import Option

# A shorter block says too little to be known by: "Ingredients", "1 g salt".
_WORDS = 4
# A line without a full stop needs so many, or a place at the edge of the article.
_LINE_WORDS = 8
_EDGE = 3
# In scripts without spaces so many characters make up a word.
_LETTERS = 2.5
_STOPS = tuple(".!?…。！？")
_CLOSING = "\"'”’»)]」』"

_NOTICE = "Readers who know of a boat for hire may write to the harbour office before noon."
_MORE = (
    "The new boat holds ninety, and the old one will be sold to the school, where the children paint it every spring. "
    "Nobody has asked them yet."
)


@rule(
    "structure/cross-document-block",
    summary="A block that also stands in other articles of the run",
    message="The same block stands in other articles of this run",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    stage=1,
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "caption")),
    tags=("structure", "boilerplate"),
    options=(
        Option(
            "articles",
            "In how many articles of a run a block must stand; from 10 on in steps: 10, 20, 50, 100, 200 …",
            least=2,
        ),
    ),
    why="""
Footers, notices, advertisements and biographies that no list of phrases knows are the same in many articles.
Figures, and in long blocks names, may differ. Short lines count only beside a longer block that recurs or at the
edge of the article, headings never by themselves.

Copies of one article count as one, and an article of which more than half recurs is taken for agency text that
several sites use, and left alone. What stands in more than half of the articles may be what the house wants under
each, so it is only noted; an entry under `ignores` silences it, and a rule of your own (`lintnews rules new`) makes
an error of what the house does not want.

What is found in an article depends on the other articles of the run: a hook with two files finds nothing where the
whole folder has findings. A run looks at up to 5,000 articles at once.
""",
    examples=(
        marked(
            "a notice under several articles",
            f"The ferry will run until midnight in August.\n\n{_MORE}\n\n⟦{_NOTICE}⟧\n",
            others=(
                f"The council has sold the old dairy to the band.\n\nIt rained.\n\n{_NOTICE}\n",
                f"The bakery on the quay has a new oven.\n\nBread is cheaper now.\n\n{_NOTICE}\n",
            ),
            fixed=f"The ferry will run until midnight in August.\n\n{_MORE}\n",
        ),
        marked(
            "the same template with other names, and the label over it",
            f"The ferry will run until midnight in August.\n\n{_MORE}\n\n"
            "⟦Our partner\n\nNorthwind Panels is renowned for exceptional screens and for the best prices on the market since 1990.⟧\n",
            others=(
                "The council has sold the old dairy to the band.\n\nOur partner\n\nSkerry Glass is renowned for exceptional "
                "screens and for the best prices on the market since 2004.\n\nIt rained.\n",
                "The bakery on the quay has a new oven.\n\nOur partner\n\nBlue Heron Tools is renowned for exceptional "
                "screens and for the best prices on the market since 1975.\n\nBread is cheaper now.\n",
            ),
        ),
        marked(
            "ingredients, headings, and a notice in one other article only",
            f"A soup for the harbour fair\n\nWhat you need\n\n200 g of leeks\n\nCut the leeks and boil them.\n\n{_NOTICE}\n",
            others=(
                f"A pie for the harbour fair\n\nWhat you need\n\n300 g of leeks\n\nBake the pie until it is brown.\n\n{_NOTICE}\n",
                "A salad for the harbour fair\n\nWhat you need\n\n100 g of leeks\n\nServe the salad cold and with bread.\n",
            ),
        ),
        marked(
            "agency text on several sites",
            "The harbour of Skerry stays closed until the storm has gone, the coast guard said on Monday.\n\n"
            "Nine boats were lost in the night, but nobody was hurt, and the ferry waits at the island.\n\nThe mayor thanked the crews.\n",
            others=(
                "Skerry: storm closes harbour\n\nThe harbour of Skerry stays closed until the storm has gone, the coast guard said on Monday.\n\n"
                "Nine boats were lost in the night, but nobody was hurt, and the ferry waits at the island.\n",
                "The harbour of Skerry stays closed until the storm has gone, the coast guard said on Monday.\n\n"
                "Nine boats were lost in the night, but nobody was hurt, and the ferry waits at the island.\n\n"
                "The school stays open. It has heating, and the teachers live in the village, so that every lesson will be given, they said.\n",
            ),
        ),
    ),
)
def cross_document_block(document: Document, sightings: Sequence[Sighting], *, articles: int = 3) -> Iterator[Hit]:
    """Find the rows of recurring blocks that hold one which counts by itself."""
    if not document.recurring:
        return
    body = document.body
    row: list[Block] = []
    for at, block in enumerate((*body, None)):
        if block is not None and document.recurring.get(block.index, 0) >= articles:
            row.append(block)
        elif row:
            first = at - len(row)
            if any(_counts(document, one, min(i, len(body) - 1 - i)) for i, one in enumerate(row, first)):
                most = max(document.recurring[one.index] for one in row)
                several = f"{most} different articles" if most < 10 else f"at least {most} different articles"
                usual = all(one.index in document.usual for one in row)
                yield Hit(
                    Span(row[0].start, row[-1].end),
                    (f"stands in {several} of this run",),
                    severity="note" if usual else None,
                )
            row = []


def _counts(document: Document, block: Block, from_edge: int) -> bool:
    """Whether a block is told by itself, `from_edge` blocks from the nearer edge of the article."""
    text = document.block_text(block)
    if block.role == "heading" or text[0].isdigit():
        return False
    words = text.count(" ") + 1 if " " in text or text.isascii() else len(text) / _LETTERS
    if words < _WORDS:
        return False
    return words >= _LINE_WORDS or from_edge < _EDGE or text.rstrip(_CLOSING).endswith(_STOPS)
