"""Comments that speak to lintnews: found by the readers, told apart from what only looks like one, joined to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document import parse
from lintnews.document.alike import reads_alike
from lintnews.document.model import Document, Format

C = "<!-- lintnews: ignore -->"


def joined(source: str, format: Format = "html") -> list[tuple[str, bool]]:
    """For each comment the text of the block it belongs to ("" behind the last), and whether it stands inside."""
    document = parse(source, format)
    assert all(source[comment.start : comment.end].startswith("<!--") for comment in document.comments)
    return [(text_of(document, comment.block), comment.inside) for comment in document.comments]


def text_of(document: Document, block: int) -> str:
    return document.block_text(document.blocks[block]) if block < len(document.blocks) else ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<p>One {C}</p><p>Two</p>", [("One", True)]),
        (f"<p>{C} One</p>", [("One", True)]),
        (f"<p>On<b>{C}</b>e</p>", [("One", True)]),
        (f"<p>One</p>{C}<p>Two</p>", [("Two", False)]),
        (f"<p>One</p>{C}", [("", False)]),
        (f"<ul>{C}<li>One</li>{C}<li>{C}Two</li></ul>", [("One", False), ("Two", False), ("Two", True)]),
        (f"<div><p>One</p>{C}Two</div>", [("Two", True)]),
        (f"<div>One {C}<p>Two</p></div>", [("One", True)]),
        (f"<div>{C}<p>Two</p></div>", [("Two", False)]),
        (f"<table>{C}<tr><td>{C}One</td></tr></table>", [("One", False), ("One", True)]),
        (f"{C}\n<!doctype html><title>x</title><p>One", [("One", False)]),
        (f"<p>One<br><br>{C}Two</p>", [("Two", True)]),
        ("<p>One <!-- lintnews: ignore", [("One", True)]),
        ("<p>One <!--lintnews:ignore--!></p>", [("One", True)]),
    ],
)
def test_html(source: str, expected: list[tuple[str, bool]]) -> None:
    assert joined(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        f"<script>{C}</script><p>x</p>",
        f"<style>{C}</style><p>x</p>",
        f"<textarea>{C}</textarea><p>x</p>",
        f"<title>{C}</title><p>x</p>",
        f"<p title='{C}'>x</p>",
        f'<a href="{C}">x</a>',
        f"<svg><![CDATA[ > {C} ]]></svg><p>x</p>",
        f"<p>x</p><![CDATA[ a > b {C} ]]>",
        f"<svg>{C}</svg>",
        f"<template>{C}</template><noscript>{C}</noscript>",
        f"<p>{C.replace('<', '&lt;')}</p>",
        "<!-- somebody else's comment --><p>x</p>",
        "<p>lintnews: ignore</p><? lintnews: ignore ?><! lintnews: ignore >",
    ],
)
def test_what_only_looks_like_a_comment_in_html(source: str) -> None:
    assert joined(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"One {C} more\n", [("One more", True)]),
        (f"{C}\nOne\n", [("One", False)]),
        (f"One\n{C}\nTwo\n", [("Two", False)]),
        (f"{C} One\n", [("One", True)]),
        (f"- One {C}\n- {C}\n\n  Two\n", [("One", True), ("Two", False)]),
        (f"> One {C}\n\n{C}\n", [("One", True), ("", False)]),
        (f"# One {C}\n\nTwo\n", [("One", True)]),
        (f"| One {C} | Two |\n| --- | --- |\n| Three | Four {C} |\n", [("One", True), ("Four", True)]),
        (f"<div>\n{C}\n<p>One</p>\n{C}</div>\n\nTwo\n", [("One", False), ("Two", False)]),
        (f"<div>\n<p>One {C}</p>\n</div>\n", [("One", True)]),
        ("One <!-- lintnews:\nignore -->\n", [("One", True)]),
        (f"---\ntitle: x\n---\n{C}\nOne\n", [("One", False)]),
        (f"Grüße, {C} Ärzte\n", [("Grüße, Ärzte", True)]),
    ],
)
def test_markdown(source: str, expected: list[tuple[str, bool]]) -> None:
    assert joined(source, "markdown") == expected
    crlf = joined(source.replace("\n", "\r\n"), "markdown")
    assert crlf == expected


@pytest.mark.parametrize(
    "source",
    [
        f"`{C}`\n",
        f"```\n{C}\n```\n",
        f"    {C}\n",
        f"![{C}](x.jpg)\n",
        f'[x](y "{C}")\n',
        f"<script>\n\n{C}\n</script>\n",
        f"One <textarea>{C}</textarea> two\n",
        f"---\ntitle: {C}\n---\nOne\n",
        f"\\{C}\n",
    ],
)
def test_what_only_looks_like_a_comment_in_markdown(source: str) -> None:
    assert joined(source, "markdown") == []


def test_a_text_has_no_comments() -> None:
    assert joined(f"{C}\nOne\n", "text") == []


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "</div>", "<li>", "<b>", "</b>", "<br>", "<svg>", "</svg>", "word ", C, "\n"]
    )
)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_comments_change_nothing_that_is_read(pieces: list[str]) -> None:
    source = "".join(pieces)
    document = parse(source, "html")
    assert reads_alike(document, source.replace(C, ""))
    places = [comment.start for comment in document.comments]
    assert places == sorted(places)
    assert [comment.block for comment in document.comments] == sorted(comment.block for comment in document.comments)
    for comment in document.comments:
        assert source[comment.start : comment.end] == C
        starts = [block.runs[0][0] for block in document.blocks]
        if not comment.inside:
            # It stands before its block and behind the one before.
            assert comment.block == len(starts) or comment.end <= starts[comment.block]
            assert comment.block == 0 or starts[comment.block - 1] < comment.start


def test_thousands_of_comments_cost_no_more_each_than_one() -> None:
    import time

    begin = time.monotonic()
    document = parse(f"<div>{C}<p>One {C}</p>" * 20_000, "html")
    assert len(document.comments) == 40_000
    assert time.monotonic() - begin < 10


@pytest.mark.parametrize(
    ("before", "after", "alike"),
    [
        ("- a\n- b\n", "- a\n<!-- x -->\n- b\n", False),
        ("- a\n- b\n", "<!-- x -->\n- a\n- b <!-- x -->\n", True),
        ("One\ntwo\n", "One\n<!-- x -->\ntwo\n", False),
        ("```\none\n```\n", "```\n<!-- x -->\none\n```\n", False),
        ("# One #\n", "# One # <!-- x -->\n", False),
        ("One\n", "One <!-- x -->\n", True),
    ],
)
def test_what_a_comment_changes_in_markdown(before: str, after: str, alike: bool) -> None:
    assert reads_alike(parse(before, "markdown"), after) is alike
