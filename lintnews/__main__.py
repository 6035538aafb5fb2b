"""The command `lintnews`, also as `python -m lintnews`."""

from __future__ import annotations

import gc
import os
import signal
import sys

# Objects between two collections. Hardly anything a run makes is garbage in cycles, and
# with Python's 700 the collector takes a tenth of the time for nothing.
_THRESHOLD = 100_000

_SIGNALS = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}


class Stopped(BaseException):
    """Somebody asked the run to stop; `signal` says how."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal


def run() -> None:
    """Run the command line and exit with its status.

    Ctrl-C and SIGTERM end the run in good order: one line, and the status of the signal.
    """
    gc.set_threshold(_THRESHOLD)
    sys.unraisablehook = _not_raised
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:  # as it is under nohup
            signal.signal(number, _stop)
    for stream in ("stdin", "stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by whoever started the run
            setattr(sys, stream, open(os.devnull, "r" if stream == "stdin" else "w"))  # noqa: SIM115
    try:
        from .cli import main

        try:
            main(prog_name="lintnews")
        finally:
            gc.freeze()  # otherwise Python looks through all objects once more before it ends
    except Stopped as stop:
        sys.exit(_stopped(stop))
    except OSError as error:
        # All files have been seen to: only standard output is left, such as a disk that is full.
        print(f"lintnews: the report cannot be written: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nobody needs to try again at the end
        sys.exit(2)


def _stop(number: int, frame: object) -> None:
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_DFL)  # a second one ends the run at once
    raise Stopped(number)


def _stopped(stop: Stopped) -> int:
    """Say so, and give the status."""
    print(f"lintnews: {_SIGNALS[signal.Signals(stop.signal)]}", file=sys.stderr, flush=True)
    return 128 + stop.signal


def _not_raised(problem: sys.UnraisableHookArgs) -> None:
    """End the run where Python lets no exception through, as while it frees an object."""
    if isinstance(problem.exc_value, Stopped):
        os._exit(_stopped(problem.exc_value))
    sys.__unraisablehook__(problem)


if __name__ == "__main__":
    run()
