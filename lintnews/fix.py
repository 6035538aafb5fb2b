"""Repairs: from a hit in the text to edits of the source, and from edits to a new source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .document.model import Block, Document
from .finding import Applicability, Edit, Finding, Fix
from .span import Span

_TAG_AFTER = re.compile(r"\s*(</?([a-zA-Z][^\s/>]*)[^>]*>)")
_TAG_BEFORE = re.compile(r"(<(/?)([a-zA-Z][^\s/>]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)\s*\Z")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_VOID = frozenset("br img hr wbr input source meta link area base col embed param track".split())
_CLOSING = ",.;:!?)]}…”’»"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")

# Elements that stay although a deletion empties them: without them a table loses its shape.
_KEPT = frozenset("td th tr tbody thead tfoot table html body head main article".split())


def place(document: Document, span: Span, repair: str, applicability: Applicability) -> Fix:
    """The edits that replace a span of the text by `repair`; "" deletes it.

    Deleting whole blocks takes their elements or lines along; deleting inside a
    block leaves one space where two would meet.
    """
    blocks = [block for block in document.blocks if span.overlaps(block.span)]
    whole = not repair and blocks and span.start <= blocks[0].start and span.end >= blocks[-1].end
    if whole:
        return Fix(tuple(Edit(part) for part in _block_spans(document, blocks)), applicability)
    return Fix(tuple(_inline_edits(document, span, repair)), applicability)


def _block_spans(document: Document, blocks: list[Block]) -> list[Span]:
    """The source spans to delete with whole blocks, in order, without overlaps."""
    if document.format == "html":
        spans = [_element_span(document, block, blocks) for block in blocks]
    else:
        spans = [_line_span(document, document.source_span(Span(blocks[0].start, blocks[-1].end)))]
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _element_span(document: Document, block: Block, doomed: list[Block]) -> Span:
    """The largest element around `block` that holds doomed blocks only, or the block's own characters."""
    first, last = doomed[0].index, doomed[-1].index + 1
    best: Span | None = None
    at = block.parent
    while at >= 0:
        element = document.elements.get(at)
        if element.first < first or element.last > last or element.tag in _KEPT:
            break
        best = Span(element.start, element.end)
        at = element.parent
    if best is None:
        return _balanced(document.source, document.source_span(block.span))
    # The white space before an element on a line of its own goes with it.
    source = document.source
    start = best.start
    while start > 0 and source[start - 1] in " \t":
        start -= 1
    if start > 0 and source[start - 1] in "\r\n" and (best.end == len(source) or source[best.end] in "\r\n"):
        start -= 2 if source[start - 2 : start] == "\r\n" else 1
        return Span(start, best.end)
    return best


def _line_span(document: Document, span: Span) -> Span:
    """The whole lines of `span` with the blank lines that would be doubled."""
    source = document.source
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    end = _line_end(source, span.end)
    before = _blank_before(source, start)
    after = end
    while after < len(source) and not source[after : _line_end(source, after)].strip():
        after = _line_end(source, after)
    if after == len(source):
        # Nothing follows: the blank lines before go, and the text ends as the file ended.
        return Span(before if source[after - 1] in "\r\n" else _without_newline(source, before), after)
    if before == 0 or before < start:
        return Span(start, after)
    return Span(start, end)


def _line_end(source: str, at: int) -> int:
    match = _LINE.match(source, at)
    return match.end() if match else len(source)


def _blank_before(source: str, start: int) -> int:
    """Where the blank lines that end at `start` begin."""
    while start > 0:
        line = max(source.rfind("\n", 0, start - 1), source.rfind("\r", 0, start - 1)) + 1
        if source[start - 2 : start] == "\r\n":
            line = max(source.rfind("\n", 0, start - 2), source.rfind("\r", 0, start - 2)) + 1
        if source[line:start].strip():
            break
        start = line
    return start


