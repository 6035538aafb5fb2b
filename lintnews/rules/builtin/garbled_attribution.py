"""An attribution glued on after finished punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# The seam: a finished sentence or a lead-in, then a comma and a small letter.
# The second half is the whole rest of a block, or runs to the next full stop.
_SEAM = r"(?P<mark>[.!?:;…]['\"]?|[.!?]\)) ?(?P<tail>(?:\. ?)?, ?(?P<words>(?:[a-zà-öø-ÿœżźćńłśąęа-яё]|[A-Z]\w+ zufolge)[^\n]{0,400}))"

# Words of a source that names nobody, and the verbs that hang on it. One of
# them must stand in the tail: the seam alone may be an abbreviation.
_SOURCES = (
    r"experts?|analysts?|sources?|observers?|insiders?|reports?|researchers?|research|studies|study|data|analysis|analyses|coverage|commentators?|specialists?|professionals?|watchers?|trackers?|outlets?|publications?|developments?|officials?|figures|trends?|estimates?|surveys?|findings|documents?|records|announcements?|statements?|media|industry|market|pundits?|critics|scholars|"
    r"evidence|polls?|accounts|briefings?|circles|veterans|economists|scientists|forecasters|leaks|rumou?rs|metrics|numbers"
)
_SAY = (
    r"say|says|saying|said|suggests?|suggested|shows?|showed|shown|notes?|noted|noting|indicates?|indicated|indicating|reveals?|revealed|confirms?|confirmed|reports?|reported|believe|claims?|claimed|told|tell|agree|warn|warned|predict|predicted|explain|explained|points?|pointed|adds?|added|states?|stated|argue|argued|contend|maintain|observe|observed|estimate|expect|think|find|found|caution|"
    r"highlights?|underlines?|concludes?|concluded|hints?|imply|implies|insist|acknowledge|stress|put"
)
_REPORTED = r"reported|noted|stated|mentioned|indicated|observed|highlighted|detailed|seen|confirmed|shown|revealed|described|discussed|cited|outlined|covered|documented|explained|suggested|announced|told|predicted|expected|understood|pointed|evidenced|echoed|summari[sz]ed|flagged|relayed"
_ATTRIBUTION = (
    rf"\b(?:according|per|citing|reportedly|allegedly|in accordance with|based on|in line with|it (?:is|has been) (?:understood|believed|reported)|(?:say|said|says) people|by (?:all|most|some|many) accounts|as (?:as |has been |have been |was |were |is |are |it was )?(?:\w+ )?(?:previously|earlier|originally|already|recently|widely|also|often|first|repeatedly)|"
    rf"as (?:as |has been |have been |was |were |it was |is )?(?:{_REPORTED})|as per|in the (?:view|opinion|words|eyes|assessment) of|(?:{_SAY}) (?:\w+ ){{0,3}}(?:{_SOURCES})|(?:{_SOURCES})(?: \w+){{0,4}} (?:{_SAY}|have (?:\w+ )?(?:{_REPORTED}|{_SAY})|has (?:\w+ )?(?:{_REPORTED}|{_SAY}))|with (?:\w+ ){{0,2}}(?:{_SOURCES}) \w+ing)\b"
)
# The same in other languages. German writes its nouns with capitals, so its nameless sources are listed.
_NOBODY = (
    r"\b(?:Branchen|Markt|Fach|Industrie|Finanz|Politik|Rechts|Sicherheits|Börsen|Wirtschafts|Medien|Presse|Regierungs)-?(?:experten|kennern?|beobachtern?|insidern?|analysten|kreisen?|berichten?|angaben|quellen|leuten?|studien?|medien|daten|informationen|vertretern?|entwicklung(?:en)?|analysen?|meldungen)\b"
    r"|\b(?:Experten|Kennern?|Beobachtern?|Insidern?|Analysten|Kreisen?|Berichten?|Angaben|Quellen|Fachleuten?|Studien?|Medien|Daten|Informationen|Forschern?|Kommentatoren|Einschätzung(?:en)?|Meinung(?:en)?|Ansicht|Schätzungen|Umfragen|Vertretern?|Entwicklungen|Analysen?|Branche|Markt(?:es)?|СМИ)\b"
)
_ABROAD = (
    r"(?:so (?=\W*$|die |der |mehrere |einige |viele )|laut |wie (?:\w+ )?(?:berichtet|bekannt|gemeldet|erwähnt|mitgeteilt|es heißt)|wie (?=\W*$|\W*(?:sagen|meinen|berichten|betonen|erklären))|heißt es|nach |(?:wie )?(?:sagen|meinen|berichten|erklären|betonen|melden)\b|(?:\W*)zufolge|aus \w*\W*$|(?:unter )?berufung auf|"
    r"selon |d'après |comme (?:\w+ )?(?:l')?(?:indiqué|rapporté|signalé|mentionné|annoncé|expliqué|évoqué|indiquent|rapportent|précédemment)|(?:estiment|affirment|indiquent|rapportent|expliquent|notent|précisent|disent|assurent|soulignent) (?:les|des|plusieurs|certains) |según |de acuerdo con |como (?:ya )?(?:se )?(?:ha |había )?(?:inform|señal|report|indic|mencion|public)\w+|"
    r"(?:señalan|afirman|indican|dicen|sostienen|aseguran|informan|explican|advierten) (?:los |las |varios |algunos )?(?:\w+)|secondo |stando a|a detta d|come (?:già )?(?:riportato|riferito|segnalato|indicato|annunciato|detto|riportano)|(?:riferiscono|dicono|affermano|spiegano|sostengono|segnalano|riportano) (?:gli |le |i |alcuni |diverse )?\w+|"
    r"segundo |de acordo com |conforme |como (?:já )?(?:foi )?(?:notici|inform|relat|divulg|mencion|indic)\w+|(?:dizem|afirmam|apontam|indicam|avaliam|relatam) (?:os |as )?\w+|volgens |aldus |zoals (?:\w+ )?(?:gemeld|bericht|vermeld|gezegd|bekend|genoemd)|naar verluidt|(?:zeggen|melden|stellen|menen) \w+|"
    r"według |zdaniem |jak (?:\w+ )?(?:inform|donos|poda|twierdz|wynika|wskazuj|zauważ|mówią|pisa)\w*|(?:podają|twierdzą|uważają|mówią|donoszą) \w+|по (?:мнению|словам|данным|оценкам?|сообщениям|информации|версии) |согласно |как (?:\w+ )?(?:сообщ|отмеч|говор|утвержд|указыв|пиш|счита|извест)\w*|(?:сообщают|говорят|утверждают|считают|отмечают|пишут|полагают) \w+)"
)
# Anything with a capital letter, a digit, a quotation or a pronoun is somebody or something: not a source without a name.
_NAMED = r"[A-ZÀ-ÖØ-ÞА-ЯŻŹĆŁŚ0-9\"]|\b(?:he|she|they|we|it|i|him|her|them|who)\b"
_HE = r"\b(?:er|sie|wir|ich|il|elle|ils|nous|je|él|ella|nosotros|lui|lei|noi|ele|ela|hij|zij|wij|on|ona|oni|он|она|они|мы)\b"

# Abbreviations of news English after which a comma is right. A single letter,
# a word with a stop inside (a.m., U.S.) and capitals with a hyphen (D-Minn.)
# are told by their form.
ABBREVIATIONS = frozenset(
    (
        "inc co corp ltd llc plc bros cos dept univ assn assoc gov sen rep sens reps rev hon pres gen col lt sgt capt cmdr adm maj cpl pvt pfc prof dr mr mrs ms jr sr st ste mt ft no nos vol vols fig "
        "figs eq ch sec art pp ed eds al etc vs approx est ca jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill "
        "ind kan kans ky la mass md me mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta sask man bc nsw qld vic tas ave blvd rd sq bldg apt hwy int "
        "intl natl ex min max hr hrs secs yr yrs tel ext dist div dev mfg usw bzw evtl ggf inkl exkl vgl ggfs geb gest str abs nr hrsg jh ebd vlg sog zzgl abzgl allg proc tys mln mld pkt ust godz ul "
        "гр руб тыс млн млрд др пр т тел ул см мин кг г lb lbs oz pt qt gal yd mi mph kg km cm mm ml cie av bd env chap ecc pag sig mio mrd proz okt dez jän std anm bspw janv févr avr juil déc ej vd "
        "núm pág bl blz dott sra dna ud uds cap "
    ).split()
)
_WORD_BEFORE = r"[\w.&'-]+\Z"

_LONGEST = 160


@rule(
    "syndication/garbled-attribution",
    summary="Attribution glued on after the sentence had ended",
    message="Attribution glued on after finished punctuation",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=tuple('.,|!,|?,|:,|;,|.",|.\',|!",|?",|.),|. ,|." ,|: ,'.split("|")),
    tags=("garbled", "attribution"),
    why="""
