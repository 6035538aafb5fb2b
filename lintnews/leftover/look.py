"""What a block itself tells: its words, capitals, figures, and whether the article knows them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from .bins import counts, shares
from .surroundings import PROSE, REPORTED, Around, Blocks
from .words import (
    ANY_CALL,
    ANY_SECTION,
    ANY_SITE,
    CALLS,
    CREDITS,
    FUNCTION,
    ORDINARY,
    PARTS,
    SECTIONS,
    SITE,
    UNSPACED,
    YOU,
)

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")
_MONTHS = """
    jan(?:uary|uar|eiro|vier)? feb(?:ruary|ruar|rero|braio)? février fevereiro mar(?:ch|zo|s|ço)? märz apr(?:il|ile)?
    avril abril may mai mayo maggio maio june? juni juin junio giugno junho july? juli juillet julio luglio julho
    aug(?:ust)? août agosto sept?(?:ember|embre|iembre)? settembre setembro oct(?:ober|obre|ubre)? okt(?:ober)?
    ottobre outubro nov(?:ember|embre|iembre|embro)? dec(?:ember)? dez(?:ember|embro)? décembre diciembre dicembre
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
"""
_MONTH = "|".join(_MONTHS.split())
_DATE = re.compile(
    rf"\b(?:{_MONTH})\b\.? ?\d|\d\.? (?:de )?(?:{_MONTH})\b|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}[:.]\d\d\b(?! ?%)"
)
_AGO = re.compile(
    r"\bago$|^(?:vor|hace|il y a|há|för|for) (?:\d+|eine[mnr]?|una?|um|uma|et|en)\b.{2,16}$|"
    r"^\d+ ?(?:h|hrs?|d|mins?|hours?|minutes?|days?|weeks?|months?|years?)\.?$|назад$"
)
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?(?:[$€£¥]|eur\b|usd\b|руб)")
_LINK = re.compile(r"https?://|www\.|\w@\w|\.(?:com|org|net|de|ru)\b|\[email")
_CREDIT = re.compile(r"©|\(c\)|(?:\(| / |/)(?:afp|dpa|ap|reuters|getty)")
_QUOTED = re.compile(r"[\"“”„«»「」]")

# "Farr, U. (2019, May 2). Songs of the Ferry.", "[3] Songs of the Ferry".
_REFERENCE = re.compile(r"\((?:19|20)\d\d[a-z]?(?:, [^()]{3,20})?\)|\bretrieved from\b|\bdoi[:.]|^\[\d{1,3}\] \S")

# "Q: Which horn?", and “Too late,” she said.
_TALK = re.compile(
    r"^(?:[qa]|frage|antwort|question|answer|pregunta|respuesta|domanda|risposta)[:.] \S|"
    r"[,.!?][\"”’'] [\w .'-]{2,40}\b(?:said|says|told|added|asked)\b"
)

# "Age: 65": facts in a box, or a form.
_VALUE = re.compile(r"[^:.!?]{2,24}: ?\S.{0,60}$")

# Longest block, in words, in which a date, a price or a credit says something about the whole.
_SHORT = 30
_BRIEF = 12
# A headline is no label and shares more than this with the article.
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.3
# Words of the block that are looked for in the article, in order.
_LOOKED_FOR = 40
_LEAST_LETTERS = 4

# In these words change their ends, so their beginnings are looked for.
_ROOT = 6

_SIZES = ((5, "up to 5 words"), (12, "6 to 12 words"), (30, "13 to 30 words"))
_LONG = "over 30 words"
_SIZE_NAMES = (*(name for _, name in _SIZES), _LONG)

_FUNCTION_SHARE = {size: shares(f"function words, {size}", (0, 0.2, 0.4)) for size in _SIZE_NAMES}
_KNOWN = {size: shares(f"in the article, {size}", (0, 0.4, 0.8)) for size in _SIZE_NAMES}
_SITE_WORDS = {size: counts(f"words of pages, {size}", (0, 1, 2)) for size in _SIZE_NAMES}
_ALIKE = counts("alike but for figures", (1, 2, 3))
_REPEATS = {size: counts(f"stands so often, {size}", (1, 2, 3)) for size in _SIZE_NAMES}


class Reading(NamedTuple):
    """What all blocks of an article are read against.

    `counts` holds the words of the article's running text, `words` the same once each
    and sorted. `lines` counts the short blocks, `shapes` the same with all figures made
    alike. All are folded to lower case.
    """

    language: str | None
    counts: Counter[str]
    words: list[str]
    lines: Counter[str]
    shapes: Counter[str]


def reading(survey: Blocks, folded: str, language: str | None) -> Reading:
    """What the blocks of a text are read against; `folded` is the text in lower case, as long as the text."""
    prose: list[str] = []
    lines: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for block, kind, size in zip(survey.blocks, survey.kinds, survey.sizes, strict=True):
        if kind == PROSE:
            prose.extend(folded[block.start : block.end].split())
        elif size <= _SHORT:
            line = folded[block.start : block.end]
            lines[line] += 1
            shapes[_DIGITS.sub("0", line)] += 1
    counts = Counter(prose)
    return Reading(language, counts, sorted(counts), lines, shapes)


def look(around: Around, text: str, folded: str, against: Reading) -> list[str]:
    """The features of a block's own words. `text` is the block's text, `folded` the same in lower case."""
    language = against.language or ""
    size = next((name for most, name in _SIZES if around.size <= most), _LONG)
    words = _WORD.findall(folded)
    distinct = set(words)
    short = around.size <= _SHORT
    features: list[str] = []
    if not words:
        features.append("no words")
    elif folded.strip(" :?.#*0123456789") in PARTS or folded.endswith((" faq", " faqs")):
        features.append("a part of an article")
    if short:
        if _DATE.search(folded):
            features.append(f"date, {size}")
        if _AGO.search(folded):
            features.append("so long ago")
        if _PRICE.search(folded):
            features.append(f"price, {size}")
        if not distinct.isdisjoint(CREDITS) or _CREDIT.search(folded):
            features.append(f"credit, {size}")
        if (often := against.lines[folded]) > 1:
            features.append(_REPEATS[size].of(often))
        elif (often := against.shapes[_DIGITS.sub("0", folded)]) > 1:
            features.append(_ALIKE.of(often))
        if _VALUE.match(folded):
            features.append("label and value")
    if _REFERENCE.search(folded):
        features.append("a reference")
    if _TALK.search(folded):
        features.append("a turn of a talk")
    if _QUOTED.search(text):
        features.append(f"quotation marks, {size}")
    if _LINK.search(folded):
        features.append(f"address, {size}")
    function = FUNCTION.get(language)
    if function is None:
        features += ["language unknown", f"language unknown, {around.kind}"]
    else:
        common = sum(word in function for word in words)
        if len(words) > 2:
            features.append(_FUNCTION_SHARE[size].of(common / len(words)))
        if common < 2 and text.count(",") > 1 and around.kind != PROSE:
            features.append("names apart by commas")
        if not distinct.isdisjoint(YOU.get(language, ())):
            features.append(f"speaks to the reader, {size}")
    if words and words[0] in CALLS.get(language, ANY_CALL):
        features.append(f"begins like a button, {size}")
    known = SITE.get(language, ANY_SITE)
    site = len(distinct & known if around.size <= _BRIEF else (distinct & known) - ORDINARY)
    if not folded.isascii() and around.size != text.count(" ") + 1:
        site += sum(word in text for word in UNSPACED)
    if site:
        features.append(_SITE_WORDS[size].of(site))
    if around.size <= _BRIEF and (sections := len(distinct & SECTIONS.get(language, ANY_SECTION))):
        features.append(f"section names {'only' if 2 * sections >= len(distinct) else 'too'}, {size}")
    content = _content(words, function)
    if content:
        least = 1 if around.kind != PROSE else 2
        features.append(_KNOWN[size].of(_shared(content, against, least)))
    return features


def headline_of(survey: Blocks, folded: str, against: Reading) -> int:
    """The index of the line over the article that shares most with it, or of the first where none shares much.

    -1 where no line of some words stands there.
    """
    best, index = _HEADLINE_SHARE, -1
    first = -1
    for block, kind, size in zip(survey.blocks, survey.kinds, survey.sizes, strict=True):
        if kind == PROSE:
            break
        if kind != REPORTED and size >= _HEADLINE_WORDS:
            first = block.index if first < 0 else first
            content = _content(_WORD.findall(folded[block.start : block.end]), FUNCTION.get(against.language or ""))
            share = _shared(content, against, 1) if content else 0.0
            if share > best:
                best, index = share, block.index
    return index if index >= 0 else first


def _content(words: list[str], function: frozenset[str] | None) -> list[str]:
    """The words that are worth looking for in the article."""
    found = [word for word in words if len(word) >= _LEAST_LETTERS and (function is None or word not in function)]
    return found[:_LOOKED_FOR]


def _shared(content: list[str], against: Reading, least: int) -> float:
    """The share of the words that the prose holds so often, in this form or another."""
    return sum(_stands(word[:_ROOT], against, least) for word in content) / len(content)


def _stands(root: str, against: Reading, least: int) -> bool:
    """Whether so many words of the prose begin like this."""
    words, counts = against.words, against.counts
    at = bisect_left(words, root)
    while least > 0 and at < len(words) and words[at].startswith(root):
        least -= counts[words[at]]
        at += 1
    return least <= 0


def site_words(folded: str, language: str | None) -> list[str]:
    """The words of pages in a folded text, in order, each once."""
    known = SITE.get(language or "", ANY_SITE)
    return list(dict.fromkeys(word for word in _WORD.findall(folded) if word in known))
