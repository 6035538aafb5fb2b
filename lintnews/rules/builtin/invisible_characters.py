"""Characters inside words that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..model import Hit, Selector, Sighting

# Soft hyphens, characters without width, directions, separators, tags, and the private use of icon fonts.
_HIDDEN = "\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\ufffc\u180e\u3164\U000e0000-\U000e007f"
_ANY = rf"[{_HIDDEN}\ue000-\uf8ff]|(?<=[A-Za-zÀ-ɏ])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-zÀ-ɏ])"
# A plain set, which is looked for much faster.
_HINT = rf"[{_HIDDEN}\u200c\u200d\ue000-\uf8ff]"
# Scripts that need some of them.
_NEEDED = r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\ufb1d-\ufefc]"
# Flags of regions are made of tag characters.
_FLAG = "\U0001f3f4"


@rule(
    "typography/invisible-characters",
    summary="Characters inside the text that nobody sees",
    message="Invisible characters in “{match}”",
    severity="warning",
    since="0.1.0",
    repairs=True,
    where=Selector(formats=("text", "markdown")),
    tags=("typography", "encoding"),
    why="""
Soft hyphens, spaces without width, marks of direction and the glyphs of icon fonts come
along when a text is copied from a page. They break search, comparison and speech, and
can carry a hidden mark.

HTML pages use soft hyphens rightly, so only plain text and Markdown are looked at; there the
word is written anew without them, and soft hyphens alone are worth a note. Texts in scripts that need such characters stay clean, and
so do joiners in emoji.
""",
    examples=(
        marked(
            "soft hyphens and a space without width",
            "The ⟦com\u00adpa\u00adny⟧ said on ⟦Mon\u200bday⟧ that it rained.\n",
            fixed="The company said on Monday that it rained.\n",
        ),
        marked(
            "a byte order mark and an icon", "The ⟦\ufeffband⟧ plays. ⟦\ue0a1Share⟧\n", fixed="The band plays. Share\n"
        ),
        marked(
            "emoji, Persian, Hebrew and HTML",
            "The family 👨\u200d👩\u200d👧 and the flag 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f came.\n\nمی\u200cخواهم بروم. שלום\u200f.\n",
        ),
        marked("soft hyphens of a page", "<p>The com\u00adpa\u00adny said so.</p>", format="html"),
    ),
)
def invisible_characters(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the words that hold one."""
    if document.source.isascii() or not re.search(_HINT, document.source):
        return
    if not re.search(_ANY, document.source) or re.search(_NEEDED, document.source):
        return
    for block in document.body:
        first, last = document.source_span(block.span)
        if block.role == "code" or not re.search(_ANY, document.source[max(0, first - 1) : last + 1]):
            continue
        for word in re.finditer(r"\S+", document.block_text(block)):
            span = Span(*word.span()).shift(block.start)
            start, end = document.source_span(span)
            # What stands at the edge of a word is no character of the text: the space beside it is taken along.
            if span.start > block.start and re.search(rf"(?:{_ANY})\Z", document.source[max(0, start - 1) : start]):
                span = Span(span.start - 1, span.end)
            elif span.end < block.end and re.match(_ANY, document.source[end : end + 1]):
                span = Span(span.start, span.end + 1)
            start, end = document.source_span(span)
            raw = document.source[start:end]
            if not re.search(_ANY, raw) or _FLAG in raw or "<" in raw:
                continue
            hyphens_only = not re.search(_ANY, raw.replace("\u00ad", ""))
            repair = re.sub(_ANY, "", document.text[span.start : span.end])
            yield Hit(span, repair=repair, severity="note" if hyphens_only else None)
