"""The command line as a user calls it: a process of its own, bytes in, bytes out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent


class Outcome(NamedTuple):
    """What a run left behind."""

    status: int
    out: str
    err: str

    @property
    def articles(self) -> list[dict[str, Any]]:
        """The articles of a JSON report."""
        found: list[dict[str, Any]] = json.loads(self.out)["articles"]
        return found

    @property
    def rules(self) -> list[str]:
        """The rules of the findings of a JSON report, in order."""
        return [finding["rule"] for article in self.articles for finding in article["findings"]]


def prepare(home: Path) -> None:
    """Give a user's cache folder the rules that this session has prepared: making them takes many seconds."""
    home.mkdir(parents=True, exist_ok=True)
    for path in Path(os.environ["LINTNEWS_CACHE_DIR"]).glob("rules-*.bin"):
        shutil.copy(path, home)


def environment(**more: str) -> dict[str, str]:
    """The environment of a run, with this checkout's package before any installed one."""
    given = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "PYTHONPATH")}
    return {**given, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def lintnews(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Outcome:
    """Run `lintnews` with these arguments; no run may show a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "lintnews", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**env),
        timeout=120,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in outcome.out + outcome.err, outcome.err
    return outcome


def check(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Outcome:
    """Run `lintnews check --format json`."""
    return lintnews("check", "--format", "json", *arguments, stdin=stdin, cwd=cwd, **env)
