"""Every rule proves itself by its examples, and the runner of examples lets no unsound rule through."""

from __future__ import annotations

from pathlib import Path

import pytest
from toml_rules import load

from lintnews.rules.define import marked, rule
from lintnews.rules.load import load_rules
from lintnews.rules.model import Example, Hit, Rule
from lintnews.span import Span
from lintnews.testing import example_problems, problems

RULES = load_rules(examples=True).rules


@pytest.mark.parametrize("shipped", RULES, ids=lambda shipped: shipped.id)
def test_a_shipped_rule_does_what_its_examples_say(shipped: Rule) -> None:
    assert list(problems(shipped)) == []


@pytest.mark.parametrize("shipped", RULES, ids=lambda shipped: shipped.id)
def test_a_shipped_rule_that_repairs_unseen_shows_the_repair(shipped: Rule) -> None:
    if shipped.delete and shipped.applicability == "safe":
        assert any(example.fixed is not None for example in shipped.examples)


def wrong(folder: Path, body: str, examples: str) -> list[str]:
    return list(problems(load(folder, body, examples)))


MATCH = '[[match]]\nphrases = ["harbour lights"]\n'
DELETE = MATCH + "[fix]\ndelete = true\n"
MARKED = '\n[[example]]\nname = "m"\ntext = "See the ⟦harbour lights⟧ there."\n'
SILENT = '\n[[example]]\nname = "s"\ntext = "The harbour is dark."\n'


def test_a_sound_rule_has_no_problem(tmp_path: Path) -> None:
    fixed = MARKED + 'fixed = "See the there."\n'
    assert wrong(tmp_path, DELETE, fixed + SILENT) == []


def test_a_rule_must_show_what_it_marks(tmp_path: Path) -> None:
    assert wrong(tmp_path, MATCH, SILENT) == [
        "no example is marked: add one with ⟦ ⟧ around what the rule finds",
        "no example marks the phrase 'harbour lights'",
    ]


def test_a_rule_must_show_what_it_lets_go(tmp_path: Path) -> None:
    assert wrong(tmp_path, MATCH, MARKED) == ["no example is silent: add a near miss that the rule must let go"]


def test_every_phrase_must_stand_in_an_example_that_marks_it(tmp_path: Path) -> None:
    body = '[[match]]\nphrases = ["harbour lights", "harbour bells"]\n'
    silent = SILENT.replace("The harbour is dark", "The harbour bell is old")
    assert wrong(tmp_path, body, MARKED + silent) == ["no example marks the phrase 'harbour bells'"]


def test_a_phrase_may_be_shown_in_other_letters_quotes_and_tags(tmp_path: Path) -> None:
    body = '[[match]]\nphrases = ["the harbour\'s lights"]\n'
    html = '\n[[example]]\nname = "m"\nhtml = "<p>⟦The <b>HARBOUR</b>&rsquo;s&nbsp;lights⟧ went out.</p>"\n'
    assert wrong(tmp_path, body, html + SILENT) == []


def test_marks_must_be_exact(tmp_path: Path) -> None:
    wide = MARKED.replace("the ⟦", "⟦the ")
    assert wrong(tmp_path, MATCH, wide + SILENT) == [
        "example 'm': not found: 'the harbour lights' at 4..22",
        "example 'm': found but not marked: 'harbour lights' at 8..22",
    ]


def test_a_near_miss_must_be_silent(tmp_path: Path) -> None:
    loud = SILENT.replace("is dark", "lights are out")
    assert wrong(tmp_path, MATCH, MARKED + loud) == [
        "example 's': found but not marked: 'harbour lights' at 4..18",
    ]


def test_one_mark_too_few_is_told(tmp_path: Path) -> None:
    twice = '\n[[example]]\nname = "t"\ntext = "⟦Harbour lights⟧ are no other harbour lights."\n'
    assert wrong(tmp_path, MATCH, twice + SILENT) == ["example 't': found but not marked: 'harbour lights' at 28..42"]


def test_a_mark_may_take_tags_and_white_space_along(tmp_path: Path) -> None:
    html = '\n[[example]]\nname = "m"\nhtml = "⟦<p>\\n <b>Harbour lights</b> </p>⟧<p>Dark.</p>"\n'
    assert wrong(tmp_path, MATCH, html + SILENT) == []


def test_a_fix_must_settle(tmp_path: Path) -> None:
    body = '[[match]]\nphrases = ["harbour lights"]\nreplace = "harbour lights, harbour lights"\n'
    assert wrong(tmp_path, body, MARKED + 'fixed = "anything"\n' + SILENT) == [
        "example 'm': the fix does not settle: it finds something to repair in its own result"
    ]


def test_a_fix_must_give_what_the_example_says(tmp_path: Path) -> None:
    assert wrong(tmp_path, DELETE, MARKED + 'fixed = "See there."\n' + SILENT) == [
        "example 'm': fixed gives 'See the there.', the example says 'See there.'"
    ]


def test_nothing_may_be_found_after_the_fix(tmp_path: Path) -> None:
    shown = DELETE + 'applicability = "display"\n'
    assert wrong(tmp_path, shown, MARKED + 'fixed = "See the harbour lights there."\n' + SILENT) == [
        "example 'm': after the fix the rule still finds 'harbour lights' at 8..22"
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("A ⟦bell⟧ rang.", []),
        ("A bell ⟦rang⟧.", ["not found: 'rang' at 7..11", "found but not marked: 'bell' at 2..6"]),
        ("A ⟦horn⟧ blew.", ["not found: 'horn' at 2..6"]),
    ],
)
def test_rules_that_are_functions_are_held_to_the_same(source: str, problem: list[str]) -> None:
    example: Example = marked("one", source)

    @rule(
        "pack/bell",
        summary="A bell",
        message="A bell",
        severity="note",
        why="A test asks for it.",
        since="0.1.0",
        literals=["bell"],
        examples=[example],
    )
    def bell(document, sightings):  # type: ignore[no-untyped-def]
        return [Hit(Span(seen.start, seen.end)) for seen in sightings]

    assert list(example_problems(bell, example)) == problem
