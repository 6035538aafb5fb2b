"""A box about the author, with the contacts of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import folded_text, plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from ._authors import BIOS, COMPANIONS, CONTACTS, CREDITS, LABELS, NAME, SHORT

_PROSE = r"[\"]|\b(?:said|says|told|according to|police|court|died|arrested|killed|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
# How every biography begins: with a name, or with whoever is one.
_BEGINS = rf"{NAME.replace('?P<name>', '?:')}|(?:The )?\w+ (?i:is|was) "
_EDGES = " \t\n.*_|-/[]()!?»>:…"
_FIRST, _LAST = 4, 10
# A contact names a means, or what is wanted.
_MEANS = (
    "@ (at) mail http www. twitter facebook instagram linkedin bluesky mastodon threads youtube tiktok substack muck medium "
    "social signal whatsapp telegram phone tip stor report newsroom desk author writer editor journalist hear let touch "
    "news 0 1 2 3 4 5 6 7 8 9"
).split()


@rule(
    "notice/author-contact-box",
    summary="Box about the author, with contacts of the source",
    message="Author box of the source left in the text",
    severity="note",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell", "caption", "control"), longest=900),
    wordings=(
        Wording("labels", "|".join(LABELS)),
        Wording("contacts", "|".join(CONTACTS), "sentence"),
        Wording("credits", "|".join(CREDITS), "sentence"),
        Wording("biographies", "|".join((*(f"{NAME}(?:{one})" for one in BIOS), SHORT)), "sentence"),
    ),
    tags=("boilerplate", "provenance"),
    why="""
“About the author”, “{Name} is a reporter at {outlet}”, “Got a tip?”: the page's own box. It
presents somebody else's employee as one's own and gives contacts that nobody here answers.
It may also be a credit that is due, so it is moved or taken out only on request.

A credit of contributors is a note; labels, contacts and biographies are warnings. A
biography counts only near the end or the beginning, in the grammar of such boxes, and only
if the article names that person nowhere else: a profile is about its person. Reports, dates
and quotations stay clean.
""",
    examples=(
        marked(
            "at the end",
            "The vote is on Friday, and the harbour will be closed until then.\n\n⟦About the Author⟧\n\n"
            "⟦Una Farr is a senior reporter at the Skerry Post covering ferries. Follow her on Twitter.⟧\n\n⟦View all posts by Una Farr⟧\n",
            fixed="The vote is on Friday, and the harbour will be closed until then.\n",
        ),
        marked(
            "contacts, tips and credits",
            "The vote is on Friday.\n\n⟦Una Farr can be reached at una@skerrypost.example.⟧\n\n⟦Have a tip?⟧\n\n"
            "⟦Send tips to desk@skerrypost.example.⟧\n\n⟦Ole Brandt contributed to this report.⟧\n",
        ),
        marked(
            "other languages",
            "⟦Über den Autor⟧\n\n⟦Una Farr ist Redakteurin im Ressort Inseln.⟧\n\n⟦Alle Beiträge von Una Farr⟧\n\n⟦À propos de l’auteur⟧\n\n"
            "⟦Jean Rocher est journaliste à la Gazette des Îles.⟧\n\n⟦Sobre el autor⟧\n\n⟦Ana Peral es periodista y escribe sobre el mar.⟧\n\n"
            "⟦Sull’autore⟧\n\n⟦Sobre o autor⟧\n\n⟦Over de auteur⟧\n\n⟦O autorze⟧\n\n⟦Об авторе⟧\n\n⟦筆者について⟧\n",
        ),
        marked(
            "a profile, a quotation, a report",
            "Una Farr is a writer who has lived on the island since 1980.\n\nFarr was born in Skerry and likes the rain.\n\n"
            "“Una Farr is a reporter for the Skerry Post,” the card said.\n\nAbout the author of the letter nothing is known.\n\n"
            "A reporter for the Skerry Post was arrested on Monday.\n\nThe mayor can be reached by ferry.\n",
        ),
    ),
)
def author_contact_box(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find labels, contacts, credits and biographies."""
    from ...document.sentences import sentences

    text = plain_text(document)
    count = len(document.body)
    for block in said.blocks:
        place = document.body.index(block)
        edge = place < _FIRST or place >= count - _LAST
        if edge and said.whole("labels", block, text[block.start : block.end].strip(_EDGES)):
            yield Hit(block.span, severity="warning")
            continue
        folded = folded_text(document)[block.start : block.end]
        contacts = said.seen("contacts", block) and any(means in folded for means in _MEANS)
        if not (contacts or said.seen("credits", block) or (edge and said.seen("biographies", block))):
            continue  # labels and biographies count at the edges
        found: list[tuple[Span, bool]] = []
        for sentence in sentences(document, block):
            words = text[sentence.start : sentence.end].strip(_EDGES)
            adjoins = bool(found) and not text[found[-1][0].end : sentence.start].strip()
            credit = said.whole("credits", block, words) is not None
            known = credit or said.whole("contacts", block, words) or (adjoins and edge and _fits(COMPANIONS, words))
            if not (known or (edge and _is_bio(document, block, words, said))):
                continue
            if re.search(_PROSE, words, re.IGNORECASE):
                continue
            if adjoins:
                found[-1] = (Span(found[-1][0].start, sentence.end), found[-1][1] and credit)
            else:
                found.append((sentence, credit))
        for span, credit in found:
            yield Hit(span, severity=None if credit else "warning")


def _fits(patterns: Sequence[str], words: str) -> bool:
    words = words.strip(_EDGES)
    return any(re.fullmatch(pattern, words, re.IGNORECASE) for pattern in patterns)


def _is_bio(document: Document, block: Block, words: str, said: Said) -> bool:
    match = said.whole("biographies", block, words) if re.match(_BEGINS, words) else None
    if match is None:
        return False
    if name := match.groupdict().get("name"):
        return not _has_a_part(document, block, name.split()[-1])
    return block in document.body[-3:] and not _has_a_part(document, block, match["short"])


def _has_a_part(document: Document, block: Block, surname: str) -> bool:
    """Whether a long block elsewhere names the person: then the article is about him or lets him speak."""
    text = plain_text(document)
    return any(
        surname in text[other.start : other.end]
        for other in document.body
        if other is not block
        and other.end - other.start > 25
        and not _fits(LABELS, text[other.start : other.end])
        and not re.match(r"(?:by|von|par|por|follow|contact|e-?mail)\b", text[other.start : other.end], re.IGNORECASE)
    )
