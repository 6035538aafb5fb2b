"""What a newsroom may set about a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

OptionType = Literal["strings", "string", "integer", "number", "boolean"]
"""What the value of an option is; `strings` is a list of them."""

_TYPES: dict[type, OptionType] = {tuple: "strings", str: "string", int: "integer", float: "number", bool: "boolean"}


class Option(NamedTuple):
    """One thing about a rule that may be set; `about` is its line in the manual.

    Type and default are those of the keyword-only parameter of the rule's function that
    has the option's name, with _ for -. `least` and `most` bound a number. `seen` makes
    the values literals that the rule requires: a document in which one of them stands
    is looked at.
    """

    name: str
    about: str
    least: float | None = None
    most: float | None = None
    seen: bool = False
    type: OptionType = "strings"
    default: Any = ()

    @property
    def parameter(self) -> str:
        """The name of the parameter that takes the value."""
        return self.name.replace("-", "_")


ALLOW = Option("allow", "Words or phrases; a finding that contains one of them is let go.")
"""What every rule may be told."""

PHRASES = Option("phrases", "More phrases to find, beside those of the rule's first list.")
"""What a rule with phrases may be told."""


def declared(options: Sequence[Option], defaults: dict[str, Any] | None) -> tuple[Option, ...]:
    """Options with the types and defaults of the parameters of their function.

    Raises ValueError when the two do not name the same things, or a default is of no type that an option can have.
    """
    given = defaults or {}
    if sorted(given) != sorted(option.parameter for option in options):
        raise ValueError(f"the options must be the keyword-only parameters of the function: {', '.join(given)}")
    for option in options:
        if type(given[option.parameter]) not in _TYPES:
            raise ValueError(f"the default of {option.parameter} must be a tuple, string, number or truth value")
    return tuple(
        option._replace(type=_TYPES[type(default := given[option.parameter])], default=default) for option in options
    )
