"""Which files are articles: the paths as given, and what folders hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from .document import SUFFIXES
from .document.model import Format

if TYPE_CHECKING:
    from .globs import Globs

Takes = Callable[[str, bool], bool]
"""Whether a search takes a path that it comes by; the second argument says that it is a folder, to go into."""


def format_of(name: str) -> Format:
    """The format that a file name stands for; anything unknown is read as text."""
    return SUFFIXES.get(os.path.splitext(name)[1].lower(), "text")


def is_article(path: str, is_folder: bool = False) -> bool:
    """Whether the ending of a file's name is one of an article's; folders are all gone into."""
    return is_folder or os.path.splitext(path)[1].lower() in SUFFIXES


def find(paths: Sequence[str], takes: Takes = is_article) -> Iterator[tuple[str, str | None]]:
    """The files to check, each with an error instead if it cannot be: (path, error).

    Files are taken as given; folders are searched for what `takes` takes, in
    order of name, without hidden ones and those that a .gitignore excludes. The
    same file is not taken twice.
    """
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            found = False
            for file in _in_folder(path, takes):
                found = True
                if (place := os.path.abspath(file)) not in seen:
                    seen.add(place)
                    yield file, None
            if not found:
                endings = ", ".join(SUFFIXES)
                yield path, f"no articles in this folder that are not excluded; lintnews reads {endings}"
        elif (place := os.path.abspath(path)) not in seen:
            seen.add(place)
            yield path, None if os.path.exists(path) else "no such file or folder"


def _in_folder(folder: str, takes: Takes) -> Iterator[str]:
    ignores = [_ignore(parent) for parent in _repository_parents(folder)]
    yield from _walk(folder, [ignore for ignore in ignores if ignore], takes)


def _walk(folder: str, ignores: list[Globs], takes: Takes) -> Iterator[str]:
    own = _ignore(folder)
    ignores = [*ignores, own] if own else ignores
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or _ignored(entry.path, is_folder, ignores):
            continue
        if is_folder:
            if takes(entry.path, True):
                yield from _walk(entry.path, ignores, takes)
        elif entry.is_file() and takes(entry.path, False):
            yield entry.path


def _repository_parents(folder: str) -> list[str]:
    """The folders above `folder` up to the root of its Git repository, outermost first."""
    above: list[str] = []
    parent = os.path.abspath(folder)
    while not os.path.exists(os.path.join(parent, ".git")):
        if parent == os.path.dirname(parent):
            return []  # no repository
        parent = os.path.dirname(parent)
        above.append(parent)
    return above[::-1]


def _ignore(folder: str) -> Globs | None:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    from .globs import read

    return read(folder, lines)


def _ignored(path: str, is_folder: bool, ignores: list[Globs]) -> bool:
    """Whether the .gitignore files say so; of several, the innermost that has an opinion decides."""
    if not ignores:
        return False
    from .globs import last_verdict

    return last_verdict(ignores, os.path.abspath(path), is_folder=is_folder) is True


def read(path: str) -> bytes:
    """The bytes of a file. Raises OSError."""
    with open(path, "rb") as file:
        return file.read()
