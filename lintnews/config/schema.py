"""The JSON schema of a configuration, for editors and for programs that write one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

from ..rules.model import Rule
from ..rules.options import ALLOW, PHRASES
from .keys import KEYS, RULE, Key, Word, of_rule

Schema = dict[str, Any]
"""A JSON schema as plain data."""


def schema(rules: Iterable[Rule]) -> Schema:
    """The schema of lintnews.toml, with the names and options of these rules (JSON Schema, draft 2020-12)."""
    rules = list(rules)
    names = sorted({rule.id for rule in rules} | {rule.pack for rule in rules})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "lintnews.toml",
        "description": "Configuration of lintnews, a linter for articles. In a pyproject.toml: [tool.lintnews].",
        **_object(KEYS),
        "$defs": {
            "rule": {
                "description": RULE.what[0].upper() + RULE.what[1:],
                # The names are for completion; rules of one's own have others.
                "anyOf": [{"enum": names}, {"type": "string", "pattern": f"^(?:{RULE.pattern})$"}],
            },
            "options": {
                "type": "object",
                "properties": {rule.id: _rule(rule) for rule in rules},
                "additionalProperties": _object(of_rule((ALLOW, PHRASES))),
            },
            **{option.name: _key(key) for option in (ALLOW, PHRASES) for key in of_rule([option])},
        },
    }


def _rule(rule: Rule) -> Schema:
    """What a rule may be told; what many may be told is said once."""
    shared = {option.name for option in rule.options if option in (ALLOW, PHRASES)}
    table = _object(of_rule([option for option in rule.options if option.name not in shared]))
    table["properties"] |= {name: {"$ref": f"#/$defs/{name}"} for name in sorted(shared)}
    return {"description": f"{rule.summary}.", **table}


def _key(key: Key) -> Schema:
    return {"description": key.about, **_value(key), **_more(key)}


def _object(keys: Sequence[Key]) -> Schema:
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _key(key) for key in keys},
    }
    if needed := [key.name for key in keys if key.needed]:
        found["required"] = needed
    return found


def _more(key: Key) -> Schema:
    more: Schema = {} if key.default is None else {"default": key.default}
    if key.example:
        more["examples"] = [tomllib.loads(key.example)[key.name]]
    return more


def _value(key: Key) -> Schema:
    word = _word(key.word)
    many: Schema = {"type": "array", "items": word}
    if key.shape == "one":
        return word
    if key.shape == "many":
        return many
    if key.shape == "one or many":
        return {"anyOf": [word, many]}
    if key.shape == "map":
        return {"type": "object", "propertyNames": {"$ref": "#/$defs/rule"}, "additionalProperties": word}
    if key.shape == "options":
        return {"$ref": "#/$defs/options"}
    if key.shape == "tables":
        return {"type": "array", "items": _table(key)}
    bounds = {name: bound for name, bound in (("minimum", key.least), ("maximum", key.most)) if bound is not None}
    return {"type": key.shape, **bounds}


def _table(key: Key) -> Schema:
    table = _object(key.keys)
    if key.any_of:
        table["anyOf"] = [{"required": [name], "properties": {name: {"minItems": 1}}} for name in key.any_of]
    if key.only_one:
        table["not"] = {"required": list(key.only_one)}
    return table


def _word(word: Word) -> Schema:
    if word.choices:
        return {"enum": list(word.choices)}
    if word.names == "rule":
        return {"$ref": "#/$defs/rule"}
    return {"type": "string", "pattern": f"^(?:{word.pattern})$" if word.pattern else r"\S"}
