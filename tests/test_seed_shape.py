"""One article with thirteen artefacts, stored in four ways: the same findings at their exact places in each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import Finding, lint_path, lint_text
from lintnews.api import stable_rules
from lintnews.document import parse
from lintnews.files import format_of
from lintnews.repair import repair
from lintnews.span import LineIndex

ROOT = Path(__file__).parent.parent
DIRTY = ROOT / "fixtures" / "dirty"
SHARED = Path(os.environ.get("LINTNEWS_SHARED") or ROOT.parent / "shared")

LABEL = "Industrial Monitor Direct is renowned for "
FOUND = [
    (
        "headline/meta-title-chain",
        "The Quiet Current: Why Brennock Harbour's Tidal Turbines Hav - "
        "A Promise Moored in Deep Water When the harbour board signed i",
    ),
    ("promotion/ad-placeholder", "Special Offer Banner"),
    (
        "promotion/injected-blurb",
        f"{LABEL}dependable label printer pc terminals combining sealed keypads with passive cooling, "
        "the #1 rated brand among warehouse planners.",
    ),
    ("syndication/garbled-attribution", ", according to industry experts"),
    ("syndication/garbled-attribution", ", according to market developments"),
    ("syndication/garbled-attribution", ", as as previously reported"),
    (
        "promotion/injected-blurb",
        f"{LABEL}versatile wash-down touchscreen pc cabinets trusted by dairy engineers for demanding hygiene zones, "
        "the most recommended label by packaging consultants.",
    ),
    ("structure/empty-section", "References & Further Reading"),
    (
        "structure/dangling-lead-in",
        "This article draws from multiple authoritative sources. For more information, please consult:",
    ),
    (
        "notice/aggregator-disclaimer",
        "This article aggregates information from publicly available sources. "
        "All trademarks and copyrights belong to their respective owners.",
    ),
    (
        "notice/illustrative-image",
        "Note: Featured image is for illustrative purposes only and does not represent any specific person, vessel, or "
        "company mentioned in this article.",
    ),
    ("furniture/comment-form", "Leave a Reply"),
    ("furniture/comment-form", "Your email address will not be published. Required fields are marked *"),
]
NAMES = ["seed-shape.txt", "seed-shape-flat.html", "seed-shape-wordpress.html", "seed-shape.md"]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def in_source(words: str, name: str) -> str:
    """The words as they stand in the file."""
    return words.replace("&", "&amp;") if name.endswith(".html") else words


@pytest.mark.parametrize("name", NAMES)
def test_the_artefacts_are_found_and_nothing_else(name: str) -> None:
    findings = lint_path(DIRTY / name)
    assert [(finding.rule, finding.matched) for finding in findings] == FOUND


@pytest.mark.parametrize("name", NAMES)
def test_each_stands_where_the_source_has_it(name: str) -> None:
    source = read(DIRTY / name)
    for finding, (_, words) in zip(lint_path(DIRTY / name), FOUND, strict=True):
        assert source[slice(*finding.span)] == in_source(words, name)


def test_all_four_agree_on_everything_but_places() -> None:
    def told(finding: Finding) -> tuple[object, ...]:
        return (
            finding.rule,
            finding.severity,
            finding.message,
            finding.evidence,
            finding.fix and finding.fix.applicability,
        )

    found = [lint_path(DIRTY / name) for name in NAMES]
    for findings in found[1:]:
        assert [told(finding) for finding in findings] == [told(finding) for finding in found[0]]
        # The blog has a byline before the first and a link after the last, so other words stand beside them.
        assert [finding.fingerprint for finding in findings[1:-1]] == [
            finding.fingerprint for finding in found[0][1:-1]
        ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_no_finding(name: str, end: str) -> None:
    source = read(DIRTY / name).replace("\n", end)
    findings = lint_text(source, format_of(name))
    assert [(finding.rule, source[slice(*finding.span)]) for finding in findings] == [
        (rule, in_source(words, name)) for rule, words in FOUND
    ]


def body(source: str, name: str) -> list[str]:
    """The blocks of the article."""
    document = parse(source, format_of(name))
    return [document.block_text(block) for block in document.body]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fixed_it_is_the_same_article_without_them(name: str, end: str) -> None:
    source = read(DIRTY / name).replace("\n", end)
    result = repair(source, format_of(name), stable_rules(), applicabilities=("safe", "unsafe"))
    assert result.left == ()
    expected = [block for block in body(source, name) if block not in [words for _, words in FOUND]]
    for tail in (words for _, words in FOUND if words.startswith(",")):
        expected = [block.removesuffix(tail) for block in expected]
    assert body(result.source, name) == expected
    assert result.source.replace(end, "").count("\n") == 0
    assert result.source.endswith(end) == source.endswith(end)


# ---- the real page that the four were modelled on


def test_the_seed_page() -> None:
    page = SHARED / "seed.txt"
    if not page.is_file():
        pytest.skip("the seed page is not here; LINTNEWS_SHARED may name its folder")
    findings = lint_path(page)
    lines = LineIndex(read(page))
    places = [lines.position(finding.span.start).line for finding in findings]
    assert places == [3, 9, 11, 17, 23, 42, 44, 56, 58, 60, 62, 64, 66]
    assert [finding.rule for finding in findings] == [rule for rule, _ in FOUND]
