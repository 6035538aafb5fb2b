"""Plain data that is costly to make, kept in the user's cache folder.

A missing, old or damaged cache is made anew; a folder that cannot be written only
costs time.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

AnyData = TypeVar("AnyData", bound=Any)

# Raised when the shape of the cached data changes.
_SHAPE = 10

Stamp = tuple[str, int, int]
"""A file's path, size and time: what the cached data was made of."""


def stamp(path: str) -> Stamp:
    """The stamp of one file. Raises OSError."""
    status = os.stat(path)
    return path, status.st_size, status.st_mtime_ns


def cache_folder() -> str:
    """Where lintnews keeps what it can make again; LINTNEWS_CACHE_DIR moves it."""
    if folder := os.environ.get("LINTNEWS_CACHE_DIR"):
        return folder
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, "lintnews", "cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "lintnews")


def cached(name: str, stamps: Sequence[Any], make: Callable[[], AnyData]) -> AnyData:
    """What `make` gives, from the cache where it was made of the same files, or of what else
    `stamps` tells apart, by the same lintnews.

    `name` tells the caches apart. The data must be plain: what `marshal` can hold.
    """
    # Another release of the modules that make the data makes other data.
    makers = [stamp(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{m}.py")) for m in _MAKERS]
    key = marshal.dumps((_SHAPE, sys.version_info[:3], makers, *stamps))
    file_name = f"rules-{zlib.crc32(name.encode()):08x}-{sys.version_info[0]}{sys.version_info[1]}.bin"
    try:
        with open(os.path.join(cache_folder(), file_name), "rb") as file:
            data = memoryview(file.read())  # of megabytes no part is copied
        size = int.from_bytes(data[4:8], "big")
        if zlib.crc32(data[4:]) == int.from_bytes(data[:4], "big") and data[8 : 8 + size] == key:
            return marshal.loads(data[8 + size :])  # type: ignore[no-any-return]
    except (OSError, ValueError, EOFError, TypeError):
        pass
    made = make()
    _store(file_name, len(key).to_bytes(4, "big") + key + marshal.dumps(made))
    return made


def packed(plan: dict[str, Any]) -> dict[str, Any]:
    """A rule as plain data, in one piece but for what selecting needs: only chosen rules are unpacked."""
    head = {"id": plan["id"], "status": plan["status"], "aliases": tuple(plan["aliases"]), "origin": plan["origin"]}
    return {**head, "body": marshal.dumps(plan)}


_MAKERS = (
    *("read", "literals", "telling", "fold", "python", "said", "define", "options", "index", "packed"),
    *("installed", "plugins"),
)


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
