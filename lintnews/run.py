"""Articles to results: each of them read, checked, fixed if asked for, and never lost.

Results come in the order of the files, whatever the number of processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .config.settings import DEFAULTS, Settings, applied
from .document import parse
from .document.decode import Source, UndecodableError, decode_bytes
from .document.model import Document, Format, Scope
from .engine import examine
from .files import format_of
from .finding import Applicability, Finding
from .rules.model import RuleSet
from .span import LineIndex

if TYPE_CHECKING:
    from .repair import Held, Skipped

# Below this many bytes a second process costs more than it saves: starting one
# takes as long as checking a few hundred kilobytes.
_WORTH_A_PROCESS = 1_500_000


class InputError(ValueError):
    """A path that cannot be checked at all; the message says why and what helps."""


class Task(NamedTuple):
    """What is done with each article.

    `fix` holds the applicabilities of the fixes to apply (none: the article is only
    checked); `write` says whether a fixed file is written back. `held`
    holds, by path, findings that are neither reported nor fixed.
    """

    fix: tuple[Applicability, ...] = ()
    write: bool = False
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


def check_bytes(
    data: bytes,
    path: str,
    format: Format,
    settings: Settings = DEFAULTS,
    task: Task = Task(),  # noqa: B008
    ruleset: RuleSet | None = None,
) -> Result:
    """Check or fix one article, given as bytes. What cannot be decoded becomes the result's error.

    `ruleset` takes the place of the rules that the settings ask for. Raises RuleError
    for rules that cannot be loaded.
    """
    try:
        source = decode_bytes(data, format)
    except UndecodableError as error:
        return Result(path, format, error=str(error))
    document = parse(source.text, format, settings.scope)
    rules, document = (ruleset, document) if ruleset is not None else applied(settings, document)
    if task.fix:
        return _fixed(source, path, document, rules, settings, task)
    findings, suppressed, _ = examine(document, rules, settings.ignores)
    counts = len(document.body), len(document.blocks)
    kept = source if findings else None
    return Result(path, format, findings, document.words, document.scope, counts, source=kept, suppressed=suppressed)


def _fixed(source: Source, path: str, document: Document, ruleset: RuleSet, settings: Settings, task: Task) -> Result:
    from .repair import repair

    held = task.held.get(path, frozenset())
    done = repair(source.text, document.format, ruleset, document.scope, task.fix, settings.ignores, held)
    counts = len(done.document.body), len(done.document.blocks)
    return Result(
        path,
        document.format,
        done.left,
        done.document.words,
        document.scope,
        counts,
        source=source._replace(text=done.source),
        fixed=done.fixed,
        skipped=done.skipped,
        before=source.text if done.source != source.text else None,
        suppressed=done.suppressed,
    )


def check_file(
    path: str,
    settings: Settings = DEFAULTS,
    task: Task = Task(),  # noqa: B008
    format: Format | None = None,
    ruleset: RuleSet | None = None,
) -> Result:
    """Check or fix one file; see `check_bytes`. What cannot be read or written becomes the result's error."""
    format = format or format_of(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return Result(path, format, error=f"cannot be read: {error.strerror or error}")
    result = check_bytes(data, path, format, settings, task, ruleset)
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


class Target(NamedTuple):
    """A file to check: why it cannot be, if so, and what applies to it."""

    path: str
    error: str | None = None
    settings: Settings = DEFAULTS


def check_files(targets: Iterable[Target], task: Task, jobs: int = 0) -> Iterator[Result]:
    """Check or fix files in order. `jobs` processes are used; 0 lets the amount of work decide."""
    targets = list(targets)
    count = jobs or _worthwhile([target.path for target in targets if not target.error])
    if count <= 1 or len(targets) < 2:
        yield from (_checked(target, task) for target in targets)
        return
    from concurrent.futures import ProcessPoolExecutor

    # Most files have the same settings, so each process is given them once and files name theirs by number.
    numbers = {settings: number for number, settings in enumerate(dict.fromkeys(target.settings for target in targets))}
    files = [(target.path, target.error, numbers[target.settings]) for target in targets]
    with ProcessPoolExecutor(min(count, len(files)), initializer=_start, initargs=(tuple(numbers), task)) as pool:
        try:
            yield from pool.map(_one, files, chunksize=max(1, min(16, len(files) // (count * 4))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _checked(target: Target, task: Task) -> Result:
    if target.error:
        return Result(target.path, format_of(target.path), error=target.error)
    return check_file(target.path, target.settings, task)


def _worthwhile(paths: Sequence[str]) -> int:
    size = 0
    for path in paths:
        try:
            size += os.path.getsize(path)
        except OSError:
            continue
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, size // _WORTH_A_PROCESS))


_share: tuple[tuple[Settings, ...], Task] | None = None


def _start(settings: tuple[Settings, ...], task: Task) -> None:
    """Set a worker process up; it loads the rules when it first needs them and keeps them between files."""
    global _share
    _share = settings, task


def _one(file: tuple[str, str | None, int]) -> Result:
    path, error, number = file
    assert _share is not None
    settings, task = _share
    return _checked(Target(path, error, settings[number]), task)
