"""How a command ends when it cannot do what it was asked for."""

from __future__ import annotations

import click


def fail(message: str) -> click.exceptions.Exit:
    """Say what is wrong on standard error, and give the exit that the caller raises: status 2."""
    click.echo(f"lintnews: {message}", err=True)
    return click.exceptions.Exit(2)
