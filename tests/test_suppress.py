"""Suppressions: what a comment, the front matter or an entry silences, and what is said about one that is no use."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from command import check, lintnews
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import lint_text
from lintnews.document import parse
from lintnews.document.model import Format
from lintnews.engine import examine
from lintnews.finding import Finding, Severity
from lintnews.repair import repair
from lintnews.rules.define import rule
from lintnews.rules.load import load_rules, load_selected
from lintnews.rules.model import Hit, Rule, RuleSet
from lintnews.span import Span
from lintnews.suppress import INVALID, UNUSED, Ignore

STABLE = load_selected()
AD = "promotion/ad-placeholder"
RESTING = next(one.id for one in load_rules().rules if one.status == "preview")


def found(source: str, format: Format = "html") -> list[tuple[str, str]]:
    """Rule and words of each finding."""
    return [(finding.rule, finding.matched) for finding in lint_text(source, format)]


def rules(source: str, format: Format = "html") -> list[str]:
    return [rule for rule, _ in found(source, format)]


def lines(source: str, format: Format = "html") -> list[int]:
    """The lines on which an advertisement label is reported."""
    document = parse(source, format)
    return [document.lines.position(one.span.start).line for one in lint_text(source, format) if one.rule == AD]


# ---- which block


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        ("<p>Advertisement <!-- lintnews: ignore --></p>\n<p>Advertisement</p>", [2]),
        ("<p><!-- lintnews: ignore -->Advertisement</p>\n<p>Advertisement</p>", [2]),
        ("<!-- lintnews: ignore --><p>Advertisement</p>\n<p>Advertisement</p>", [2]),
        ("<p>Advertisement</p>\n<!-- lintnews: ignore --><p>Advertisement</p>", [1]),
        ("<p>Advertisement</p><!-- lintnews: ignore -->\n<p>Advertisement</p>", [2]),
        ("<p>\nAdvertisement\n</p> <!-- lintnews: ignore -->\n<p>Advertisement</p>", [4]),
        ("<p>Advertisement</p><!-- lintnews: ignore --><p>Advertisement</p>", [1]),
        ("<p>Advertisement</p>\n<!-- lintnews: ignore -->\n<p>Advertisement</p>", [1]),
        ("<p>Advertisement</p>\n<!-- lintnews: ignore -->\n\n<hr>\n<div>\n<p>Advertisement</p></div>", [1]),
        ("<p>Advertisement <!-- lintnews: ignore-next --></p>\n<p>Advertisement</p>", [1]),
        ("<!-- lintnews: ignore-next -->\n<p>Advertisement</p>\n<p>Advertisement</p>", [3]),
        ("<p>Advertisement</p><!-- lintnews: ignore-next -->\n<p>Advertisement</p>", [1]),
        ("<p>Advertisement</p>\n<p>Advertisement</p>\n<!-- lintnews: ignore-file -->", []),
        ("<!-- lintnews: ignore-file -->\n<p>Advertisement</p>\n<p>Advertisement</p>", []),
        ("<p>Advertisement</p>\n<!-- lintnews: ignore -->", [1]),
    ],
)
def test_which_block_a_comment_is_about(source: str, reported: list[int]) -> None:
    assert lines(source) == reported


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        ("Advertisement <!-- lintnews: ignore -->\n\nAdvertisement\n", [3]),
        ("<!-- lintnews: ignore -->\nAdvertisement\n\nAdvertisement\n", [4]),
        ("Advertisement\n\n<!-- lintnews: ignore -->\n\nAdvertisement\n", [1]),
        ("- One\n- Advertisement <!-- lintnews: ignore -->\n- Advertisement\n", [3]),
        ("| Advertisement <!-- lintnews: ignore --> |\n| --- |\n| Advertisement |\n", [3]),
        ("Advertisement <!-- lintnews: ignore-next -->\n\nAdvertisement\n", [1]),
        ("Advertisement\n\nAdvertisement\n\n<!-- lintnews: ignore-file -->\n", []),
        ("---\ntitle: One\nlintnews-ignore: [promotion/ad-placeholder]\n---\nAdvertisement\n", []),
        ("---\ntitle: One\nlintnews-ignore:\n  - notice\n  - promotion # all of it\n---\nAdvertisement\n", []),
        ("+++\ntitle = 'One'\nlintnews-ignore = ['promotion']\n+++\nAdvertisement\n", []),
        ("---\ntitle: One\nlintnews-ignore: true\n---\nAdvertisement\n", []),
        ("---\ntitle: One\nlintnews-ignore: []\n---\nAdvertisement\n", [5]),
        ("---\ntitle: One\nlintnews-ignore: [notice]\n---\nAdvertisement\n", [5]),
        ("---\ntitle: One\nother:\n  lintnews-ignore: [promotion]\n---\nAdvertisement\n", [6]),
        ("Text\n\n---\nlintnews-ignore: [promotion]\n---\n\nAdvertisement\n", [7]),
    ],
)
def test_which_block_it_is_about_in_markdown(source: str, reported: list[int]) -> None:
    assert lines(source, "markdown") == reported
    assert lines(source.replace("\n", "\r\n"), "markdown") == reported


def test_a_finding_of_several_blocks_belongs_to_the_first() -> None:
    both = RuleSet((made("a/both", (0, 8)),))
    silent = "<!-- lintnews: ignore[a/both] -->"
    assert len(lint_text("<p>One</p><p>Two</p>", "html", rules=both)) == 1
    assert lint_text(f"<p>One{silent}</p><p>Two</p>", "html", rules=both) == []
    left = lint_text(f"<p>One</p><p>Two{silent}</p>", "html", rules=both)
    assert [one.rule for one in left] == ["a/both"]


def test_a_link_and_an_image_belong_to_the_block_around_them_or_behind_them() -> None:
    link = '<p>The vote{} is <a href="https://stanmoor-gazette.co.uk/vote?utm_source=feed">on Friday</a>.</p>'
    assert rules(link.format("")) == ["link/tracking-link"]
    assert rules(link.format("<!-- lintnews: ignore[link] -->")) == []
    image = '<p>The vote.</p>\n{}\n<img src="x.gif" width="1" height="1" alt="">\n<p>It is on Friday.{}</p>\n'
    assert rules(image.format("", "")) == ["link/image-junk"]
    assert rules(image.format("<!-- lintnews: ignore -->", "")) == []
    assert rules(image.format("", "<!-- lintnews: ignore -->")) == []
    last = '<p>The vote.</p>\n{}\n<img src="x.gif" width="1" height="1" alt="">\n'
    assert rules(last.format("<!-- lintnews: ignore -->")) == []
    inside = '<p>The vote. <img src="x.gif" width="1" height="1" alt="">{}</p>\n<p>It is on Friday.</p>\n'
    assert rules(inside.format("")) == ["link/image-junk"]
    assert rules(inside.format("<!-- lintnews: ignore -->")) == []


# ---- which rules


@pytest.mark.parametrize(
    ("comment", "silent"),
    [
        ("ignore[promotion/ad-placeholder]", True),
        ("ignore[promotion]", True),
        ("ignore[promotion/ad]", True),
        ("ignore[ notice , promotion/ad-placeholder ] it is the firm's name", True),
        ("ignore [promotion]", True),
        ("ignore", True),
        ("ignore: the firm is called so", True),
        ("ignore because an advertisement is what the story is about", True),
        ("ignore notice of the family", True),
        ("ignore[notice]", False),
        ("ignore[ad-placeholder]", False),
        ("ignore[promotion/ad-placeholders]", False),
        ("ignore promotion/ad-placeholder", False),
        ("ignore promotion", False),
        ("ignore(promotion)", False),
        ("ignore[promotion", False),
        ("ignore[]", False),
        ("ignored", False),
        ("disable", False),
        ("", False),
    ],
)
def test_which_rules_a_comment_is_about(comment: str, silent: bool) -> None:
    said = rules(f"<p>Advertisement <!-- lintnews: {comment} --></p>")
    assert (AD not in said) is silent
    if not silent and comment != "ignore[notice]":
        assert INVALID in said


def test_comments_for_others_are_nobody_s_business() -> None:
    for comment in ("prettier-ignore", "vale off", "lintnews is a linter", "see lintnews: ignore", "LINTNEWS: ignore"):
        assert found(f"<p>The vote is on Friday. <!-- {comment} --></p>") == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "lintnews: ignore[promotion/ad-placehodler]",
            "No rule is called “promotion/ad-placehodler”; did you mean “promotion/ad-placeholder”?",
        ),
        ("lintnews: ignore[furnitur]", None),
        ("lintnews: ignore[promotoin]", "No rule is called “promotoin”; did you mean “promotion”?"),
        ("lintnews: ignore[xyzzy]", "No rule is called “xyzzy”; `lintnews rules list` names them all"),
        ("lintnews: ignore[all]", "No rule is called “all”; leave the brackets out to ignore all rules"),
        ("lintnews: ignore-nxt", "lintnews does not know “ignore-nxt”; write “lintnews: ignore-next”"),
        ("lintnews ignore[promotion]", "The colon is missing; write “lintnews: ignore”"),
        ("lintnews-ignore-file", "The colon is missing; write “lintnews: ignore-file”"),
        (
            "lintnews: ignore promotion/ad-placeholder",
            "Rules stand in brackets: write “ignore[promotion/ad-placeholder]”",
        ),
        (
            "lintnews: ignore[promotion",
            "The bracket is not closed; write “ignore[pack/rule]”, or “ignore” alone for all rules",
        ),
        (
            "lintnews: ignore[ , ]",
            "Nothing stands in the brackets; write “ignore[pack/rule]”, or “ignore” alone for all rules",
        ),
        ("lintnews: ignore[aaa, promotoin]", None),
    ],
)
def test_what_cannot_be_understood_is_a_note_with_the_nearest_name(comment: str, message: str | None) -> None:
    notes = [one for one in lint_text(f"<p>The vote. <!-- {comment} --></p>", "html") if one.rule == INVALID]
    assert all(note.severity == "note" for note in notes)
    if message is None:
        assert len(notes) == (2 if "," in comment else 0)
    else:
        assert [note.message for note in notes] == [message]


def test_a_comment_that_is_never_closed_silences_nothing_and_is_not_deleted() -> None:
    (note,) = lint_text("<p>The vote is on Friday.</p><!-- lintnews: ignore", "html")
    assert (note.rule, note.fix) == (INVALID, None)


def test_an_unknown_name_is_shown_where_it_stands() -> None:
    source = "---\ntitle: x\nlintnews-ignore: [promotion, notcie]\n---\nAdvertisement\n"
    (note,) = lint_text(source, "markdown")
    assert (note.rule, source[note.span.start : note.span.end]) == (INVALID, "notcie")


def test_aliases_count_and_names_of_rules_that_do_not_run_are_known() -> None:
    assert rules(f"<p>The vote. <!-- lintnews: ignore[{RESTING}] --></p>") == []
    renamed = made("a/new", (0, 3))._replace(aliases=("a/old",))
    page = "<p>One <!-- lintnews: ignore[{}] --></p>"
    assert lint_text(page.format("a/old"), "html", rules=RuleSet((renamed,))) == []
    assert len(lint_text(page.format("a/ol"), "html", rules=RuleSet((renamed,)))) == 1


# ---- the engine


def made(id: str, *hits: tuple[int, int], severity: Severity = "warning", stage: int = 0, delete: bool = False) -> Rule:
    @rule(id, summary="x", message="x", severity=severity, why="x", since="0", examples=[], stage=stage, delete=delete)
    def finds(document, sightings):  # type: ignore[no-untyped-def]
        return [Hit(Span(start, end)) for start, end in hits]

    return finds


def test_what_is_silenced_shields_nothing() -> None:
    sure, unsure = made("a/sure", (0, 10), severity="error"), made("b/unsure", (0, 10))
    text = "<p>abcdefghij {}</p>"

    def names(comment: str) -> list[str]:
        return [one.rule for one in examine(parse(text.format(comment), "html"), RuleSet((sure, unsure))).findings]

    assert names("") == ["a/sure"]
    assert names("<!-- lintnews: ignore[a/sure] -->") == ["b/unsure"]
    assert names("<!-- lintnews: ignore[a] -->") == ["b/unsure"]
    assert names("<!-- lintnews: ignore -->") == []


def test_what_is_silenced_is_not_as_good_as_deleted() -> None:
    page = "<h1>Music</h1><p>The band has moved in.</p><h2>Sources</h2>\n<p>Advertisement{}</p>"
    assert rules(page.format("")) == ["structure/empty-section", AD]
    assert rules(page.format("<!-- lintnews: ignore[promotion] -->")) == []
    gone = repair(
        page.format("<!-- lintnews: ignore[promotion] -->"), "html", STABLE, applicabilities=("safe", "unsafe")
    )
    assert (gone.fixed, gone.suppressed) == ((), 1)


def test_suppressed_counts_what_would_have_been_reported() -> None:
    sure, unsure = made("a/sure", (0, 10), severity="error"), made("b/unsure", (0, 10))
    page = "<p>abcdefghij <!-- lintnews: ignore --></p><p>klm</p>"
    checked = examine(parse(page, "html"), RuleSet((sure, unsure)))
    assert (checked.findings, checked.suppressed) == ((), 1)


@pytest.mark.parametrize(
    ("entry", "silent"),
    [
        (Ignore(AD, "a.txt"), True),
        (Ignore("promotion", "a.txt", matched="  ADVERTISEMENT\n"), True),
        (Ignore("promotion", "a.txt", matched="Advert"), False),
        (Ignore("notice", "a.txt"), False),
        (Ignore(AD, "a.txt", fingerprint="0123456789abcdef"), False),
    ],
)
def test_entries_of_the_configuration(entry: Ignore, silent: bool) -> None:
    checked = examine(parse("The vote is on Friday.\n\nAdvertisement\n", "text"), STABLE, [entry])
    assert ([one.rule for one in checked.findings], checked.suppressed) == (([], 1) if silent else ([AD], 0))


def test_an_entry_by_fingerprint() -> None:
    document = parse("The vote is on Friday.\n\nAdvertisement\n", "text")
    (one,) = examine(document, STABLE).findings
    entries = [Ignore(AD, "*.txt", fingerprint=one.fingerprint)]
    assert examine(document, STABLE, entries).findings == ()


def test_an_entry_about_one_file_that_silences_nothing_is_a_note() -> None:
    document = parse("The vote is on Friday.\n", "text")

    def notes(*entries: Ignore) -> list[str]:
        return [one.message for one in examine(document, STABLE, entries).findings]

    assert notes(Ignore(AD, "/a.txt", matched="Ad", file="lintnews.toml")) == [
        "The entry for promotion/ad-placeholder “Ad” in lintnews.toml has nothing to silence"
    ]
    assert (
        notes(
            Ignore(AD, "wire/*.txt"),
            Ignore(AD, "wire/"),
            Ignore(AD, "a.txt"),
            Ignore(RESTING, "/a.txt"),
        )
        == []
    )


# ---- what is not needed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>One</p>\n<!-- lintnews: ignore[promotion] -->\n<p>Two</p>\n", "<p>One</p>\n<p>Two</p>\n"),
        ("<!-- lintnews: ignore[promotion] -->\n<p>Two</p>\n", "<p>Two</p>\n"),
        ("<p>One <!-- lintnews: ignore[promotion] --></p>\n", "<p>One </p>\n"),
        ("<p>One <!-- lintnews: ignore --> two</p>\n", "<p>One two</p>\n"),
        ("<p><!-- lintnews: ignore[promotion] --> One</p>\n", "<p> One</p>\n"),
        ("<p>One</p>\r\n  <!-- lintnews: ignore[promotion] -->\r\n<p>Two</p>", "<p>One</p>\r\n<p>Two</p>"),
        (
            "<p>Advertisement <!-- lintnews: ignore[notice, promotion, typography/doubled-word] why --></p>",
            "<p>Advertisement <!-- lintnews: ignore[promotion] why --></p>",
        ),
    ],
)
def test_fixing_deletes_what_is_not_needed(before: str, after: str) -> None:
    done = repair(before, "html", STABLE)
    assert done.source == after
    assert {one.rule for one in done.fixed} == {UNUSED}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One\n\n<!-- lintnews: ignore -->\n\nTwo\n", "One\n\n\nTwo\n"),
        ("One\n\n<!-- lintnews: ignore -->\nTwo\n", "One\n\nTwo\n"),
        ("One\n<!-- lintnews: ignore -->\nTwo\n", "One\n\nTwo\n"),
        ("One <!-- lintnews: ignore -->\n", "One\n"),
        ("One <!-- lintnews: ignore -->  \ntwo\n", "One  \ntwo\n"),
        ("- One\n<!-- lintnews: ignore -->\n- Two\n", None),
    ],
)
def test_fixing_deletes_it_in_markdown_where_the_article_stays_the_same(before: str, after: str | None) -> None:
    done = repair(before, "markdown", STABLE)
    assert done.source == (before if after is None else after)
    assert [one.rule for one in done.left] == ([UNUSED] if after is None else [])


@pytest.mark.parametrize(
    "source",
    [
        f"<p>The vote. <!-- lintnews: ignore[{RESTING}] --></p>",
        "<p>Advertisement <!-- lintnews: ignore --></p>",
        "<p>Advertisement <!-- lintnews: ignore --><!-- lintnews: ignore[promotion] --></p><!-- lintnews: ignore-file -->",
    ],
)
def test_what_may_be_needed_is_let_go(source: str) -> None:
    assert found(source) == []


def test_only_rules_that_ran_can_be_without_need() -> None:
    document = parse("<p>The vote. <!-- lintnews: ignore[promotion/ad-placeholder] --></p>", "html")
    assert [one.rule for one in examine(document, load_selected(["promotion", "lintnews"])).findings] == [UNUSED]
    assert examine(document, load_selected(["notice", "lintnews"])).findings == ()
    some = parse("<p>The vote. <!-- lintnews: ignore[promotion] --></p>", "html")
    assert examine(some, load_selected(["promotion/ad-placeholder", "lintnews"])).findings == ()
    everything = parse("<p>The vote. <!-- lintnews: ignore --></p>", "html")
    assert examine(everything, load_selected(["promotion", "lintnews"])).findings == ()
    assert [one.rule for one in examine(everything, STABLE).findings] == [UNUSED]


def test_outside_the_article_nothing_is_known() -> None:
    prose = "<p>" + "The band has moved into the old dairy by the harbour. " * 6 + "</p>"
    page = f"<nav><p>Menu</p><p>Home <!-- lintnews: ignore[promotion] --></p></nav><article>{prose}</article>"
    assert UNUSED not in rules(page + "<!-- lintnews: ignore-file[promotion] -->")


def test_a_deleted_block_takes_its_comment_along() -> None:
    """Otherwise the comment would speak about the next block."""
    page = (
        "<p>The vote is on Friday.</p>\n<!-- lintnews: ignore-next[typography] -->\n<p>Advertisement</p>\n"
        "<p>The road,, the mill.</p>\n"
    )
    text = "One\n\n<!-- lintnews: ignore-next[typography] -->\nAdvertisement\n\nThe road,, the mill.\n"
    for source, format, expected in (
        (page, "html", "<p>The vote is on Friday.</p>\n<p>The road, the mill.</p>\n"),
        (text, "markdown", "One\n\nThe road, the mill.\n"),
    ):
        done = repair(source, format, STABLE)  # type: ignore[arg-type]
        assert done.source == expected


# ---- laws


UNITS = st.sampled_from(
    [
        "<p>Advertisement</p>",
        "<p>The road,, the mill.</p>",
        "<p>The vote is on Friday.</p>",
        "<h2>Sources</h2>",
        "<ul><li>Advertisement</li><li>One</li></ul>",
        "<div>Advertisement",
        "</div>",
        "<p>of of it</p>",
        "<!-- lintnews: ignore -->",
        "<!-- lintnews: ignore-next[promotion] -->",
        "<!-- lintnews: ignore[typography, typo] -->",
        "<!-- lintnews: ignore-file[typography/doubled-word] -->",
        "<!-- lintnews: bad -->",
        "\n",
        " ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(UNITS, max_size=12))
def test_fixing_settles_and_leaves_no_comment_without_need(units: list[str]) -> None:
    done = repair("".join(units), "html", STABLE, applicabilities=("safe", "unsafe"))
    assert not [one for one in done.left if one.rule == "internal-error"]
    again = repair(done.source, "html", STABLE, applicabilities=("safe", "unsafe"))
    assert again.source == done.source
    assert not [one for one in done.left if one.rule == UNUSED and one.fix]


@settings(max_examples=200, deadline=None)
@given(st.lists(UNITS.filter(lambda unit: unit != "<h2>Sources</h2>"), max_size=12))
def test_comments_only_take_findings_away_or_uncover_them(units: list[str]) -> None:
    """Every finding but the notes would be found without the comments, too, if nothing stronger covered it.

    Not so what is judged by its neighbours: a block that an ignore lets stay is another neighbour than one that goes.
    """
    source = "".join(units)

    def found(text: str) -> list[Finding]:
        return [one for one in lint_text(text, "html") if not one.rule.startswith("lintnews/")]

    bare = "".join(unit for unit in units if not unit.startswith("<!--"))
    silent = "".join(unit for unit in units if unit != "<!-- lintnews: bad -->")
    assert len(found(silent)) == len(found(source))
    without = {one.matched for one in lint_text(bare, "html", rules=STABLE)}
    assert {one.matched for one in found(source) if one.rule != "furniture/leftover-block"} <= without


def test_thousands_of_comments_take_thousands_of_times_one() -> None:
    source = "<p>Advertisement <!-- lintnews: ignore[promotion] --></p>\n<p>One <!-- lintnews: ignore[link] --></p>\n"
    begin = time.monotonic()
    document = parse(source * 3_000, "html")
    checked = examine(document, STABLE)
    assert checked.suppressed == 3_000
    assert len(checked.findings) == 3_000
    assert time.monotonic() - begin < 30


# ---- the command line


def test_reports_count_what_is_suppressed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("One.\n\nAdvertisement <!-- lintnews: ignore[promotion] the story is about it -->\n")
    outcome = check(path)
    assert outcome.status == 0
    assert outcome.articles[0]["suppressed"] == 1
    assert json.loads(outcome.out)["summary"]["suppressed"] == 1
    assert lintnews("check", path).out == "Nothing found in 1 article; 1 suppressed.\n"
    before = path.read_bytes()
    assert lintnews("check", "--fix", path).status == 0
    assert path.read_bytes() == before


def test_notes_are_rules_that_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>One. <!-- lintnews: ignore[promotion] --> <!-- lintnews: ignroe --></p>\n")
    assert check(path).rules == [UNUSED, INVALID]
    assert check("--ignore", "lintnews", path).rules == []
    assert check("--ignore", UNUSED, path).rules == [INVALID]
    assert check("--select", "lintnews", path).rules == [INVALID]
    assert UNUSED in lintnews("explain", UNUSED).out


def test_notes_do_not_fail_a_run(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>One. <!-- lintnews: ignore[promotion] --> <!-- lintnews: ignroe --></p>\n")
    outcome = lintnews("check", path)
    assert outcome.status == 0
    assert "note" in outcome.out
    assert lintnews("check", "--fail-on", "note", path).status == 1
