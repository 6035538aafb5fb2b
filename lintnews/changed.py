"""What changed since a revision, by line, as Git sees it.

The files as they stand are compared with the point at which their history left that
revision (the merge base), so that what others changed meanwhile does not count.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .finding import Finding
from .git import Git, GitError

# So many bytes of paths are given to one command at most: less than any system allows.
_ARGUMENTS = 20_000

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class Lines(NamedTuple):
    """Changed lines of a file: half-open ranges of line numbers from 0, and the seams that deletions left.

    A seam is the number of the line that what was deleted stood before. `whole`
    says that all of the file counts.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    seams: tuple[int, ...] = ()
    whole: bool = False


WHOLE = Lines(whole=True)
"""A file of which every line counts."""


def changed_since(revision: str, files: Sequence[str], named: Iterable[str] = ()) -> dict[str, Lines]:
    """Which of the files changed since a revision, and where; unchanged ones are left out. Raises GitError.

    Files that Git does not track count whole, those that it ignores only if
    they are among the `named` ones; of renamed files only the lines that changed.
    """
    wanted = frozenset(named)
    roots: dict[str, str] = {}
    by_root: dict[str, list[str]] = {}
    for file in files:
        folder = os.path.realpath(os.path.dirname(os.path.abspath(file)))
        by_root.setdefault(_root(folder, roots), []).append(file)
    found: dict[str, Lines] = {}
    for root, members in by_root.items():
        found.update(_in_repository(root, revision, members, wanted))
    return {file: found[file] for file in files if file in found}


def touched(lines: Lines, text: str, findings: Iterable[Finding]) -> Iterator[bool]:
    """For each finding in a file's text, whether it stands on a changed line.

    Where lines were only deleted, the nearest lines with text on either side
    count. A finding about the whole file counts whenever anything changed.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    counted = sorted([*lines.ranges, *(_around(seam, text, starts) for seam in lines.seams)])
    firsts = [first for first, _ in counted]
    reach: list[int] = []  # the furthest end of the ranges so far
    for _, end in counted:
        reach.append(max(end, reach[-1]) if reach else end)
    for finding in findings:
        start, end = finding.span
        last = bisect_right(starts, max(start, end - 1)) - 1
        at = bisect_right(firsts, last)
        on_line = at > 0 and reach[at - 1] > bisect_right(starts, start) - 1
        yield lines.whole or on_line or (start == end == 0)


def _around(seam: int, text: str, starts: Sequence[int]) -> tuple[int, int]:
    """The lines beside a seam, blank ones passed over."""

    def is_blank(line: int) -> bool:
        return not text[starts[line] : starts[line + 1] if line + 1 < len(starts) else len(text)].strip()

    first, last = min(seam, len(starts)) - 1, min(seam, len(starts) - 1)
    while first > 0 and is_blank(first):
        first -= 1
    while last < len(starts) - 1 and is_blank(last):
        last += 1
    return max(first, 0), last + 1


def _root(folder: str, known: dict[str, str]) -> str:
    """The folder with .git above (and with) a folder; it need not be a repository that Git accepts."""
    passed: list[str] = []
    at = folder
    while at not in known:
        passed.append(at)
        if os.path.lexists(os.path.join(at, ".git")):
            known[at] = at
        elif at == os.path.dirname(at):
            raise GitError(f"{folder}: not in a Git repository; leave out --changed-since, or check files that are")
        else:
            at = os.path.dirname(at)
    known.update(dict.fromkeys(passed, known[at]))
    return known[at]


def _in_repository(
    root: str, revision: str, files: Sequence[str], named: Container[str]
) -> Iterator[tuple[str, Lines]]:
    git = Git(root)
    top = os.path.realpath(os.fsdecode(git.run("rev-parse", "--show-toplevel")).removesuffix("\n"))
    base = _base(git, revision)
    paths = {_inside(top, file): file for file in files}
    if outside := next((file for path, file in paths.items() if path.startswith("../")), None):
        raise GitError(f"{outside}: not below {top}, the work tree that Git is told of; check files that are")
    changed = {
        new: (status, old) for status, old, new in _entries(git.run(*_DIFF, "--raw", base, "--")) if new in paths
    }
    by_line = {new: old for new, (status, old) in changed.items() if status in "MR"}
    lines: dict[str, Lines] = dict.fromkeys(changed.keys() - by_line.keys(), WHOLE)
    for some in _shares(by_line):
        lines.update((path, where) for path, where in _hunks(git, base, some) if path in by_line)
    untracked = git.run("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    lines.update((path, WHOLE) for path in map(os.fsdecode, untracked) if path in paths)
    ignored = {path: path for path, file in paths.items() if path not in lines and file in named}
    for some in _shares(ignored):
        untracked = git.run("ls-files", "--others", "-z", "--", *some).split(b"\0")
        lines.update((path, WHOLE) for path in map(os.fsdecode, untracked) if path in paths)
    for path, where in lines.items():
        if where != Lines():  # a mode or a time may be all that changed
            yield paths[path], where


def _inside(top: str, file: str) -> str:
    """A file's path as Git writes it, from the top of the repository with forward slashes; a link is itself."""
    folder, name = os.path.split(os.path.abspath(file))
    return os.path.relpath(os.path.join(os.path.realpath(folder), name), top).replace(os.sep, "/")


