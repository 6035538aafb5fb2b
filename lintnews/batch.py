"""Many files to results, in their order: from earlier runs where nothing has changed, over processes where it pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from .config.settings import DEFAULTS, Settings
from .document.decode import decode_bytes
from .files import format_of, read
from .run import Result, Task, read_and_check

if TYPE_CHECKING:
    from .cache import Cache, Kept
    from .document.recurring import Recurring

# Below this many bytes a second process costs more than it saves: starting one
# takes as long as checking a few hundred kilobytes.
_WORTH_A_PROCESS = 1_500_000

# Below this many bytes (some forty articles) opening the cache costs more than most runs gain by it.
_WORTH_A_CACHE = 250_000


# So many results are kept at once: a run that is stopped has lost no more.
_BATCH = 500


class RunError(RuntimeError):
    """A run that cannot go on; the message says why and what helps."""


class Target(NamedTuple):
    """A file to check: why it cannot be, if so, and what applies to it."""

    path: str
    error: str | None = None
    settings: Settings = DEFAULTS


def check_files(targets: Iterable[Target], task: Task, jobs: int = 0, cache: Cache | None = None) -> Iterator[Result]:
    """Check or fix files in order. `jobs` processes are used; 0 lets the amount of work decide.

    What the cache knows is not checked again. Raises RunError when one of the processes
    is killed, and RuleError for rules that cannot be loaded.
    """
    # Most files have the same settings, so each process is given them once and files name theirs by number.
    numbers: dict[Settings, int] = {}
    targets = list(targets)
    files = [
        File(target.path, target.error, numbers.setdefault(target.settings, len(numbers)), recurring)
        for target, recurring in zip(targets, _recurring(targets, jobs, cache), strict=True)
    ]
    job = Job(tuple(numbers), task, cache, _keys(numbers) if cache else ())
    known = _known(files, job)
    fresh = _fresh([file for file, result in zip(files, known, strict=True) if result is None], job, jobs)
    new: dict[bytes, Kept] = {}
    try:
        for result in known:
            if result is None:
                result, name = next(fresh)
                if name:
                    new[name] = _kept(result)
                if len(new) >= _BATCH:
                    _keep(job, new)
            yield result
    finally:
        fresh.close()
        _keep(job, new)


class File(NamedTuple):
    """A path, what is wrong with it if it cannot be checked, the number of its settings, and what of the article
    also stands in others of the run."""

    path: str
    error: str | None
    number: int
    recurring: Recurring | None = None


class Job(NamedTuple):
    """What every process needs for its share of the files; `keys` are those of the settings in the cache."""

    settings: tuple[Settings, ...]
    task: Task
    cache: Cache | None = None
    keys: tuple[str, ...] = ()

    def name(self, file: File, data: bytes) -> bytes:
        """The name of a file's result in the cache; empty without a cache."""
        if not self.cache:
            return b""
        key = self.keys[file.number]
        if file.recurring and file.recurring.counts:
            key += repr(sorted(file.recurring.counts.items()) + sorted(file.recurring.usual))
        return self.cache.name(data, format_of(file.path), key)


def _keys(settings: Iterable[Settings]) -> tuple[str, ...]:
    from .cache import settings_key

    return tuple(settings_key(one.digest, repr(one.ignores)) for one in settings)


def _recurring(targets: Sequence[Target], jobs: int, cache: Cache | None) -> list[Recurring | None]:
    """What the article of each target has in common with others; None where it is not compared."""
    if len(targets) < 2:
        return [None] * len(targets)  # and nothing is imported for it
    from .compare import Compared, compares, recurring
    from .workers import WorkerError

    wanted = {settings: compares(settings) for settings in {target.settings for target in targets}}
    chosen = [not target.error and wanted[target.settings] for target in targets]
    if sum(chosen) < 2:
        return [None] * len(targets)
    articles = [Compared(one.path, one.settings.scope) for one, is_in in zip(targets, chosen, strict=True) if is_in]
    found = recurring(articles, jobs or _worthwhile(article.path for article in articles), cache)
    try:
        return [next(found) if is_in else None for is_in in chosen]
    except WorkerError as error:
        raise RunError(str(error)) from None


def _known(files: Sequence[File], job: Job) -> list[Result | None]:
    """The results of earlier runs, None where there is none."""
    if job.cache is None:
        return [None] * len(files)
    from .cache import recalling

    with recalling(job.cache) as recall:
        return [_recalled(file, job, recall) for file in files]


def _recalled(file: File, job: Job, recall: Callable[[bytes], Kept | None]) -> Result | None:
    path = file.path
    try:
        data = None if file.error else read(path)
    except OSError:
        return None  # the check will say what is wrong
    kept = recall(job.name(file, data)) if data is not None else None
    if data is None or kept is None or (job.task.fix and kept.findings):
        return None
    format = format_of(path)
    source = decode_bytes(data, format) if kept.findings else None
    return Result(
        path,
        format,
        kept.findings,
        kept.words,
        kept.scope,
        kept.blocks,
        source=source,
        suppressed=kept.suppressed,
    )


def _kept(result: Result) -> Kept:
    from .cache import Kept

    return Kept(result.findings, result.words, result.scope, result.blocks, result.suppressed)


def _keep(job: Job, new: dict[bytes, Kept]) -> None:
    if job.cache and new:
        from .cache import keep

        keep(job.cache, new)
        new.clear()


Fresh = tuple[Result, bytes]
"""A result, and the name to keep it under; empty for one that is not kept."""


def _fresh(files: Sequence[File], job: Job, jobs: int) -> Generator[Fresh]:
    """The results of files that are looked at now, in order."""
    count = jobs or _worthwhile(file.path for file in files if not file.error)
    if count <= 1 or len(files) < 2:
        for file in files:
            yield _one(file, job)
        return
    from .workers import WorkerError, spread

    try:
        yield from spread(_share, files, count, _begin, (job,))
    except WorkerError as error:
        raise RunError(str(error)) from None


def _one(file: File, job: Job) -> Fresh:
    path, format = file.path, format_of(file.path)
    if file.error:
        return Result(path, format, error=file.error), b""
    task = job.task._replace(recurring=file.recurring)
    result, data = read_and_check(path, job.settings[file.number], task, format)
    # What a fix changed or left, an error and a failure are seen anew each time.
    lasting = not (result.problems or result.fixed or result.skipped)
    return result, job.name(file, data) if lasting else b""


def is_worth_a_cache(targets: Iterable[Target]) -> bool:
    """Whether so much is to be checked that looking for results of earlier runs pays."""
    return _size(target.path for target in targets if not target.error) >= _WORTH_A_CACHE


def _worthwhile(paths: Iterable[str]) -> int:
    """How many processes the amount of work is worth."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, _size(paths) // _WORTH_A_PROCESS))


def _size(paths: Iterable[str]) -> int:
    """Bytes in all files that can be read."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += os.path.getsize(path)
    return size


_shared: Job | None = None


def _begin(job: Job) -> None:
    """Set a worker process up; it loads the rules when it first needs them and keeps them between files."""
    global _shared
    _shared = job


def _share(file: File) -> Fresh:
    assert _shared is not None
    return _one(file, _shared)
