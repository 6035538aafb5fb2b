"""The document: one text for matching, in blocks, each character of it placed in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..span import LineIndex, Span
from .sourcemap import Run, locate

if TYPE_CHECKING:
    from .meta import Meta
    from .tree import Tree

Format = Literal["text", "html", "markdown"]
"""The formats an article can have."""

Role = Literal["heading", "paragraph", "list-item", "quote", "caption", "cell", "term", "code", "control"]
"""What a block is. `term` is a glossary term, `control` a button, option or form label."""

Region = Literal["", "article", "header", "footer", "navigation", "aside", "comments", "hidden"]
"""Which part of a page a block stands in, by its markup; empty where nothing says."""

Scope = Literal["article", "page"]
"""What a rule looks at: the article alone, or every block of the page."""

ROLES: tuple[Role, ...] = ("heading", "paragraph", "list-item", "quote", "caption", "cell", "term", "code", "control")
"""All roles."""

REGIONS: tuple[Region, ...] = ("article", "header", "footer", "navigation", "aside", "comments", "hidden")
"""All named regions."""

BLOCK_GAP = "\n\n"
"""What stands between two blocks in a document's text."""


class Block(NamedTuple):
    """One block of a document: `text[start:end]`, with what is known about it.

    A named tuple for the same reason as `Span`. `index` is its place in
    `Document.blocks`; `level` a heading's level (1 to 6, otherwise 0);
    `linked` the number of source code points inside links; `runs` the source
    spans that hold its characters; `parent` the index of the innermost block
    element around it (HTML, otherwise -1).
    """

    start: int
    end: int
    index: int  # type: ignore[assignment]  # tuple.index is of no use here
    role: Role
    level: int
    region: Region
    linked: int
    runs: tuple[Run, ...]
    parent: int

    @property
    def span(self) -> Span:
        """The block's span in the document's text."""
        return Span(self.start, self.end)

    @property
    def link_density(self) -> float:
        """Share of the block's characters that stand inside links, 0 to 1."""
        return min(1.0, self.linked / max(1, self.end - self.start))


class Element(NamedTuple):
    """A block-level element of an HTML source.

    `start` to `end` is its span in the source with both tags; `parent` the index
    of the element around it (-1 for none); the blocks inside are
    `blocks[first:last]`.
    """

    tag: str
    start: int
    end: int
    parent: int
    first: int
    last: int


class Comment(NamedTuple):
    """A comment of an HTML or Markdown source that speaks to lintnews: `source[start:end]`, marks included.

    `inside` says whether it stands in a block, with no edge of an element between
    it and the block's text; `block` is the index of that block, otherwise of the
    first one after the comment, or the number of blocks when there is none.
    """

    start: int
    end: int
    block: int
    inside: bool


SIGNAL = "lintnews"
"""The word that a comment must hold to be collected: most pages lack it, and then nothing is looked for."""

Opened = tuple[str, int, int, int, Role, int, Region, int]
"""What is known when an element opens: tag, start, parent, first block; then what only the reader needs."""


class Elements(NamedTuple):
    """The block-level elements of a source, in document order.

    Kept as the reader collects them, because a page has as many elements as
    blocks and few are ever looked at; `get` makes one of them.
    """

    opened: list[Opened]
    ends: list[int]
    lasts: list[int]

    def get(self, index: int) -> Element:
        """The element of that index."""
        tag, start, parent, first, *_ = self.opened[index]
        return Element(tag, start, self.ends[index], parent, first, self.lasts[index])


NO_ELEMENTS = Elements([], [], [])
"""What formats without elements have."""


