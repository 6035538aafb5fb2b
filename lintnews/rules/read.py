"""One rule file to one rule: read, checked key by key, with its literals worked out."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, get_args

from ..document.model import REGIONS, ROLES, Format
from ..finding import APPLICABILITIES, SEVERITIES
from .fold import fold, plain
from .literals import branches, shape
from .model import EXTENTS, STATUSES, RuleError
from .telling import strength

Plan = dict[str, Any]
"""A checked rule as plain data, ready for `marshal`: the keys of the file, defaults filled in."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PAIRS = re.compile("(?:⟦⟧)*")
_FORMATS = get_args(Format)

# A literal this long is rare enough in running text to be worth an exact look
# at its block (about one news paragraph in a thousand holds a given one).
_STRONG = 4
# A pattern that must be the whole of a block or sentence may have a weak literal when
# it cannot be longer than this, or when its beginning is known: length and beginning
# are looked at before the pattern is run.
_SHORT_BLOCK = 200
# A rule without a strong literal may still look at so many blocks at either end.
_FEW_BLOCKS = 20

# Key -> (type, required). `list` means a list of strings.
_TOP: dict[str, tuple[type, bool]] = {
    "summary": (str, True),
    "message": (str, True),
    "severity": (str, True),
    "since": (str, True),
    "why": (str, True),
    "status": (str, False),
    "tags": (list, False),
    "aliases": (list, False),
    "protected": (bool, False),
    "where": (dict, False),
    "match": (list, True),
    "fix": (dict, False),
    "example": (list, True),
}
_WHERE: dict[str, tuple[type, bool]] = {
    "format": (list, False),
    "block": (list, False),
    "region": (list, False),
    "lang": (list, False),
    "site": (list, False),
    "images": (bool, False),
    "longest": (int, False),
    "first_blocks": (int, False),
    "last_blocks": (int, False),
}
_MATCH: dict[str, tuple[type, bool]] = {
    "phrases": (list, False),
    "patterns": (list, False),
    "anchors": (list, False),
    "unless": (list, False),
    "extent": (str, False),
    "at_least": (int, False),
    "replace": (str, False),
    "case": (bool, False),
}
_FIX: dict[str, tuple[type, bool]] = {"delete": (bool, False), "applicability": (str, False)}
_EXAMPLE: dict[str, tuple[type, bool]] = {
    "name": (str, True),
    "text": (str, False),
    "html": (str, False),
    "markdown": (str, False),
    "fixed": (str, False),
}
_NAMES = {str: "a string", list: "a list", bool: "true or false", int: "a number", dict: "a table"}


def read_plan(path: str, pack: str) -> Plan:
    """Read and check one rule file. Raises RuleError naming the file, the key and the remedy."""
    import tomllib

    try:
        with open(path, encoding="utf-8") as file:
            table = tomllib.loads(file.read())
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not valid TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {error}") from None
    return _Checker(path, pack).plan(table)


