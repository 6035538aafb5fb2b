"""One article to its result: read, checked, fixed if asked for, and never lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from .config.settings import DEFAULTS, Settings, applied
from .document import parse
from .document.decode import Source, UndecodableError, decode_bytes
from .document.model import Document, Format, Scope
from .engine import examine
from .files import format_of, read
from .finding import Applicability, Finding
from .rules.guard import Failure, describe
from .rules.model import RuleError, RuleSet
from .span import LineIndex

if TYPE_CHECKING:
    from .document.recurring import Recurring
    from .repair import Held, Skipped


class InputError(ValueError):
    """A path that cannot be checked at all; the message says why and what helps."""


class Task(NamedTuple):
    """What is done with each article.

    `fix` holds the applicabilities of the fixes to apply (none: the article is only
    checked); `write` says whether a fixed file is written back. `held`
    holds, by path, findings that are neither reported nor fixed; `recurring` is what
    the article has in common with others of the run, None where no rule wants it.
    """

    fix: tuple[Applicability, ...] = ()
    write: bool = False
    held: Mapping[str, Held] = {}
    recurring: Recurring | None = None


class Problem(NamedTuple):
    """Why a result is not all it should be: the file could not be checked, or not by the rule named."""

    kind: Literal["unreadable", "incomplete"]
    text: str
    rule: str = ""


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
    what it has for this file that is not there any more. `failures` are the rules
    that broke down on the article, whose findings are missing.
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
    failures: tuple[Failure, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong: the error, or the rules that broke down."""
        if self.error is not None:
            return (Problem("unreadable", self.error),)
        return tuple(Problem("incomplete", str(failure), failure.rule) for failure in self.failures)

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
    """Check or fix one article, given as bytes. What goes wrong becomes the result's error.

    `ruleset` takes the place of the rules that the settings ask for. Raises RuleError
    for rules that cannot be loaded.
    """
    try:
        return _check_bytes(data, path, format, settings, task, ruleset)
    except UndecodableError as error:
        return Result(path, format, error=str(error))
    except RuleError:
        raise
    except Exception as error:
        return Result(path, format, error=f"{describe(error)}: a fault of lintnews; leave the file out, and report it")


def _check_bytes(
    data: bytes, path: str, format: Format, settings: Settings, task: Task, ruleset: RuleSet | None
) -> Result:
    source = decode_bytes(data, format)
    document = parse(source.text, format, settings.scope)
    rules, document = (ruleset, document) if ruleset is not None else applied(settings, document)
    if task.recurring and task.recurring.counts:
        from .document.recurring import mark

        document = mark(document, task.recurring)
    if task.fix:
        return _fixed(source, path, document, rules, settings, task)
    checked = examine(document, rules, settings.ignores)
    return Result(
        path,
        format,
        checked.findings,
        document.words,
        document.scope,
        (len(document.body), len(document.blocks)),
        source=source if checked.findings else None,
        suppressed=checked.suppressed,
        failures=checked.failures,
    )


def _fixed(source: Source, path: str, document: Document, ruleset: RuleSet, settings: Settings, task: Task) -> Result:
    from .repair import repair

    held = task.held.get(path, frozenset())
    done = repair(
        source.text, document.format, ruleset, document.scope, task.fix, settings.ignores, held, task.recurring
    )
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
        failures=done.failures,
    )


def check_file(
    path: str,
    settings: Settings = DEFAULTS,
    task: Task = Task(),  # noqa: B008
    format: Format | None = None,
    ruleset: RuleSet | None = None,
) -> Result:
    """Check or fix one file; see `check_bytes`. What cannot be read or written becomes the result's error."""
    return read_and_check(path, settings, task, format or format_of(path), ruleset)[0]


def read_and_check(
    path: str, settings: Settings, task: Task, format: Format, ruleset: RuleSet | None = None
) -> tuple[Result, bytes]:
    """The same as `check_file`, with the bytes that the file held."""
    try:
        data = read(path)
    except OSError as error:
        return Result(path, format, error=f"cannot be read: {error.strerror or error}"), b""
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
            return Result(path, format, error=f"the fixed article cannot be written: {error}"), data
    return result, data
