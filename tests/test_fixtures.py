"""Whole articles and their expected reports, compared exactly; `pytest tests/test_fixtures.py --regenerate` writes them.

Beside every article of fixtures/dirty and fixtures/clean stands NAME.expected.json: what `--format jsonl` says
of it when every rule is selected, those in preview too, with the file's name for a path. Read the difference
before you keep a new one. The articles of fixtures/known-failures hold what no rule finds yet; a note beside each says what should be reported.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lintnews.document import SUFFIXES
from lintnews.report.json import article
from lintnews.rules.load import load_rules
from lintnews.run import check_file

FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = load_rules()


def articles(*folders: str) -> list[Any]:
    """The articles of these folders of fixtures."""
    return [
        pytest.param(path, id=f"{folder}/{path.name}")
        for folder in folders
        for path in sorted((FIXTURES / folder).iterdir())
        if path.suffix in SUFFIXES and ".expected." not in path.name
    ]


def report(path: Path) -> dict[str, Any]:
    """What the report says of an article, in the form that is kept."""
    return article(check_file(str(path), ruleset=RULES)) | {"path": path.name}


@pytest.mark.parametrize("path", articles("dirty", "clean"))
def test_the_report_is_the_expected_one(path: Path, request: pytest.FixtureRequest) -> None:
    golden = path.with_name(f"{path.name}.expected.json")
    if request.config.getoption("--regenerate"):
        golden.write_text(json.dumps(report(path), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    assert report(path) == json.loads(golden.read_text(encoding="utf-8"))


def test_every_expected_report_has_its_article() -> None:
    for golden in FIXTURES.rglob("*.expected.json"):
        assert golden.with_name(golden.name.removesuffix(".expected.json")).is_file(), golden


@pytest.mark.parametrize("path", articles("clean"))
def test_a_clean_article_has_no_findings(path: Path) -> None:
    assert [(found["rule"], found["matched"]) for found in report(path)["findings"]] == []


@pytest.mark.parametrize("path", articles("dirty"))
def test_a_dirty_article_has_findings(path: Path) -> None:
    assert report(path)["findings"]


def missed(path: Path) -> list[str]:
    """What should be found in an article, as the note beside it says."""
    note = path.with_name(f"{path.stem}.expected").read_text(encoding="utf-8")
    return re.findall("exactly this (?:text|sentence): “(.+?)”(?:,|\\.?$)", note.strip())


@pytest.mark.parametrize("path", articles("known-failures"))
def test_a_known_failure_says_what_is_missed(path: Path) -> None:
    assert missed(path)
    for words in missed(path):
        assert path.read_text(encoding="utf-8").count(words) == 1


@pytest.mark.parametrize("path", articles("known-failures"))
@pytest.mark.xfail(reason="no rule finds it yet", strict=True)
def test_a_known_failure_is_found(path: Path) -> None:
    assert [found["matched"] for found in report(path)["findings"]] == missed(path)
