"""Marks of Markdown in a text that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

_BOLD = r"(?<![\w*\\/])\*\*(?![\s*])(?P<inner>[^*\n]{2,120}?)(?<![\s*])\*\*(?![\w*])"
# Stars that do not match, marks that were guarded, struck words, footnotes and tasks.
_BROKEN = (
    r"(?<![\w*\\/])\*\*(?P<inner>[^\W\d_][^*\n]{0,80}?\w)\*(?![\w*])|(?<![\w*\\/])\*(?P<inner2>[^\W\d_][^*\n]{0,80}?\w)\*\*(?![\w*])|"
    r"\A\* \*(?P<inner3>[^\W\d_][^*\n]{0,80}?\w)\*(?![\w*])|(?<![\w~])~~(?P<inner4>[^~\s][^~\n]{0,80}?)~~(?![\w~])|"
    r"(?<![\w_])__(?P<inner5>[^\W_][^_\n]{1,80}?[^\W_])__(?![\w_])|(?<=\w)\[\^\d{1,3}\]|\\(?=[*_#~])|(?<=\w)\\(?='[a-z])|\\(?=\")|\A- \[[ xX]\] (?=\w)"
)
_LINK = r"(?<![\w\]])!?\[(?P<inner>[^\[\]\n]{0,120})\]\((?:https?://|/|mailto:|#)[^()\s]{1,300}\)"
_HEADING = r"\A(?P<marks>#{2,6} )(?=\S)"
_FENCE = r"\A(?P<fence>```\w{0,12})\Z|\A(?P<open>```(?:markdown|html|json|text|md))\s"
_TABLE = r"\A\|?(?:\s?:?-{3,}:?\s?\|)+(?:\s?:?-{3,}:?)?\s*\Z"
_SUBJECT = r"(?i)(?<!`)\bmarkdown\b|\bpython\b|\bjavascript\b"


@rule(
    "machine/markdown-leftover",
    summary="Marks of Markdown left in the text",
    message="Markdown left in the text",
    severity="warning",
    since="0.1.0",
    repairs=True,
    where=Selector(formats=("text", "html"), blocks=("paragraph", "heading", "list-item", "quote", "caption")),
    literals=(
        "**",
        "* *",
        "~~",
        "__",
        "[^",
        "\\*",
        "\\'",
        '\\"',
        "\\_",
        "\\#",
        "- [ ]",
        "- [x]",
        "](http",
        "](/",
        "](mailto:",
        "](#",
        "## ",
        "```",
        "|---",
        "|:--",
        "---|",
        "--:|",
        "| ---",
        "| :--",
    ),
    tags=("machine",),
    why="""
Chatbots answer in Markdown, and what is pasted elsewhere keeps the marks: “**bold**”,
“## Heading”, “[text](address)”. The marks go, the words stay.

Code, texts about Markdown and programming, masked words (“f**k”) and footnote stars stay clean; so do Markdown files.
""",
    examples=(
        marked(
            "bold words, a heading and a link",
            "⟦## ⟧What the Band Pays\n\nThe rent is ⟦**very low**⟧, says ⟦[the mayor](https://skerry.example/mayor)⟧ of the island.\n",
            fixed="What the Band Pays\n\nThe rent is very low, says the mayor of the island.\n",
        ),
        marked(
            "in HTML",
            "<p>⟦**Rent:**⟧ the band pays nothing.</p>",
            format="html",
            fixed="<p>Rent: the band pays nothing.</p>",
        ),
        marked(
            "marks that do not match, guarded marks, struck words and footnotes",
            "The ⟦**old*⟧ dairy is sold⟦[^1]⟧ and ⟦~~closed~~⟧ open. ⟦\\⟧*The author plays the horn.\n\n⟦__Rent__⟧ is low.",
        ),
        marked(
            "guarded quotation marks and a picture without words",
            'The island⟦\\⟧\'s dairy is ⟦\\⟧"sold⟦\\⟧", she said.\n\n⟦![](https://skerry.example/dairy.jpg)⟧\n\nIt rained.\n',
        ),
        marked("a rule of a table and a fence", "⟦```markdown⟧\n\nThe vote was close.\n\n⟦|---|---|⟧\n"),
        marked(
            "stars and hashes of other kinds",
            "He called it a f**king ** shame, and the hotel has ***** stars. Results* are ** provisional. #band played [here] (twice). 2**3**4.\n\n"
            "** The vote was close and nobody minded\n\n# 3 in the charts",
        ),
        marked("a Markdown file", "## What the Band Pays\n\nThe rent is **very low**.", format="markdown"),
    ),
)
def markdown_leftover(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the marks."""
    if re.search(_SUBJECT, document.text):
        return
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        text = plain_text(document)[block.start : block.end]
        raw = document.block_text(block)
        for pattern in (_BOLD, _LINK):
            for match in re.finditer(pattern, text):
                inner = raw[slice(*match.span("inner"))]
                yield Hit(Span(*match.span()).shift(block.start), repair=inner)
        for match in re.finditer(_BROKEN, text):
            groups = [name for name, found in match.groupdict().items() if found]
            inner = raw[slice(*match.span(groups[0]))] if groups else ""
            yield Hit(Span(*match.span()).shift(block.start), repair=inner)
        if heading := re.search(_HEADING, text):
            yield Hit(Span(*heading.span("marks")).shift(block.start), repair="")
        if mark := re.search(_FENCE, raw) or re.search(_TABLE, text):
            opens = "open" in mark.re.groupindex and mark["open"]
            yield Hit(Span(*(mark.span("open") if opens else mark.span())).shift(block.start), repair="")
