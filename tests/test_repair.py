"""What fixing an article leaves: only the artefacts go, and a second run changes nothing."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import repair as module
from lintnews.document import parse
from lintnews.document.model import Format
from lintnews.finding import Edit, Finding, Fix
from lintnews.repair import INTERNAL_ERROR, repair
from lintnews.rules.define import marked, rule
from lintnews.rules.load import load_rules
from lintnews.rules.model import Hit, RuleSet
from lintnews.span import Span

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("LINTNEWS_EVALDATA", ROOT.parent / "shared" / "evaldata"))
STRIDE = 1 if os.environ.get("LINTNEWS_ALL") else 12
RULES = load_rules()
BOTH = ("safe", "unsafe")

SUFFIX: dict[str, Format] = {".txt": "text", ".html": "html", ".md": "markdown"}


def articles(folder: str) -> list[Path]:
    return [path for path in sorted((ROOT / "fixtures" / folder).iterdir()) if path.suffix in SUFFIX]


def source_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


@pytest.mark.parametrize("path", articles("dirty"), ids=lambda path: path.name)
def test_a_dirty_article_comes_out_clean_and_stays_so(path: Path) -> None:
    source, format = source_of(path), SUFFIX[path.suffix]
    done = repair(source, format, RULES, applicabilities=BOTH)
    assert done.fixed
    assert not [finding for finding in done.left if finding.rule == INTERNAL_ERROR]
    assert not [finding for finding in done.left if finding.fix and finding.fix.applicability in BOTH]
    assert repair(done.source, format, RULES, applicabilities=BOTH).source == done.source


@pytest.mark.parametrize("path", articles("clean"), ids=lambda path: path.name)
def test_a_clean_article_is_not_touched(path: Path) -> None:
    assert repair(source_of(path), SUFFIX[path.suffix], RULES, applicabilities=BOTH).source == source_of(path)


SEED = ROOT / "fixtures" / "dirty" / "seed-shape.txt"
LINES_TO_GO = (3, 9, 11, 44, 56, 58, 60, 62, 64, 66)
TAILS = (", according to industry experts", ", according to market developments", ", as as previously reported")


def by_hand() -> str:
    """The article in the seed's shape as an editor would have left it."""
    lines = SEED.read_text(encoding="utf-8").split("\n")
    kept = [line for number, line in enumerate(lines, 1) if number not in LINES_TO_GO]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).rstrip("\n")
    for tail in TAILS:
        assert text.count(tail) == 1
        text = text.replace(tail, "")
    return text


def test_the_fixed_article_is_the_one_an_editor_would_have_left() -> None:
    assert repair(source_of(SEED), "text", RULES, applicabilities=BOTH).source == by_hand()


@pytest.mark.parametrize("name", ["seed-shape-flat.html", "seed-shape-wordpress.html", "seed-shape.md"])
def test_the_other_renderings_keep_the_same_words(name: str) -> None:
    path = ROOT / "fixtures" / "dirty" / name
    done = repair(source_of(path), SUFFIX[path.suffix], RULES, applicabilities=BOTH)
    expected = [re.sub(r"^\s*•\s*", "", line).strip() for line in by_hand().split("\n") if line.strip()]
    shown = [done.document.block_text(block) for block in done.document.body]
    if name == "seed-shape-wordpress.html":
        expected = expected[1:]  # the headline stands in the head of the page's article, outside its text
    assert shown == expected


def test_without_unsafe_fixes_the_report_says_what_is_left_and_why() -> None:
    done = repair(source_of(SEED), "text", RULES)
    reasons = {skipped.finding.rule: skipped.reason for skipped in done.skipped}
    assert reasons == {"structure/dangling-lead-in": "unsafe", "structure/empty-section": "unsafe"}
    assert "please consult:" in done.source


