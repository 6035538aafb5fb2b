"""Sentences that sell something for a firm whose advertisements a newsroom knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...document.model import Block, Document
from ...finding import Applicability
from ...span import Span
from ..fold import plain
from ..headlines import headline
from ..match import plain_text

_LONGEST = 400

# What the firm does for the reader, said of it in the present tense.
_OFFERS = r"(?:,[^,.]{1,60},)? (?:(?:proudly|now|also|consistently) )?(?:offers?|sells?|leads?|specializ\w+|specialis\w+|stocks?|features?|is proud)\b"
# What the reader is asked to do.
_ASKS = r"(?:buy|shop|order|try|discover|visit|upgrade|save|get|book|explore|choose|trust|browse|switch|call|contact|grab|subscribe)\b"
# Who says, did or was, when: a sentence that holds one tells news, whoever it is about.
_NEWS = (
    r"[\"]|\b(?:said|says|told|added|according|announced|reported|wrote|asked|argued|who|he|she|his|her|yesterday|ago|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|"
    r"october|november|december|was|were|had|did|will|would|could|might|however|although|because|while|million|billion|"
    r"percent|19\d\d|20\d\d)\b"
)


class Pitch(NamedTuple):
    """A sentence that names an advertiser and sells: the name, the words that sell, and how freely it may go.

    A claim of rank or praise is made by nobody but a seller; that a firm offers
    something may be news as well, so such a sentence is taken out on request only.
    """

    span: Span
    name: str
    sells: str
    applicability: Applicability


def pitches(document: Document, blocks: Iterable[Block], advertisers: Sequence[str], claim: str) -> Iterator[Pitch]:
    """The pitches in some blocks. An advertiser whom the title names is the article's subject, and left alone."""
    title = headline(document)
    titles = " ".join(
        plain(text) for text in [title.text if title else "", *(f.value for f in document.meta.headlines)]
    )
    names = [name for name in map(plain, advertisers) if not _named(titles, name)]
    for block in blocks:
        text = plain_text(document)[block.start : block.end]
        here = [name for name in names if _named(text, name)]
        if here:
            from ...document.sentences import sentences

            for sentence in sentences(document, block):
                yield from _pitch(plain_text(document)[slice(*sentence)], sentence, here, claim)


def _pitch(text: str, span: Span, names: Sequence[str], claim: str) -> Iterator[Pitch]:
    if len(text) > _LONGEST or re.search(_NEWS, text.lower()):
        return
    for name in names:
        if (place := _named(text, name)) is None:
            continue
        if found := re.search(claim, text.lower()):
            yield Pitch(span, name, found[0].strip(), "safe")
        elif found := re.match(_OFFERS, text[place.end() :]) or re.match(_ASKS, text, re.IGNORECASE):
            yield Pitch(span, name, found[0].strip(" ,"), "unsafe")
        else:
            continue
        return


def _named(text: str, name: str) -> re.Match[str] | None:
    """Where a name stands, as it is written or in capitals; in small letters it may be an ordinary word."""
    either = {re.escape(name), re.escape(name.upper())}
    return re.search(rf"(?<!\w)(?:{'|'.join(sorted(either))})(?!\w)", text)
