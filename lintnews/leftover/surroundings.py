"""What stands around each block of an article: prose, reported furniture, other short lines, the edges.

All of it can be told without reading a word, so it is worked out for every block, and
the words are read only where it leaves a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..document.model import Block, Document
from .bins import counts, shares

PROSE = "prose"
"""A paragraph of running text: some length and a full stop."""

REPORTED = "reported"
"""A block that another rule reports and would delete."""

_STOPS = frozenset(".!?…。！？؟।")
_CLOSING = "\"“”‘’'»«„)] 」』"

# Scripts from here on part no words; so many of their characters make up a word.
_UNSPACED_FROM = "\u0e00"
_LETTERS = 2.5

_PROSE_WORDS = 14
_LABEL_WORDS = 4

# Over the comment of a reader: "Ann says:", "12 May at 10:41 am".
_COMMENT_HEAD = re.compile(
    r"(?i)\b(?:says|wrote|writes|schrieb|commented|replied|dijo|dice|said)\s*:$|"
    r"\bat \d{1,2}:\d\d ?(?:am|pm)\b.{0,8}$|\bhace una? \w+$"
)
_COMMENT_HEAD_WORDS = 16
_COMMENT_REACH = 4

_PROSE_BEFORE = shares("prose so far", (0, 0.03, 0.1, 0.3, 0.6, 0.8, 0.9, 0.97, 0.999))
_REPORTED_BEFORE = counts("reported before", (0, 1, 3, 8))
_REPORTED_REACH = 20
_REPORTED_NEAR = shares(f"reported within {_REPORTED_REACH}", (0, 0.07, 0.15, 0.3, 0.5))
_PROSE_NEAR = {n: shares(f"prose within {n}", (0, 0.1, 0.25, 0.5, 0.75)) for n in (8, 20)}
_FAMILIES = (_PROSE_BEFORE, *_PROSE_NEAR.values())
_REPORTED_FAMILIES = (_REPORTED_BEFORE, _REPORTED_NEAR)
_COMMENTS_BEFORE = counts("comments before", (1, 2, 5))


class Around(NamedTuple):
    """One block that may be judged: its place in `document.body` and the blocks around.

    `size` is its length in words, for scripts without spaces an estimate; `kind`
    what it looks like from afar; `features` are the names that hold.
    """

    block: Block
    size: float
    kind: str
    features: list[str]


class Blocks(NamedTuple):
    """The blocks of an article as they stood before other rules' findings, by position.

    `kinds` and `sizes` are as in `Around`; `ends` holds the last character that is
    no quotation mark or bracket.
    """

    blocks: tuple[Block, ...]
    texts: list[str]
    kinds: list[str]
    sizes: list[float]
    ends: list[str]


def survey(document: Document) -> Blocks:
    """The blocks in scope, those that are reported among them."""
    gone = document.gone
    blocks = document.whole_body
    text = document.text
    texts, kinds, sizes, ends = [], [], [], []
    for block in blocks:
        words = text[block.start : block.end]
        kind, size, end = _look(words, block.role == "heading")
        texts.append(words)
        kinds.append(REPORTED if block.index in gone else kind)
        sizes.append(size)
        ends.append(end)
    return Blocks(blocks, texts, kinds, sizes, ends)


def _look(text: str, heading: bool) -> tuple[str, float, str]:
    """What a block looks like from afar, its length in words, and its last character."""
    end = text[-1]
    if end in _CLOSING:
        end = text.rstrip(_CLOSING)[-1:] or end
    size: float = text.count(" ") + 1
    if size * 7 < len(text) and max(text) >= _UNSPACED_FROM:
        size = len(text) / _LETTERS
    if end in _STOPS and end != "…" and not text.endswith("..."):
        if size >= _PROSE_WORDS and not heading:
            return PROSE, size, end
        return "sentence", size, end
    if end in ":：":
        return "colon", size, end
    if size <= _LABEL_WORDS:
        return "label", size, end
    return "line", size, end


Glance = tuple[str, str, str]
"""What a glance tells of a block: its ending, its role and its neighbours, as names."""


def around(survey: Blocks, worth: Callable[[str, Glance], bool] = lambda kind, glance: True) -> list[Around]:
    """Every block that is not reported, with what can be said of it without reading its words.

    Blocks whose kind and `Glance` are not worth it are left out, unless there are comments about.
    """
    blocks, texts, kinds, sizes, ends = survey
    count = len(blocks)
    amounts = [block.end - block.start if kind == PROSE else 0 for block, kind in zip(blocks, kinds, strict=True)]
    total = sum(amounts)
    prose, reported, comments = [0], [0], [0]
    heads = [
        size <= _COMMENT_HEAD_WORDS and kind != REPORTED and _may_head(text) and _COMMENT_HEAD.search(text) is not None
        for text, kind, size in zip(texts, kinds, sizes, strict=True)
    ]
    for kind, head in zip(kinds, heads, strict=True):
        prose.append(prose[-1] + (kind == PROSE))
        reported.append(reported[-1] + (kind == REPORTED))
        comments.append(comments[-1] + head)
    found: list[Around] = []
    so_far = 0
    for i in range(count):
        kind = kinds[i]
        so_far += amounts[i - 1] if i else 0
        if kind == REPORTED:
            continue
        before = kinds[i - 1] if i else "start"
        after = kinds[i + 1] if i + 1 < count else "end"
        ending = "ends=ellipsis" if texts[i].endswith("...") else _ENDINGS.get(ends[i], "ends=nothing")
        glance = (ending, _ROLES.get(blocks[i].role, "role=other"), f"{before}, then this, then {after}")
        if comments[count] <= 1 and not worth(kind, glance):
            continue
        features = [
            *glance,
            _PROSE_BEFORE.of(so_far / total) if total else "no prose at all",
            _REPORTED_BEFORE.of(reported[i]),
        ]
        first, last = max(0, i - _REPORTED_REACH), min(count, i + _REPORTED_REACH + 1)
        features.append(_REPORTED_NEAR.of((reported[last] - reported[first]) / (last - first)))
        for reach, bins in _PROSE_NEAR.items():
            first, last = max(0, i - reach), min(count, i + reach + 1)
            features.append(bins.of((prose[last] - prose[first] - (kind == PROSE)) / (last - first)))
        if comments[count] > 1:
            if heads[i]:
                features.append("head of a comment")
            if comments[i]:
                long = "prose, " if kind == PROSE else ""
                features.append(long + _COMMENTS_BEFORE.of(comments[i]))
                if comments[i] > comments[max(0, i - _COMMENT_REACH)]:
                    features.append(long + "under a comment's head")
        found.append(Around(blocks[i], sizes[i], kind, features))
    return found


def most(weights: Mapping[str, float], reported: bool) -> float:
    """The most that all that is no glance may add, comments apart; `reported`: something on the page is."""
    known = sum(max(weights.get(name, 0.0) for name in bins.names) for bins in _FAMILIES)
    return known + sum(
        max(weights.get(name, 0.0) for name in (bins.names if reported else bins.names[:1]))
        for bins in _REPORTED_FAMILIES
    )


def _may_head(text: str) -> bool:
    """Whether a comment's head is possible at all: the expression takes long to say no."""
    return ":" in text or "hace" in text.lower()


_ENDINGS = {
    **dict.fromkeys(".。।", "ends=full stop"),
    **dict.fromkeys("!！", "ends=exclamation mark"),
    **dict.fromkeys("?？؟", "ends=question mark"),
    **dict.fromkeys(":：", "ends=colon"),
    **dict.fromkeys(",;", "ends=comma"),
    "…": "ends=ellipsis",
}
_ROLES = {role: f"role={role}" for role in ("heading", "paragraph", "list-item", "quote", "caption", "control")}
