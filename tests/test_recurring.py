"""What stands in several articles of one run: found without a list of phrases, whatever the run looks like."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command import Outcome, check, lintnews
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cache import open_cache
from lintnews.compare import Compared, recurring
from lintnews.document import parse
from lintnews.document.model import Document, Format, Scope
from lintnews.document.recurring import Counts, Profile, count, mark, own, profile

RULE = "structure/cross-document-block"
NOTICE = "Readers who know of a boat for hire may write to the harbour office before noon."
BODIES = (
    "The council has sold the old dairy to the band, which will play there from the spring on, if the roof is dry by then.",
    "A baker on the quay has bought an oven as large as a van, and bread has become cheaper in the whole village since May.",
    "Nobody had seen the lighthouse keeper for a week when his sister rowed over and found him asleep over a crossword.",
    "The school has two new teachers, and both of them came by bicycle, with a tent, over the pass in the first snow.",
)


OTHERS = (
    "The harbour master has painted his door green, and the council wants to know who paid for so much paint in winter.",
    "Two goats crossed the bridge before it was opened, and a photograph of both now hangs in the waiting room of the ferry.",
    "At the regatta the smallest boat came home first, because all the others had stopped to look at a whale off the point.",
    "The library lends umbrellas as well as books, and of forty umbrellas thirty have come back dry, its director says.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four articles with the same notice, and four others."""
    for number, body in enumerate(BODIES):
        (tmp_path / f"a{number}.txt").write_text(f"{body}\n\n{NOTICE}\n", encoding="utf-8")
    for number, body in enumerate(OTHERS):
        (tmp_path / f"b{number}.txt").write_text(f"{body}\n", encoding="utf-8")
    return tmp_path


def found(outcome: Outcome) -> list[tuple[str, int]]:
    return [
        (Path(article["path"]).name, finding["start"]["line"])
        for article in outcome.articles
        for finding in article["findings"]
    ]


def test_a_notice_in_several_articles_is_found_in_each(folder: Path) -> None:
    outcome = check(folder, "--select", RULE)
    assert outcome.status == 1
    assert found(outcome) == [(f"a{number}.txt", 3) for number in range(4)]
    assert outcome.articles[0]["findings"][0]["evidence"] == ["stands in 4 different articles of this run"]


def test_two_articles_are_too_few(folder: Path) -> None:
    outcome = check(folder / "a0.txt", folder / "a1.txt", "--select", RULE)
    assert (outcome.status, found(outcome)) == (0, [])


def test_what_stands_in_most_articles_may_be_wanted_and_is_noted(folder: Path) -> None:
    (folder / "b0.txt").unlink()
    outcome = check(folder, "--select", RULE)
    assert (outcome.status, len(found(outcome))) == (0, 4)
    assert {finding["severity"] for article in outcome.articles for finding in article["findings"]} == {"note"}


def test_it_is_on_by_default_and_can_be_turned_off(folder: Path) -> None:
    assert RULE in check(folder).rules
    assert RULE not in check(folder, "--ignore", "structure/cross-document-block").rules
    assert RULE not in check(folder, "--select", "structure/empty-section").rules


def test_processes_do_not_matter(folder: Path) -> None:
    runs = [
        lintnews("check", "--format", "json", ".", "--select", RULE, "--jobs", n, cwd=folder).out for n in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_a_fix_leaves_every_article_without_it(folder: Path) -> None:
    outcome = check(folder, "--select", RULE, "--fix", "--unsafe-fixes")
    assert (outcome.status, found(outcome)) == (0, [])
    assert [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))] == [
        f"{body}\n" for body in (*BODIES, *OTHERS)
    ]


def test_a_configuration_may_set_the_number_and_turn_it_off_for_some(folder: Path) -> None:
    settings = folder / "lintnews.toml"
    settings.write_text(f'[rules."{RULE}"]\narticles = 5\n', encoding="utf-8")
    assert RULE not in check(".", cwd=folder).rules
    settings.write_text(f'ignore = ["{RULE}"]\n', encoding="utf-8")
    assert RULE not in check(".", cwd=folder).rules
    only = 'ignore = ["structure", "furniture"]\n[[overrides]]\npaths = ["{}"]\nextend-select = ["{}"]\n'
    settings.write_text(only.format("a*.txt", RULE), encoding="utf-8")
    assert {name for name, _ in found(check(".", cwd=folder))} == {"a0.txt", "a1.txt", "a2.txt", "a3.txt"}


