"""Comments of readers that came along with the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

_SAYS = (
    r"says|said|wrote|writes|commented|replied|sagt|sagte|schreibt|schrieb|meint|kommentiert|dit|a dit|écrit|a écrit|dice|dijo|escribe|escribió|comentó|scrive|ha scritto|ha detto|"
    r"diz|disse|escreve|escreveu|comentou|zegt|schrijft|schreef|zei|pisze|napisał(?:\(a\)|a)?|mówi|пишет|написал(?:\(а\)|а)?|говорит|сказал(?:\(а\)|а)?"
)
_UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|heures?|jours?|semaines?|mois|ans?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|"
    r"minut[oiaey]?|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dias?|meses|anos?|uur|uren|dag(?:en)?|weken|maand(?:en)?|godzin[aęy]?|dni|dzień|tygodni[ea]?|tydzień|miesięcy|miesiące|lat|minut[ay]?|час(?:а|ов)?|минут[ыу]?|дн(?:я|ей)|день|недел[ьюи]|месяц(?:а|ев)?|лет)"
)
_NUMBER = r"(?:\d{1,3}|an?|one|einer|einem|une?|un|una|uma|een|jeden|jedną)"
_AGO = rf"(?:{_NUMBER} ?{_UNIT} (?:ago|geleden|fa|atrás|temu|назад)|vor {_NUMBER} {_UNIT}|il y a {_NUMBER} {_UNIT}|hace {_NUMBER} {_UNIT}|há {_NUMBER} {_UNIT}|\d{{1,3}} ?(?:h|d|m|w|min)(?: ago)?|just now|yesterday|gestern|hier|ayer|ieri|ontem|gisteren|wczoraj|вчера)"
_DATE = r"(?:\w{2,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? (?:de )?\w{3,12}\.?,? (?:de )?\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: uhr)?"
_AT = r"(?:,|-|at|um|à|a las|alle|alle ore|ore|às|om|o|o godz\.|в|@|\|)"
_NAME = r"[\w@][\w.@'_ -]{1,39}?"
# The same, under a line of its own with the name.
_WHEN = rf"(?:posted |commented |on |am |le |el |il |em |op |dnia )?(?:{_AGO}|{_DATE} ?{_AT}? ?{_CLOCK})"
# A line that names who wrote the comment under it, and nothing else.
_AUTHOR = (
    rf"(?:(?:posted|comment|commented|written) by |(?:comment|kommentar|commentaire) (?:from|von|de) )?(?P<name>{_NAME})(?: (?:{_SAYS})(?: (?:on|am|le|el|il|em|op|-) .{{5,40}}| {_AGO})? ?:|(?: ?[·•|,-] ?| ){_AGO}|"
    rf"(?: ?[·•|,-] ?| (?:on|am|le|el|il|em|op|dnia)? ?){_DATE} ?{_AT} ?{_CLOCK}(?: (?:says|said|wrote|sagt|dit|dice|diz|zegt|pisze|пишет))? ?:?)"
)
_BUTTON = r"(?:reply|like|likes?|dislike|report|flag|share|quote|upvote|link|antworten|gefällt mir|melden|zitieren|répondre|j'aime|signaler|citer|responder|me gusta|denunciar|citar|rispondi|mi piace|segnala|cita|curtir|gosto|partilhar|beantwoorden|antwoord|vind ik leuk|rapporteer|odpowiedz|lubię to|zgłoś|cytuj|ответить|нравится|пожаловаться|цитировать)"
_BUTTONS = rf"\d{{0,4}} ?{_BUTTON}(?: ?\(?\d{{0,4}}\)?)?(?: ?[·•|,/-]? ?\d{{0,4}} ?{_BUTTON}(?: ?\(?\d{{0,4}}\)?)?)*"
_HEADING = (
    r"(?:\(?\d{1,5}\)? |all |top |reader |readers' |latest |view )?(?:comments?|replies|responses|reactions)(?: ?\(?\d{1,5}\)?)?(?: (?:so far|on this .{3,20}))?|(?:\d{1,5} )?(?:leser)?kommentare?(?: ?\(?\d{1,5}\)?)?|(?:les )?(?:\d{1,5} )?commentaires?(?: ?\(?\d{1,5}\)?)?|"
    r"(?:los )?(?:\d{1,5} )?comentarios?(?: ?\(?\d{1,5}\)?)?|(?:i )?(?:\d{1,5} )?comment[oi](?: ?\(?\d{1,5}\)?)?|(?:os )?(?:\d{1,5} )?comentários?(?: ?\(?\d{1,5}\)?)?|(?:\d{1,5} )?(?:lezers)?reacties?(?: ?\(?\d{1,5}\)?)?|(?:\d{1,5} )?komentarz[ey]?(?: ?\(?\d{1,5}\)?)?|(?:\d{1,5} )?комментари(?:й|я|ев|и)(?: ?\(?\d{1,5}\)?)?"
)
# What every date of a comment has: a clock, or so much time before now.
_TIME = re.compile(
    r"\d[:.h]\d\d|(?i: ago$|\bvor |\bil y a|\bhace |\bhá |\bgeleden|\bfa\b|\batrás|\btemu|назад|\d ?[hdmw]\b)"
)
# Names that nobody is given at birth.
_NICK = r"(?-i:(?=[a-zа-яё])\w*[^\W\d_]{2}\d{1,4}|[A-Z][a-z]+[A-Z][a-z]*\d{1,4}|[a-z]+_\w+|@\w+)|anonymous|anonym|anonyme|anónimo|anonimo|anônimo|anoniem|anonim|guest|gast|invité|invitado|ospite|visitante|gość|аноним|гость"
_LONGEST_NAME = 100
_LONGEST_LEAD = 50
_MOST_TEXT = 3
_LAST = 8


@rule(
    "furniture/reader-comment",
    summary="Comments of readers below the article",
    message="A reader's comment left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "control")),
    tags=("boilerplate", "comments"),
    why="""
