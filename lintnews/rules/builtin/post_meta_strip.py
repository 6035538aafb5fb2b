"""Tags, categories, reading times and counters around an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said

# Labels that only a page puts before a list of tags or sections.
_TEMPLATE = (
    r"(?:in this (?:article|story|post|report|piece)|(?:mentioned|featured|named) in this (?:article|story|post|report|piece)|(?:themen|schlagwörter|mehr) (?:in|zu) diesem (?:artikel|beitrag)|dans cet article|en (?:este artículo|esta noticia)|in questo articolo|neste artigo|in dit artikel|w tym artykule|в этой статье|"
    r"(?:topics|tags|people|places|companies) in this (?:article|story)|(?:this )?(?:article|story|entry|post) (?:was )?(?:tagged|filed|posted|published|listed) (?:as|with|in|under)|(?:explore|follow|browse) (?:these |more |related )?(?:topics|tags)|(?:read )?more (?:on|about) these topics|"
    r"filed (?:under|in|as)|posted (?:in|under)|tagged(?: (?:with|as|under|in))?|categori[sz]ed (?:as|under|in)|archived (?:in|under)|published in|listed (?:in|under)|"
    r"(?:article |post |more |related |story )?tags?|hashtags?|article topics|related topics|post categor(?:y|ies)|"
    r"abgelegt unter|eingeordnet unter|kategorisiert (?:unter|als|in)|verschlagwortet (?:mit|unter)|getaggt(?: mit)?|veröffentlicht unter|gespeichert unter|schlagw[oö]rter|schlagworte?|stichw[oö]rter|stichworte?|themenseiten|"
    r"mots[- ]clés|étiquettes?|classé (?:dans|sous)|publié dans|sous le thème|étiqueté|etiquetas?|archivado (?:en|bajo)|etiquetado(?: con| como)?|publicad[oa] en|palabras clave|"
    r"etichett[ae]|archiviato in|pubblicato in|parole chiave|taggato(?: con)?|marcadores|arquivado em|palavras[- ]chave|assuntos|trefwoorden|geplaatst in|gearchiveerd (?:onder|in)|getagd(?: met)?|tagi|słowa kluczowe|opublikowano w|zaszufladkowano do|oznaczono|"
    r"теги?|метк[аи]|ключевые слова|рубрик[аи]|опубликовано в|stikkord|etiketter|avainsanat|asiasanat|emneord|emner|etiketler|ετικέτες|значки|позначки|теґи|ознаке|címkék|štítky|タグ|태그|标签|標籤)"
)
# Labels that honest lists of facts use too: only near the edges of the article.
_EDGE = (
    r"(?:people|places|compan(?:y|ies)|organi[sz]ations?|locations?|regions?|countries|(?:read )?more (?:on|about)|explore|topics?|categor(?:y|ies)|labels?|keywords?|subjects?|sections?|kategorien?|themen|rubriken?|ressorts?|catégories?|thèmes|rubriques?|sujets|categorías?|temas|secciones|sección|"
    r"categori[ea]|argomenti|categorias?|seção|categorie(?:ën)?|onderwerpen|kategorie|kategoria|tematy|категории|темы|kategorier|ämnen|temaer|kategoriler|カテゴリー|카테고리|分类|分類)"
)
_SECTION = (
    r"(?:world|news|politics|business|economy|sports?|football|soccer|health|science|technology|tech|energy|environment|climate|culture|arts?|entertainment|music|film|movies|tv|books|travel|food|lifestyle|life|style|fashion|"
    r"opinion|education|finance|money|markets?|crime|local|national|international|region|regional|features?|housing|real estate|autos?|cars|weather|law|justice|media|religion|society|history|gaming|games|"
    r"politik|wirtschaft|kultur|sport|wissenschaft|panorama|gesundheit|technik|reise|meinung|lokales|politique|économie|santé|société|política|economía|deportes|cultura|salud|sociedad|politica|economia|salute|esportes?|saúde|politiek|economie|polityka|gospodarka|kultura|zdrowie|политика|экономика|спорт|общество|культура|здоровье)"
)
_ITEM = r"[^\s.,;|:\[\]{}<>=$][^.,;|:\[\]{}<>=$]{0,38}"
_ITEMS = rf"{_ITEM}(?:(?: ?[,;|/·•#] ?| and | und | et | y ){_ITEM})*"
# A second label of the same kind in one line: "Posted in X | Tagged Y | 3 Comments".
_MORE = rf"(?: ?[|·•-]? ?(?:{_TEMPLATE}|{_EDGE}|by|von|leave a comment|\d+ comments?):? ?(?:{_ITEMS})?)*"
_MINUTES = r"(?:min(?:ute|uten|utes|utos|uti|uut|ut|uty|utę)?s?|mins|sec(?:ond)?s?|мин(?:ут[аы]?)?|minuter|minutter|dk|分|분|分钟)"
_TIMES = (
    rf"(?:about |approx\. ?|approximately |less than |under |~ ?|ca\. ?|a )?\d{{1,3}}(?:[:.]\d\d)?[ -]?{_MINUTES}\.?(?: of)? (?:read(?:ing)?(?: time)?|lesezeit|lesedauer|de lecture|de lectura|di lettura|de leitura|leestijd|czytania|чтения|läsning|lesetid|läsetid)|"
    rf"(?:est(?:imated|\.)? |average |geschätzte |ca\. )?(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|durée de lecture(?: estimée)?|tiempo de lectura|tempo di lettura(?: stimato)?|tempo (?:estimado )?de leitura|leestijd|czas czytania|время (?:на )?чтени[ея]|lästid|lesetid|læsetid|lukuaika|okuma süresi)(?: ?:? ?(?:ca\.|about|approx\.|etwa|env\.|circa|~|<)? ?\d{{1,3}}(?:[:.]\d\d)? ?{_MINUTES}?.{{0,25}})?|"
    r"(?:ten )?(?:tekst|artykuł) przeczytasz w .{3,40}|less than (?:a|one|1) min(?:ute)? read"
)
_TIMES += (
    rf"|(?:listen|read|watch|audio|video|hören|lesen|écouter|lire|escuchar|leer|ascolta|leggi|ouvir|ler|luister|lees|słuchaj|czytaj|слушать|читать):? ?\d{{1,3}}(?:[:.]\d\d)? ?{_MINUTES}\.?(?: ?[|·•,/-] ?(?:listen|read|watch|audio|video|hören|lesen|écouter|lire|escuchar|leer|ascolta|leggi|ouvir|ler|luister|lees|słuchaj|czytaj|слушать|читать):? ?\d{{1,3}}(?:[:.]\d\d)? ?{_MINUTES}\.?)*|"
    rf"\d{{1,5}} words?(?: ?[|·•,/-] ?\d{{1,3}} ?{_MINUTES}\.?(?: read)?)?|\d{{1,3}} ?{_MINUTES}\.? (?:to read|listen|watch|audio|zu lesen|zum lesen|hören|d'écoute|de escucha|di ascolto|om te lezen|słuchania)"
)
_COUNTS = (
    r"(?:post |page |article |total )?(?:views|reads|hits|visits|aufrufe|vues|visualizaciones|visualizzazioni|visualizações|weergaven|wyświetlenia|wyświetleń|просмотры|просмотров|visningar|visninger|görüntülenme) ?: ?[\d.,]+ ?[km]?|"
    r"[\d.,]+ ?[km]? (?:views?|reads|page ?views|aufrufe|vues|visualizaciones|lecturas|visualizzazioni|visualizações|weergaven|wyświetleń|просмотр(?:ов|а)?|visningar|visninger)|"
    r"\(?visited [\d.,]+ times?.{0,40}|(?:word count|words|shares|article id|post id|story id|downloads) ?: ?[\d.,]+k?|[\d.,]+ ?k? (?:shares|downloads)|kommentare insgesamt: \d+|page revision: \d+, last edited: .{5,60}|besucher haben diese seite .{5,300}"
)
_BARE = r"(?:filed (?:under|in)|posted in|tagged(?: with)?|posted under|abgelegt unter|eingeordnet unter)"
# A label with its tags on lines of their own under it, or capitals before tags without a mark.
_ALONE = r"(?:topics|tags|keywords|related topics|article topics|categories|sections|filed under|posted in|themen|schlagwörter|stichwörter|kategorien|schlagworte|thèmes|mots[- ]clés|étiquettes|rubriques|sujets|temas|etiquetas|categorías|palabras clave|argomenti|tag|etichette|categorie|assuntos|marcadores|categorias|palavras[- ]chave|onderwerpen|trefwoorden|categorieën|tematy|tagi|kategorie|słowa kluczowe|темы|теги|метки|рубрики|ключевые слова)"
_SHOUTED = r"(?:TAGS?|TOPICS?|CATEGOR(?:Y|IES)|KEYWORDS|THEMEN|SCHLAGWÖRTER|MOTS-CLÉS|TEMAS|ETIQUETAS|ARGOMENTI|ONDERWERPEN|TAGI|TEMATY|ТЕГИ|ТЕМЫ|МЕТКИ)(?: [\w'&-]{2,25}){1,8}"
_ONE = r"(?:kategori[ae]|category|rubrik|rubrique|categoría|categoria|categorie|rubriek|dział|рубрика|категория|ressort|section|sección|sezione|secção|seção)"
_NEWS = r"(?:wiadomości|aktualności|nachrichten|aktuelles|noticias|actualidad|notizie|attualità|notícias|nieuws|actualités|новости)"
_MIXED = rf"(?:{_SECTION}|{_NEWS}) ?[|·•] ?[^.]{{3,100}}"
_MOST_TAGS = 10
_LONGEST = 320
_FIRST, _LAST = 5, 8


@rule(
    "furniture/post-meta-strip",
    summary="Tags, categories, reading times and view counters",
    message="Strip of tags or counters from the page",
    severity="note",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "caption", "control"), longest=_LONGEST),
    wordings=(
        Wording("times", _TIMES),
        Wording("counts", _COUNTS),
        Wording("mixed", _MIXED),
        Wording("label", rf"{_TEMPLATE}|{_EDGE}|{_BARE}|(?:posted|published|filed) (?:in|under)", whole=False),
    ),
    tags=("boilerplate", "cms"),
    why="""
