"""From the source back to the text: what the source map says one way, it says the other way round."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintnews.document import parse
from lintnews.document.model import Document, Format
from lintnews.document.reverse import text_point, text_spans
from lintnews.span import Span

PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<ul>", "</ul>", "<a href='x'>", "</a>", "<div>", "</div>", "<h2>"),
    *("<span hidden>", "</span>", "&amp;", "&#8239;", "&ngE;", "\xad", "\u200b", "\r\n", "\n\n", "# ", "- ", "> ", "*"),
    *("word", "two words", " ", "é", "\U0001f600"),
)
SOURCES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
FORMATS = st.sampled_from(get_args(Format))


def shown(document: Document, words: str) -> list[str]:
    """The text that a stretch of the source gives, block by block."""
    start = document.source.index(words)
    spans = text_spans(document, Span(start, start + len(words)))
    return [document.text[span.start : span.end] for _, span in spans]


@settings(max_examples=300)
@given(SOURCES, FORMATS)
@example("<p>a&ngE;b", "html")
@example("Nothing\n\n<br># ", "markdown")
@example("<ul><li>one<ul><li>two</ul>three</ul>", "html")
def test_every_character_is_found_from_its_place(source: str, format: Format) -> None:
    document = parse(source, format)
    for block in document.blocks:
        for offset in range(block.start, block.end):
            place = document.source_span(Span(offset, offset + 1))
            found = list(text_spans(document, place))
            assert [(own, span.contains(Span(offset, offset + 1))) for own, span in found] == [(block, True)]
            # What is taken along shares the place: the characters of one reference.
            assert document.source_span(found[0][1]) == place


@settings(max_examples=300)
@given(SOURCES, FORMATS, st.data())
def test_any_span_gives_the_text_that_stands_in_it(source: str, format: Format, data: st.DataObject) -> None:
    document = parse(source, format)
    span = Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(source))] * 2))))
    expected = {
        offset
        for block in document.blocks
        for offset in range(block.start, block.end)
        if document.source_span(Span(offset, offset + 1)).overlaps(span)
    }
    found = list(text_spans(document, span))
    assert {offset for _, part in found for offset in range(*part)} == expected
    assert [block.index for block, _ in found] == sorted({block.index for block, _ in found})
    point = text_point(document, span.start)
    assert point is None or point[0].start <= point[1] <= point[0].end


def test_tags_between_words_are_passed_over() -> None:
    document = parse("<p>The <b>old</b> &amp; the new</p><p>Second</p>", "html")
    assert shown(document, "<b>old</b> &amp; the") == ["old & the"]
    assert shown(document, "new</p><p>Sec") == ["new", "Sec"]
    assert shown(document, "<b>") == []
    assert shown(document, "amp") == ["&"]


@pytest.mark.parametrize(
    ("source", "place", "expected"),
    [
        ("<p>The <a href='x'>minutes</a> showed it.</p>", "href", "The |minutes showed it."),
        ("<p><a href='x'>The minutes</a> showed it.</p>", "href", "|The minutes showed it."),
        ("<p>The minutes.<img src=x></p><p>More.</p>", "<img", "The minutes.|"),
        ("<p>The minutes.</p><img src=x><p>More.</p>", "<img", None),
        ("<title>x</title><p>The minutes.</p>", "x", None),
    ],
)
def test_a_place_in_the_markup_has_a_point_in_the_block_around_it(
    source: str, place: str, expected: str | None
) -> None:
    document = parse(source, "html")
    point = text_point(document, source.index(place))
    if point is None:
        assert expected is None
        return
    block, at = point
    assert f"{document.text[block.start : at]}|{document.text[at : block.end]}" == expected
