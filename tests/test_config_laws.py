"""Laws of putting configurations together, on random ones."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w
from configs import CONFIGS, NAMES, OVERRIDES, POLICIES, settings
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from lintnews.config.assemble import policy_of
from lintnews.config.resolve import Configurations
from lintnews.config.settings import Policy, Settings
from lintnews.config.show import Leaf, show, to_json, to_toml
from lintnews.rules.load import heads
from lintnews.rules.model import choose

PATHS = st.sampled_from(["a.txt", "b.txt", "wire/a.txt", "wire/late/b.txt", "c.html"])
HEADS = heads()


@contextmanager
def folder(**files: dict[str, Any]) -> Iterator[Path]:
    """A folder with these configurations: NAME=table writes NAME.toml."""
    with TemporaryDirectory() as name:
        for file, table in files.items():
            (Path(name) / f"{file}.toml").write_bytes(tomli_w.dumps(table).encode())
        yield Path(name)


def told(found: Settings) -> Settings:
    """Settings without the places of their ignores, which move with the file."""
    return found._replace(ignores=tuple(ignore._replace(file="", number=0) for ignore in found.ignores))


def chosen(policy: Policy) -> set[str]:
    return {head.id for head in choose(HEADS, policy.select, policy.ignore, policy.extend)}


@given(POLICIES)
def test_nothing_said_changes_nothing(table: dict[str, Any]) -> None:
    policy = policy_of(table)
    assert policy.then(Policy()) == Policy().then(policy) == policy


@given(POLICIES, st.lists(NAMES, min_size=1, max_size=3))
def test_what_is_ignored_last_does_not_run(table: dict[str, Any], names: list[str]) -> None:
    left = chosen(policy_of(table).then(Policy(ignore=tuple(names))))
    assert not any(rule.startswith(tuple(names)) for rule in left)


@given(POLICIES, st.lists(NAMES, max_size=3))
def test_what_is_selected_last_runs_alone_but_for_what_was_ignored(table: dict[str, Any], names: list[str]) -> None:
    before = policy_of(table)
    runs = chosen(before.then(Policy(select=tuple(names))))
    named = {head.id for head in HEADS if head.id.startswith(tuple(names))}
    assert runs <= named
    assert named - runs <= {rule for rule in named if rule.startswith(before.ignore)}
    assert {name for name in names if "/" in name} & {head.id for head in HEADS} <= runs


@given(POLICIES, st.lists(NAMES, max_size=3))
def test_what_is_added_last_takes_nothing_away(table: dict[str, Any], names: list[str]) -> None:
    before = policy_of(table)
    assert chosen(before.then(Policy(extend=tuple(names)))) >= chosen(before)


@examples(max_examples=40)
@given(CONFIGS, PATHS)
def test_extending_an_empty_base_changes_nothing(table: dict[str, Any], path: str) -> None:
    with folder(
        one=table, two={"extend": "empty.toml", **table}, three={"extend": ["one.toml", "empty.toml"]}, empty={}
    ) as at:
        one, two, three = (told(settings(at / path, at / f"{name}.toml")) for name in ("one", "two", "three"))
    assert one == two == three


@examples(max_examples=40)
@given(CONFIGS, OVERRIDES, PATHS, st.integers(0, 3))
def test_an_override_for_no_path_changes_nothing(
    table: dict[str, Any], override: dict[str, Any], path: str, place: int
) -> None:
    overrides = list(table.get("overrides", []))
    overrides.insert(place, {**override, "paths": ["nowhere/*.pdf"]})
    with folder(one=table, two={**table, "overrides": overrides}) as at:
        assert told(settings(at / path, at / "one.toml")) == told(settings(at / path, at / "two.toml"))


@examples(max_examples=40)
@given(CONFIGS, POLICIES, PATHS)
def test_an_override_for_every_path_is_said_on_top(table: dict[str, Any], more: dict[str, Any], path: str) -> None:
    overrides = [*table.get("overrides", []), {**more, "paths": ["**"]}]
    with folder(one=table, two={**table, "overrides": overrides}) as at:
        command_line = Configurations(policy_of(more), file=str(at / "one.toml"))
        assert told(command_line.settings(str(at / path))) == told(settings(at / path, at / "two.toml"))


@examples(max_examples=60)
@given(CONFIGS, CONFIGS, POLICIES, PATHS)
def test_what_is_shown_can_be_read_back(
    base: dict[str, Any], table: dict[str, Any], flags: dict[str, Any], path: str
) -> None:
    with folder(base=base, one={"extend": "base.toml", **table}) as at:
        found = Configurations(policy_of(flags), file=str(at / "one.toml"))
        shown = show(found, str(at / path))
        text = to_toml(shown)
        (at / "two.toml").write_text(text, encoding="utf-8")
        again = Configurations(file=str(at / "two.toml"))
        assert told(again.settings(str(at / path))) == told(found.settings(str(at / path)))
        assert again.excludes(str(at / path)) == found.excludes(str(at / path))
        given = {
            key: value for key, value in json.loads(to_json(shown))["settings"].items() if value not in (None, [], {})
        }
    assert {key: value for key, value in tomllib.loads(text).items() if value not in ([], {})} == given


@examples(max_examples=60)
@given(CONFIGS, CONFIGS, PATHS)
def test_every_value_that_is_shown_stands_in_the_line_that_is_named(
    base: dict[str, Any], table: dict[str, Any], path: str
) -> None:
    with folder(base=base, one={"extend": "base.toml", **table}) as at:
        shown = show(Configurations(file=str(at / "one.toml")), str(at / path))
        lines = {name: (at / name).read_text(encoding="utf-8").split("\n") for name in ("base.toml", "one.toml")}
        for value, source in _leaves(shown.keys):
            if source == "default":
                continue
            file, _, line = source.removeprefix(f"{at}/").partition(":")
            around = "\n".join(lines[file][int(line) - 1 :])
            word = value[0] if isinstance(value, list) and value else value
            if isinstance(word, str) and word.isascii() and word.replace("/", "").isalnum():
                assert word.removeprefix(f"{at}/") in around


def _leaves(node: Any) -> Iterator[Leaf]:
    """All values with their sources."""
    if isinstance(node, Leaf):
        yield node
    else:
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _leaves(inner)
