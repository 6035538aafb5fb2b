"""`lintnews config` and `lintnews init`: what applies to an article, and a configuration to start from."""

from __future__ import annotations

import os

import click

from ..config.resolve import Configurations
from .failure import fail
from .options import with_configurations


@click.group()
def config() -> None:
    """Show what applies to an article, and where it is said."""


@config.command()
@click.argument("path", default=".")
@click.option(
    "--format",
    "format",
    type=click.Choice(("toml", "json")),
    default="toml",
    show_default=True,
    help="Form of the answer.",
)
@with_configurations
def show(path: str, format: str, configurations: Configurations) -> None:
    """What applies to an article, or to those of a folder, and where each value comes from.

    The answer is a configuration itself: as TOML it can be read back. Takes the options of
    `lintnews check` that say which rules run.
    """
    from ..config.show import show as find
    from ..config.show import to_json, to_toml

    if not os.path.exists(path):
        raise fail(f"{path}: no such file or folder")
    found = find(configurations, path)
    click.echo(to_json(found) if format == "json" else to_toml(found), nl=False)


@config.command()
def schema() -> None:
    """The JSON schema of lintnews.toml."""
    import json

    from ..config.schema import schema as make
    from ..rules.load import load_rules

    click.echo(json.dumps(make(load_rules().rules), ensure_ascii=False, indent=2))


@click.command()
@click.argument("folder", default=".")
def init(folder: str) -> None:
    """Write a lintnews.toml to start from, every setting in it commented out."""
    from ..config.read import has_table
    from ..config.resolve import NAMES
    from ..config.settings import ConfigError
    from ..config.starter import starter

    path, project = (os.path.join(folder, name) for name in NAMES)
    try:
        if not os.path.lexists(path) and os.path.isfile(project) and has_table(project):
            raise fail(f"{project}: has [tool.lintnews] already, which a lintnews.toml would put out of force; edit it")
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(starter())
    except FileExistsError:
        raise fail(f"{path}: exists already; edit it, or move it away and run this again") from None
    except OSError as error:
        raise fail(f"{path}: cannot be written: {error.strerror or error}") from None
    except ConfigError as error:
        raise fail(str(error)) from None
    click.echo(f"{path} written. `lintnews config show` tells what applies.")
