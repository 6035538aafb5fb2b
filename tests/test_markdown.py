"""The Markdown reader: what it reads, and that every character of it stands where it says."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews.document.charref import decode
from lintnews.document.markdown import parse
from lintnews.document.model import BLOCK_GAP, Block, Document
from lintnews.document.sourcemap import LINE_BREAK, collapse, visible
from lintnews.span import Span

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").rglob("*.md"))


def texts(source: str) -> list[str]:
    document = parse(source)
    return [document.block_text(block) for block in document.blocks]


def roles(source: str) -> list[tuple[str, str]]:
    document = parse(source)
    return [(block.role, document.block_text(block)) for block in document.blocks]


def pieces(source: str) -> list[str]:
    """The source text of the runs of the only block."""
    (block,) = parse(source).blocks
    return [LINE_BREAK if start < 0 else source[start:end] for start, end in block.runs]


# --- What is text and what is markup


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("plain text\nof two lines", ["plain text\nof two lines"]),
        ("a *b* __c__ ~~d~~ e", ["a ", "b", " ", "c", " ", "d", " e"]),
        ("***a* b**", ["a", " b"]),
        ("un*match", ["un*match"]),
        ("`code` x", ["code", " x"]),
        ("`` a`b ``", ["a`b"]),
        ("[text](dest 'title') x", ["text", " x"]),
        ("[text][ref]\n\n[ref]: dest", ["text"]),
        ("[ref]\n\n[ref]: dest", ["ref"]),
        ("[no link] x", ["[no link] x"]),
        ("<http://example.org/a>", ["http://example.org/a"]),
        ("\\*a\\*", ["*a", "*"]),
        ("a ![alt *text*](src) b", ["a ", " b"]),
        ("a [![alt](src) in](dest)", ["a ", " in"]),
        ("a <b>c</b> <!-- no --> d", ["a ", "c", " ", " d"]),
        ("a  \nb", ["a", LINE_BREAK, "b"]),
        ("a\\\nb", ["a", LINE_BREAK, "b"]),
        ("a<br/>b", ["a", LINE_BREAK, "b"]),
        ("# Title #", ["Title"]),
        ("Title\n===", ["Title"]),
        ("> a\n> b\nc", ["a\n", "b\nc"]),
        ("> `a\n> b`", ["a\n", "b"]),
        ("> `a\n>     > b`", ["a\n", "    > b"]),
        ("> `a>\n> b`", ["a>\n", " b"]),
        ("- a\n  b", ["a\n", "b"]),
        ("a &amp; b", ["a &amp;", " b"]),
        ("`&amp;`", ["&", "amp;"]),
        ("\\&amp;", ["&", "amp;"]),
        ("a &copy b", ["a &", "copy b"]),
        ("AT&T", ["AT&T"]),
        ("    a &lt;\n    b", ["a &", "lt;\n", "b\n"]),
    ],
)
def test_runs(source: str, held: list[str]) -> None:
    found = pieces(source)
    # Whether white space of a code line belongs to a run makes no difference to its text.
    assert [piece.strip(" \n") for piece in found] == [piece.strip(" \n") for piece in held]


def test_text_of_references() -> None:
    assert texts("&amp; &copy; &#65; &bogus; &copy `&lt;` \\&lt; &#0;") == ["& © A &bogus; &copy &lt; &lt; \ufffd"]
    assert texts("&copy \\&amp `&#65;` &#x0000041;") == ["&copy &amp &#65; &#x0000041;"]


def test_code_span_between_letters_gains_no_space() -> None:
    assert texts("a` b `c") == ["abc"]


def test_escaped_pipes_in_a_table() -> None:
    assert texts("| `a\\|b` | c\\|d |\n|-|-|\n| *e* | |") == ["a|b", "c|d", "e"]


def test_linked_counts_characters_inside_links() -> None:
    blocks = parse("ab [cd *ef*](u) <http://x> <a href='y'>gh</a> ij\n\nno link").blocks
    assert [block.linked for block in blocks] == [5 + 8 + 2, 0]


# --- Roles


def test_roles() -> None:
    source = (
        "# One\n\ntext\n\nTwo\n---\n\n- item\n- loose\n\n  more\n\n  > quoted\n\n> quote\n>\n> - inner\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n```py\ncode\n```\n\n    indented\n\n***\n\nend\n"
    )
    assert roles(source) == [
        ("heading", "One"),
        ("paragraph", "text"),
        ("heading", "Two"),
        ("list-item", "item"),
        ("list-item", "loose"),
        ("list-item", "more"),
        ("quote", "quoted"),
        ("quote", "quote"),
        ("list-item", "inner"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "c"),
        ("cell", "d"),
        ("code", "code"),
        ("code", "indented"),
        ("paragraph", "end"),
    ]
    assert [block.level for block in parse(source).blocks if block.role == "heading"] == [1, 2]


def test_item_text_goes_on_after_a_list_inside() -> None:
    assert roles("- a\n  - b\n\n  c\n\nd") == [
        ("list-item", "a"),
        ("list-item", "b"),
        ("list-item", "c"),
        ("paragraph", "d"),
    ]


def test_html_block() -> None:
    source = "text\n\n<div>\n<h2>A &amp; b</h2>\n<p>c <a href='x'>d</a><br>e</p>\n</div>\n\nend"
    assert roles(source) == [("paragraph", "text"), ("heading", "A & b"), ("paragraph", "c d\ne"), ("paragraph", "end")]
    assert all(block.parent == -1 for block in parse(source).blocks)
    assert parse(source).blocks[2].linked == 1


def test_html_block_in_a_quote_leaves_the_marks_out() -> None:
    source = "> <div>\n> one\n> two <b>three</b>\n> </div>"
    assert roles(source) == [("quote", "one two three")]
    check(parse(source))


def test_html_block_keeps_its_region() -> None:
    (block,) = parse("<footer>\n<p>small print</p>\n</footer>").blocks
    assert block.region == "footer"


@pytest.mark.parametrize(
    "source", ["<!-- a\n\nb -->", "<script>\nx\n\ny\n</script>", "", "\n \n", "***", "[a]: b", "\0"]
)
def test_no_block(source: str) -> None:
    document = parse(source)
    assert (document.text, document.blocks) == ("", ())


# --- Front matter


def field(source: str, name: str) -> tuple[str, str] | None:
    """The value of a field and the source text of its span."""
    found = getattr(parse(source).meta, name)
    return found and (found.value, source[found.span.start : found.span.end])


YAML = """---
# a comment
title: "A \\"quoted\\" title"   # why
description: >-
  Two
  lines.
