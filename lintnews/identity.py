"""What one finding is told from another by, in every run: the words found, and a fingerprint of them.

Lists of findings that somebody has accepted (a baseline, an entry of the
configuration) name a finding by its fingerprint, so it must not depend on
anything that changes without the finding: lines, offsets, the blocks around.
"""

from __future__ import annotations

from .document.model import Document
from .finding import fingerprint
from .rules.model import Hit, Rule

# How far around a hit its three neighbouring words are looked for, in characters.
_NEAR = 80


def words_of(document: Document, hit: Hit) -> str:
    """What a hit is about: the words a reader sees there, or for a hit in markup what stands in the source."""
    if hit.place:
        return document.source[hit.place.start : hit.place.end]
    return document.text[hit.span.start : hit.span.end]


def fingerprint_of(document: Document, rule: Rule, hit: Hit) -> str:
    """The fingerprint of a hit: its rule, its words, and the words beside it in its own block.

    Nothing of other blocks counts, so that a paragraph can be moved. Equal
    leftovers between equal words share a fingerprint; who compares lists of
    them has to count.
    """
    text = document.text
    start, end = hit.span
    before = after = ""
    if document.blocks and (not hit.place or _in_block(document, hit)):
        first, last = document.block_at(start), document.block_at(max(start, end - 1))
        before = text[max(first.start, start - _NEAR) : start]
        after = text[end : min(last.end, end + _NEAR)]
    return fingerprint(rule.id, words_of(document, hit), before, after)


def _in_block(document: Document, hit: Hit) -> bool:
    """Whether the place of a hit in markup lies among the characters of its block, and not before it."""
    assert hit.place is not None
    runs = document.block_at(hit.span.start).runs
    first = runs[0][0]
    return (~first if first < 0 else first) <= hit.place.start < runs[-1][1]
