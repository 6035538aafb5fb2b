"""Two sentences without a space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.language import language
from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# A word in small letters, a mark, perhaps a closing quotation mark, and a word that begins large.
_SEAM = r"(?<![\w.@/:#-])(?P<before>[a-zà-öø-ÿа-яё]{2,})(?P<seam>[.!?][\"']?|[.!?]\))(?P<after>[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zà-öø-ÿа-яё']*)(?=[\s,.;:!?\"')]|$)"
# What is no end of a sentence: addresses and files, names with a mark inside, and abbreviations.
_ADDRESS = r"(?i)(?:[\w-]+\.)+(?:com|org|net|io|ai|co|de|fr|uk|eu|js|py|net|tv|info|me|us|app|dev|gov|edu|html?|pdf|jpe?g|png|xml|json|md|txt|exe|dll|sh|php|asp|news|today|world|life|live)\b"
_NAMES = frozenset(
    [
        "yahoo",
        "jeopardy",
        "yum",
        "node",
        "vue",
        "next",
        "react",
        "asp",
        "web",
        "mod",
        "vs",
        "etc",
        "bzw",
        "usw",
        "ggf",
        "inkl",
        "evtl",
        "sog",
        "bros",
        "eg",
        "ie",
        "cf",
        "ca",
        "al",
    ]
)
_CODE = r"[a-z]\.[A-Z]\w*\(|\w\.[A-Z]\w+\.[A-Za-z]|[{}=;]\s*$|::"


# So many seams in an article are no slips of the keyboard.
_MANY = 3


@rule(
    "typography/glued-sentences",
    summary="Two sentences with no space between them",
    message="A space is missing between two sentences",
    severity="warning",
    since="0.1.0",
    repairs=True,
    literals=tuple(
        f"{mark}{letter}"
        for mark in (".", "!", "?", '."', '!"', '?"', ".)", ".'")
        for letter in "abcdefghijklmnopqrstuvwxyzàäéöüавгдзиклмнопрстэя"
    ),
    tags=("typography", "seam"),
    why="""
Where two blocks or the two sides of a line break were joined, the space between them is
missing: “physician.Police”. It is put back. One or two in an article may be slips of its author's
and are notes; three are a seam of the extraction.

The word before must be in small letters and the one after must be an ordinary word with a large
first letter, followed by more words. Addresses, files, code and names with a mark
inside (“Node.js”, “Yahoo!News”) stay clean.
""",
    examples=(
        marked(
            "after a full stop and a question",
            "The rent is low⟦.⟧The vote was close. Who pays⟦?⟧Nobody does, said the mayor.\n",
            fixed="The rent is low. The vote was close. Who pays? Nobody does, said the mayor.\n",
        ),
        marked(
            "after a quotation",
            "“We play in the dairy⟦.”⟧The conductor laughed at that.\n",
            fixed="“We play in the dairy.” The conductor laughed at that.\n",
        ),
        marked("German", "Die Miete ist niedrig⟦.⟧Das Dach ist neu, sagte der Bürgermeister.\n"),
        marked(
            "addresses, files, code, names and initials",
            "Node.js runs it, and skerry.News is a site. See Band.Music and obj.Method(x) in System.Text. The e.g.The is rare. J.Smith and "
            "mod.Bar played; Yahoo!Finance, U.S.News and example.Com reported. St.Pauli won. Write to una@skerry.Example or skerry.org/Dairy.",
        ),
    ),
)
def glued_sentences(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the seams; a few may be slips of the keyboard."""
    hits = list(_seams(document, sightings))
    yield from (hit._replace(severity="note") for hit in hits) if len(hits) < _MANY else hits


def _seams(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        for match in re.finditer(_SEAM, text):
            near = text[max(0, text.rfind(" ", 0, match.start()) + 1) : (text.find(" ", match.end()) + 1 or len(text))]
            if match["before"] in _NAMES or re.search(_ADDRESS, near) or re.search(_CODE, near) or near.count(".") > 3:
                continue
            if len(match["after"]) == 1 and match["after"] not in (
                "A",
                "I",
                "É",
                "À",
                "Y",
                "E",
                "O",
                "В",
                "Я",
                "И",
                "С",
                "К",
            ):
                continue
            # Words must stand on both sides: a name of two parts stands alone.
            if (
                text[: match.start()].count(" ") < 2
                or not re.match(r"[,:;]? [\"']?\w", text[match.end() :])
                or text[match.end() :].count(" ") < 2
            ):
                continue
            if not re.search(r"[a-zà-ÿа-яё]", text[match.end() : match.end() + 12]):
                continue
            seam = Span(*match.span("seam")).shift(block.start)
            marks = document.text[seam.start : seam.end]
            opens = marks[1:] in ("“", "„", "«", "‘") and language(document) not in ("de", "cs", "nb", "da")
            yield Hit(seam, repair=f"{marks[0]} {marks[1:]}" if opens else marks + " ")
