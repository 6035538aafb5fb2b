"""How a Python rule is written: a function under `@rule(...)`, which returns a `Rule`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

from ..document.model import Format
from ..finding import Applicability, Severity
from .fold import fold
from .model import Check, Example, Rule, RuleError, Selector, Status


def marked(name: str, source: str, *, format: Format = "text", fixed: str | None = None) -> Example:
    """An example whose expected findings stand between ⟦ and ⟧; without marks the rule must be silent."""
    return Example(name, format, source, fixed)


def rule(
    id: str,
    *,
    summary: str,
    message: str,
    severity: Severity,
    why: str,
    since: str,
    examples: Sequence[Example],
    status: Status = "stable",
    where: Selector | None = None,
    literals: Sequence[str] = (),
    delete: bool = False,
    repairs: bool = False,
    stage: int = 0,
    applicability: Applicability = "safe",
    protected: bool = False,
    aliases: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a function; see `Rule` for the meaning of the arguments.

    The function is called only for documents in which one of `literals` stands
    (in any case; none: for every document). Raises RuleError for a protected
    rule that repairs.
    """
    if protected and (delete or applicability != "display"):
        raise RuleError(f"{id}: a protected rule is never repaired by a program; use applicability='display'")

    def make(check: Check) -> Rule:
        code = getattr(check, "__code__", None)
        return Rule(
            id=id,
            summary=summary,
            message=message,
            severity=severity,
            check=check,
            why=why.strip(),
            since=since,
            status=status,
            where=where or Selector(),
            delete=delete,
            repairs=repairs,
            stage=stage,
            applicability=applicability,
            examples=tuple(examples),
            aliases=tuple(aliases),
            tags=tuple(tags),
            protected=protected,
            literals=tuple(fold(literal) for literal in literals),
            digest=f"{zlib.crc32(code.co_code if code else id.encode()):08x}",
            origin=getattr(check, "__module__", ""),
        )

    return make
