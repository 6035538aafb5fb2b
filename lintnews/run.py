"""Paths to results: which files are articles, and each of them read, checked and never lost.

Results come in the order of the paths, whatever the number of processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .document import SUFFIXES, parse
from .document.decode import Source, UndecodableError, decode_bytes
from .document.model import Format, Scope
from .engine import check
from .finding import Finding
from .rules.model import RuleSet
from .span import LineIndex

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Below this many bytes a second process costs more than it saves: starting one
# takes as long as checking a few hundred kilobytes.
_WORTH_A_PROCESS = 1_500_000


class Result(NamedTuple):
    """What became of one article.

    `path` is the path as given or found; `error` says why the file could not be
    checked, and is None otherwise. `lines` places the findings' offsets; `words`
    counts the words that were looked at, `blocks` the blocks in scope and on the
    whole page; `source` is kept only where there are findings to show in it.
    """

    path: str
    format: Format
    findings: tuple[Finding, ...] = ()
    words: int = 0
    scope: Scope = "article"
    blocks: tuple[int, int] = (0, 0)
    error: str | None = None
    source: Source | None = None

    @property
    def lines(self) -> LineIndex:
        """Line index of the decoded source."""
        return LineIndex(self.source.text if self.source else "")


class InputError(ValueError):
    """A path that cannot be checked at all; the message says why and what helps."""


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
                if file not in seen:
                    seen.add(file)
                    yield file, None
            if not found:
                yield path, f"no articles in this folder; lintnews reads {', '.join(SUFFIXES)}"
        elif path not in seen:
            seen.add(path)
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

    return os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)


def _ignored(entry: os.DirEntry[str], ignores: list[Ignore]) -> bool:
    """Whether the .gitignore files say so; of several, the innermost that has an opinion decides."""
    path = os.path.abspath(entry.path)
    for base, spec in reversed(ignores):
        inside = os.path.relpath(path, base).replace(os.sep, "/")
        verdict: bool | None = spec.check_file(inside + "/" if entry.is_dir(follow_symlinks=False) else inside).include
        if verdict is not None:
            return verdict
    return False


def check_bytes(data: bytes, path: str, format: Format, ruleset: RuleSet, scope: Scope = "article") -> Result:
    """Check one article, given as bytes. What cannot be decoded becomes the result's error."""
    try:
        source = decode_bytes(data, format)
    except UndecodableError as error:
        return Result(path, format, error=str(error))
    document = parse(source.text, format, scope)
    findings = tuple(check(document, ruleset))
    return Result(
        path,
        format,
        findings,
        document.words,
        scope,
        (len(document.body), len(document.blocks)),
        source=source if findings else None,
    )


def check_file(path: str, ruleset: RuleSet, scope: Scope = "article", format: Format | None = None) -> Result:
    """Check one file. What cannot be read becomes the result's error."""
    format = format or format_of(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return Result(path, format, error=f"cannot be read: {error.strerror or error}")
    return check_bytes(data, path, format, ruleset, scope)


class Job(NamedTuple):
    """What every process needs to check its share of the files.

    `make_rules` can be sent to another process, which loads the rules itself;
    `ruleset` is the same set for this one.
    """

    make_rules: Callable[[], RuleSet]
    scope: Scope
    ruleset: RuleSet


def check_files(files: Iterable[tuple[str, str | None]], job: Job, jobs: int = 0) -> Iterator[Result]:
    """Check files in order. `jobs` processes are used; 0 lets the amount of work decide."""
    files = list(files)
    count = jobs or _worthwhile([path for path, error in files if not error])
    if count <= 1 or len(files) < 2:
        for path, error in files:
            yield Result(path, format_of(path), error=error) if error else check_file(path, job.ruleset, job.scope)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(count, len(files)), initializer=_start, initargs=(job.make_rules, job.scope)) as pool:
        try:
            yield from pool.map(_one, files, chunksize=max(1, min(16, len(files) // (count * 4))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _worthwhile(paths: Sequence[str]) -> int:
    size = 0
    for path in paths:
        try:
            size += os.path.getsize(path)
        except OSError:
            continue
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, size // _WORTH_A_PROCESS))


_share: tuple[RuleSet, Scope] | None = None


def _start(make_rules: Callable[[], RuleSet], scope: Scope) -> None:
    """Set a worker process up: it keeps its rules between files."""
    global _share
    _share = make_rules(), scope


def _one(file: tuple[str, str | None]) -> Result:
    path, error = file
    assert _share is not None
    return Result(path, format_of(path), error=error) if error else check_file(path, *_share)
