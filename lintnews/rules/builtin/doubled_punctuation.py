"""Marks that cannot follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...finding import Severity
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting
from .garbled_attribution import is_abbreviation

# The pairs that a removed link or an injected fragment leaves. Not among them:
# "?," and "!," (a title may end so), ".." and "...," (ellipses), "?!".
_PAIR = (
    r"(?<=[^\W_])(?:(?P<strong>[.;:]) ?,|(?P<first>[,;:]) ?[,;]|(?P<full>\.)[;:]|(?P<asked>\?)\.|[,;:] ?(?P<stop>[.!?])|(?P<twice>\.) ?\.(?=\s[A-ZÀ-ÞА-Я]|$)|"
    r",(?P<colon>:))(?= |$)(?! ?[.!?])"
)

# A character reference that stands in the text as it is written: its semicolon belongs to it.
_REFERENCE = r"&#?\w+;\Z"


@rule(
    "typography/doubled-punctuation",
    summary="Two punctuation marks that cannot follow each other",
    message="“{match}” cannot stand together",
    severity="warning",
    since="0.1.0",
    repairs=True,
    literals=(
        ".,",
        ". ,",
        ";,",
        "; ,",
        ":,",
        ": ,",
        ",,",
        ", ,",
        ",;",
        ";;",
        ":;",
        ".;",
        ".:",
        "?.",
        ",.",
        ", .",
        ". .",
        "..",
        ",?",
        ", ?",
        ",!",
        ", !",
        ";.",
        ";?",
        ":.",
        ":?",
        ",:",
    ),
    tags=("typography", "seam"),
    why="""
Where a link or an aside was removed, or a fragment was added, two marks meet: “ponds,,
pumps”, “ending., as”. The first strong mark is kept, the other goes.

A full stop before a comma is right after an abbreviation, and without that guard every
hit on real news was one (“Jr.,”, “Calif.,”, “Inc.,”): words of the list, single letters
and words with a stop inside are let go.
""",
    examples=(
        marked(
            "a comma twice",
            "They watered their own ponds⟦,,⟧ pumps and wells.",
            fixed="They watered their own ponds, pumps and wells.",
        ),
        marked(
            "with a space between",
            "The bills⟦, ,⟧ the letters and the maps were lost.",
            fixed="The bills, the letters and the maps were lost.",
        ),
        marked(
            "a stop before a comma",
            "The road ends at the harbour⟦.,⟧ and the ferry leaves at nine.",
            fixed="The road ends at the harbour. and the ferry leaves at nine.",
        ),
        marked(
            "other pairs with a full stop",
            "Was it a slip⟦?.⟧ The fare is twelve crowns⟦, .⟧ Children ride free. The road ends here⟦. .⟧ The ferry is full⟦.;⟧ so is the bus.",
            fixed="Was it a slip? The fare is twelve crowns. Children ride free. The road ends here. The ferry is full. so is the bus.",
        ),
        marked(
            "a comma before a mark of its own, and two full stops",
            "Who pays⟦,?⟧ Nobody knows⟦..⟧ The list⟦,:⟧ pens and maps⟦;.⟧ It rained.",
            fixed="Who pays? Nobody knows. The list: pens and maps. It rained.",
        ),
        marked(
            "abbreviations, initials and titles",
            "Martin Hale Jr., 55, of Fresno, Calif., left Acme Inc., a maker of bells, at 6 p.m., said D. R., his son.\n\n"
            "The senator (D-Minn., 2019) read “Who Moved the Bridge?”, then pens, maps, etc., and slept.\n\n"
            "He paused..., then went on; 1.,2. and e4!?, the notes say. She waited . . . and left. The pens, maps, etc.; the rest burned. They sang Where Is the Ferry?. It rained.",
        ),
    ),
)
def doubled_punctuation(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the pairs."""
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        for match in re.finditer(_PAIR, text):
            strong = next(filter(None, match.groups()))
            if strong == "." and is_abbreviation(text[: match.start()]):
                continue
            if match[0][0] == ";" and re.search(_REFERENCE, text[: match.start() + 1]):
                continue
            if match["asked"] and re.search(r"[A-ZÀ-Þ]\w*\Z", text[: match.start()]):
                continue  # the title of a song may end so
            # Two full stops are a slip of the hand as often as a seam.
            severity: Severity | None = "note" if match[0] == ".." else None
            yield Hit(Span(*match.span()).shift(block.start), repair=strong, severity=severity)