def _base(git: Git, revision: str) -> str:
    """The commit to compare with: where the history of HEAD left that of the revision."""
    if not git.asks("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        raise GitError(f"{git.folder}: there is no commit yet; commit once, or leave out --changed-since")
    shallow = git.asks("rev-parse", "--is-shallow-repository") == "true"
    deeper = "; this clone is shallow, so get more of the history first (git fetch --unshallow)" if shallow else ""
    plain = revision and not revision.startswith("-")
    commit = git.asks("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if plain else ""
    if not commit:
        remedy = deeper or "; name a branch, a tag or a commit, and fetch it if it is on the server only"
        raise GitError(f"{git.folder}: Git knows no commit {revision!r}{remedy}")
    base = git.asks("merge-base", commit, "HEAD")
    if not base:
        remedy = deeper or "; name one that this branch comes from"
        raise GitError(f"{git.folder}: {revision!r} and HEAD have no history in common{remedy}")
    return base.splitlines()[0]


_DIFF = ("diff -z --no-color --no-ext-diff --no-textconv --no-relative --ignore-submodules=all --find-renames").split()


def _entries(printed: bytes) -> Iterator[tuple[str, str, str]]:
    """What `--raw -z` prints: how a file differs (Git's letter), its path then and its path now."""
    fields = iter(printed.split(b"\0"))
    for about in fields:
        if about:
            status = chr(about.split()[-1][0])
            old = os.fsdecode(next(fields))
            yield status, old, os.fsdecode(next(fields)) if status in "RC" else old


def _hunks(git: Git, base: str, paths: Sequence[str]) -> Iterator[tuple[str, Lines]]:
    """The path and changed lines of modified files; `paths` hold the old path of a renamed one, too."""
    patch = ("--numstat", "--patch", "--unified=0", "--inter-hunk-context=0")
    names, patched = _counted(git.run(*_DIFF, *patch, base, "--", *paths))
    sections = list(_sections(patched))
    yield from zip(names, sections if len(sections) == len(names) else [WHOLE] * len(names), strict=True)


def _counted(printed: bytes) -> tuple[list[str], bytes]:
    """The paths that `--numstat -z` prints, as they are now, and what follows them."""
    if printed.startswith(b"\0"):
        return [], b""  # nothing but times differ
    counts, _, patch = printed.partition(b"\0\0")
    names: list[str] = []
    fields = iter(counts.split(b"\0") if counts else ())
    for field in fields:
        name = field.split(b"\t", 2)[2]
        if not name:  # the names of a renamed file follow
            next(fields)
            name = next(fields)
        names.append(os.fsdecode(name))
    return names, patch


def _sections(patch: bytes) -> Iterator[Lines]:
    """The changed lines of each file of a patch without context."""
    lines = patch.split(b"\n")
    at = 0
    ranges: list[tuple[int, int]] = []
    seams: list[int] = []
    whole = started = False
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith(b"diff --git "):
            if started:
                yield Lines(tuple(ranges), tuple(seams), whole)
            ranges, seams, whole, started = [], [], False, True
        elif hunk := _HUNK.match(line):
            old, first, new = (int(number) if number is not None else 1 for number in hunk.groups())
            at += old + new  # what follows may look like anything
            if new:
                ranges.append((first - 1, first - 1 + new))
            else:
                seams.append(first)
        elif line.startswith(b"Binary files "):
            whole = True
    if started:
        yield Lines(tuple(ranges), tuple(seams), whole)


def _shares(paths: Mapping[str, str]) -> Iterator[list[str]]:
    """Paths, each with what it was called before, in shares that fit into one command."""
    share: list[str] = []
    size = 0
    for new, old in paths.items():
        both = [new] if new == old else [old, new]
        if share and size > _ARGUMENTS:
            yield share
            share, size = [], 0
        share += both
        size += sum(len(os.fsencode(path)) + 1 for path in both)
    if share:
        yield share
