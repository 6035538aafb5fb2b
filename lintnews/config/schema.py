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
        **_object(KEYS, rules),
        "$defs": {
            "rule": {
                "description": RULE.what[0].upper() + RULE.what[1:],
                # The names are for completion; rules of one's own have others.
                "anyOf": [{"enum": names}, {"type": "string", "pattern": f"^(?:{RULE.pattern})$"}],
            }
        },
    }


def _object(keys: Sequence[Key], rules: Sequence[Rule]) -> Schema:
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": key.about, **_value(key, rules), **_more(key)} for key in keys},
    }
    if needed := [key.name for key in keys if key.needed]:
        found["required"] = needed
    return found


def _more(key: Key) -> Schema:
    more: Schema = {} if key.default is None else {"default": key.default}
    if key.example:
        more["examples"] = [tomllib.loads(key.example)[key.name]]
    return more


def _value(key: Key, rules: Sequence[Rule]) -> Schema:
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
        return {
            "type": "object",
            "properties": {
                rule.id: {"description": f"{rule.summary}.", **_object(of_rule(rule.options), rules)} for rule in rules
            },
            # What a rule of one's own may be told.
            "additionalProperties": _object(of_rule((ALLOW, PHRASES)), rules),
        }
    if key.shape == "tables":
        return {"type": "array", "items": _table(key, rules)}
    bounds = {name: bound for name, bound in (("minimum", key.least), ("maximum", key.most)) if bound is not None}
    return {"type": key.shape, **bounds}


def _table(key: Key, rules: Sequence[Rule]) -> Schema:
    table = _object(key.keys, rules)
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
