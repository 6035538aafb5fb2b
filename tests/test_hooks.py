"""The pre-commit hooks, the action and the pipelines: what they run is what lintnews takes."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
ROOT = Path(__file__).parent.parent
PRE_COMMIT = shutil.which("pre-commit", path=os.path.dirname(sys.executable)) or shutil.which("pre-commit")
AD = "The vote was close.\n\nAdvertisement\n\nThe ferry was late, and nobody knew why.\n"
CLEAN = "The vote was close.\n\nThe ferry was late, and nobody knew why.\n"


def hooks() -> list[dict[str, Any]]:
    return list(yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()))


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A Desk"), ("EMAIL", "desk@skerry.example"))
    }
    path = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **identity, "PATH": path, "PRE_COMMIT_HOME": str(folder.parent / "home")},
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository whose commits go through the hook that only checks, run with this installation."""
    folder = tmp_path / "site"
    folder.mkdir()
    assert git(folder, "init", "-q").returncode == 0
    command = shlex.quote(sys.executable) + " -P -m lintnews"
    local = [{**hook, "language": "system", "entry": hook["entry"].replace("lintnews", command, 1)} for hook in hooks()]
    config = {"repos": [{"repo": "local", "hooks": [hook for hook in local if hook["id"] == "lintnews"]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    with_fix = {"repos": [{"repo": "local", "hooks": [hook for hook in local if hook["id"] == "lintnews-fix"]}]}
    (folder / "fix.yaml").write_text(yaml.safe_dump(with_fix))
    return folder


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    assert PRE_COMMIT
    return subprocess.run(
        [PRE_COMMIT, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PRE_COMMIT_HOME": str(folder.parent / "home")},
    )


@pytest.mark.skipif(not PRE_COMMIT, reason="pre-commit is not installed")
def test_a_commit_with_an_advertisement_is_blocked_and_passes_once_it_is_fixed(site: Path) -> None:
    assert pre_commit(site, "install").returncode == 0
    (site / "ferry.txt").write_text(AD)
    (site / "code.py").write_text('print("Advertisement")\n')
    git(site, "add", ".")
    blocked = git(site, "commit", "-m", "Publish")
    assert blocked.returncode == 1, blocked
    assert "promotion/ad-placeholder" in blocked.stdout + blocked.stderr
    assert "code.py" not in blocked.stdout + blocked.stderr
    fixed = pre_commit(site, "run", "--config", "fix.yaml", "lintnews-fix")
    assert fixed.returncode == 1, "a hook that changes files fails once, so that somebody looks"
    assert (site / "ferry.txt").read_text() == CLEAN
    git(site, "add", ".")
    passed = git(site, "commit", "-m", "Publish")
    assert passed.returncode == 0, passed
    assert git(site, "show", "HEAD:ferry.txt").stdout == CLEAN


@pytest.mark.skipif(not PRE_COMMIT, reason="pre-commit is not installed")
def test_the_file_of_hooks_is_one_that_pre_commit_takes() -> None:
    done = pre_commit(ROOT, "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_hooks_and_pipelines_use_options_that_exist() -> None:
    from click.testing import CliRunner

    from lintnews.cli import main

    known = CliRunner().invoke(main, ["check", "--help"]).output
    texts = [hook["entry"] for hook in hooks()]
    texts += [(ROOT / name).read_text() for name in ("action.yml", "docs/ci/gitlab.yml", "docs/ci/github.yml")]
    used = {
        option
        for text in texts
        for line in text.splitlines()
        if "pip" not in line and ("check" in line or "args:" in line)
        for option in re.findall(r"(?<=\s)--[a-z-]+[a-z]", line)
    }
    assert {"--force-exclude", "--fix", "--format", "--output", "--changed-since"} <= used
    assert [option for option in used if option not in known] == []


def test_the_action_lets_no_input_become_a_command() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    lines = action["runs"]["steps"][-1]["run"].replace('"$RUNNER_TEMP/lintnews/bin/lintnews"', "printf '<%s>'")
    done = subprocess.run(
        ["bash", "-euc", lines],
        capture_output=True,
        text=True,
        env={**os.environ, "LINT_PATHS": "articles $(touch x)", "LINT_ARGS": ""},
    )
    assert done.stdout == "<check><--format><github><--><articles><$(touch><x)>"
