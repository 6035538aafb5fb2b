"""Names by which a site recognises a finding in the next run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..finding import Finding


def identities(findings: Sequence[Finding]) -> list[str]:
    """The fingerprints of one article's findings, each with a number, so that equal ones stay apart.

    Two identical leftovers between identical words share a fingerprint; the first of
    them is number 1.
    """
    seen: Counter[str] = Counter()
    names: list[str] = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        names.append(f"{finding.fingerprint}:{seen[finding.fingerprint]}")
    return names