@given(st.text(alphabet=st.sampled_from("aB .,:\n\r\t<>p/&;#*_[]()-•1“”’\u00ad\u200b"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_source_breaks_it_and_the_second_run_changes_nothing(source: str) -> None:
    for format in ("text", "html", "markdown"):
        done = repair(source, format, RULES, applicabilities=BOTH)  # type: ignore[arg-type]
        assert repair(done.source, format, RULES, applicabilities=BOTH).source == done.source  # type: ignore[arg-type]


PARAGRAPHS = st.sampled_from(
    [
        "The council voted on the harbour road, and the mayor will read the count again on Friday.",
        "The council voted on nothing else, because the lamps went out at nine and nobody had a match.",
        "Advertisement",
        "- Advertisement -",
        "The road will be closed in May., according to industry experts",
        "Nobody has seen the the letter, said the clerk who had kept the book.",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "References",
        "For more information, please consult:",
        "They watered their own ponds,, pumps and wells.",
        "1. first\n2. Advertisement\n3. third",
        "- one\n- Advertisement\n- two",
    ]
)


@given(
    st.lists(PARAGRAPHS, min_size=1, max_size=12, unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from(["text", "markdown"]),
)
@settings(max_examples=150, deadline=None)
def test_only_words_of_artefacts_go(paragraphs: list[str], newline: str, ends: bool, format: Format) -> None:
    source = "\n\n".join(paragraphs).replace("\n", newline) + (newline if ends else "")
    done = repair(source, format, RULES, applicabilities=BOTH)
    assert not [finding for finding in done.left if finding.rule == INTERNAL_ERROR]
    assert is_subsequence(re.findall(r"[A-Za-z]+", done.source), re.findall(r"[A-Za-z]+", source))
    honest = [text for text in paragraphs if text.startswith("The council")]
    assert done.source.count("The council voted") == len(honest)
    if newline == "\r\n":
        assert "\n" not in done.source.replace("\r\n", "")
    if done.source and done.source != source:
        assert done.source.endswith(newline) == ends
    assert repair(done.source, format, RULES, applicabilities=BOTH).source == done.source


def test_a_numbered_list_that_loses_an_item_is_numbered_on() -> None:
    source = "Steps\n\n1. Tune the horn slowly.\n2. Advertisement\n3. Play the song.\n4. Stop.\n\n7. Not in the list.\n"
    fixed = "Steps\n\n1. Tune the horn slowly.\n2. Play the song.\n3. Stop.\n\n7. Not in the list.\n"
    assert repair(source, "text", RULES).source == fixed
    assert repair(source, "markdown", RULES).source == fixed


HTML_CASES = {
    "wrapper goes": ('<p>A.</p>\n<div class="ad"><p>Advertisement</p></div>\n<p>B.</p>\n', "<p>A.</p>\n<p>B.</p>\n"),
    "cell stays": (
        "<table><tr><td>A</td><td>Advertisement</td></tr></table>",
        "<table><tr><td>A</td><td></td></tr></table>",
    ),
    "one of several items": ("<ul><li>A</li><li>Advertisement</li></ul>", "<ul><li>A</li></ul>"),
    "a list of nothing else goes whole": ("<p>A.</p><ul><li>Advertisement</li></ul>", "<p>A.</p>"),
    "an image keeps its element": (
        '<p>A.</p><div><img src="a.jpg">Advertisement</div>',
        '<p>A.</p><div><img src="a.jpg"></div>',
    ),
    "emptied inline element goes": (
        "<p>It ended.<b>, according to analysts</b></p>",
        "<p>It ended.</p>",
    ),
    "half an element": (
        "<p>It <b>ended., according</b> to analysts</p>",
        "<p>It <b>ended.</b></p>",
    ),
    "forced line breaks": (
        "<div>One line of text.<br><br>Advertisement<br><br>Another line.</div>",
        "<div>One line of text.<br><br>Another line.</div>",
    ),
    "own line, CRLF": ("<p>A.</p>\r\n  <p>Advertisement</p>\r\n<p>B.</p>", "<p>A.</p>\r\n<p>B.</p>"),
}


@pytest.mark.parametrize("case", HTML_CASES, ids=str)
def test_deleting_in_html(case: str) -> None:
    source, fixed = HTML_CASES[case]
    assert repair(source, "html", RULES).source == fixed


MARKDOWN_CASES = {
    "emphasised label": ("A.\n\n**Advertisement**\n\nB.\n", "A.\n\nB.\n"),
    "emptied emphasis": ("It ended.**, according to analysts**\n", "It ended.\n"),
    "emptied link": ("It ended.[, according to analysts](https://example.org)\n", "It ended.\n"),
    "list item": ("- A\n- Advertisement\n- B\n", "- A\n- B\n"),
    "table cell": ("| A | B |\n|---|---|\n| x | Advertisement |\n", "| A | B |\n|---|---|\n| x | |\n"),
}


@pytest.mark.parametrize("case", MARKDOWN_CASES, ids=str)
def test_deleting_in_markdown(case: str) -> None:
    source, fixed = MARKDOWN_CASES[case]
    got = repair(source, "markdown", RULES).source
    assert re.sub(r" +", " ", got) == fixed


@rule(
    "test/growing",
    summary="s",
    message="m",
    severity="error",
    why="w",
    since="0.1.0",
    repairs=True,
    examples=(marked("n", "x"),),
)
def growing(document: Any, sightings: Any) -> Iterator[Hit]:
    at = document.text.find("x")
    if at >= 0:
        yield Hit(Span(at, at + 1), repair="xx")


def test_a_fix_that_never_settles_leaves_the_article_as_it_was() -> None:
    done = repair("A box of words.\n", "text", RuleSet((growing,)))
    assert done.source == "A box of words.\n"
    assert [finding.rule for finding in done.left] == [INTERNAL_ERROR, "test/growing"]
    assert not done.fixed


@pytest.mark.parametrize(
    ("edits", "problem"),
    [((Edit(Span(2, 7)),), "word"), ((Edit(Span(0, 9)),), "")],
    ids=["half a word", "as said"],
)
def test_a_word_lost_beside_the_edit_is_noticed(edits: tuple[Edit, ...], problem: str) -> None:
    before = parse("one two three four", "text")
    finding = Finding("test/x", "error", "m", Span(0, 7), "one two", Fix(edits, "safe"))
    after = parse("one two three four"[: edits[0].span.start] + "one two three four"[edits[0].span.end :], "text")
    broken = list(
        module._broken(before, after, edits if not problem else (Edit(Span(0, 7)),), [finding], [finding], [])
    )
    assert bool(broken) == bool(problem)


@rule(
    "test/protected",
    summary="s",
    message="m",
    severity="warning",
    why="w",
    since="0.1.0",
    delete=False,
    protected=True,
    applicability="display",
    examples=(marked("n", "x"),),
)
def licence(document: Any, sightings: Any) -> Iterator[Hit]:
    for block in document.body:
        if document.block_text(block).startswith("Licence"):
            yield Hit(block.span, repair="")


def test_protected_findings_are_reported_and_never_deleted() -> None:
    source = "The road is closed.\n\nLicence: CC BY, by Una Farr.\n"
    done = repair(source, "text", RuleSet((licence,)), applicabilities=BOTH)
    assert done.source == source
    assert [(skipped.finding.rule, skipped.reason) for skipped in done.skipped] == [("test/protected", "protected")]


def records(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % STRIDE == 0:
                yield json.loads(line)


@pytest.mark.skipif(not DATA.is_dir(), reason="the labelled pages are not here")
@pytest.mark.parametrize("name", ["injected", "html"])
def test_real_pages_settle_and_lose_nothing_else(name: str) -> None:
    for record in records(name):
        sources: list[tuple[str, Format]] = [(record["html"], "html")] if "html" in record else []
        sources += [(record["text"], "text")] if "text" in record else []
        for source, format in sources:
            done = repair(source, format, RULES, applicabilities=BOTH)
            assert not [finding.message for finding in done.left if finding.rule == INTERNAL_ERROR]
            assert repair(done.source, format, RULES, applicabilities=BOTH).source == done.source
