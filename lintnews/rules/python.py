"""Python rules without importing them: from the cache, with a check that imports its module when called.

Most articles call few of the functions, and importing all of them would cost more
than checking the article.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from ..document.model import Document
from .cache import cached, packed, stamp
from .model import Check, Hit, Rule, Selector, Sighting


def modules(package: str) -> list[str]:
    """The names of the modules of a package of rules, in order."""
    folder = _folder(package)
    return sorted({name.partition(".")[0] for name in os.listdir(folder) if name[0] != "_"})


def import_rules(package: str) -> list[Rule]:
    """The rules of a package, each from its module."""
    return [rule for name in modules(package) for rule in _rules_of(f"{package}.{name}")]


def light_plans(package: str) -> list[dict[str, Any]]:
    """The same rules as plain, packed data, without their examples and without importing them."""
    folder = _folder(package)
    stamps = [stamp(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".py")]
    return cached(folder, stamps, lambda: [packed(_plan(rule, rule.origin)) for rule in import_rules(package)])


def light_rule(plan: dict[str, Any]) -> Rule:
    """A rule of its plain data; its check imports its module when first called."""
    module = plan.pop("module")
    where = Selector(*plan.pop("where"))
    return Rule(check=_when_called(module, plan["id"]), where=where, **plan)


def _folder(package: str) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), package.rpartition(".")[2])


def _rules_of(module: str) -> list[Rule]:
    """The rules that a module makes; those it imports from another are the other's."""
    values = vars(import_module(module)).values()
    return [value for value in values if isinstance(value, Rule) and value.origin == module]


def _plan(rule: Rule, module: str) -> dict[str, Any]:
    """A rule as plain data."""
    plan = rule._asdict()
    del plan["check"], plan["examples"], plan["clauses"]
    return {**plan, "where": tuple(rule.where), "module": module}


def _when_called(module: str, id: str) -> Check:
    found: list[Check] = []

    def check(document: Document, sightings: Sequence[Sighting]) -> Iterable[Hit]:
        if not found:
            found.extend(rule.check for rule in _rules_of(module) if rule.id == id)
        return found[0](document, sightings)

    return check
