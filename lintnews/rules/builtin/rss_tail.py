"""The line that a feed adds under a text to say where it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..headlines import headline, squeeze
from ..match import plain_text
from ..model import Hit, Sighting

_TITLE = r"(?P<title>\S.{0,300}?)"
_SITE = r"(?P<site>\S.{1,90}?)"
# What plug-ins for feeds add, by words of which each holds one: so few of these long patterns are ever made.
_FEED = {
    "appeared|first published|first posted|first ran|originally published|originally ran|appears first|is from |comes from ": rf"(?:the|this) (?:(?:blog )?post|article|story|entry|content|piece|news) {_TITLE} (?:(?:was |has )?(?:first |originally )?(?:appeared|published|posted)(?: first)?|(?:first|originally) (?:appeared|published|ran)|appears first|is from|comes from) (?:on|at|in|via) {_SITE}",
    "zuerst|erstmals|ursprünglich": rf"(?:der|dieser) (?:beitrag|artikel|blogbeitrag|text) {_TITLE} (?:(?:erschien|ist) (?:zuerst|zuerst erschienen|erstmals|ursprünglich)(?: erschienen)?|wurde (?:zuerst|erstmals|ursprünglich)) (?:auf|bei|in|im) {_SITE}(?: (?:erschienen|veröffentlicht))?",
    "est apparu|est paru|a été publié|a été posté|d'abord paru": rf"(?:l'article|cet article|le billet|le post|l'actualité) {_TITLE} (?:est (?:apparu|paru|publié)|a été (?:publié|posté)|est d'abord paru) (?:en premier|d'abord|initialement|pour la première fois )? ?(?:sur|dans|chez) {_SITE}",
    "primero en|primero por|por primera vez|originalmente|primera vez": rf"(?:la entrada|el artículo|la nota|la noticia|el post|la publicación) {_TITLE} (?:se publicó|apareció|fue publicad[ao]|aparece|se publica) (?:primero|por primera vez|originalmente|primera vez) (?:en|por) {_SITE}",
    "proviene da|è apparso|il primo su|stato pubblicato": rf"(?:l'articolo|il post|la notizia|l'approfondimento) {_TITLE} (?:proviene da|è apparso (?:per la prima volta|per primo|prima|originariamente) su|sembra essere il primo su|è stato pubblicato (?:per la prima volta|originariamente) su) {_SITE}",
    "primeiro|pela primeira vez|originalmente": rf"(?:o post|o artigo|o conteúdo|a notícia|a matéria|o texto) {_TITLE} (?:apareceu|aparece|foi publicad[ao]|surgiu) (?:primeiro|pela primeira vez|originalmente) (?:em|no|na) {_SITE}",
    "eerst": rf"(?:het bericht|het artikel|dit artikel|de post) {_TITLE} (?:verscheen (?:als |het )?eerst(?:e)?|is (?:als |het )?eerst(?:e)? verschenen|verscheen voor het eerst) (?:op|in) {_SITE}",
    "pochodzi z|pojawił się|ukazał się": rf"(?:artykuł|wpis|post) {_TITLE} (?:pochodzi z(?:e)?(?: serwisu| strony)?|pojawił się (?:najpierw|po ?raz pierwszy|pierwszy) (?:na|w)|ukazał się (?:najpierw|po raz pierwszy) (?:na|w)) {_SITE}",
    "появил|опубликован": rf"(?:сообщение|запись|статья|пост) {_TITLE} (?:появил[аио]сь|появился|появились|опубликован[аоы]?) (?:сначала|впервые|первой|первым) (?:на|в) {_SITE}",
    "først|först": rf"(?:indlægget|artiklen|inlägget|artikeln|innlegget|artikkelen) {_TITLE} (?:blev først udgivet|udkom først|dukkede først op|dök först upp|publicerades först|dukket først opp|ble først publisert) på {_SITE}",
    "εμφανίστηκε|δημοσιεύ": rf"(?:το άρθρο) {_TITLE} (?:εμφανίστηκε πρώτα|δημοσιεύθηκε πρώτα|δημοσιεύτηκε πρώτα) στ\w+ {_SITE}",
    "ensimmäisen kerran": rf"artikkeli {_TITLE} julkaistiin ensimmäisen kerran {_SITE}",
    "pertama kali": rf"artikel {_TITLE} pertama kali (?:tampil|muncul|terbit) (?:pada|di) {_SITE}",
    "з'яви": rf"(?:запис|стаття|допис) {_TITLE} (?:спершу з'явиться|вперше з'яви\w+|спочатку з'яви\w+) на {_SITE}",
    "се појављује прво": rf"чланак {_TITLE} се појављује прво на {_SITE}",
    "xuất hiện đầu tiên": rf"bài viết {_TITLE} đã xuất hiện đầu tiên (?:vào ngày|trên|tại) {_SITE}",
    "yazısı ilk önce": rf"{_TITLE} yazısı ilk önce {_SITE} üzerinde ortaya çıktı",
    "最初に表示": rf"投稿 ?{_TITLE} ?は ?{_SITE} ?に最初に表示されました",
    "처음 등장": rf"게시물 {_TITLE}[이가]? ?{_SITE}에 처음 등장했습니다",
    "出现在": rf"{_TITLE}(?:最先|首先|最早)出现在{_SITE}",
    "最早|最先": rf"(?:這篇文章 ?)?{_TITLE} ?(?:這篇文章)?(?:最早|最先)(?:出現|發佈)於 ?{_SITE}",
}
# Lines about the text itself: a licence may ask for them, so they go on request only.
_THIS = r"(?:(?:an? (?:\w+ )?)?version of )?this (?:\w+ )?(?:article|story|post|piece|report|column|essay|interview|content|blog(?: post)?|feature|news(?: item| story| article)?|item|entry|press release|text|analysis|review)"
_FIRST = r"(?:originally|first|initially|previously) (?:appeared|published|posted|ran|aired|featured|released|printed)|appeared (?:first|originally)"
_HOW = rf"{_FIRST}|(?:was|were|is|has been|had been) (?:(?:originally|first|initially|previously) )?(?:published|posted|seen|shared|printed|broadcast|aired|syndicated|republished|reposted|reprinted|featured|carried|reproduced|cross-?posted|sourced|released|distributed|aggregated)(?: (?:first|originally))?"
_CREDIT = {
    "originally|first|initially|previously|published|posted|syndicated|republished|reposted|reprinted|featured|carried|reproduced|posted|sourced|released|distributed|aggregated": rf"{_THIS} (?:{_HOW}) (?:on|at|in|by|from|via) (?:the website of |the )?{_SITE}(?: (?:and|\.) (?:is|was|has been) \w+.{{0,80}})?",
    "originally|first |initially|previously|appeared first": rf"(?:(?:article|story|post|text|piece|content|report) )?(?:{_FIRST}) (?:on|at|in|by|via) (?:the )?{_SITE}",
    "zuerst|zunächst|ursprünglich|erstmals": rf"(?:dieser|der) (?:artikel|beitrag|text) (?:ist |wurde )?(?:zuerst|zunächst|ursprünglich|erstmals|erschien (?:zuerst|zunächst|ursprünglich|erstmals)) (?:auf|bei|in|im) {_SITE}(?: (?:erschienen|veröffentlicht))?",
    "paru|publié": rf"(?:cet article|ce texte|ce billet) (?:est (?:d'abord |initialement )?(?:ap)?paru|a (?:d'abord |initialement )?été publié) (?:en premier |d'abord |initialement |pour la première fois )?(?:sur|dans|par|chez) {_SITE}",
    "apareció|se publicó|fue publicad": rf"(?:este artículo|esta nota|esta noticia|esta entrada|este texto) (?:apareció|se publicó|fue publicad[ao]) (?:primero|originalmente|por primera vez) (?:en|por) {_SITE}",
    "apparso|pubblicato": rf"questo (?:articolo|post|testo) è (?:stato )?(?:originariamente |inizialmente )?(?:apparso|pubblicato) (?:originariamente |per la prima volta |prima |in origine )?(?:su|da|in) {_SITE}",
    "apareceu|foi publicad": rf"(?:este artigo|este texto|este conteúdo|esta matéria) (?:apareceu|foi publicad[ao]) (?:primeiro|originalmente|pela primeira vez) (?:em|no|na|por) {_SITE}",
    "eerder|eerst|oorspronkelijk": rf"dit (?:artikel|bericht|stuk|verhaal) (?:verscheen|is) (?:als )?(?:eerder|eerst(?:e)?|oorspronkelijk) (?:verschenen |gepubliceerd )?(?:op|in|bij) {_SITE}",
    "ukazał się|opublikowany": rf"(?:ten artykuł|artykuł|tekst) (?:pierwotnie |po raz pierwszy )?(?:ukazał się|został opublikowany) (?:pierwotnie |po raz pierwszy )?(?:w|na|przez) {_SITE}",
    "опубликован|появил|вышел|вышла": rf"(?:эта статья|этот материал|этот текст) (?:впервые |изначально |первоначально )?(?:был[аи]? )?(?:опубликован[ао]?|появил\w+|вышел|вышла) (?:впервые |изначально |первоначально )?(?:на|в) {_SITE}",
}
_ALONE = rf"(?:the post appeared first|the (?:above |original )?(?:article|story|column|piece) (?:{_HOW})) (?:on|at|in|by) (?:the )?{_SITE}"
# Title and site, without a word for the text before the title.
_BARE = rf"{_TITLE} (?:(?:was|is) (?:(?:originally|first|initially) (?:re)?(?:published|posted|featured|released)|(?:published|posted) (?:first|originally))|(?:originally|first) appeared|appeared (?:first|originally)|is (?:originally|first) published) (?:on|at|in|by) (?:the )?{_SITE}(?: on medium, where people are continuing .{{5,90}})?"
_DATE = (
    r"(?i)\A(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"facebook|instagram|twitter|reddit|tiktok|youtube|telegram|truth social|linkedin|weibo|snapchat|whatsapp|social media|\w+rxiv|television|page|stage|screen|hardcover|paperback|print|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4})\b"
)
_NAME = r"(?:[A-Z0-9\"'@&][^\s]*|(?:of|the|and|&|de|la|des|du|for|in|on|to|a|le|el|der|die|und|del|y|e|et|com|-|\||via|with|an|am|im|auf|van|het)|[a-z0-9-]+(?:\.[a-z0-9-]+)+\S*)"
_SENTENCE_END = r"[.!?…]['\")\]]*\s+"
_LAST = 12
_WORDS = (
    "appeared|appears first|originally|first published|first posted|first ran|first aired|initially|previously published|previously appeared|syndicated|republished|reposted|reprinted|posted from|posted by|"
    "was published|been published|is published|posted first|reproduced from|sourced from|aggregated from|distributed by|published by|published on|featured on|released by|is from |comes from |apparso|pubblicato|paru|publié|apareció|se publicó|fue publicad|apareceu|foi publicad"
)


@rule(
    "syndication/rss-tail",
    summary="Line of a feed that says where the text first appeared",
    message="Feed footer left under the text",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=tuple(dict.fromkeys("|".join((_WORDS, *_FEED, *[*_CREDIT][2:])).split("|"))),
    tags=("boilerplate", "feed"),
    why="""
