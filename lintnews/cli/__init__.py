"""The command line: `lintnews check`, `rules`, `explain`, `config`, `init` and `clean`.

Exit status: 0 nothing at or above `--fail-on`; 1 findings at or above it; 2 wrong
usage, unreadable input, broken rule or configuration.
"""

from __future__ import annotations

from importlib import import_module

import click

from .. import __version__

_COMMANDS = {
    "check": "check",
    "rules": "rules",
    "explain": "rules",
    "config": "config",
    "init": "config",
    "clean": "clean",
}


class _Commands(click.Group):
    """Imports a command's module when the command is used, not when lintnews starts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{_COMMANDS[cmd_name]}", __name__), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lintnews")
def main() -> None:
    """Find what must not be published in a news article: injected advertisements, garbled
    attributions, doubled headlines, template leftovers."""
