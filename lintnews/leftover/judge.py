"""The verdict on each block: the sum of the weights of what holds for it, against a threshold.

The weights are in `weights.json`, made by `benchmarks/leftover/train.py`; names there
are the names that `surroundings` and `look` give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..document.language import language
from ..document.model import Block, Document
from .surroundings import PROSE, REPORTED, Blocks, Glance, around, most, survey

# Roles that are the author's own layout, however short their lines are.
_OWN = ("cell", "term", "code")


class Verdict(NamedTuple):
    """A block that is left over: what it looks like, where it stands, by how much it exceeds the threshold, and the
    names that hold. `place` is "before", "between" or "after" the paragraphs, "" where there are none."""

    block: Block
    kind: str
    place: str
    margin: float
    features: tuple[str, ...]


class Model(NamedTuple):
    """The weights of all names, and what is added for every block.

    `words_at_most` is how much their own words added, at most, for all but one in
    twenty of the leftovers in training, by kind of block: where more is missing they are not read.
    """

    weights: dict[str, float]
    bias: float
    words_at_most: dict[str, float]


@cache
def load() -> Model:
    """The model that comes with lintnews."""
    import json
    import os

    with open(os.path.join(os.path.dirname(__file__), "weights.json"), encoding="utf-8") as file:
        data = json.load(file)
    return Model(data["weights"], data["bias"], data["words_at_most"])


def threshold(sensitivity: float) -> float:
    """The least score of a leftover. A score is the logarithm of odds: 0 is even, 1 is 3 to 1, 2 is 7 to 1."""
    return 1.4 - 4.0 * sensitivity


# So much more is asked of a block where no rule has found anything on the page, and
# where the language has no word list: there is nothing to lean on.
NOTHING_REPORTED = 2.0
UNKNOWN_LANGUAGE = 0.5


def judge(document: Document, folded: str, model: Model, least: float) -> list[Verdict]:
    """The leftover blocks of an article, in order.

    `folded` is the document's text in lower case, as long as the text; `least` the
    score from which on a block counts. Blocks in which another rule found something
    are that rule's.
    """
    seen = survey(document)
    if REPORTED not in seen.kinds:
        least += NOTHING_REPORTED
    found = list(_verdicts(document, folded, model, seen, least))
    rows = [(block.index, kind) for block, kind in zip(seen.blocks, seen.kinds, strict=True) if kind != REPORTED]
    believable = believed(rows, {verdict.block.index: verdict.margin for verdict in found})
    return [verdict for verdict in found if verdict.block.index in believable]


def _verdicts(document: Document, folded: str, model: Model, seen: Blocks, least: float) -> Iterator[Verdict]:
    against = None
    headline = -1
    weights = model.weights
    first, last = _prose(seen)
    for around_it in around(seen, _worth(model, REPORTED in seen.kinds, least)):
        block, kind, place_features = around_it.block, around_it.kind, around_it.features
        if block.level == 1 or block.role in _OWN or block.index in document.marked:
            continue
        score = model.bias + sum(weights.get(name, 0.0) for name in place_features)
        if score + model.words_at_most[kind] < least:
            continue
        if against is None:
            from .look import headline_of, look, reading

            against = reading(seen, folded, language(document))
            headline = headline_of(seen, folded, against)
            if against.language is None:
                least += UNKNOWN_LANGUAGE
        features = look(around_it, document.text[block.start : block.end], folded[block.start : block.end], against)
        words = sum(weights.get(name, 0.0) for name in features)
        if spared(kind, words, (*place_features, *features)):
            continue
        score += words
        if score >= least and block.index != headline:
            place = _place(block.index, first, last)
            yield Verdict(block, kind, place, score - least, (*place_features, *features))


def _worth(model: Model, reported: bool, least: float) -> Callable[[str, Glance], bool]:
    """Whether a block may reach the least score by all that is not known at a glance."""
    weights = model.weights
    missing = least - model.bias - most(weights, reported)
    known: dict[tuple[str, Glance], bool] = {}

    def worth(kind: str, glance: Glance) -> bool:
        key = kind, glance
        if key not in known:
            known[key] = sum(weights.get(name, 0.0) for name in glance) + model.words_at_most[kind] >= missing
        return known[key]

    return worth


SHORT = ("line", "label", "colon")
"""Kinds of short lines."""

# A list of so many short lines is left over as a whole or not at all: of fewer than this
# share of its lines the verdict is not believed.
_LIST = 4
_SHARE = 0.4

# Of an article that has so many short lines between its paragraphs, and of which less than this share was
# judged left over, the lines are likely its own: each needs so much more. Of verdicts with less, half were
# wrong in training (guides, surveys, lists without bullets), with more every fourth.
_LINES = 8
_SCATTERED = 0.25
_AMONG_LINES = 1.0


def believed(rows: Sequence[tuple[int, str]], margins: Mapping[int, float]) -> frozenset[int]:
    """The indexes of the blocks whose verdict is believed when all of an article are seen together.

    `rows` are index and kind of every block that no rule reports, in order; `margins` says by how much
    those that were judged left over exceed the threshold, by index.
    """
    if not margins:
        return frozenset()
    left = set(margins)
    for row in _lists(rows):
        if len(row) >= _LIST and len(left.intersection(row)) < _SHARE * len(row):
            left.difference_update(row)
    prose = [index for index, kind in rows if kind == PROSE]
    between = {index for index, kind in rows if kind in SHORT and prose and prose[0] < index < prose[-1]}
    if len(between) >= _LINES and len(left & between) < _SCATTERED * len(between):
        left = {index for index in left if margins[index] >= _AMONG_LINES or not prose[0] < index < prose[-1]}
    return frozenset(left)


def _lists(rows: Sequence[tuple[int, str]]) -> Iterator[list[int]]:
    """The indexes of short lines that follow each other."""
    row: list[int] = []
    for index, kind in rows:
        if row and (kind not in SHORT or index != row[-1] + 1):
            yield row
            row = []
        if kind in SHORT:
            row.append(index)
    if row:
        yield row


# Kinds of blocks that end like an article's text.
_SENTENCES = (PROSE, "sentence")

_NEVER = frozenset(("ends=comma", "no words", "a reference", "a turn of a talk"))

_LOST = frozenset((f"{PROSE}, then this, then {REPORTED}", f"{PROSE}, then this, then end"))

# Nothing of the article comes after such a block.
_LAST = (f", then this, then {REPORTED}", ", then this, then end")

# What makes "label: value" a detail of the page.
_OF_THE_PAGE = ("words of pages", "date", "address", "begins like a button")


def spared(kind: str, words: float, features: Sequence[str]) -> bool:
    """Whether no place is bad enough for a block of these features, of which those of its own words weigh `words`.

    That is a paragraph or sentence that reads like one of the article; a line that ends with a comma, as
    verses and salutations do; a line without a word; an entry of a list of sources; a turn of an interview
    or a quotation; the name of a part of an article that goes on; a fact in a box ("Age: 65"); and a heading
    that lost what stood under it, which is for the rules about structure.
    """
    if kind in _SENTENCES:
        return words <= 0 or "a turn of a talk" in features
    if not _NEVER.isdisjoint(features):
        return True
    if "a part of an article" in features and not any(name.endswith(_LAST) for name in features):
        return True
    if words <= 0 and "role=heading" in features and not _LOST.isdisjoint(features):
        return True
    return "label and value" in features and not any(name.startswith(_OF_THE_PAGE) for name in features)


def _place(index: int, first: int, last: int) -> str:
    """Where a block stands to the first and the last paragraph."""
    if first < 0:
        return ""
    return "before" if index < first else "after" if index > last else "between"


def _prose(seen: Blocks) -> tuple[int, int]:
    """The indexes of the first and the last paragraph of running text; -1 where there is none."""
    prose = [block.index for block, kind in zip(seen.blocks, seen.kinds, strict=True) if kind == PROSE]
    return (prose[0], prose[-1]) if prose else (-1, -1)


def rows(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """The verdicts on blocks that follow each other, together: one finding each."""
    row: list[Verdict] = []
    for verdict in verdicts:
        if row and verdict.block.index != row[-1].block.index + 1:
            yield row
            row = []
        row.append(verdict)
    if row:
        yield row