Themes print under or over a text in which sections it was filed, how long it takes to
read and how often it was seen. The sections are those of another site and the numbers
are stale.

Counts only as a whole block: a label of a theme (“Filed under”, “Tags:”) and a list of
short names, which is reported as a warning, or a number with “min read” or “views”.
Labels that facts have too (“Category:”, “Topic:”) count only near the edges, with at
least two names. Sentences that begin with such words, record labels and tables stay clean.
""",
    examples=(
        marked(
            "under a WordPress post",
            "The ferry was late.\n\n⟦Filed Under: Harbour⟧\n\n⟦Posted in News | Tagged Ferries⟧\n\n⟦Tags: ferry, harbour, late trains⟧\n\n"
            "⟦4 min read⟧\n\n⟦Post Views: 1,204⟧\n",
            fixed="The ferry was late.\n",
        ),
        marked(
            "labels over tags, and in capitals",
            "⟦Read 3 min · Listen 5 min⟧\n\n⟦Sports | 4 min read | 1,204 views⟧\n\nThe ferry was late.\n\n⟦In this story: Una Farr, Skerry Harbour, Old Dairy⟧\n\n⟦TAGS harbour ferry goats⟧\n\n⟦Explore topics: ferries, goats⟧\n\n⟦This post was filed under: Harbour⟧\n\n⟦Tags\n\nHarbour\n\nFerries⟧\n",
        ),
        marked(
            "in other languages",
            "⟦Lesezeit: 4 Minuten⟧\n\nDie Fähre kam zu spät.\n\n⟦Schlagwörter: Fähre, Hafen⟧\n\n⟦Mots-clés : ferry, port⟧\n\n"
            "⟦Etiquetas: puerto, barco⟧\n\n⟦Tempo di lettura: 3 minuti⟧\n\n⟦Tagi: prom, port⟧\n\n⟦Теги: паром, порт⟧\n\n⟦Kategorien: Hafen, Politik⟧\n",
        ),
        marked(
            "in HTML",
            '<p>The ferry was late.</p>⟦<p>Tagged with: <a href="#">ferry</a>, <a href="#">harbour</a></p>⟧',
            format="html",
            fixed="<p>The ferry was late.</p>",
        ),
        marked(
            "sentences and facts",
            "Tags: that was the whole idea. In 2007 a designer proposed that people mark a message with a pound sign.\n\n"
            "Filed under protest, then under fashion, the hashtag is everywhere.\n\nLabel: House of Clay (Skerry Music)\n\n"
            "Category: Best Children's Game\n\nIt is a 4 min read, she said.\n\nThe video had 40,000 views by Monday.\n\n“Tags: ferry, harbour”",
        ),
    ),
)
def post_meta_strip(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the strips."""
    body = document.body
    near = {block.index for block in (*body[:_FIRST], *body[-_LAST:])}
    places = {block.index: place for place, block in enumerate(body)}
    for block in said.blocks:
        folded = folded_text(document)[block.start : block.end]
        if folded[0] in "\"'" or folded.endswith("."):
            continue
        text = folded.strip(" |·•-–#:()[]→›▶🕒⏱*")
        if (
            said.whole("times", block, text)
            or said.whole("counts", block, text)
            or (said.whole("mixed", block, text) and _is_mixed(text))
        ):
            yield Hit(block.span)
        elif re.fullmatch(_ALONE, text) and (last := _tags_under(document, body, places[block.index])):
            yield Hit(Span(block.start, last.end), severity="warning")
        elif said.begins("label", block, text) and _is_strip(
            text, document.block_text(block), edge=block.index in near
        ):
            yield Hit(block.span, severity="warning")


