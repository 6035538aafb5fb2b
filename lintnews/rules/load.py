"""Rule files and rule functions to one rule set, through a cache.

Parsing TOML takes some thirty times as long as reading plain data back, so the
checked rules are kept in the user's cache folder, under a name made of the
files' paths, sizes and times. A missing, old or damaged cache is made anew; a
folder that cannot be written only costs time.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from .model import Clause, Example, Rule, RuleError, RuleSet, Selector

# Raised when the shape of the cached data changes.
_CACHE_SHAPE = 1


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


def load_rules(folders: Sequence[str | os.PathLike[str]] | None = None, *, examples: bool = False) -> RuleSet:
    """All rules: those that come with lintnews, or those of the given folders (`<pack>/<rule>.toml`).

    With `examples` the rules carry their examples, read from the files; without,
    they come from the cache where it is fresh. Python rules belong to the
    rules that come with lintnews. Raises RuleError.
    """
    from .builtin import builtin_rules

    rules: list[Rule] = []
    for folder in folders if folders is not None else (shipped_rules(),):
        plans = _read_folder(os.fspath(folder)) if examples else _cached(os.fspath(folder))
        rules.extend(_rule(plan) for plan in plans)
    if folders is None:
        rules.extend(builtin_rules())
    rules.sort(key=lambda rule: rule.id)
    for one, two in pairwise(rules):
        if one.id == two.id:
            raise RuleError(f"{two.origin}: the name {two.id!r} is taken by {one.origin}; rename one of them")
    return RuleSet(tuple(rules))


def load_file(path: str | os.PathLike[str]) -> Rule:
    """One rule file, with its examples. Raises RuleError."""
    from .read import read_plan

    return _rule(read_plan(os.fspath(path), os.path.basename(os.path.dirname(os.path.abspath(path)))))


def _files(folder: str) -> list[tuple[str, str, int, int]]:
    """Pack, path, size and time of every rule file, in order."""
    if not os.path.isdir(folder):
        raise RuleError(f"{folder}: no such folder of rules")
    found = []
    for pack in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if pack.is_dir() and not pack.name.startswith((".", "_")):
            for entry in sorted(os.scandir(pack.path), key=lambda entry: entry.name):
                if entry.name.endswith(".toml"):
                    status = entry.stat()
                    found.append((pack.name, entry.path, status.st_size, status.st_mtime_ns))
    return found


def _read_folder(folder: str) -> list[dict[str, Any]]:
    from .read import read_plan

    return [read_plan(path, pack) for pack, path, _, _ in _files(folder)]


def cache_folder() -> str:
    """Where lintnews keeps what it can make again."""
    if folder := os.environ.get("LINTNEWS_CACHE_DIR"):
        return folder
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, "lintnews", "cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "lintnews")


def _cached(folder: str) -> list[dict[str, Any]]:
    files = _files(folder)
    key = marshal.dumps((_CACHE_SHAPE, sys.version_info[:3], _makers(), folder, files))
    version = f"{sys.version_info[0]}{sys.version_info[1]}"
    name = f"rules-{zlib.crc32(os.path.abspath(folder).encode()):08x}-{_CACHE_SHAPE}-{version}.bin"
    try:
        with open(os.path.join(cache_folder(), name), "rb") as file:
            data = file.read()
        size = int.from_bytes(data[4:8], "big")
        if zlib.crc32(data[4:]) == int.from_bytes(data[:4], "big") and data[8 : 8 + size] == key:
            plans: list[dict[str, Any]] = marshal.loads(data[8 + size :])
            return plans
    except (OSError, ValueError, EOFError, TypeError):
        pass
    plans = _read_folder(folder)
    for plan in plans:
        del plan["examples"]
    _store(name, len(key).to_bytes(4, "big") + key + marshal.dumps(plans))
    return plans


def _makers() -> list[tuple[int, int]]:
    """Size and time of the modules that make the cached data: another release makes other data."""
    here = os.path.dirname(os.path.abspath(__file__))
    status = [os.stat(os.path.join(here, f"{name}.py")) for name in ("read", "literals", "fold")]
    return [(one.st_size, one.st_mtime_ns) for one in status]


def _store(name: str, data: bytes) -> None:
    import tempfile

    try:
        folder = cache_folder()
        os.makedirs(folder, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(zlib.crc32(data).to_bytes(4, "big") + data)
        os.replace(temporary, os.path.join(folder, name))
    except OSError:
        pass


def _rule(plan: dict[str, Any]) -> Rule:
    from .match import clause_check

    clauses = tuple(_clause(clause) for clause in plan["clauses"])
    where = plan["where"]
    needs = [literal for clause in clauses for literals in clause.literals for literal in literals]
    always = any(not literals for clause in clauses for literals in clause.literals)
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
        repairs=any(clause.replace is not None for clause in clauses),
        applicability=plan["applicability"],
        examples=tuple(map(_example, plan.get("examples", ()))),
        aliases=tuple(plan["aliases"]),
        tags=tuple(plan["tags"]),
        protected=plan["protected"],
        clauses=clauses,
        literals=() if always else tuple(needs),
        digest=_digest(plan),
        origin=plan["origin"],
    )


def _digest(plan: dict[str, Any]) -> str:
    """Changes with whatever changes what the rule finds or repairs."""
    decisive = [plan[key] for key in ("severity", "status", "where", "clauses", "delete", "applicability")]
    return f"{zlib.crc32(repr(decisive).encode()):08x}"


def _clause(plan: dict[str, Any]) -> Clause:
    return Clause(
        phrases=tuple(plan["phrases"]),
        patterns=tuple(plan["patterns"]),
        anchors=tuple(plan["anchors"]),
        unless=tuple(plan["unless"]),
        extent=plan["extent"],
        at_least=plan["at_least"],
        replace=plan["replace"],
        case=plan["case"],
        literals=tuple(map(tuple, plan["literals"])),
    )


def _example(plan: dict[str, Any]) -> Example:
    return Example(plan["name"], plan["format"], plan["marked"], plan["fixed"])
