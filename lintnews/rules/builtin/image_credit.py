"""Credit of a picture that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_KIND = r"(?:featured|cover|header|hero|main|top|lead|banner|feature|thumbnail|title|article|stock|file|inset|background|original|homepage|preview|teaser|opening|bottom|above|handout|library)"
_PICTURE = r"(?:images?|photos?|pictures?|photographs?|pics?|illustrations?|artwork|screenshots?|screen ?grabs?|infographics?|thumbnail|img|video still|stills?)"
_STOCK = (
    r"(?:getty(?: images)?|shutterstock|i ?stock(?:photo)?|unsplash|pexels|pixabay|adobe ?stock|alamy(?: stock photo)?|depositphotos|dreamstime|flickr|freepik|123rf|"
    r"wikimedia(?: commons)?|creative commons|bigstock|canva|afp|ap|reuters|epa|efe|dpa|imago(?: images)?|picture[ -]alliance|pa(?: images| wire| media)?|zuma(?: press)?|sipa|ansa|lapresse|anp|"
    r"belga|pap|tass|тасс|риа новости|keystone|apa|usa today sports|ap photo|afp photo|istockphoto|agencja gazeta|bestimage|abaca|xinhua|bloomberg|rex|splash(?: news)?|handout|pool)"
)
# Label, mark and name.
_LABELLED = (
    rf"(?:{_KIND} )?{_PICTURE}(?: (?:credits?|sources?|courtesy|copyright|provider|rights|supplied))?(?: ?[:|,=] ?(?:by |via |from |courtesy of |courtesy |© ?)?| ?- | by | via | from | courtesy of | courtesy | copyright |, ?source |(?<=source) | supplied by | provided by | taken by | used (?:under|with) (?:licen[cs]e|permission)(?: from| of|:)? ?| © ?)(?P<name>.+)",
    r"(?:photo |image |picture )?(?:(?:credits?|courtesy)(?: of|to)? ?[:/]|courtesy(?: of)?) ?(?P<name>.+)",
    r"(?:all )?(?:photos|images|pictures|photographs|illustrations) (?:by|via|courtesy of|from|©) (?P<name>.+)",
    r"(?:beitrags|titel|symbol|archiv|aufmacher|vorschau|header|teaser)?-?(?:foto|bild|fotos|bilder)(?:quelle|credits?|rechte|nachweis|hinweis|autor)? ?[:/] ?(?:© ?)?(?P<name>.+)",
    r"(?:bildnachweis|bildquelle|bildrechte|fotocredits?|fotoquelle|foto(?:graf)?|© ?(?:foto|bild)|rubriklistenbild) ?[:/] ?(?:© ?)?(?P<name>.+)",
    r"(?:cr[ée]dits? ?(?:photos?|images?)?|photos?(?: d'illustration| d'archives)?|image à la une|illustration|visuel) ?(?:: ?|© ?|par )(?:© ?)?(?P<name>.+)",
    r"(?:foto(?:graf[íi]a)?s?|imagen(?: de portada| destacada)?|cr[ée]ditos?(?: de (?:la )?(?:imagen|foto))?|imagem|imagens|immagin[ei](?: di copertina)?|credit[oi]?(?: foto)?|foto d'archivio)(?: ?: ?|(?<=foto) (?:de|di|por|da|do) )(?:© ?)?(?P<name>.+)",
    r"(?:foto|beeld|afbeelding|bron (?:foto|afbeelding|beeld)|fotobron)(?: ?: ?| door | van | © ?)(?P<name>.+)",
    r"(?:fot\.|foto:|zdjęcie:?|źródło (?:zdjęcia|fot\.?|foto):|zdj\.) ?(?P<name>.+)",
    r"(?:фото|изображение|источник (?:фото|изображения)|снимок|иллюстрация)(?: ?: ?| © ?)(?P<name>.+)",
    rf"(?:source|via|quelle|fuente|fonte|źródło|bron|источник) ?: ?(?P<name>{_STOCK}(?: ?/.{{2,40}})?)",
    r"(?:写真|画像|撮影|图片来源|图|图源|사진|사진 출처) ?[:：=/] ?(?P<name>.+)",
)
# The same in other words: of the page of a broadcaster, of the file's author, of the sign alone.
_MORE_LABELS = (
    r"(?:image|media|video|photo) (?:source|copyright|credit),? ?(?P<name>.+)",
    r"(?:photographs?|photography|photographer|pictured?|graphics?|maps?|charts?|visuals?|renderings?|drawings?|cartoons?|painting|footage|stills?|video|screenshots?|collage|montage)(?: ?: ?(?:by |courtesy of |© ?)?| by | courtesy of )(?P<name>.+)",
    r"(?:credits?|via|photos?|images?)(?: ?: ?| © ?|/)(?:courtesy |courtesy of |supplied by |© ?|via )?(?P<name>.+)",
    r"(?:(?:foto|bild|grafik|illustration|karte|abbildung|collage|montage|zeichnung|video|screenshot|credits?)s?|bild-?(?:autor|quelle|nachweis|rechte)|urheber|fotograf(?:in)?|quelle (?:bild|foto)) ?(?:: ?|von |/ ?|© ?|\(c\) ?)(?:© ?)?(?P<name>.+)",
    r"(?:cr[ée]dits?(?: (?:photos?|images?|photographiques?|visuels?))?|photographie|photographe|photos?|images?|infographie|carte|dessin|source (?:photo|image)|légende photo|capture d'écran) ?(?:: ?|© ?|de |par )(?:© ?)?(?P<name>.+)",
    r"(?:cr[ée]ditos?(?: (?:de (?:la )?)?(?:fotos?|imagen|imágenes|fotografía))?|fotógraf[oa]|fotografías?|imágenes|fuente de (?:la )?(?:imagen|foto)|ilustración|gráfico|infografía|captura de pantalla)(?: ?: ?| de | cortesía de )(?P<name>.+)",
    r"foto(?: ?:)? (?:cortesía|gentileza|cedida por|tomada de)(?: de)? (?P<name>.+)",
    r"(?:credit[oi]?(?: (?:foto|immagin[ei]|fotografic[oi]|video))?|crediti|ph\.?|fotografi[ae]|fotografo|fonte (?:foto|immagine|dell'immagine)|illustrazione|grafica|copertina|foto copertina|screenshot|frame)(?: ?: ?| di | da |\. )(?:© ?)?(?P<name>.+)",
    r"(?:cr[ée]ditos?(?: (?:d[ae] )?(?:fotos?|imagem|imagens|fotografia))?|fotografias?|fotógraf[oa]|fonte (?:da )?(?:foto|imagem)|ilustração|infografia|captura de ecrã|arte|montagem)(?: ?: ?| de )(?P<name>.+)",
    r"(?:foto's|fotografie|fotograaf|foto[- ]?credits?|bron (?:van )?(?:de )?(?:foto|afbeelding|beeld)|illustratie|infographic|beeldmateriaal|credits?|foto boven) ?(?:: ?|van |door |© ?)(?P<name>.+)",
    r"(?:autor(?:ka)? (?:zdjęcia|fotografii|zdjęć)|(?:źródło|autor) (?:grafiki|ilustracji|zdjęć|zdjęcia|obrazu)|zdjęcia|fotografia|ilustracja|grafika|foto|kolaż|rys\.|kadr)(?: ?: ?| )(?P<name>.+)",
    r"(?:автор (?:фото|фотографии|снимка)|фотографи[ия]|кадр|коллаж|скриншот|инфографика|источник (?:фотографии|снимка|иллюстрации)|фото)(?: ?: ?| - | из | © ?)(?P<name>.+)",
    r"(?:zdjęcie |foto |bild |photo |фото )?(?:© ?)(?P<name>.+)",
)
# Made by a program, or with a camera before the name.
_MADE = (
    r"(?:ai[- ])?(?:images?|photos?|pictures?|illustrations?|artwork|graphics?|visuals?|art|collage)(?: (?:above|here))? (?:(?:was|is|were|are) )?(?:ai[- ])?(?:generated|created|made|produced|designed|rendered|drawn|edited) (?:with|by|using|via|in|on) (?:the help of )?(?P<name>.+)",
    r"(?:📷|📸|🎥|🖼️|🖼|📹) ?:? ?(?:by |via |courtesy of )?(?P<name>.+?)(?: (?:on|via) (?:instagram|x|twitter|flickr|facebook|unsplash))?",
    r"(?:photos?|images?|pictures?|graphics?|illustrations?|video|maps?|screenshots?|stills?):? (?:via |from |on )?(?P<name>.+?)(?:,? (?:via|on|from|cc[- ]by[\w. -]*|cc0|public domain|user)[ ,]*[\w. -]*)+",
    r"(?P<name>[\w.' -]{4,40} ?\| ?[\w.' -]{3,50} (?:via|/) ?[\w.' -]{2,30})",
)
# Several makers in a row, each with a label.
_MAKERS = (
    r"(?:(?:photographs?|photographer|photography|photos?|images?|pictures?|graphics?|data|styling|stylist|words|text|illustrations?|design|video|maps?|charts?|sources?|credits?|hair|make-?up|production|set|art direction|editing|visuals?|"
    r"story|interview|layout|research|concept|model|drone (?:footage|shots?)|(?:source|aerial|additional|cover|archive) (?:images?|photos?|footage|photography)|footage|shots?)(?: ?(?:by ?)?[:/] ?| (?:by|via|from) )[^;.|:/]{1,14}(?:[^;|:/]{1,30})?(?:[;.|/,] ?|$)){2,5}"
)
# Words of a sentence, which no maker is called.
_PLAIN = re.compile(
    r" (?:by|via|from) [a-z]|\b(?:is|was|were|are|and the|show|shows|said|has|have|had|that|his|her|their|who|it)\b"
)
# A caption with its label, as a broadcaster's page has it, or of an agency's file.
_CAPTION = r"(?i:(?:image|media|video|photo) caption,? ?).{3,200}|(?:FILE|ARCHIVO|DOSSIER|ARCHIV|ARCHIVIO|ARQUIVO)(?: PHOTO)? ?[-:] ?.{10,400}(?:\(|Photo|/).{3,60}"
# Agency and name in one.
_AGENCY = (
    r"(?:ap|afp|file|reuters|pa|epa|efe|dpa|tass) ?(?:photo|image|picture|foto|pic)s? ?(?:/|-|by|:|\|) ?(?P<name>.+)",
    r"(?P<name>[^,;:]{4,50}) (?:submitted|courtesy|file|handout|contributed|provided|staff|supplied) (?:photo|image|picture)s?",
    rf"(?:© ?|\(c\) ?|via )?(?P<name>[\w.' &-]{{2,60}}(?: ?[/|] ?| via | ?- ?)(?:[\w.' -]{{2,30}} ?[/|] ?)?{_STOCK}(?: ?[/|] ?[\w .'-]{{2,40}})?)",
    r"(?:© ?|\(c\) ?|via |courtesy of )?(?P<name>(?:getty images|shutterstock|i ?stock(?:photo)?|unsplash|pexels|pixabay|adobe ?stock|alamy(?: stock photo)?|depositphotos|dreamstime|freepik|ap photo|wikimedia commons))",
)
# Words that stand alone instead of a name, and labels with nothing behind them.
_UNNAMED = (
    r"(?:file|stock|handout|archive|contributed|submitted|library|supplied|courtesy|representative|representational|illustrative) (?:photo|image|picture|pic|photograph)|(?:photo|picture|image|pic|screen ?grab|footage)s? (?:(?:was |were )?(?:taken|provided|supplied|sourced|shared|submitted|contributed|released|lifted) )(?:from|by|via|through) (?:the |a |an )?(?:\w+ )?(?:social media|artist|family|police|author|company|organi[sz]ers|readers?|internet|web|facebook|instagram|youtube|museum|council|school|club)|(?:photo|image|picture) (?:for (?:illustration|representation)(?: purposes)?(?: only)?|supplied|illustration)|"
    r"symbolbild|symbolfoto|archivbild|archivfoto|photo d'illustration|photo d'archives|image d'illustration|imagen de archivo|foto de archivo|foto d'archivio|immagine di repertorio|imagem ilustrativa|foto de arquivo|archieffoto|zdjęcie ilustracyjne|zdjęcie archiwalne|архивное фото"
)
_EMPTY = rf"(?:(?:{_KIND} )?{_PICTURE} (?:credits?|sources?|courtesy|by|via)|photo|image|foto|bild|bildquelle|bildnachweis|bildrechte|fotocredit|cr[ée]dits? photos?|crédito de la foto|фото|fot\.) ?[:/]"
# "Photos From Friday", "Credit: Where It Is Due": titles.
_TITLE_CASE = r"\b(?:By|From|Of|In) |(?i:\b(?:is|are|it|we|you|where|what|how|why|when|who|everyone|your|our|this|that|if|wins?|shows?)\b)|: (?i:an? )|: \d(?!23)|^(?:Foto|Imagen?) d[aeio] \S+$"
_JOINT = r"of|the|and|via|for|by|from|on|in|at|de|la|le|du|des|del|di|da|do|der|die|und|von|van|et|y|e|i|via|und|der|auf|über|über|with|under|cc|cc-by|by-sa|--|-|/|\||&|©|•|à|en|-sa|et al|aus|mit|su|op|w|na"
# What an office that lends pictures is called, in small letters behind a label.
_OFFICE = (
    r"(?:press|office|parish|museum|police|family|council|university|library|department|archives?|company|school|club|church|media|team|service|fire|brigade|"
    r"privat|redaktion|hersteller|archiv|polizei|feuerwehr|verein|stadt|gemeinde|veranstalter|pressestelle|verlag|unternehmen|"
    r"dr|mairie|paroisse|famille|musée|pompiers|gendarmerie|service|d'archives|"
    r"cortesía|archivo|policía|familia|museo|ayuntamiento|parroquia|redes|sociales|captura|prensa|oficina|gobierno|"
    r"archivio|polizia|comune|ufficio|stampa|parrocchia|famiglia|"
    r"divulgação|reprodução|arquivo|pessoal|prefeitura|polícia|família|cedida|câmara|assessoria|imprensa|municipal|gabinete|paróquia|"
    r"gemeente|politie|parochie|eigen|foto|persfoto|privé|familie|brandweer|gemeentearchief|"
    r"materiały|prasowe|archiwum|prywatne|policja|parafia|muzeum|urząd|miasta|rodzinne|biuro|"
    r"пресс-служба|пресс-службы|архив|архива|полиция|полиции|музей|музея|автора|семьи|личный|личного|скриншот|мэрии|прихода|соцсети|администрации)"
)
_WORD = rf"(?:{_OFFICE},?|[^\sa-zß-öø-ÿа-яё][^\s]*|(?:{_JOINT})|@\S+|\S*\.\S+|(?:ddp|dpa|afp|ap|epa|ansa|imago|flickr|pixabay|pexels|unsplash|shutterstock|istock|iStock|freepik|picture|images|dapd|photo|archives|archiv|privat|pool|handout|supplied|commons|license|licence|lizenz|alliance|x|getty|reuters|stock|adobe|thinkstock|twitter|facebook|instagram|youtube|screenshot|symbolbild|file)[^\s]*)"
# A credit begins behind a sentence, at a bracket, or glued to the last word of a caption.
_SENTENCE_END = r"[.!?…]['\")\]]*\s+|(?=[(\[])|(?<=[a-zà-ÿ0-9.)!?'\"])(?=(?:(?:Photo|Image|Picture|Featured image) )?(?:Credits?|Photos?|Images?|Pictures?|Photographs?|Foto|Bild|Imagen|Imagem|Immagine|Beeld|Zdjęcie|Fot\.|Фото)(?: by)? ?: )"
_LONGEST = 110
# Words of which one stands in every line that counts.
_WORDS = (
    "📷|📸|🎥|🖼|graphic|styling:|styling by|words:| via |photo|image|picture|pic:|pic |illustration|artwork|screen|credit|courtesy|foto|bild|getty|shutterstock|stock|unsplash|pexels|pixabay|alamy|flickr|dreamstime|freepik|wikimedia|afp|/ap|reuters|"
    "epa|efe|dpa|imago|visuel|crédit|imagen|imagem|immagin|beeld|fot.|zdj|фото|изображени|снимок|иллюстрация|写真|画像|图|사진|©|thumbnail|infographic|stills|photo|grafik|fotograf|crediti|credito|crédito|créditos|ph:|ph.|caption|collage|montage|ilustra|illustra|autor zdj|kadr|кадр|коллаж|скриншот|screenshot|captura|infogra|source,|caption,|footage"
)


@rule(
    "syndication/image-credit",
    summary="Credit of a picture as text",
    message="Image credit without its image",
    severity="note",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=tuple(_WORDS.split("|")),
    tags=("credit", "image"),
    why="""