Plug-ins add a line to every text of a feed, to have a link back: “The post … appeared first
on …”. Under a copied text it tells only that it was copied; the source belongs in the
metadata.

The line counts as a whole block, or as the last sentence of one, in the wording of the
plug-ins in 23 languages. Lines about “this article” and a title without such words count
only among the last blocks (a title: if it is the headline, or long) and if nothing but a name
follows; a licence may ask for those, so they go on request only. What appeared in a year, in
print or on television is prose, and quoted lines are somebody's.
""",
    examples=(
        marked(
            "the plug-in's line",
            "The vote was close.\n\n⟦The post Old Dairy Sold. What Now? appeared first on Skerry Post.⟧",
            fixed="The vote was close.",
        ),
        marked(
            "at the end of the last paragraph",
            "<p>The vote was close. ⟦The post Old Dairy Sold appeared first on <a>Skerry Post</a>.⟧</p>",
            format="html",
        ),
        marked(
            "German, French, Spanish and Italian",
            "⟦Der Beitrag Alte Molkerei verkauft erschien zuerst auf Inselpost.⟧\n\n⟦L’article La laiterie est vendue est apparu en premier sur Le Phare.⟧\n\n"
            "⟦La entrada La lechería se vende se publicó primero en El Faro.⟧\n\n⟦L'articolo La latteria è venduta proviene da Il Faro.⟧",
        ),
        marked(
            "Portuguese, Dutch, Polish, Russian and Japanese",
            "⟦O post Leiteria vendida apareceu primeiro em O Farol.⟧\n\n⟦Het bericht Melkfabriek verkocht verscheen eerst op De Vuurtoren.⟧\n\n"
            "⟦Artykuł Mleczarnia sprzedana pochodzi z serwisu Latarnia.⟧\n\n⟦Сообщение Молочная продана появились сначала на Маяк.⟧\n\n⟦投稿 酪農場 は 灯台新聞 に最初に表示されました。⟧",
        ),
        marked(
            "lines about the text",
            "Old Dairy Sold to Brass Band\n\nThe vote was close.\n\n⟦This article originally appeared on Skerry Post.⟧\n\n⟦Old Dairy Sold to Brass Band was originally published on Skerry Post.⟧\n\n"
            "⟦Originally published at skerrypost.example.⟧",
            fixed="Old Dairy Sold to Brass Band\n\nThe vote was close.",
        ),
        marked(
            "prose",
            "A column on bees appeared first on a small site. The post first appeared on a social network on Friday.\n\n"
            "This article was originally published on March 2, 2019.\n\nThe Sound of the Old Dairy was originally published in 1987.\n\n"
            "The copies kept the line “The post Winter Cluster appeared first on Hive and Hearth.”\n\n"
            "The character first appeared on television\n\nThis story first appeared in a book she wrote for her sister, who kept bees.",
        ),
    ),
)
def rss_tail(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the lines."""
    last = {block.index for block in document.body[-_LAST:]}
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        if block.role not in ("code", "control") and (hit := _in_block(document, block, block.index in last)):
            yield hit


