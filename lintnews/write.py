"""Writing files so that nobody ever finds half of one: fixed articles, and what a run makes."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator


class WriteError(OSError):
    """A file that could not be written; it is as it was. The message says why."""


def write_file(path: str, old: bytes, new: bytes) -> None:
    """Replace the contents `old` of a file by `new`, all of it or nothing.

    The new contents go into a file beside it, which then takes its place; the
    mode is kept, a symbolic link is followed. A file that no longer holds `old`
    (another run, an editor) is left alone. Raises WriteError.
    """
    target = os.path.realpath(path)
    with _replacing(target, new) as temporary:
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        with open(target, "rb") as file:
            if file.read() != old:
                raise WriteError("it was changed by somebody else while it was being fixed; run lintnews again")


def write_whole(path: str, data: bytes) -> None:
    """Make a file that holds `data`, or replace all of it, or do nothing.

    What is no file (a device, a pipe, whatever lies under /dev) is written to as
    it is. Raises WriteError.
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(path).st_mode
    except OSError:
        mode = None
    if os.path.abspath(path).startswith("/dev/") or (mode is not None and not stat.S_ISREG(mode)):
        try:
            with open(path, "wb") as file:
                file.write(data)
        except OSError as error:
            raise WriteError(error.strerror or str(error)) from None
        return
    with _replacing(target, data) as temporary:
        os.chmod(temporary, 0o666 & ~_mask() if mode is None else stat.S_IMODE(mode))


@contextlib.contextmanager
def _replacing(target: str, data: bytes) -> Iterator[str]:
    """A file beside `target` that holds `data`; it takes the place of `target` when all went well."""
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".lintnews-", dir=os.path.dirname(target))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
        os.replace(temporary, target)
        temporary = ""
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(error.strerror or str(error)) from None
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _mask() -> int:
    """The process's file mode creation mask; the system tells it only when it is set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
