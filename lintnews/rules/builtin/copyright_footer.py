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

_YEAR = r"(?:19|20)\d\d"
_COPIED = (
    r"(?:published|reproduced|republished|redistributed|copied|rewritten|broadcast|reprinted|distributed|transmitted|"
    r"reposted|retransmitted|duplicated|stored|archived|used or \w+|used (?=.*(?:permission|consent|licen[cs]e)))"
)
_COPYING = (
    r"(?:reproduction|republication|republishing|reprinting|reprint|redistribution|re-?use|copying|duplication|"
    r"distribution|reposting|use|rebroadcast|transmission|publication)"
)
_MATTER = r"(?:material|content|contents|article|story|report|text|publication|web ?site|site|page|work|post|copy|part)"

# A sentence that is one of these, from its first letter or sign to its last, is the line.
_LINES = (
    # (c) year holder
    r"(?:(?:™|®) ?(?:&|and) ?)?(?:(?:all |entire |the |this )?(?:content|contents|text|story|photos?|video|web ?site|site|material|"
    r"article|report)s?(?:,? (?:and )?(?:design|photos|images))*(?: is| are|:)? )?(?:copyright(?:ed)?|©|\(c\))"
    r"(?: ?(?:copyright|©|\(c\)|@|\(с\)))?:?(?: by)? ?"
    + _YEAR
    + r"(?: ?[-/,&] ?(?:(?:19|20)?\d\d|present|today))*(?:(?:,| |\.|\||;|/|-|:).{0,180})?",
    # (c) holder year
    r"(?:copyright(?:ed)?|©|\(c\))(?: ?(?:copyright|©|\(c\)))?:?(?: by)? .{2,70}?,? "
    + _YEAR
    + r"(?: ?- ?(?:19|20)?\d\d)?(?: .{0,80})?",
    r"(?:copyright(?:ed)?|©|\(c\)|™).{0,100}\b(?:all|some) rights (?:are )?reserved\b.{0,120}",
    r".{0,20}\b" + _YEAR + r"\b.{2,100}\b(?:all|some) rights (?:are )?reserved\b.{0,120}",
    r"(?:© ?copyright|copyright ?(?:©|\(c\)))(?: by)? .{2,60}",
    r"(?:all|some|no) rights (?:are )?reserved(?:(?: by| worldwide| to|,| under| for|:| \(| \|).{0,100})?",
    r".{2,60}, all rights reserved",
    r"(?:copyright )?(?:©|\(c\)) ?dpa.{0,80}",
    # no reproduction
    r"(?:this|the|these|all|any|our)\b[\w ,'()/&-]{0,90}\b" + _MATTER + r"s?\b[\w ,'()/&-]{0,80}\b"
    r"(?:may not|must not|cannot|can not|shall not|should not|may)(?: be)?(?: (?:in any (?:form|way|manner),?|also|otherwise))? "
    + _COPIED
    + r"\b(?:(?<=\bnot be \w{4})|(?<=not be \w{9})|.{0,240}\b(?:without|permission|consent|or|prior|except|only)\b).{0,240}",
    r"(?:no|none) (?:part )?of (?:this|the|these|our)\b[\w ,'()/&-]{0,90}\b(?:may|can|must|should|shall) be "
    + _COPIED
    + r"\b.{0,240}",
    r"(?:any |the |all |full or partial )?(?:unauthori[sz]ed |unlicensed |further |commercial )?"
    + _COPYING
    + r"\b.{0,160}\b(?:prohibited|forbidden|not permitted|not allowed|illegal|require[sd]? .{0,60}(?:permission|consent|licen[cs]e)|"
    r"without .{0,60}(?:permission|consent|authori[sz]ation|licen[cs]e))\b.{0,100}",
    r"(?:prior |express |written |you need |you must have )+permission\b.{0,40}\b(?:must be|is|has to be|needs to be|required|before|to)\b.{0,140}",
    r"(?:not for|do not|please do not) (?:"
    + _COPYING[3:-1]
    + r"|reproduce|copy|republish|distribute|repost|redistribute)\b.{0,100}",
    r"(?:re-?printed|republished|reproduced|re-?published|re-?posted) (?:here )?(?:with|by) (?:the )?(?:kind |express |written )?permission\b.{0,120}",
    r"(?:this|the) .{0,50}\b(?:is|are) (?:protected by|subject to) (?:\w+ )?(?:copyright|intellectual property)\b.{0,160}",
    # looser: a ban or a leave, and copying
    r"(?=.*\b(?:not|no|never|prohibited|forbidden|without|only with|permission|consent|approval|subject to)\b)(?=.*\b(?:reproduc\w+|republi\w+|"
    r"re-?print\w*|redistribut\w+|re-?use[ds]?|copying|copied|copy|duplicat\w+|rebroadcast|repost\w*)\b)(?=.*\b(?:this|our|any|all|these|part|"
    r"material|content|article|text|site|website|written|prior|whole|without)\b)(?=.*\b(?:permission|consent|approval|licen[cs]e|prohibited|"
    r"forbidden|may not|must not|do not|cannot|not permitted|not allowed|unauthori[sz]ed)\b).{12,210}",
    r"(?:this|the) .{0,40}\b(?:is|are|remains?) (?:copyright(?:ed)?(?: by| of)?|the (?:copyright|property) of|licensed (?:from|by)|owned by)\b.{2,160}",
    r"(?:all |the |this |our )?(?:content|contents|text|story|article|material|site|photos?)s?(?: and (?:photos|images|design))? (?:is |are )?(?:copyright|©) .{2,80}",
    r"permission (?:is|must be|has to be|needs to be)? ?(?:required|requested|sought|obtained|needed|necessary)\b.{0,120}",
    r"(?:reproduced|reprinted|published|used|carried) (?:here )?(?:by|under|with|through) (?:arrangement|agreement|licen[cs]e|permission|consent)\b.{0,100}",
    r".{2,50} (?:retains|reserves|holds|owns) (?:all |the |full |exclusive )+(?:copy)?rights?\b.{0,40}\b(?:this|these|article|content|material|text|story)\b.{0,60}",
    r"licen[sc]ed content from .{2,60}",
    r"(?:published|used|posted|shared|licensed|syndicated) (?:here )?(?:with|by|under) (?:the )?(?:kind |express |written |an? )?(?:permission|licen[cs]e|arrangement)\b.{0,120}",
    r".{2,50}(?:©|\(c\)) ?" + _YEAR + r"(?:\W.{0,120})?",
    r"(?:reuse|reproduction|copying|republication) (?:is )?(?:strictly )?(?:prohibited|forbidden)",
    r"(?:prohibida|reproducción|reproduction|riproduzione|reprodução) (?:(?:total|parcial|totale|partielle|parziale|o|e|et|ou|su|la|a) )*(?:reproducción|prohibida|interdite|vietata|proibida)\b.{0,100}",
    # licences and permissions
    r"(?:this (?:\w+ )?(?:article|work|text|story|content|post|report) (?:is |was )?)?(?:licensed|published|released|available|shared|distributed|republished) under "
    r"(?:an? |the )?(?:creative commons|cc[ -]by|cc0)\b.{0,120}",
    r"(?:to|for) (?:obtain |request |buy |all )?(?:reprints?|permissions?|reproduction|republication|licensing|syndication|re-?use|rights)(?:,? (?:and|or|&) (?:\w+ )?"
    r"(?:reprints?|permissions?|licensing|syndication|rights|re-?use|inquiries|enquiries|requests))*(?: (?:requests|inquiries|enquiries|queries|rights|information))?,? (?:please )?"
    r"(?:contact|e-?mail|write to|visit|see|go to|call|click|apply)\b.{0,120}",
    r"(?:contact|e-?mail|write to) .{3,80}\b(?:for|about|to (?:obtain|request)) (?:reprints?|permissions?|licensing|syndication|republication|reprint rights)\b.{0,80}",
    r"(?:order|request|buy|purchase|get) (?:a |an )?(?:reprints?|permissions?|republication rights)\b.{0,80}",
    r"(?:lizenziert|veröffentlicht|verfügbar) unter (?:einer |der )?(?:creative[- ]commons|cc)\b.{0,100}|(?:sous licence|publié sous licence|bajo (?:una )?licencia|con licenza|sotto licenza|"
    r"sob (?:a )?licença|onder (?:een )?licentie|na licencji|по лицензии|под лицензией) (?:creative commons|cc)\b.{0,100}",
    # German, French, Spanish, Italian, Portuguese
    r"(?:©|\(c\))?.{0,60}\balle rechte (?:vorbehalten|liegen bei)\b.{0,160}",
    r"(?:die |jede |jegliche )?(?:vervielfältigung|nachdruck|weiterverbreitung|verbreitung|wiedergabe|weiterverwendung|übernahme)\b"
    r".{0,140}\b(?:genehmigung|verboten|untersagt|nicht gestattet|nicht erlaubt|zustimmung|einwilligung)\b.{0,80}",
    r"(?:©|\(c\))?.{0,60}\btous (?:les )?droits (?:de reproduction(?: et de représentation)? )?réservés\b.{0,120}",
    r"(?:toute )?(?:reproduction|rediffusion|republication)\b.{0,120}\b(?:interdite|sans (?:autorisation|accord))\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\b(?:todos los derechos|derechos) reservados\b.{0,120}",
    r"(?:queda )?(?:prohibida|se prohíbe) (?:la |su )?(?:reproducción|copia|difusión)\b.{0,160}",
    r"(?:©|\(c\))?.{0,60}\b(?:tutti i )?diritti (?:sono )?riservati\b.{0,120}",
    r"(?:©|\(c\))? ?riproduzione riservata.{0,60}",
    r"(?:è )?vietata la riproduzione\b.{0,120}",
    r"(?:©|\(c\))?.{0,60}\btodos os direitos reservados\b.{0,120}",
    r"(?:é )?proibida a reprodução\b.{0,140}",
    # Dutch, Polish, Russian, Chinese, Japanese
    r"(?:©|\(c\))?.{0,60}\b(?:alle rechten voorbehouden|auteursrecht voorbehouden)\b.{0,100}",
    r"(?:niets uit deze|overname van|het is niet toegestaan)\b.{0,160}\b(?:toestemming|toegestaan|verboden|overgenomen|gekopieerd)\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\bwszelkie prawa zastrzeżone\b.{0,120}",
    r"materiał chroniony prawem autorskim\b.{0,200}",
    r"(?:kopiowanie|rozpowszechnianie|przedruk)\b.{0,120}\b(?:zabronione|zabroniony|wymaga|bez zgody)\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\b(?:все права защищены|всі права захищені)\b.{0,120}",
    r"(?:при )?(?:полн\w+ или частичн\w+ )?(?:перепечатк\w+|использовани\w+ материалов|копировани\w+ материалов|цитировани\w+)\b.{0,200}"
    r"(?:ссылк|запрещен|запрещён|разрешен|согласи).{0,100}",
    r".{0,20}未[经經](?:授[权權]|许可|許可).{0,60}",
    r".{0,20}版[权權]所有.{0,60}",
    r".{0,20}無断(?:転載|複製).{0,30}",
)
# Sign or word and a name, without a year: a footer among the last blocks only, elsewhere the credit of a picture.
_BARE = r"(?:copyright|©|\(c\))(?: ?(?:©|\(c\)))?:? ?(?:by )?(?P<name>.{3,60})"
_HOLDER = r"(?:[A-ZÀ-ÞА-Я0-9][\w.&'+-]*|de|del|della|des|du|der|die|das|la|le|les|il|el|los|the|of|and|und|et|y|e|i|van|het|do|da|dos|&|-)"
_LASTS = 2
# What follows such a line and belongs to it.
_COMPANION = r"(?:distributed|syndicated|supplied|provided|licensed|published|delivered) (?:by|through|via|under|with) .{2,100}|copyright (?:the |by the )?authors?"
# Prose about rights, the credit of a picture or a book, a quotation: no footer.
_PROSE = (
    r"[\"]|\b(?:said|says|told|ruled|argued|argues|claimed|claims|sued|court|judge|he|she|they|was|were|had|would|sagte|urteil|gericht|"
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
    wordings=(Wording("lines", "|".join(_LINES), "sentence"), Wording("bare", r"copyright|©|\(c\)", "match")),
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