The picture was left behind and its credit stayed, read as a line of the article.

Counts as a whole block, or behind the last full stop of one, with a label and after it
nothing but names: of people, agencies, sites. “The photo shows …” is prose. Beside a picture a
credit is right, so there it is only noted; an empty credit is a broken field. A credit may be
owed by contract: attach it to the picture rather than delete it.
""",
    examples=(
        marked(
            "lines of text",
            "⟦Featured image: Shutterstock⟧\n\nThe vote was close.\n\n⟦(Photo: Ada Lund/Getty Images)⟧\n\n⟦Photo by Ada Lund on Unsplash⟧\n\n⟦Image courtesy of the Skerry Museum⟧",
            fixed="The vote was close.",
        ),
        marked(
            "behind a sentence",
            "The vote was close. ⟦(AP Photo/Ada Lund)⟧\n\nIt rained on Friday. ⟦Image credit: Pixabay⟧",
            fixed="The vote was close.\n\nIt rained on Friday.",
        ),
        marked("empty", "The vote was close. ⟦(Bild: )⟧\n\n⟦Photo credit:⟧"),
        marked(
            "other languages",
            "⟦Foto: Ada Lund/dpa⟧\n\n⟦Crédit photo : AFP⟧\n\n⟦Imagen: EFE⟧\n\n⟦Foto di Ada Lund da Pixabay⟧\n\n⟦Imagem: Reuters⟧\n\n⟦Beeld: ANP⟧\n\n⟦Fot. Ada Lund / PAP⟧\n\n⟦Фото: Ада Лунд⟧",
        ),
        marked(
            "in HTML without a picture",
            "<p>The vote was close.</p>⟦<p><em>Photograph: Ada Lund</em></p>⟧",
            format="html",
        ),
        marked(
            "of a broadcaster's page, of an office, of an agency's file, glued to the text",
            "⟦Image source, Skerry Pictures⟧\n\n⟦Image caption, The ferry at the quay⟧\n\n⟦FILE - The ferry at the quay, May 3, 2021. (AP Photo/Ada Lund)⟧\n\n"
            "⟦Photo: Skerry police⟧\n\n⟦© Ada Lund / Tidewire⟧\n\nIt rained on Friday.⟦Photo: Ada Lund⟧",
        ),
        marked(
            "more labels in other languages",
            "⟦Bild: Gemeinde Skerry⟧\n\n⟦Photographie : Ada Lund⟧\n\n⟦Foto cortesía de Ada Lund⟧\n\n⟦Crediti foto: Comune di Scoglio⟧\n\n⟦Fotografia: Ada Lund⟧\n\n"
            "⟦Fotograaf: Ada Lund⟧\n\n⟦Autor zdjęcia: Ada Lund⟧\n\n⟦Фотография: Ада Лунд⟧",
        ),
        marked(
            "made by a program, with a camera before the name, several makers",
            "⟦Image generated with TideBrush 3⟧\n\n⟦📷: @skerrypics⟧\n\n⟦Words: Ada Lund; Photos: Una Farr⟧\n\n⟦Graphic: A. Lund. Data: Skerry Harbour Office⟧\n\nImages made by hand are rare.\n\nWords by the mayor, pictures from the quay.\n",
        ),
        marked(
            "by several makers without a mark, given by somebody",
            "⟦Illustration by Ada Lund; source photos via Quayside⟧\n\n⟦Video by Ada Lund, drone footage by Una Farr⟧\n\n⟦Pictures supplied by the family⟧\n\n⟦Submitted photo⟧\n\n"
            "Video by video, the archive grew.\n\nPictures by Ada Lund and the story by Una Farr are what the jury liked.",
        ),
        marked(
            "prose about pictures",
            "Photo by photo, the archive grew.\n\nThe photo shows Ada Lund in the hall. Image is everything, she said.\n\nPhotos: what we saw when the dairy closed\n\n"
            "The picture was taken by Ada Lund. (The photo was cropped.)\n\nCredit: where it is due, by the people who counted.\n\nShe works for Getty Images.\n\n"
            "The captain looked at the picture and saw the police.\n\nFile the form by May, the office says. (Photo copies will do.)",
        ),
    ),
)
def image_credit(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the credits."""
    # A credit is the last thing in its block.
    seen = {s.block.index: s.block for s in sightings if s.end > s.block.end - _LONGEST - 20}
    for block in seen.values():
        if block.role in ("code", "control"):
            continue
        found = _in_block(plain_text(document)[block.start : block.end])
        if found:
            start, empty = found
            beside = document.has_images
            line = plain_text(document)[block.start + start : block.end]
            if block.role in ("list-item", "cell") and not re.search(rf"(?i)\b{_STOCK}\b|photo|foto|credit", line):
                continue
            yield Hit(
                Span(block.start + start, block.end),
                severity="error" if empty and line[:1] in "([" else "note" if beside else "warning",
                message="Image credit without a name" if empty else "Image credit beside its image" if beside else None,
            )


