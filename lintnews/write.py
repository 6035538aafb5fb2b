"""Writing a fixed article back, so that nobody ever finds half a file."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile


class WriteError(OSError):
    """A file that could not be written; it is as it was. The message says why."""


def write_file(path: str, old: bytes, new: bytes) -> None:
    """Replace the contents `old` of a file by `new`, all of it or nothing.

    The new contents go into a file beside it, which then takes its place; the
    mode is kept, a symbolic link is followed. A file that no longer holds `old`
    (another run, an editor) is left alone. Raises WriteError.
    """
    target = os.path.realpath(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".lintnews-", dir=os.path.dirname(target))
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        with open(target, "rb") as file:
            if file.read() != old:
                raise WriteError("it was changed by somebody else while it was being fixed; run lintnews again")
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
