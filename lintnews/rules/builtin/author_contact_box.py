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
from ._authors import BIOS, COMPANIONS, CONTACTS, CREDITS, LABELS, NAME, ROLE, SHORT

_PROSE = r"[\"]|\b(?:said|says|told|according to|police|court|died|arrested|killed|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
# What stands alone under "Written by", and under it.
_ALONE = NAME.replace("?P<name>", "?:")
_ROLE_LINE = rf"(?i)[^.]{{0,40}}\b{ROLE}s?\b[^.]{{0,40}}"
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
        Wording("about", f"about {NAME}"),
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
            "a box of three lines",
            "The vote is on Friday, and the harbour will be closed until then.\n\n⟦Written by⟧\n\n⟦Una Farr⟧\n\n⟦Staff Writer⟧\n",
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

    text, folded_whole = plain_text(document), folded_text(document)
    count = len(document.body)
    places = {block.index: place for place, block in enumerate(document.body)}
    boxed: set[int] = set()
    for block in said.blocks:
        place = places[block.index]
        edge = place < _FIRST or place >= count - _LAST
        if edge and said.whole("labels", block, text[block.start : block.end].strip(_EDGES)):
            yield Hit(block.span, severity="warning")
            yield from _stacked(document, place, boxed)
            continue
        if edge and (match := said.whole("about", block, text[block.start : block.end].strip(_EDGES))):
            after = document.body[place + 1] if place + 1 < count else None
            if after is not None and text[after.start : after.end].startswith(tuple(match["name"].split())):
                yield Hit(block.span, severity="warning")
            continue
        folded = folded_whole[block.start : block.end]
        contacts = said.seen("contacts", block) and any(means in folded for means in _MEANS)
        if not (contacts or said.seen("credits", block) or (edge and said.seen("biographies", block))):
            continue  # labels and biographies count at the edges
        found: list[tuple[Span, bool]] = []
        for sentence in sentences(document, block):
            words = text[sentence.start : sentence.end].strip(_EDGES)
            adjoins = bool(found) and not text[found[-1][0].end : sentence.start].strip()
            credit = said.whole("credits", block, words) is not None
            known = credit or said.whole("contacts", block, words) or (adjoins and edge and fits(COMPANIONS, words))
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


def _stacked(document: Document, place: int, boxed: set[int]) -> Iterator[Hit]:
    """The name under a label such as "Written by", or over one such as "Staff writer"."""
    text = plain_text(document)
    label = text[document.body[place].start : document.body[place].end]
    by = re.search(r"(?i)\bby\W*\Z|\bbio\b|author|contributor|columnist", label) is not None
    for step in (1,) if by else (-1,):
        if not 0 <= place + step < len(document.body) or (not by and re.fullmatch(_ROLE_LINE, label) is None):
            continue
        block = document.body[place + step]
        if (
            place + step
            and block.index not in boxed
            and block.end - block.start <= 40
            and re.fullmatch(_ALONE, text[block.start : block.end])
        ):
            boxed.add(block.index)
            yield Hit(block.span, severity="warning")


def fits(patterns: Sequence[str], words: str) -> bool:
    words = words.strip(_EDGES)
    return any(re.fullmatch(pattern, words, re.IGNORECASE) for pattern in patterns)


def _is_bio(document: Document, block: Block, words: str, said: Said) -> bool:
    match = said.whole("biographies", block, words) if words[:1].isupper() else None
    if match is None:
        return False
    if name := match.groupdict().get("name"):
        return not has_a_part(document, block, name.split()[-1])
    return block in document.body[-3:] and not has_a_part(document, block, match["short"])


def has_a_part(document: Document, block: Block, surname: str) -> bool:
    """Whether a long block elsewhere names the person: then the article is about him or lets him speak."""
    text = plain_text(document)
    return any(
        surname in text[other.start : other.end]
        for other in document.body
        if other is not block
        and other.end - other.start > 25
        and not fits(LABELS, text[other.start : other.end])
        and not re.match(r"(?:by|von|par|por|follow|contact|e-?mail)\b", text[other.start : other.end], re.IGNORECASE)
    )