def _in_block(document: Document, block: Block, near_end: bool) -> Hit | None:
    text = plain_text(document)[block.start : block.end]
    starts = [0, *(match.end() for match in re.compile(_SENTENCE_END).finditer(text))]
    lines = [(start, text[start:].strip(" .。!()[]*_-|>→»…")) for start in starts[:1] + starts[1:][-12:]]
    lines = [(start, line) for start, line in lines if line and len(line) < 420 and not _quoted(line)]
    for start, line in lines:
        for pattern in _likely(_FEED, line):
            match = re.fullmatch(f"(?i){pattern}", line)
            if match and _names(match) and len(match["site"]) > 2:
                return Hit(Span(block.start + start, block.end))
    for start, line in lines if near_end else ():
        span = Span(block.start + start, block.end)
        for pattern in (*_likely(_CREDIT, line), *((_ALONE,) if start == 0 else ())):
            match = re.fullmatch(f"(?i){pattern}", line)
            if match and _is_name(match["site"]):
                return Hit(span, applicability="unsafe")
        match = re.fullmatch(f"(?i){_BARE}", line)
        if match and _is_name(match["site"]) and _is_title(document, match["title"], start == 0):
            return Hit(span)
    return None


def _likely(patterns: dict[str, str], line: str) -> list[str]:
    lower = line.lower()
    return [pattern for words, pattern in patterns.items() if any(word in lower for word in words.split("|"))]


