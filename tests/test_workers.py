"""Runs over several processes: the same bytes, and nothing left behind however they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import ROOT, environment, lintnews

from lintnews.workers import WorkerError, spread

sys.path.insert(0, str(ROOT / "benchmarks"))
from made_up import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


# ---- spreading


def _begin(*values: object) -> None:
    assert values == ("both", 1)


def _square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("count", [1, 2, 3, 40])
@pytest.mark.parametrize("amount", [1, 2, 33, 200])
def test_outcomes_come_in_the_order_of_the_items(count: int, amount: int) -> None:
    found = spread(_square, range(amount), count, _begin, ("both", 1))
    assert list(found) == [number * number for number in range(amount)]
    assert _children() == []


def _fails(number: int) -> int:
    if number == 30:
        raise KeyError("no such harbour")
    return number


def test_what_fails_in_a_process_fails_the_run() -> None:
    with pytest.raises(KeyError, match="no such harbour"):
        list(spread(_fails, range(100), 2, _begin, ("both", 1)))
    with pytest.raises(AssertionError):
        list(spread(_square, range(100), 2, _begin))
    assert _children() == []


def _dies(number: int) -> int:
    if number == 30:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_fails_the_run() -> None:
    with pytest.raises(WorkerError, match=r"ended before its work was done.*; run again with .* --jobs 1"):
        list(spread(_dies, range(100), 2, _begin, ("both", 1)))
    assert _children() == []


def test_a_run_that_nobody_wants_any_more_ends() -> None:
    found = spread(_square, range(1000), 2, _begin, ("both", 1))
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert _children() == []


def _children() -> list[int]:
    """The processes that this one has started, and that are still there."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    if not tasks.exists():
        pytest.skip("no /proc here")
    return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]


# ---- being told to stop


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles than can be checked before a signal comes."""
    folder = tmp_path_factory.mktemp("many")
    write(folder, 300)
    for number in range(40):  # and some that take long
        (folder / f"long{number}.txt").write_text(
            f"The vote on bill {number} is on Friday, and nobody knows.\n\n" * 8_000
        )
    lintnews("check", next(folder.rglob("*.txt")))  # prepares the rules
    return folder


@contextmanager
def running(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """A run in a session of its own, in the middle of its work."""
    command = [sys.executable, "-m", "lintnews", "check", "--no-cache", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True, text=True
    ) as process:
        yield process
        assert _session(process.pid) == []


def _session(leader: int) -> list[int]:
    """The processes of a session, a moment after it should have ended."""
    for _ in range(50):
        found = subprocess.run(["ps", "-o", "pid=", "-s", str(leader)], capture_output=True, text=True, check=False)
        if not found.stdout.split():
            return []
        time.sleep(0.1)
    return [int(pid) for pid in found.stdout.split()]


def _workers(process: subprocess.Popen[str], count: int) -> list[int]:
    """The worker processes of a run, as soon as all of them are there."""
    for _ in range(300):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if len(children) == count:
            time.sleep(0.2)
            return [int(child) for child in children]
        time.sleep(0.02)
    raise AssertionError("the workers did not start")


SIGNALS = {signal.SIGINT: "lintnews: interrupted\n", signal.SIGTERM: "lintnews: terminated\n"}


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("everybody", [False, True], ids=["parent", "group"])
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_signal_ends_the_run_in_good_order(many: Path, number: signal.Signals, everybody: bool, jobs: int) -> None:
    with running("--jobs", str(jobs), many) as process:
        if jobs > 1:
            _workers(process, jobs)
        else:
            _listens(process)
            time.sleep(0.5)
        began = time.monotonic()
        (os.killpg if everybody else os.kill)(process.pid, number)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (128 + number, "", SIGNALS[number])
        assert time.monotonic() - began < 5  # two, and patience with a busy machine


def _listens(process: subprocess.Popen[str]) -> None:
    """Wait until a run handles signals: before, it is Python that starts."""
    for _ in range(500):
        status = Path(f"/proc/{process.pid}/status").read_text()
        handled = int(status.split("SigCgt:")[1].split()[0], 16)
        if handled >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.01)
    raise AssertionError("no handler was set")


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.1, 0.15, 0.2, 0.3])
def test_a_signal_while_processes_start_leaves_none_behind(many: Path, delay: float) -> None:
    with running("--jobs", "4", many) as process:
        _listens(process)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (130, SIGNALS[signal.SIGINT])


def test_a_parent_that_is_killed_takes_its_processes_along(many: Path) -> None:
    with running("--jobs", "3", many) as process:
        _workers(process, 3)
        process.kill()
        process.communicate(timeout=30)


def test_a_worker_that_is_killed_is_an_error_with_a_remedy(many: Path) -> None:
    with running("--jobs", "3", many) as process:
        os.kill(_workers(process, 3)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (2, "")
    assert err.startswith("lintnews: a worker process ended before its work was done, most likely killed because")
    assert err.endswith("run again with fewer processes, such as --jobs 1\n")


def test_articles_are_whole_when_fixing_is_interrupted(tmp_path: Path) -> None:
    paths = write(tmp_path, 400)
    before = {path: path.read_bytes() for path in paths}
    with running("--fix", "--jobs", "3", tmp_path) as process:
        _workers(process, 3)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == 130
    # Sentences put together from few words recur.
    again = lintnews("check", "--fix", "--no-cache", "--ignore", "structure/cross-document-block", tmp_path)
    assert again.status == 0
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(paths)  # no file beside them
    for path, old in before.items():
        assert set(path.read_text().split("\n")) <= set(old.decode().split("\n"))


# ---- standard streams


def test_a_disk_that_is_full_is_an_error(tmp_path: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    (tmp_path / "a.txt").write_text("It rains.\n")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", str(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "lintnews: the report cannot be written: No space left on device\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_traceback(tmp_path: Path, closed: str) -> None:
    (tmp_path / "a.txt").write_text("It rains.\n\nAdvertisement\n")
    for what, status in (("a.txt", 1), ("-", 0)):
        done = subprocess.run(
            ["sh", "-c", f'"{sys.executable}" -m lintnews check {what} {closed}'],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
            cwd=tmp_path,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (status, "")


def test_nohup_keeps_a_run_going(many: Path) -> None:
    command = f'trap "" INT; exec "{sys.executable}" -m lintnews check --no-cache --jobs 2 "{many / "00"}"'
    with subprocess.Popen(
        ["sh", "-c", command], stdout=subprocess.PIPE, env=environment(), start_new_session=True, text=True
    ) as process:
        _listens(process)
        os.killpg(process.pid, signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "of 100 articles" in out
