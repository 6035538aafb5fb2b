"""Patterns as in a .gitignore, each list below the folder that it was written for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs(NamedTuple):
    """The patterns of one list; `folder` is the absolute path of the folder they are relative to."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, *, is_folder: bool = False) -> bool | None:
        """True where the patterns name an absolute path, False where one with "!" takes it back, None otherwise.

        A path outside of the folder is compared as a whole, so that a pattern without
        a slash still holds and one that is anchored does not.
        """
        below = self.folder if self.folder.endswith(os.sep) else self.folder + os.sep
        inside = path[len(below) :] if path.startswith(below) else os.path.splitdrive(path)[1].lstrip(os.sep)
        inside = inside.replace(os.sep, "/")
        said: bool | None = self.spec.check_file(inside + "/" if is_folder else inside).include
        return said


def read(folder: str, lines: Iterable[str]) -> Globs:
    """The patterns of `lines`, relative to `folder`; lines that are none are passed over, as Git does."""
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    for line in lines:
        try:
            patterns += GitIgnoreSpec.from_lines([line]).patterns
        except ValueError:
            continue  # such as a lone "!"
    return Globs(os.path.abspath(folder), GitIgnoreSpec(patterns))


def is_pattern(line: str) -> bool:
    """Whether a line says anything: blank ones, comments and a lone "!" do not."""
    from pathspec import GitIgnoreSpec

    try:
        return any(pattern.include is not None for pattern in GitIgnoreSpec.from_lines([line]).patterns)
    except ValueError:
        return False


def last_verdict(lists: Sequence[Globs], path: str, *, is_folder: bool = False) -> bool | None:
    """What the last of several lists that has an opinion says of an absolute path."""
    for globs in reversed(lists):
        if (said := globs.verdict(path, is_folder=is_folder)) is not None:
            return said
    return None
