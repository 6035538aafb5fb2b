"""Markdown to blocks: CommonMark with tables and strikethrough, and front matter.

The parser is pyromark (pulldown-cmark): of those measured the only exact one that
says where every piece of inline text stands, and 25 times as fast as the next.
Front matter is cut off before, because the parser would take it anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from . import html
from .charref import REFERENCE, decode
from .front_matter import FRONT_MATTER, read_front_matter
from .model import BLOCK_GAP, SIGNAL, Block, Comment, Document, Region, Role
from .sourcemap import LINE_BREAK, Run, visible

_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))
_CONTAINERS: dict[str, Role] = {"BlockQuote": "quote", "Item": "list-item"}
_LEAVES: dict[str, Role] = {"Heading": "heading", "TableCell": "cell", "CodeBlock": "code"}

_BREAK_TAG = re.compile(r"(?i)<br[\s/>]")
_LINK_TAG = re.compile(r"(?i)<(/?)a[\s/>]")
# Elements whose content is no markup, so that what looks like a comment in them is none.
_RAW_TAG = re.compile(r"(?i)<(/?)(?:script|style|textarea|title|xmp|iframe|noembed|noframes)[\s/>]")

# What the parser cannot take is replaced by as many characters: halves of a
# character, and old line ends, which it knows only in some places.
_SURROGATE = re.compile("[\ud800-\udfff]")
_RETURN = re.compile("\r(?!\n)")


class _Collector:
    """The blocks read so far, and the runs of the one being read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.texts: list[str] = []
        self.runs: list[Run] = []
        self.links = 0  # how many links are open
        self.linked = 0
        self.comments: list[Comment] = []
        self._waiting: list[tuple[int, int, bool]] = []  # comments since the last block; in this one?
        self._offset = 0
        self._extensible = False  # whether the last run may grow: a reference must not

    def put(self, start: int, end: int) -> None:
        """Add a run; its character references will be decoded."""
        if self._extensible and self.runs and self.runs[-1][1] == start:
            self.runs[-1] = (self.runs[-1][0], end)
        elif start < end:
            self.runs.append((start, end))
        self._extensible = "&" not in self.source[start:end]
        if self.links:
            self.linked += end - start

    def put_literal(self, start: int, end: int) -> None:
        """Add runs whose text is what stands in the source, were it a reference or not."""
        raw = self.source[start:end]
        if "&" in raw and decode(raw) != raw:
            # A reference cut in two after its ampersand is none.
            while (at := self.source.find("&", start, end)) >= 0:
                self.put(start, at + 1)
                start = at + 1
        self.put(start, end)

    def put_break(self, start: int, end: int) -> None:
        """Add a forced line break."""
        self.runs.append((~start, end))
        self._extensible = False

    def put_comment(self, start: int, end: int, inside: bool = True) -> None:
        """Add a comment; `inside` says whether it belongs to the block being read."""
        self._waiting.append((start, end, inside))

    def end_block(self, role: Role, level: int = 0, region: Region = "") -> None:
        """Make a block of the runs, unless they show nothing."""
        made = len(self.blocks)
        if self.runs:
            text = visible([LINE_BREAK if start < 0 else self.source[start:end] for start, end in self.runs], True)
            if text:
                start, end = self._offset, self._offset + len(text)
                index = len(self.blocks)
                runs = tuple(self.runs)
                self.blocks.append(Block(start, end, index, role, level, region, self.linked, runs, -1))
                self.texts.append(text)
                self._offset = end + len(BLOCK_GAP)
            self.runs.clear()
        if self._waiting:
            if len(self.blocks) > made:
                self.comments.extend(Comment(start, end, made, inside) for start, end, inside in self._waiting)
                self._waiting.clear()
            else:
                self._waiting = [(start, end, False) for start, end, _ in self._waiting]
        self.links = self.linked = 0

    def all_comments(self) -> tuple[Comment, ...]:
        """The comments of the page once its last block has ended."""
        rest = (Comment(start, end, len(self.blocks), False) for start, end, _ in self._waiting)
        return (*self.comments, *rest)


def parse(source: str) -> Document:
    """Read a Markdown source, with or without front matter. Never fails."""
    from pyromark import events_with_range

    begin, body = _body(source)
    place = _places(body, begin)
    page = _Collector(source)
    containers: list[Role] = ["paragraph"]
    role: Role = "paragraph"
    level = images = reached = 0
    signals = SIGNAL in body
    raw_text = False  # whether a tag has opened an element whose content is no markup
    markup: list[Run] = []  # the lines of a block of HTML

    event: Any  # a one-item dict, or a name for what holds nothing
    value: Any
    for event, where in events_with_range(body, options=_options()):
        kind, value = (event, "") if isinstance(event, str) else next(iter(event.items()))
        if kind in ("Start", "End", "Rule"):
            tag = value if isinstance(value, str) else next(iter(value))
            step = 1 if kind == "Start" else -1
            if tag == "Link":
                page.links += step
            elif tag == "Image":
                images += step
            if tag in _INLINE:
                continue
            page.end_block(role, level)
            raw_text = False
            if tag == "HtmlBlock":
                if markup:
                    _read_html(page, markup, containers[-1])
                    markup = []
            elif tag in _CONTAINERS:
                if step > 0:
                    containers.append(_CONTAINERS[tag])
                else:
                    containers.pop()
            opened = tag if step > 0 else ""
            role = _LEAVES.get(opened, containers[-1])
            level = int(value[tag]["level"][1]) if opened == "Heading" else 0
            continue
        if images:
            continue
        start, end = place(where["start"]), place(where["end"])
        if start < reached:
            continue  # the row at which the parser gives up a table with too many cells comes twice
        reached = end
        raw = body[start - begin : end - begin]
        if kind == "Text":
            # White space at the end of a heading belongs to its last event, and not to its text.
            if raw[:1] == "&" and raw != value and REFERENCE.fullmatch(raw.rstrip()):
                page.put(start, end)
            else:
                page.put_literal(start, end)
        elif kind == "SoftBreak":
            page.put(start, end)
        elif kind == "HardBreak" or (kind == "InlineHtml" and _BREAK_TAG.match(raw)):
            page.put_break(start, end)
        elif kind == "Code":
            for run in _code_runs(raw, value, role == "cell"):
                page.put_literal(start + run[0], start + run[1])
        elif kind == "Html":
            markup.append((start, end))
        elif link := _LINK_TAG.match(raw):
            page.links = 0 if link[1] else 1
        elif signals and (opened_raw := _RAW_TAG.match(raw)):
            raw_text = not opened_raw[1]
        elif signals and SIGNAL in raw and raw.startswith("<!--") and not raw_text:
            page.put_comment(start, end)
    page.end_block(role, level)
    return Document(
        source,
        "markdown",
        BLOCK_GAP.join(page.texts),
        tuple(page.blocks),
        read_meta=read_front_matter,
        comments=page.all_comments(),
    )


