"""A finding that a configuration says is known and meant."""

from __future__ import annotations

from typing import NamedTuple


class Ignore(NamedTuple):
    """One entry of a configuration's `[[ignores]]`: a finding of this file that is known and meant.

    `rule` is the id of a rule, or the beginning of one. `matched` is the text that
    was found, `fingerprint` the finding's; with neither, every finding of the rule
    is meant. `path` is the pattern as written. `file` is the configuration that holds
    the entry, and `number` its place there, from 0.
    """

    rule: str
    path: str
    matched: str | None = None
    fingerprint: str | None = None
    reason: str = ""
    file: str = ""
    number: int = 0