def _in_block(text: str) -> tuple[int, bool] | None:
    """Where the credit at the end of a block starts, and whether it is empty."""
    starts = [0, *(match.end() for match in re.finditer(_SENTENCE_END, text[-260:]))]
    shift = max(0, len(text) - 260)
    for at in starts:
        start = at + shift if at else 0
        raw = text[start:].strip()
        if start == 0 and re.fullmatch(_CAPTION, raw):
            return 0, False
        if not 3 < len(raw) <= _LONGEST + 20 or (start == 0 and len(text) > _LONGEST + 20):
            continue
        line = raw.strip(" ()[]*_|.\u2022")
        if raw[0] in "'\"" and raw[-1] in "'\"":
            continue
        if re.fullmatch(f"(?i){_EMPTY}", raw.strip("()[] ")) and (
            start or raw[0] in "([" or "redit" in raw or "nachweis" in raw or "quelle" in raw
        ):
            return start, True
        if (
            (":" in line or " by " in line)
            and line[-1] not in "?!"
            and re.fullmatch(f"(?i){_MAKERS}", line)
            and not _PLAIN.search(line)
        ):
            return start, False
        if re.fullmatch(f"(?i){_UNNAMED}", line) and (raw[0] in "([" or start == 0):
            return start, False
        if not _may_credit(line):
            continue
        for pattern in _labels():
            match = pattern.fullmatch(line)
            if match and _is_name(match["name"]) and not re.search(_TITLE_CASE, line):
                return start, False
    return None


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*_LABELLED, *_MORE_LABELS, *_MADE, *_AGENCY))


@cache
def _label_words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _WORDS.split("|"))))


def _may_credit(line: str) -> bool:
    """Whether a line holds a word of those that count and is no sentence: most of its longer words are names or labels."""
    low = line.lower()
    if not _label_words().search(low if low[-1:] in ":/" else low + " "):
        return False
    plain = [word for word in line.split() if len(word) > 3 and word.isalpha() and word.islower()]
    return len(plain) < 7


def _is_name(name: str) -> bool:
    words = name.replace("/", " / ").split()
    return (
        0 < len(words) <= 14
        and all(re.fullmatch(_WORD, word) for word in words)
        and re.search(r"[^\W\d_]", name) is not None
        and not re.search(r"[?!]|\.\s+[A-Z]\w+ \w+ [a-z]|: ", name)
    )
