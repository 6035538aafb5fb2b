"""What a press release says about its sender: who to ask, and who the company is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said

_LAST = 14
_NAME = r"[A-ZÀ-ÞА-ЯЁŁŚŻ0-9\"][\w.&'\"-]*(?: (?:[A-ZÀ-ÞА-ЯЁŁŚŻ0-9][\w.&'\"-]*|&|and|und|et|y|e|of|de|du|di|da)){0,5}"
_ABOUT_WORDS = "About|ABOUT|Über|À propos(?: de| du| d')|Acerca de|Sobre|Informazioni su|Chi è|Chi siamo:?|Over|O firmie|O|О компании|Об|О"
_ABOUT = (
    rf"(?:{_ABOUT_WORDS}) ?"
    rf"(?:(?:the|die|den|das|la|le|les|l'|el|los|o|a|os|as|il|lo|de|het) ?)?(?P<name>{_NAME})"
)
_COMPANY = r"(?:About the [Cc]ompany|About [Uu]s|Über das Unternehmen|À propos de l'entreprise|Sobre la empresa|Sobre a empresa|L'azienda|Over het bedrijf|O firmie|О компании)"
# "About the author": of other tails, and of the article itself.
_OTHER = r"(?i)\b(?:authors?|writers?|stud(?:y|ies)|data|research|survey|this \w+|autor\w*|auteur\w*|scrittor\w*)$"
# What such a paragraph says of the sender, in the present.
_PROFILE = (
    r"(?i)\b(?:is|are|was founded|founded|established|headquartered|employs?|operates?|designs?|provides?|offers?|develops?|serves?|manufactures?|makes|runs|leading|"
    r"ist|betreibt|beschäftigt|entwickelt|bietet|gegründet|mit sitz|produziert|est|exploite|emploie|propose|fondée?|conçoit|développe|fabrique|"
    r"es|opera|emplea|ofrece|fundada|con sede|diseña|fabrica|è|impiega|offre|fondata|gestisce|sviluppa|produce|progetta|"
    r"é|emprega|oferece|fundada|desenvolve|produz|gere|is|exploiteert|biedt|opgericht|ontwikkelt|telt|maakt|"
    r"jest|zatrudnia|oferuje|założona|prowadzi|obsługuje|produkuje|-|управляет|является|основана|работает|выпускает|предлагает)\b"
)
_CONTACT = (
    r"(?:(?:media|press|pr|investor|public relations|communications?|newsroom|editorial|company|corporate)(?: (?:relations|&|and|or|media|press|investor|office))* (?:contacts?|enquiries|inquiries|office|relations)|contacts?|"
    r"pressekontakte?|presse(?:stelle|anfragen|ansprechpartner)|medienkontakt|ansprechpartner(?:in)?(?: für (?:die )?(?:presse|medien))?|kontakt(?: für (?:medien|presse|journalisten))?|rückfragen(?: an)?|"
    r"contacts? (?:presse|médias?)|service de presse|relations (?:presse|médias)|contacto (?:de |para )?(?:prensa|medios|comunicación)|contactos? (?:de |para )?(?:prensa|medios)|"
    r"contatt[oi] (?:per la )?(?:stampa|media)|ufficio stampa|contatos? (?:de |para a? ?)?imprensa|contactos? (?:de |para a? ?)?imprensa|assessoria de imprensa|gabinete de imprensa|"
    r"perscontact(?:en)?|contact (?:voor )?(?:pers|media)|kontakt (?:dla|z) (?:mediów|mediami|prasy)|biuro prasowe|контакты?(?: для (?:сми|прессы|журналистов))?|пресс-служба)"
)
_REACHED = r"(?:\S+@\S+\.\w{2,}|\+?\d[\d /().-]{6,}\d)"


@rule(
    "syndication/press-boilerplate",
    summary="What a press release says about its sender: whom to ask, who the company is",
    message="Press contact or company profile left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell"), last_blocks=_LAST),
    wordings=(
        Wording("profile", f"(?:{_ABOUT_WORDS}) .*|{_COMPANY}.*", whole=False),
        Wording("contact", f"{_CONTACT}.*", whole=False),
    ),
    tags=("boilerplate", "pr"),
    why="""
A press release ends with whom to ask and with a paragraph “About {Company}”. In an article
that is somebody else's advertising, and the number of a person who did not ask to be called.

Counts among the last blocks only: “About” and a name, alone, if the next paragraph begins
with the same name and says what the firm is; a label of contacts if an address or a number
follows within a few short lines. “About the author” is not meant.
""",
    examples=(
        marked(
            "profile and contact",
            "The vote was close, the mayor said on Friday.\n\n⟦About Northwind Dairy\n\nNorthwind Dairy is a maker of cheese and employs forty people.⟧\n\n"
            "⟦Press contact:\n\nAda Lund\n\npress@northwind.example⟧\n",
            fixed="The vote was close, the mayor said on Friday.\n",
        ),
        marked(
            "in one paragraph, and in other languages",
            "The vote was close, the mayor said on Friday.\n\n⟦About the company: Founded in 1901, Northwind makes cheese.⟧\n\n"
            "⟦Über Nordwind\n\nNordwind betreibt zwei Molkereien.⟧\n\n⟦Contatti stampa:\n\nAda Lund\n\nstampa@nordovest.example⟧\n",
        ),
        marked(
            "headings of articles",
            "About Skerry\n\nThe island has forty houses.\n\nAbout the author\n\nAda Lund writes about ferries.\n\nContact sports\n\nThe club is open to all.\n",
        ),
    ),
)
def press_boilerplate(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find profiles and contacts, each with the blocks that belong to them."""
    text = plain_text(document)
    body = document.body
    last = {block.index: at for at, block in enumerate(body) if at >= len(body) - _LAST}
    for seen in said.blocks:
        at = last[seen.index]
        line = text[body[at].start : body[at].end].strip(" *_#")
        end = _profile(text, body, at, line) or _contact(text, body, at, line)
        if end:
            yield Hit(Span(body[at].start, end))


def _profile(text: str, body: Sequence[Block], at: int, line: str) -> int | None:
    if re.match(rf"{_COMPANY}: ?\S", line) and re.search(_PROFILE, line):
        return body[at].end
    about = re.fullmatch(f"{_ABOUT}:?", line) if not re.search(_OTHER, line) else None
    company = re.fullmatch(f"{_COMPANY}:?", line)
    if not (about or company) or at + 1 == len(body):
        return None
    after = body[at + 1]
    words = text[after.start : after.end].lstrip(" \"'")
    if about and not re.match(
        r"(?:(?:The|Die|Der|La|Le|L'|El|O|A|Il|De|Het|Компания|Firma) ?)?[\"']?"
        + re.escape(about["name"].split()[0].strip('"')),
        words,
    ):
        return None
    return after.end if re.search(_PROFILE, words) else None


def _contact(text: str, body: Sequence[Block], at: int, line: str) -> int | None:
    if not re.fullmatch(rf"(?i){_CONTACT} ?:?", line):
        return None
    end, reached = None, False
    for block in body[at + 1 : at + 6]:
        words = text[block.start : block.end].strip()
        here = re.search(_REACHED, words) is not None
        if len(words) > 80 or (reached and not here):
            break
        if here:
            end, reached = block.end, True
    return end
