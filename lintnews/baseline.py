"""A baseline: the findings that were there when somebody began to check, so that only new ones count.

A finding is known by its file, its rule and its fingerprint, never by its line, and as
often as it was counted: a second copy of a known leftover is new. The file has one
finding a line, in order, so that a diff shows what came and went.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .finding import Finding

SCHEMA = 1
"""Number of the file's format."""

_EXCERPT = 60
# So many vanished files are compared with a new one at most.
_CANDIDATES = 20

_REMEDY = "restore it from version control, or delete it and write it anew with --write-baseline"


class BaselineError(ValueError):
    """A baseline that cannot be used; the message names the file, the line and the remedy."""


class Entry(NamedTuple):
    """Equal findings of one file, and how many times they are there.

    `path` is relative to the baseline's folder, `excerpt` is for people.
    """

    path: str
    rule: str
    fingerprint: str
    times: int = 1
    excerpt: str = ""


class Baseline(NamedTuple):
    """The entries of a baseline, and the absolute path of the folder it lies in."""

    folder: str
    entries: tuple[Entry, ...] = ()


Checked = Mapping[str, Sequence[Finding]]
"""The findings of every file that was checked, by its path."""

Ran = Callable[[str, str], bool]
"""Whether a rule (second argument) was among those that looked at a file (first argument)."""


class Compared(NamedTuple):
    """What a baseline knows of a run.

    `known` holds, by path, the numbers of the findings that it knows; `stale` how
    many findings it has for a file that are not there any more.
    """

    known: Mapping[str, frozenset[int]]
    stale: Mapping[str, int]


def compare(baseline: Baseline, checked: Checked, ran: Ran) -> Compared:
    """Tell known findings from new ones.

    Of equal findings the first ones are the known ones. What the baseline has for
    a file that is gone counts for a file that is new to it, if that is the same
    file moved: it keeps its name and shares findings with it, or all entries, at
    least two different ones, are found in it.
    """
    known: dict[str, frozenset[int]] = {}
    stale: dict[str, int] = {}
    rules = {entry.fingerprint: entry.rule for entry in baseline.entries}
    left = _by_path(baseline.entries)
    places = {path: relative(baseline.folder, path) for path in checked}
    moved = _moved(baseline, left, {places[path]: findings for path, findings in checked.items()})
    for path, findings in checked.items():
        allowed = left.get(moved.get(places[path], places[path]))
        if not allowed:
            continue
        numbers: list[int] = []
        for number, finding in enumerate(findings):
            if allowed[finding.fingerprint] > 0:
                allowed[finding.fingerprint] -= 1
                numbers.append(number)
        known[path] = frozenset(numbers)
        gone = sum(count for mark, count in allowed.items() if ran(path, rules[mark]))
        if gone:
            stale[path] = gone
    return Compared(known, stale)


def recorded(baseline: Baseline, checked: Checked, ran: Ran) -> Baseline:
    """The baseline with the findings of a run in the place of what it had for the files checked.

    Entries of files that were not checked stay as long as the file exists, and
    those of rules that did not run.
    """
    paths = {relative(baseline.folder, path): path for path in checked}
    entries = [
        entry
        for entry in baseline.entries
        if (not ran(paths[entry.path], entry.rule) if entry.path in paths else _exists(baseline, entry.path))
    ]
    for place, path in paths.items():
        counts = Counter((finding.rule, finding.fingerprint) for finding in checked[path])
        words = {finding.fingerprint: finding.matched for finding in reversed(checked[path])}
        entries.extend(Entry(place, *key, count, excerpt(words[key[1]])) for key, count in counts.items())
    return baseline._replace(entries=tuple(sorted(entries)))


