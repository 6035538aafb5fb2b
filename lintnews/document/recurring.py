"""Blocks that stand in several articles of one run: footers, notices, advertisements, biographies.

No wording is known beforehand. A first pass counts in how many articles each block
stands (`profile`, `count`); when an article is then checked, its own blocks with a count are marked (`own`, `mark`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from .model import Block, Document

_DIGITS = re.compile(r"\d+")
_CAPITAL = "".join(filter(str.isupper, map(chr, range(0x590))))
_NAMES = re.compile(rf"(?<!\S)[{_CAPITAL}]\S*(?: [{_CAPITAL}]\S*)*")

# A template with other names in it is still the same, if so many other words are left to know it by.
_WORDS = 12
_PLAIN_WORDS = 8

# An article of which more than this share of the characters recurs is a copy: agency text that several sites use.
_COPY = 0.5

_SKIPPED = ("code", "cell", "term", "control")


Profile = tuple[tuple[int, int], ...]
"""What an article is made of: the key and the length, in characters, of each of its blocks."""


class Counts(NamedTuple):
    """The keys of blocks, in how many different articles each stands (at least 2), and how many articles there are."""

    by_key: Mapping[int, int]
    articles: int


class Recurring(NamedTuple):
    """What an article has in common with others: its blocks (by key), and in how many different articles each stands.

    From 10 on counts are rounded down (10, 20, 50, 100, 200 ...), so that one more article does not make
    another result of all the others. `usual` are the keys of blocks that stand in more than half of the articles,
    `lengths` how many characters the blocks have here.
    """

    counts: Mapping[int, int] = {}
    usual: frozenset[int] = frozenset()
    lengths: frozenset[int] = frozenset()


def profile(document: Document) -> Profile:
    """What counts of an article when it is compared with others."""
    return tuple((key, block.end - block.start) for block, key in _keys(document.body, document))


def count(profiles: Iterable[Profile]) -> Counts:
    """Count the blocks of many articles, each article once.

    An article whose two longest blocks were met together before is another copy of it
    and counts nothing.
    """
    counts: Counter[int] = Counter()
    met: set[tuple[int, ...]] = set()
    for one in profiles:
        longest = tuple(key for key, _ in sorted(one, key=lambda pair: (pair[1], pair[0]))[-2:])
        if not longest or longest in met:
            continue
        met.add(longest)
        counts.update({key for key, _ in one})
    return Counts({key: number for key, number in counts.items() if number > 1}, len(met))


def own(profile: Profile, counts: Counts) -> Recurring:
    """What one article has in common with the others; nothing if it is a copy of another."""
    found = {key: counts.by_key[key] for key, _ in profile if key in counts.by_key}
    recurs = sum(length for key, length in profile if key in found)
    if not found or recurs > _COPY * sum(length for _, length in profile):
        return Recurring()
    usual = frozenset(key for key, number in found.items() if 2 * number > counts.articles)
    lengths = frozenset(length for key, length in profile if key in found)
    return Recurring({key: _rounded(number) for key, number in found.items()}, usual, lengths)


def mark(document: Document, recurring: Recurring) -> Document:
    """The document with its recurring blocks marked."""
    counts = recurring.counts
    if not counts:
        return document
    likely = (block for block in document.body if block.end - block.start in recurring.lengths)
    found = [(block.index, key) for block, key in _keys(likely, document) if key in counts]
    usual = frozenset(index for index, key in found if key in recurring.usual)
    return replace(document, recurring={index: counts[key] for index, key in found}, usual=usual)


def _rounded(number: int) -> int:
    least = step = 10
    while step <= number:
        least = max(factor * step for factor in (1, 2, 5) if factor * step <= number)
        step *= 10
    return number if number < least else least


def _keys(blocks: Iterable[Block], document: Document) -> Iterator[tuple[Block, int]]:
    """Those of the blocks of an article that may recur, each with 64 bits that tell its words."""
    for block in blocks:
        if block.role not in _SKIPPED:
            known = _known_by(document.block_text(block))
            yield block, int.from_bytes(blake2b(known.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _known_by(text: str) -> str:
    """The words of a block without case, figures alike; in a long one also names."""
    words = " ".join(_DIGITS.sub("0", text).split())
    if words.count(" ") + 1 >= _WORDS:
        # Runs of names have any length, so what counts is that they stand there.
        masked = _NAMES.sub("\0", words)
        if masked.count(" ") + 1 - masked.count("\0") >= _PLAIN_WORDS:
            return masked.casefold()
    return words.casefold()
