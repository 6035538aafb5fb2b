"""`lintnews check`: articles in, reports out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import get_args

import click

from ..document.model import Format, Scope
from ..files import find, format_of
from ..finding import SEVERITIES, Applicability
from ..report.formats import FORMATS
from ..rules.model import RuleError, RuleSet
from ..run import Job, Result, Task, check_bytes, check_files
from .failure import fail as fail
from .reports import known_format, known_outputs, render, send, show, write

# From so many files on a terminal shows how far the run is.
_LONG_RUN = 100


def prefixes(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Rule prefixes, given repeatedly or apart by commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def make_rules(select: Sequence[str], ignore: Sequence[str], extend: Sequence[str]) -> RuleSet:
    """The rules of a run, loaded and selected. Raises RuleError."""
    from ..rules.load import load_selected

    return load_selected(select, ignore, extend)


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
@click.option(
    "--scope",
    type=click.Choice(get_args(Scope)),
    default="article",
    show_default=True,
    help="Look at the article of a page, or at all of the page.",
)
@click.option(
    "--select",
    multiple=True,
    callback=prefixes,
    metavar="PREFIX",
    help="Only rules with this id, or whose id starts so (comma-separated, repeatable).",
)
@click.option("--ignore", multiple=True, callback=prefixes, metavar="PREFIX", help="Not these rules.")
@click.option(
    "--extend-select",
    "extend",
    multiple=True,
    callback=prefixes,
    metavar="PREFIX",
    help="These rules too, such as preview ones.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*reversed(SEVERITIES), "never"]),
    default="warning",
    show_default=True,
    help="Least severity that makes the exit status 1.",
)
@click.option("--fix", "fixes", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what the fixes would change, and write nothing.")
@click.option("--baseline", metavar="FILE", help="Report only what this file does not know; see --write-baseline.")
@click.option("--write-baseline", is_flag=True, help="Write all that is found into the baseline, and report nothing.")
@click.option("--changed-since", metavar="REV", help="Report only what stands on lines changed since a Git revision.")
@click.option("--add-ignores", is_flag=True, help="Write into the articles that what is reported is to be ignored.")
@click.option("--stdin-filename", metavar="NAME", help="Name, and so the format, of the article on standard input.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes to use; 0 decides by the amount of work.",
)
def check(
    paths: tuple[str, ...],
    format: str,
    outputs: list[tuple[str, str]],
    scope: Scope,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend: tuple[str, ...],
    fail_on: str,
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
) -> None:
    """Check articles: files, folders (default: this one), or - for standard input.

    HTML (.html .htm .xhtml), Markdown (.md .markdown) and text (.txt, anything
    else that is named) are read. With --fix the files are repaired in place, and
    what is left is reported; from standard input the repaired article goes to
    standard output and the report to standard error. Exit status: 0 nothing found
    (or left) at or above --fail-on, 1 something found, or --diff has something to
    show, 2 wrong usage or unreadable input.
    """
    rules = partial(make_rules, select, ignore, extend)
    try:
        ruleset = rules()
    except RuleError as error:
        raise fail(str(error)) from None
    if "-" in paths and len(paths) > 1:
        raise fail("- (standard input) cannot be mixed with other paths; run lintnews twice")
    applicabilities: tuple[Applicability, ...] = ("safe", "unsafe") if unsafe_fixes else ("safe",)
    task = Task(scope, applicabilities if fixes or unsafe_fixes or diff else (), write=not diff)
    if paths == ("-",):
        data = sys.stdin.buffer.read()
        files: list[tuple[str, str | None]] = [("-", None)]
    else:
        files = list(find(paths or (".",)))

    def run(files: Sequence[tuple[str, str | None]], task: Task) -> list[Result]:
        if paths == ("-",):
            return [_standard_input(data, stdin_filename, ruleset, task)]
        return _files(files, Job(rules, ruleset, task), jobs)

    if baseline or write_baseline or changed_since is not None or add_ignores:
        from .accept import Wishes, accept, unfit

        wishes = Wishes(baseline, write_baseline, changed_since, add_ignores)
        if wrong := unfit(wishes, paths, stdin_filename, changes=bool(task.fix)):
            raise fail(wrong)
        results = accept(wishes, run, files, paths, task, ruleset)
    else:
        results = run(files, task)
    for kind, path in outputs:
        write(path, render(kind, results, ruleset))
    if diff:
        from ..report.diff import render as render_diff

        send(render_diff(results), for_people=True)
    elif task.fix and paths == ("-",):
        _print_article(results[0])
        click.echo(render(format, results, ruleset), err=True, nl=False)
    elif statistics and format == "text":
        click.echo(_statistics(results), nl=False)
    else:
        show(format, results, ruleset)
    for result in results:
        if result.error is not None and (format != "text" or diff):
            click.echo(f"lintnews: {result.path}: {result.error}", err=True)
    sys.exit(_status(results, fail_on, diff=diff))


def _files(files: Sequence[tuple[str, str | None]], job: Job, jobs: int) -> list[Result]:
    found = check_files(files, job, jobs)
    if len(files) < _LONG_RUN or not sys.stderr.isatty():
        return list(found)
    with click.progressbar(found, length=len(files), label="Checking", file=sys.stderr) as progress:
        return list(progress)


def _standard_input(data: bytes, name: str | None, ruleset: RuleSet, task: Task) -> Result:
    format: Format = format_of(name) if name else _looks_like(data)
    return check_bytes(data, name or "<stdin>", format, ruleset, task)


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


def _status(results: Sequence[Result], fail_on: str, *, diff: bool) -> int:
    if any(result.error is not None for result in results):
        return 2
    if diff:
        return int(any(result.before is not None for result in results))
    if fail_on == "never":
        return 0
    worst = SEVERITIES.index(fail_on)
    return int(any(SEVERITIES.index(finding.severity) >= worst for result in results for finding in result.findings))
