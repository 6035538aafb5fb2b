"""A teaser's link to the rest instead of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting, Wording
from ..said import Said

_TEXT = r"(?:article|story|post|entry|piece|report|text|blog(?: post)?|interview|column|press release|news|release|version|essay|transcript|statement|coverage|feature|announcement|study|paper)"
_WHERE = r"(?: ?:| here| below\b| in full| online| now| inside| (?:on|at|in|via|from|over at) (?!our |my |this |these |their |your )[\w.'&/: -]{2,80}| by [\w.' -]{2,60}|,? here: ?\S+|: ?\S+)?"
# Where a link leads: here, a site, an address, a name.
_THERE = r"(?:here\b|our (?:web)?site\b|(?:the|this|our) (?:link|website|site|source|original)\b|https?:|[\w-]+(?:\.[\w-]+)+|(?-i:(?:The )?[A-Z])[\w.&-]+(?: (?-i:[A-Z])[\w.&-]+){0,4}(?=\W*(?:$|for\b))).{0,60}"
_ALL = r"(?:the )?(?:full|whole|entire|complete|original|rest(?: of)?|remainder of|source)(?: (?:the|this|our|their|his|her|\w+'s))?(?: \w+)?"
# Labels of links, alone in a block or behind an ellipsis or the last sentence.
_LABEL = (
    rf"read more|continue reading(?: the main story|(?! below){_WHERE})|keep reading|read on|learn more here|(?:click (?:here )?|tap (?:here )?)?(?:to )?(?:read|view|see|get|continue)(?: to)? (?:more|the rest|{_ALL} {_TEXT}){_WHERE}|"
    rf"(?:full|original|complete|entire|more) (?:article|story|post|text|source){_WHERE}|(?:read|view) (?:full|original|entire|complete|source)(?: {_TEXT})?|read in full|view (?:original|source)|show more|see more|expand(?: article)?|"
    rf"click here (?:to|for) (?:continue(?: reading)?|more|(?:the )?(?:full|complete|whole|original) \w+)|click to (?:read|continue)(?: more| reading)?|(?:read|click|tap) here for more|"
    rf"to (?:read|continue reading|view|see) (?:more|on|{_ALL} {_TEXT}),? (?:please )?(?:(?:click|tap|subscribe|log in|sign (?:in|up)|register)\b.{{0,80}}|(?:visit|go to|head (?:over )?to|follow|see) {_THERE})|(?:the )?(?:rest|remainder) of (?:this|the) {_TEXT} (?:is|can be|continues|awaits|lives) (?:(?:available|read|found|viewed|seen|free) )?(?:for (?:our |paid |paying )?(?:subscribers|members)|after\b.{{2,40}}|behind\b.{{2,40}}|below|(?:on|at|over at|via) {_THERE}|{_THERE})|click through (?:to|for) .{{2,90}}|"
    rf"for (?:the )?(?:full|complete|rest of the|entire) {_TEXT},? (?:please )?(?:(?:click|tap)\b(?!.*\bour\b).{{0,80}}|(?:visit|go to|head (?:over )?to|see|read|check(?: out)?) {_THERE})|the (?:full|complete|original) {_TEXT} (?:is available|can be (?:read|found|viewed)) .{{2,80}}|"
    r"weiterlesen|mehr (?:lesen|dazu|erfahren)|(?:hier )?weiter ?lesen(?: (?:auf|bei) .{2,60})?|den (?:ganzen|vollständigen|kompletten|gesamten) (?:artikel|beitrag|text|bericht)(?: .{0,60})? (?:lesen|hier)|zum (?:ganzen |vollständigen |kompletten )?(?:artikel|beitrag|originalartikel)|"
    r"(?:den )?rest des (?:artikels|beitrags) (?:lesen|gibt's hier|hier)|"
    r"lire la suite(?: (?:de l'article|sur .{2,60}))?|(?:pour )?lire (?:la suite|l'article (?:complet|entier|en entier|original))(?: .{0,60})?|continuer (?:la|à) (?:lecture|lire)|en savoir plus|lire plus|"
    r"leer más|seguir leyendo|sigue leyendo|continuar leyendo|continúa leyendo|leer (?:el )?(?:artículo|texto|noticia) (?:completo|completa|original)(?: .{0,60})?|leer la nota completa|"
    r"leggi tutto|leggi di più|continua a leggere|continua la lettura|leggi l'articolo (?:completo|intero|originale)(?: .{0,60})?|leggi il resto(?: .{0,40})?|"
    r"leia mais|ler mais|continue lendo|continue a ler|continuar (?:a ler|lendo|lendo)|leia (?:a matéria|o artigo|o texto|a notícia) (?:complet[ao]|na íntegra|original)(?: .{0,60})?|saiba mais|"
    r"lees (?:meer|verder)|meer lezen|verder lezen|lees (?:het )?(?:volledige|hele) (?:artikel|verhaal|bericht)(?: .{0,60})?|"
    r"czytaj (?:dalej|więcej)|przeczytaj (?:więcej|całość|cały artykuł)(?: .{0,60})?|więcej|dowiedz się więcej|"
    r"читать (?:далее|дальше|полностью|ещё|еще)(?: .{0,60})?|подробнее|читайте (?:далее|полностью)(?: .{0,60})?|"
    r"läs mer|fortsätt läsa|läs vidare|les mer|fortsett å lese|læs mere|læs videre|lue lisää|jatka lukemista|devamını oku|okumaya devam et|читати (?:далі|більше)|続きを読む|もっと読む|阅读更多|继续阅读|閱讀全文|繼續閱讀|더 ?보기|계속 읽기|xem thêm|đọc tiếp"
)
# The same, put together from what is whole and where it is.
_ELSEWHERE = (
    rf"(?:show|load|expand|open|display|unfold)(?: (?:the|this|full|whole|entire|complete|rest of|more))* {_TEXT}|(?:this|the|our) {_TEXT} continues (?:on|at|in|over at|here|online)(?: .{{2,60}})?|tap to (?:expand|read more|continue)|"
    r"(?:den |der |das )?(?:ganze[nrs]?|vollständige[nrs]?|komplette[nrs]?|gesamte[nrs]?) (?:artikel|text|beitrag|bericht|interview)(?: (?:lesen sie|lesen|gibt es|finden sie|ist|steht|erscheint))? (?:auf|bei|unter|hier|im|in|online).{0,60}|(?:weiter|weiterlesen|mehr|fortsetzung) (?:auf|bei|unter) .{2,50}|(?:artikel|text|beitrag) (?:ausklappen|aufklappen|vollständig anzeigen|ganz lesen)|"
    r"(?:l'article|le texte|l'intégralité|l'interview)(?: (?:complet|complète|intégrale?|entier|original|de l'article|du texte))* (?:est |se trouve |à lire |disponible |à retrouver )*(?:sur|ici|en ligne|dans) ?.{0,60}|retrouvez (?:l'article|la suite|le texte|l'intégralité).{0,40} (?:sur|ici|dans) .{2,50}|(?:la )?suite (?:sur|ici|à lire sur|de l'article sur) .{2,60}|afficher (?:la suite|plus|l'article complet)|"
    r"(?:el |la |lea |lee |leer )*(?:artículo|texto|nota|noticia|entrevista) (?:complet[oa]|íntegr[oa]|enter[oa]|original) (?:en|está en|aquí|disponible en|se publicó en) ?.{0,60}|(?:mostrar|ver|expandir|desplegar) (?:el )?(?:artículo|texto|nota) (?:completo|completa|entero)|"
    r"(?:l'|il |leggi l'|leggi il )?(?:articolo|testo|intervista) (?:complet[oa]|integrale|inter[oa]|originale) (?:su|è su|qui|si trova su|disponibile su|sul sito) ?.{0,60}|(?:continua|prosegui|leggi) (?:la lettura |a leggere |l'articolo |tutto )?(?:su|sul sito|qui) .{2,50}|mostra (?:tutto|di più|l'articolo completo)|"
    r"(?:o |a |leia o |leia a )?(?:artigo|texto|matéria|entrevista|reportagem) (?:complet[oa]|na íntegra|integral|original) (?:em|no|na|está em|aqui|disponível em) ?.{0,60}|(?:mostrar|ver|expandir) (?:o )?(?:artigo|texto) completo|"
    r"(?:het |lees het )?(?:hele|volledige|complete|originele) (?:artikel|verhaal|bericht|interview)(?: lezen| lees je| vind je| staat| is te lezen)? ?(?:op|hier|via|in|online)? ?.{0,60}|lees (?:verder|meer|het hele (?:artikel|verhaal))(?: (?:op|bij|via|in) .{2,60})?|(?:toon|open) (?:het )?(?:hele|volledige) (?:artikel|bericht)|"
    r"(?:cały|pełny|całość|pełna treść|całą)(?: (?:artykuł|artykułu|tekst|tekstu|rozmow[ęa]|materiał))? (?:na|przeczytasz|przeczytaj|dostępn[ya]|znajdziesz|czytaj|w|pod) .{2,60}|(?:rozwiń|pokaż) (?:cały )?(?:artykuł|tekst)|"
    r"(?:полный|весь|оригинальный|полностью)(?: (?:текст|материал|вариант|версия))?(?: (?:статьи|новости|материала|интервью))?(?: (?:читайте|доступен|опубликован|можно прочитать|смотрите|читать))? (?:на|в|по ссылке|здесь|тут).{0,60}|(?:читать|читайте) (?:дальше|далее|полностью|продолжение|полный текст|целиком|оригинал)(?: .{0,50})?|продолжение (?:на|читайте|по ссылке).{2,50}|(?:развернуть|показать) (?:статью|текст|полностью)"
)
# The same with the title behind or before it.
_TITLED = (
    r"(?:continue reading|read the rest of|keep reading|sigue leyendo|seguir leyendo|continúa leyendo|lire la suite de|continuer la lecture de|continua a leggere|leggi tutto|continue lendo|continuar lendo|"
    r"verder lezen|fortsätt läsa|fortsett å lese|læs resten af|czytaj dalej|читать далее|читати далі|继续阅读|okumaya devam et|続きを読む) ?(?-i:[A-ZÀ-ÞА-ЯŁŚŻ0-9'\"(\u3000-\uffef]).{3,200}|['\"].{3,200}['\"] (?:weiterlesen|verder lezen)"
)
_MORE = r"[(\[（](?:(?:more|mehr|suite|más|altro|mais|meer|więcej|далее|mere|mer|lisää|daha|більше|更多|さらに|繼續閱讀|click for more|continued) ?(?:…|\.{2,3})|click for more|read more|czytaj więcej|繼續閱讀)[)\]）]"
_CUT = r"\[(?:…|\.\.\.|&hellip;|\. \. \.)\]|\((?:…|\.\.\.)\)"
_MARKS = r"[\s\"'>»→›▸▶▾▼▽⌄⟶⇒➔➡️\-–—|:.…·•*←↓+\[\]()]*"
_ENDS = r"[ .\"'→>»›▸▶▾▼…)\]]*"
_SENDS = r"(?i)(?:read|to read|for the|the rest|click|view|continue)\b[^.]*(?:\w\.\w[^.]*)*\.?$"
_WEAK = r"(?i)(?:więcej|show more|see more|learn more here|read on|expand)\W*"
_SENTENCE_END = r"(?:[.!?…\]]|\.\.\.)['\")\]]*\s+"


@rule(
    "syndication/read-more-stub",
    summary="Link to the rest of the text instead of the text",
    message="The text breaks off at a link to its rest",
    severity="error",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    wordings=(
        Wording("label", _LABEL, "sentence", whole=False),
        Wording("elsewhere", _ELSEWHERE, "sentence", whole=False),
        Wording("titled", _TITLED, "sentence", whole=False),
        Wording("more", r"(?:…|\.\.|more|więcej|繼續閱讀)[)\]）]|[(\[](?:…|\.\.\.|&hellip;|\. \. \.)", "match"),
    ),
    tags=("boilerplate", "truncated"),
    why="""
