"""One configuration file, and those that it extends: read, checked, the base first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..rules.load import Head, heads
from ..rules.model import RuleError
from .places import At
from .settings import ConfigError
from .validate import Around, Problem, label, problems

# Files that extend each other in a row; a chain that is longer is taken for a mistake.
_DEEPEST = 20

_TOOL = ("tool", "lintnews")
# How a line begins that may open the table, or set a key of it; a dependency on lintnews is no such line.
_HINT = (
    rb"""(?m)^[ \t]*\[*[ \t]*(?:(?:tool|"tool"|'tool')[ \t]*\.[ \t]*)?(?:lintnews|"lintnews"|'lintnews')[ \t]*[].=]|"""
    rb"""^[ \t]*["']?tool["']?[ \t]*="""
)


class File(NamedTuple):
    """A checked configuration file.

    `path` is absolute; `table` holds its keys, for a pyproject.toml those of
    [tool.lintnews], and `prefix` what leads to them.
    """

    path: str
    table: Mapping[str, Any]
    prefix: At = ()

    @property
    def folder(self) -> str:
        """The folder that its paths and patterns are relative to."""
        return os.path.dirname(self.path)

    @property
    def rule_paths(self) -> tuple[str, ...]:
        """The rules that it names, as absolute paths."""
        return tuple(self.absolute(path) for path in self.table.get("rule-paths", ()))

    def absolute(self, path: str) -> str:
        """A path that stands in the file, as an absolute one."""
        return os.path.normpath(os.path.join(self.folder, os.path.expanduser(path)))


def shown(path: str) -> str:
    """A path as it is named to people: from the current folder where it is inside."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here) if path.startswith(here) else path


def has_table(path: str) -> bool:
    """Whether a pyproject.toml has a table for lintnews. Raises ConfigError for a broken one that names lintnews."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False
    # Most have none, and parsing one takes as long as checking an article.
    return re.search(_HINT, data) is not None and "lintnews" in _tool(_parsed(path, data.decode("utf-8", "replace")))


def read_chain(path: str) -> tuple[File, ...]:
    """A configuration after those that it extends, each once. Raises ConfigError."""
    chain: dict[str, File] = {}
    _read(path, [], chain)
    return tuple(chain.values())


def _read(path: str, open_files: list[str], chain: dict[str, File]) -> None:
    real = os.path.realpath(path)
    if real in chain:
        return
    file = _file(path)
    extends = file.table.get("extend", ())
    bases = [extends] if isinstance(extends, str) else extends
    for number, base in enumerate(bases if isinstance(bases, list) else ()):
        if not isinstance(base, str) or not os.path.isfile(target := file.absolute(base)):
            continue  # said below
        at: At = ("extend",) if isinstance(extends, str) else ("extend", number)
        if os.path.realpath(target) in (above := [*open_files, real]):
            circle = " -> ".join(shown(one) for one in [*above[above.index(os.path.realpath(target)) :], target])
            raise _wrong(file, [Problem(at, f"the files extend each other in a circle: {circle}; take one out")])
        if len(above) >= _DEEPEST:
            raise _wrong(file, [Problem(at, f"more than {_DEEPEST} files extend each other in a row")])
        _read(target, above, chain)
    known = [path for other in chain.values() for path in other.rule_paths]
    if wrong := list(_problems(file, known)):
        raise _wrong(file, wrong)
    chain[real] = file


def _problems(file: File, rule_paths: list[str]) -> Iterator[Problem]:
    def known() -> Sequence[Head]:
        own = file.table.get("rule-paths", ())
        there = [file.absolute(path) for path in own if isinstance(path, str)] if isinstance(own, list) else []
        return heads(tuple(dict.fromkeys([*rule_paths, *filter(os.path.exists, there)])))

    try:
        yield from problems(file.table, Around(file.folder, known))
        known()
    except RuleError as error:
        yield Problem(("rule-paths",), str(error))


def _file(path: str) -> File:
    path = os.path.abspath(path)
    try:
        with open(path, "rb") as handle:
            text = handle.read().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{shown(path)}:{line}: not UTF-8; save the file as UTF-8") from None
    table = _parsed(path, text)
    if os.path.basename(path) != "pyproject.toml":
        return File(path, table)
    tool = _tool(table)
    if "lintnews" not in tool:
        raise ConfigError(f"{shown(path)}: has no table [tool.lintnews]")
    if not isinstance(tool["lintnews"], dict):
        raise _wrong(File(path, {}, _TOOL), [Problem((), "tool.lintnews must be a table")])
    return File(path, tool["lintnews"], _TOOL)


def _tool(table: Mapping[str, Any]) -> Mapping[str, Any]:
    tool = table.get("tool")
    return tool if isinstance(tool, dict) else {}


def _parsed(path: str, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z", str(error))
        line = place[1] if place and place[1] else text.count("\n") + 1
        said = str(error)[: place.start()] if place else str(error)
        column = f" (column {place[2]})" if place and place[2] else ""
        raise ConfigError(f"{shown(path)}:{line}: not valid TOML: {said}{column}") from None
    except RecursionError:
        raise ConfigError(f"{shown(path)}: not readable: nested too deeply") from None


def line_of(file: File) -> Callable[[At], int]:
    """A function from what leads to a value of the file to its line; 1 if the value is gone since."""
    from . import places

    try:
        with open(file.path, encoding="utf-8-sig", newline="") as handle:
            known = places.lines(handle.read())
    except (OSError, UnicodeDecodeError, IndexError, RecursionError):
        known = {}
    return lambda at: places.line_of(known, (*file.prefix, *at))


def _wrong(file: File, found: list[Problem]) -> ConfigError:
    line = line_of(file)
    placed = sorted({(line(at), f"{label(at)}: {message}" if at else message) for at, message in found})
    return ConfigError("\n".join(f"{shown(file.path)}:{number}: {message}" for number, message in placed))
