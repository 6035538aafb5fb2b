"""A rule with its options set: the same rule, told more."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from ..document.model import Document
from .fold import fold
from .match import clause_check, is_word
from .model import Check, Hit, Rule, Sighting
from .packed import whole


def configured(rule: Rule, values: Mapping[str, Any]) -> Rule:
    """`rule` with its options set to `values` (option name -> value, lists as tuples).

    The values must be valid. Without any, or with the defaults alone, the rule
    stays as it is, its digest included.
    """
    defaults = {option.name: option.default for option in rule.options}
    given = {name: value for name, value in values.items() if value != defaults[name]}
    if not given:
        return rule
    digest = f"{zlib.crc32(repr((rule.digest, sorted(given.items()))).encode()):08x}"
    allow = given.pop("allow", ())
    rule = _with_parameters(rule, given) if rule.by_function else _with_phrases(rule, given.pop("phrases", ()))
    check = _sparing(rule.check, [_folded(phrase) for phrase in allow]) if allow else rule.check
    return rule._replace(check=check, digest=digest)


def _with_parameters(rule: Rule, given: Mapping[str, Any]) -> Rule:
    """A rule that is a function, with its keyword-only parameters."""
    named = {option.name: option for option in rule.options}
    check = partial(rule.check, **{named[name].parameter: value for name, value in given.items()})
    seen = [fold(text) for name, value in given.items() if named[name].seen for text in value]
    # A rule that requires nothing is called for every document already.
    requires = rule.literals or rule.clauses
    return rule._replace(check=check, literals=(*rule.literals, *seen) if requires else ())


def _with_phrases(rule: Rule, phrases: Sequence[str]) -> Rule:
    """A rule that is made of clauses, with more phrases in the first one that has any."""
    clauses = list(whole(rule.clauses))
    at = next((at for at, clause in enumerate(clauses) if clause.phrases), None)
    if at is None or not phrases:
        return rule
    clause = clauses[at]
    count = len(clause.phrases)
    more = tuple(phrase for phrase in dict.fromkeys(map(_folded, phrases)) if phrase not in clause.phrases)
    literals = (*clause.literals[:count], *((phrase,) for phrase in more), *clause.literals[count:])
    clauses[at] = clause._replace(phrases=(*clause.phrases, *more), literals=literals)
    return rule._replace(
        clauses=tuple(clauses),
        check=clause_check(clauses),
        literals=(*rule.literals, *more) if rule.literals else (),
    )


def _folded(phrase: str) -> str:
    return " ".join(fold(phrase).split())


def _sparing(check: Check, allowed: Sequence[str]) -> Check:
    """A check without the hits that contain one of the (folded) phrases, as whole words."""

    def sparing(document: Document, sightings: Sequence[Sighting]) -> Iterable[Hit]:
        for hit in check(document, sightings):
            place = hit.place
            text = document.source[slice(*place)] if place else document.text[slice(*hit.span)]
            if not any(_holds(fold(text), phrase) for phrase in allowed):
                yield hit

    return sparing


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        if is_word(text, at, at + len(phrase)):
            return True
        at = text.find(phrase, at + 1)
    return False
