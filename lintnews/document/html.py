"""HTML to blocks, in one pass over the tags.

Token order is as good as a tree for text blocks: any block-level tag ends the
block before it. What is kept of the tree is a stack of open block-level
elements, for roles, regions and the extent of each element.

`parse` is one long loop on purpose: it runs once for every tag of every page,
and a call or an object more for each tag would halve its speed.
"""

from __future__ import annotations

import re
from typing import Final

from .charref import decode
from .chrome import hides, is_live_comments, region_of
from .htmlmeta import read_html_meta
from .markup import TAG
from .model import BLOCK_GAP, SIGNAL, Block, Comment, Document, Elements, Opened, Region, Role
from .sourcemap import LINE_BREAK, Run, collapse

# What a tag does, the most frequent first, in the order in which `parse` asks.
_OPEN: Final = 0
_CLOSE: Final = 1
_LINK_END: Final = 2
_NOTHING: Final = 3
_INLINE: Final = 4
_LINK: Final = 5
_BREAK: Final = 6
_RULE: Final = 7
_CONTROL: Final = 8
_FALLBACK: Final = 9
_FOREIGN: Final = 10

_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html label legend li listing main menu nav ol "
    "optgroup option p pre search section select summary table tbody td tfoot th thead tr ul"
).split()
_INLINE_TAGS = (
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr picture q s samp small "
    "span strike strong sub sup time tt u use var"
).split()
_VOID_TAGS = "area base col embed frame img link meta param path source track wbr".split()

_KINDS: dict[str, int] = {
    **dict.fromkeys(_INLINE_TAGS, _INLINE),
    **dict.fromkeys(_VOID_TAGS, _NOTHING),
    **{"/" + tag: _NOTHING for tag in _INLINE_TAGS},
    **dict.fromkeys(_BLOCK_TAGS, _OPEN),
    **{"/" + tag: _CLOSE for tag in _BLOCK_TAGS},
    # Fallback content, which a reader with a modern browser never sees.
    **dict.fromkeys(("noscript", "template", "video", "audio", "canvas", "object"), _FALLBACK),
    "a": _LINK,
    "/a": _LINK_END,
    "br": _BREAK,
    "/br": _BREAK,
    "hr": _RULE,
    "svg": _FOREIGN,
    "math": _FOREIGN,
    "input": _CONTROL,
}

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_ROWS = ("tbody", "thead", "tfoot")

# Tags whose start ends an open element of these names, when it is the innermost.
_ENDS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("td", "th", "tr", "caption"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
    "button": ("button",),
    **dict.fromkeys(_ROWS, ("td", "th", "tr", "caption", *_ROWS)),
    **dict.fromkeys(_LEVELS, tuple(_LEVELS)),
}
# Block-level tags that may stand in a paragraph; any other ends it.
_IN_PARAGRAPH = frozenset("html head body button select option optgroup legend label".split())

# Elements an end tag does not reach out of: a stray </div> in a cell does not end the table around it.
_WALLS = frozenset(("table", "td", "th", "caption"))
_TABLE_WALLS = frozenset(("table",))
_LIST_WALLS = _WALLS | {"ul", "ol"}
_WALLS_OF = {
    **dict.fromkeys(("table", "tr", "td", "th", "caption", *_ROWS), _TABLE_WALLS),
    "li": _LIST_WALLS,
}

_ROLES: dict[str, Role] = {
    "li": "list-item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "cell",
    "th": "cell",
    "dt": "term",
    "pre": "code",
    "listing": "code",
    "button": "control",
    "label": "control",
    "option": "control",
    "legend": "control",
}

# The parts of a page that have a tag of their own.
_TAG_REGIONS: dict[str, Region] = {
    "article": "article",
    "main": "article",
    "header": "header",
    "footer": "footer",
    "nav": "navigation",
    "aside": "aside",
}
# The tags that mean something by themselves.
_SPECIAL = {*_LEVELS, *_ROLES, *_TAG_REGIONS, "p"}
# The tags whose attributes are asked for the part of the page they make up.
_CONTAINERS = frozenset("div section ul ol dl nav header footer aside article main form table td dialog h3 p".split())
# Regions inside which a more exact one may be named.
_OPEN_REGIONS = ("", "article", "header")

