"""Rule files and rule functions to one rule set, through a cache.

Parsing TOML takes some thirty times as long as reading plain data back, and importing
a function more than describing it, so both are kept as plain data (`cache.py`).
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from .cache import Stamp, cached, packed, stamp
from .model import Clause, Example, Rule, RuleError, RuleSet, Selector, Status, choose, fit
from .options import ALLOW, PHRASES
from .packed import PackedClauses, lean

_BUILTIN = "lintnews.rules.builtin"

Level = Literal["error", "warning", "note", "off"]
"""What a newsroom may give a rule in place of its severity."""

LEVELS: tuple[Level, ...] = ("error", "warning", "note", "off")
"""All levels."""


def shipped_rules() -> str:
    """The folder of the rules that come with lintnews.

    Raises RuleError when the installation lacks it.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "toml")  # in a wheel
    beside = os.path.join(os.path.dirname(os.path.dirname(here)), "rules")  # in a checkout or an editable install
    for folder in (inside, beside):
        if os.path.isdir(folder):
            return folder
    raise RuleError(f"{inside}: the rules of this installation are missing; install lintnews again")


def load_rules(
    folders: Sequence[str | os.PathLike[str]] | None = None, *, examples: bool = False, paths: Sequence[str] = ()
) -> RuleSet:
    """All rules: those that come with lintnews and those of installed packages, or those of the given
    folders (`<pack>/<rule>.toml`).

    `paths` are folders and files of TOML rules to have beside them. With `examples`
    the rules carry their examples, read from the files; without, they come from the
    cache where it is fresh. Raises RuleError.
    """
    if not examples:
        return RuleSet(tuple(head.make() for head in _heads(folders, paths)))
    if folders is not None:
        return RuleSet(tuple(_in_order(_read_rules([*(os.fspath(folder) for folder in folders), *paths]))))
    from .plugins import plugin_rules

    brought, rules = plugin_rules()
    return RuleSet(tuple(_in_order([*shipped().rules, *_read_rules(brought), *rules, *_read_rules(paths)])))


def shipped() -> RuleSet:
    """The rules that come with lintnews, with their examples. Raises RuleError."""
    from .python import examples, light_plans, light_rule

    shown = examples(_BUILTIN)
    functions = [light_rule(marshal.loads(plan["body"])) for plan in light_plans(_BUILTIN)]
    with_examples = [rule._replace(examples=shown[rule.id]) for rule in functions]
    return RuleSet(tuple(_in_order([*_read_rules([shipped_rules()]), *with_examples])))


def _read_rules(paths: Iterable[str]) -> list[Rule]:
    # A file may be named by itself and by its folder.
    return list({plan["origin"]: _rule(plan) for path in paths for plan in _whole(path)}.values())


def load_selected(
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    extend: Sequence[str] = (),
    *,
    paths: Sequence[str] = (),
    severities: Sequence[tuple[str, Level]] = (),
    options: Sequence[tuple[str, str, Any]] = (),
) -> RuleSet:
    """The same rules as `load_rules().select(...)`; the others are not even made. Raises RuleError.

    `paths` are folders and files of further TOML rules. `severities` gives
    prefixes of ids the severity of all their findings; the longest that fits a rule
    decides, and with "off" the rule does not run. `options` are valid settings of
    rules, as (id, option, value).
    """
    known = heads(tuple(paths))
    chosen = choose(known, select, ignore, extend)
    if not severities and not options:
        return RuleSet(tuple(head.make() for head in chosen), known=known)
    from .configure import configured

    levels = {head.id: level for head in chosen if (level := _level(head, severities))}
    rules: list[Rule] = []
    for head in chosen:
        if levels.get(head.id) != "off":
            values = {name: value for id, name, value in options if fit(head, id) == len(head.id)}
            rules.append(configured(head.make(), values))
    return RuleSet(tuple(rules), {id: level for id, level in levels.items() if level != "off"}, known)


def _level(head: Head, severities: Sequence[tuple[str, Level]]) -> Level | None:
    """What is said of a rule by the longest prefix that fits it."""
    closest = max(severities, key=lambda given: fit(head, given[0]), default=None)
    return closest[1] if closest and fit(head, closest[0]) else None


class Head(NamedTuple):
    """As much of a rule as selecting needs, and how to make it."""

    id: str
    status: Status
    aliases: tuple[str, ...]
    origin: str
    make: Callable[[], Rule]


@lru_cache(maxsize=8)
def heads(paths: tuple[str, ...] = ()) -> tuple[Head, ...]:
    """The rules that come with lintnews, those of installed packages and those of `paths`, by id, not made yet.

    A process reads them once. Raises RuleError.
    """
    return tuple(_heads(None, paths))


def _heads(folders: Sequence[str | os.PathLike[str]] | None, paths: Sequence[str]) -> list[Head]:
    from .plugins import plugin_plans, plugin_rule
    from .python import light_plans, light_rule

    if folders is not None:
        return _in_order(_light_heads([*(os.fspath(folder) for folder in folders), *paths]))
    brought, plugins = plugin_plans()
    found = _light_heads([shipped_rules()])
    found.extend(_head(plan, light_rule) for plan in light_plans(_BUILTIN))
    found.extend(_light_heads(brought))
    found.extend(_head(plan, plugin_rule) for plan in plugins)
    found.extend(_light_heads(paths))
    return _in_order(found)


def _light_heads(paths: Iterable[str]) -> list[Head]:
    found: dict[str, Head] = {}  # a file may be named by itself and by its folder
    for path in paths:
        make = partial(_light_rule, whole=cache(partial(_whole_clauses, path)))
        found.update((plan["origin"], _head(plan, make)) for plan in _cached(path))
    return list(found.values())


