"""One defect, one finding: where rules meet, the surer and wider one speaks, however many there are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import lint_text
from lintnews.document import parse
from lintnews.engine import check
from lintnews.finding import SEVERITIES, Severity
from lintnews.rules.define import rule
from lintnews.rules.model import Hit, Rule, RuleSet
from lintnews.span import Span

TEXT = "abcdefghij klmnopqrst"


def made(*hits: tuple[str, int, int], severity: Severity = "warning", id: str = "pack/one") -> Rule:
    """A rule that finds what it is told to."""

    @rule(id, summary="x", message="x", severity=severity, why="x", since="0.1.0", examples=[])
    def finds(document, sightings):  # type: ignore[no-untyped-def]
        return [Hit(Span(start, end), severity=level or None) for level, start, end in hits]  # type: ignore[arg-type]

    return finds


def found(*rules: Rule) -> list[tuple[str, int, int]]:
    return [(finding.rule, *finding.span) for finding in check(parse(TEXT, "text"), RuleSet(rules))]


def test_the_surer_rule_speaks() -> None:
    sure, unsure = made(("", 2, 6), severity="error", id="b/sure"), made(("", 2, 6), id="a/unsure")
    assert found(sure, unsure) == found(unsure, sure) == [("b/sure", 2, 6)]


def test_the_wider_rule_speaks() -> None:
    wide, narrow = made(("", 0, 10), id="b/wide"), made(("", 2, 6), ("", 7, 9), id="a/narrow")
    assert found(wide, narrow) == [("b/wide", 0, 10)]


def test_of_equals_the_first_name_speaks() -> None:
    assert found(made(("", 0, 5), id="b/b"), made(("", 0, 5), id="a/a")) == [("a/a", 0, 5)]


def test_a_finding_may_overlap_another_by_less_than_half() -> None:
    assert found(made(("", 0, 10), id="a/a"), made(("", 8, 13), id="b/b")) == [("a/a", 0, 10), ("b/b", 8, 13)]
    assert found(made(("", 0, 10), id="a/a"), made(("", 7, 13), id="b/b")) == [("a/a", 0, 10)]


def test_two_others_may_cover_a_finding_together() -> None:
    sure = made(("", 0, 4), ("", 6, 10), severity="error", id="a/sure")
    assert found(sure, made(("", 1, 9), id="b/wide")) == [("a/sure", 0, 4), ("a/sure", 6, 10)]


HITS = st.tuples(st.sampled_from(SEVERITIES), st.integers(0, 20), st.integers(1, 8)).map(
    lambda hit: (hit[0], hit[1], min(len(TEXT), hit[1] + hit[2]))
)


@settings(max_examples=400, deadline=None)
@given(st.lists(HITS, max_size=12))
def test_every_defect_is_reported_once(hits: list[tuple[str, int, int]]) -> None:
    left: list[tuple[str, int, int]] = []
    for hit in sorted(hits, key=lambda hit: (-SEVERITIES.index(hit[0]), hit[1] - hit[2], hit[1])):  # type: ignore[arg-type]
        told = {at for _, start, end in left for at in range(start, end)}
        if 2 * len(told & set(range(*hit[1:]))) < hit[2] - hit[1]:
            left.append(hit)
    expected = sorted((start, end) for _, start, end in left)
    assert [span for _, *span in found(made(*hits))] == [list(span) for span in expected]


@pytest.mark.parametrize(
    ("format", "unit", "count"),
    [
        ("text", "The vote is on Friday.\n\nAdvertisement\n\n", 1),
        ("html", "<p>The vote is on Friday.</p><p>Advertisement</p>\n", 1),
        ("text", "The pond,, the mill was sold and and the town. ", 2),
    ],
)
def test_thousands_of_findings_take_thousands_of_times_one(format: str, unit: str, count: int) -> None:
    begin = time.monotonic()
    assert len(lint_text(unit * 10_000, format)) >= count * 10_000  # type: ignore[arg-type]
    assert time.monotonic() - begin < 20  # a second or two; minutes when every one is compared with every other
