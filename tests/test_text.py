"""The text reader: lines to blocks as a reader sees them, each character with its place in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document.model import BLOCK_GAP, Document
from lintnews.document.sourcemap import INVISIBLE, collapse
from lintnews.document.text import parse
from lintnews.span import Span


def texts(source: str) -> list[str]:
    document = parse(source)
    return [document.block_text(block) for block in document.blocks]


def roles(source: str) -> list[tuple[str, int, str]]:
    document = parse(source)
    return [(block.role, block.level, document.block_text(block)) for block in document.blocks]


# ---- lines and paragraphs


@pytest.mark.parametrize("source", ["", "\n", "   \n\t\r\n ", "\0", "\xad\n\u200b"])
def test_nothing_to_read_is_no_block(source: str) -> None:
    document = parse(source)
    assert (document.blocks, document.text, document.words) == ((), "", 0)
    assert document.source_span(Span(0, 0)) == (0, 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_part_lines(end: str) -> None:
    assert texts(f"One.{end}Two.{end}{end}{end}Three.{end}") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("mark", ["\f", "\v", "\x1d", "\x85"])
def test_other_separators_are_white_space_within_a_line(mark: str) -> None:
    assert texts(f"One{mark}two.") == ["One two."]


def test_a_line_separator_breaks_the_line_of_a_block() -> None:
    assert texts("One \u2028 two.") == ["One\ntwo."]


PARAGRAPH = (
    "The Calder Ferry valley council voted 8 to 5 late on Tuesday to charge\n"
    "every household a water levy of $46 a year, money that will pay for the\n"
    "first new reservoir in the district since 1958.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_broken_to_a_width_are_one_paragraph(end: str) -> None:
    source = f"A headline\n\n{PARAGRAPH}\n{PARAGRAPH}".replace("\n", end)
    whole = " ".join(PARAGRAPH.split())
    assert texts(source) == ["A headline", whole, whole]


def test_a_short_line_ends_its_paragraph() -> None:
    # After "1958." the next word had room, so a new line is a new block without an empty line.
    assert texts(PARAGRAPH + PARAGRAPH) == [" ".join(PARAGRAPH.split())] * 2


def test_short_and_long_lines_stand_for_themselves() -> None:
    poem = "I asked the ferryman for noon,\nhe showed me mud and lime.\n"
    assert texts(poem) == poem.splitlines()
    long = "A line that nobody broke goes on and on. " * 5
    assert texts(f"{long}\n{long}") == [long.strip()] * 2


def test_a_phrase_across_a_broken_line_stands_where_it_stands() -> None:
    document = parse(PARAGRAPH.replace("\n", "\r\n"))
    at = document.text.index("charge every")
    assert document.source[slice(*document.source_span(Span(at, at + 12)))] == "charge\r\nevery"


# ---- roles


@pytest.mark.parametrize("bullet", ["•", "◦", "▪", "‣", "·", "*", "-", "–", "—", "1.", "23)"])
def test_marked_lines_are_list_items_without_the_mark(bullet: str) -> None:
    assert roles(f"It holds:\n\n  {bullet} One thing\n{bullet}\tAnother.")[1:] == [
        ("list-item", 0, "One thing"),
        ("list-item", 0, "Another."),
    ]


@pytest.mark.parametrize("line", ["-5 degrees at night.", "1.5 million came.", "*bold* words.", "2019. A year", "•"])
def test_what_only_begins_like_a_list_item(line: str) -> None:
    assert [role for role, _, text in roles(f"It rains.\n{line}") if role == "list-item"] == []


@pytest.mark.parametrize("line", ["- Advertisement -", "* Advertisement *", "— Advertisement —"])
def test_a_decorated_line_is_no_list_item(line: str) -> None:
    assert texts(line) == [line]


def test_list_items_do_not_run_into_the_line_before() -> None:
    source = PARAGRAPH.strip() + "\n- the first item of a list that stands right below the paragraph it is\n- more\n"
    assert [role for role, *_ in roles(source)] == ["paragraph", "list-item", "list-item"]


def test_short_lines_without_a_stop_are_headings() -> None:
    source = (
        "Valley Council Approves Reservoir Levy\n\nIt took five hours.\n\nWhat Comes Next\n\nthe vote\n\n"
        "It said:\n\nWhy?\n\n“Why not?”"
    )
    assert roles(source) == [
        ("heading", 1, "Valley Council Approves Reservoir Levy"),
        ("paragraph", 0, "It took five hours."),
        ("heading", 2, "What Comes Next"),
        ("paragraph", 0, "the vote"),
        ("paragraph", 0, "It said:"),
        ("heading", 2, "Why?"),
        ("paragraph", 0, "“Why not?”"),
    ]


def test_only_one_of_the_first_lines_is_the_headline() -> None:
    stopped = "It rains.\n\nIt snows.\n\nIt hails.\n\nWhat Comes Next Week"
    assert [level for _, level, _ in roles(stopped)] == [0, 0, 0, 2]
    assert parse(stopped).meta.h1 is None
    named = parse("Menu\n\nValley Council Approves Levy\n\nIt took five hours.")
    assert named.meta.h1
    assert named.meta.h1.value == "Valley Council Approves Levy"
    assert named.source[slice(*named.meta.h1.span)] == "Valley Council Approves Levy"


# ---- places


WORDS = [
    "It",
    "rains.",
    "naïve",
    "😀",
    "续",
    "•",
    "-",
    "1.",
    "a\xadb",
    "\u200b",
    "\0",
    "x" * 40,
    "Menu",
    "&amp;",
    "<b>",
]
SPACES = [" ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\xa0", "\f", "\u2028", ""]
SOURCES = st.one_of(
    st.lists(st.sampled_from(WORDS + SPACES * 2), max_size=60).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=80).map(lambda words: "\n".join(_filled(words, 66))),
    st.text(st.characters(exclude_categories=()), max_size=60),
)


def _filled(words: list[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def well_formed(document: Document) -> None:
    """Blocks stand in order, apart by the gap, none empty, each on source of its own."""
    assert BLOCK_GAP.join(document.block_text(block) for block in document.blocks) == document.text
    end = 0
    for number, block in enumerate(document.blocks):
        assert block.index == number
        assert block.start < block.end
        (run,) = block.runs
        assert end <= run[0] < run[1] <= len(document.source)
        end = run[1]
        assert collapse(document.source[slice(*run)]) == document.block_text(block)


@settings(max_examples=400, deadline=None)
@given(SOURCES, st.data())
def test_every_span_reads_back(source: str, data: st.DataObject) -> None:
    document = parse(source)
    well_formed(document)
    for block in document.blocks:
        start = data.draw(st.integers(block.start, block.end - 1))
        end = data.draw(st.integers(start + 1, block.end))
        words = document.text[start:end]
        place = document.source_span(Span(start, end))
        # A span may begin or end with the one space that stands for a stretch of white space.
        assert collapse(source[slice(*place)]) == words.strip()
        assert words[0].isspace() == source[place.start].isspace()
        assert words[-1].isspace() == source[place.end - 1].isspace()
        assert document.source_pieces(Span(start, end)) == (place,)


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_no_word_is_lost(source: str) -> None:
    shown = "".join(source.translate(dict.fromkeys(map(ord, INVISIBLE))).split())
    document = parse(source)
    # What stands between the blocks are list marks and white space.
    bare = "".join(document.text.split())
    left = iter(shown)
    assert all(character in left for character in bare)
    marked = sum(line.strip()[:1] in tuple("•◦▪‣·*–—-0123456789") for line in re.split("[\r\n]", source))
    assert len(shown) - len(bare) <= 4 * marked


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["It rains.", "Menu", "- one", "It rains all day long " * 4]), max_size=12))
def test_line_ends_change_nothing_but_places(lines: list[str]) -> None:
    one, two, three = (parse(end.join(lines)) for end in ("\n", "\r\n", "\r"))
    assert one.text == two.text == three.text
    assert [block[:7] for block in one.blocks] == [block[:7] for block in two.blocks]
    assert [block.runs for block in one.blocks] == [block.runs for block in three.blocks]
