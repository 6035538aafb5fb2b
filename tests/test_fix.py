"""Fixes: atomic, one at a time where they meet, and nothing outside their edits changes."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document import parse
from lintnews.document.model import Document, Format
from lintnews.finding import Applicability, Edit, Finding, Fix
from lintnews.fix import apply, place
from lintnews.span import Span


def finding(*edits: tuple[int, int, str], rule: str = "a/b", applicability: Applicability = "safe") -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding(rule, "warning", "", made[0].span, "", Fix(made, applicability))


def fixed(source: str, span: Span, repair: str = "", format: Format = "text") -> str:
    """The source after a span of its text is replaced."""
    fix = place(parse(source, format), span, repair, "safe")
    return apply(source, [Finding("a/b", "warning", "", span, "", fix)]).source


def without(source: str, words: str, format: Format = "text", repair: str = "") -> str:
    """The source after the only place that reads `words` is replaced."""
    text = parse(source, format).text
    assert text.count(words) == 1
    return fixed(source, Span(text.index(words), text.index(words) + len(words)), repair, format)


# ---- applying


def test_all_edits_of_a_fix_are_applied() -> None:
    result = apply("abcdef", [finding((0, 1, ""), (2, 3, "X"), (6, 6, "!"))])
    assert result.source == "bXdef!"
    assert (len(result.applied), result.waiting) == (1, ())


def test_a_fix_with_one_edit_in_the_way_waits_whole() -> None:
    first, second = finding((0, 2, "")), finding((1, 3, "X"), (5, 6, "Y"))
    result = apply("abcdef", [first, second])
    assert (result.source, result.applied, result.waiting) == ("cdef", (first,), (second,))


@pytest.mark.parametrize("second", [(2, 4, ""), (2, 2, "X"), (0, 0, "X"), (1, 2, "")])
def test_a_fix_that_touches_another_waits(second: tuple[int, int, str]) -> None:
    one, two = finding((0, 2, "Z"), rule="a/a"), finding(second, rule="b/b")
    result = apply("abcdef", [two, one])
    assert len(result.applied) == len(result.waiting) == 1
    assert apply("abcdef", result.waiting).waiting == ()


def test_identical_fixes_are_applied_once() -> None:
    result = apply("abcdef", [finding((1, 3, "X"), rule="a/a"), finding((1, 3, "X"), rule="b/b")])
    assert (result.source, len(result.applied), result.waiting) == ("aXdef", 2, ())


def test_the_order_of_the_findings_does_not_matter() -> None:
    findings = [finding((0, 2, "A")), finding((2, 4, "B")), finding((5, 6, "C")), finding((0, 2, "D"), rule="z/z")]
    assert apply("abcdef", findings) == apply("abcdef", findings[::-1])
    assert apply("abcdef", findings).source == "AcdeC"


def test_only_what_is_allowed_is_applied() -> None:
    findings = [finding((0, 1, ""), applicability="safe"), finding((2, 3, ""), applicability="unsafe")]
    findings.append(finding((4, 5, ""), applicability="display"))
    assert apply("abcdef", findings).source == "bcdef"
    assert apply("abcdef", findings, ("safe", "unsafe")).source == "bdef"
    assert apply("abcdef", findings, ()).source == "abcdef"


def test_findings_without_a_fix_are_nobody_s_business() -> None:
    bare = Finding("a/b", "warning", "", Span(0, 2), "ab")
    assert apply("abc", [bare])[:3] == ("abc", (), ())


SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(["", "X", "\r\n"])).map(
    lambda edit: (min(edit[:2]), max(edit[:2]), edit[2])
)


def _sound(edits: list[tuple[int, int, str]]) -> bool:
    places = sorted(Span(start, end) for start, end, _ in edits)
    return not any(one.touches(two) for one, two in itertools.pairwise(places))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(SPANS, min_size=1, max_size=3).filter(_sound), max_size=6))
def test_fixes_are_atomic_and_leave_the_rest_alone(fixes: list[list[tuple[int, int, str]]]) -> None:
    source = "abcdefghij\r\nklmnopqr"
    findings = [finding(*sorted(edits), rule=f"r/{number}") for number, edits in enumerate(fixes)]
    result = apply(source, findings)
    assert sorted([*result.applied, *result.waiting], key=id) == sorted(findings, key=id)
    taken = {edit for found in result.applied for edit in found.fix.edits}  # type: ignore[union-attr]
    # No two of them meet, so they can be made one by one from the back, by anybody.
    expected = source
    for edit in sorted(taken, key=lambda edit: edit.span, reverse=True):
        assert not any(edit.span.touches(other.span) for other in taken - {edit})
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
    assert result.source == expected
    for found in result.waiting:
        assert found.fix
        assert any(one.span.touches(two.span) for one in found.fix.edits for two in taken)


# ---- deleting blocks


PARAGRAPHS = ["It rains.", "Menu", "Why?", "The vote is on Friday & on Monday.", "naïve 😀", "x" * 120]


def texts(source: str, format: Format) -> list[str]:
    document = parse(source, format)
    return [document.block_text(block) for block in document.blocks]


def block_span(document: Document, first: int, last: int) -> Span:
    return Span(document.blocks[first].start, document.blocks[last].end)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(["\n", "\r\n", "\r"]), st.integers(1, 3), st.sampled_from([0, 1, 2]))
def test_deleting_blocks_of_a_text_takes_their_lines(data: st.DataObject, end: str, apart: int, last: int) -> None:
    blocks = data.draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6))
    source = (end * apart).join(blocks) + end * last
    document = parse(source, "text")
    one = data.draw(st.integers(0, len(blocks) - 1))
    two = data.draw(st.integers(one, len(blocks) - 1))
    left = blocks[:one] + blocks[two + 1 :]
    # The same article as if the lines had never been there.
    expected = (end * apart).join(left) + (end * last if left or not last else "")
    result = fixed(source, block_span(document, one, two))
    if left:
        assert texts(result, "text") == left
        assert not (set(result) & set("\r\n")) - set(end)
        # An article ends as it ended, or with the end of the line before.
        if two + 1 < len(blocks) or last < 2:
            assert result == expected
    else:
        assert result.strip() == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One.\n\nAdvert\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\r\n\r\nAdvert\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("One.\n  Advert  \nTwo.", "One.\nTwo."),
        ("Advert\n\nTwo.", "Two."),
        ("\n\nAdvert\n\nTwo.", "\n\nTwo."),
        ("One.\n\nAdvert", "One."),
        ("One.\n\nAdvert\n", "One.\n"),
        ("One.\n\n\n\nAdvert\n\n\nTwo.\n", "One.\n\n\n\nTwo.\n"),
        ("One.\n\n• Advert\n• Two.\n", "One.\n\n• Two.\n"),
        ("Advert", ""),
    ],
)
def test_the_blank_line_goes_with_the_block(source: str, expected: str) -> None:
    assert without(source, "Advert") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One.</p>\n<p>Advert</p>\n<p>Two.</p>", "<p>One.</p>\n<p>Two.</p>"),
        ("<p>One.</p>\r\n  <p>Advert</p>\r\n  <p>Two.</p>", "<p>One.</p>\r\n  <p>Two.</p>"),
        ("<p>One.</p><p class=x><b>Advert</b></p><p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<p>One.</p><div><div><p>Advert</p></div></div><p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<ul><li>One.</li><li>Advert</li></ul>", "<ul><li>One.</li></ul>"),
        ("<div><p>One.</p><ul><li>Advert</ul></div>", "<div><p>One.</p></div>"),
        ("<table><tr><td>One.</td><td>Advert</td></tr></table>", "<table><tr><td>One.</td><td></td></tr></table>"),
        ("<p>One.</p>Advert<p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<p>One.<p>Advert<p>Two.", "<p>One.<p>Two."),
        ("<p>One.</p><p>&nbsp;Adv&shy;ert&#32;</p>", "<p>One.</p>"),
        ("<main><h2>Advert</h2></main>", "<main></main>"),
    ],
)
def test_the_element_goes_with_the_block(source: str, expected: str) -> None:
    assert without(source, "Advert", "html") == expected


@pytest.mark.parametrize(
    ("source", "joins"),
    [
        ("<div>(<div>Advert</div>Ada Lund)</div>", True),
        ("<div><b>One.</b> <div>Advert</div><br> <i>Two.</i></div>", True),
        ("<div>One.<div>Advert</div><br><br>Two.</div>", False),
        ("<div>One.<hr><div>Advert</div>Two.</div>", False),
        ("<div>One.<div>Advert</div><p>Two.</p></div>", False),
        ("<div><p>One.</p><div>Advert</div>Two.</div>", False),
    ],
)
def test_no_fix_lets_two_texts_run_into_each_other(source: str, joins: bool) -> None:
    document = parse(source, "html")
    at = document.text.index("Advert")
    fix = place(document, Span(at, at + len("Advert")), "", "safe")
    assert (fix is None) is joins
    if not joins:
        assert texts(without(source, "Advert", "html"), "html") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One.\n\n**Advert**\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n## Advert\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("- One.\n- Advert\n- Two.\n", "- One.\n- Two.\n"),
        ("One.\n\n> Advert\n", "One.\n"),
    ],
)
def test_the_mark_goes_with_the_block(source: str, expected: str) -> None:
    assert without(source, "Advert", "markdown") == expected


def _element(draw: Any) -> str:
    tag = draw(st.sampled_from(["p", "h2", "div", "blockquote"]))
    words = draw(st.sampled_from(["It <b>rains</b>.", "Menu", "a&nbsp;b &amp; c", "x<br>y", '<a href="/x">More</a>']))
    around = draw(st.sampled_from(["", " class='x>y'", ' id="a"']))
    inner = f"<{tag}{around}>{words}</{tag}>"
    return f"<section>{inner}</section>" if draw(st.booleans()) else inner


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(["", "\n", "\r\n  ", " "]))
def test_deleting_blocks_of_a_page_leaves_the_others_as_they_are(data: st.DataObject, between: str) -> None:
    elements = [_element(data.draw) for _ in range(data.draw(st.integers(1, 6)))]
    source = f"<article>{between}{between.join(elements)}{between}</article>"
    before = texts(source, "html")
    one = data.draw(st.integers(0, len(before) - 1))
    two = data.draw(st.integers(one, len(before) - 1))
    result = fixed(source, block_span(parse(source, "html"), one, two), format="html")
    assert texts(result, "html") == before[:one] + before[two + 1 :]
    left = elements[:one] + elements[two + 1 :]
    if "\n" in between and left:
        assert result == f"<article>{between}{between.join(left)}{between}</article>"


# ---- deleting and replacing inside a block


@pytest.mark.parametrize(
    ("source", "words", "repair", "expected"),
    [
        ("One two three.", "two", "", "One three."),
        ("One two, three.", "two", "", "One, three."),
        ("One two three.", "One", "", "two three."),
        ("One two three.", "three.", "", "One two"),
        ("One (two) three.", "two", "", "One () three."),
        ("One two three.", "two", "2", "One 2 three."),
        ("One\r\ntwo three.", "two", "", "One\r\nthree."),
    ],
)
def test_words_leave_one_space(source: str, words: str, repair: str, expected: str) -> None:
    assert without(source, words, repair=repair) == expected


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("<p>One <b>two</b> three.</p>", "two", "<p>One three.</p>"),
        ("<p>One <a href='x>y'>two</a>, three.</p>", "two", "<p>One, three.</p>"),
        ("<p>One <b>two three</b>.</p>", "three", "<p>One <b>two</b>.</p>"),
        ("<p>One <b>two</b> three.</p>", "two three.", "<p>One</p>"),
        ("<p>One <b>two three</b> four.</p>", "three four", "<p>One <b>two</b>.</p>"),
        ("<p>One&nbsp;two three.</p>", "two", "<p>One three.</p>"),
    ],
)
def test_tags_stay_in_pairs(source: str, words: str, expected: str) -> None:
    assert without(source, words, "html") == expected


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_an_edit_changes_its_words_and_nothing_else(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["one", "two,", "naïve", "😀", "three."]), min_size=2, max_size=8))
    spaces = data.draw(st.lists(st.sampled_from([" ", "  ", "\t", "\xa0"]), min_size=9, max_size=9))
    source = "".join(word + space for word, space in zip(words, spaces, strict=False)).strip()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    before, gone = " ".join(words[:first]), " ".join(words[first : last + 1])
    start = len(before) + 1 if before else 0
    result = fixed(source, Span(start, start + len(gone)))
    assert parse(result, "text").text == " ".join(words[:first] + words[last + 1 :])
    kept = [space for at, space in enumerate(spaces[: len(words) - 1]) if not first - 1 <= at <= last]
    assert [space for space in kept if space not in result] == []