def excerpt(words: str) -> str:
    """The beginning of the words found, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"


def relative(folder: str, path: str) -> str:
    """A path as baselines write it: relative to `folder`, with forward slashes."""
    try:
        path = os.path.relpath(path, folder)
    except ValueError:
        path = os.path.abspath(path)  # on another drive
    return path.replace(os.sep, "/")


# ---- files that were moved


def _by_path(entries: Iterable[Entry]) -> dict[str, Counter[str]]:
    left: dict[str, Counter[str]] = {}
    for entry in entries:
        counts = left.setdefault(entry.path, Counter())
        # A merge of two branches may leave two lines about the same finding.
        counts[entry.fingerprint] = max(counts[entry.fingerprint], entry.times)
    return left


def _moved(baseline: Baseline, left: Mapping[str, Counter[str]], checked: Checked) -> dict[str, str]:
    """The files that the baseline does not know, by what they were called in it."""
    new = {path: Counter(f.fingerprint for f in found) for path, found in checked.items() if found and path not in left}
    gone = [path for path in sorted(left) if path not in checked and not _exists(baseline, path)] if new else []
    by_end: dict[str, list[str]] = {}
    by_mark: dict[str, list[str]] = {}
    for path in gone:
        for end in _ends(path):
            by_end.setdefault(end, []).append(path)
        for mark in left[path]:
            by_mark.setdefault(mark, []).append(path)
    taken: set[str] = set()
    moved: dict[str, str] = {}

    def best(path: str, candidates: Iterable[str]) -> str:
        free = [one for one in candidates if one not in taken][:_CANDIDATES]
        shared = {one: (left[one] & new[path]).total() for one in free}
        return max(free, key=lambda one: shared[one], default="") if any(shared.values()) else ""

    for path in sorted(new):
        ends = (best(path, by_end[end]) for end in _ends(path) if end in by_end)
        if found := next(filter(None, ends), ""):
            moved[path] = found
            taken.add(found)
    for path in sorted(new.keys() - moved.keys()):
        rare = [one for mark in new[path] if len(same := by_mark.get(mark, ())) <= _CANDIDATES for one in same]
        whole = [one for one in dict.fromkeys(rare) if len(left[one]) > 1 and left[one] <= new[path]]
        if found := best(path, whole):
            moved[path] = found
            taken.add(found)
    return moved


def _ends(path: str) -> list[str]:
    """The ends of a path, from all of it to its name."""
    parts = path.split("/")
    return ["/".join(parts[at:]) for at in range(len(parts))]


def _exists(baseline: Baseline, path: str) -> bool:
    return os.path.lexists(os.path.join(baseline.folder, path))


# ---- the file


def write(baseline: Baseline) -> bytes:
    """The contents of a baseline's file."""
    keys = ("path", "rule", "fingerprint", "count", "excerpt")
    lines = ",\n".join(_json(dict(zip(keys, entry, strict=True))) for entry in baseline.entries)
    return f'{{\n"schema": {SCHEMA},\n"tool": "lintnews",\n"findings": [\n{lines}\n]\n}}\n'.encode()


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    # A file name may hold bytes that are no text; JSON can only name them.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


def read(path: str) -> Baseline:
    """Read a baseline. Raises BaselineError, also when there is none, and OSError when it cannot be read."""
    with open(path, "rb") as file:
        return parse(file.read(), path)


def parse(data: bytes, path: str) -> Baseline:
    """The baseline in the contents of the file `path`. Raises BaselineError."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        text = data.decode("utf-8")
        found = json.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaselineError(f"{path}:{line}: the baseline is not UTF-8; {_REMEDY}") from None
    except json.JSONDecodeError as error:
        if conflict := re.search(r"^(?:<{7}|={7}|>{7})(?=\s)", text, re.MULTILINE):
            line = text.count("\n", 0, conflict.start()) + 1
            what = "a merge was left unfinished; keep the lines of both sides and delete the marks"
            raise BaselineError(f"{path}:{line}: {what}, or write it anew with --write-baseline") from None
        end = error.pos >= len(text.rstrip())
        what = "the file ends too early" if end else error.msg[:1].lower() + error.msg[1:]
        raise BaselineError(f"{path}:{error.lineno}: no whole baseline: {what}; {_REMEDY}") from None
    except RecursionError:
        raise BaselineError(f"{path}:1: no baseline: nested too deeply; {_REMEDY}") from None
    if not isinstance(found, dict) or found.get("tool") != "lintnews" or "findings" not in found:
        what = "name the file that --write-baseline wrote"
        raise BaselineError(f"{path}:1: this is JSON, but no baseline of lintnews; {what}")
    if found.get("schema") != SCHEMA:
        what = f"its format is {found.get('schema')!r}, and this lintnews reads {SCHEMA}"
        raise BaselineError(f"{path}:2: {what}; use the lintnews that wrote it, or {_REMEDY}")
    if not isinstance(found["findings"], list):
        raise BaselineError(f"{path}:1: “findings” must be a list; {_REMEDY}")
    entries: list[Entry] = []
    for number, value in enumerate(found["findings"]):
        entry = _entry(value)
        if entry is None:
            line = _line(text, number)
            needs = "path, rule and fingerprint as strings, and count as a number above 0"
            raise BaselineError(f"{path}:{line}: a finding needs {needs}; {_REMEDY}")
        entries.append(entry)
    return Baseline(folder, tuple(entries))


def _entry(value: Any) -> Entry | None:
    if not isinstance(value, dict):
        return None
    path, rule, fingerprint = (value.get(key) for key in ("path", "rule", "fingerprint"))
    times, excerpt = value.get("count", 1), value.get("excerpt", "")
    if not (isinstance(path, str) and isinstance(rule, str) and isinstance(fingerprint, str)):
        return None
    if not (path and rule and fingerprint and isinstance(excerpt, str)) or type(times) is not int or times < 1:
        return None
    return Entry(path, rule, fingerprint, times, excerpt)


def _line(text: str, number: int) -> int:
    """The line of a finding, by its number in the list."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"findings"')) + 1
    space = re.compile(r"[\s,]*")
    for left in range(number, -1, -1):
        skip = space.match(text, at)
        at = skip.end() if skip else at
        if left:
            _, at = decoder.raw_decode(text, at)
    return text.count("\n", 0, at) + 1
