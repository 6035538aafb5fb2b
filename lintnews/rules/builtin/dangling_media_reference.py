"""A sentence that points to a video, chart or gallery that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...finding import Severity
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_SHOW = r"(?:video|clip|footage|trailer|audio|podcast|slideshow|gallery|photos|pictures|images|chart|graph|graphic|infographic|map|table|interactive|livestream|live stream|stream|tweet|post|player|thread|reel)"
# Sentences that are nothing but the pointer.
_POINTERS = (
    rf"(?:please )?(?:watch|see|view|check out|listen to|hear|play|scroll through|browse|click on|take a look at|explore) (?:the |this |our |a |his |her |their )?(?:full |complete |live |short |official |entire |\w+ )?{_SHOW}(?: of .{{2,60}})? (?:above|below|here)(?: for .{{2,80}}| to .{{2,80}})?|"
    rf"(?:watch|listen|see|scroll down)(?: (?:it|more|on))?,? (?:above|below|here)(?: .{{2,60}})?|(?:scroll down|swipe) (?:for|to) .{{3,80}}|(?:the |this )?{_SHOW} (?:above|below) shows .{{3,120}}|"
    r"(?:sehen sie|schauen sie|sehen|hören) (?:sie )?(?:hier|unten|oben)?.{0,40}(?:video|bildergalerie|galerie|grafik|podcast)(?: .{0,40})?(?:hier|unten|oben|an)|(?:im|das) video (?:oben|unten|hier)?:? .{3,100}|"
    r"(?:regardez|voir|découvrez|écoutez) (?:la |le |les )?(?:vidéo|galerie|graphique|photos|podcast).{0,40}(?:ci-dessous|ci-dessus|ici)|"
    r"(?:vea|mira|mire|ver|escuche|escucha) (?:el |la |las )?(?:video|vídeo|galería|gráfico|fotos|podcast).{0,40}(?:abajo|arriba|aquí|a continuación)|"
    r"(?:guarda|guardate|ascolta) (?:il |la |le )?(?:video|galleria|foto|grafico|podcast).{0,40}(?:qui|sotto|sopra|qui sotto)|"
    r"(?:veja|assista|confira|ouça) (?:ao? |o |as )?(?:vídeo|galeria|fotos|gráfico|podcast).{0,40}(?:abaixo|acima|aqui)|"
    r"(?:bekijk|beluister|zie) (?:de |het )?(?:video|foto's|grafiek|podcast).{0,40}(?:hieronder|hierboven|hier|onderaan)|"
    r"(?:zobacz|obejrzyj|posłuchaj) .{0,20}(?:wideo|film|galeri[ęa]|zdjęcia|wykres|podcast\w*).{0,40}(?:poniżej|powyżej|tutaj)|"
    r"(?:смотрите|посмотрите|слушайте) .{0,20}(?:видео|фото|график|галере\w+|подкаст\w*).{0,40}(?:ниже|выше|здесь)"
)
# The same in brackets inside a sentence, which names a figure that only the page of the source had.
_ASIDE = (
    r"(?i) ?[\[(](?:please )?(?:see|cf\.?|refer to|as shown in|shown in|as seen in|click(?: on)?|scroll (?:down )?to|watch|view) (?:the |our |this |attached |accompanying |full |interactive ){0,2}"
    r"(?:figure|fig\.?|table|chart|graph|graphic|map|image|photo|picture|pictures|photos|video|clip|sidebar|infographic|box|slide|slideshow|gallery|diagram|illustration|screenshot|tweet|exhibit|appendix|panel|link|links)s?"
    r"(?: ?(?:\d{1,2}[a-c]?|[a-c]|above|below|left|right|opposite|overleaf|here|on (?:page|p\.) \d{1,3}|at (?:left|right|bottom|top)|to the (?:left|right)))?[\])]"
)
# How such a sentence begins: asked first, because it is cheap.
_VERB = (
    r"(?i)(?:please|watch|see|view|check|listen|hear|play|scroll|browse|click|take|explore|swipe|the|this|sehen|schauen|hören|im|das|regardez|voir|découvrez|écoutez|vea|mir[ae]|ver|escuch|guarda|ascolta|"
    r"veja|assista|confira|ouça|bekijk|beluister|zie|zobacz|obejrzyj|posłuchaj|смотр|посмотр|слуш)"
)
_SENTENCE = r"[^\s.!?:][^.!?:]{2,200}(?:[.!?:]+|\Z)"
MEDIA = r"(?i)<(?:video|audio|iframe|embed|object|canvas|svg|table|amp-|picture|img|twitter|blockquote)\b|youtube\.com|youtu\.be|vimeo\.com|!\[|\.mp[34]\b|\|\s?-{3}"


@rule(
    "syndication/dangling-media-reference",
    summary="Pointer to a video, chart or gallery that is not there",
    message="The text points to something that is not there",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=tuple(
        "above|below|scroll down|swipe |o here| unten|oben |hieron|hierbo|ideo hier|im video|das video|ci-dess|photo ici|idéo ici|abajo|arriba|deo aquí|ídeo aquí|a continuación|deo qui|sotto|sopra|abaixo|acima|ídeo aqui|poniżej|powyżej|tutaj|ниже|выше|здесь|(see |(cf|(as s|(shown in|(click|(refer to|[see |(watch |(view |(scroll".split(
            "|"
        )
    ),
    tags=("media",),
    why="""
