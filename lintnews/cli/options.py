"""The options that say which rules run, shared by the commands that take a configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, get_args

import click

from ..config.resolve import Configurations
from ..config.settings import FAIL_ON, ConfigError, FailOn, Policy
from ..document.model import Scope
from ..rules.model import RuleError
from .failure import fail


def prefixes(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Rule prefixes, given repeatedly or apart by commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


_OPTIONS = (
    click.option(
        "--scope",
        type=click.Choice(get_args(Scope)),
        show_default="article",
        help="Look at the article of a page, or at all of the page.",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=prefixes,
        metavar="PREFIX",
        help="Only rules with this id, or whose id starts so (comma-separated, repeatable).",
    ),
    click.option("--ignore", multiple=True, callback=prefixes, metavar="PREFIX", help="Not these rules."),
    click.option(
        "--extend-select",
        "extend",
        multiple=True,
        callback=prefixes,
        metavar="PREFIX",
        help="These rules too, such as preview ones.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(FAIL_ON),
        show_default="warning",
        help="Least severity that makes the exit status 1.",
    ),
    click.option("--config", metavar="FILE", help="Use this configuration for every file, not the nearest ones."),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)


def with_configurations(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options, and what they say as its argument `configurations`.

    What is wrong with a configuration, or with a rule that it needs, ends the command
    with its message and status 2.
    """

    @wraps(command)
    def configured(
        *,
        scope: Scope | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        extend: tuple[str, ...],
        fail_on: FailOn | None,
        config: str | None,
        isolated: bool,
        **others: Any,
    ) -> Any:
        if config is not None and isolated:
            raise fail("--config and --isolated exclude each other; keep one of them")
        policy = Policy(select or None, ignore, extend, scope=scope)
        try:
            configurations = Configurations(policy, fail_on, file=config, isolated=isolated)
            return command(configurations=configurations, **others)
        except (ConfigError, RuleError) as error:
            raise fail(str(error)) from None

    for option in reversed(_OPTIONS):
        configured = option(configured)
    return configured
