"""The command line: `lintnews check`, `lintnews rules`, `lintnews explain`.

Exit status: 0 nothing at or above `--fail-on`; 1 findings at or above it; 2 wrong
usage, unreadable input, broken rule.
"""

from __future__ import annotations

import click

from .. import __version__
from .check import check
from .rules import explain, rules


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lintnews")
def main() -> None:
    """Find what must not be published in a news article: injected advertisements, garbled
    attributions, doubled headlines, template leftovers."""


main.add_command(check)
main.add_command(rules)
main.add_command(explain)