author: 'Ann O''Dea'
date: 2024-05-06
nested:
  lang: xx
lang: en
canonical_url: https://example.org/a#b
updated: 2024-05-07
tags: [x, y]
---
# Head *line*

text
"""


def test_yaml_front_matter() -> None:
    assert field(YAML, "title") == ('A "quoted" title', 'A \\"quoted\\" title')
    assert field(YAML, "description") == ("Two lines.", "Two\n  lines.")
    assert field(YAML, "byline") == ("Ann O'Dea", "Ann O''Dea")
    assert field(YAML, "published") == ("2024-05-06", "2024-05-06")
    assert field(YAML, "modified") == ("2024-05-07", "2024-05-07")
    assert field(YAML, "language") == ("en", "en")
    assert field(YAML, "url") == ("https://example.org/a#b",) * 2
    assert field(YAML, "h1") == ("Head line", "Head *line")
    assert texts(YAML) == ["Head line", "text"]


def test_front_matter_with_other_line_ends() -> None:
    for end in ("\r\n", "\r"):
        source = YAML.replace("\n", end)
        assert texts(source) == ["Head line", "text"]
        assert parse(source).meta.headlines[0].value == "Head line"
        assert field(source, "byline") == ("Ann O'Dea", "Ann O''Dea")
        assert field(source, "description") == ("Two lines.", f"Two{end}  lines.")


def test_toml_front_matter() -> None:
    source = "+++\ntitle = \"A\"\ndate = 2024-01-02\nauthors = ['B', \"C\"]\n[extra]\nlang = 'xx'\n+++\ntext"
    assert field(source, "title") == ("A", "A")
    assert field(source, "published") == ("2024-01-02", "2024-01-02")
    assert field(source, "byline") == ("B, C", "'B', \"C\"")
    assert field(source, "language") is None
    assert texts(source) == ["text"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Plain: with colon", "Plain: with colon"),
        ("title: C# and #1 # comment", "C# and"),
        ("title: a\u00a0b  ", "a b"),
        ("TITLE: x", "x"),
        ('"title": x', "x"),
        ("title: [Video] x", "[Video] x"),
        ('title: "open', '"open'),
        ('title: "\\x41"', "\\x41"),
    ],
)
def test_values(line: str, value: str) -> None:
    found = parse(f"---\n{line}\n---\n").meta.title
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("line", ["title:", "title: ''", "title: # x", "title", "title:x"])
def test_no_value(line: str) -> None:
    assert parse(f"---\na: b\n{line}\n---\n").meta.title is None


@pytest.mark.parametrize(
    "source",
    ["---\n\na: b\n\n---\n", "---\na sentence\n---\n", "a\n---\nb: c\n---\n", "---\na: b\n", " ---\na: b\n---"],
)
def test_rules_are_no_front_matter(source: str) -> None:
    assert "".join(texts(source))


# --- Properties


def check(document: Document) -> None:
    """What holds of every document."""
    source, end, last = document.source, -len(BLOCK_GAP), 0
    assert document.text == BLOCK_GAP.join(map(document.block_text, document.blocks))
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert block.start == end + len(BLOCK_GAP)
        assert block.start < block.end
        end = block.end
        for start, stop in block.runs:
            assert last <= (~start if start < 0 else start) < stop <= len(source)
            last = stop
        raw = [LINE_BREAK if start < 0 else source[start:stop] for start, stop in block.runs]
        assert visible(raw, True) == document.block_text(block)
    assert end <= len(document.text)


def read_back(document: Document, block: Block, span: Span) -> str:
    """The text of a span, read from the source by its pieces."""
    breaks = {(~start, end) for start, end in block.runs if start < 0}
    raw = ""
    for start, end in document.source_pieces(span):
        at = start
        for run in block.runs:
            first, last = (~run[0] if run[0] < 0 else run[0]), run[1]
            if last <= at or first >= end:
                continue
            part = document.source[max(first, at) : min(last, end)]
            raw += LINE_BREAK if (first, last) in breaks else decode(part)
    return raw


def outline(source: str) -> list[str] | None:
    """The text of each block as the parser's own events give it, without a look at places.

    None where there is a block of HTML, which the parser does not read.
    """
    from pyromark import Options, events

    found: list[str] = []
    text, images = "", 0
    event: Any
    for event in events(source, options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH):
        kind, value = (event, "") if isinstance(event, str) else next(iter(event.items()))
        tag = value if isinstance(value, str) else next(iter(value))
        if tag == "HtmlBlock":
            return None
        if kind in ("Start", "End") and tag == "Image":
            images += 1 if kind == "Start" else -1
        elif kind == "Rule" or (
            kind in ("Start", "End") and tag not in ("Emphasis", "Strong", "Strikethrough", "Link")
        ):
            found.append(text)
            text = ""
        elif images:
            continue
        elif kind in ("Text", "Code"):
            text += value
        elif kind == "SoftBreak":
            text += "\n"
        elif kind == "HardBreak" or (kind == "InlineHtml" and value.lower().startswith("<br")):
            text += LINE_BREAK
    return [line for line in map(collapse, found) if line]


TOKENS = (
    "a word Ünï 漢字 😀 AT&T ; ! * ** _ __ ~~ ` `` ``` [ ] ( ) ](u) [x](y) ![i](j) <b> </b> <br> <http://a.b> <!--c--> < > "
    "\\ \\* \\& \\| & &amp; &copy &copy; &#65; &notit; &nbsp; &#x41; - 1. # | \u00a0 \u200b \u00ad \u2028 \0 \ud800 \x0c"
)
WORDS = st.sampled_from([*TOKENS.split(" "), " ", "  ", "\t", "    "])
INLINE = st.lists(WORDS, max_size=12).map("".join)
LINE = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(
            ["", "", "", "> ", ">", "> > ", "- ", "  ", "1. ", "   ", "    ", "\t", "# ", "| ", "- > ", "> - "]
        ),
        INLINE,
        st.sampled_from(["", "", "  ", "\\", " |", " #", " "]),
    ),
)
FENCES = st.sampled_from(
    ["", "", "```", "~~~", "---", "===", "|-|-|", "|a|b|\n|-|-|", "***", "> ```", "- ```", "[x]: y"]
)
HTML = st.sampled_from(
    ["<div>", "</div>", "<p>a &amp; b</p>", "<!-- c", "-->", "> <div>", "> <td>x", "<script>", "<a href='x'>"]
)


def joined(lines: list[str], end: str) -> str:
    return end.join(lines)


MARKDOWN = st.builds(
    joined, st.lists(st.one_of(LINE, LINE, FENCES), max_size=10), st.sampled_from(["\n", "\n", "\r\n", "\r"])
)
WITH_HTML = st.builds(
    joined, st.lists(st.one_of(LINE, FENCES, HTML), max_size=10), st.sampled_from(["\n", "\r\n", "\r"])
)
ANYTHING = st.one_of(
    MARKDOWN, WITH_HTML, st.text(st.characters(), max_size=60), st.text("`>\n *a[]()<&;|-\r\\", max_size=60)
)


@given(ANYTHING)
def test_blocks_are_in_order_and_made_of_their_runs(source: str) -> None:
    check(parse(source))


@given(ANYTHING, st.data())
def test_every_span_reads_back(source: str, data: st.DataObject) -> None:
    document = parse(source)
    for block in document.blocks:
        start = data.draw(st.integers(block.start, block.end - 1))
        end = data.draw(st.integers(start + 1, block.end))
        text = document.text[start:end]
        assert collapse(read_back(document, block, Span(start, end))) == collapse(text.replace("\n", LINE_BREAK))


@given(st.one_of(MARKDOWN, st.text("`>\n *a_[]()&;|-\r\\~!#", max_size=60)))
def test_text_is_what_the_parser_renders(source: str) -> None:
    expected = outline(re.sub("\r(?!\n)", "\n", source.replace("\ud800", "\ufffd")))
    assume(expected is not None)
    assert [text.replace("\ud800", "\ufffd") for text in texts(source)] == expected


@given(MARKDOWN, st.sampled_from(["---\ntitle: x\n---\n", "+++\ntitle = 'é'\n+++\n"]))
def test_front_matter_moves_everything_and_changes_nothing(source: str, front: str) -> None:
    alone, behind = parse(source), parse(front + source)
    assert alone.text == behind.text
    by = len(front)
    moved = [tuple((s - by if s < 0 else s + by, e + by) for s, e in block.runs) for block in alone.blocks]
    assert moved == [block.runs for block in behind.blocks]


@given(st.text("abc:=\"'[]|># \n\r-+title", max_size=60))
def test_front_matter_never_fails(lines: str) -> None:
    for source in (f"---\ntitle: {lines}\n---\n", f"+++\ntitle = {lines}\n+++\n"):
        for name, found in ((name, getattr(parse(source).meta, name)) for name in ("title", "byline", "published")):
            assert found is None or 0 <= found.span.start < found.span.end <= len(source), name


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_fixtures(path: Path, end: str) -> None:
    source = path.read_text(encoding="utf-8").replace("\n", end)
    document = parse(source)
    check(document)
    _, *rest = source.split(f"---{end}", 2) if source.startswith("---") else ("", "", source)
    assert (document.meta.title is not None) == bool(rest[0])
    if (expected := outline(rest[1])) is not None:  # a comment is a block of HTML
        assert [document.block_text(block) for block in document.blocks] == expected
    for block in document.blocks:
        for start in range(block.start, block.end, 7):
            span = Span(start, min(start + 11, block.end))
            text = document.text[span.start : span.end].replace("\n", LINE_BREAK)
            assert collapse(read_back(document, block, span)) == collapse(text)


# --- Hostile sources

SIZE = 10_000
HOSTILE = {
    "quotes": ">" * SIZE,
    "quoted line": "> " * SIZE + "a",
    "brackets": "[" * SIZE,
    "bracket pairs": "[" * SIZE + "a" + "](u)" * SIZE,
    "stars": "*" * SIZE,
    "emphasis": "*a _b " * SIZE,
    "images": "![" * SIZE + "](u)" * SIZE,
    "list": "- " * SIZE + "a",
    "code marks": "".join("a" + "`" * (i % 300) for i in range(SIZE)),
    "code lines": "> `a" + "\n> >b" * SIZE + "`",
    "code marks lines": "> `a" + "\n>     >>b" * SIZE + "`",
    "tags": "<a " * SIZE,
    "comments": "a <!-- " * SIZE,
    "ampersands": "&copy" * SIZE,
    "escapes": "\\&lt;" * SIZE,
    "table": "|a" * 300 + "\n" + "|-" * 300 + "\n" + "x\n" * SIZE,
    "references": "[a]: u\n\n" + "[a]" * SIZE,
    "html": "<div>\n\n" * SIZE,
    "html lines": "> <div>" + "\n> a<b>" * SIZE,
    "front matter": "---\na: b\n" * SIZE,
    "front matter open": "---\n" + "a: 'b\n" * SIZE,
    "front matter quotes": "---\n" + "a: 'b\n" * SIZE + "---\n",
    "front matter comments": "---\n" + "#\n" * SIZE,
    "surrogates": "\udc00*a*" * SIZE,
    "nul": "\0" * SIZE,
    "one line": "wörd *and* " * (5 * SIZE),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_shapes_take_linear_time(shape: str) -> None:
    started = time.perf_counter()
    document = parse(HOSTILE[shape])
    assert document.meta is not None
    # The slowest takes a fifth of a second; a quadratic one would take minutes.
    assert time.perf_counter() - started < 5
    check(document)


def test_the_parser_is_imported_on_first_use() -> None:
    code = "import sys, lintnews.document.markdown; assert 'pyromark' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
