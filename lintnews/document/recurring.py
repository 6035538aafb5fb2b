"""Blocks that stand in several articles of one run: footers, notices, advertisements, biographies.

No wording is known beforehand. A first pass counts in how many articles each block
stands; when an article is then checked, its blocks with a count are marked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from .model import Block, Document

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

# A template with other names in it is still the same, if so many other words are left to know it by.
_WORDS = 12
_PLAIN_WORDS = 8

# An article of which more than this share of the characters recurs is a copy: agency text that several sites use.
_COPY = 0.5

_SKIPPED = ("code", "cell", "term", "control")


Recurring = Mapping[int, int]
"""The keys of blocks, and in how many different articles each stands: at least 2."""


def digest(recurring: Recurring) -> str:
    """Changes with everything that may change a finding."""
    return blake2b(repr(sorted(recurring.items())).encode(), digest_size=8).hexdigest()


def count(documents: Iterable[Document]) -> Recurring:
    """Count the blocks of many articles, each article once.

    An article whose two longest blocks were met together before is another copy of it
    and counts nothing.
    """
    counts: Counter[int] = Counter()
    met: set[tuple[int, ...]] = set()
    for document in documents:
        lengths = {key: block.end - block.start for block, key in _keys(document)}
        longest = tuple(sorted(lengths, key=lambda key: (lengths[key], key))[-2:])
        if not longest or longest in met:
            continue
        met.add(longest)
        counts.update(lengths.keys())
    return {key: number for key, number in counts.items() if number > 1}


def mark(document: Document, recurring: Recurring) -> Document:
    """The document with its recurring blocks marked; none in a copy of another article."""
    from dataclasses import replace

    found: dict[int, int] = {}
    size = recurs = 0
    for block, key in _keys(document):
        size += block.end - block.start
        if key in recurring:
            recurs += block.end - block.start
            found[block.index] = recurring[key]
    if not found or recurs > _COPY * size:
        return document
    return replace(document, recurring=found)


def _keys(document: Document) -> Iterator[tuple[Block, int]]:
    """The blocks of an article that may recur, each with 64 bits that tell its words."""
    for block in document.body:
        if block.role not in _SKIPPED:
            known = _known_by(document.block_text(block))
            if known:
                yield block, int.from_bytes(blake2b(known.encode(), digest_size=8).digest())


def _known_by(text: str) -> str:
    """The words of a block without case and marks, figures alike; in a long one also names."""
    words = _WORD.findall(_DIGITS.sub("0", text))
    plain = [word for word in words if not word[0].isupper()]
    if len(words) >= _WORDS and len(plain) >= _PLAIN_WORDS:
        # Runs of names have any length, so what counts is that they stand there.
        masked = [word if not word[0].isupper() else "\0" for word in words]
        words = [word for at, word in enumerate(masked) if word != "\0" or at == 0 or masked[at - 1] != "\0"]
    return " ".join(words).casefold()
