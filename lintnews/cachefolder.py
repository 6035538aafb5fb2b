"""Where the results of earlier runs are kept: a folder in the project, or where the user wants it.

A folder like that may lie in a tree that somebody else made, so nothing that was
there before is ever read: the name of the file in it comes from a random key in the
user's own cache folder, and nobody else can guess it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from hashlib import blake2b

from .rules.cache import cache_folder

NAME = ".lintnews_cache"
"""The folder's name in a project."""

# What tells back-up programs and Git to pass the folder by.
_MARKS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# This folder was made by lintnews.\n",
    ".gitignore": "# This folder was made by lintnews.\n*\n",
}

# So many results files of other keys stay beside a new one. They are those of other users, or
# left behind by machines that forget their key with every run.
_OTHERS = 3

_KEY_SIZE = 32


def project_folder(start: str = ".") -> str:
    """The nearest folder at or above `start` that has a configuration or a repository; else `start` itself."""
    folder = start = os.path.abspath(start)
    while True:
        if any(os.path.exists(os.path.join(folder, name)) for name in ("lintnews.toml", ".git")) or _configures(folder):
            return folder
        if folder == os.path.dirname(folder):
            return start
        folder = os.path.dirname(folder)


def _configures(folder: str) -> bool:
    path = os.path.join(folder, "pyproject.toml")
    try:
        with open(path, "rb") as file:
            return os.path.isfile(path) and b"[tool.lintnews" in file.read()
    except OSError:
        return False


def results_folder(chosen: str | None = None) -> str:
    """Where results are kept: the chosen folder, that of LINTNEWS_CACHE_DIR, or one in the project."""
    return chosen or os.environ.get("LINTNEWS_CACHE_DIR") or os.path.join(project_folder(), NAME)


def results_file(chosen: str | None = None) -> tuple[str, bytes] | None:
    """The file of results and the key that its entries are sealed with; None where none can be kept."""
    folder = results_folder(chosen)
    try:
        key = _key()
        path = os.path.join(folder, f"results-{blake2b(key, digest_size=8).hexdigest()}.sqlite")
        if not os.path.exists(path):
            _make(folder)
            _thin_out(folder)
    except OSError:
        return None
    return path, key


def _key() -> bytes:
    """This user's key, made when first asked for. Raises OSError."""
    folder = cache_folder()
    path = os.path.join(folder, "key")
    for _ in range(2):
        with contextlib.suppress(FileNotFoundError), open(path, "rb") as file:
            if len(key := file.read()) == _KEY_SIZE:
                return key
        import tempfile

        os.makedirs(folder, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as new:
            new.write(os.urandom(_KEY_SIZE))
        os.replace(temporary, path)
    raise OSError(f"{path}: cannot be read back")


def _make(folder: str) -> None:
    """Make the folder, marked for what it is. Raises OSError, also for one that is not the user's own."""
    if not os.path.isdir(folder) and not os.path.islink(folder):
        os.makedirs(folder, exist_ok=True)
        for name, text in _MARKS.items():
            with open(os.path.join(folder, name), "x", encoding="utf-8") as file:
                file.write(text)
    if os.path.basename(folder) == NAME:
        # In a tree from elsewhere the name may lead anywhere.
        status = os.lstat(folder)
        if os.path.islink(folder) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
            raise PermissionError(f"{folder}: not a folder of this user")


def remove_results(folder: str) -> int:
    """Remove the files that lintnews made in a folder of results, and the folder if it is empty then.

    Returns how many files went. Raises OSError.
    """
    if os.path.islink(folder):
        return 0
    paths = list(_ours(folder))
    for path in paths:
        os.unlink(path)
    if os.path.basename(folder) == NAME and os.path.isdir(folder) and not os.listdir(folder):
        os.rmdir(folder)
    return len(paths)


def remove_prepared_rules(folder: str) -> int:
    """Remove the rules that `rules/cache.py` keeps; the key stays. Returns how many files went. Raises OSError."""
    names = [name for name in _names(folder) if name.startswith("rules-") and name.endswith(".bin")]
    for name in names:
        os.unlink(os.path.join(folder, name))
    return len(names)


def _names(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _thin_out(folder: str) -> None:
    """Keep only the newest files of other keys."""

    def age(path: str) -> float:
        try:
            return -os.path.getmtime(path)
        except OSError:
            return 0

    others = [path for path in _ours(folder) if path.endswith(".sqlite")]
    for path in sorted(others, key=age)[_OTHERS:]:
        with contextlib.suppress(OSError):
            os.unlink(path)


def _ours(folder: str) -> Iterator[str]:
    """The files in a results folder that lintnews made."""
    for name in _names(folder):
        path = os.path.join(folder, name)
        is_results = name.startswith("results-") and name.endswith((".sqlite", ".sqlite-journal"))
        if is_results or (name in _MARKS and _holds(path, _MARKS[name])):
            yield path


def _holds(path: str, text: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(1000) == text.encode()
    except OSError:
        return False