“Watch the video above” promises what was left behind.

Counts as a whole sentence, and in HTML and Markdown only if the page has no picture, player,
frame, table or video link at all. Plain text has none of these ever, and its reader may add
them, so there it is only noted. “Below” may also mean the text that follows.
""",
    examples=(
        marked(
            "HTML without a video",
            "<p>The vote was close. ⟦Watch the video below.⟧</p><p>It rained.</p>",
            format="html",
            fixed="<p>The vote was close.</p><p>It rained.</p>",
        ),
        marked(
            "plain text and other languages",
            "⟦See the chart below.⟧\n\n⟦Regardez la vidéo ci-dessous.⟧\n\n⟦Mira el vídeo aquí.⟧\n\n⟦Guarda il video qui sotto.⟧\n\n⟦Смотрите видео ниже.⟧",
        ),
        marked(
            "in brackets",
            "The rent has doubled⟦ (see chart 2)⟧ since May.\n\nThe dairy (see page 4 of the report) is sold. It is red (as shown in the film).",
            fixed="The rent has doubled since May.\n\nThe dairy (see page 4 of the report) is sold. It is red (as shown in the film).",
        ),
        marked(
            "the video is there",
            '<p>Watch the video below.</p><iframe src="https://example.org/v"></iframe><p>It rained.</p>',
            format="html",
        ),
        marked(
            "prose",
            "They watch the river below. The map below the stairs was old. He told them to watch the video here and now, or never.",
        ),
    ),
)
def dangling_media_reference(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the pointers."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    severity: Severity | None = "note" if document.format == "text" else None
    text = plain_text(document)
    there: bool | None = None
    for block in seen.values():
        if block.role == "code":
            continue
        for match in re.finditer(_ASIDE, text[block.start : block.end]):
            there = document.has_images or re.search(MEDIA, document.source) is not None if there is None else there
            if not there:
                yield Hit(Span(*match.span()).shift(block.start))
        for match in re.finditer(_SENTENCE, text[block.start : block.end]):
            sentence = match[0].strip(" .!:()[]*>→-")
            if len(sentence) < 160 and re.match(_VERB, sentence) and re.fullmatch(f"(?i){_POINTERS}", sentence):
                if there is None:
                    there = document.has_images or re.search(MEDIA, document.source) is not None
                if not there:
                    yield Hit(
                        Span(match.start(), match.start() + len(match[0].rstrip())).shift(block.start),
                        severity=severity,
                    )
