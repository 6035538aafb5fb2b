"""The report formats by name: those that come with lintnews, and those that installed packages bring.

A reporter is a function from the results of a run and the rules that ran to the text of the report.
Nothing is imported before a report is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.installed import EntryPoint
    from ..rules.model import RuleSet
    from ..run import Result

    Reporter = Callable[[Sequence[Result], RuleSet], str]

GROUP = "lintnews.reporters"
"""The entry points by which an installed package brings a reporter; the name is the format's."""

# Where a format is made: a module of this package, and its function where that is not `render`.
_HOMES = {
    "text": "text",
    "json": "json",
    "jsonl": "json:render_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjsonl": "rdjsonl",
    "markdown": "markdown",
    "html": "html",
}

# The formats whose paths must start at the root of the repository.
_FROM_ROOT = ("sarif", "github", "gitlab", "junit", "markdown")

FORMATS = tuple(_HOMES)
"""The formats that come with lintnews."""


class ReportError(ValueError):
    """A report that cannot be made; the message names the format or the package, and the remedy."""


def reporter(name: str) -> Reporter:
    """The reporter of a format.

    Raises ReportError for a format that nobody brings and for a package whose
    reporter cannot be loaded. The reporter of a package raises it too, in place
    of whatever goes wrong inside.
    """
    if name not in _HOMES:
        return _brought(name)
    module, _, function = _HOMES[name].partition(":")
    render: Reporter = getattr(import_module(f".{module}", __package__), function or "render")
    return partial(_render_from_root, render) if name in _FROM_ROOT else render


def from_root(results: Sequence[Result]) -> list[Result]:
    """The results with paths that start at the root of the repository around the current folder.

    Sites that show findings beside a change go by such paths. Without a repository
    they start at the current folder; a path outside stays absolute. The parts are
    joined by slashes.
    """
    root = _root()
    return [result._replace(path=_path_from(root, result.path)) for result in results]


def _render_from_root(render: Reporter, results: Sequence[Result], rules: RuleSet) -> str:
    return render(from_root(results), rules)


def _root() -> str:
    here = folder = os.getcwd()
    while not os.path.exists(os.path.join(folder, ".git")):
        if folder == os.path.dirname(folder):
            return here
        folder = os.path.dirname(folder)
    return folder


def _path_from(root: str, path: str) -> str:
    if path.startswith("<"):
        return path  # standard input has no place
    place = os.path.abspath(path)
    if not _inside(root, place):
        real = os.path.realpath(place)
        place = real if _inside(root, real) else place
    return (os.path.relpath(place, root) if _inside(root, place) else place).replace(os.sep, "/")


def _inside(root: str, place: str) -> bool:
    return place == root or place.startswith(os.path.join(root, ""))


def _brought(name: str) -> Reporter:
    from ..rules.installed import entry_points

    points = entry_points(GROUP)
    found = [point for point in points if point.name == name]
    if not found:
        raise ReportError(_unknown(name, list(dict.fromkeys([*FORMATS, *(point.name for point in points)]))))
    if len(found) > 1:
        packages = " and ".join(point.origin for point in found)
        raise ReportError(f"the format {name!r} is brought by {packages}; uninstall all but one")
    point = found[0]
    try:
        render = point.load()
    except (Exception, SystemExit) as error:  # the package may do anything
        raise _broken(point, error) from error
    if not callable(render):
        raise _broken(point, TypeError(f"{point.value} is no function"))

    def guarded(results: Sequence[Result], rules: RuleSet) -> str:
        try:
            report = render(results, rules)
            if not isinstance(report, str):
                raise TypeError(f"the report is no text but {type(report).__name__}")
        except (Exception, SystemExit) as error:
            raise _broken(point, error) from error
        return report

    return guarded


def _unknown(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"{name!r} is not one of {', '.join(map(repr, known))}" + (f"; did you mean {near[0]!r}?" if near else "")


def _broken(point: EntryPoint, error: BaseException) -> ReportError:
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return ReportError(
        f"the reporter {point.name!r} of the package {point.origin} does not work ({said}); update or uninstall it"
    )