class _Checker:
    """Checks one file; holds only what every message needs."""

    def __init__(self, path: str, pack: str) -> None:
        self.path = path
        self.pack = pack
        self.name = os.path.splitext(os.path.basename(path))[0]

    def fail(self, key: str, problem: str) -> RuleError:
        return RuleError(f"{self.path}: {key}: {problem}")

    def plan(self, table: Mapping[str, Any]) -> Plan:
        for part, of in ((self.pack, "folder"), (self.name, "file")):
            if not _ID.fullmatch(part):
                raise self.fail("id", f"the {of} name {part!r} must be lower-case words joined by hyphens")
        self.keys(table, _TOP, "")
        where = table.get("where", {})
        self.keys(where, _WHERE, "where.")
        fix = table.get("fix", {})
        self.keys(fix, _FIX, "fix.")
        self.choice(table["severity"], SEVERITIES, "severity")
        self.choice(table.get("status", "stable"), STATUSES, "status")
        self.choice(fix.get("applicability", "safe"), APPLICABILITIES, "fix.applicability")
        for key, allowed in (("format", _FORMATS), ("block", ROLES), ("region", REGIONS)):
            for value in where.get(key, ()):
                self.choice(value, allowed, f"where.{key}")
        if table.get("protected") and fix.get("applicability", "display") != "display":
            raise self.fail("fix.applicability", 'a protected rule is never repaired by a program; use "display"')
        clauses = [self.clause(clause, f"match[{i}]", where, fix) for i, clause in enumerate(table["match"], 1)]
        if not clauses:
            raise self.fail("match", "needs at least one [[match]]")
        return {
            "id": f"{self.pack}/{self.name}",
            "origin": self.path,
            **{key: table[key] for key in ("summary", "message", "severity", "since")},
            "why": table["why"].strip(),
            "status": table.get("status", "stable"),
            "tags": table.get("tags", []),
            "aliases": table.get("aliases", []),
            "protected": table.get("protected", False),
            "where": dict(where),
            "clauses": clauses,
            "delete": fix.get("delete", False),
            "applicability": fix.get("applicability", "safe"),
            "examples": [self.example(example, f"example[{i}]") for i, example in enumerate(table["example"], 1)],
        }

    def keys(self, table: Mapping[str, Any], known: Mapping[str, tuple[type, bool]], prefix: str) -> None:
        for key, value in table.items():
            if key not in known:
                raise self.fail(prefix + key, f"unknown key{_nearest(key, known)}")
            kind: Any = known[key][0]
            if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                raise self.fail(prefix + key, f"must be {_NAMES[kind]}, not {value!r}")
            if (
                kind is list
                and key not in ("match", "example")
                and not all(isinstance(item, str) and item for item in value)
            ):
                raise self.fail(prefix + key, "must hold strings that are not empty")
            if kind is list and key in ("match", "example") and not all(isinstance(item, dict) for item in value):
                raise self.fail(prefix + key, f"write [[{key}]] for each of them")
            if kind is int and value < 1:
                raise self.fail(prefix + key, "must be 1 or more")
        for key, (_, needed) in known.items():
            if needed and key not in table:
                raise self.fail(
                    prefix + key, f"is missing; every {'rule' if not prefix else prefix.rstrip('.')} has one"
                )

    def choice(self, value: object, allowed: tuple[str, ...], key: str) -> None:
        if value not in allowed:
            raise self.fail(key, f"{value!r} is not one of {', '.join(allowed)}{_nearest(str(value), allowed)}")

    def clause(self, table: Mapping[str, Any], key: str, where: Mapping[str, Any], fix: Mapping[str, Any]) -> Plan:
        self.keys(table, _MATCH, key + ".")
        self.choice(table.get("extent", "match"), EXTENTS, f"{key}.extent")
        phrases, patterns = table.get("phrases", []), table.get("patterns", [])
        if not phrases and not patterns:
            raise self.fail(key, "needs phrases or patterns")
        if table.get("replace") is not None and fix.get("delete"):
            raise self.fail(f"{key}.replace", "the rule deletes already; keep one of fix.delete and replace")
        for name in ("patterns", "unless"):
            for pattern in table.get(name, ()):
                self.compiles(pattern, f"{key}.{name}")
        if table.get("extent") in ("block", "sentence") and table.get("at_least", 1) == 1:
            # What must be matched whole can be matched one alternative at a time, and each has literals of its own.
            patterns = [branch for pattern in patterns for branch in branches(pattern)]
        anchors = tuple(fold(anchor) for anchor in table.get("anchors", ()))
        few = is_few(where.get("first_blocks"), where.get("last_blocks"))
        literals: list[tuple[str, ...]] = []
        prefixes: list[tuple[str, ...]] = []
        widths: list[int] = []
        others: list[tuple[tuple[str, ...], ...]] = []
        for phrase in phrases:
            if problem := weak_phrase(phrase, table.get("extent", "match"), few=few):
                raise self.fail(f"{key}.phrases", problem)
            folded = " ".join(fold(phrase).split())
            literals.append((folded,))
        for pattern in patterns:
            known = shape(pattern)
            needs = known.literals
            prefixes.append(known.prefixes)
            widths.append(known.width)
            others.append(known.others)
            if anchors:
                needs = anchors  # the author knows best what is rare
            if _length(needs) < _STRONG and strength(needs) < _STRONG:
                whole = table.get("extent") in ("block", "sentence")
                short = whole and needs and (known.width <= _SHORT_BLOCK or _length(known.prefixes) >= 3)
                if not few and not short:
                    raise self.fail(
                        f"{key}.patterns",
                        f"{pattern!r} requires no literal of {_STRONG} letters: add anchors, or limit the rule with "
                        f"where.first_blocks or where.last_blocks (at most {_FEW_BLOCKS})",
                    )
                needs = needs if short else ()
            literals.append(tuple(needs))
        # Tuples, so that the cache gives back what a clause holds.
        return {
            "phrases": tuple(" ".join(fold(phrase).split()) for phrase in phrases),
            "patterns": tuple(patterns),
            "anchors": anchors,
            "unless": tuple(table.get("unless", ())),
            "extent": table.get("extent", "match"),
            "at_least": table.get("at_least", 1),
            "replace": table.get("replace"),
            "case": table.get("case", False),
            "literals": tuple(literals),
            "prefixes": tuple(prefixes),
            "widths": tuple(widths),
            "others": tuple(others),
        }

    def compiles(self, pattern: str, key: str) -> None:
        import regex

        if plain(pattern) != pattern:
            raise self.fail(
                key,
                f"{pattern!r} would never match: patterns see straight quotes, hyphens and plain spaces; write those",
            )

        try:
            regex.compile(pattern)
        except regex.error as error:
            raise self.fail(key, f"{pattern!r} is not a regular expression: {error}") from None

    def example(self, table: Mapping[str, Any], key: str) -> Plan:
        self.keys(table, _EXAMPLE, key + ".")
        given = [format for format in _FORMATS if format in table]
        if len(given) != 1:
            raise self.fail(key, "needs exactly one of text, html and markdown")
        marked = table[given[0]]
        if _PAIRS.sub("", re.sub("[^⟦⟧]", "", marked)):
            raise self.fail(f"{key}.{given[0]}", "every ⟦ needs its ⟧, and no mark stands inside another")
        return {"name": table["name"], "format": given[0], "marked": marked, "fixed": table.get("fixed")}


def weak_phrase(phrase: str, extent: str, *, few: bool) -> str:
    """What is wrong with a phrase of a clause of this extent, in a rule that looks at few blocks or at all; or ""."""
    folded = " ".join(fold(phrase).split())
    if not any(character.isalnum() for character in folded):
        return f"{phrase!r} holds no letter"
    # A phrase is its own literal; a short one is as good where it must be the whole block.
    if _length((folded,)) < _STRONG and not few and extent != "block":
        return f'{phrase!r} is too short to stand alone; use extent = "block"'
    return ""


def is_few(first_blocks: int | None, last_blocks: int | None) -> bool:
    """Whether a rule looks at so few blocks that it may do without strong literals."""
    return min(first_blocks or _FEW_BLOCKS + 1, last_blocks or _FEW_BLOCKS + 1) <= _FEW_BLOCKS


def _length(literals: tuple[str, ...]) -> int:
    return min((sum(2 if ord(c) > 0x2E7F else 1 for c in literal) for literal in literals), default=0)


def _nearest(value: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(value, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"
