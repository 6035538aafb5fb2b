"""What applies to a path and where each value comes from, as TOML with comments or as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..suppress import Ignore
from .assemble import Configuration, matching, merged
from .case import Case
from .places import At
from .read import File, line_of, shown
from .resolve import Configurations
from .settings import FailOn, Policy

_DEFAULT = "default"


class Leaf(NamedTuple):
    """One value (None: there is none) and where it comes from: "file:line", "default" or "command line"."""

    value: Any
    source: str


Node = Leaf | list[Leaf] | dict[str, Any] | list[dict[str, Any]]
"""A value, the items of a list, a table of nodes, or several tables."""


class Shown(NamedTuple):
    """What applies to a path: the configuration's files, the base first, and the keys with their values.

    `excluded`: a search for articles passes the path over.
    """

    path: str
    files: tuple[str, ...]
    excluded: bool
    keys: dict[str, Node]


class _Layer(NamedTuple):
    """A table of a configuration, or the command line, and where the values in it stand."""

    table: Mapping[str, Any]
    source: Source


Source = Callable[[At], str]
"""Where the value at a place of a table stands, for people."""


def show(configurations: Configurations, path: str) -> Shown:
    """What applies to a file, or to the articles of a folder. Raises ConfigError, and RuleError for unknown rules."""
    is_folder = os.path.isdir(path)
    article = os.path.join(path, "<article>") if is_folder else path
    config = configurations.of(article)
    settings = configurations.settings(article)
    _ = settings.ruleset  # what the command line names must be there
    files = [_of_file(file) for file in config.files] if config else []
    flags = _of_flags(configurations.policy, configurations.fail_on)
    top, cases = _split(config, article, [*files, flags], configurations.policy)
    policy = _policy(settings.policy, top)
    severity, rules = policy.pop("severity", {}), policy.pop("rules", {})
    keys: dict[str, Node] = {
        "select": Leaf(None, _DEFAULT),
        "extend-select": Leaf([], _DEFAULT),
        "ignore": Leaf([], _DEFAULT),
        "scope": Leaf(settings.scope, _DEFAULT),
        **policy,
        **({"scope": scope} if (scope := _last("scope", top)) else {}),
        "fail-on": _last("fail-on", [*files, flags]) or Leaf(settings.fail_on, _DEFAULT),
        "exclude": _added("exclude", files),
        "include": _last("include", files) or Leaf(None, _DEFAULT),
        "rule-paths": _absolute(_added("rule-paths", files), config),
        "baseline": _last("baseline", files) or Leaf(None, _DEFAULT),
        "severity": severity,
        "rules": rules,
        "overrides": [_case(case, layer) for case, layer in cases],
        "ignores": [_ignore(ignore, config) for ignore in settings.ignores],
    }
    if settings.baseline is not None:
        keys["baseline"] = keys["baseline"]._replace(value=settings.baseline)  # type: ignore[union-attr]
    names = tuple(shown(file.path) for file in config.files) if config else ()
    return Shown(path, names, not is_folder and configurations.excludes(path), keys)


def _of_file(file: File, prefix: At = (), table: Mapping[str, Any] | None = None) -> _Layer:
    line: list[Callable[[At], int]] = []

    def source(at: At) -> str:
        if not line:
            line.append(line_of(file))
        return f"{shown(file.path)}:{line[0]((*prefix, *at))}"

    return _Layer(file.table if table is None else table, source)


def _of_flags(policy: Policy, fail_on: FailOn | None) -> _Layer:
    given = {
        "select": policy.select,
        "extend-select": policy.extend,
        "ignore": policy.ignore,
        "scope": policy.scope,
        "fail-on": fail_on,
    }
    return _Layer({key: value for key, value in given.items() if value}, lambda at: "command line")


def _split(
    config: Configuration | None, path: str, layers: Sequence[_Layer], flags: Policy
) -> tuple[list[_Layer], list[tuple[Case, _Layer]]]:
    """The layers of what holds for every document, and the cases that follow with theirs, as in the settings."""
    *files, command_line = layers
    if config is None:
        return [command_line], []
    overrides = [config.overrides[number] for number in matching(config, path)[0]]
    found = [
        (one.case, _of_file(one.file, ("overrides", one.number), one.file.table["overrides"][one.number]))
        for one in overrides
    ]
    found = [(case, layer) for case, layer in [*found, (Case(flags), command_line)] if case.policy != Policy()]
    left = len(merged(Policy(), [case for case, _ in found])[1])
    at = len(found) - left
    return [*files, *(layer for _, layer in found[:at])], found[at:]


def _policy(policy: Policy, layers: Sequence[_Layer]) -> dict[str, Node]:
    """What a policy says, with the last layer that says it."""
    keys: dict[str, Node] = {}
    words = {"select": policy.select, "extend-select": policy.extend, "ignore": policy.ignore}
    for key, items in words.items():
        if items:
            keys[key] = [Leaf(item, _source_of_item(key, item, layers)) for item in items]
        elif items is not None and key == "select":
            keys[key] = Leaf([], _source((key,), layers))
    if policy.scope:
        keys["scope"] = Leaf(policy.scope, _source(("scope",), layers))
    if policy.severities:
        keys["severity"] = {name: Leaf(level, _source(("severity", name), layers)) for name, level in policy.severities}
    rules: dict[str, dict[str, Leaf]] = {}
    for rule, name, value in policy.options:
        plain = list(value) if isinstance(value, tuple) else value
        rules.setdefault(rule, {})[name] = Leaf(plain, _source(("rules", rule, name), layers))
    return {**keys, "rules": rules} if rules else keys


def _case(case: Case, layer: _Layer) -> dict[str, Any]:
    """A case as a table of overrides; one that holds always is one for every path."""
    table: dict[str, Any] = {}
    for key, words in (("sites", case.sites), ("languages", case.languages)):
        if words:
            table[key] = Leaf(list(words), layer.source((key,)))
    if not table:
        table["paths"] = Leaf(["**"], layer.source(()))
    return {**table, **_policy(case.policy, [layer])}


def _ignore(ignore: Ignore, config: Configuration | None) -> dict[str, Any]:
    file = next(file for file in config.files if file.path == ignore.file) if config else None
    layer = _of_file(file, ("ignores", ignore.number)) if file else None
    given = {"path": ignore.path, "rule": ignore.rule, "matched": ignore.matched, "fingerprint": ignore.fingerprint}
    given["reason"] = ignore.reason or None
    return {
        key: Leaf(value, layer.source((key,)) if layer else _DEFAULT)
        for key, value in given.items()
        if value is not None
    }


def _source(at: At, layers: Sequence[_Layer]) -> str:
    """Where the last layer stands that has a value at a place."""
    for layer in layers[::-1]:
        value: Any = layer.table
        for part in at:
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is not None:
            return layer.source(at)
    return _DEFAULT


def _source_of_item(key: str, item: str, layers: Sequence[_Layer]) -> str:
    for layer in layers[::-1]:
        items = list(layer.table.get(key, ()))
        if item in items:
            return layer.source((key, items.index(item)))
    return _DEFAULT


def _last(key: str, layers: Sequence[_Layer]) -> Leaf | None:
    for layer in layers[::-1]:
        if key in layer.table:
            return Leaf(layer.table[key], layer.source((key,)))
    return None


def _added(key: str, layers: Sequence[_Layer]) -> Leaf | list[Leaf]:
    items = [
        Leaf(item, layer.source((key, number)))
        for layer in layers
        for number, item in enumerate(layer.table.get(key, ()))
    ]
    return items or Leaf([], _DEFAULT)


def _absolute(paths: Leaf | list[Leaf], config: Configuration | None) -> Node:
    """The same paths, absolute, each once."""
    if config is None or isinstance(paths, Leaf):
        return paths
    absolute = [path for file in config.files for path in file.rule_paths]
    return [Leaf(path, leaf.source) for path, leaf in dict(zip(absolute, paths, strict=True)).items()]


def to_json(found: Shown) -> str:
    """As JSON: `settings` with the keys of a configuration, and `from` with the source of each value beside it."""
    data = {
        "path": found.path,
        "configuration": list(found.files),
        "excluded": found.excluded,
        "settings": {key: _plain(node, 0) for key, node in found.keys.items()},
        "from": {key: _plain(node, 1) for key, node in found.keys.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any, part: int) -> Any:
    if isinstance(node, Leaf):
        return node[part]
    if isinstance(node, list):
        return [_plain(one, part) for one in node]
    return {key: _plain(one, part) for key, one in node.items()}


def to_toml(found: Shown) -> str:
    """As a lintnews.toml that says the same for the path, with the source of each value beside it."""
    lines = [f"# What applies to {_comment(found.path)}."]
    lines.append(f"# Read: {_comment(', '.join(found.files))}" if found.files else "# No configuration file was found.")
    if found.excluded:
        lines.append("# A search for articles passes it over: it is excluded.")
    tables = {key: node for key, node in found.keys.items() if not isinstance(node, Leaf) and _is_table(node)}
    lines.append("")
    lines += [line for key, node in found.keys.items() if key not in tables for line in _pair(key, node)]
    for key, node in tables.items():
        lines += _tables(key, node)
    return "\n".join(lines) + "\n"


def _is_table(node: Any) -> bool:
    return isinstance(node, dict) or (isinstance(node, list) and bool(node) and isinstance(node[0], dict))


def _pair(key: str, node: Node) -> Iterator[str]:
    if isinstance(node, Leaf):
        if node.value is None:
            yield f"# {key} is not set ({node.source})"
        else:
            yield f"{_key(key)} = {_value(node.value)}  # {_comment(node.source)}"
    elif node:
        yield f"{_key(key)} = ["
        yield from (f"  {_value(leaf.value)},  # {_comment(leaf.source)}" for leaf in node if isinstance(leaf, Leaf))
        yield "]"


def _tables(key: str, node: Any, header: str = "") -> Iterator[str]:
    name = f"{header}.{_key(key)}" if header else _key(key)
    for table in node if isinstance(node, list) else [node]:
        inner = {key: one for key, one in table.items() if _is_table(one)}
        if len(inner) < len(table) or isinstance(node, list):
            yield from ("", f"[[{name}]]" if isinstance(node, list) else f"[{name}]")
        for one, value in table.items():
            if one not in inner:
                yield from _pair(one, value)
        for one, value in inner.items():
            yield from _tables(one, value, name)


def _key(key: str) -> str:
    return key if key.replace("-", "").isalnum() and key.isascii() else _value(key)


def _value(value: Any) -> str:
    """A value as TOML, which writes strings, numbers and lists as JSON does (but for one control character)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    """A text that stays on its line, whatever a file is called."""
    return "".join(character if character.isprintable() else "?" for character in text)
