"""Tags, categories, reading times and counters around an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said

# Labels that only a page puts before a list of tags or sections.
_TEMPLATE = (
    r"(?:filed (?:under|in|as)|posted (?:in|under)|tagged(?: (?:with|as|under|in))?|categori[sz]ed (?:as|under|in)|archived (?:in|under)|published in|listed (?:in|under)|"
    r"(?:article |post |more |related |story )?tags?|hashtags?|article topics|related topics|post categor(?:y|ies)|"
    r"abgelegt unter|eingeordnet unter|kategorisiert (?:unter|als|in)|verschlagwortet (?:mit|unter)|getaggt(?: mit)?|veröffentlicht unter|gespeichert unter|schlagw[oö]rter|schlagworte?|stichw[oö]rter|stichworte?|themenseiten|"
    r"mots[- ]clés|étiquettes?|classé (?:dans|sous)|publié dans|sous le thème|étiqueté|etiquetas?|archivado (?:en|bajo)|etiquetado(?: con| como)?|publicad[oa] en|palabras clave|"
    r"etichett[ae]|archiviato in|pubblicato in|parole chiave|taggato(?: con)?|marcadores|arquivado em|palavras[- ]chave|assuntos|trefwoorden|geplaatst in|gearchiveerd (?:onder|in)|getagd(?: met)?|tagi|słowa kluczowe|opublikowano w|zaszufladkowano do|oznaczono|"
    r"теги?|метк[аи]|ключевые слова|рубрик[аи]|опубликовано в|stikkord|etiketter|avainsanat|asiasanat|emneord|emner|etiketler|ετικέτες|значки|позначки|теґи|ознаке|címkék|štítky|タグ|태그|标签|標籤)"
)
# Labels that honest lists of facts use too: only near the edges of the article.
_EDGE = (
    r"(?:topics?|categor(?:y|ies)|labels?|keywords?|subjects?|sections?|kategorien?|themen|rubriken?|ressorts?|catégories?|thèmes|rubriques?|sujets|categorías?|temas|secciones|sección|"
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
_COUNTS = (
    r"(?:post |page |article |total )?(?:views|reads|hits|visits|aufrufe|vues|visualizaciones|visualizzazioni|visualizações|weergaven|wyświetlenia|wyświetleń|просмотры|просмотров|visningar|visninger|görüntülenme) ?: ?[\d.,]+ ?[km]?|"
    r"[\d.,]+ ?[km]? (?:views?|reads|page ?views|aufrufe|vues|visualizaciones|lecturas|visualizzazioni|visualizações|weergaven|wyświetleń|просмотр(?:ов|а)?|visningar|visninger)|"
    r"\(?visited [\d.,]+ times?.{0,40}|kommentare insgesamt: \d+|page revision: \d+, last edited: .{5,60}|besucher haben diese seite .{5,300}"
)
_BARE = r"(?:filed (?:under|in)|posted in|tagged(?: with)?|posted under|abgelegt unter|eingeordnet unter)"
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
    for block in said.blocks:
        folded = folded_text(document)[block.start : block.end]
        if folded[0] in "\"'" or folded.endswith("."):
            continue
        text = folded.strip(" |·•-–#:()[]→›▶🕒⏱*")
        if said.whole("times", block, text) or said.whole("counts", block, text):
            yield Hit(block.span)
        elif said.begins("label", block, text) and _is_strip(
            text, document.block_text(block), edge=block.index in near
        ):
            yield Hit(block.span, severity="warning")


def _is_strip(text: str, raw: str, *, edge: bool) -> bool:
    """Whether a block is a label and a list of names, as templates print them."""
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