def _without_newline(source: str, at: int) -> int:
    """`at` without the line end before it."""
    if source[at - 2 : at] == "\r\n":
        return at - 2
    return at - 1 if at and source[at - 1] in "\r\n" else at


def _inline_edits(document: Document, span: Span, repair: str) -> list[Edit]:
    text = document.text
    start, end = span
    if not repair:
        block = document.block_at(start)
        opens = start <= block.start or text[start - 1].isspace()
        closes = end >= block.end or text[end].isspace()
        if opens and start > block.start and (closes or text[end] in _CLOSING):
            # One of the two spaces that would meet goes too, and the space before a mark that ends something.
            start -= 1
        elif opens and closes and end < block.end:
            end += 1
    hull = document.source_span(Span(start, end))
    if document.format != "text":
        wide = _balanced(document.source, hull)
        if not _is_balanced(document.source[wide.start : wide.end]):
            pieces = document.source_pieces(Span(start, end))
            return [Edit(piece, repair if i == 0 else "") for i, piece in enumerate(pieces)]
        hull = wide
    return [Edit(hull, repair)]


def _is_balanced(markup: str) -> bool:
    """Whether every tag in a piece of markup opens and closes in it."""
    open_tags: list[str] = []
    for match in _TAG.finditer(markup):
        closing, name = match[1], match[2].lower()
        if name in _VOID or match[0].endswith("/>"):
            continue
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def _balanced(source: str, span: Span) -> Span:
    """`span` with the tags at its edges that only it keeps apart: `<a>deleted</a>` takes the link along."""
    start, end = span
    while True:
        after, before = _TAG_AFTER.match(source, end), _TAG_BEFORE.search(source, max(0, start - 500), start)
        if (
            after
            and after[1].startswith("</")
            and not _is_balanced(source[start:end])
            and _is_balanced(source[start : after.end()])
        ):
            end = after.end()
        elif (
            before
            and not before[2]
            and not _is_balanced(source[start:end])
            and _is_balanced(source[before.start() : end])
        ):
            start = before.start()
        elif (
            after
            and before
            and after[1].startswith("</")
            and not before[2]
            and after[2].lower() == before[3].lower() not in _KEPT
            and _is_balanced(source[start:end])
            and _is_inline(before[3])
        ):
            start, end = before.start(), after.end()
        else:
            return Span(start, end)


_INLINE = frozenset(
    (
        "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike "
        "strong sub sup tt u var"
    ).split()
)


def _is_inline(tag: str) -> bool:
    return tag.lower() in _INLINE


class Applied(NamedTuple):
    """A source after one pass of fixes: the new text, what was applied and what has to wait."""

    source: str
    applied: tuple[Finding, ...]
    waiting: tuple[Finding, ...]


def apply(source: str, findings: Iterable[Finding], applicabilities: Iterable[Applicability] = ("safe",)) -> Applied:
    """Apply the fixes of `findings` that are of one of the `applicabilities`, in one pass.

    Fixes are atomic. They are taken in the order of (start, end, rule); one
    that overlaps or touches an edit already taken waits for another pass, and
    identical ones are taken once.
    """
    allowed = set(applicabilities)
    wanted = [f for f in findings if f.fix and f.fix.applicability in allowed and f.fix.edits]
    taken: dict[Edit, None] = {}
    applied: list[Finding] = []
    waiting: list[Finding] = []
    for finding in sorted(wanted, key=lambda f: (f.span, f.rule)):
        assert finding.fix is not None
        new = [edit for edit in finding.fix.edits if edit not in taken]
        if any(edit.span.touches(other.span) for edit in new for other in taken):
            waiting.append(finding)
            continue
        taken.update(dict.fromkeys(new))
        applied.append(finding)
    parts: list[str] = []
    at = 0
    for edit in sorted(taken, key=lambda edit: edit.span):
        parts += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(source[at:])
    return Applied("".join(parts), tuple(applied), tuple(waiting))
