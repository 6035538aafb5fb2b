"""The schema, the manual page and the starter are made from the same keys, and agree with what is checked."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import ROOT, lintnews
from configs import CONFIGS, settings, write
from hypothesis import given
from hypothesis import strategies as st
from toml_rules import SOUND
from toml_rules import write as write_rule

from lintnews.config import manual
from lintnews.config.keys import KEYS, OVERRIDES
from lintnews.config.schema import schema
from lintnews.config.settings import ConfigError
from lintnews.config.starter import starter
from lintnews.config.validate import Around, problems
from lintnews.rules.load import heads, load_rules

RULES = load_rules().rules
SCHEMA = schema(RULES)
KEPT = ROOT / "docs" / "lintnews.schema.json"
PAGE = ROOT / "docs" / "configuration.md"
AROUND = Around("/", heads)


def valid(table: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(table))


def test_the_schema_in_the_repository_is_the_one_the_keys_give(request: pytest.FixtureRequest) -> None:
    made = lintnews("config", "schema").out
    if request.config.getoption("--regenerate"):
        KEPT.write_text(made, encoding="utf-8")
    assert KEPT.read_text(encoding="utf-8") == made
    assert json.loads(made) == json.loads(json.dumps(SCHEMA))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


# ---- the schema and the check agree

JUNK = st.sampled_from([1, -1, 0.5, True, "", "x", "promotion", [], ["x"], [1], {}, {"x": 1}, [{}], [{"paths": ["a"]}]])
NAMED = st.sampled_from([*(key.name for key in KEYS), *(key.name for key in OVERRIDES.keys), "slect", "Ignore"])
MISTAKES = st.tuples(st.sampled_from(["", "overrides", "ignores", "severity", "rules"]), NAMED, JUNK)


@given(CONFIGS)
def test_what_is_right_is_right_for_both(table: dict[str, Any]) -> None:
    assert list(problems(table, AROUND)) == []
    assert valid(table)


@given(CONFIGS, MISTAKES)
def test_what_is_wrong_is_wrong_for_both(table: dict[str, Any], mistake: tuple[str, str, Any]) -> None:
    inside, name, value = mistake
    table = json.loads(json.dumps(table))  # a copy
    place: Any = table
    if inside:
        place = table.setdefault(inside, [] if inside in ("overrides", "ignores") else {})
    if isinstance(place, list):
        place.append({name: value, **({"paths": ["a"]} if inside == "overrides" else {})})
    else:
        place[name] = value
    # What a schema cannot know: which rules and files there are, and which words can be looked for.
    beyond = (
        "no rule is called",
        "no such file",
        "names no file",
        "no language",
        "options are set",
        "too short",
        "letter",
    )
    wrong = [problem.message for problem in problems(table, AROUND)]
    if not any(message.startswith(("no ", "'x': ")) or any(word in message for word in beyond) for message in wrong):
        assert valid(table) is not bool(wrong), (table, wrong)


# ---- the manual


def examples(kind: str) -> list[str]:
    """The TOML examples of the page: "lintnews" for those of a lintnews.toml, "pyproject" for the others."""
    found = re.findall(r"(<!-- pyproject -->\n)?```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [text for mark, text in found if bool(mark) is (kind == "pyproject")]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder that holds what the examples name."""
    write_rule(tmp_path / "in" / "house-rules", SOUND)
    write(tmp_path / "lintnews.toml", "")
    return tmp_path / "in"


@pytest.mark.parametrize("text", [*examples("lintnews"), *(key.example for key in (*KEYS, *OVERRIDES.keys))])
def test_every_example_is_valid(house: Path, text: str) -> None:
    table = tomllib.loads(text)
    if not table.keys() & {key.name for key in KEYS}:
        table = {"overrides": [table]}
        text = f"[[overrides]]\n{text}"
    assert valid(table)
    settings(house / "a.txt", write(house / "lintnews.toml", text))


@pytest.mark.parametrize("text", examples("pyproject"))
def test_every_example_of_a_pyproject_is_valid(house: Path, text: str) -> None:
    assert valid(tomllib.loads(text)["tool"]["lintnews"])
    settings(house / "a.txt", write(house / "pyproject.toml", text))


def test_the_page_has_examples_and_a_row_for_every_key() -> None:
    assert len(examples("lintnews")) >= 6
    page = PAGE.read_text(encoding="utf-8")
    for key in (*KEYS, *OVERRIDES.keys):
        assert f"| `{key.name}` |" in page
        assert key.example, key.name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("keys", manual.keys()),
        ("options", manual.options(RULES)),
        ("overrides", manual.override_keys()),
        ("ignores", manual.ignore_keys()),
    ],
)
def test_the_tables_of_the_page_are_those_the_keys_give(request: pytest.FixtureRequest, name: str, made: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    head, _, rest = page.partition(begin)
    kept, _, tail = rest.partition(end)
    if request.config.getoption("--regenerate"):
        PAGE.write_text(f"{head}{begin}{made}{end}{tail}", encoding="utf-8")
        kept = made
    assert kept == made


# ---- the starter


def blocks(text: str) -> list[list[int]]:
    """The numbers of the lines that are settings, in groups that belong together."""
    found: list[list[int]] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if re.match(r"#\S", line):
            if not (found and found[-1][-1] == number - 1):
                found.append([])
            found[-1].append(number)
    return found


def uncommented(text: str, numbers: list[int]) -> str:
    return "\n".join(line[1:] if number in numbers else line for number, line in enumerate(text.split("\n")))


def test_the_starter_sets_nothing_and_names_every_key() -> None:
    assert tomllib.loads(starter()) == {}
    whole = tomllib.loads(uncommented(starter(), [number for block in blocks(starter()) for number in block]))
    assert list(whole) == [key.name for key in KEYS]
    assert valid(whole)


@pytest.mark.parametrize("block", blocks(starter()), ids=lambda block: starter().split("\n")[block[0]])
def test_every_setting_of_the_starter_is_valid_when_it_is_uncommented(house: Path, block: list[int]) -> None:
    one = uncommented(starter(), block)
    assert len(tomllib.loads(one)) == 1
    assert valid(tomllib.loads(one))
    settings(house / "a.txt", write(house / "lintnews.toml", one))


def test_the_whole_starter_can_be_uncommented(house: Path) -> None:
    text = uncommented(starter(), [number for block in blocks(starter()) for number in block])
    settings(house / "a.txt", write(house / "lintnews.toml", text))


def test_lines_of_text_in_the_starter_are_no_settings(house: Path) -> None:
    prose = [number for number, line in enumerate(starter().split("\n")) if line.startswith("# ")]
    write(house / "lintnews.toml", uncommented(starter(), prose[:1]))
    with pytest.raises(ConfigError):
        settings(house / "a.txt")
