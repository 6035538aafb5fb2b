"""Which blocks of a page are the article.

A fragment, a text or a Markdown file is all article. A page with furniture of
its own is narrowed down the way a reader's eye does it: from the whole page
towards the element that still holds nearly all of the running prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from .boxes import boxes
from .markup import TAG, values

if TYPE_CHECKING:
    from .model import Block, Document, Region

_OUTSIDE: tuple[Region, ...] = ("header", "footer", "navigation", "aside", "comments", "hidden")

# Running prose: long enough to be a sentence or two, and not made of links.
_PROSE_LENGTH = 80
_PROSE_LINKS = 0.5

# Regions that only a page has.
_OF_A_PAGE: tuple[Region, ...] = ("header", "navigation", "comments")

# Blocks of links in a source: more than the related articles below a stored one.
_MENUS = 15

# What the prose of a teaser counts for, and how many blocks one has at most.
_TEASER = 0.1
_TEASER_BLOCKS = 8

# What schema.org calls the element with the article's text, and the share of
# the page's prose that makes it believable.
_BODY_MARK = "articleBody"
_DECLARED_SHARE = 0.2
# Less prose than this, in characters, says nothing about where the article is.
_LITTLE = 600

# An element is entered while it holds this share of the prose of the one around it.
_SHARE = 0.75


def in_scope(document: Document) -> tuple[Block, ...]:
    """The blocks in the document's scope, its article or all that its page shows."""
    shown = tuple(block for block in document.blocks if block.region != "hidden")
    if document.scope == "page":
        return shown
    # Without a site's head, menu or comments an article was stored, and an aside or
    # footer was stored as part of it. Unless many links tell of a page.
    page = any(block.region in _OF_A_PAGE for block in shown)
    if not page and sum(block.link_density > _PROSE_LINKS for block in shown) < _MENUS:
        return shown
    first, last, weight = _densest(document)
    apart = {index for start, end in boxes(document, first, last, weight) for index in range(start, end)}
    inside = tuple(
        block
        for block in shown
        if first <= block.index < last and block.region not in _OUTSIDE and block.index not in apart
    )
    if any(map(_prose, inside)) or _declared(document):
        return inside or shown
    # Without prose no element stands out, or words that mean furniture were put on the article itself.
    return tuple(block for block in shown if block.region == "article") or shown


def _prose(block: Block) -> int:
    """How much running prose a block is, in characters; 0 for anything else."""
    length = block.end - block.start
    if length < _PROSE_LENGTH or block.role in ("heading", "control", "code") or block.link_density > _PROSE_LINKS:
        return 0
    return length


def _densest(document: Document) -> tuple[int, int, list[float]]:
    """The range of block indexes of the element that holds the article's prose, and the prose in each element."""
    elements = document.elements
    parents = [opened[2] for opened in elements.opened]
    firsts = [opened[3] for opened in elements.opened]
    weight = [0.0] * len(parents)
    prose: list[tuple[int, int, int]] = []
    for block in document.blocks:
        if block.parent >= 0 and block.region not in _OUTSIDE and (amount := _prose(block)):
            box = block.parent
            while box >= 0 and elements.lasts[box] - firsts[box] == 1:
                box = parents[box]
            prose.append((block.parent, box, amount))
    company = Counter(box for _, box, _ in prose)
    total = 0.0
    for parent, box, amount in prose:
        value: float = amount
        if box >= 0 and company[box] == 1 and _teases(document.blocks[firsts[box] : elements.lasts[box]]):
            value *= _TEASER
        weight[parent] += value
        total += value
    # Elements stand in document order, so children come after their parents.
    for i in range(len(parents) - 1, -1, -1):
        if weight[i] and parents[i] >= 0:
            weight[parents[i]] += weight[i]
    heaviest: dict[int, int] = {}
    for i, held in enumerate(weight):
        if held and (parents[i] not in heaviest or held > weight[heaviest[parents[i]]]):
            heaviest[parents[i]] = i
    at, held = -1, total
    if declared := _declared(document):
        at = max(declared, key=weight.__getitem__)
        held = sum(weight[i] for i in declared)
        if held < _DECLARED_SHARE * total and total > _LITTLE:
            at, held = -1, total
        elif weight[at] < _SHARE * held or not held:
            return firsts[declared[0]], elements.lasts[declared[-1]], weight
    while (child := heaviest.get(at)) is not None and held and weight[child] >= _SHARE * held:
        if elements.opened[child][0] in ("p", "li", "blockquote", "td", "tr"):
            break
        at, held = child, weight[child]
    return (firsts[at], elements.lasts[at], weight) if at >= 0 else (0, len(document.blocks), weight)


def _teases(box: tuple[Block, ...]) -> bool:
    """Whether the blocks of a box with one piece of prose are a teaser: it has a headline or link of its own."""
    return len(box) <= _TEASER_BLOCKS and any(
        block.role == "heading" or block.link_density > _PROSE_LINKS for block in box
    )


def _declared(document: Document) -> list[int]:
    """The elements that the page itself declares to be the body of its article (schema.org), outermost only."""
    source = document.source
    opened = document.elements.opened
    found: list[int] = []
    at = source.find(_BODY_MARK)
    while at >= 0:
        index = bisect_right(opened, at, key=itemgetter(1)) - 1
        if index >= 0 and (not found or opened[index][1] >= document.elements.ends[found[-1]]):
            start = opened[index][1]
            tag = TAG.match(source, start)
            if tag and at < tag.end() and values(tag[0]).get("itemprop") == _BODY_MARK:
                found.append(index)
        at = source.find(_BODY_MARK, at + 1)
    return found


_IMAGE = {
    "html": re.compile(r"<(?:img|picture|figure|amp-img)[\s>]", re.IGNORECASE),
    "markdown": re.compile(r"!\[|<img\s", re.IGNORECASE),
}


def has_images(document: Document) -> bool:
    """Whether an image stands between the blocks before and after those in scope."""
    pattern = _IMAGE.get(document.format)
    shown = document.body
    if pattern is None or not shown:
        return False
    blocks = document.blocks
    before, after = shown[0].index - 1, shown[-1].index + 1
    start = document.source_span(blocks[before].span).end if before >= 0 else 0
    end = document.source_span(blocks[after].span).start if after < len(blocks) else len(document.source)
    return pattern.search(document.source, start, end) is not None
