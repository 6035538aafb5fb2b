"""An article of which nothing is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting
from ..options import Option

# What pages say that hold none.
_STUB = (
    r"(?i)\b(?:checking (?:if the site connection is secure|your browser)|access (?:to this page has been )?denied|enable javascript and cookies|verify (?:that )?you are (?:a )?human|"
    r"are you a robot|404 (?:not found|error)|403 forbidden|(?:page|content|article|story) (?:was |could )?(?:not (?:be )?found|no longer (?:exists|available)|is no longer available|not available)|"
    r"page (?:that )?you(?:'re| are| were) looking for|just a moment|too many requests|service unavailable|bad gateway|read the (?:full|whole|rest of the) (?:story|article)|"
    r"seite (?:wurde )?nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)|accès refusé|página no encontrada|acceso denegado|pagina non trovata|página não encontrada|"
    r"pagina niet gevonden|nie znaleziono strony|страница не найдена|доступ запрещ[её]н)\b"
)
# So many words of leftovers hide that nothing else is there.
_MANY = 25
# Scripts without spaces: so many characters count as one word.
_DENSE = 2


@rule(
    "structure/missing-body",
    summary="Nothing of an article is left once its leftovers are gone",
    message="There is no article here, only what stands around one",
    severity="error",
    since="0.1.0",
    stage=5,
    tags=("structure",),
    options=(Option("fewest-words", "Fewer words than this are no article, whatever was taken out of it.", least=1),),
    why="""
The page was behind a wall, the address was wrong or the extraction failed, and only a notice
was stored. What other findings delete does not count as text.

Reported only when less than fifty words remain, because that is no article, and when they hold what
such pages say (“Access denied”, “Page not found”), or when findings take out many words, and at least as many as they
leave: flashes, captions and cartoons are short for good reasons.
""",
    examples=(
        marked("a wall", "⟦Access denied⟧\n\nYou do not have the right to see this page.\n"),
        marked(
            "a lost page, in HTML",
            "<h1>⟦Page not found⟧</h1><p>The page you are looking for has moved.</p>",
            format="html",
        ),
        marked("in another language", "⟦Seite nicht gefunden⟧\n\nBitte versuchen Sie es später noch einmal.\n"),
        marked("a short text by itself is a flash", "The vote on the dairy was close, the mayor said. More soon."),
        marked(
            "a text that is long enough",
            " ".join(["The band of Skerry has moved into the old dairy by the harbour."] * 6),
        ),
    ),
)
def missing_body(document: Document, sightings: Sequence[Sighting], *, fewest_words: int = 50) -> Iterator[Hit]:
    """Count what is left."""
    left = 0
    for block in document.body:
        left += _words(document.block_text(block))
        if left >= fewest_words:
            return
    if not document.body:
        return
    gone = sum(_words(document.block_text(document.blocks[index])) for index in document.gone)
    stub = any(re.search(_STUB, plain_text(document)[block.start : block.end]) for block in document.body)
    if stub or gone >= max(left, _MANY):
        yield Hit(document.body[0].span)


def _words(text: str) -> int:
    dense = sum(character >= "\u2e80" for character in text)
    return dense // _DENSE if dense * 2 > len(text) else len(text.split())
