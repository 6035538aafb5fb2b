"""A configuration's table against the declared keys: everything that is wrong with it, in one go."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..rules.load import Head
from ..rules.model import Rule, fit, unknown
from .keys import KEYS, Key, Word, of_rule
from .places import At


class Problem(NamedTuple):
    """One thing that is wrong: what leads to it in the file, and what it is, with the remedy."""

    at: At
    message: str


class Around(NamedTuple):
    """What a table is checked against: the folder of its file, and the rules there are."""

    folder: str
    heads: Callable[[], Sequence[Head]]


def problems(table: Mapping[str, Any], around: Around) -> Iterator[Problem]:
    """What is wrong with a configuration. Raises RuleError for rules that cannot be loaded."""
    return _table(table, KEYS, (), around)


def label(at: At) -> str:
    """A key as a message names it: `overrides[1].severity."link/tracking-link"`; items of lists are not counted."""
    parts: list[str] = []
    for place, part in enumerate(at):
        if isinstance(part, str):
            plain = re.fullmatch(r"[A-Za-z0-9_-]+", part)
            parts.append(("." if parts else "") + (part if plain else f'"{part}"'))
        elif place == 1 and at[0] in _TABLES:
            parts.append(f"[{part + 1}]")
    return "".join(parts)


_TABLES = frozenset(key.name for key in KEYS if key.shape == "tables")


def _table(table: Mapping[str, Any], keys: Sequence[Key], at: At, around: Around) -> Iterator[Problem]:
    known = {key.name: key for key in keys}
    for name, value in table.items():
        if name in known:
            yield from _value(value, known[name], (*at, name), around)
        else:
            yield Problem((*at, name), f"unknown key{_nearest(name, list(known))}")
    for key in keys:
        if key.needed and key.name not in table:
            yield Problem(at, f"{key.name} is missing")


def _value(value: Any, key: Key, at: At, around: Around) -> Iterator[Problem]:
    if not _fits(value, key):
        yield Problem(at, f"must be {describe(key)}, not {value!r}{_remedy(value, key)}")
    elif key.shape == "map":
        for rule, level in value.items():
            yield from _rule_name(rule, (*at, rule), around)
            if not isinstance(level, str):
                yield Problem((*at, rule), f"must be one of {', '.join(key.word.choices)}, not {level!r}")
            else:
                yield from _word(level, key.word, (*at, rule), around)
    elif key.shape == "options":
        for id, options in value.items():
            yield from _options(id, options, (*at, id), around)
    elif key.shape == "tables":
        for number, table in enumerate(value):
            yield from _table(table, key.keys, (*at, number), around)
            yield from _company(table, key, (*at, number))
    elif isinstance(value, list):
        for number, word in enumerate(value):
            yield from _word(word, key.word, (*at, number), around)
    elif isinstance(value, str):
        yield from _word(value, key.word, at, around)
    elif key.least is not None and value < key.least:
        yield Problem(at, f"must be {key.least:g} or more")
    elif key.most is not None and value > key.most:
        yield Problem(at, f"must be {key.most:g} or less")


def _fits(value: Any, key: Key) -> bool:
    """Whether a value has the shape of a key, whatever the words in it say."""
    shape = key.shape
    if isinstance(value, bool) or shape == "boolean":
        return isinstance(value, bool) and shape == "boolean"
    if shape in ("map", "options"):
        return isinstance(value, dict)
    if shape == "tables":
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    if shape in ("integer", "number"):
        return isinstance(value, int) or (shape == "number" and isinstance(value, float) and value == value)
    is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return (shape != "one" and is_list) or (shape != "many" and isinstance(value, str))


def describe(key: Key) -> str:
    """What a value must be, in words."""
    if key.word.choices and key.shape == "one":
        return f"one of {', '.join(key.word.choices)}"
    return {
        "one": "a string",
        "many": "a list of strings",
        "one or many": "a string or a list of strings",
        "map": f"a table of rules, each with one of {', '.join(key.word.choices)}",
        "options": "a table of rules, each with a table of its options",
        "tables": f"tables, each under [[{key.name}]]",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
    }[key.shape]


def _remedy(value: Any, key: Key) -> str:
    if key.shape == "many" and isinstance(value, str):
        return f'; write {key.name} = ["{value}"]'
    if key.shape == "tables" and isinstance(value, dict):
        return f"; write [[{key.name}]] instead of [{key.name}]"
    return ""


def _company(table: Mapping[str, Any], key: Key, at: At) -> Iterator[Problem]:
    misspelt = table.keys() - {known.name for known in key.keys}
    if key.any_of and not any(table.get(name) for name in key.any_of) and not misspelt:
        yield Problem(at, f"needs at least one of {', '.join(key.any_of)}: which articles is it for?")
    if len([name for name in key.only_one if name in table]) > 1:
        yield Problem(at, f"give only one of {' and '.join(key.only_one)}")


def _word(text: str, word: Word, at: At, around: Around) -> Iterator[Problem]:
    if word.choices and text not in word.choices:
        yield Problem(
            at, f"{text!r} is not one of {', '.join(word.choices)}{_nearest(text, word.choices, listed=False)}"
        )
    elif not word.choices and not re.fullmatch(word.pattern or r"[\s\S]*\S[\s\S]*", text):
        yield Problem(at, f"{text!r} is not {word.what}" if text.strip() else "must not be empty")
    elif word.names == "rule":
        yield from _rule_name(text, at, around)
    elif word.names == "glob":
        from ..globs import is_pattern

        if not is_pattern(text):
            yield Problem(at, f"{text!r} names no file; write a pattern as in a .gitignore")
    elif word.names == "path":
        path = os.path.join(around.folder, os.path.expanduser(text))
        if not os.path.exists(path):
            yield Problem(at, f"{text!r}: no such file or folder ({os.path.normpath(path)})")
    elif word.names == "language":
        from ..document.language import LANGUAGES

        if text not in LANGUAGES:
            yield Problem(at, f"{text!r} is no language that lintnews can tell; known: {', '.join(sorted(LANGUAGES))}")


def _rule_name(prefix: str, at: At, around: Around) -> Iterator[Problem]:
    heads = around.heads()
    if not prefix or not any(fit(head, prefix) for head in heads):
        yield Problem(at, unknown(heads, prefix))


def _options(id: str, options: Any, at: At, around: Around) -> Iterator[Problem]:
    heads = around.heads()
    head = next((head for head in heads if id == head.id or id in head.aliases), None)
    if head is None:
        is_part = id and any(fit(head, id) for head in heads)
        yield Problem(at, "options are set for one rule; write its whole name" if is_part else unknown(heads, id))
    elif not isinstance(options, dict):
        yield Problem(at, f"must be a table of the rule's options, not {options!r}")
    else:
        rule = head.make()
        wrong = list(_table(options, of_rule(rule.options), at, around))
        yield from wrong
        if not wrong:
            yield from _weak(rule, options, at)


def _weak(rule: Rule, options: Mapping[str, Any], at: At) -> Iterator[Problem]:
    """Words that cannot be looked for."""
    from ..rules.read import is_few, weak_phrase

    few = is_few(rule.where.first_blocks, rule.where.last_blocks)
    extent = next((clause.extent for clause in rule.clauses if clause.phrases), "block")
    seen = {option.name for option in rule.options if option.seen}
    for name, values in options.items():
        for number, text in enumerate(values if isinstance(values, list) else ()):
            problem = weak_phrase(text, extent if name == "phrases" else "block", few=few)
            if not problem and name in seen and len(text.strip()) < 2:
                problem = f"{text!r} is too short to look for"
            if problem:
                yield Problem((*at, name, number), problem.partition("; use extent")[0])


def _nearest(value: str, known: Sequence[str], *, listed: bool = True) -> str:
    from difflib import get_close_matches

    near = get_close_matches(value, known, n=1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; known: {', '.join(known)}" if listed else ""
