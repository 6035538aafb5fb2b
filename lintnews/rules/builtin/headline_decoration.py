"""The name of the site or a label inside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.meta import first_heading
from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..headlines import squeeze
from ..model import Hit, Selector, Sighting

_SUFFIX = r"\s(?:[-–—|»·•]|::)\s(?P<name>[^|»·•]{2,40})\Z"
_LABEL = (
    r"\A(?P<label>(?:(?:\+\+\+|\*\*\*)\s)?(?:(?:breaking(?: news)?|just in|watch(?: live)?|exclusive|video|live(?: updates?)?|updated?(?: \d+)?|must[- ]read|developing|"
    r"eilmeldung|eil|liveticker|geschützt|en vivo|última hora|vídeo|fotos|en direct|vidéo|diretta|esclusiva|ultim'ora|ao vivo|urgente|pilne|wideo|видео|срочно)\s?[:|]\s|"
    r"[\[(](?:video|watch|photos?|updated?|live|exclusive|breaking|vídeo|vidéo|wideo|fotos|видео)[\])]\s))"
)


@rule(
    "headline/headline-decoration",
    summary="The site's name or a label stands in the headline",
    message="“{match}” is no part of the headline",
    severity="note",
    since="0.1.0",
    status="preview",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("heading", "paragraph"), first_blocks=4),
    tags=("headline",),
    why="""
Feeds take the title of the page for the headline: “Dairy Sold | Skerry Post”. Under another
masthead the name is foreign, and “BREAKING:” is wrong the next day.

The name counts when the page itself gives it as its site's name, or when the headline is the page's title
with that part cut off; labels come from a list. Some houses keep them on purpose, hence a
note.

In preview: a site's own name in its own headline is no defect, and only its configuration could tell.
""",
    examples=(
        marked(
            "the site's name",
            '<meta property="og:site_name" content="Skerry Post"><title>Old Dairy Sold</title><h1>Old Dairy Sold to Brass Band⟦ | Skerry Post⟧</h1><p>The vote was close.</p>',
            format="html",
        ),
        marked("a label", "<h1>⟦BREAKING: ⟧Old Dairy Sold to Brass Band</h1><p>The vote was close.</p>", format="html"),
        marked(
            "dashes that belong to the headline",
            '<meta property="og:site_name" content="Skerry Post"><h1>Old Dairy Sold - and Nobody Knows Why</h1><p>Watch: it is live.</p>',
            format="html",
        ),
    ),
)
def headline_decoration(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Look at both ends of the headline."""
    block = first_heading(document)
    if block is None:
        return
    text = document.block_text(block)
    if match := re.search(_LABEL, text, re.IGNORECASE):
        yield Hit(Span(*match.span("label")).shift(block.start))
    match = re.search(_SUFFIX, text)
    if match and (match.start() > 15) and squeeze(match["name"]) in _names(document):
        yield Hit(Span(match.start(), len(text)).shift(block.start))


def _names(document: Document) -> frozenset[str]:
    """What the page calls its site, squeezed."""
    found = re.findall(
        r"""(?i)<meta[^>]+(?:og:site_name|application-name)["'][^>]*content=["']([^"']{2,60})""",
        document.source[:60000],
    )
    return frozenset(squeeze(name) for name in found)
