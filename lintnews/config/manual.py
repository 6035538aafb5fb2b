"""The keys of a configuration as Markdown tables, for docs/configuration.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ..rules.model import Rule
from ..rules.options import ALLOW, PHRASES
from .keys import IGNORES, KEYS, OVERRIDES, Key, of_rule
from .validate import describe


def keys() -> str:
    """The keys of the file itself."""
    return _table(KEYS)


def override_keys() -> str:
    """The keys of a table of overrides that the file itself does not have."""
    top = {key.name for key in KEYS}
    return _table([key for key in OVERRIDES.keys if key.name not in top])


def ignore_keys() -> str:
    """The keys of a table of ignores."""
    return _table(IGNORES.keys)


def options(rules: Iterable[Rule]) -> str:
    """The options of rules; first those that many rules have."""
    lines = ["| Rule | Option | Value | Default | Meaning |", "| --- | --- | --- | --- | --- |"]
    shared = ((ALLOW, "every rule"), (PHRASES, "every TOML rule with phrases"))
    lines += [_option(who, key) for option, who in shared for key in of_rule([option])]
    for rule in rules:
        own = [option for option in rule.options if option.name not in (ALLOW.name, PHRASES.name)]
        lines += [_option(f"`{rule.id}`", key) for key in of_rule(own)]
    return "\n".join(lines) + "\n"


def _table(table: Sequence[Key]) -> str:
    lines = ["| Key | Value | Default | Meaning |", "| --- | --- | --- | --- |"]
    lines += [f"| `{key.name}` | {_value(key)} | {_default(key)} | {key.about} |" for key in table]
    return "\n".join(lines) + "\n"


def _option(who: str, key: Key) -> str:
    return f"| {who} | `{key.name}` | {_value(key)} | {_default(key)} | {key.about} |"


def _value(key: Key) -> str:
    if key.shape in ("one", "many", "one or many") and not key.word.choices and key.word.what != "text":
        return f"{describe(key)}: {key.word.what}"
    bounds = [f"{word} {bound:g}" for word, bound in (("at least", key.least), ("at most", key.most)) if bound]
    return ", ".join([describe(key), *bounds])


def _default(key: Key) -> str:
    if key.needed:
        return "required"
    return "" if key.default is None else f"`{json.dumps(key.default)}`"
