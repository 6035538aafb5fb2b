"""The signature of a reporter, a desk or an agency at the edge of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_WORD = r"[A-ZÀ-Þ][\w.'&-]{0,20}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|van|von|al|bin|of|the|and|&)){{0,5}}"
_AGENCY = r"(?:Press|News|Newswire|Wire|Wires|Service|Agency|Agencies|Bureau|Post|Times|Herald|Gazette|Tribune|Courier|Daily|Media|Desk|Staff|Newsroom|Network|Online|Reporter|Correspondent|Reuters|AFP|AP|PTI|ANI|IANS|UPI|dpa|Bernama|Xinhua)"
# Initials and codes: “(SKN) ALU JOF”, “/alu (skn-l)”, “ALU/JF”, “skn/alu”, “END/2031”.
_CODE = (
    r"\([A-Z]{2,5}\)(?: ?\(?[A-Z]{2,4}\)?){0,4}|[A-Z]{2,5}(?: [A-Z]{2,4}){2,4}|/? ?[a-z]{2,4}(?:[/-][a-z]{1,4}){0,3} ?\((?:[A-Za-z]{2,9}(?:[/-][a-z]{1,4}){0,3}(?:, ?)?){1,5}\)|"
    r"\(?[A-Z]{2,4}(?:[/-][A-Z]{2,4}){1,3}\)?|\(?/?[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{1,4}){0,2}\)?|/(?:[A-Z]{2,5}|[a-z]{2,4})|\(?[A-Z]{2,5}\)?|[A-Z]\.[A-Z]\.|[a-z]{2,3}(?:[/-][a-z]{2,3}){1,3}|\(?(?:END|ENDS|End|Ends) ?/ ?[\w./-]{2,12}\)?|-+ ?(?:30|[Ee]nds?|ENDS?|[a-z]{2,4}) ?-+|#{2,4}|[A-Z]\.[A-Z]\.(?:/[A-Z]\.[A-Z]\.?){0,3}|[A-Z][a-z]/[A-Z]{2}|"
    r"\(?(?:PTI|ANI|IANS|UNI|AFP|NNN)\)?(?: [A-Z]{2,4}){1,4}"
)
# A name behind a dash, and a name with its house.
_SIGNED = (
    rf"[-~] ?{_NAME}(?:,? [^,.\"]{{2,40}})?|{_NAME} ?[/|] ?(?:for )?(?:{_NAME})|{_NAME}(?:,| for| of|, of|, for) (?:the )?(?:{_WORD} ){{0,4}}{_AGENCY}(?: {_WORD})?|"
    rf"(?:The )?(?:{_WORD} ){{1,3}}{_AGENCY}|{_AGENCY} (?:of )?{_WORD}|[\[{{(]{_NAME}(?:[,/|] ?{_NAME})?[\]}})]|{_NAME},? (?:and|with|&) {_NAME}(?:, {_NAME})?|"
    r"[\w.+-]{2,30}@[\w-]+(?:\.[\w-]+)+(?: ?[|/,] ?@?[\w.@]{2,40})?"
)
# The same behind a dash, which makes it look like an item of a list.
_DASHED = rf"{_NAME}(?:[,/|]? ?(?:[\w.'&-]{{1,20}} ?){{1,5}})?|{_SIGNED}"
_LONGEST = 70
# Most blocks end in one of these.
_WHOLE = tuple(".!?\"':;")


@rule(
    "syndication/signature-line",
    summary="Signature of a reporter or an agency at the edge of the text",
    message="Signature of the source: owed for licensed copy, proof of lifting otherwise",
    severity="note",
    since="0.1.0",
    protected=True,
    applicability="display",
    tags=("credit", "wire"),
    why="""
“(SKN) ALU JOF”, “— Ada Lund, Skerry Post”: initials, desk codes and names with which an
agency or a reporter signs. Readers learn nothing from codes, and whether a name is owed only
the editor knows, so no program takes it out.

A code counts behind the last sentence of a paragraph or alone in one of the last two blocks; a
name behind a dash or with a house only alone there, and a byline under the headline. The signature under a quotation
stays clean.
""",
    examples=(
        marked(
            "codes",
            "The vote was close.\n\nIt rained on Friday. ⟦(SKN) ALU JOF⟧\n",
        ),
        marked(
            "initials alone",
            "The vote was close.\n\n⟦/alu (skn-l)⟧\n",
        ),
        marked(
            "a name and its house",
            "The vote was close.\n\n⟦[Ada Lund/Skerry Post]⟧\n\n⟦Ada Lund | Skerry Press⟧\n",
        ),
        marked(
            "behind a dash; a byline is the article's own",
            "Old Dairy Sold\n\nBy Ada Lund, Skerry\n\nThe vote was close.\n\n— ⟦Ada Lund⟧\n",
        ),
        marked(
            "the signature of a quotation, abbreviations and headings",
            "The vote was close.\n\n“We row, and that is all that we do here.”\n\n— Ada Lund\n\nThe ferry belongs to the town (SKN).",
        ),
    ),
)
def signature_line(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Look at the last two blocks."""
    body = document.body
    text = plain_text(document)
    for place, block in enumerate(body):
        if text[block.end - 1] in _WHOLE or block.role in ("code", "control"):
            continue
        line = text[block.start : block.end]
        if place and place >= len(body) - 2 and len(line) <= _LONGEST and block.role != "quote":
            dashed = block.role == "list-item" and body[place - 1].role != "list-item"
            signed = re.fullmatch(_DASHED if dashed else _SIGNED, line)
            if re.fullmatch(_CODE, line) or (signed and not _ends_quoted(text, body[place - 1])):
                yield Hit(block.span)
                continue
        if behind := _behind(text, block):
            yield Hit(behind)


def _behind(text: str, block: Block) -> Span | None:
    """The code behind the last sentence of a block."""
    start = max(block.start, block.end - 40)
    tail = text[start : block.end]
    match = re.search(r"[.!?]['\")]? +", tail)
    while match:
        if re.fullmatch(_CODE, tail[match.end() :]):
            return Span(start + match.end(), block.end)
        match = re.compile(r"[.!?]['\")]? +").search(tail, match.end())
    return None


def _ends_quoted(text: str, before: Block) -> bool:
    return text[before.start] in "\"'" or text[before.end - 1] in "\"'"
