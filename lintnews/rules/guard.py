"""A rule called safely: whoever wrote it, it cannot take the run down or point outside of the article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..document.model import Document
from ..finding import APPLICABILITIES, SEVERITIES, Edit
from ..span import Span
from .model import Hit, Rule, Sighting

_LONGEST = 200


class Failure(NamedTuple):
    """A rule that broke down on an article: its name, and in one line what went wrong."""

    rule: str
    reason: str

    def __str__(self) -> str:
        return f"the rule {self.rule} failed: {self.reason}; --ignore {self.rule} leaves it out"


class RuleFailedError(RuntimeError):
    """A rule broke down; the message is that of its `failure`."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure


def call(document: Document, rule: Rule, sightings: Sequence[Sighting]) -> list[Hit]:
    """The hits of one rule, each of them proved to lie inside the document. Raises RuleFailedError."""
    try:
        found = list(rule.check(document, sightings))
        if rule.by_function:  # those of clauses are our own
            for hit in found:
                _prove(document, hit)
    except (Exception, SystemExit) as error:
        raise RuleFailedError(failure(rule.id, error)) from error
    return found


def failure(rule: str, error: BaseException) -> Failure:
    """What went wrong in a rule, and on which line of which file."""
    return Failure(rule, describe(error))


def describe(error: BaseException) -> str:
    """An exception in one line: its kind, its message, and the innermost line it came through."""
    try:
        message = " ".join(str(error).split())
    except Exception:  # an exception's own text may be broken, too
        message = ""
    if len(message) > _LONGEST:
        message = message[: _LONGEST - 1] + "…"
    place = ""
    if trace := error.__traceback__:
        while trace.tb_next:
            trace = trace.tb_next
        place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno})"
    return type(error).__name__ + (f": {message}" if message else "") + place


def _prove(document: Document, hit: Hit) -> None:
    """Raise TypeError or ValueError for a hit that no finding can be made of."""
    if not isinstance(hit, Hit):
        raise TypeError(f"it gave {hit!r:.80}, which is no Hit")
    _prove_span("span", hit.span, len(document.text))
    if hit.place is not None:
        _prove_span("place", hit.place, len(document.source))
    elif not document.blocks:
        raise ValueError("it found something in an article without text; only a hit with a place can be there")
    if not isinstance(hit.evidence, tuple) or not all(isinstance(text, str) for text in hit.evidence):
        raise TypeError(f"the evidence of a hit is {hit.evidence!r:.80} instead of a tuple of strings")
    for name in ("repair", "message"):
        if not isinstance(value := getattr(hit, name), str | None):
            raise TypeError(f"the {name} of a hit is {value!r:.80} instead of a string")
    if hit.severity not in (None, *SEVERITIES) or hit.applicability not in (None, *APPLICABILITIES):
        raise ValueError(f"a hit has the severity {hit.severity!r} and the applicability {hit.applicability!r}")
    _prove_edits(hit.edits, len(document.source))


def _prove_edits(edits: Iterable[Edit], length: int) -> None:
    last = 0
    for edit in sorted(edits):
        _prove_span("edit", edit.span, length)
        if edit.span.start < last or not isinstance(edit.text, str):
            raise ValueError("the edits of a hit overlap, or their texts are no strings")
        last = edit.span.end


def _prove_span(name: str, span: Span, length: int) -> None:
    if not isinstance(span, Span) or not all(type(offset) is int for offset in span):
        raise TypeError(f"the {name} of a hit is {span!r:.80} instead of a Span of two numbers")
    if not 0 <= span.start <= span.end <= length:
        raise ValueError(f"the {name} {span.start}..{span.end} of a hit lies outside of the {length} characters")
