"""One article as a reader sees it, with its findings in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...document import parse
from ...document.language import language
from ...document.model import Block, Document
from ...document.reverse import text_point, text_spans
from ...finding import SEVERITIES, Severity
from ...run import Result
from .marks import Mark, marked
from .markup import Html, element, join, lines
from .note import RuleLink, note, short

_RIGHT_TO_LEFT = ("ar", "he", "fa", "ur", "ps", "sd", "ug", "ckb", "yi", "dv")

# Languages that the script alone does not tell apart; there the article's own word counts.
_SHARED_SCRIPTS = {
    "ar": ("fa", "ur", "ps", "sd", "ug", "ckb"),
    "he": ("yi",),
    "hi": ("mr", "ne", "sa"),
}

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

_HEADLINE = 120


class Article(NamedTuple):
    """An article of the report: its headline as plain text ("" if it has none), and its body as markup."""

    headline: str
    body: Html


def article(result: Result, key: int, link: RuleLink) -> Article:
    """Read the article once more, and lay it out: its text, the findings in it, and those that are in no text.

    `key` is the article's number on the page.
    """
    source = result.source.text if result.source else ""
    document = parse(source, result.format, result.scope)
    marks, notes, elsewhere = _lay_out(document, result, key, link)
    lang, dir = _language(document)
    parts: list[Html] = []
    if result.findings:
        shown, of = result.blocks
        if shown < of:
            parts.append(_line(f"This is the article, {shown} of the page’s {of} blocks; the rest was not looked at."))
        parts.extend(_text(document, marks, notes, lang, dir))
    if elsewhere:
        said = "Not in the text above: these are in tags, attributes or hidden parts of the file."
        parts.append(element("div", _line(said), *elsewhere, class_="elsewhere"))
    if result.fixed:
        repaired = (
            element("li", finding.message, ": ", element("del", short(finding.matched)), " ", _rule(finding.rule, link))
            for finding in result.fixed
        )
        parts.append(element("div", _line("Repaired in this run:"), element("ul", *repaired), class_="repaired"))
    return Article(_headline(document), lines(parts))


def tags(severities: Iterable[Severity]) -> Html:
    """How many findings there are of each severity, the worst first, in words."""
    counted = list(severities)
    kinds = [(kind, counted.count(kind)) for kind in reversed(SEVERITIES)]
    return join(
        *(
            element("span", f"{number} {kind}{'' if number == 1 else 's'}", class_=f"tag {kind}")
            for kind, number in kinds
            if number
        )
    )


def _rule(id: str, link: RuleLink) -> Html:
    address = link(id)
    return element("a", id, href=address, class_="rule") if address else element("span", id, class_="rule")


def _line(text: str) -> Html:
    return element("p", text, class_="remark")


Marks = dict[int, list[Mark]]
"""The marks of each block, by the block's index."""

Notes = dict[int, list[Html]]
"""The notes that stand beside each block, by the block's index."""


def _lay_out(document: Document, result: Result, key: int, link: RuleLink) -> tuple[Marks, Notes, list[Html]]:
    """Where each finding goes: marks in the blocks, notes beside them, and the notes of what is in no text."""
    visible = {block.index for block in document.body}
    marks: Marks = {}
    notes: Notes = {}
    elsewhere: list[Html] = []
    for number, finding in enumerate(result.findings, 1):
        name = f"{key}-{number}"
        parts = [(block, span) for block, span in text_spans(document, finding.span) if block.index in visible]
        quote = not parts
        if not parts and (point := text_point(document, finding.span.start)) and point[0].index in visible:
            parts = [(point[0], finding.span._replace(start=point[1], end=point[1]))]
        for block, span in parts:
            start, end = span.start - block.start, span.end - block.start
            first = block is parts[0][0]
            marks.setdefault(block.index, []).append(Mark(start, end, name, number, finding.severity, first))
        made = note(
            name,
            number,
            finding,
            document.lines.position(finding.span.start),
            document.source,
            link,
            placed=bool(parts),
            quote=quote,
        )
        (notes.setdefault(parts[0][0].index, []) if parts else elsewhere).append(made)
    return marks, notes, elsewhere


def _text(document: Document, marks: Marks, notes: Notes, lang: str, dir: str) -> Iterator[Html]:
    """The blocks in scope, in passages: one with notes, its notes, and those without up to the next."""
    passages: list[list[Block]] = [[]]
    for block in document.body:
        if block.index in notes:
            passages.append([])
        passages[-1].append(block)

    def text(blocks: Sequence[Block]) -> Html:
        return element("div", *_blocks(document, blocks, marks), class_="text", lang=lang, dir=dir)

    if passages[0]:
        yield element("div", text(passages[0]), class_="passage")
    for first, *rest in passages[1:]:
        beside = element("div", *notes[first.index], class_="notes")
        yield element("div", text([first]), beside, *([text(rest)] if rest else []), class_="passage")


def _blocks(document: Document, blocks: Sequence[Block], marks: Marks) -> Iterator[Html]:
    for is_list, group in groupby(blocks, lambda block: block.role == "list-item"):
        items = (_block(document, block, marks.get(block.index, ())) for block in group)
        if is_list:
            yield element("ul", *items)
        else:
            yield from items


def _block(document: Document, block: Block, marks: Sequence[Mark]) -> Html:
    text = marked(document.block_text(block), marks)
    if block.role == "heading":
        # The page's own headings are the first two levels.
        return element(f"h{min(6, max(1, block.level) + 2)}", text)
    if block.role == "list-item":
        return element("li", text)
    return element("p", text, class_=None if block.role == "paragraph" else block.role)


def _headline(document: Document) -> str:
    """The first heading of level 1 in the article, or of any level, or its first line."""
    headings = [block for block in document.body if block.role == "heading"]
    for block in (*(block for block in headings if block.level == 1), *headings, *document.body):
        return short(document.block_text(block), _HEADLINE)
    return ""


def _language(document: Document) -> tuple[str, str]:
    """The language tag of the article ("" for unknown) and the direction of its lines."""
    told = language(document)
    stated = document.meta.language.value if document.meta.language else ""
    stated = stated.replace("_", "-") if _LANGUAGE_TAG.fullmatch(stated) else ""
    primary = stated.split("-")[0].lower()
    if told is None or primary == told or primary in _SHARED_SCRIPTS.get(told, ()):
        told = stated
    if not told:
        return "", "auto"
    return told, "rtl" if told.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