def _body(source: str) -> tuple[int, str]:
    """Where the front matter ends, and what follows it as the parser can take it, as long as it stands there."""
    front = FRONT_MATTER.match(source)
    begin = front.end() if front else 0
    return begin, _RETURN.sub("\n", _SURROGATE.sub("\ufffd", source[begin:]))


def render(source: str) -> str:
    """The HTML that a Markdown source stands for, without its front matter."""
    from pyromark import html as to_html

    page: str = to_html(_body(source)[1], options=_options())
    return page


def _options() -> Any:
    from pyromark import Options

    return Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH


def _places(body: str, begin: int) -> Callable[[int], int]:
    """Turns byte offsets of `body` in UTF-8 into offsets of the source, where it starts at `begin`.

    Counts on from the last answer, so asking in order costs one pass in all.
    """
    if body.isascii():
        return begin.__add__
    data = body.encode()
    at, point = 0, begin

    def place(byte: int) -> int:
        nonlocal at, point
        if byte >= at:
            point += len(data[at:byte].decode())
        else:
            point -= len(data[byte:at].decode())
        at = byte
        return point

    return place


def _code_runs(raw: str, text: str, in_table: bool) -> list[Run]:
    """The parts of `raw`, a code span with its backticks, that hold its text.

    Left out are the backticks, one space inside them on both sides, the marks of
    quotes on further lines, and in a table the backslash of an escaped pipe.
    """
    ticks = len(raw) - len(raw.lstrip("`"))
    start, end = ticks, len(raw) - ticks
    letters = "".join(text.split())
    runs = [(start, end)]
    if in_table:
        runs = list(_unescaped(raw, start, end))
    elif ">" in raw and ("\n" in raw or "\r" in raw):
        lines = list(_unquoted(raw, start, end, letters))
        if "".join("".join(raw[first:last].split()) for first, last in lines) == letters:
            runs = lines
    if letters and raw[runs[0][0]] in " \r\n" and raw[runs[-1][1] - 1] in " \r\n":
        runs[0] = (runs[0][0] + 1, runs[0][1])
        runs[-1] = (runs[-1][0], runs[-1][1] - 1)
    return runs


def _unescaped(raw: str, start: int, end: int) -> Iterator[Run]:
    """raw[start:end] without the backslashes before pipes."""
    while (escape := raw.find("\\|", start, end)) >= 0:
        yield start, escape
        start = escape + 1
    yield start, end


_MARKS = re.compile(">*+")
_QUOTED_LINE = re.compile(r"([ \t>]*+)([^\r\n]*+(?:\r\n?|\n|\Z))")


def _unquoted(raw: str, start: int, end: int, letters: str) -> Iterator[Run]:
    """The lines of raw[start:end] without the marks of the quotes around.

    `letters` is the text without its white space: it tells which of the marks
    at the start of a line are its own.
    """
    seen = 0
    first = True
    while start < end:
        line = _QUOTED_LINE.match(raw, start, end)
        assert line is not None  # it matches nothing, too
        if not first:
            own = _MARKS.match(letters, seen)
            for _ in range(line[1].count(">") - len(own[0] if own else "")):
                start = raw.index(">", start) + 1
        if start < line.end():
            yield start, line.end()
        seen += len("".join(raw[start : line.end()].split()))
        start, first = line.end(), False


def _read_html(page: _Collector, lines: list[Run], around: Role) -> None:
    """Add the blocks of a stretch of HTML, `lines` without the marks of quotes and lists around."""
    first = lines[0][0]
    shown: list[str] = []
    at = first
    for start, end in lines:
        shown += " " * (start - at), page.source[start:end]
        at = end
    starts = [start for start, _ in lines]
    inner = html.parse("".join(shown))
    comments = list(inner.comments)
    for block in inner.blocks:
        while comments and comments[0].block == block.index:
            comment = comments.pop(0)
            page.put_comment(comment.start + first, comment.end + first, comment.inside)
        for start, end in block.runs:
            if start < 0:
                page.put_break(~start + first, end + first)
                continue
            start, end = start + first, end + first
            at = bisect_right(starts, start) - 1
            while at < len(lines) and lines[at][0] < end:
                if max(start, lines[at][0]) < min(end, lines[at][1]):
                    page.put(max(start, lines[at][0]), min(end, lines[at][1]))
                at += 1
        page.linked = block.linked
        page.end_block(around if block.role == "paragraph" else block.role, block.level, block.region)
    for comment in comments:
        page.put_comment(comment.start + first, comment.end + first, inside=False)
