"""Checking a folder runs no code from it, whatever lies there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, environment, lintnews, prepare

sys.path.insert(0, str(ROOT / "benchmarks"))
from made_up import write

# Names under which Python, lintnews, its libraries or a tool for tests would import something.
MODULES = (
    "sitecustomize usercustomize conftest lintnews click typing signal json sqlite3 multiprocessing importlib ahocorasick "
    "regex runpy encodings evil setup __main__ __init__ _socket threading hashlib tempfile"
).split()


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder with articles in which everything that could run leaves a mark."""
    lintnews("check", "-")
    for user in ("home", "us", "somebody else"):
        prepare(tmp_path / user / "lintnews")
    folder = tmp_path / "trap"
    folder.mkdir()
    write(folder, 60)
    mark = f"open({str(tmp_path / 'executed')!r}, 'a').write(__file__ + '\\n')\n"
    places = [folder, folder / "rules", folder / "rules" / "promotion", folder / "00", folder / "lintnews_sample"]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
        for name in MODULES:
            (place / f"{name}.py").write_text(mark)
    (folder / "rules" / "promotion" / "evil.toml").write_text("not a rule")
    info = folder / "evil-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[lintnews.rules]\nevil = evil:RULES\n[lintnews.reporters]\nevil = evil:render\n"
    )
    (folder / "evil.pth").write_text(f"import os; {mark}")
    command = f"touch {tmp_path / 'executed'}"
    hooks = folder / ".git" / "hooks"
    hooks.mkdir(parents=True)
    for hook in ("pre-commit", "post-checkout", "fsmonitor-watchman", "post-index-change"):
        (hooks / hook).write_text(f"#!/bin/sh\n{command}\n")
        (hooks / hook).chmod(0o755)
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git" / "refs").mkdir()
    (folder / ".git" / "objects").mkdir()
    (folder / ".git" / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n"
        f"\tfsmonitor = {hooks / 'fsmonitor-watchman'}\n\thooksPath = {hooks}\n\tpager = {command}\n\tsshCommand = {command}\n"
        f'[diff]\n\texternal = {command}\n[filter "x"]\n\tclean = {command}\n\tsmudge = {command}\n'
    )
    (folder / ".gitattributes").write_text("* filter=x diff=x\n")
    shutil.copytree(ROOT / "tests" / "sample_plugin" / "lintnews_sample", folder / "sample", dirs_exist_ok=True)
    return folder


def run(command: list[str | Path], folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        cwd=folder,
        env=environment(**env),
        timeout=120,
        text=True,
        check=False,
    )


COMMANDS = (
    ["check", "."],
    ["check", "--jobs", "3", "--format", "json", "."],
    ["check", "--diff", "."],
    ["rules", "list"],
    ["rules", "test", "promotion/ad-placeholder"],
    ["clean"],
)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The command as an installer writes it."""
    path = tmp_path / "bin" / "lintnews"
    path.parent.mkdir()
    path.write_text(f"#!{sys.executable}\nfrom lintnews.__main__ import run\nrun()\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_command_runs_nothing_from_the_folder(
    trap: Path, tmp_path: Path, script: Path, arguments: list[str]
) -> None:
    done = run([script, *arguments], trap, LINTNEWS_CACHE_DIR="", XDG_CACHE_HOME=str(tmp_path / "home"))
    assert done.returncode in (0, 1), done.stderr
    assert not (tmp_path / "executed").exists(), (tmp_path / "executed").read_text()


@pytest.mark.parametrize("arguments", COMMANDS[:3], ids=" ".join)
def test_nor_does_the_module_with_a_safe_path(trap: Path, tmp_path: Path, arguments: list[str]) -> None:
    assert run([sys.executable, "-P", "-m", "lintnews", *arguments], trap).returncode == 1
    assert run([sys.executable, "-m", "lintnews", *arguments], trap, PYTHONSAFEPATH="1").returncode == 1
    assert not (tmp_path / "executed").exists(), (tmp_path / "executed").read_text()


def test_the_module_takes_no_plugin_from_the_folder(trap: Path, tmp_path: Path) -> None:
    # `python -m` itself looks for modules in the current folder first; with none there that it needs, nothing runs.
    for name in MODULES:
        if name not in ("sitecustomize", "usercustomize", "conftest", "evil", "setup"):
            (trap / f"{name}.py").unlink()
    assert run([sys.executable, "-m", "lintnews", "check", "--jobs", "2", "."], trap).returncode == 1
    assert not (tmp_path / "executed").exists(), (tmp_path / "executed").read_text()


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_nor_do_worker_processes(trap: Path, tmp_path: Path, method: str) -> None:
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    driver = tmp_path / "driver" / "driver.py"
    driver.parent.mkdir()
    driver.write_text(
        "import multiprocessing, sys\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    from lintnews.__main__ import run\n"
        "    run()\n"
    )
    done = run([sys.executable, driver, "check", "--jobs", "2", "."], trap)
    assert (done.returncode, done.stderr) == (1, "")
    assert not (tmp_path / "executed").exists(), (tmp_path / "executed").read_text()


def test_a_cache_that_came_with_the_folder_is_not_opened(trap: Path, tmp_path: Path) -> None:
    other = {"LINTNEWS_CACHE_DIR": "", "XDG_CACHE_HOME": str(tmp_path / "somebody else")}
    ours = {"LINTNEWS_CACHE_DIR": "", "XDG_CACHE_HOME": str(tmp_path / "us")}
    command: list[str | Path] = [sys.executable, "-P", "-m", "lintnews", "check", "--format", "json", "."]
    run(command, trap, **other)
    (theirs,) = (trap / ".lintnews_cache").glob("*.sqlite")
    theirs.write_bytes(b"what a broken database would do to a reader")
    fresh = run(command, trap, **ours)
    assert (fresh.returncode, fresh.stderr) == (1, "")
    assert theirs.read_bytes().startswith(b"what")
    assert os.path.getsize(next(path for path in theirs.parent.glob("*.sqlite") if path != theirs)) > 1000


def test_the_trap_is_a_trap(trap: Path, tmp_path: Path) -> None:
    run([sys.executable, "-m", "lintnews", "check", "."], trap)
    assert (tmp_path / "executed").exists()
