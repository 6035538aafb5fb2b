"""A heading with nothing under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..fold import fold
from ..model import Hit, Sighting

# Headings of lists and of last sections that scrapers drop. In plain text, where a heading is only
# guessed from its shape, nothing else counts.
_LIST_HEADING = (
    r"(?:references?|bibliography|citations?|footnotes|sources?(?: (?:and|&|/) (?:references?|further reading))?|"
    r"references? (?:and|&|/) (?:further reading|sources?|links|notes)|notes (?:and|&) (?:references|sources)|"
    r"(?:further|additional|recommended|suggested|background|more) (?:reading|resources?|information|sources?|links)|"
    r"related (?:sources?|links|reading|resources?|coverage|articles?|stories|posts|content|topics|news)|"
    r"(?:more|additional) (?:resources?|sources?|coverage|details|links)|(?:useful|external|helpful|source) links|"
    r"works cited|learn more|see also|read more|sources? cited|where we got this|sources? (?:used|consulted)|"
    r"quellen(?:angaben|nachweise?|verzeichnis)?|weiterführende (?:links|informationen|literatur)|literatur|"
    r"sources et références|références|pour en savoir plus|en savoir plus|à lire aussi|fuentes|referencias|más información|"
    r"conclusions?|summary|notes|end ?notes|appendix|faqs?|frequently asked questions|(?:key )?takeaways|key (?:facts|points|findings)|final thoughts|"
    r"(?:the )?bottom line|what (?:happens|comes) next\??|what's next\??|next steps|background|timeline|acknowledge?ments|fazit|zusammenfassung|anmerkungen|"
    r"literaturverzeichnis|résumé|notas|conclusión|conclusiones|resumen|conclusion[ei]|note|riassunto|conclusão|resumo|conclusie|samenvatting|noten|"
    r"podsumowanie|przypisy|wnioski|заключение|выводы|примечания|список литературы|"
    r"fonti|riferimenti|fontes|referências|saiba mais|bronnen|meer lezen|źródła|bibliografia|источники)\s*:?"
)
_LONGEST = 60
_MEDIA = r"(?i)<(?:img|iframe|video|audio|table|form|embed|object|svg|canvas|picture|amp-|input|script|hr)\b|!\["


@rule(
    "structure/empty-section",
    summary="A heading with nothing under it",
    message="Nothing stands under the heading “{match}”",
    severity="error",
    since="0.1.0",
    delete=True,
    stage=4,
    tags=("structure",),
    why="""
The list, table or box behind a heading was stripped and the heading stayed. What other
findings delete counts as gone, so that a section which holds only an advertisement or a
notice is empty too.

In HTML and Markdown a heading is empty when one of the same or a higher level follows,
with no image, table, form or frame between the two, or when the article ends; not the
first headings of an article, which may be kickers and decks. Pages use heading tags for
kickers, steps and slogans too, so in HTML a heading that announces no list is only a
note, unless what stood under it is gone. In plain text a heading is
only a guess, so only headings that announce a list of sources or links, or the usual last section, count.
""",
    examples=(
        marked(
            "references with nothing but a notice under it",
            "The vote is on Friday.\n\n⟦References & Further Reading⟧\n",
            fixed="The vote is on Friday.\n",
        ),
        marked(
            "the next heading follows at once",
            "# Music in the Old Dairy\n\nThe band has moved in.\n\n## ⟦Where to Hear It⟧\n\n## Who Pays\n\nNobody does.\n",
            format="markdown",
            fixed="# Music in the Old Dairy\n\nThe band has moved in.\n\n## Who Pays\n\nNobody does.\n",
        ),
        marked(
            "a last heading that announces a summary",
            "The vote is on Friday.\n\n⟦Key takeaways⟧\n",
            fixed="The vote is on Friday.\n",
        ),
        marked(
            "in HTML",
            "<h1>Music</h1><p>The band has moved in.</p>⟦<h3>Sources:</h3>⟧",
            format="html",
            fixed="<h1>Music</h1><p>The band has moved in.</p>",
        ),
        marked(
            "a slogan between headings is worth a note",
            "<h1>Music</h1><p>The band has moved in.</p>⟦<h2>Who pays</h2>⟧<h2>Where</h2><p>In the dairy.</p>",
            format="html",
        ),
        marked(
            "a deeper heading, an image and a table are content",
            "<h1>Music</h1><p>The band has moved in.</p><h2>Where</h2><h3>On the Island</h3><p>In the dairy.</p>"
            '<h2>The Dairy</h2><img src="dairy.jpg" alt=""><h2>Prices</h2><table><tr><td>3</td></tr></table>',
            format="html",
        ),
        marked(
            "short lines of a text are no headings, and references with entries are not empty",
            "The winners\n\nUna Farr\n\nLars Brandt\n\nReferences\n\nFarr, U. (2019). Songs of the Ferry. Skerry Press.\n",
        ),
    ),
)
def empty_section(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the empty sections."""
    body = document.body
    empty: set[int] = set()
    after: Block | None = None
    # From the end, so that a heading over an empty section is seen to be empty itself.
    for place in range(len(body) - 1, 0, -1):
        block = body[place]
        if _is_empty(document, block, after) and (document.format == "text" or _has_text(body[:place])):
            empty.add(block.index)
        else:
            after = block
            if document.format == "text":
                break
    for index in sorted(empty):
        block = document.blocks[index]
        if document.format == "html" and not _list_heading(document, block) and index + 1 not in document.gone:
            # Pages use heading tags for kickers, steps and slogans: worth a look, no more.
            yield Hit(block.span, severity="note", applicability="unsafe")
        else:
            yield Hit(block.span)


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(block.role != "heading" for block in blocks)


def _list_heading(document: Document, block: Block) -> bool:
    """Whether a block reads like the heading of a list of sources or links."""
    if block.end - block.start > _LONGEST:
        return False
    return re.fullmatch(_LIST_HEADING, fold(document.block_text(block)).strip()) is not None


def _is_empty(document: Document, block: Block, after: Block | None) -> bool:
    """Whether nothing stands between a heading and `after`, the next block that is not empty itself."""
    if block.role != "heading" or document.format == "text":
        # What only reads like a heading is empty at the end, or before another of the kind.
        if block.role not in ("heading", "paragraph", "cell") or not _list_heading(document, block):
            return False
        if after is not None and not _list_heading(document, after):
            return False
    elif after is not None and (after.role != "heading" or after.level > block.level):
        return False
    elif after is None and block.index + 1 < len(document.blocks) and not _list_heading(document, block):
        # Outside the article the page may go on under it, unless what followed is gone.
        return bool(document.gone)
    start = document.source_span(block.span).end
    if after is None and block.index + 1 < len(document.blocks):
        after = document.blocks[block.index + 1]
    end = document.source_span(after.span).start if after else len(document.source)
    return re.compile(_MEDIA).search(document.source, start, end) is None
