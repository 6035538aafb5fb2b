"""A copyright or no-reproduction line of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from ._copyrights import LINES

# Sign or word and a name, without a year: a footer among the last blocks only, elsewhere the credit of a picture.
_BARE = r"(?:copyright|©|\(c\))(?: ?(?:©|\(c\)))?:? ?(?:by )?(?P<name>.{3,60})"
_HOLDER = r"(?:[A-ZÀ-ÞА-Я0-9][\w.&'+-]*|de|del|della|des|du|der|die|das|la|le|les|il|el|los|the|of|and|und|et|y|e|i|van|het|do|da|dos|&|-)"
_LASTS = 2
# What follows such a line and belongs to it.
_COMPANION = r"(?:see|read|view|check|subject to) (?:our|the|its) (?:terms|conditions|licen[cs]e|policy|website)\b.{0,80}|contains .{2,60}|any re-?use .{2,60}|(?:distributed|syndicated|supplied|provided|licensed|published|delivered) (?:by|through|via|under|with) .{2,100}|copyright (?:the |by the )?authors?"
# Prose about rights, the credit of a picture or a book, a quotation: no footer.
_PROSE = (
    r"[\"]|, (?:but|and|so|yet) (?:nobody|no one|few|many|most|some|it|that)\b|\b(?:said|says|told|ruled|argued|argues|claimed|claims|sued|court|judge|he|she|they|was|were|had|would|sagte|urteil|gericht|"
    r"a déclaré|dijo|ha detto)\b"
)
_CREDIT = (
    r"\b(?:excerpted|excerpt from|photo:|photo by|photograph by|image:|getty|shutterstock|foto:|bild:|bildrechte|isbn)"
)
_EDGES = " \t\n.*_|-/[]"


@rule(
    "notice/copyright-footer",
    summary="Copyright, all-rights-reserved or no-reproduction line of the source",
    message="Copyright line of the source: check the licence before publishing",
    severity="warning",
    since="0.1.0",
    protected=True,
    applicability="display",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell", "caption", "quote")),
    wordings=(Wording("lines", "|".join(LINES), "sentence"), Wording("bare", r"copyright|©|\(c\)", "match")),
    tags=("boilerplate", "provenance"),
    why="""
“© {year} {holder}. All rights reserved. This material may not be republished.” Under a text
that is republished the line is proof of copying; for an agency's text it may be a duty. Only
an editor who knows the licence can decide, so no program takes it out.