def _head(plan: dict[str, Any], make: Callable[[dict[str, Any]], Rule]) -> Head:
    body = plan["body"]
    return Head(plan["id"], plan["status"], plan["aliases"], plan["origin"], lambda: make(marshal.loads(body)))


class _Origin(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def origin(self) -> str: ...


_AnyOrigin = TypeVar("_AnyOrigin", bound=_Origin)


def _in_order(rules: Iterable[_AnyOrigin]) -> list[_AnyOrigin]:
    """The rules by id. Raises RuleError for two of one name, former names counted: the name is the first one's."""
    given = list(rules)
    ordered = sorted(given, key=lambda rule: rule.id)
    names = [(rule.id, rule) for rule in given] + [(alias, rule) for rule in given for alias in rule.aliases]
    taken: dict[str, _AnyOrigin] = {}
    for name, rule in names:
        if (other := taken.setdefault(name, rule)) is not rule:
            raise RuleError(f"{rule.origin}: the name {name!r} is taken by {other.origin}; rename one of them")
    return ordered


def load_file(path: str | os.PathLike[str]) -> Rule:
    """One rule file, with its examples. Raises RuleError."""
    from .read import read_plan

    return _rule(read_plan(os.fspath(path), os.path.basename(os.path.dirname(os.path.abspath(path)))))


def _files(path: str) -> list[tuple[str, Stamp]]:
    """Pack and stamp of every rule file of a folder, in order, or of the one file that `path` is."""
    if os.path.isfile(path):
        return [(os.path.basename(os.path.dirname(os.path.abspath(path))), stamp(path))]
    if not os.path.isdir(path):
        raise RuleError(f"{path}: no such folder of rules")
    found: list[tuple[str, Stamp]] = []
    for pack in sorted(os.scandir(path), key=lambda entry: entry.name):
        if pack.is_dir() and not pack.name.startswith((".", "_")):
            names = sorted(name for name in os.listdir(pack.path) if name.endswith(".toml"))
            found.extend((pack.name, stamp(os.path.join(pack.path, name))) for name in names)
    return found


def _read_folder(folder: str) -> list[dict[str, Any]]:
    from .read import read_plan

    return [read_plan(file[0], pack) for pack, file in _files(folder)]


def _whole(folder: str) -> list[dict[str, Any]]:
    """The rules of a folder with their examples, from the cache where it is fresh."""
    stamps = [file for _, file in _files(folder)]
    return cached(f"examples of {os.path.abspath(folder)}", stamps, lambda: _read_folder(folder))


def _cached(folder: str) -> list[dict[str, Any]]:
    """The rules of a folder packed and without their examples, from the cache where it is fresh."""
    stamps = [file for _, file in _files(folder)]

    def make() -> list[dict[str, Any]]:
        return [packed(_plan(plan)) for plan in _whole(folder)]

    return cached(os.path.abspath(folder), stamps, make)


def _plan(plan: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a rule: without its examples, and its clauses packed once more."""
    clauses = PackedClauses.pack([lean(clause) for clause in _clauses(plan)])
    repairs = any(clause["replace"] is not None for clause in plan["clauses"])
    kept = {key: value for key, value in plan.items() if key != "examples"}
    phrases = any(clause["phrases"] for clause in plan["clauses"])
    return {**kept, "clauses": clauses, "repairs": repairs, "phrases": phrases, "digest": _digest(plan)}


def _clauses(plan: dict[str, Any]) -> tuple[Clause, ...]:
    return tuple(Clause(**clause) for clause in plan["clauses"])


def _whole_clauses(folder: str) -> dict[str, tuple[Clause, ...]]:
    """The clauses of a folder's rules with all that is known of them, by the rule's file."""
    return {plan["origin"]: _clauses(plan) for plan in _whole(folder)}


def _rule(plan: dict[str, Any]) -> Rule:
    examples = tuple(map(_example, plan["examples"]))
    return _light_rule(_plan(plan), lambda: {plan["origin"]: _clauses(plan)})._replace(examples=examples)


def _light_rule(plan: dict[str, Any], whole: Callable[[], dict[str, tuple[Clause, ...]]]) -> Rule:
    from .match import clause_check

    clauses = PackedClauses(plan["clauses"], lambda: whole()[plan["origin"]])
    where = plan["where"]
    return Rule(
        id=plan["id"],
        summary=plan["summary"],
        message=plan["message"],
        severity=plan["severity"],
        check=clause_check(clauses),
        why=plan["why"],
        since=plan["since"],
        status=plan["status"],
        where=Selector(
            tuple(where.get("format", ())),
            tuple(where.get("block", ())),
            tuple(where.get("region", ())),
            tuple(where.get("lang", ())),
            tuple(where.get("site", ())),
            where.get("images"),
            where.get("longest"),
            where.get("first_blocks"),
            where.get("last_blocks"),
        ),
        delete=plan["delete"],
        repairs=plan["repairs"],
        applicability=plan["applicability"],
        aliases=tuple(plan["aliases"]),
        tags=tuple(plan["tags"]),
        protected=plan["protected"],
        clauses=clauses,
        options=_WITH_PHRASES if plan["phrases"] else _WITHOUT,
        digest=plan["digest"],
        origin=plan["origin"],
    )


def _digest(plan: dict[str, Any]) -> str:
    """Changes with whatever changes what the rule finds or repairs."""
    decisive = [plan[key] for key in _DECISIVE]
    return f"{zlib.crc32(repr(decisive).encode()):08x}"


_DECISIVE = ("id", "message", "severity", "where", "clauses", "delete", "applicability", "protected")
_WITH_PHRASES, _WITHOUT = (PHRASES, ALLOW), (ALLOW,)


def _example(plan: dict[str, Any]) -> Example:
    return Example(plan["name"], plan["format"], plan["marked"], plan["fixed"])
