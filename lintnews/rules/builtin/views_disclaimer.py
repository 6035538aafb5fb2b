"""A clause that takes no responsibility for the text, in the name of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from ._disclaimers import CLAUSES, COMPANIONS, LABEL, LABELLED

# What reports: somebody's words, somebody's past. A clause does neither.
_PROSE = (
    r"[\"]|\b(?:said|says|told|wrote|added|argued|according to|he|she|sagte|schrieb|a déclaré|dijo|ha detto|disse)\b"
)
_HERE = r"\b(?:in|on|from|of) this (?:article|site|website|page|post|blog|story|newsletter)\b"
_LONGEST = 600


@rule(
    "notice/views-disclaimer",
    summary="Clause by which the source takes no responsibility for the text",
    message="Disclaimer of the source",
    severity="note",
    since="0.1.0",
    protected=True,
    applicability="display",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell", "caption", "quote")),
    wordings=(
        Wording("clauses", "|".join(CLAUSES), "sentence"),
        Wording("label", LABEL, "sentence", whole=False),
    ),
    tags=("boilerplate", "provenance"),
    why="""
“The views expressed are those of the author and not necessarily those of {outlet}”, “this is
not investment advice”: the source disclaims what it published. Under another masthead the
clause speaks for the wrong publisher, and yet it may be needed, so no program takes it out.

It is a note. It becomes a warning where the clause carries the label of a disclaimer, names
a publisher or speaks of “this article” or “this site”: then it is about somebody else's
page. A sentence counts only as a whole; advice to readers and refusals of liability count
only beside such a clause. Reports, quotations and people in the third person stay clean.
""",
    examples=(
        marked(
            "labelled, with a companion",
            "The vote is on Friday.\n\n⟦Disclaimer: This is not investment advice. Readers should do their own research.⟧\n",
        ),
        marked(
            "views, purposes, advice",
            "⟦The views expressed in this article are those of the author and do not necessarily reflect the position of the Skerry Post.⟧\n\n"
            "⟦The information provided on Skerry Post is for general informational purposes only.⟧\n\n⟦Views are personal.⟧\n\n"
            "⟦Nothing on this site should be read as medical advice. Always consult a qualified physician.⟧\n",
        ),
        marked(
            "other languages",
            "⟦Dieser Beitrag gibt die Meinung des Autors wieder, nicht die der Redaktion.⟧\n\n⟦Alle Angaben ohne Gewähr.⟧\n\n"
            "⟦Les propos exprimés ici n’engagent que leur auteur.⟧\n\n⟦Las opiniones vertidas aquí son responsabilidad del autor.⟧\n\n"
            "⟦Le opinioni espresse sono dell’autore.⟧\n\n⟦Este texto não reflete, necessariamente, a opinião do jornal.⟧\n\n"
            "⟦Opinie wyrażone w tekście są opiniami autora.⟧\n\n⟦Мнение автора может не совпадать с мнением редакции.⟧\n",
        ),
        marked(
            "opinions and advice in the news",
            "His views are his own, and the party does not share them.\n\nThe opinions of farmers are divided.\n\n"
            "Anyone with a fever should consult a qualified doctor.\n\nThe mayor said the report was not legal advice.\n\n"
            "“This is not financial advice,” she wrote.\n",
        ),
    ),
)
def views_disclaimer(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the clauses, each with its companions."""
    text = plain_text(document)
    for block in said.blocks:
        if not said.seen("clauses", block) and not said.seen("label", block):
            continue  # a companion alone says little
        for span in _clauses(document, block, said):
            words = text[span.start : span.end]
            foreign = re.match(LABEL, words, re.IGNORECASE) or re.search(
                r"\b(?:this|our) (?:article|site|website|page|post|column|blog|story|content|newsletter|information)\b|"
                r"\b(?:of|on|by|from|in) (?:the )?[A-Z]\w+",
                words,
            )
            yield Hit(span, severity="warning" if foreign else None)


def _clauses(document: Document, block: Block, said: Said) -> list[Span]:
    from ...document.sentences import sentences

    text = plain_text(document)
    whole = text[block.start : block.end]
    if not (said.seen("clauses", block) or re.search(LABELLED, whole, re.IGNORECASE) or re.search(_HERE, whole)):
        return []
    parts = [(s, text[s.start : s.end].strip(" \t\n.*_()[]|-")) for s in sentences(document, block)]
    if not any(_kind(words, block, said, alone=True) == 2 for _, words in parts):
        return []
    found: list[Span] = []
    waiting: Span | None = None
    for sentence, words in parts:
        kind = _kind(words, block, said)
        adjoins = bool(found) and not text[found[-1].end : sentence.start].strip()
        if kind == 2:
            start = waiting.start if waiting else sentence.start
            if adjoins:
                found[-1] = Span(found[-1].start, sentence.end)
            else:
                found.append(Span(start, sentence.end))
        elif kind == 1 and adjoins:
            found[-1] = Span(found[-1].start, sentence.end)
        waiting = (waiting and Span(waiting.start, sentence.end)) or sentence if kind == 1 and not adjoins else None
    return found


def _kind(sentence: str, block: Block, said: Said, *, alone: bool = False) -> int:
    """2 for a clause, 1 for its companion (not looked for in a sentence that is `alone`), 0 for anything else."""
    if len(sentence) > _LONGEST:
        return 0
    label = said.begins("label", block, sentence)
    bare = sentence[label.end() :] if label else sentence
    if label:
        # Behind a label the sentence has another beginning, by which nothing was looked up.
        kind = 2 if any(re.fullmatch(one, bare, re.IGNORECASE | re.DOTALL) for one in (*CLAUSES, *COMPANIONS)) else 0
    elif said.whole("clauses", block, bare):
        kind = 2
    elif ((here := re.search(_HERE, bare)) or not alone) and any(
        re.fullmatch(one, bare, re.IGNORECASE | re.DOTALL) for one in COMPANIONS
    ):
        kind = 2 if here else 1
    else:
        return 0
    return 0 if re.search(_PROSE, sentence, re.IGNORECASE) else kind
