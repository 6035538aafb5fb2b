"""From a path to what applies to it: the nearest configuration, its overrides, then the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..files import is_article
from .settings import Case, FailOn, Ignore, Policy, Settings

if TYPE_CHECKING:
    from ..globs import Globs
    from .read import File

NAMES = ("lintnews.toml", "pyproject.toml")
"""What a configuration file is called, the one that counts first."""


class Flags(NamedTuple):
    """What the command line says, which comes on top of every configuration."""

    policy: Policy = Policy()
    fail_on: FailOn | None = None


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


class Configurations:
    """The configurations of a run. Every folder is looked up once.

    `file` is the one configuration to use for all, `isolated` says to use none;
    with neither, the nearest one upward from a path counts.
    """

    def __init__(self, flags: Flags = Flags(), *, file: str | None = None, isolated: bool = False) -> None:  # noqa: B008
        self.flags = flags
        self._nearest: dict[str, Configuration | None] = {}
        self._settings: dict[tuple[object, ...], Settings] = {}
        self._only = isolated or file is not None
        self._file = read(file) if file is not None else None

    def of(self, path: str) -> Configuration | None:
        """The configuration of a file, from the nearest folder that has one. Raises ConfigError."""
        return self._file if self._only else self._in(os.path.dirname(os.path.abspath(path)))

    def _in(self, folder: str) -> Configuration | None:
        if folder not in self._nearest:
            above = os.path.dirname(folder)
            if file := _file_in(folder):
                self._nearest[folder] = read(file)
            else:
                self._nearest[folder] = self._in(above) if above != folder else None
        return self._nearest[folder]

    def settings(self, path: str) -> Settings:
        """What applies to the article of a path, which need not exist. Raises ConfigError.

        The same settings are the same object.
        """
        config = self.of(path)
        overrides, ignores = matching(config, path) if config else ((), ())
        # A configuration holds tables, so it is known by what it is and not by what it says.
        key = (id(config), overrides, ignores)
        if key not in self._settings:
            self._settings[key] = _settings(config, overrides, ignores, self.flags)
        return self._settings[key]

    def takes(self, path: str, is_folder: bool) -> bool:
        """Whether a search takes a file, or goes into a folder. Raises ConfigError."""
        config = self.of(path)
        if config is None:
            return is_article(path, is_folder)
        path = os.path.abspath(path)
        if _excludes(config, path, is_folder):
            return False
        if is_folder or config.taken is None:
            return is_article(path, is_folder)
        return config.taken.verdict(path) is True

    def excludes(self, path: str) -> bool:
        """Whether the configuration of a file excludes it. Raises ConfigError."""
        config = self.of(path)
        return config is not None and _excludes(config, os.path.abspath(path), False)


def _excludes(config: Configuration, path: str, is_folder: bool) -> bool:
    if not config.excluded:
        return False
    from ..globs import last_verdict

    return last_verdict(config.excluded, path, is_folder=is_folder) is True


def _file_in(folder: str) -> str | None:
    """The configuration file of a folder, or None; a pyproject.toml without a table for lintnews is none."""
    first, second = (os.path.join(folder, name) for name in NAMES)
    if os.path.isfile(first):
        return first
    if os.path.isfile(second):
        from .read import has_table

        return second if has_table(second) else None
    return None


def read(path: str) -> Configuration:
    """A configuration file put together with those that it extends. Raises ConfigError."""
    from ..globs import read as globs
    from .read import read_chain

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
        severities=tuple(table.get("severity", {}).items()),
        options=tuple(
            (rule, name, tuple(value) if isinstance(value, list) else value)
            for rule, options in table.get("rules", {}).items()
            for name, value in options.items()
        ),
        scope=table.get("scope"),
    )


def case_of(table: Mapping[str, Any]) -> Case:
    """An override without its paths."""
    return Case(policy_of(table), tuple(table.get("sites", ())), tuple(table.get("languages", ())))


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def matching(config: Configuration, path: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Which overrides and which ignores of a configuration are for a path, by number."""
    path = os.path.abspath(path)
    return (
        tuple(at for at, one in enumerate(config.overrides) if one.paths is None or one.paths.verdict(path)),
        tuple(at for at, (globs, _) in enumerate(config.ignores) if globs.verdict(path)),
    )


def _settings(
    config: Configuration | None, overrides: tuple[int, ...], ignores: tuple[int, ...], flags: Flags
) -> Settings:
    if config is None:
        return Settings(flags.policy, fail_on=flags.fail_on or "warning")
    cases = [*(config.overrides[at].case for at in overrides), Case(flags.policy)]
    policy, left = merged(config.policy, [case for case in cases if case.policy != Policy()])
    return Settings(
        policy=policy,
        cases=left,
        rule_paths=config.rule_paths,
        fail_on=flags.fail_on or config.fail_on,
        baseline=config.baseline,
        ignores=tuple(config.ignores[at][1] for at in ignores),
    )


def merged(policy: Policy, cases: Sequence[Case]) -> tuple[Policy, tuple[Case, ...]]:
    """A policy with the first cases that need no look at a document, and the others from the first that does."""
    for place, case in enumerate(cases):
        if case.sites or case.languages:
            return policy, tuple(cases[place:])
        policy = policy.then(case.policy)
    return policy, ()