def test_results_of_earlier_runs_do_not_hide_what_other_articles_now_say(folder: Path) -> None:
    long = "\n\n".join(f"Letter {n} of {chr(97 + n % 26)}{n}: {BODIES[n % 4]}" for n in range(900))
    for number, file in enumerate(sorted(folder.glob("a*.txt"))):
        file.write_text(f"{number}{long.replace('the', f'the {chr(97 + number)}')}\n\n{NOTICE}\n", encoding="utf-8")
    run = ("--select", RULE, "--cache-dir", folder / "kept")
    assert len(found(check(folder, *run))) == len(found(check(folder, *run))) == 4
    assert any((folder / "kept").iterdir())
    for file in (folder / "a1.txt", folder / "a2.txt"):
        file.write_text(file.read_text(encoding="utf-8").replace(NOTICE, ""), encoding="utf-8")
    assert found(check(folder, *run)) == []


def test_an_unreadable_article_counts_nothing_and_is_told_of(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00\x00\x01\x02\x03")
    outcome = check(folder, "--select", RULE)
    assert outcome.status == 2
    assert len(found(outcome)) == 4


def marked(articles: list[Document]) -> list[list[int]]:
    """In how many articles each recurring block of each article stands, as a run says it."""
    profiles = [profile(article) for article in articles]
    counts = count(profiles)
    return [
        list(mark(article, own(one, counts)).recurring.values())
        for article, one in zip(articles, profiles, strict=True)
    ]


@given(st.lists(st.sampled_from(BODIES), min_size=1, max_size=6), st.integers(0, 9), st.integers(0, 9))
def test_copies_of_an_article_count_once(bodies: list[str], one: int, other: int) -> None:
    text = "\n\n".join(bodies)
    assert marked([parse(text.replace("a week", f"{number} days"), "text") for number in (one, other)]) == [[], []]


@given(st.integers(), st.integers(), st.integers())
def test_figures_do_not_matter(one: int, two: int, three: int) -> None:
    assert marked(
        [
            parse(f"{body}\n\nIssue {abs(number)} of the harbour paper is out.", "text")
            for body, number in zip(BODIES, (one, two, three), strict=False)
        ]
    ) == [[3], [3], [3]]


@given(st.integers(2, 10**7))
def test_large_counts_are_rounded_down_so_that_one_more_article_changes_little(articles: int) -> None:
    profiles = [((1, 9), (2, 20))]
    told = own(profiles[0], Counts({1: articles}, 10**8)).counts[1]
    assert told <= articles < told * 2.5 if articles >= 10 else told == articles
    assert told < 10 or str(told).rstrip("0") in ("1", "2", "5")


def test_an_unchanged_article_is_not_read_for_its_blocks_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = open_cache(str(folder / "kept"))
    articles = [Compared(str(path), "article") for path in sorted(folder.glob("*.txt"))]
    first = list(recurring(articles, 1, cache))
    assert [len(one.counts) for one in first] == [1] * 4 + [0] * 4
    (folder / "a1.txt").write_text(f"{BODIES[1]}\n", encoding="utf-8")
    seen: list[Compared] = []

    def made(article: Compared) -> Profile:
        seen.append(article)
        return profile(parse(Path(article.path).read_text(encoding="utf-8"), "text"))

    monkeypatch.setattr("lintnews.compare._profile", made)
    second = list(recurring(articles, 1, cache))
    assert [Path(article.path).name for article in seen] == ["a1.txt"]
    assert [list(one.counts.values()) for one in second] == [[3], [], [3], [3], [], [], [], []]


def test_one_article_pays_nothing_for_the_comparison(folder: Path) -> None:
    seen = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "lintnews", "check", folder / "a0.txt"],
        capture_output=True,
        text=True,
    ).stderr
    assert "lintnews.batch" in seen
    assert "lintnews.compare" not in seen


def test_what_breaks_on_one_article_leaves_the_others_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: str, format: Format, scope: Scope) -> Document:
        if "lighthouse" in source:
            raise RecursionError
        return parse(source, format, scope)

    monkeypatch.setattr("lintnews.compare.parse", broken)
    articles = [Compared(str(path), "article") for path in sorted(folder.glob("a*.txt"))]
    assert [list(one.counts.values()) for one in recurring(articles, 1)] == [[3], [3], [], [3]]
