"""The Python interface: two functions, nothing to configure; and settings, for those who want to."""

from __future__ import annotations

import os

from .config.resolve import Configurations
from .config.settings import DEFAULTS, Policy, Settings, applied
from .document import FORMATS, parse
from .document.model import Format, Scope
from .engine import check
from .finding import Finding
from .rules.guard import RuleFailedError
from .rules.model import RuleSet
from .run import InputError, check_file


def lint_text(
    source: str,
    format: Format = "text",
    *,
    rules: RuleSet | None = None,
    scope: Scope | None = None,
    settings: Settings = DEFAULTS,
) -> list[Finding]:
    """The findings in one article, sorted by place.

    `source` is the decoded article, and the findings' offsets are code points of
    it. Without `settings` nothing is configured: the stable rules that come with
    lintnews or an installed package look at the article. `rules` take the place of those that the settings
    ask for; `scope` "page" also looks at a page's own furniture, whatever they say.
    Raises ValueError for an unknown format, RuleError for rules that cannot be loaded,
    and RuleFailedError when a rule breaks down.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; known: {', '.join(FORMATS)}")
    settings = _scoped(settings, scope)
    document = parse(source, format, settings.scope)
    rules, document = (rules, document) if rules is not None else applied(settings, document)
    return check(document, rules)


def lint_path(
    path: str | os.PathLike[str],
    format: Format | None = None,
    *,
    rules: RuleSet | None = None,
    scope: Scope | None = None,
    settings: Settings = DEFAULTS,
) -> list[Finding]:
    """The findings in one file, sorted by place; the name tells the format unless one is given.

    No configuration file is looked for; `settings=load_settings(path)` uses the one
    that the command line would. Raises FileNotFoundError when there is no such file,
    InputError (a ValueError) when it cannot be read or is not text, and RuleFailedError
    when a rule breaks down.
    """
    if not os.path.exists(path):
        raise FileNotFoundError(f"{os.fspath(path)}: no such file")
    result = check_file(os.fspath(path), _scoped(settings, scope), format=format, ruleset=rules)
    if result.failures:
        raise RuleFailedError(result.failures[0])
    if result.error is not None:
        raise InputError(f"{result.path}: {result.error}")
    return list(result.findings)


def load_settings(path: str | os.PathLike[str] = ".", *, config: str | os.PathLike[str] | None = None) -> Settings:
    """What applies to the article of a path: what the nearest configuration says, or the file `config`.

    For a folder it is what applies to an article in it, as far as its own name does
    not matter. The path need not exist. Without any configuration these are the
    defaults. Raises ConfigError, which names every problem with file and line.
    """
    name = os.fspath(path)
    place = os.path.join(name, "<article>") if os.path.isdir(name) else name
    return Configurations(file=os.fspath(config) if config is not None else None).settings(place)


def stable_rules() -> RuleSet:
    """The stable rules that come with lintnews or an installed package, loaded once."""
    return DEFAULTS.ruleset


def _scoped(settings: Settings, scope: Scope | None) -> Settings:
    """The settings with a scope that nothing in them can change."""
    if scope is None:
        return settings
    from .config.case import Case

    policy = Policy(scope=scope)
    cases = (*settings.cases, Case(policy)) if settings.cases else ()
    return settings._replace(policy=settings.policy.then(policy), cases=cases)