def _is_mixed(text: str) -> bool:
    """Whether a line is made of sections, times and counters with marks between, and has one of the latter two."""
    parts = [part.strip() for part in re.split(r"[|·•]", text)]
    measured = [
        part for part in parts if re.fullmatch(rf"{_TIMES}|{_COUNTS}|\d+ comments?|\d{{1,3}} ?{_MINUTES}", part)
    ]
    return bool(measured) and all(part in measured or re.fullmatch(f"{_SECTION}|{_NEWS}", part) for part in parts)


def _tags_under(document: Document, body: Sequence[Block], place: int) -> Block | None:
    """The last of the tags that stand alone on the lines under a label, if they end the article."""
    under = body[place + 1 :]
    if not 2 <= len(under) <= _MOST_TAGS:
        return None
    texts = [document.block_text(block).strip() for block in under]
    return under[-1] if all(re.fullmatch(_ITEM, text) and text.count(" ") <= 3 for text in texts) else None


def _is_strip(text: str, raw: str, *, edge: bool) -> bool:
    """Whether a block is a label and a list of names, as templates print them."""
    if edge and re.fullmatch(_SHOUTED, raw.strip()):
        return True
    if edge and text.count(" ") <= 3 and re.fullmatch(rf"{_ONE} ?: ?(?:\S+ )?(?:{_SECTION}|{_NEWS})(?: \S+)?", text):
        return True
    if re.fullmatch(rf"{_TEMPLATE}(?: ?: ?|(?<=[a-zäöüéа-я]) (?=.*\|)){_ITEMS}{_MORE}", text):
        return True
    if re.fullmatch(rf"{_EDGE} ?: ?{_SECTION}(?:(?: ?[,;|/·•&] ?| and ){_SECTION})*", text):
        return True
    if re.fullmatch(rf"(?:posted|published|filed) (?:in|under) {_SECTION}", text):
        return True
    if re.fullmatch(rf"{_BARE} {_ITEMS}{_MORE}", text) and text.count(" ") <= 7:
        # Without a colon it may be a sentence: names are short and have capitals or commas.
        named = "," in raw or "|" in raw or re.search(r"(?:in|under|with|unter|agged) [A-ZÄÖÜ]", raw)
        return bool(named) and not re.search(r"\d{4}|\b(?:the|a|protest)\b", text)
    short = r"(?:[^\s,;|/·•]+ ?){1,3}"
    return edge and re.fullmatch(rf"{_EDGE} ?: ?{short}(?: ?[,;|/·•] ?{short})+{_MORE}", text) is not None