Feeds carry a teaser and a link: “… Read more”, “Continue reading Old Dairy Sold”, “[…]”. Where
it ends the text the article is only an excerpt and must be fetched again; in the middle it
is the link of a box that was lost.

Counts as a whole block, or behind the last sentence or the ellipsis of one; a bracketed
ellipsis only where it ends the last paragraph, outside of quotation marks. “Read more about
our prices” and “Read more closely” are sentences; a “read more” with a headline behind it
belongs to the rule about related links.
""",
    examples=(
        marked(
            "alone",
            "The vote was close, and nobody wanted to count again.\n\n⟦Read more⟧\n\n⟦Continue reading →⟧\n\n⟦Read the full story at skerrypost.example⟧",
            fixed="The vote was close, and nobody wanted to count again.",
        ),
        marked(
            "behind the text",
            "The council met.\n\nThe vote was close, and nobody wanted to … ⟦Read more »⟧\n\nIt rained on Friday and the mayor ⟦[…]⟧",
        ),
        marked(
            "an omission mark alone",
            "The council met.\n\nThe vote was close.\n\n⟦[…]⟧",
            fixed="The council met.\n\nThe vote was close.",
        ),
        marked(
            "with the title",
            "The vote was close.\n\n⟦Continue reading Old Dairy Sold to Brass Band⟧\n\n⟦„Alte Molkerei verkauft“ weiterlesen⟧\n\n⟦(mehr …)⟧",
        ),
        marked(
            "where the whole is",
            "The vote was close.\n\n⟦Expand story ▼⟧\n\n⟦Den vollständigen Bericht lesen Sie auf skerrypost.example⟧\n\n⟦Retrouvez la suite sur skerrypost.example⟧\n\n⟦El texto íntegro en El Faro de Skerry⟧\n\n⟦Cały tekst przeczytasz na stronie gazety⟧\n\n"
            "⟦Полный текст опубликован на сайте газеты⟧\n\nDe stemming was spannend. ⟦(Lees verder)⟧\n\nNobody wanted to count again. ⟦Continue reading “Old Dairy Sold”⟧",
        ),
        marked(
            "other languages",
            "⟦Weiterlesen →⟧\n\n⟦Lire la suite⟧\n\n⟦Sigue leyendo⟧\n\n⟦Leggi tutto⟧\n\n⟦Leia mais⟧\n\n⟦Lees verder⟧\n\n⟦[czytaj więcej]⟧\n\n⟦Читать далее⟧\n\n⟦続きを読む⟧",
        ),
        marked(
            "in HTML",
            "<p>The vote was close.</p>⟦<p><a>To read the full article, click here</a></p>⟧",
            format="html",
            fixed="<p>The vote was close.</p>",
        ),
        marked(
            "prose",
            "Children who read more sleep less. Read more closely, the result is weak.\n\nRead more about the prices of the dairy in our guide.\n\n"
            "“The hall […] was full,” she said, “and then […]”\n\nPress “Read more” to see it. The rest of the story is told in the second volume.\n\nTo see more, visit the dairy after ten.\n\nFor the full story, read her book about the island.\n\nThe vote was close. The story continues in court.\n\nRead the full report of the committee before you vote, he told them.\n\nThe story continues in court on Friday, and nobody knows how it ends.\n\nDer ganze Text ist in Reimen geschrieben und handelt vom Meer.",
        ),
    ),
)
def read_more_stub(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the links."""
    last = [block.index for block in document.body[-3:]]
    for block in said.blocks:
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        if re.search(r"(?i)\b(?:republished|licen[cs]e|creative commons)\b", text):
            continue  # a credit that is owed
        start = _start(text, bool(last) and block.index == last[-1])
        if start is not None:
            span = Span(block.start + start, block.end)
            ends = block.index in last
            yield Hit(
                span,
                severity="error" if ends else "warning",
                message=None if ends else "Link to more, without its target",
            )


