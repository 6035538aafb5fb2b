"""The Python interface: two functions, nothing to configure."""

from __future__ import annotations

import os
from functools import lru_cache

from .document import FORMATS, parse
from .document.model import Format, Scope
from .engine import check
from .finding import Finding
from .rules.load import load_selected
from .rules.model import RuleSet
from .run import InputError, Task, check_file


def lint_text(
    source: str, format: Format = "text", *, rules: RuleSet | None = None, scope: Scope = "article"
) -> list[Finding]:
    """The findings in one article, sorted by place.

    `source` is the decoded article, and the findings' offsets are code points of
    it. `rules` defaults to the stable rules that come with lintnews; `scope`
    "page" also looks at a page's own furniture. Raises ValueError for an unknown
    format.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; known: {', '.join(FORMATS)}")
    return check(parse(source, format, scope), rules if rules is not None else stable_rules())


def lint_path(
    path: str | os.PathLike[str],
    format: Format | None = None,
    *,
    rules: RuleSet | None = None,
    scope: Scope = "article",
) -> list[Finding]:
    """The findings in one file, sorted by place; the name tells the format unless one is given.

    Raises FileNotFoundError when there is no such file, and InputError (a ValueError)
    when it cannot be read or is not text.
    """
    if not os.path.exists(path):
        raise FileNotFoundError(f"{os.fspath(path)}: no such file")
    result = check_file(os.fspath(path), rules if rules is not None else stable_rules(), Task(scope), format)
    if result.error is not None:
        raise InputError(f"{result.path}: {result.error}")
    return list(result.findings)


@lru_cache(maxsize=1)
def stable_rules() -> RuleSet:
    """The stable rules that come with lintnews, loaded once."""
    return load_selected()