def _quoted(line: str) -> bool:
    """Whether a line, or its end with the words that count, stands in quotation marks."""
    return line[-1] in "'\"" and len(line) - line.rfind(line[-1], 0, -1) > 45


def _names(match: re.Match[str]) -> bool:
    """Whether title and site of a plug-in's line look like a title and a site."""
    title, site = match["title"], match["site"]
    if not site.isascii() or not title.isascii():
        return True
    # "The post of the mayor first appeared on a social network": prose.
    first = title.lstrip("'\"([")[:1]
    if title.count(" ") < 2 and "appeared first" not in match[0].lower() and match[0][:4].lower() in ("the ", "this"):
        return False
    if re.match(r"(?i)(?:mr|mrs|ms|dr|by|he|she) |.* (?:shared|wrote|made|posted) ", title):
        return False
    return (first.isupper() or first.isdigit() or first == "$" or not title[:1].isalnum()) and _is_name(site)


def _is_name(site: str) -> bool:
    """Whether the words after "on" are a name and no date or place of another kind."""
    words = site.strip(" .'\"").split()
    named = all(re.fullmatch(_NAME, word) for word in words) and re.search(r"(?:^|\s)\W?[^\W_a-zß-ÿ]|\w\.\w", site)
    return bool(named) and len(words) <= 10 and not re.search(_DATE, site)


def _is_title(document: Document, title: str, alone: bool) -> bool:
    """Whether words before "was originally published" are a title: the headline, or long and written like one."""
    shown = headline(document)
    if shown and squeeze(shown.text)[:40] == squeeze(title)[:40]:
        return True
    if not alone or title.count(" ") < 3 or re.search(r"[a-z]{3}\. [A-Z]", title):
        return False
    return (
        re.match(r"['\"(\[]*(?!(?i:the|an?|this|that|his|her|their|its|it|my|our) )[A-ZÀ-ÞА-Я0-9]", title) is not None
    )
