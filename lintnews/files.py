"""Which files are articles: the paths as given, and what folders hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .document import SUFFIXES
from .document.model import Format

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def format_of(name: str) -> Format:
    """The format that a file name stands for; anything unknown is read as text."""
    return SUFFIXES.get(os.path.splitext(name)[1].lower(), "text")


def find(paths: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The files to check, each with an error instead if it cannot be: (path, error).

    Files are taken as given; folders are searched for articles, in order of
    name, without hidden ones and those that a .gitignore excludes. The same
    file is not taken twice.
    """
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            found = False
            for file in _in_folder(path):
                found = True
                if (place := os.path.abspath(file)) not in seen:
                    seen.add(place)
                    yield file, None
            if not found:
                yield path, f"no articles in this folder; lintnews reads {', '.join(SUFFIXES)}"
        elif (place := os.path.abspath(path)) not in seen:
            seen.add(place)
            yield path, None if os.path.exists(path) else "no such file or folder"


def _in_folder(folder: str) -> Iterator[str]:
    ignores = [_ignore(parent) for parent in _repository_parents(folder)]
    yield from _walk(folder, [ignore for ignore in ignores if ignore])


Ignore = tuple[str, "GitIgnoreSpec"]
"""A folder and the patterns of its .gitignore."""


def _walk(folder: str, ignores: list[Ignore]) -> Iterator[str]:
    own = _ignore(folder)
    ignores = [*ignores, own] if own else ignores
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or _ignored(entry, ignores):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, ignores)
        elif entry.is_file() and os.path.splitext(entry.name)[1].lower() in SUFFIXES:
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


def _ignore(folder: str) -> Ignore | None:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    for line in lines:
        try:
            patterns += GitIgnoreSpec.from_lines([line]).patterns
        except ValueError:
            continue  # Git passes over what is no pattern, such as a lone "!"
    return os.path.abspath(folder), GitIgnoreSpec(patterns)


def _ignored(entry: os.DirEntry[str], ignores: list[Ignore]) -> bool:
    """Whether the .gitignore files say so; of several, the innermost that has an opinion decides."""
    path = os.path.abspath(entry.path)
    for base, spec in reversed(ignores):
        inside = os.path.relpath(path, base).replace(os.sep, "/")
        verdict: bool | None = spec.check_file(inside + "/" if entry.is_dir(follow_symlinks=False) else inside).include
        if verdict is not None:
            return verdict
    return False