def _start(text: str, final: bool) -> int | None:
    """Where the link at the end of a block starts, or None."""
    whole = text.strip()
    pattern = f"(?i){_MARKS}(?:(?:{_LABEL})|(?:{_ELSEWHERE})|{_TITLED}|{_MORE}){_MARKS}"
    if final and re.fullmatch(rf"(?:{_CUT})[\s.→»>]*", whole):
        return 0
    if len(whole) <= 230 and re.fullmatch(pattern, whole) and not _quoted(whole) and not _is_sentence(whole):
        return 0
    tail = text[-160:]
    shift = len(text) - len(tail)
    for match in re.finditer(_SENTENCE_END, tail):
        rest = tail[match.end() :].strip()
        if not 3 < len(rest) <= 120 or _quoted(text) or (re.fullmatch(_WEAK, rest) and "…" not in match[0]):
            continue
        if _is_sentence(rest) and not re.match(_SENDS, rest):
            continue
        if re.fullmatch(f"(?i){_MARKS}(?:(?:(?:{_LABEL}|{_ELSEWHERE}){_ENDS}){{1,3}}|{_TITLED})", rest):
            return shift + match.end()
    end = re.search(rf"(?i)(?:{_MORE}{'|' + _CUT if final else ''})[\s.→»>]*\Z", tail)
    if end and text[: shift + end.start()].count('"') % 2 == 0 and re.search(r"\w", text[: shift + end.start()]):
        return shift + end.start()
    return None


def _is_sentence(text: str) -> bool:
    """Whether a label ends like a sentence, without beginning like one that sends the reader elsewhere."""
    ends = re.search(r"[.!?] \w|[a-z]\.$", text.replace("...", "…"))
    return ends is not None and not re.match(_SENDS, text)


def _quoted(text: str) -> bool:
    # A mark behind a space is an arrow.
    return text[0] in "'\"" and text[-1] in "'\"" and not text[-2:-1].isspace()
