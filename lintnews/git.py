"""Asking Git about a repository without letting the repository run anything.

A configuration file inside .git, together with attribute files in the tree, can name
programs that Git starts while it only compares: monitors of the file system, filters,
drivers for comparing. What is checked must not decide what runs, so all of them are
switched off, and with them hooks, the network and writing to the index.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

# What of the user's own settings of Git is kept; everything else named GIT_ is about
# one command (the index of a half-made commit, a trace) and not about ours.
_KEPT = frozenset(
    (
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH",
    )
)
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    # Otherwise a comparison writes what it has learned into the index.
    "diff.autoRefreshIndex": "false",
    "diff.external": "",
    # A folder that only looks like a repository is an article's neighbour, not its repository.
    "safe.bareRepository": "explicit",
}


class GitError(ValueError):
    """Git cannot tell what was asked for; the message says why and what helps."""


class Git:
    """Git in one folder; `run` raises GitError."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._program = _program()
        self._settings = dict(_SETTINGS)
        for name in self.run("config", "-z", "--name-only", "--get-regexp", r"^filter\.", ok=(0, 1)).split(b"\0"):
            filter = os.fsdecode(name).rpartition(".")[0]
            if filter:
                self._settings |= {f"{filter}.{key}": "" for key in ("clean", "smudge", "process")}
                self._settings[f"{filter}.required"] = "false"

    def run(self, *arguments: str, ok: Sequence[int] = (0,)) -> bytes:
        """What a command prints. Raises GitError when its exit status is none of `ok`."""
        done = self._run(arguments)
        if done[0] not in ok:
            said = os.fsdecode(done[2]).strip().splitlines() or [f"git {arguments[0]} ended with status {done[0]}"]
            raise GitError(f"{self.folder}: {said[0].removeprefix('fatal: ')}")
        return done[1]

    def asks(self, *arguments: str) -> str:
        """The one line that a command prints, or "" when it fails."""
        status, out, _ = self._run(arguments)
        return os.fsdecode(out).removesuffix("\n") if status == 0 else ""

    def _run(self, arguments: Sequence[str]) -> tuple[int, bytes, bytes]:
        import subprocess

        try:
            done = subprocess.run(
                [self._program, *arguments],
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise GitError(f"{self.folder}: Git cannot be run: {error.strerror or error}") from None
        return done.returncode, done.stdout, done.stderr

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
        settings = {"GIT_CONFIG_COUNT": str(len(self._settings))}
        for number, (key, value) in enumerate(self._settings.items()):
            settings |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        return {
            **kept,
            **settings,
            "LC_ALL": "C",
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_PAGER": "cat",
            "GIT_TERMINAL_PROMPT": "0",
        }


def _program() -> str:
    """The absolute path of Git; never one in the current folder."""
    folders = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if os.path.isabs(folder)]
    program = shutil.which("git", path=os.pathsep.join(folders))
    if program is None or not os.path.isabs(program):
        raise GitError("Git was not found; install it, or leave out --changed-since")
    return program
