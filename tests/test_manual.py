"""The manual of the rules is made from the rules, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import lintnews

from lintnews.report.manual import manual, page
from lintnews.rules.load import load_rules

RULES = load_rules(examples=True).rules
MANUAL = Path(__file__).parents[1] / "rules" / "README.md"


def test_the_manual_in_the_repository_is_the_one_the_rules_give(request: pytest.FixtureRequest) -> None:
    made = manual(RULES)
    if request.config.getoption("--regenerate"):
        MANUAL.write_text(made, encoding="utf-8")
    assert MANUAL.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_says_what_why_and_shows_both_polarities(rule) -> None:  # type: ignore[no-untyped-def]
    text = page(rule)
    assert f"## {rule.id}\n" in text
    assert rule.why in text
    assert "Finds (" in text
    assert "⟦" in text
    assert "Lets go (" in text


def test_explain_prints_the_page_of_the_manual() -> None:
    rule = RULES[0]
    assert lintnews("explain", rule.id).out == page(rule) == lintnews("rules", "show", rule.id).out
