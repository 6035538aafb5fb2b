"""The command `lintnews`, also as `python -m lintnews`."""

from __future__ import annotations

import gc

# Objects between two collections. Hardly anything a run makes is garbage in cycles, and
# with Python's 700 the collector takes a tenth of the time for nothing.
_THRESHOLD = 100_000


def run() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(_THRESHOLD)
    from .cli import main

    try:
        main(prog_name="lintnews")
    finally:
        gc.freeze()  # otherwise Python looks through all objects once more before it ends


if __name__ == "__main__":
    run()
