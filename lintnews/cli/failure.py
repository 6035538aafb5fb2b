"""How a command ends when it cannot do what it was asked for."""

from __future__ import annotations

import click


def fail(message: str) -> click.exceptions.Exit:
    """Say what is wrong on standard error, line by line, and give the exit that the caller raises: status 2."""
    for line in message.splitlines():
        click.echo(f"lintnews: {line}", err=True)
    return click.exceptions.Exit(2)
