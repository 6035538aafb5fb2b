"""Articles to results: each of them read, checked, fixed if asked for, and never lost.

Results come in the order of the files, whatever the number of processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .document import parse
from .document.decode import Source, UndecodableError, decode_bytes
from .document.model import Format, Scope
from .engine import examine
from .files import format_of
from .finding import Applicability, Finding
from .rules.model import RuleSet
from .span import LineIndex

if TYPE_CHECKING:
    from .repair import Held, Skipped
    from .suppress import Ignore

# Below this many bytes a second process costs more than it saves: starting one
# takes as long as checking a few hundred kilobytes.
_WORTH_A_PROCESS = 1_500_000


class InputError(ValueError):
    """A path that cannot be checked at all; the message says why and what helps."""


class Task(NamedTuple):
    """What is done with each article.

    `fix` holds the applicabilities of the fixes to apply (none: the article is only
    checked); `write` says whether a fixed file is written back. `ignores` are the
    entries of the configuration for the articles; `held` holds, by path, findings
    that are neither reported nor fixed.
    """

    scope: Scope = "article"
    fix: tuple[Applicability, ...] = ()
    write: bool = False
    ignores: tuple[Ignore, ...] = ()
    held: Mapping[str, Held] = {}


class Result(NamedTuple):
    """What became of one article.

    `path` is the path as given or found; `error` says why the file could not be
    checked or written, and is None otherwise. `findings` are those in `source`,
    the article as it is now; `words` counts the words that were looked at,
    `blocks` the blocks in scope and on the whole page. `source` is kept only
    where there is something to show in it. After fixing, `fixed` holds what was
    repaired, `skipped` what was not and why, and `before` the article's old text
    if it changed. `suppressed` counts findings that a comment or an entry of the
    configuration silences, `baselined` those that the baseline knows, and `stale`
    what it has for this file that is not there any more.
    """

    path: str
    format: Format
    findings: tuple[Finding, ...] = ()
    words: int = 0
    scope: Scope = "article"
    blocks: tuple[int, int] = (0, 0)
    error: str | None = None
    source: Source | None = None
    fixed: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    before: str | None = None
    suppressed: int = 0
    baselined: int = 0
    stale: int = 0

    @property
    def lines(self) -> LineIndex:
        """Line index of the decoded source."""
        return LineIndex(self.source.text if self.source else "")


def check_bytes(data: bytes, path: str, format: Format, ruleset: RuleSet, task: Task = Task()) -> Result:  # noqa: B008
    """Check or fix one article, given as bytes. What cannot be decoded becomes the result's error."""
    try:
        source = decode_bytes(data, format)
    except UndecodableError as error:
        return Result(path, format, error=str(error))
    if task.fix:
        return _fixed(source, path, format, ruleset, task)
    document = parse(source.text, format, task.scope)
    findings, suppressed, _ = examine(document, ruleset, task.ignores)
    counts = len(document.body), len(document.blocks)
    kept = source if findings else None
    return Result(path, format, findings, document.words, task.scope, counts, source=kept, suppressed=suppressed)


def _fixed(source: Source, path: str, format: Format, ruleset: RuleSet, task: Task) -> Result:
    from .repair import repair

    held = task.held.get(path, frozenset())
    done = repair(source.text, format, ruleset, task.scope, task.fix, task.ignores, held)
    counts = len(done.document.body), len(done.document.blocks)
    return Result(
        path,
        format,
        done.left,
        done.document.words,
        task.scope,
        counts,
        source=source._replace(text=done.source),
        fixed=done.fixed,
        skipped=done.skipped,
        before=source.text if done.source != source.text else None,
        suppressed=done.suppressed,
    )


def check_file(
    path: str,
    ruleset: RuleSet,
    task: Task = Task(),  # noqa: B008
    format: Format | None = None,
) -> Result:
    """Check or fix one file. What cannot be read or written becomes the result's error."""
    format = format or format_of(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return Result(path, format, error=f"cannot be read: {error.strerror or error}")
    result = check_bytes(data, path, format, ruleset, task)
    if task.write and result.before is not None and result.source is not None:
        from .write import WriteError, write_file

        try:
            if result.source.encode(result.before) != data:
                raise WriteError(
                    f"its encoding, {result.source.encoding}, does not give the same bytes back; save it as UTF-8"
                )
            write_file(path, data, result.source.encode(result.source.text))
        except (WriteError, UnicodeEncodeError) as error:
            return Result(path, format, error=f"the fixed article cannot be written: {error}")
    return result


class Job(NamedTuple):
    """What every process needs to do its share of the files.

    `make_rules` can be sent to another process, which loads the rules itself;
    `ruleset` is the same set for this one.
    """

    make_rules: Callable[[], RuleSet]
    ruleset: RuleSet
    task: Task


def check_files(files: Iterable[tuple[str, str | None]], job: Job, jobs: int = 0) -> Iterator[Result]:
    """Check or fix files in order. `jobs` processes are used; 0 lets the amount of work decide."""
    files = list(files)
    count = jobs or _worthwhile([path for path, error in files if not error])
    if count <= 1 or len(files) < 2:
        for path, error in files:
            yield Result(path, format_of(path), error=error) if error else check_file(path, job.ruleset, job.task)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(count, len(files)), initializer=_start, initargs=(job.make_rules, job.task)) as pool:
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


_share: tuple[RuleSet, Task] | None = None


def _start(make_rules: Callable[[], RuleSet], task: Task) -> None:
    """Set a worker process up: it keeps its rules between files."""
    global _share
    _share = make_rules(), task


def _one(file: tuple[str, str | None]) -> Result:
    path, error = file
    assert _share is not None
    return Result(path, format_of(path), error=error) if error else check_file(path, *_share)
