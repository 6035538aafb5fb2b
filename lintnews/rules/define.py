"""How a Python rule is written: a function under `@rule(...)`, which returns a `Rule`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..document.model import Document, Format
from ..finding import Applicability, Severity
from .fold import fold
from .model import Clause, Example, Hit, Rule, RuleError, Selector, Sighting, Status, Wording
from .options import ALLOW, Option, declared
from .said import Said


def marked(
    name: str, source: str, *, format: Format = "text", fixed: str | None = None, others: Sequence[str] = ()
) -> Example:
    """An example whose expected findings stand between ⟦ and ⟧; without marks the rule must be silent.

    `others` are further articles of the run, for a rule that compares.
    """
    return Example(name, format, source, fixed, tuple(others))


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
    wordings: Sequence[Wording] = (),
    delete: bool = False,
    repairs: bool = False,
    stage: int = 0,
    applicability: Applicability = "safe",
    protected: bool = False,
    aliases: Sequence[str] = (),
    tags: Sequence[str] = (),
    options: Sequence[Option] = (),
) -> Callable[[Callable[..., Iterable[Hit]]], Rule]:
    """Make a rule of a function; see `Rule` for the meaning of the arguments.

    The function takes the document and the sightings. It is called only for documents
    in which one of `literals` stands (in any case), or one of `wordings` may be found;
    with neither, for every document. With wordings it takes a `Said` as third
    argument, which tells where. `options` names its keyword-only parameters, which a
    newsroom may set. Raises RuleError for a protected rule that repairs, and for
    options that are not the function's.
    """
    if protected and (delete or applicability != "display"):
        raise RuleError(f"{id}: a protected rule is never repaired by a program; use applicability='display'")

    def make(check: Callable[..., Iterable[Hit]]) -> Rule:
        try:
            own = declared(options, getattr(check, "__kwdefaults__", None))
        except ValueError as error:
            raise RuleError(f"{id}: {error}") from None
        code = getattr(check, "__code__", None)
        decisive = [code.co_code if code else id, message, severity, where, delete, stage, applicability]
        decisive += [literals, wordings, own]
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
            wordings=tuple(wordings),
            literals=tuple(fold(literal) for literal in literals),
            by_function=True,
            options=(*own, ALLOW),
            digest=f"{zlib.crc32(repr(decisive).encode()):08x}",
            origin=getattr(check, "__module__", ""),
        )

    return make


def spoken(check: Callable[..., Iterable[Hit]], wordings: Sequence[Wording], clauses: Sequence[Clause]) -> Any:
    """The check that tells the function which wordings have been sighted; `clauses` hold their alternatives."""

    def told(document: Document, sightings: Sequence[Sighting], **options: Any) -> Iterable[Hit]:
        return check(document, sightings, Said(wordings, clauses, sightings), **options)

    return told
