"""Work spread over processes: in order, and never left behind.

However a run ends (done, Ctrl-C, an error, the parent killed outright), its
processes end with it, and a file that one of them is writing is written or as it was.
`concurrent.futures` does not promise that: a pool that is stopped in the middle may
hang, or print what its own thread stumbled over.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing import Process
    from multiprocessing.connection import Connection

_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")

# Items that travel to a process at once, at most: few enough that all processes are busy to the end.
_CHUNK = 16

# Seconds in which a process that is told to stop puts its files in order.
_GRACE = 1.0

_SAFE_PATH = "PYTHONSAFEPATH"

_HELD = {signal.SIGINT, signal.SIGTERM}


class WorkerError(RuntimeError):
    """A process ended before its work was done; the message says why, and what helps."""


def spread(
    work: Callable[[_Item], _Outcome],
    items: Sequence[_Item],
    count: int,
    begin: Callable[..., None],
    arguments: Iterable[Any] = (),
) -> Iterator[_Outcome]:
    """What `work` makes of each item, in order, by `count` processes that have called `begin(*arguments)` first.

    Functions, arguments, items and outcomes travel between processes. Raises what
    `begin` or `work` raises, and WorkerError when a process is killed.
    """
    size = max(1, min(_CHUNK, len(items) // (count * 4)))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    workers: dict[Connection, Process] = {}
    try:
        with _safe_path(), _signals_held():
            for _ in range(min(count, len(chunks))):
                _start(workers, work, begin, tuple(arguments))
        yield from _outcomes(workers, chunks)
    finally:
        _end(list(workers.values()))


def _start(workers: dict[Connection, Process], *arguments: Any) -> None:
    from multiprocessing import Pipe, Process

    ours, theirs = Pipe()
    process = Process(target=_worker, args=(theirs, *arguments), daemon=True)
    process.start()
    theirs.close()  # so that its end is seen when the process has gone
    workers[ours] = process


def _outcomes(workers: Iterable[Connection], chunks: Sequence[Sequence[Any]]) -> Iterator[Any]:
    """Hand a chunk to every process, and another to each that is done with one."""
    from multiprocessing.connection import wait

    waiting = iter(enumerate(chunks))
    busy: dict[Connection, int] = {}

    def hand_on(connection: Connection) -> None:
        if (following := next(waiting, None)) is not None:
            busy[connection], chunk = following
            # What a process said before it ended, if anything, is still to be read.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.send(chunk)

    done: dict[int, list[Any]] = {}
    try:
        for connection in workers:
            hand_on(connection)
        for number in range(len(chunks)):
            while number not in done:
                for connection in cast("list[Connection]", wait(list(busy))):
                    outcomes = connection.recv()
                    if isinstance(outcomes, Exception):
                        raise outcomes
                    done[busy.pop(connection)] = outcomes
                    hand_on(connection)
            yield from done.pop(number)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise WorkerError(
            "a worker process ended before its work was done, most likely killed because memory ran out; "
            "run again with fewer processes, such as --jobs 1"
        ) from None


def _end(processes: Sequence[Process]) -> None:
    """Let processes stop in good order, and kill those that do not."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + _GRACE
    for process in processes:
        process.join(max(0.0, until - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()


@contextmanager
def _safe_path() -> Iterator[None]:
    """Let new interpreters not look for modules in the current folder, which may be what is checked."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait, also in processes that are started meanwhile, until they know what to do with them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _worker(
    connection: Connection, work: Callable[[Any], Any], begin: Callable[..., None], arguments: Sequence[Any]
) -> None:
    """What a process does: chunks in, lists of outcomes out, until it is told to stop."""
    # Ctrl-C reaches all processes of a terminal; the parent decides what comes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    try:
        _leave_with_parent()
        begin(*arguments)
        while True:
            connection.send([_done(work, item) for item in connection.recv()])
    except Exception as error:
        with suppress(Exception):
            connection.send(error)
    os._exit(1)  # nothing here is worth more time


_working = _stopped = False


def _done(work: Callable[[Any], Any], item: Any) -> Any:
    global _working
    _working = True
    outcome = work(item)
    _working = False
    if _stopped:
        os._exit(1)
    return outcome


def _stop(number: int, frame: object) -> None:
    """End the process: now, or after the item in work, which may be a file half written."""
    global _stopped
    if not _working:
        os._exit(1)
    _stopped = True


def _leave_with_parent() -> None:
    """End this process when the parent has gone, however that came about."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    def leave() -> None:
        if parent := parent_process():
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=leave, daemon=True).start()
