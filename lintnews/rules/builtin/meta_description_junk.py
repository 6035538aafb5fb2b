"""A description of the page that is a default, a button, code, or the headline again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.meta import Field
from ...document.model import Document
from ...finding import Edit
from ...span import Span
from ..define import marked, rule
from ..headlines import squeeze
from ..model import Hit, Selector, Sighting

# Marks of a program that the description was not cleaned of.
_CODE = (
    r"</?[a-z][^<>]{0,200}>|&(?:amp|quot|nbsp|lt|gt|apos|hellip|#x?[0-9a-f]{2,6});|\{\{|\{%|<\?php|"
    r"\[/?(?:caption|gallery|embed|vc_\w+|et_pb_\w+|fusion_\w+|audio|video|playlist)\b[^\]]{0,200}\]"
)
# What systems fill in when nobody writes anything.
_DEFAULT = (
    r"just another .{0,30}(?:wordpress|blog|weblog|site)\b.{0,30}|.{0,30}\bwordpress (?:site|weblog|blog|website)|my wordpress blog|"
    r"comprehensive,? up-to-date news coverage,? aggregated from sources all over the world by google news\.?|"
    r"(?:page|seite|página|pagina|strona|страница) \d+(?: (?:of|von|de|sur|di|van|z|из) \d+)?.{0,60}|"
    r"(?:enter|add|insert|write|put) (?:your |a |the )?(?:meta |site |page |seo )?description.{0,30}|(?:meta |seo |default |site |page )?description(?: here| goes here)?|"
    r"untitled(?: (?:document|page))?|home(?: ?page)?|index|blog|coming soon|under construction|lorem ipsum.{0,400}|undefined|null|none|n/?a|test|todo|"
    r"ein weiterer wordpress-blog|eine weitere wordpress-website|un site utilisant wordpress|otro sitio realizado con wordpress|"
    r"un nuovo sito targato wordpress|mais um site wordpress|een wordpress site|kolejna witryna oparta na wordpressie|ещё один сайт на wordpress"
)
# A button is no description.
_BUTTON = (
    r"(?:(?:click|tap) here(?: to| for)? .{0,40}|read (?:more|on|the full (?:story|article))|continue reading|learn more|view (?:more|article)|subscribe(?: now)?|"
    r"(?:hier )?weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|leggi (?:tutto|di più)|leia mais|lees (?:meer|verder)|czytaj (?:więcej|dalej)|"
    r"читать (?:далее|дальше)|подробнее)[ .…»>→]*"
)
# A description as long as this that stops inside a word was cut by a program.
_CUT_AFTER = 80
# About as much as search engines show.
_LONGEST = 160
_SENTENCE_END = r"[.!?…。！？][\"'”’»)]*(?=\s|\Z)"


@rule(
    "headline/meta-description-junk",
    summary="Description of the page that is a default, code, or the headline again",
    message="The description of the page describes nothing",
    severity="warning",
    since="0.1.0",
    repairs=True,
    applicability="unsafe",
    where=Selector(formats=("html",)),
    tags=("metadata", "seo"),
    why="""
Search engines and networks show the description under the headline. A system's slogan, “Read
more”, a page number or a tag in it tell that nobody wrote one, or that the fetch failed.

A description that repeats the headline, or that stops inside a word of the first paragraph, is
a note. Short ones, long ones and missing ones are a matter of taste and stay clean, and so does
markup in an article about code. The fix puts the beginning of the first paragraph in its place.
""",
    examples=(
        marked(
            "the slogan of a system",
            '<head><meta name="description" content="⟦Just another WordPress site⟧"></head><body><h1>Old Dairy Sold</h1>'
            "<p>The band of Skerry has moved into the old dairy. It rained.</p></body>",
            format="html",
            fixed='<head><meta name="description" content="The band of Skerry has moved into the old dairy. It rained."></head><body>'
            "<h1>Old Dairy Sold</h1><p>The band of Skerry has moved into the old dairy. It rained.</p></body>",
        ),
        marked(
            "a tag",
            '<head><meta property="og:description" content="⟦&lt;p&gt;The band &amp;amp; the dairy&lt;/p&gt;⟧"></head><p>It rained all night.</p>',
            format="html",
        ),
        marked(
            "a button, and the number of a page",
            "<head><meta name='description' content='⟦Read more …⟧'></head><p>It rained all night.</p>",
            format="html",
        ),
        marked(
            "a description, a short one, and a word that a default has too",
            '<head><meta name="description" content="How a brass band came to own a dairy, and what its neighbours say"></head>'
            "<h1>Old Dairy Sold</h1><p>It rained all night.</p>",
            format="html",
        ),
        marked(
            "a slogan about pages",
            '<head><meta name="description" content="Home is where the horn is: a band and its dairy."></head><p>It rained all night.</p>',
            format="html",
        ),
    ),
)
def meta_description_junk(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Look at the description that the page states."""
    field = document.meta.description
    if field is None or not field.value.strip():
        return
    value = field.value.strip()
    if re.search(_CODE, value, re.IGNORECASE):
        from ..codetalk import about_code

        if not about_code(document):
            yield _hit(document, field, "holds code")
    elif re.fullmatch(_DEFAULT, value, re.IGNORECASE):
        yield _hit(document, field, "is the default of a system")
    elif re.fullmatch(_BUTTON, value, re.IGNORECASE):
        yield _hit(document, field, "is a button")
    elif any(squeeze(value) == squeeze(title.value) for title in document.meta.headlines):
        yield _hit(document, field, "repeats the headline")._replace(severity="note")
    elif len(value) >= _CUT_AFTER and _is_cut(document, value):
        yield _hit(document, field, "stops inside a word")._replace(severity="note")


def _hit(document: Document, field: Field, reason: str) -> Hit:
    at = document.body[0].start if document.body else 0
    better = _beginning(document)
    escaped = better.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;").replace("<", "&lt;")
    edits = (Edit(field.span, escaped),) if better and escaped != field.value else ()
    return Hit(Span(at, at), (reason,), place=field.span, edits=edits)


def _is_cut(document: Document, value: str) -> bool:
    """Whether the text of the article goes on inside the last word."""
    for block in document.body[:8]:
        text = document.block_text(block)
        if text.startswith(value) and value[-1].isalnum() and text[len(value) : len(value) + 1].isalnum():
            return True
    return False


def _beginning(document: Document) -> str:
    """The first paragraph, as many of its sentences as fit, or else its first words."""
    for block in document.body:
        text = " ".join(document.block_text(block).split())
        if block.role == "paragraph" and text.count(" ") >= 3:
            if len(text) <= _LONGEST:
                return text
            ends = [match.end() for match in re.finditer(_SENTENCE_END, text) if match.end() <= _LONGEST]
            return text[: ends[-1]] if ends else text[: text.rfind(" ", 0, _LONGEST)].rstrip(" ,;:–—-") + " …"
    return ""