A sentence counts only as a whole: a sign or the word with a year, a phrase of reserved
rights, a licence, or a ban on copying this material. A sign with a name alone is a picture credit,
except at the very end of the text.
Prose about copyright, court reports, book credits and quotations stay clean.
""",
    examples=(
        marked(
            "lines at the end",
            "The vote is on Friday.\n\n⟦© 2019 The Skerry Post⟧\n\n⟦Copyright © 2024 Skerry Post Ltd. All rights reserved.⟧\n\n"
            "⟦Copyright 2021. Reproduction in whole or in part without written permission is prohibited.⟧\n\n"
            "⟦All rights reserved. This material may not be published, broadcast, rewritten or redistributed.⟧\n",
        ),
        marked(
            "other words",
            "⟦No part of this article may be copied without the consent of the publisher.⟧\n\n"
            "⟦Unauthorized reproduction or distribution is strictly forbidden.⟧\n\n⟦Reprinted with permission of the author.⟧\n\n"
            "⟦(c) Skerry Media 2018-2020⟧\n\n⟦Not for redistribution.⟧\n",
        ),
        marked(
            "after the last sentence of a paragraph",
            "The vote is on Friday. ⟦All contents © 2022 Skerry Post, all rights reserved.⟧\n",
        ),
        marked(
            "other languages",
            "⟦Alle Rechte vorbehalten.⟧\n\n⟦Nachdruck nur mit schriftlicher Genehmigung des Verlags.⟧\n\n⟦Tous droits réservés⟧\n\n"
            "⟦Todos los derechos reservados.⟧\n\n⟦© RIPRODUZIONE RISERVATA⟧\n\n⟦Todos os direitos reservados.⟧\n\n"
            "⟦Alle rechten voorbehouden.⟧\n\n⟦Wszelkie prawa zastrzeżone.⟧\n\n⟦Все права защищены.⟧\n\n⟦未经授权，不得转载⟧\n\n⟦無断転載禁止⟧\n",
        ),
        marked(
            "a name without a year at the very end, licences, and who passes the text on",
            "The vote is on Friday.\n\nIt rained.\n\nThe hall was full.\n\n⟦© 2023 Skerry Post. Distributed by Tidewire Media.⟧\n\n"
            "⟦This work is licensed under a Creative Commons licence.⟧\n\n⟦For licensing and reprints, write to the desk.⟧\n\n⟦Copyright Editions du Phare⟧\n",
        ),
        marked(
            "licences by name, printers, owners and machines",
            "⟦Text available under CC BY 4.0; pictures may differ.⟧\n\n⟦You may reprint our articles free of charge under a Creative Commons licence.⟧\n\n"
            "⟦Printed and published by Skerry Press Ltd, 2 Quay Street.⟧\n\n⟦Registered office: 2 Quay Street, Skerry⟧\n\n⟦®/TM 2003-2024, a Northwind company⟧\n\n"
            "⟦No part of this page may be used to train language models.⟧\n\n⟦Syndication is by licence only.⟧\n\n⟦Crown copyright⟧\n\n⟦Copyright, the Skerry Post⟧\n\n⟦Protected by copyright laws of the islands.⟧\n\n⟦Want to use this story?⟧\n\n⟦Please credit the Skerry Post when you quote us.⟧\n\n⟦Skerry Post is a trademark of Northwind Media.⟧\n\n⟦No resale.⟧\n",
        ),
        marked(
            "bans that people live with",
            "Copying the songs without a licence is forbidden by law, but nobody on the quay seems to care.\n\nUsing drones near the harbour is prohibited in May.\n\n"
            "The text was printed by a press in the old town.\n\nTerms of the deal apply to boats.\n\nIf you want to use this path, wear boots.\n\nTraining dogs on the beach is prohibited.\n",
        ),
        marked(
            "a name without a year elsewhere, and prose",
            "© Skerry Museum\n\nThe vote is on Friday.\n\nIt rained.\n\nCopyright law is old\n\nCopyright is what the song was about.\n",
        ),
        marked(
            "credits, law and quotations",
            "© Una Farr\n\nPhoto: Una Farr, © 2019 Skerry Pictures\n\nCopyright 2018 by Una Farr, excerpted from her book.\n\n"
            "Copyright protects the song for 70 years, and reproduction needs a licence.\n\n"
            "The judge ruled that the material may not be published.\n\n“All rights reserved,” the notice said.\n",
        ),
    ),
)
def copyright_footer(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the lines; those that follow each other are one."""
    from ...document.sentences import sentences

    text = plain_text(document)
    lasts = {block.index for block in document.body[-_LASTS:]} if len(document.body) > _LASTS + 1 else set()
    for block in said.blocks:
        if re.search(_CREDIT, text[block.start : block.end], re.IGNORECASE):
            continue
        if (
            block.index in lasts
            and said.seen("bare", block)
            and _is_holder(text[block.start : block.end].strip(_EDGES))
        ):
            yield Hit(block.span)
            continue
        found: list[Span] = []
        for sentence in sentences(document, block):
            words = text[sentence.start : sentence.end].strip(_EDGES)
            adjoins = bool(found) and not text[found[-1].end : sentence.start].strip()
            if not _is_line(words, block, said) and not (adjoins and re.fullmatch(_COMPANION, words, re.IGNORECASE)):
                continue
            if adjoins:
                found[-1] = Span(found[-1].start, sentence.end)
            else:
                found.append(sentence)
        yield from map(Hit, found)


def _is_holder(line: str) -> bool:
    """Whether a line is a sign of copyright and the name of its holder, and nothing else."""
    match = re.fullmatch(f"(?i:{_BARE})", line)
    words = match["name"].split() if match else []
    return 0 < len(words) <= 8 and all(re.fullmatch(_HOLDER, word) for word in words) and words[0][0].isupper()


def _is_line(sentence: str, block: Block, said: Said) -> bool:
    if len(sentence) > 400 or not said.whole("lines", block, sentence):
        return False
    return re.search(_PROSE, sentence, re.IGNORECASE) is None