# How far up a stray end tag looks for its start tag: deeper than any page nests
# between the two, and a bound on what hostile nesting can cost.
_DEPTH = 64
# How many names are looked for an end tag in vain before none is looked for: a bound of the same kind.
_UNCLOSED = 64

_new = tuple.__new__  # a named tuple's own constructor takes twice the time


def parse(source: str) -> Document:
    """Read an HTML source: a whole page or any fragment of one. Never fails."""
    blocks: list[Block] = []
    texts: list[str] = []
    pieces: list[str] = []  # of the block being read, with ...
    runs: list[Run] = []  # ... the place of each in the source
    opened: list[Opened] = []
    ends: list[int] = []
    lasts: list[int] = []
    open_tags: list[str] = [""]  # the open block-level elements, outermost first; "" stands for the document
    parent, level, linked, controls = -1, 0, 0, 0
    role: Role = "paragraph"
    region: Region = ""
    stop = offset = 0
    link_depth = 0  # len(open_tags) at the open link, 0 outside links
    skipped = ""  # name of the element whose text is not shown
    skip_depth = 0
    unclosed: set[str] = set()
    named: dict[str, Region] = {}  # what each distinct start tag says of its region
    has_nul = "\0" in source
    signals = SIGNAL in source
    comments: list[Comment] = []
    pending: list[tuple[int, int, int, int]] = []  # comments before the end of a block: place, elements so far, parent
    literal = -1  # where the last CDATA section ends

    def end_block() -> None:
        nonlocal offset, linked
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if "&" in raw:
            raw = "".join(map(decode, pieces))
        text = " ".join(raw.split()) if raw.isascii() and not has_nul else collapse(raw)
        if text:
            end = offset + len(text)
            blocks.append(_new(Block, (offset, end, len(blocks), role, level, region, linked, tuple(runs), parent)))
            texts.append(text)
            offset = end + 2
            if pending:
                settle(len(ends), parent)
        linked = 0
        pieces.clear()
        runs.clear()

    def settle(elements: int, around: int) -> None:
        """Join the pending comments to the last block; those with no tag of a block between stand in it."""
        for start, end, seen, at in pending:
            comments.append(Comment(start, end, len(blocks) - 1, seen == elements and at == around))
        pending.clear()

    def close(end: int) -> None:
        nonlocal parent, role, level, region, link_depth
        del open_tags[-1]
        ends[parent] = end
        lasts[parent] = len(blocks)
        was = region
        _, _, parent, first, role, level, region, count = opened[parent]
        if was == "comments" != region and not is_live_comments(controls - count, len(blocks) - first):
            # A form without fields is no form any more: its words are leftovers in the text.
            for i in range(first, len(blocks)):
                if blocks[i].region == "comments":
                    blocks[i] = blocks[i]._replace(region=region)
        if len(open_tags) < link_depth:
            link_depth = 0

    def skip(name: str, kind: int, at: int) -> None:
        """Leave out the element just opened, unless it is never closed: it would take the rest of the page along."""
        nonlocal skipped, skip_depth
        if kind == _FOREIGN or (name not in unclosed and len(unclosed) < _UNCLOSED and _ends(source, name, at)):
            skipped, skip_depth = name, 1
        else:
            unclosed.add(name)

    parts = TAG.split(source)
    rest = parts.pop()
    for text, tag, raw_name, name in zip(parts[::5], parts[1::5], parts[2::5], parts[4::5], strict=True):
        start = stop
        if text:
            start += len(text)
            if not skipped and (pieces or not text.isspace()):
                pieces.append(text)
                runs.append((stop, start))
                if link_depth:
                    linked += len(text)
        stop = start + len(tag)
        if name is None:
            controls += raw_name is not None and raw_name.lower() == "textarea"
            if signals and raw_name is None:
                if tag.startswith("<![CDATA["):
                    literal = source.find("]]>", start)
                elif tag.startswith("<!--") and start > literal and SIGNAL in tag and not skipped:
                    pending.append((start, stop, len(ends), parent))
            continue
        kind = _KINDS.get(name)
        if kind is None:
            name = name.lower()
            kind = _KINDS.get(name, _NOTHING if name[0] == "/" else _INLINE)
        if skipped:
            if name == skipped:
                skip_depth += tag[-2] != "/"
            elif name[0] == "/" and name[1:] == skipped:
                skip_depth -= 1
            if skip_depth and not (kind == _OPEN and _KINDS.get(skipped) == _FOREIGN):
                continue
            skipped = ""
            if kind != _OPEN:
                continue
        if kind == _OPEN:
            if pieces:
                end_block()
            last = open_tags[-1]
            if last == "p" and name not in _IN_PARAGRAPH:
                close(start)
                last = open_tags[-1]
            if name in _ENDS:
                while last in _ENDS[name]:
                    close(start)
                    last = open_tags[-1]
            opened.append((name, start, parent, len(blocks), role, level, region, controls))
            parent = len(ends)
            open_tags.append(name)
            ends.append(stop)
            lasts.append(-1)
            if name in _SPECIAL:
                if name in _LEVELS:
                    role, level = "heading", _LEVELS[name]
                elif name in _ROLES:
                    role = _ROLES[name]
                elif name == "p":
                    role = "paragraph" if role == "cell" else role
                elif region in _OPEN_REGIONS:
                    inner = _TAG_REGIONS[name]
                    region = "article" if region == "article" and inner == "header" else inner
            if stop - start > len(name) + 2:  # it has attributes
                says = named.get(tag)
                if says is None:
                    says = named[tag] = "hidden" if hides(tag) else region_of(tag) if name in _CONTAINERS else ""
                # Some site builders put the article itself into a widget.
                if says and (region in _OPEN_REGIONS or says == "hidden" or (says == "article" and region == "aside")):
                    region = says
        elif kind == _CLOSE:
            if pieces:
                end_block()
            name = name[1:]
            if open_tags[-1] == name or (name in _LEVELS and open_tags[-1] in _LEVELS):
                close(stop)
            elif _in_reach(open_tags, name):
                while open_tags[-1] != name:
                    close(start)
                close(stop)
        elif kind == _LINK_END:
            link_depth = 0
        elif kind == _NOTHING:
            pass
        elif kind <= _LINK:
            if ("hidden" in tag or "isplay" in tag) and hides(tag):
                skip(name, _FALLBACK, stop)
            elif kind == _LINK:
                # An anchor is a place to link to, and often left open.
                link_depth = len(open_tags) if "href" in tag or "name=" not in tag else 0
        elif kind == _BREAK:
            if pieces:
                if _breaks(pieces):
                    end_block()  # two in a row part paragraphs
                else:
                    pieces.append(LINE_BREAK)
                    runs.append((~start, stop))
        elif kind == _RULE:
            if pieces:
                end_block()
            if open_tags[-1] == "p":
                close(start)
        elif kind == _CONTROL:
            controls += 1
        elif tag[-2] != "/":
            skip(name, kind, stop)
    if rest and not skipped:
        pieces.append(rest)
        runs.append((stop, len(source)))
    if pieces:
        end_block()
    while len(open_tags) > 1:
        close(len(source))
    comments.extend(Comment(start, end, len(blocks), False) for start, end, _, _ in pending)
    return Document(
        source,
        "html",
        BLOCK_GAP.join(texts),
        tuple(blocks),
        Elements(opened, ends, lasts),
        read_html_meta,
        comments=tuple(comments),
    )


def _in_reach(open_tags: list[str], name: str) -> bool:
    """Whether an end tag of that name finds its start tag among the open elements."""
    walls = _WALLS_OF.get(name, _WALLS)
    for tag in open_tags[: -_DEPTH - 1 : -1]:
        if tag == name:
            return True
        if tag in walls:
            return False
    return False


def _breaks(pieces: list[str]) -> bool:
    """Whether nothing but white space stands after the last forced line break."""
    for piece in reversed(pieces):
        if piece == LINE_BREAK:
            return True
        if not piece.isspace() and ("&" not in piece or collapse(decode(piece))):
            return False
    return False


def _ends(source: str, name: str, at: int) -> bool:
    """Whether an end tag of that name stands anywhere after `at`."""
    return re.compile(f"</(?i:{re.escape(name)})[ \t\n\r\f/>]").search(source, at) is not None
