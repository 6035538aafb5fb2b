"""A configuration file put together with those that it extends, and what it says of a path."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..globs import Globs, last_verdict
from ..globs import read as globs
from ..suppress import Ignore
from .case import Case
from .read import File, read_chain
from .settings import FailOn, Policy, Settings


class Override(NamedTuple):
    """One table of `[[overrides]]`: for which paths (None: all), what it says, and where it stands."""

    paths: Globs | None
    case: Case
    file: File
    number: int


class Configuration(NamedTuple):
    """A configuration file with those that it extends, put together: what it says of every path below it.

    `files` has the base first. `taken` is None where no file says which files are
    articles. `ignores` come with the patterns of their paths.
    """

    files: tuple[File, ...]
    policy: Policy
    rule_paths: tuple[str, ...]
    fail_on: FailOn
    baseline: str | None
    excluded: tuple[Globs, ...]
    taken: Globs | None
    overrides: tuple[Override, ...]
    ignores: tuple[tuple[Globs, Ignore], ...]

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a search passes an absolute path over."""
        return last_verdict(self.excluded, path, is_folder=is_folder) is True


def assembled(path: str) -> Configuration:
    """A configuration file put together with those that it extends. Raises ConfigError."""
    files = read_chain(path)

    def last(key: str) -> tuple[File, Any] | None:
        return next(((file, file.table[key]) for file in reversed(files) if key in file.table), None)

    policy = Policy()
    for file in files:
        policy = policy.then(policy_of(file.table))
    baseline, include, fail_on = last("baseline"), last("include"), last("fail-on")
    return Configuration(
        files=files,
        policy=policy,
        rule_paths=tuple(dict.fromkeys(path for file in files for path in file.rule_paths)),
        fail_on=fail_on[1] if fail_on else "warning",
        baseline=baseline[0].absolute(baseline[1]) if baseline else None,
        excluded=tuple(globs(file.folder, file.table["exclude"]) for file in files if file.table.get("exclude")),
        taken=globs(include[0].folder, include[1]) if include else None,
        overrides=tuple(
            Override(globs(file.folder, table["paths"]) if table.get("paths") else None, case_of(table), file, number)
            for file in files
            for number, table in enumerate(file.table.get("overrides", ()))
        ),
        ignores=tuple(
            (globs(file.folder, [table["path"]]), Ignore(**table, file=file.path, number=number))
            for file in files
            for number, table in enumerate(file.table.get("ignores", ()))
        ),
    )


def policy_of(table: Mapping[str, Any]) -> Policy:
    """The policy of a table of a configuration: its top, or one of its overrides."""
    return Policy(
        select=_words(table["select"]) if "select" in table else None,
        ignore=_words(table.get("ignore", ())),
        extend=_words(table.get("extend-select", ())),
        severities=tuple(sorted(table.get("severity", {}).items())),
        options=tuple(
            (rule, name, tuple(value) if isinstance(value, list) else value)
            for rule, options in sorted(table.get("rules", {}).items())
            for name, value in sorted(options.items())
        ),
        scope=table.get("scope"),
    )


def case_of(table: Mapping[str, Any]) -> Case:
    """An override without its paths."""
    return Case(policy_of(table), tuple(table.get("sites", ())), tuple(table.get("languages", ())))


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


Matching = tuple[tuple[int, ...], tuple[int, ...]]
"""Which overrides and which ignores of a configuration are for a path, by number."""


def matching(config: Configuration, path: str) -> Matching:
    """The overrides and ignores of a configuration that are for a path."""
    path = os.path.abspath(path)
    return (
        tuple(at for at, one in enumerate(config.overrides) if one.paths is None or one.paths.verdict(path)),
        tuple(at for at, (globs, _) in enumerate(config.ignores) if globs.verdict(path)),
    )


def settings(config: Configuration, which: Matching, policy: Policy, fail_on: FailOn | None) -> Settings:
    """What applies to the paths that `which` is for, with what the command line says on top."""
    overrides, ignores = which
    cases = [*(config.overrides[number].case for number in overrides), Case(policy)]
    policy, left = merged(config.policy, [case for case in cases if case.policy != Policy()])
    return Settings(
        # The default, said or not, is the same.
        policy=policy if policy.scope != "article" else policy._replace(scope=None),
        cases=left,
        rule_paths=config.rule_paths,
        fail_on=fail_on or config.fail_on,
        baseline=config.baseline,
        ignores=tuple(config.ignores[number][1] for number in ignores),
    )


def merged(policy: Policy, cases: Sequence[Case]) -> tuple[Policy, tuple[Case, ...]]:
    """A policy with the first cases that need no look at a document, and the others from the first that does."""
    for place, case in enumerate(cases):
        if case.sites or case.languages:
            return policy, tuple(cases[place:])
        policy = policy.then(case.policy)
    return policy, ()
