"""Boxes that a page puts among the paragraphs of its article: share bars, teasers, prompts, players.

They stand in elements of their own, hold hardly any running prose, and are made of links
or buttons or are called what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .markup import TAG, values

if TYPE_CHECKING:
    from .model import Document

# Elements that hold other blocks; a paragraph or heading is part of the text around it.
_BOXES = frozenset("div section ul ol dl aside form table fieldset center details dialog menu".split())
_FORMS = frozenset(("form", "fieldset", "dialog", "menu"))

# How makers of themes call such boxes: a word or more of a class or an id, as patterns.
_NAMES = (
    "share sharing social follow print tools toolbar utility",
    "related recirc recommend(?:ed|ations?)? read-?(?:more|next) more-?(?:on|from|stories|news|articles)",
    "most-?(?:read|popular|viewed) popular trending teasers? outbrain taboola weiterlesen mehr-zum-thema meistgelesen",
    "newsletters? subscri(?:be|ption) sign-?up paywall app-?(?:promo|download) embed-?(?:code|newsletter)",
    "promos? advert(?:isement)?s? ads? ad-?(?:slot|unit|container|wrapper) sponsor(?:ed)? affiliate werbung anzeige",
    "tags? topics breadcrumbs? pagination comments? teilen",
    "bio author-?(?:bio|box|card|info) about-?(?:the-?)?author",
    "cookie consent modal popup toast overlay widget",
    "player video-?(?:player|meta|info) playlist carousel slider",
)
_CALLED = re.compile(rf"(?<![a-z])(?:{'|'.join(' '.join(_NAMES).split())})(?![a-z])")

# A box with more than this share of the article's prose is the article, whatever it is called.
_MUCH = 0.2
# A box is made of links when this share of its characters stand in them.
_LINKS = 0.5


# The attributes that name a box.
_NAMED_IN = ("class", "id", "data-testid", "data-component")


class _Sums(NamedTuple):
    """Characters, linked characters and controls of all blocks before each."""

    size: list[int]
    linked: list[int]
    controls: list[int]


def boxes(document: Document, first: int, last: int, weight: Sequence[float]) -> list[tuple[int, int]]:
    """The ranges of block indexes of such boxes among blocks[first:last], in order and apart.

    `weight` is the amount of prose in each element, those inside it counted.
    """
    elements = document.elements
    # Sums from the first block on, because elements may lie in each other by the thousand.
    sums = _Sums(
        [0, *accumulate(block.end - block.start for block in document.blocks)],
        [0, *accumulate(block.linked for block in document.blocks)],
        [0, *accumulate(block.role == "control" for block in document.blocks)],
    )
    most = _MUCH * max(weight, default=0.0)
    found: list[tuple[int, int]] = []
    end = first
    for index, (tag, start, _, begin, *_) in enumerate(elements.opened):
        if begin >= last:
            break
        if tag not in _BOXES or begin < end or weight[index] > most:
            continue
        stop = elements.lasts[index]
        if begin < stop <= last and (begin, stop) != (first, last):
            bare = not weight[index] and _is_bare(sums, tag, begin, stop)
            if bare or _is_called_so(document.source, start):
                found.append((begin, stop))
                end = stop
    return found


def _is_bare(sums: _Sums, tag: str, begin: int, stop: int) -> bool:
    """Whether a box without prose is a form, or made of buttons or of links."""
    if tag in _FORMS or sums.controls[stop] - sums.controls[begin] == stop - begin:
        return True
    if tag == "table" or stop - begin == 1:
        return False  # a link by itself may be a leftover in the article, and is for the rules
    return sums.linked[stop] - sums.linked[begin] > _LINKS * (sums.size[stop] - sums.size[begin])


def _is_called_so(source: str, start: int) -> bool:
    """Whether the tag at `start` names its element as such a box."""
    tag = TAG.match(source, start)
    if not tag:
        return False
    said = values(tag[0])
    names = " ".join(said.get(name, "") for name in _NAMED_IN)
    return _CALLED.search(names.lower().replace("_", "-")) is not None
