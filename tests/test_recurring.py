"""What stands in several articles of one run: found without a list of phrases, whatever the run looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import Outcome, check, lintnews
from hypothesis import given
from hypothesis import strategies as st

from lintnews.document import parse
from lintnews.document.recurring import count, mark

RULE = "structure/cross-document-block"
NOTICE = "Readers who know of a boat for hire may write to the harbour office before noon."
BODIES = (
    "The council has sold the old dairy to the band, which will play there from the spring on, if the roof is dry by then.",
    "A baker on the quay has bought an oven as large as a van, and bread has become cheaper in the whole village since May.",
    "Nobody had seen the lighthouse keeper for a week when his sister rowed over and found him asleep over a crossword.",
    "The school has two new teachers, and both of them came by bicycle, with a tent, over the pass in the first snow.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, body in enumerate(BODIES):
        (tmp_path / f"a{number}.txt").write_text(f"{body}\n\n{NOTICE}\n", encoding="utf-8")
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


def test_it_is_off_until_asked_for(folder: Path) -> None:
    assert RULE not in check(folder).rules


def test_processes_do_not_matter(folder: Path) -> None:
    runs = [
        lintnews("check", "--format", "json", ".", "--select", RULE, "--jobs", n, cwd=folder).out for n in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_a_fix_leaves_every_article_without_it(folder: Path) -> None:
    outcome = check(folder, "--select", RULE, "--fix", "--unsafe-fixes")
    assert (outcome.status, found(outcome)) == (0, [])
    assert [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))] == [
        f"{body}\n" for body in BODIES
    ]


def test_a_configuration_may_ask_for_it_and_set_the_number(folder: Path) -> None:
    (folder / "lintnews.toml").write_text(
        f'extend-select = ["{RULE}"]\n[rules."{RULE}"]\narticles = 5\n', encoding="utf-8"
    )
    assert RULE not in check(".", cwd=folder).rules
    (folder / "lintnews.toml").write_text(f'[[overrides]]\npaths = ["a1.txt"]\nextend-select = ["{RULE}"]\n', "utf-8")
    assert found(check(".", "--ignore", "furniture", cwd=folder)) == []
    (folder / "lintnews.toml").write_text(f'[[overrides]]\npaths = ["a*.txt"]\nextend-select = ["{RULE}"]\n', "utf-8")
    assert [name for name, _ in found(check(".", cwd=folder))] == ["a0.txt", "a1.txt", "a2.txt", "a3.txt"]


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


@given(st.lists(st.sampled_from(BODIES), min_size=1, max_size=6), st.integers(0, 9), st.integers(0, 9))
def test_copies_of_an_article_count_once(bodies: list[str], one: int, other: int) -> None:
    text = "\n\n".join(bodies)
    copies = [parse(text.replace("a week", f"{number} days"), "text") for number in (one, other)]
    assert count(copies) == {}
    assert mark(copies[0], count(copies)).recurring == {}


@given(st.integers(), st.integers(), st.integers())
def test_figures_do_not_matter(one: int, two: int, three: int) -> None:
    articles = [
        parse(f"{body}\n\nIssue {abs(number)} of the harbour paper is out.", "text")
        for body, number in zip(BODIES, (one, two, three), strict=False)
    ]
    recurring = count(articles)
    assert [list(mark(article, recurring).recurring.values()) for article in articles] == [[3]] * 3
