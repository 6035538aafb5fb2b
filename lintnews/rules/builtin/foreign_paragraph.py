"""A paragraph in another language than the article, and a page that names the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.language import identify, language, speaks_rather
from ...document.model import Document
from ...finding import Edit
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

# Shorter paragraphs may be names, titles and greetings, in characters.
_SHORTEST = 140
# So much text tells the language of an article for sure, in characters.
_SURE = 300
# Languages that are told apart only by few words, and so are not told apart here.
_ALIKE = (
    {"da", "nb", "sv", "no", "nn"},
    {"ru", "uk", "bg", "sr"},
    {"es", "pt", "gl", "ca"},
    {"cs", "sk"},
    {"id", "ms"},
)
_ENGLISH = (" the ", " and ", " of ")
# What may stand in another language: references, titles, songs.
_CITED = r"\bISBN\b|\bdoi\b|https?://|\(\d{4}\)|\bpp?\. ?\d"


@rule(
    "structure/foreign-paragraph",
    summary="Paragraph in another language than the article",
    message="This paragraph is in another language than the article",
    severity="note",
    since="0.1.0",
    repairs=True,
    where=Selector(blocks=("paragraph", "list-item")),
    tags=("structure", "language"),
    why="""
Part of a source that was never translated, or a form or notice of its page in the page's own
language. Quotations, songs, references and bilingual editions are foreign on purpose, so it is
a note, and quoted paragraphs, verses and lists of references stay clean.

A page whose `lang` names another language than its text has is read wrongly by speech programs
and search engines: it is named too, and can be repaired.
""",
    examples=(
        marked(
            "a German notice in an English article",
            "The band has moved into the old dairy, and the rent is so low that it can buy two horns before the winter.\n\n"
            "⟦Für die Nutzung dieser Seite gelten die Bedingungen, die der Verlag am Anfang des Jahres veröffentlicht hat und die auf "
            "jeder Seite unten zu finden sind, wenn man danach sucht.⟧\n\nThe vote was close, and the ferry was late again in the evening.\n",
        ),
        marked(
            "a page that names the wrong language",
            '<html lang="⟦en⟧"><body><p>Die Fähre kam zu spät, und niemand wusste, warum. Der Hafen war am Abend leer, und die Kapelle schlief in der '
            "alten Molkerei, die sie im Frühjahr für wenig Geld gekauft hatte. Der Bürgermeister sagte, dass er mit dem Preis zufrieden ist, auch wenn das "
            "Dach nicht dicht ist und im Winter niemand dort wohnen kann. Die Musiker haben einen Kredit bei der Bank und zahlen ihn in zehn Jahren ab.</p></body></html>",
            format="html",
            fixed='<html lang="de"><body><p>Die Fähre kam zu spät, und niemand wusste, warum. Der Hafen war am Abend leer, und die Kapelle schlief in der '
            "alten Molkerei, die sie im Frühjahr für wenig Geld gekauft hatte. Der Bürgermeister sagte, dass er mit dem Preis zufrieden ist, auch wenn das "
            "Dach nicht dicht ist und im Winter niemand dort wohnen kann. Die Musiker haben einen Kredit bei der Bank und zahlen ihn in zehn Jahren ab.</p></body></html>",
        ),
        marked(
            "a quotation, a verse, a reference",
            "The band has moved into the old dairy, and the rent is so low that it can buy two horns before the winter.\n\n"
            "“Die Miete ist niedrig, und wir haben so viel Platz, dass wir in jedem Raum ein anderes Stück üben können, ohne dass es die Nachbarn stört”, she said.\n\n"
            "Farr, U. (2019): Die Lieder der Fähre und der Insel. Eine Sammlung für den Unterricht an Schulen und in Vereinen, mit einem Nachwort der Kapelle. Skerry.\n\n"
            "The vote was close, and the ferry was late again in the evening.",
        ),
    ),
)
def foreign_paragraph(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the paragraphs, and the attribute."""
    spoken = language(document)
    if spoken is None:
        return
    yield from _tag(document, spoken)
    text = plain_text(document)
    for block in document.body:
        if block.end - block.start < _SHORTEST or block.role not in ("paragraph", "list-item"):
            continue
        words = text[block.start : block.end]
        if spoken == "en" and any(word in words for word in _ENGLISH):
            continue
        if '"' in words or re.search(_CITED, words) or ("\n" in document.block_text(block)):
            continue
        other = identify(words)
        if other is None or other == spoken or _are_alike(other, spoken):
            continue
        if speaks_rather(words, other, spoken):
            yield Hit(block.span, (f"the article is in {spoken}, this is {other}",))


def _tag(document: Document, spoken: str) -> Iterator[Hit]:
    """The `lang` of an HTML page, where its text says otherwise."""
    stated = document.meta.language if document.format == "html" else None
    if stated is None or sum(block.end - block.start for block in document.body) < _SURE:
        return
    source = document.source[stated.span.start : stated.span.end]
    if not re.match(r"(?is).*<html\b[^>]*\blang\s*=\s*[\"']?\Z", document.source[: stated.span.start][-300:]):
        return  # other places that name a language are left alone
    code = source.lower().replace("_", "-").split("-")[0]
    if len(code) == 2 and code != spoken and not _are_alike(code, spoken):
        at = document.body[0].start
        yield Hit(
            Span(at, at),
            (f"the text is in {spoken}",),
            message="The page names another language than its text has",
            place=stated.span,
            edits=(Edit(stated.span, spoken),),
        )


def _are_alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _ALIKE)
