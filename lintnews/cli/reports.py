"""Where reports go: standard output, files, and the page of a job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from ..report.formats import FORMATS, ReportError, reporter
from ..rules.model import RuleSet
from ..run import Result
from .failure import fail


def known_format(context: click.Context, parameter: click.Parameter, name: str) -> str:
    """A format that comes with lintnews or that an installed package brings."""
    try:
        _known(name)
    except ReportError as error:
        raise click.BadParameter(str(error)) from None
    return name


def known_outputs(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> list[tuple[str, str]]:
    """Formats and files, given as FORMAT=FILE."""
    outputs: list[tuple[str, str]] = []
    for value in values:
        name, equals, path = value.partition("=")
        if not equals or not path:
            raise fail(f"--output {value}: write FORMAT=FILE with one of the formats {', '.join(FORMATS)}")
        try:
            _known(name)
        except ReportError as error:
            raise fail(f"--output {value}: write FORMAT=FILE; {error}") from None
        if any(os.path.realpath(path) == os.path.realpath(other) for _, other in outputs):
            raise fail(f"--output {value}: another report goes into this file; name one file for each")
        outputs.append((name, path))
    return outputs


def _known(name: str) -> None:
    if name not in FORMATS:  # only then is it worth looking through what is installed
        reporter(name)


def render(name: str, results: Sequence[Result], rules: RuleSet) -> str:
    """The report in a format."""
    try:
        return reporter(name)(results, rules)
    except ReportError as error:
        raise fail(str(error)) from None


def write(path: str, report: str) -> None:
    """A report into a file, all of it or nothing."""
    from ..write import WriteError, write_whole

    try:
        write_whole(path, report.encode("utf-8", "backslashreplace"))
    except WriteError as error:
        raise fail(f"{path}: the report cannot be written: {error}") from None


def show(name: str, results: Sequence[Result], rules: RuleSet) -> None:
    """The report in a format on standard output, in colour where that is wanted."""
    if name == "text":
        from ..report import text

        send(text.render(results, rules, colour=_has_colour()), for_people=True)
        return
    send(render(name, results, rules), for_people=False)
    if name == "github":
        _add_job_summary(results, rules)


def send(report: str, *, for_people: bool) -> None:
    """A text to standard output.

    Programs get UTF-8; a terminal gets what it can show, because a character it lacks must not end the run.
    """
    stream: Any = sys.stdout
    if not hasattr(stream, "buffer"):
        stream.write(report)
        return
    encoding = (stream.encoding or "utf-8") if for_people else "utf-8"
    stream.flush()
    stream.buffer.write(report.encode(encoding, "backslashreplace"))
    stream.buffer.flush()


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _add_job_summary(results: Sequence[Result], rules: RuleSet) -> None:
    """Add what was found to the page of the job, where GitHub runs it; without one the annotations must do."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from ..report.formats import from_root
    from ..report.github import summary

    try:
        with open(path, "ab") as file:
            file.write(f"\n{summary(from_root(results), rules)}".encode("utf-8", "backslashreplace"))
    except OSError as error:
        click.echo(f"lintnews: {path}: no job summary: {error.strerror or error}", err=True)
