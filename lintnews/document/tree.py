"""The Beautiful Soup tree of an HTML source, joined to the blocks by position."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from .model import Block, Document


class Tree:
    """`soup` with two look-ups between its tags and the document's blocks.

    Built on first use: making the tree costs ten times what reading the blocks
    does, so only rules that ask for it pay.
    """

    __slots__ = ("_block_ends", "_by_place", "_document", "_elements", "_places", "soup")

    def __init__(self, document: Document) -> None:
        self._document = document
        self.soup = _read(document.source)
        starts = _line_starts(document.source)
        self._by_place: dict[int, Tag] = {
            starts[tag.sourceline - 1] + tag.sourcepos: tag
            for tag in self.soup.find_all(True)
            if tag.sourceline is not None and tag.sourcepos is not None
        }
        self._places = {id(tag): place for place, tag in self._by_place.items()}
        self._elements = {opened[1]: index for index, opened in enumerate(document.elements.opened)}
        self._block_ends = [block.runs[-1][1] for block in document.blocks]

    def offset(self, tag: Tag) -> int | None:
        """Where the tag starts in the source (code points), or None for a tag that no source made."""
        place = self._places.get(id(tag))
        return place if place is not None and self._by_place[place] is tag else None

    def tag_of(self, block: Block) -> Tag | None:
        """The tag of the innermost block-level element around `block`."""
        if block.parent < 0:
            return None
        return self._by_place.get(self._document.elements.get(block.parent).start)

    def blocks_in(self, tag: Tag) -> tuple[Block, ...]:
        """The blocks inside a tag; for an inline tag without any, the one block it stands in."""
        blocks = self._document.blocks
        if tag is self.soup:
            return blocks
        place = self.offset(tag)
        if place is None:
            return ()
        if place in self._elements:
            # Ours ends where a browser ends it; html.parser knows no implied end tags.
            element = self._document.elements.get(self._elements[place])
            return blocks[element.first : element.last]
        inside = {id(child) for child in tag.find_all(True)}
        if found := tuple(block for block in blocks if id(self.tag_of(block)) in inside):
            return found
        following = bisect_right(self._block_ends, place)
        if following == len(blocks):
            return ()
        around = self.tag_of(blocks[following])
        if around is None or any(parent is around for parent in tag.parents):
            return (blocks[following],)
        return ()


def _read(source: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a source that looks like a file name or XML is no news here
        try:
            return BeautifulSoup(source, "html.parser")
        except ParserRejectedMarkup:
            # html.parser gives up on a malformed "<![": what it takes for a comment is as long.
            return BeautifulSoup(source.replace("<![", "<! "), "html.parser")


def _line_starts(source: str) -> list[int]:
    """Starts of the lines as html.parser counts them: only a line feed ends one."""
    starts = [0]
    at = source.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    return starts
