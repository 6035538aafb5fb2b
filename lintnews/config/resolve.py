"""From a path to what applies to it: the nearest configuration, its overrides, then the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..files import is_article
from .settings import FailOn, Policy, Settings

if TYPE_CHECKING:
    from .assemble import Configuration

NAMES = ("lintnews.toml", "pyproject.toml")
"""What a configuration file is called, the one that counts first."""


class Configurations:
    """The configurations of a run. Every folder is looked up once.

    `policy` and `fail_on` are what the command line says, on top of everything. `file`
    is the one configuration to use for all paths; if `isolated`, none is used; with
    neither, the nearest one upward from a path counts. Raises ConfigError.
    """

    def __init__(
        self,
        policy: Policy = Policy(),  # noqa: B008
        fail_on: FailOn | None = None,
        *,
        file: str | None = None,
        isolated: bool = False,
    ) -> None:
        self.policy = policy
        self.fail_on = fail_on
        self._nearest: dict[str, Configuration | None] = {}
        self._settings: dict[object, Settings] = {}
        self.isolated = isolated
        self._only = isolated or file is not None
        self._file = _read(file) if file is not None else None

    def of(self, path: str) -> Configuration | None:
        """The configuration of a file, from the nearest folder that has one. Raises ConfigError."""
        return self._file if self._only else self._in(os.path.dirname(os.path.abspath(path)))

    def _in(self, folder: str) -> Configuration | None:
        if folder not in self._nearest:
            above = os.path.dirname(folder)
            if file := _file_in(folder):
                self._nearest[folder] = _read(file)
            else:
                self._nearest[folder] = self._in(above) if above != folder else None
        return self._nearest[folder]

    def settings(self, path: str) -> Settings:
        """What applies to the article of a path, which need not exist. Raises ConfigError.

        The same settings are the same object.
        """
        config = self.of(path)
        if config is None:
            if None not in self._settings:
                self._settings[None] = Settings(self.policy, fail_on=self.fail_on or "warning")
            return self._settings[None]
        from .assemble import matching, settings

        which = matching(config, path)
        # A configuration holds tables, so it is known by what it is and not by what it says.
        key = id(config), which
        if key not in self._settings:
            self._settings[key] = settings(config, which, self.policy, self.fail_on)
        return self._settings[key]

    def takes(self, path: str, is_folder: bool) -> bool:
        """Whether a search takes a file, or goes into a folder. Raises ConfigError."""
        config = self.of(path)
        if config is None:
            return is_article(path, is_folder)
        path = os.path.abspath(path)
        if config.excludes(path, is_folder=is_folder):
            return False
        if is_folder or config.taken is None:
            return is_article(path, is_folder)
        return config.taken.verdict(path) is True

    def excludes(self, path: str) -> bool:
        """Whether the configuration of a file excludes it. Raises ConfigError."""
        config = self.of(path)
        return config is not None and config.excludes(os.path.abspath(path))


def _file_in(folder: str) -> str | None:
    """The configuration file of a folder, or None; a pyproject.toml without a table for lintnews is none."""
    first, second = (os.path.join(folder, name) for name in NAMES)
    if os.path.isfile(first):
        return first
    if os.path.isfile(second):
        from .read import has_table

        return second if has_table(second) else None
    return None


def _read(path: str) -> Configuration:
    from .assemble import assembled

    return assembled(path)
