"""What is installed beside lintnews, without asking at every start.

Going through the metadata of all packages takes longer than checking an article, so
what it says is kept until the folders change in which Python finds packages.
"""

from __future__ import annotations

import os
import sys
import zlib
from typing import Any, NamedTuple

from .cache import Stamp, cached, stamp


class EntryPoint(NamedTuple):
    """An object that a package offers: its name, its place as `module:attribute`, the package's name and version."""

    name: str
    value: str
    package: str
    version: str

    @property
    def origin(self) -> str:
        """The package, for messages."""
        return f"{self.package} {self.version}"

    def load(self) -> Any:
        """Import the object; raises whatever its package does."""
        from importlib import import_module

        module, _, attributes = self.value.partition(":")
        found: Any = import_module(module.strip())
        for name in filter(None, attributes.strip().split(".")):
            found = getattr(found, name)
        return found


def entry_points(group: str) -> list[EntryPoint]:
    """What installed packages offer in a group, sorted by name and package."""
    return [EntryPoint(*point) for point in _installed()["points"].get(group, ())]


GROUPS = ("lintnews.rules", "lintnews.reporters")
"""The groups of entry points that lintnews looks at."""


def versions() -> str:
    """A digest of lintnews's own files, and of the names and versions of all installed packages."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    (found,) = cached(f"files {own}", files(own), lambda: [{"digest": digest_of(own)}])
    return f"{found['digest']} {_installed()['versions']}"


def files(path: str) -> list[Stamp]:
    """The stamps of a file, or of all files of a package's folder. Raises OSError."""
    if not os.path.isdir(path):
        return [stamp(path)]
    found: list[Stamp] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        found.extend(stamp(os.path.join(folder, name)) for name in sorted(names) if not name.startswith("."))
    return found


def digest_of(path: str) -> str:
    """A digest of what stands in the same files. Raises OSError."""
    digest = 0
    for name, _, _ in files(path):
        with open(name, "rb") as file:
            digest = zlib.crc32(file.read(), zlib.crc32(os.path.relpath(name, path).encode(), digest))
    return f"{digest:08x}"


def _installed() -> dict[str, Any]:
    folders = _search_path()
    (found,) = cached(f"installed {folders}", [stamp(path) for path in folders], lambda: [_scan(folders)])
    return found


def _search_path() -> list[str]:
    """Where packages are looked for: not in the current folder, which may hold what is to be checked."""
    here = os.path.realpath(os.curdir)
    return [path for path in sys.path if path and os.path.exists(path) and os.path.realpath(path) != here]


def _scan(folders: list[str]) -> dict[str, Any]:
    from importlib.metadata import Distribution

    points: dict[str, list[tuple[str, ...]]] = {group: [] for group in GROUPS}
    found: dict[str, str] = {}
    for distribution in Distribution.discover(path=folders):
        try:
            name, version, offered = distribution.metadata["Name"], distribution.version, distribution.entry_points
        except Exception:
            continue  # the remains of a package
        if not name or not version or name in found:
            continue  # of two with one name, Python imports the first
        found[name] = version
        for point in offered:
            if point.group in points:
                points[point.group].append((point.name, point.value, name, version))
    for group in points.values():
        group.sort(key=lambda point: (point[0], point[2]))
    return {"points": points, "versions": f"{zlib.crc32(repr(sorted(found.items())).encode()):08x}"}