# What is known of the blocks in scope, and forgotten when some of them go.
_OF_BODY = ("body", "images", "shared:selected", "shared:selected all", "shared:roles")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """One article, read from one source.

    `text` is what a reader sees, for matching: blocks apart by an empty line,
    white space collapsed, invisible characters left out. All offsets are code
    points: of `text` unless a name says source. `scope` says which blocks rules
    look at: those of the article, or all that the page shows. `gone` holds the
    indexes of blocks that are as good as deleted (see `without`), `marked` those of
    blocks in which something has been found already; `comments` are those that speak
    to lintnews. `recurring` says of blocks that also stand in other articles of the
    run, by index, in how many different ones, and `usual` holds the indexes of those
    that stand in more than half of all (see `recurring.py`).
    """

    source: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    elements: Elements = NO_ELEMENTS
    read_meta: Callable[[Document], Meta] | None = None
    scope: Scope = "article"
    gone: frozenset[int] = frozenset()
    comments: tuple[Comment, ...] = ()
    recurring: Mapping[int, int] = field(default_factory=dict)
    usual: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()
    _lazy: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def block_text(self, block: Block) -> str:
        """The text of `block`."""
        return self.text[block.start : block.end]

    def block_at(self, offset: int) -> Block:
        """The block that holds the text offset, or the last one before it.

        Raises IndexError when the document has no block.
        """
        starts: list[int] = self._once("starts", lambda: [block.start for block in self.blocks])
        return self.blocks[max(0, bisect_right(starts, offset) - 1)]

    def source_span(self, span: Span) -> Span:
        """Where a span of the text stands in the source: from its first to its last character.

        Markup between the two lies inside. An empty span maps to an empty one.
        """
        if span.start >= span.end:
            if not self.blocks:
                return Span(0, 0)
            block = self.block_at(span.start)
            inside = span.start < block.end
            at = self._place(block, span.start)[0] if inside else self._place(block, block.end - 1)[1]
            return Span(at, at)
        first, last = self.block_at(span.start), self.block_at(span.end - 1)
        start = self._place(first, min(span.start, first.end - 1))[0]
        end = self._place(last, min(span.end, last.end) - 1)[1]
        return Span(start, end)

    def source_pieces(self, span: Span) -> tuple[Span, ...]:
        """The source spans that hold the characters of a text span, markup left out.

        A forced line break inside the span is a character of it, so its tag is no markup here.
        """
        pieces: list[Span] = []
        for block in self.blocks[self.block_at(span.start).index :] if self.blocks else ():
            start, end = max(span.start, block.start), min(span.end, block.end)
            if block.start >= span.end:
                break
            if start >= end:
                continue
            first, last = self.source_span(Span(start, end))
            for run_start, run_end in block.runs:
                run_start = max(first, ~run_start if run_start < 0 else run_start)
                run_end = min(last, run_end)
                if run_start >= run_end:
                    continue
                if pieces and pieces[-1].end == run_start:
                    pieces[-1] = Span(pieces[-1].start, run_end)
                else:
                    pieces.append(Span(run_start, run_end))
        return tuple(pieces)

    def _place(self, block: Block, offset: int) -> tuple[int, int]:
        """Start and end, in the source, of the text character at `offset` of `block`."""
        runs = block.runs
        if len(runs) == 1 and runs[0][1] - runs[0][0] == block.end - block.start:
            # Nothing was left out, so nothing moved (decoding and collapsing only shorten).
            at = runs[0][0] + offset - block.start
            return at, at + 1
        key = f"map{block.index}"
        starts, ends = self._once(key, lambda: locate(self.source, runs, self.format != "text"))
        return starts[offset - block.start], ends[offset - block.start]

    @property
    def lines(self) -> LineIndex:
        """The line index of the source."""
        index: LineIndex = self._once("lines", lambda: LineIndex(self.source))
        return index

    @property
    def meta(self) -> Meta:
        """Title, byline, dates and the like, each with its source span."""
        from .meta import Meta

        read = self.read_meta
        meta: Meta = self._once("meta", lambda: read(self) if read else Meta())
        return meta

    @property
    def tree(self) -> Tree:
        """The Beautiful Soup tree of the source, joined to the blocks by position."""
        from .tree import Tree

        tree: Tree = self._once("tree", lambda: Tree(self))
        return tree

    @property
    def soup(self) -> Any:
        """The `bs4.BeautifulSoup` object of the source (`tree.soup`), built on first use."""
        return self.tree.soup

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks in scope that are not gone, in order: what rules look at."""
        if not self.gone:
            return self.whole_body
        blocks: tuple[Block, ...] = self._once(
            "body", lambda: tuple(block for block in self.whole_body if block.index not in self.gone)
        )
        return blocks

    @property
    def whole_body(self) -> tuple[Block, ...]:
        """The blocks in scope, those that are gone among them, in order."""
        blocks: tuple[Block, ...] = self._once("whole body", self._in_scope)
        return blocks

    def _in_scope(self) -> tuple[Block, ...]:
        if self.format != "html":
            return self.blocks
        from .article import in_scope

        return in_scope(self)

    def without(self, gone: frozenset[int], marked: frozenset[int] = frozenset()) -> Document:
        """The same document as it would stand with the blocks `gone` deleted; offsets stay.

        In the blocks `marked` something has been found already.
        """
        if gone == self.gone and marked == self.marked:
            return self
        if gone == self.gone:
            return replace(self, marked=marked)
        kept = {key: value for key, value in self._lazy.items() if key not in _OF_BODY}
        return replace(self, gone=gone, marked=marked, _lazy=kept)

    @property
    def has_images(self) -> bool:
        """Whether an image stands among the blocks in scope, or right before or after them."""
        from .article import has_images

        found: bool = self._once("images", lambda: has_images(self))
        return found

    @property
    def words(self) -> int:
        """Number of words in the blocks that rules look at."""
        return sum(len(self.text[block.start : block.end].split()) for block in self.body)

    def remember(self, key: str, make: Callable[[], Any]) -> Any:
        """The value of `make()`, computed once per document under `key`.

        For facts that several rules share (a folded text, the normalised headings).
        """
        return self._once("shared:" + key, make)

    def _once(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self._lazy:
            self._lazy[key] = make()
        return self._lazy[key]
