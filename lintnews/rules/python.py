"""Python rules without importing them: from the cache, with a check that imports its module when called.

Most articles call few of the functions, and importing all of them would cost more
than checking the article.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from ..document.model import Document
from .cache import cached, packed, stamp
from .model import Check, Clause, Example, Hit, Rule, Selector, Sighting, Wording
from .options import Option
from .packed import PackedClauses


def modules(package: str) -> list[str]:
    """The names of the modules of a package of rules, in order."""
    folder = _folder(package)
    return sorted({name.partition(".")[0] for name in os.listdir(folder) if name[0] != "_"})


def import_rules(package: str) -> list[Rule]:
    """The rules of a package, each from its module."""
    return [shown(rule) for name in modules(package) for rule in _rules_of(f"{package}.{name}")]


def examples(package: str) -> dict[str, tuple[Example, ...]]:
    """The examples of a package's rules, by the rule's id."""
    return {rule.id: rule.examples for name in modules(package) for rule in _rules_of(f"{package}.{name}")}


def light_plans(package: str) -> list[dict[str, Any]]:
    """The same rules as plain, packed data, without their examples and without importing them."""
    folder = _folder(package)
    stamps = [stamp(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".py")]
    return cached(folder, stamps, lambda: [packed(plain_plan(rule)) for rule in import_rules(package)])


def light_rule(plan: dict[str, Any], load: Callable[[], list[Rule]] | None = None) -> Rule:
    """A rule of its plain data; its check calls `load`, or imports the rule's module, when first called."""
    module = plan["origin"]
    where = Selector(*plan.pop("where"))
    packed = plan.pop("clauses")
    clauses = PackedClauses(packed) if packed else ()
    options = tuple(Option(*option) for option in plan.pop("options"))
    check = _when_called(plan["id"], load or (lambda: _rules_of(module)), clauses)
    return Rule(check=check, where=where, clauses=clauses, options=options, **plan)


def plain_plan(rule: Rule) -> dict[str, Any]:
    """A rule as plain data."""
    plan = rule._asdict()
    del plan["check"], plan["examples"], plan["wordings"]
    clauses = PackedClauses.pack(rule.clauses) if rule.clauses else b""
    options = tuple(tuple(option) for option in rule.options)
    return {**plan, "where": tuple(rule.where), "clauses": clauses, "options": options}


def shown(rule: Rule) -> Rule:
    """A rule with its wordings worked out as clauses, so that they can be sighted."""
    if not rule.wordings:
        return rule
    from .define import spoken

    clauses = tuple(map(_clause, rule.wordings))
    return rule._replace(clauses=clauses, check=spoken(rule.check, rule.wordings, clauses))


def _clause(wording: Wording) -> Clause:
    from .literals import branches, shape

    patterns = tuple(branches(wording.pattern))
    shapes = [shape(pattern) for pattern in patterns]
    return Clause(
        patterns=patterns,
        extent=wording.extent,
        literals=tuple(known.literals for known in shapes),
        prefixes=tuple(known.prefixes for known in shapes),
        # What only begins a block may stand in one of any length.
        widths=tuple(known.width for known in shapes) if wording.whole else (),
        others=tuple(known.others for known in shapes),
    )


def _folder(package: str) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), package.rpartition(".")[2])


def _rules_of(module: str) -> list[Rule]:
    """The rules that a module makes; those it imports from another are the other's."""
    values = vars(import_module(module)).values()
    return [value for value in values if isinstance(value, Rule) and value.origin == module]


def _when_called(id: str, load: Callable[[], list[Rule]], clauses: Sequence[Clause]) -> Check:
    found: list[Check] = []

    def check(document: Document, sightings: Sequence[Sighting], **options: Any) -> Iterable[Hit]:
        if not found:
            from .define import spoken

            (rule,) = (rule for rule in load() if rule.id == id)
            found.append(spoken(rule.check, rule.wordings, clauses) if rule.wordings else rule.check)
        return found[0](document, sightings, **options)

    return check