Rewriting tools append an attribution to paragraphs that already had their full stop:
“… several providers., according to industry experts”. The fragment names nobody, breaks
the punctuation, and invents a source.

Three things must come together: finished punctuation, a comma with a small letter behind
it, and words of attribution without a name. Abbreviations (“Inc., according to a
filing”) end no sentence, a quotation before the comma (“…,” according to) is right, and
a name, a number or a full stop of its own in the tail makes it somebody's sentence.
""",
    examples=(
        marked(
            "after a full stop, at the end of a paragraph",
            "The bank has sold its stake to several buyers.⟦, according to industry experts⟧",
            fixed="The bank has sold its stake to several buyers.",
        ),
        marked(
            "after the colon of a lead-in",
            "The delay has three causes:⟦, according to market developments⟧\n\n  • money\n  • weather\n",
            fixed="The delay has three causes:\n\n  • money\n  • weather\n",
        ),
        marked(
            "doubled words and a second tail in the first",
            "The boom may be ending.⟦, as as previously reported⟧\n\nPrices fell.⟦, as noted earlier., reports suggest⟧",
            fixed="The boom may be ending.\n\nPrices fell.",
        ),
        marked(
            "with a full stop of its own, before the next sentence",
            "Prices fell for a third week.⟦, analysts say.⟧ The mayor has asked for help.",
            fixed="Prices fell for a third week. The mayor has asked for help.",
        ),
        marked(
            "in HTML, after a closing tag",
            "<p>The bank has sold its stake to <b>several buyers.</b>⟦, according to analysts⟧</p>",
            format="html",
            fixed="<p>The bank has sold its stake to <b>several buyers.</b></p>",
        ),
        marked(
            "other wordings and languages",
            "Prices fell for a third week.⟦, as noted by industry observers⟧\n\nDie Preise fielen.⟦, so Branchenkenner⟧\n\n"
            "Les prix ont baissé.⟦, selon des experts⟧\n\nLos precios bajaron.⟦, según fuentes del sector⟧\n\nI prezzi sono scesi.⟦, come già riportato⟧\n\n"
            "Os preços caíram.⟦, segundo especialistas⟧\n\nDe prijzen daalden.⟦, zoals eerder gemeld⟧\n\nCeny spadły.⟦, zdaniem analityków⟧\n\n"
            "Цены упали.⟦, по мнению экспертов⟧",
        ),
        marked(
            "abbreviations and names of other languages",
            "Der Umbau kostet 5 Mio., laut Angaben der Stadt\n\nDie Wahl ist am 3. Okt., so Experten\n\nLe vote est clos., selon Ada Lund\n\nEl plan, p. ej., según expertos",
        ),
        marked(
            "abbreviations, quotations and names are honest",
            "The firm sold its stake in Northwind Inc., according to a filing.\n\n"
            "They met at 6 a.m., according to police\n\n"
            "“It is a tug of war,” according to analysts\n\n"
            "Thirteen Ways to Sleep Better, According to Experts\n\n"
            "The metal, according to industry experts, has been caught between two markets.\n\n"
            "The plant in Gary, Ind., per court papers filed on Monday, is closed.\n\n"
            "“Really?”, he asked, according to people in the room",
        ),
    ),
)
def garbled_attribution(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the tails."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        if block.role != "code":
            yield from _in_block(document, block)


def _in_block(document: Document, block: Block) -> Iterator[Hit]:
    text = plain_text(document)[block.start : block.end]
    at = 0
    while match := re.compile(_SEAM).search(text, at):
        at = match.end("mark")
        tail = _tail(text, match)
        if tail is None:
            continue
        at = tail.end
        yield Hit(
            tail.shift(block.start),
            (f"follows the finished “{document.text[block.start : block.end][max(0, tail.start - 24) : tail.start]}”",),
        )


def _tail(text: str, match: re.Match[str]) -> Span | None:
    """The span of the glued tail at a seam, or None for honest punctuation."""
    mark = match["mark"]
    if mark == "." and is_abbreviation(text[max(0, match.start() - 60) : match.start()]):
        return None
    start = match.start("tail")
    words = match["words"]
    end = match.end()
    quoted = len(mark) > 1
    stop = re.search(r"[.!?]['\")]?(?= [A-ZÀ-ÞА-Я\"'(]|$)", words)
    if stop:
        # The tail has an end mark: the sentence's own mark is the first, the tail's goes with it.
        if quoted or stop.end() > _LONGEST:
            return None
        words = words[: stop.start()]
        end = match.start("words") + stop.end()
    if len(words) > _LONGEST:
        return None
    attribution = re.search(_ATTRIBUTION, words)
    if attribution and attribution.start() <= 40 and not re.search(_NAMED, re.sub(r"^it (?:is|has been) ", "", words)):
        return Span(start, end)
    nameless = re.sub(_NOBODY, "", words)
    if re.match(_ABROAD, nameless) and not re.search(f"{_NAMED}|{_HE}", nameless) and len(words.split()) > 1:
        return Span(start, end)
    return None


def is_abbreviation(before: str) -> bool:
    """Whether the text right before a full stop ends in an abbreviation, a letter or an initial."""
    match = re.search(_WORD_BEFORE, before)
    if match is None:
        return True
    word = match[0].lower().strip("'-&")
    last = re.split(r"[.-]", word)[-1]
    return len(last) < 2 or "." in word or last in ABBREVIATIONS or (word.isdigit() and len(word) < 3)
