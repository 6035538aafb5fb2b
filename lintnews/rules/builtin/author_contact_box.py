"""A box about the author, with the contacts of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

_PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'-]*|de|da|do|dos|di|van|von|der|den|la|le|al|bin|del|y|e)"
_NAME = rf"(?P<name>(?-i:(?!The |Our |This |In |For )(?:Dr\.? |Prof\.? )?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'-]+(?: {_PART}){{1,4}}))"
_ROLE = (
    r"(?:reporter|journalist|writer|editor|correspondent|columnist|contributor|producer|photographer|photojournalist|critic|blogger|"
    r"author|intern|bureau chief|anchor|newscaster|freelancer|copywriter|staffer|editor-in-chief|researcher|fellow)"
)
_BEAT = r"(?:at|for|with|of|in|on|based|who|whose|covering|specializing|specialising|reporting|writing|focusing|focused|and|from|where|since)"
_MAIL = r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+"
_NET = r"(?:twitter|x\b|facebook|instagram|linkedin|bluesky|mastodon|threads|youtube|tiktok|substack|medium|social media|muck rack)"

# Labels and links of the box, as whole blocks.
_LABELS = (
    r"(?:about|meet) (?:the|our|this) (?:author|writer|reporter|contributor|journalist|columnist|editor|correspondent)s?",
    r"(?:author|writer|reporter|contributor)(?:'s)? (?:bio|biography|profile|details|info|information|archive)",
    r"(?:view|see|read|show|browse|find|all|more|explore|check out)(?: all)?(?: (?:of|the|my|his|her|their))?(?: (?:posts|articles|stories|entries|work|content|columns|more))+ (?:by|from|of) (?:this author|the author|the same author|.{3,50})",
    rf"(?:(?:more|other|latest|recent|all|previous) )?(?:posts|articles|stories|columns) (?:by|from) {_NAME}",
    r"(?:more |also )?by the same (?:author|writer)",
    r"(?:read )?more (?:from|by) (?:this|the same|the) (?:author|writer|reporter)",
    r"(?:full bio|read full bio|view (?:full )?(?:bio|profile|archive)|author archive|author page)",
    r"contact (?:the )?(?:author|reporter|writer|editor)s?",
    r"über (?:den autor|die autorin|die autoren|die autor:in|den verfasser|die verfasserin|den redakteur)",
    r"(?:zum|zur) (?:autor|autorin|person)|(?:der|die) autor(?:in)?",
    r"(?:zeige |zeigt |alle |weitere |mehr |sämtliche )+(?:beiträge|artikel|texte) (?:von|anzeigen von|des autors) .{3,50}",
    r"(?:à propos de|sur) l'aut(?:eur|eure|rice)s?|(?:voir|lire) (?:tous )?les articles (?:de|par) .{3,50}",
    r"(?:sobre|acerca de|acerca del|sobre el|sobre la|sobre o|sobre a) ?(?:el |la |o |a )?autora?",
    r"ver (?:todas las entradas|todos los artículos|todos los posts|todos os posts|todos os artigos|todas as publicações|más artículos) (?:de|por|del) .{3,50}",
    r"(?:sull'autore|l'autore|informazioni sull'autore|dettagli sull'autore)|(?:vedi|visualizza|leggi) tutti gli articoli di .{3,50}",
    r"over de auteur|(?:bekijk )?alle (?:berichten|artikelen) (?:van|door) .{3,50}",
    r"o (?:autorze|autorce)|(?:zobacz|pokaż|wyświetl) wszystkie (?:wpisy|artykuły) (?:autora )?.{3,50}",
    r"об авторе|(?:посмотреть|просмотреть|показать)? ?все (?:записи|статьи|материалы) (?:автора )?.{3,50}",
    r"(?:この)?(?:筆者|著者|記者|執筆者)について|この記事を書いた人|(?:关于|關於)作者|作者(?:简介|簡介)",
)
# Sentences that give a contact or ask for tips.
_CONTACTS = (
    r"(?:(?:you can|and|please|or) )*(?:follow|find|tweet|connect with|friend) (?:him|her|them|the (?:author|reporter|writer))\b.{0,40}?"
    rf"(?:\b(?:on|at|via|by|through)\b.{{0,60}}?(?:{_NET}|@\w)|@\w).{{0,160}}",
    rf"(?:(?:you can|and|please|to|or) )*(?:reach|contact|e-?mail|write to|message|call|send)(?: (?:an? )?(?:e-?mail|tips?|note)s? to)? (?:him|her|them|me|us|the (?:author|reporter|writer)s?|{_NAME}|(?-i:[A-Z]\w+))\b.{{0,60}}(?:{_MAIL}|\bon (?:signal|whatsapp|{_NET})).{{0,160}}",
    rf"(?:{_NAME}|he|she|they|the (?:author|reporter|writer)s?|.{{2,40}} is a .{{4,60}},? who) (?:can|may) be (?:reached|contacted|followed|e-?mailed|found) (?:at|on|by|via|through)\b.{{0,60}}(?:{_MAIL}|@\w|\d{{3}}|\b{_NET}|e-?mail|http).{{0,120}}",
    rf"(?:to )?(?:reach|contact|e-?mail) the (?:reporter|author|writer|editor|newsroom|journalist|team)s?\b.{{0,160}}",
    r"(?:do you |have you )?(?:have|got) (?:a |an |any |some |more )?(?:\w+ )?(?:news |story |confidential )?(?:tips?|story to (?:share|tell)|story idea|information about this story)\b.{0,120}",
    rf"(?:(?:you can|please|and|or) )*(?:send|submit|e-?mail|share) (?:us |your |him |her |any |a )*(?:news |story |confidential |anonymous )*tips?\b.{{0,40}}(?:\bto\b|\bat\b|\bvia\b|here|{_MAIL}).{{0,120}}",
    r"(?:got|have|any) (?:news|feedback|comments|questions|thoughts|a question|a comment|a correction|more information)(?: (?:for us|about this (?:story|article)|on this story|to share))?",
    r"(?:do you )?know (?:something|anything|more) about this (?:story|subject|topic|issue)\b.{0,80}",
    r"(?:get|be|stay) in touch with (?:our|the) (?:reporters?|newsroom|team|news desk|editors?|journalists?)\b.{0,100}",
    r"(?:you can )?(?:read|see|find) (?:more|all) of (?:her|his|their) (?:work|stories|articles|reporting|writing)\b.{0,60}",
    r"(?:twitter|follow|x|instagram)\s?: ?@[\w.]{2,30}.{0,60}",
    rf"{_NAME} (?:is|tweets) (?:on (?:twitter|x|bluesky|mastodon) )?(?:at|as) @?\w{{2,30}}",
)
# Sentences that go on where a contact stands.
_COMPANIONS = (
    rf"(?:(?:or|and|please|you can) )*(?:e-?mail|contact|write to|call|reach)(?: (?:us|him|her|them|me))?(?: at| on)?\s?:?\s?{_MAIL}.{{0,80}}",
    r"(?:his|her|their) (?:work|writing|stories|reporting|bylines?|articles) (?:has|have|can|appears?|is|focus\w*)\b.{3,200}",
    r"(?:he|she|they|[A-Z]\w+) (?:previously|formerly|also|has been|has written|has worked|has covered|covers|writes|lives|joined|graduated|holds|started|studied|reports|tweets)\b.{3,260}",
)
_CREDITS = (
    r".{3,240}\b(?:contributed|also contributed) (?:to (?:this|the) (?:report|story|article|piece|post)|reporting|additional reporting|research)\b.{0,100}",
)
# Who the author is; the name decides whether the article is about him.
_BIOS = (
    rf",? (?:an?|the) [^\"]{{0,60}}\b{_ROLE},? (?:at|for|with|of|covers|writes|reports|is|has|lives)\b[^\"]{{3,260}}",
    rf" (?:is|was) [^\"]{{2,40}}'s? [^\"]{{0,40}}\b{_ROLE}\b[^\"]{{0,200}}",
    r" has been (?:covering|writing|reporting|with|an?)\b[^\"]{3,260}",
    rf"(?:,? [^.]{{2,40}},)? (?:is|was|are|works as|serves as|has been)\b(?: (?:an?|the|our|currently|also|one of|now))*\b[^\"]{{0,110}}?\b{_ROLE}s?\b(?:[,.]? (?:and )?{_BEAT}\b[^\"]{{0,400}})?",
    rf" (?:covers|writes about|writes on|writes for|reports on|reports for|edits|has (?:covered|written|reported|worked)|joined|blogs about|lives in|lives with|is based in|can be found|teaches|studied)\b[^\"]{{3,300}}",
    rf" (?:ist|arbeitet|schreibt)\b[^\"]{{0,110}}?(?:redakteur|journalist|autor|reporter|korrespondent|volontär|kolumnist|freie[rn]? mitarbeiter)\w*\b[^\"]{{0,300}}",
    rf" (?:est|écrit|travaille)\b[^\"]{{0,90}}?\b(?:journaliste|rédact\w+|correspondant\w*|reporter|chroniqueu\w+|pigiste)\b[^\"]{{0,300}}",
    rf" (?:es|escribe)\b[^\"]{{0,90}}?\b(?:periodista|redactora?|columnista|editora?|corresponsal|reporter[oa]|politólog[oa]|colaboradora?)\b[^\"]{{0,300}}",
    rf" (?:è|scrive)\b[^\"]{{0,90}}?\b(?:giornalista|redattore|redattrice|corrispondente|editorialista|cronista)\b[^\"]{{0,300}}",
    rf" (?:é|escreve)\b[^\"]{{0,90}}?\b(?:jornalista|repórter|editora?|colunista|correspondente|redatora?)\b[^\"]{{0,300}}",
    rf" (?:is|schrijft|werkt)\b[^\"]{{0,90}}?\b(?:journaliste?|redacteur|verslaggever|correspondent|columnist)\b[^\"]{{0,300}}",
)
# The same with a first name or none at all: only in the last blocks.
_SHORT = (
    rf"((?:The (?:author|writer|columnist|reviewer|reporter))|[A-Z]\w+) (?:is|was) (?i:(?:an?|the|our|also|now|currently) [^\"]{{0,60}}?"
    rf"\b(?:(?:{_ROLE}|editor) (?:{_BEAT})|former|retired|professor|lecturer|fellow|director)\b[^\"]{{3,200}})"
)
_LITERALS = (
    "about the", "about our", "about this", "meet the", "author", "writer", "reporter", "journalist", "contributor", "columnist",
    "correspondent", "editor", "posts by", "articles by", "stories by", "full bio", "by the same", "news for us", "about this s", "about this a", "in touch with", "of her work", "of his work", "of their work", "has been ", "lives in", "feedback", "questions", "view profile", "follow h", "follow them", "find h", "find them",
    "be reached", "be contacted", "be followed", "reach h", "reach the", "contact ", "email", "e-mail", "tips", " a tip", "story to share",
    "story idea", "contributed", "covers ", "writes ", "reports on", "freelance", "über de", "über die", "zur person", "beiträge von",
    "artikel von", "redakteur", "volontär", "korrespondent", "kolumnist", "l'auteur", "l'autrice", "les articles d", "rédact", "pigiste",
    "chroniqu", "el autor", "o autor", "autora", "del autor", "entradas de", "artículos de", "periodista", "redactor", "columnista",
    "corresponsal", "l'autore", "articoli di", "giornalista", "redattor", "jornalista", "repórter", "colunista", "posts de", "artigos",
    "auteur", "berichten van", "artikelen van", "redacteur", "verslaggever", "autorze", "autorce", "wszystkie wpisy", "об авторе",
    "все записи", "все статьи", "について", "書いた人", "关于作者", "關於作者", "作者简介", "作者簡介", "on twitter", "tweets",
)  # fmt: skip
_PROSE = r"[\"]|\b(?:said|says|told|according to|police|court|died|arrested|killed|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_EDGES = " \t\n.*_|-/[]()!?»>:…"
_FIRST, _LAST = 4, 10


@rule(
    "notice/author-contact-box",
    summary="Box about the author, with contacts of the source",
    message="Author box of the source left in the text",
    severity="note",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell", "caption", "control"), longest=900),
    literals=_LITERALS,
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
def author_contact_box(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find labels, contacts, credits and biographies."""
    from ...document.sentences import sentences

    text = plain_text(document)
    count = len(document.body)
    for block in sorted({sighting.block for sighting in sightings}):
        place = document.body.index(block)
        edge = place < _FIRST or place >= count - _LAST
        if edge and _fits(_LABELS, text[block.start : block.end]):
            yield Hit(block.span, severity="warning")
            continue
        found: list[tuple[Span, bool]] = []
        for sentence in sentences(document, block):
            words = text[sentence.start : sentence.end]
            if re.search(_PROSE, words, re.IGNORECASE):
                continue
            adjoins = bool(found) and not text[found[-1][0].end : sentence.start].strip()
            credit = _fits(_CREDITS, words)
            known = credit or _fits(_CONTACTS, words) or (adjoins and edge and _fits(_COMPANIONS, words))
            if not (known or (edge and _is_bio(document, block, words))):
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


def _is_bio(document: Document, block: Block, words: str) -> bool:
    words = words.strip(_EDGES)
    for pattern in _BIOS:
        match = re.fullmatch(f"{_NAME}(?i:{pattern})", words)
        if match:
            return not _has_a_part(document, block, match["name"].split()[-1])
    match = re.fullmatch(_SHORT, words)
    return bool(match) and block in document.body[-3:] and not _has_a_part(document, block, match[1])


def _has_a_part(document: Document, block: Block, surname: str) -> bool:
    """Whether a long block elsewhere names the person: then the article is about him or lets him speak."""
    text = plain_text(document)
    return any(
        surname in text[other.start : other.end]
        for other in document.body
        if other is not block and other.end - other.start > 25 and not _fits(_LABELS, text[other.start : other.end])
        and not re.match(r"(?:by|von|par|por|follow|contact|e-?mail)\b", text[other.start : other.end], re.IGNORECASE)
    )
