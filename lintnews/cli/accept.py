"""What `lintnews check` does about findings that somebody accepts: baselines, changed lines, writing ignores."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from ..batch import Target
from ..config.resolve import Configurations
from ..narrow import Narrowed, Narrowing, narrow, narrowed, ran_on
from ..run import Result, Task
from .failure import fail

if TYPE_CHECKING:
    from ..baseline import Ran

DEFAULT_BASELINE = "lintnews-baseline.json"
"""Where --write-baseline writes without --baseline."""

Check = Callable[[Sequence[Target], Task], list[Result]]
"""Checks or fixes files, in their order."""


class Wishes(NamedTuple):
    """What the command line asks for: the values of --baseline, --write-baseline, --changed-since, --add-ignores."""

    baseline: str | None = None
    write_baseline: bool = False
    changed_since: str | None = None
    add_ignores: bool = False


def unfit(wishes: Wishes, paths: Sequence[str], stdin_filename: str | None, *, changes: bool, isolated: bool) -> str:
    """Why the wishes cannot be fulfilled for these paths, or together; "" if they can.

    `changes` says whether articles are fixed, or fixes shown; `isolated` whether no
    configuration is used.
    """
    from_input = "-" in paths
    if wishes.changed_since is not None and from_input:
        return "--changed-since needs files that Git knows, and standard input is none"
    if (wishes.baseline or wishes.write_baseline) and from_input and not stdin_filename:
        return "a baseline knows findings by their file: name standard input with --stdin-filename"
    if wishes.write_baseline and (changes or wishes.changed_since is not None or wishes.add_ignores):
        return "--write-baseline takes down all that is found: fix, ignore or ask for changed lines in a run of its own"
    if wishes.add_ignores and (changes or from_input):
        return "--add-ignores writes into files that are not changed otherwise: run it by itself, on files"
    if wishes.add_ignores and isolated:
        return "--add-ignores may need entries in a configuration, and --isolated reads none"
    return ""


def accept(
    wishes: Wishes,
    check: Check,
    files: Sequence[Target],
    paths: Sequence[str],
    task: Task,
    configurations: Configurations,
) -> list[Result]:
    """Check files as the wishes say; the results with the findings that are reported."""
    narrowing = Narrowing(ran=_ran(files))
    if wishes.changed_since is not None:
        files, narrowing = _only_changed(files, wishes.changed_since, paths, narrowing)
    if wishes.write_baseline:
        path = wishes.baseline or DEFAULT_BASELINE
        return _write_baseline(path, check(files, task), narrowing).results
    if wishes.baseline is not None:
        narrowing = _with_baseline(wishes.baseline, narrowing)
    found = narrowed(lambda task: check(files, task), task, narrowing)
    if wishes.baseline is not None:
        _say_stale(wishes.baseline, found.results)
    return _add_ignores(found, files, task, configurations) if wishes.add_ignores else found.results


def _only_changed(
    files: Sequence[Target], revision: str, named: Sequence[str], narrowing: Narrowing
) -> tuple[list[Target], Narrowing]:
    """The files that changed since a revision, or that cannot be checked, and the lines that count in them."""
    from ..changed import changed_since
    from ..git import GitError

    try:
        lines = changed_since(revision, [file.path for file in files if not file.error], named)
    except GitError as error:
        raise fail(f"--changed-since: {error}") from None
    return [file for file in files if file.error or file.path in lines], narrowing._replace(lines=lines)


def _with_baseline(path: str, narrowing: Narrowing) -> Narrowing:
    from ..baseline import BaselineError, read

    try:
        return narrowing._replace(baseline=read(path))
    except FileNotFoundError:
        raise fail(f"{path}: no such baseline; write it with --baseline {path} --write-baseline") from None
    except OSError as error:
        raise fail(f"{path}: the baseline cannot be read: {error.strerror or error}") from None
    except BaselineError as error:
        raise fail(str(error)) from None


def _write_baseline(path: str, results: Sequence[Result], narrowing: Narrowing) -> Narrowed:
    """Write down what was found as known; the results are those of a run with that baseline."""
    from ..baseline import Baseline, BaselineError, parse, recorded, write
    from ..write import WriteError, write_file, write_whole

    checked = {result.path: result.findings for result in results if result.error is None}
    ran = ran_on(results, narrowing.ran)
    try:
        with open(path, "rb") as file:
            old = file.read()
        baseline = recorded(parse(old, path), checked, ran)
        if write(baseline) != old:
            write_file(path, old, write(baseline))
    except FileNotFoundError:
        baseline = recorded(Baseline(os.path.dirname(os.path.abspath(path))), checked, ran)
        try:
            write_whole(path, write(baseline))
        except WriteError as error:
            raise fail(f"{path}: the baseline cannot be written: {error}") from None
    except BaselineError as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail(f"{path}: the baseline cannot be read or written: {error.strerror or error}") from None
    click.echo(f"lintnews: {path}: {_number(sum(map(len, checked.values())), 'finding')} written down", err=True)
    return narrow(results, narrowing._replace(baseline=baseline))


def _say_stale(path: str, results: Sequence[Result]) -> None:
    stale = {result.path: result.stale for result in results if result.stale}
    if stale:
        number = sum(stale.values())
        where = ", ".join([*stale][:3]) + (" and others" if len(stale) > 3 else "")
        gone = f"{_number(number, 'known finding')} {'is' if number == 1 else 'are'} gone ({where})"
        click.echo(f"lintnews: {path}: {gone}; --write-baseline takes {'it' if number == 1 else 'them'} out", err=True)


def _add_ignores(found: Narrowed, files: Sequence[Target], task: Task, configurations: Configurations) -> list[Result]:
    """Ignore all that a run reports, in the articles or in the nearest configuration; the results afterwards."""
    from ..annotate import ignore
    from ..entries import EntryError, add_entries, configuration_of, pattern_of
    from ..suppress import Ignore

    settings = {file.path: file.settings for file in files}
    results: list[Result] = []
    entries: dict[str, list[Ignore]] = {}
    silenced = 0
    try:
        for result in found.results:
            configuration = configuration_of(result.path, configurations) if result.findings else ""
            if configuration:
                pattern = pattern_of(result.path, configuration)
                before = len(result.findings)
                result, needed = ignore(result, found.hidden.get(result.path, ()), task, settings[result.path], pattern)
                silenced += before - len(result.findings) if result.error is None else 0
                if needed:
                    entries.setdefault(configuration, []).extend(needed)
            results.append(result)
        for configuration, added in entries.items():
            add_entries(configuration, added)
    except EntryError as error:
        raise fail(str(error)) from None
    beside = "".join(f"; entries in {os.path.relpath(file)}: {len(added)}" for file, added in entries.items())
    click.echo(f"lintnews: {_number(silenced, 'finding')} ignored from now on{beside}", err=True)
    return results


def _ran(files: Sequence[Target]) -> Ran:
    """Whether a rule looked at a file; one that no longer exists counts as one that found nothing."""
    resting = {
        settings: {rule.id for rule in settings.ruleset.known} - {rule.id for rule in settings.ruleset.rules}
        for settings in {file.settings for file in files if not file.error}
    }
    of_path = {file.path: file.settings for file in files}
    # Standard input goes by another name in its result.
    return lambda path, rule: rule not in resting.get(of_path.get(path, files[0].settings), ())


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
