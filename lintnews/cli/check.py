"""`lintnews check`: articles in, reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..batch import RunError, Target, check_files, is_worth_a_cache
from ..config.resolve import Configurations
from ..config.settings import FailOn, Settings
from ..document.model import Format
from ..files import find, format_of
from ..finding import SEVERITIES, Applicability
from ..report.formats import FORMATS
from ..rules.model import RuleSet, notes
from ..run import Result, Task, check_bytes
from .failure import fail
from .options import with_configurations
from .reports import known_format, known_outputs, render, send, show, write

if TYPE_CHECKING:
    from ..cache import Cache

# From so many files on a terminal shows how far the run is.
_LONG_RUN = 100


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "format",
    default="text",
    show_default=True,
    callback=known_format,
    metavar="FORMAT",
    help=f"Report on standard output: {', '.join(FORMATS)}, or one that an installed package brings.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=known_outputs,
    metavar="FORMAT=FILE",
    help="Write a further report into a file; repeatable.",
)
@with_configurations
@click.option("--fix", "fixes", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what the fixes would change, and write nothing.")
@click.option("--baseline", metavar="FILE", help="Report only what this file does not know; see --write-baseline.")
@click.option("--write-baseline", is_flag=True, help="Write all that is found into the baseline, and report nothing.")
@click.option("--changed-since", metavar="REV", help="Report only what stands on lines changed since a Git revision.")
@click.option("--add-ignores", is_flag=True, help="Write into the articles that what is reported is to be ignored.")
@click.option("--stdin-filename", metavar="NAME", help="Name, and so the format, of the article on standard input.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even if they are named.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes to use; 0 decides by the amount of work.",
)
@click.option("--no-cache", is_flag=True, help="Check everything, also what has not changed since an earlier run.")
@click.option("--cache-dir", metavar="DIR", help="Keep results here instead of in .lintnews_cache in the project.")
def check(
    paths: tuple[str, ...],
    format: str,
    outputs: list[tuple[str, str]],
    configurations: Configurations,
    force_exclude: bool,
    fixes: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: str | None,
    write_baseline: bool,
    changed_since: str | None,
    add_ignores: bool,
    stdin_filename: str | None,
    statistics: bool,
    jobs: int,
    no_cache: bool,
    cache_dir: str | None,
) -> None:
    """Check articles: files, folders (default: this one), or - for standard input.

    HTML (.html .htm .xhtml), Markdown (.md .markdown) and text (.txt, anything
    else that is named) are read. With --fix the files are repaired in place, and
    what is left is reported; from standard input the repaired article goes to
    standard output and the report to standard error. Exit status: 0 nothing found
    (or left) at or above --fail-on, 1 something found, or --diff has something to
    show, 2 wrong usage or unreadable input.
    """
    if "-" in paths and len(paths) > 1:
        raise fail("- (standard input) cannot be mixed with other paths; run lintnews twice")
    applicabilities: tuple[Applicability, ...] = ("safe", "unsafe") if unsafe_fixes else ("safe",)
    task = Task(applicabilities if fixes or unsafe_fixes or diff else (), write=not diff)
    if paths == ("-",):
        settings = configurations.settings(stdin_filename or "<stdin>")
        excluded = force_exclude and stdin_filename is not None and configurations.excludes(stdin_filename)
        none = RuleSet(()) if excluded else None
        data = sys.stdin.buffer.read()
        targets = [Target("-", settings=settings)]
    else:
        targets = _targets(paths or (".",), configurations, force_exclude=force_exclude)
    all_settings = [target.settings for target in targets] or [configurations.settings(".")]
    rules = _rules(all_settings)
    for note in _notes(all_settings):
        click.echo(f"lintnews: {note}", err=True)
    cache = None if no_cache or not is_worth_a_cache(targets) else _cache(cache_dir)

    def run(targets: Sequence[Target], task: Task) -> list[Result]:
        if paths == ("-",):
            return [_standard_input(data, stdin_filename, settings, task, none)]
        return _files(targets, task, jobs, cache)

    if paths != ("-",) or stdin_filename:
        baseline = baseline or _baseline(all_settings)
    if baseline or write_baseline or changed_since is not None or add_ignores:
        from .accept import Wishes, accept, unfit

        wishes = Wishes(baseline, write_baseline, changed_since, add_ignores)
        isolated = configurations.isolated
        if wrong := unfit(wishes, paths, stdin_filename, changes=bool(task.fix), isolated=isolated):
            raise fail(wrong)
        results = accept(wishes, run, targets, paths, task, configurations)
    else:
        results = run(targets, task)
    for kind, path in outputs:
        write(path, render(kind, results, rules))
    if diff:
        from ..report.diff import render as render_diff

        send(render_diff(results), for_people=True)
    elif task.fix and paths == ("-",):
        _print_article(results[0])
        click.echo(render(format, results, rules), err=True, nl=False)
    elif statistics and format == "text":
        click.echo(_statistics(results), nl=False)
    else:
        show(format, results, rules)
    for result in results:
        for problem in result.problems if format != "text" or diff else ():
            click.echo(f"lintnews: {result.path}: {problem.text}", err=True)
    levels = {target.path: target.settings.fail_on for target in targets}
    fail_on = [levels.get(result.path, all_settings[0].fail_on) for result in results]
    sys.exit(_status(results, fail_on, diff=diff))


def _targets(paths: Sequence[str], configurations: Configurations, *, force_exclude: bool) -> list[Target]:
    """The files to check, with what applies to each. Raises ConfigError and RuleError."""
    targets = [
        Target(path, error) if error else Target(path, settings=configurations.settings(path))
        for path, error in find(paths, configurations.takes)
        if error or not force_exclude or not configurations.excludes(path)
    ]
    for settings in {id(target.settings): target.settings for target in targets if not target.error}.values():
        _ = settings.ruleset  # what is wrong with a rule is said before anything is checked
    return targets


def _rules(settings: Sequence[Settings]) -> RuleSet:
    """All the rules that run, whatever the settings that ask for them."""
    different = dict.fromkeys(settings)
    if len(different) == 1:
        return settings[0].ruleset
    rules = {rule.id: rule for one in different for rule in one.ruleset.rules}
    return RuleSet(tuple(rules[id] for id in sorted(rules)))


def _baseline(settings: Sequence[Settings]) -> str | None:
    """The baseline that the configurations name, as a path from here."""
    named = sorted({one.baseline for one in settings if one.baseline})
    if len(named) > 1:
        raise fail(f"these files have different baselines ({', '.join(named)}); name one with --baseline")
    here = os.getcwd() + os.sep
    return named[0].removeprefix(here) if named else None


def _notes(settings: Sequence[Settings]) -> list[str]:
    """What to know of the names by which the rules were chosen, on the command line or in configurations."""
    names: dict[str, None] = {}
    for one in dict.fromkeys(settings):
        for policy in (one.policy, *(case.policy for case in one.cases)):
            names |= dict.fromkeys((*(policy.select or ()), *policy.ignore, *policy.extend, *dict(policy.severities)))
    return notes(settings[0].ruleset.known, names) if names else []


def _files(targets: Sequence[Target], task: Task, jobs: int, cache: Cache | None) -> list[Result]:
    found = check_files(targets, task, jobs, cache)
    try:
        if len(targets) < _LONG_RUN or not sys.stderr.isatty():
            return list(found)
        with click.progressbar(found, length=len(targets), label="Checking", file=sys.stderr) as progress:
            return list(progress)
    except RunError as error:
        raise fail(str(error)) from None


def _cache(folder: str | None) -> Cache | None:
    try:
        from ..cache import open_cache
    except ImportError:
        return None  # a Python without SQLite
    return open_cache(folder)


def _standard_input(data: bytes, name: str | None, settings: Settings, task: Task, ruleset: RuleSet | None) -> Result:
    format: Format = format_of(name) if name else _looks_like(data)
    return check_bytes(data, name or "<stdin>", format, settings, task, ruleset)


def _print_article(result: Result) -> None:
    """The repaired article on standard output, byte for byte in its own encoding."""
    if result.source is not None:
        sys.stdout.buffer.write(result.source.encode(result.source.text))
        sys.stdout.buffer.flush()


def _looks_like(data: bytes) -> Format:
    """HTML when the first thing in the article is a tag, a comment or a declaration."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    return "html" if head[:1] == b"<" and (head[1:2].isalpha() or head[1:2] in (b"!", b"?")) else "text"


def _statistics(results: Sequence[Result]) -> str:
    from collections import Counter

    counts = Counter(finding.rule for result in results for finding in result.findings)
    return "".join(
        f"{count:7,}  {rule}\n" for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _status(results: Sequence[Result], fail_on: Sequence[FailOn], *, diff: bool) -> int:
    """The exit status; `fail_on` holds for each result what the configuration of its file says."""
    if any(result.problems for result in results):
        return 2
    if diff:
        return int(any(result.before is not None for result in results))
    return int(any(_fails(result, level) for result, level in zip(results, fail_on, strict=True)))


def _fails(result: Result, level: FailOn) -> bool:
    return level != "never" and any(
        SEVERITIES.index(finding.severity) >= SEVERITIES.index(level) for finding in result.findings
    )
