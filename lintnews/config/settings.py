"""What applies to one article: a frozen value, and the rules that follow from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..document import in_scope
from ..document.model import Document, Scope
from ..rules.load import Level, load_rules, load_selected
from ..rules.model import RuleSet

if TYPE_CHECKING:
    from ..suppress import Ignore
    from .case import Case

FailOn = Literal["error", "warning", "note", "never"]
"""The mildest severity that makes the exit status 1."""

FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")
"""All values of `fail-on`."""

# Distinct policies that a process keeps the rules of; a run with more builds some of them again.
_KEPT = 64


class ConfigError(ValueError):
    """A configuration that cannot be used; the message has a line for each problem, with file, line and remedy."""


class Policy(NamedTuple):
    """Which rules look, what they are told, and how bad their findings are.

    `select` (None: every stable rule), `ignore` and `extend` hold rules or the
    beginnings of their names. `severities` are pairs of such a beginning and a
    level, `options` triples of a rule's id, an option and its value; both are
    sorted. `scope` is None where nothing is said of it.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    severities: tuple[tuple[str, Level], ...] = ()
    options: tuple[tuple[str, str, Any], ...] = ()
    scope: Scope | None = None

    def then(self, later: Policy) -> Policy:
        """This policy with a later one on top of it.

        A later `select` starts over; `ignore` and `extend` add up, and the later
        word counts where both speak of the same rules: what the later one selects
        by the same name is no longer ignored, and what it ignores is no longer
        selected, nor is anything whose name begins so. Severities and options are
        replaced one by one.
        """
        named = (*(later.select or ()), *later.extend)
        gone = later.ignore
        kept = None if self.select is None else tuple(name for name in self.select if not name.startswith(gone))
        start_over = later.select is not None
        extend = () if start_over else (name for name in self.extend if not name.startswith(gone))
        return Policy(
            select=later.select if start_over else kept,
            ignore=_once(*(name for name in self.ignore if name not in named), *gone),
            extend=_once(*extend, *later.extend),
            severities=tuple(sorted((dict(self.severities) | dict(later.severities)).items())),
            options=tuple((*key, value) for key, value in sorted((_by_key(self) | _by_key(later)).items())),
            scope=later.scope or self.scope,
        )


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _by_key(policy: Policy) -> dict[tuple[str, str], Any]:
    return {(rule, name): value for rule, name, value in policy.options}


class Settings(NamedTuple):
    """What applies to the articles of one path, nothing left to look up.

    `cases` come on top of `policy`, one after the other, where they hold.
    `rule_paths` and `baseline` are absolute paths. `ignores` are the entries
    whose pattern fits the path.
    """

    policy: Policy = Policy()
    cases: tuple[Case, ...] = ()
    rule_paths: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    baseline: str | None = None
    ignores: tuple[Ignore, ...] = ()

    @property
    def scope(self) -> Scope:
        """What is looked at where no case says otherwise."""
        return self.policy.scope or "article"

    @property
    def ruleset(self) -> RuleSet:
        """The rules where no case holds: the same object for the same settings. Raises RuleError."""
        return _ruleset(self.policy._replace(scope=None), self.rule_paths)

    @property
    def digest(self) -> str:
        """A short digest that changes with what may change the findings in an article.

        It does not depend on `fail_on`, `baseline` and `ignores`, which come after.
        Raises RuleError.
        """
        return _digest(self._replace(fail_on="warning", baseline=None, ignores=()))


DEFAULTS = Settings()
"""What applies where nothing is configured."""


def applied(settings: Settings, document: Document) -> tuple[RuleSet, Document]:
    """The rules for one document, and the document in the scope they are to look at.

    The same settings give the same rule set object, so its automata are built
    once. Raises RuleError.
    """
    if not settings.cases:
        return settings.ruleset, document
    policy = settings.policy
    for case in settings.cases:
        if case.holds(document):
            policy = policy.then(case.policy)
    rules = _ruleset(policy._replace(scope=None), settings.rule_paths)
    return rules, in_scope(document, policy.scope or "article")


@lru_cache(maxsize=_KEPT)
def _ruleset(policy: Policy, rule_paths: tuple[str, ...]) -> RuleSet:
    return load_selected(
        policy.select,
        policy.ignore,
        policy.extend,
        paths=rule_paths,
        severities=policy.severities,
        options=policy.options,
    )


@lru_cache(maxsize=_KEPT)
def _digest(settings: Settings) -> str:
    from hashlib import blake2b

    parts: list[object] = [settings.ruleset.digest, settings.scope]
    if settings.cases:
        # A case may ask for any rule there is.
        everything = load_rules(paths=settings.rule_paths)
        parts += [settings.policy, settings.cases, everything.digest]
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
