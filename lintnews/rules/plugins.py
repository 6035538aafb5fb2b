"""Rules of installed packages: the entry points in the group `lintnews.rules`.

An entry point names a rule made by `@rule`, a list of rules, a module that holds
some, or a folder of packs of TOML files. What must be known to choose among the
rules is kept as plain data, so a package is imported when it changed, or when one of its
functions is called.
"""

from __future__ import annotations

import os
import re
from types import ModuleType
from typing import Any

from ..finding import APPLICABILITIES, SEVERITIES
from .cache import cached, packed
from .guard import describe
from .installed import EntryPoint, digest_of, entry_points, files
from .model import STATUSES, Rule, RuleError, Selector
from .python import light_rule, plain_plan, shown

GROUP = "lintnews.rules"
"""The group of entry points that hold rules."""

_ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


def plugin_rules() -> tuple[list[str], list[Rule]]:
    """The folders of packs that installed packages offer, and their rules in Python with their examples.

    Raises RuleError.
    """
    offers = [_offer(point) for point in entry_points(GROUP)]
    return [folder for folders, _ in offers for folder in folders], [rule for _, rules in offers for rule in rules]


def plugin_plans() -> tuple[list[str], list[dict[str, Any]]]:
    """The same, the rules as plain, packed data; a package that has not changed is not imported. Raises RuleError."""
    offers = [_plain(point) for point in entry_points(GROUP)]
    return [folder for one in offers for folder in one["folders"]], [plan for one in offers for plan in one["rules"]]


def plugin_rule(plan: dict[str, Any]) -> Rule:
    """A rule of its plain data; its check imports the package when first called."""
    point = EntryPoint(*plan.pop("point"))
    return light_rule(plan, lambda: _offer(point)[1])


def _plain(point: EntryPoint) -> dict[str, Any]:
    home = _home(point)
    try:
        stamps = files(home)
    except OSError as error:
        raise _wrong(point, f"{home}: {error.strerror}") from None
    # The version stands in what the rules say about themselves.
    (found,) = cached(f"plugin {point.name} {home}", [*stamps, (repr(point), 0, 0)], lambda: [_described(point)])
    return found


def _described(point: EntryPoint) -> dict[str, Any]:
    folders, rules = _offer(point)
    try:
        return {"rules": [packed({**plain_plan(rule), "point": tuple(point)}) for rule in rules], "folders": folders}
    except ValueError as error:
        raise _wrong(point, f"a rule holds more than plain values ({error})") from None


def _home(point: EntryPoint) -> str:
    """The file or folder of the package that an entry point leads into; nothing is imported. Raises RuleError."""
    from importlib.util import find_spec

    name = point.value.partition(":")[0].partition(".")[0].strip()
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        raise _wrong(point, f"there is no module {name!r}")
    return next(iter(spec.submodule_search_locations or ()), None) or spec.origin or name


def _offer(point: EntryPoint) -> tuple[list[str], list[Rule]]:
    """The folders of packs and the rules in Python behind an entry point.

    Imports the package. Raises RuleError, whatever the package does.
    """
    rules: list[Rule] = []
    folders: list[str] = []
    home = _home(point)
    try:
        for part in _parts(point.load()):
            if isinstance(part, Rule):
                _prove(part)
                digest = f"{part.digest} {digest_of(home)}"
                rules.append(shown(part)._replace(digest=digest, origin=point.origin))
            elif os.path.isdir(part):
                folders.append(os.path.abspath(part))
            else:
                raise RuleError(f"{os.fspath(part)}: no such folder of rules")
    except (Exception, SystemExit) as error:
        raise _wrong(point, str(error) if isinstance(error, RuleError) else describe(error)) from error
    return folders, rules


def _prove(rule: Rule) -> None:
    """Raise RuleError for a rule that no run can use."""
    if not isinstance(rule.id, str) or not re.fullmatch(_ID, rule.id):
        raise RuleError(f"the name {rule.id!r} must be <pack>/<rule> in lower-case words joined by hyphens")
    choices = (("severity", SEVERITIES), ("status", STATUSES), ("applicability", APPLICABILITIES))
    for key, allowed in choices:
        if getattr(rule, key) not in allowed:
            raise RuleError(f"{rule.id}: {key}: {getattr(rule, key)!r}, but it must be one of {', '.join(allowed)}")
    for key in ("summary", "message", "why", "since"):
        if not isinstance(getattr(rule, key), str) or not getattr(rule, key):
            raise RuleError(f"{rule.id}: {key}: must be a text")
    if not rule.by_function or not isinstance(rule.where, Selector):
        raise RuleError(f"{rule.id}: must be made of a function, by @rule, with a Selector for where")
    for key in ("formats", "blocks", "regions", "languages", "sites"):
        if not isinstance(getattr(rule.where, key), tuple):
            raise RuleError(f"{rule.id}: where.{key}: must be a tuple of texts")


def _parts(found: Any) -> list[Any]:
    if isinstance(found, ModuleType):
        return [value for value in vars(found).values() if isinstance(value, Rule)]
    return [found] if isinstance(found, (Rule, str, os.PathLike)) else list(found)


def _wrong(point: EntryPoint, problem: str) -> RuleError:
    return RuleError(
        f"the rules of {point.origin} ({point.value}) cannot be loaded: {problem}; "
        f"update the package, or take it away with `pip uninstall {point.package}`"
    )
