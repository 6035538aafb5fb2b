"""A configuration to start from: every key with what it does, commented out."""

from __future__ import annotations

from .keys import KEYS, Key

_HEAD = """\
# lintnews.toml: which rules look at the articles below this folder, and what they are told.
#
# Nothing is set yet, so the defaults hold. A line that begins with # and no space is a
# setting: take the # away. What is written under a [name] belongs to it, so take that
# line's # away as well. `lintnews config show FILE` tells what applies to an article.
"""


def starter() -> str:
    """The text of a new lintnews.toml."""
    return "\n".join([_HEAD, *map(_block, KEYS)])


def _block(key: Key) -> str:
    default = "" if key.default in (None, [], {}) else f' The default is "{key.default}".'
    about = "\n".join(f"# {line}" for line in _wrapped(key.about + default))
    return f"{about}\n" + "".join(f"#{line}\n" for line in key.example.splitlines())


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, 90)
