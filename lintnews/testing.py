"""Runs the examples of a rule: its tests, for us, for `lintnews rules test`, and for third parties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import parse
from .document.model import Scope
from .document.recurring import count, mark, own, profile
from .engine import check
from .finding import Finding
from .fix import apply
from .rules.fold import fold
from .rules.guard import RuleFailedError
from .rules.model import Example, Rule, RuleSet
from .span import Span

# Passes after which a fix that still finds something to do is said not to settle.
_PASSES = 10

_MARKUP_EDGE = re.compile(r"(?:\s|<[^<>]*>)*")


def problems(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule by its own examples, one line each; nothing for a sound rule.

    A rule must show both what it marks and what it lets go; every example must
    be marked exactly; every phrase must stand in an example that marks it;
    every fix must settle, give `fixed`, and leave nothing to find.
    """
    if not any(example.marks for example in rule.examples):
        yield "no example is marked: add one with ⟦ ⟧ around what the rule finds"
    if all(example.marks for example in rule.examples):
        yield "no example is silent: add a near miss that the rule must let go"
    for example in rule.examples:
        try:
            found = list(example_problems(rule, example))
        except RuleFailedError as error:
            found = [f"the rule fails: {error.failure.reason}"]
        yield from (f"example {example.name!r}: {problem}" for problem in found)
    yield from _unused_phrases(rule)


def example_problems(rule: Rule, example: Example) -> Iterator[str]:
    """What is wrong with one example, one line each."""
    found = _findings(rule, example.source, example)
    want = [_trimmed(example.source, mark) for mark in example.marks]
    have = [_trimmed(example.source, finding.span) for finding in found]
    for span in want:
        if span not in have:
            yield f"not found: {_show(example.source, span)}"
    for span in have:
        if span not in want:
            yield f"found but not marked: {_show(example.source, span)}"
    if example.fixed is None or want != have:
        return
    source = example.source
    for _ in range(_PASSES):
        result = apply(source, _findings(rule, source, example), ("safe", "unsafe"))
        if not result.applied:
            break
        source = result.source
    else:
        yield "the fix does not settle: it finds something to repair in its own result"
        return
    if source != example.fixed:
        yield f"fixed gives {source!r}, the example says {example.fixed!r}"
    if left := _findings(rule, source, example):
        yield f"after the fix the rule still finds {_show(source, left[0].span)}"


def _findings(rule: Rule, source: str, example: Example) -> list[Finding]:
    # A rule about the furniture of a page finds nothing in the article.
    scope: Scope = "page" if set(rule.where.regions) - {"article"} else "article"
    document = parse(source, example.format, scope)
    if example.others:
        # Counted as they were before any repair, like in a run.
        run = [parse(article, example.format, scope) for article in (example.source, *example.others)]
        document = mark(document, own(profile(run[0]), count(map(profile, run))))
    return check(document, RuleSet((rule,)))


def _trimmed(source: str, span: Span) -> Span:
    """`span` without the white space and tags at its edges, which no reader sees."""
    start, end = span
    if lead := _MARKUP_EDGE.match(source, start, end):
        start = lead.end()
    while start < end:
        inside = source[start:end].rstrip()
        if not inside.endswith(">") or "<" not in inside:
            return Span(start, start + len(inside))
        end = start + inside.rindex("<")
    return Span(start, end)


def _show(source: str, span: Span) -> str:
    return f"{source[span.start : span.end]!r} at {span.start}..{span.end}"


def _unused_phrases(rule: Rule) -> Iterator[str]:
    marked = [
        " ".join(fold(parse(example.source[mark.start : mark.end], example.format).text).split())
        for example in rule.examples
        for mark in example.marks
    ]
    for clause in rule.clauses:
        for phrase in clause.phrases:
            if not any(phrase in text for text in marked):
                yield f"no example marks the phrase {phrase!r}"