A scraper that does not see where the article ends takes what readers wrote under it along.
Nobody edited it, and on another site it reads as part of the article.

Counts a line that holds nothing but a name and “says:”, how long ago, or a date with the time
of day, and what stands under it; but only where the buttons of a comment follow, the
heading of the comments or another comment stands before it, or the name is one that only
the web has (Una57, Guest). “The mayor writes:” over a quotation stays clean.
""",
    examples=(
        marked(
            "under a WordPress post",
            "The ferry was late, and nobody knew why.\n\n⟦2 Comments\n\nharbourcat says:\n\nThey never learn, do they.\n\nReply⟧\n\n"
            "⟦Una Farr on March 3, 2021 at 8:05 pm\n\nI was on it. Cold!\n\nReply⟧\n",
        ),
        marked(
            "how long ago, and buttons",
            "The ferry was late, and nobody knew why.\n\n⟦Una F · 3 days ago\n\nWhy not build a bridge?\n\nLike · Reply · Report⟧\n",
        ),
        marked(
            "name and time on lines of their own",
            "The ferry was late, and nobody knew why.\n\n⟦Una Farr\n\n4 hours ago\n\nA bridge, at last?\n\nReply 2⟧\n\n⟦Comment by Olaf on 3 March 2021, 20:05\n\nNever.\n\nReport⟧\n",
        ),
        marked(
            "a name of the web alone, and a name in the line of the comment",
            "The ferry was late, and nobody knew why.\n\n⟦goat_77 wrote:\n\nSwim!⟧\n\n⟦Readers' comments\n\nskerryfan: told you so lol⟧\n\n⟦goat_77: Me too⟧\n",
        ),
        marked(
            "in other languages",
            "Die Fähre kam zu spät, und keiner wusste warum.\n\n⟦2 Kommentare\n\nhafenkatze schreibt:\n\nWie immer!\n\nAntworten⟧\n\n⟦Fährmann · vor 3 Tagen\n\nBaut eine Brücke.\n\nAntworten⟧\n",
        ),
        marked(
            "people who are quoted",
            "The mayor writes:\n\nWe shall build a bridge before the summer.\n\nUna Farr says:\n\n“It will never stand.”\n\nComments\n\n"
            "The council received twelve, and most of them were long.\n\nUna Farr: We are late.\n\nSkerry, March 3, 2021, 8:05 pm\n\nIt rained.\n\nG20: The ministers met.\n\nCovid19: nobody came.",
        ),
    ),
)
def reader_comment(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find them."""
    body = document.body
    text = plain_text(document)
    place, last = 1, -1
    while place < len(body):
        start, end = body[place].start, body[place].end
        if end - start > _LONGEST_NAME and text.find(": ", start, start + _LONGEST_LEAD) < 0:
            place += 1  # most blocks are longer than such a line, and name nobody
            continue
        until = _comment(document, body, place, last)
        if until is None:
            place += 1
            continue
        first = place - 1 if last != place - 1 and _leads(document, body, place) else place
        yield Hit(Span(body[first].start, body[until].end))
        place, last = until + 1, until


def _comment(document: Document, body: Sequence[Block], place: int, last: int) -> int | None:
    """The place of the last block of the comment that begins at `place`, or None."""
    text = _text(document, body[place])
    short = 3 <= len(text) <= _LONGEST_NAME and (text.endswith(":") or re.search(r"\d|ago$", text) is not None)
    named = 0 < text.find(": ") <= 40 and text.count(" ") <= 60
    if not (short or named):
        return None
    if not named and not _may_be_author(text):
        return None
    headed = last == place - 1 or _fits(_HEADING, _text(document, body[place - 1]))
    if named and re.match(r"[\w.@-]{3,25}(?: \w+)?: \S", text):
        late = place >= len(body) - _LAST
        if (headed and text[0].islower()) or (
            (headed or late) and re.match(rf"(?i)(?:{_NICK})(?: (?:{_SAYS}))?:", text)
        ):
            return place
    if not short or not _may_be_author(text):
        return None
    author = re.fullmatch(_AUTHOR, text, re.IGNORECASE)
    when = author is None and last != place - 1 and _fits(_WHEN, text)
    if not (author or when) or place + 1 >= len(body):
        return None
    for end in range(place + 2, min(place + 2 + _MOST_TEXT, len(body))):
        if _fits(_BUTTONS, _text(document, body[end])):
            return end
    quoted = _text(document, body[place + 1])[:1] in "'\""
    known = author is not None and (headed or _fits(_NICK, author["name"]))
    return place + 1 if known and not quoted else None


def _may_be_author(text: str) -> bool:
    """Whether a line that names an author is possible at all: the expressions take longer to compile than an article."""
    return text.endswith(":") or _TIME.search(text) is not None


def _leads(document: Document, body: Sequence[Block], place: int) -> bool:
    """Whether the block before a comment belongs to it: the heading of all, or the name over a date."""
    before = _text(document, body[place - 1])
    return _fits(_HEADING, before) or (_fits(_WHEN, _text(document, body[place])) and _fits(_NAME, before))


def _text(document: Document, block: Block) -> str:
    return plain_text(document)[block.start : block.end].strip()


def _fits(pattern: str, text: str) -> bool:
    return len(text) <= _LONGEST_NAME and re.fullmatch(pattern, text, re.IGNORECASE) is not None
