"""What all tests share: a cache folder of their own, and `--regenerate` for the expected reports."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

_MADE = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the expected reports of fixtures/ anew instead of comparing them; read the diff before you keep it",
    )


def pytest_configure(config: pytest.Config) -> None:
    # Workers of pytest-xdist inherit the folder; the first process removes it.
    if not hasattr(config, "workerinput"):
        config.stash[_MADE] = os.environ["LINTNEWS_CACHE_DIR"] = tempfile.mkdtemp(prefix="lintnews-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if made := config.stash.get(_MADE, None):
        shutil.rmtree(made, ignore_errors=True)
