"""The headline again, as text of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..headlines import SEPARATOR, Headline, cut_at, following, headline, squeeze
from ..model import Hit, Sighting
from ..options import Option

# Shorter titles ("Weather", "Live blog") stand in texts for good reasons.
_SHORTEST = 16
# A cut copy must still hold this much of the headline.
_CUT_SHARE = 0.35
# How many blocks after the headline are compared with it, and how many at the end
# (where a cut feed text repeats the title); between them a copy is a heading of its own.
# A short sentence may say the headline again on purpose, in letters.
_SENTENCE = 40
_NEAR = 8
_LAST = 3

_END_MARK = r"[.!?:]['\"’”]?\Z"
_ELLIPSIS = r"(?:\.\.\.?|…|\[…\]|\[\.\.\.\])\Z"
_OPEN_WORD = (
    r"(?i)\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|as|is|are|was|its|his|her|their|that|into|over|after|but|who|"
    r"der|die|das|und|von|mit|für|le|la|les|de|du|des|et|el|los|y|con|il|di|e|o|do|da|em|w|na|z|i|в|на|и|с)\Z"
)


@rule(
    "headline/duplicate-headline",
    summary="The headline stands in the text a second time",
    message="The headline again",
    severity="error",
    since="0.1.0",
    delete=True,
    tags=("headline", "structure"),
    options=(
        Option(
            "alike", "From which likeness to the headline a near copy counts; 1: only equal ones.", least=0.8, most=1
        ),
    ),
    why="""
Templates print the title above a text that holds it already, and feeds put it first.
The reader sees it twice.

The first copy, or the h1, is the headline; a second one among the first or last blocks is
reported when it is equal but for case, quotation marks and a site's name. At the top nearly
equal copies count too, and copies that break off inside a word, at an ellipsis or on a word
that cannot end a headline. A sentence that repeats the words, a refrain and a
deck with another ending stay clean.
""",
    examples=(
        marked(
            "text, equal but for the quotation marks",
            "Old Dairy Sold to Island’s Brass Band\n\n⟦Old dairy sold to island's brass band⟧\n\nThe vote was close.\n",
            fixed="Old Dairy Sold to Island’s Brass Band\n\nThe vote was close.\n",
        ),
        marked(
            "HTML, with the site's name",
            "<h1>Old Dairy Sold to Brass Band</h1>⟦<p>Old Dairy Sold to Brass Band | Skerry Post</p>⟧<p>The vote was close.</p>",
            format="html",
            fixed="<h1>Old Dairy Sold to Brass Band</h1><p>The vote was close.</p>",
        ),
        marked(
            "cut inside a word",
            "Old Dairy Sold to Brass Band for Three Days of Music\n\n⟦Old Dairy Sold to Brass Band for Three D⟧\n\nThe vote was close.",
        ),
        marked(
            "the title of the page is no second copy, a deck with another ending neither",
            "<title>Old Dairy Sold to Brass Band - Skerry Post</title><h1>Old Dairy Sold to Brass Band</h1>"
            "<p>Old dairy sold to brass band: the vote was close, and the mayor will read the count again.</p>",
            format="html",
        ),
        marked(
            "a speech that begins with its title",
            "Nothing Will Be the Same After This Flood\n\nNothing will be the same after this flood, the mayor said.",
        ),
    ),
)
def duplicate_headline(document: Document, sightings: Sequence[Sighting], *, alike: float = 0.92) -> Iterator[Hit]:
    """Find the second copies."""
    title = headline(document)
    whole = squeeze(title.text) if title else ""
    if title is None or len(whole) < _SHORTEST:
        return
    blocks = following(document, title)
    for place, block in enumerate(blocks):
        if (
            _NEAR <= place < len(blocks) - _LAST
            or block.role in ("quote", "code")
            or block.end - block.start > 2 * len(title.text) + 40
        ):
            continue
        text = document.block_text(block)
        if title.block < 0 and place == 0 and document.format == "html":
            continue  # on a page without a heading the first copy is the headline
        if reason := _copy(title, whole, text, alike, near=place < _NEAR, next_to=place == 0):
            if document.format == "text" and _is_contents(document, title, blocks):
                return
            yield Hit(block.span, (reason,))


def _is_contents(document: Document, title: Headline, blocks: Sequence[Block]) -> bool:
    """Whether what looks like the headline begins a quotation, or a list of the headings that come again below."""
    if title.text[:1] in "\"“„«'‘" and re.search(r"[.!?]['\"’”»]*\Z", title.text):
        return True
    later = {squeeze(document.block_text(block)) for block in blocks[2:]}
    return bool(blocks) and len(own := squeeze(document.block_text(blocks[0]))) >= _SHORTEST and own in later


def _copy(title: Headline, whole: str, text: str, alike: float, *, near: bool, next_to: bool) -> str:
    """Why `text` is a copy of the headline, or "" if it is none."""
    part = squeeze(text)
    if part[:6] != whole[:6] and not near:
        return ""
    stump = re.sub(_ELLIPSIS, "", text).rstrip()
    has_end = re.search(_END_MARK, stump) is not None and not re.search(_END_MARK, title.text)
    if len(part) < _SHORTEST:
        return _cut(title, stump, text) if near and len(part) >= _SHORTEST - 4 and stump != text else ""
    if has_end and not (next_to and part == whole and len(whole) >= _SENTENCE):
        return ""
    if part == whole:
        return "equal but for case and marks"
    for match in re.finditer(SEPARATOR, text):
        if squeeze(text[: match.start()]) == whole and text[match.end() :].count(" ") < 5:
            return "followed by a name"
    if not near:
        return ""
    if len(part) >= _CUT_SHARE * len(whole) and (reason := _cut(title, stump, text)):
        return reason
    if next_to and len(part) >= 0.5 * len(whole) and cut_at(title.text, stump) is not None:
        return "cut off"
    return "nearly equal" if _alike(whole, part, alike) else ""


def _cut(title: Headline, stump: str, text: str) -> str:
    """Why `stump` must be a headline that was cut, or "" when it may be meant so."""
    cut = cut_at(title.text, stump)
    if cut is None:
        return ""
    if title.text[cut : cut + 1].isalnum():
        return "cut off inside a word"
    if stump != text:
        return "cut off with an ellipsis"
    return "cut off in the middle of a phrase" if re.search(_OPEN_WORD, stump) else ""


def _alike(one: str, two: str, alike: float) -> bool:
    if not 0.85 < len(one) / len(two) < 1.18 or len(one) < 2 * _SHORTEST:
        return False
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= alike and matcher.ratio() >= alike
