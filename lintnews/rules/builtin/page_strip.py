"""Lines of parts that a page prints over, under and between the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import folded_text, plain_text
from ..model import Hit, Selector, Sighting

_LONGEST = 160
# A strip of so many characters may end in a full stop: “Story ID 4471. Hits 92.”
_SHORT = 45
_ENDS = frozenset("?!;,\"'”’")
_FIRST, _LAST = 5, 4
# Marks between parts, and signs that stand before a figure; one of them, or a cue and a figure, is worth a look.
_MARKS = frozenset("|·•∙▸▾▼▶►›°☰≡👁💬👍👎⏱🕒🔴❤♥✉▲△")
_CUES = frozenset(
    "episode season story filed ref version quote characters ad ads adchoices mpu leaderboard banner photos score "
    "question quiz section tweet optional mandatory required name address status refresh rate player duration appeared printed s1 s2 "
    "posted published updated uploaded submitted created modified added written author reading read min mins minute minutes views view hits reads comment comments replies shares "
    "share tweet like dislike likes tweets pin f fb t autoplay replay download admin by date started starter source issue volume page dateline provided story written words word contributed credit reporter print estimated est total usd btc eth nifty sensex dow gold petrol "
    "countdown wind humidity sunny cloudy kindle pocket facebook whatsapp edition menu search print e-paper archives login sections register home watching viewers listening live id no. edited weibo listen".split()
)
_MONTHS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december".split()
)
# Words of sentences, which no part of a strip holds.
_PROSE = frozenset(
    "was were who that than their his her he she they after as are has have had been its but when into over will would could among amid against between during said says how because we i".split()
)
_DIGIT = re.compile(r"\d")
_BLANK = str.maketrans(":(),.*", "      ")
_NAMES = {
    "page": "Line of times, counters or buttons from the page",
    "weather": "Weather of the page left in the text",
    "rates": "Rates from a ticker left in the text",
    "countdown": "Countdown of a widget left in the text",
    "dates": "Dates and names of the source in the text",
}


@rule(
    "furniture/page-strip",
    summary="Lines of times, names, counters, buttons, weather or rates",
    message="Line of parts from the page left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "caption", "control"), longest=_LONGEST),
    tags=("boilerplate", "cms"),
    why="""
Pages print strips: who posted a text, when, how long it takes to read, how often it was
seen and shared, buttons, the weather, rates of exchange. Each part may stand in an honest
line; a line of nothing but such parts is no sentence and was written by a template.

A block is split into its parts, and the kind of each is told: date, time, byline, count,
reading time, section, share button, control of a player, temperature, rate and so on. It
counts when every part has a kind and the kinds prove a template together: a reading time
or a counter beside anything else, two buttons with a mark between, two figures of the
weather. Dates and bylines alone are a note, and only near the edges. Three such lines of
the weather, of rates or of dates in a row are a table and stay.
""",
    examples=(
        marked(
            "over a text",
            "Old Dairy Sold to Brass Band\n\n⟦Posted by admin on 3 May 2024⟧\n\n⟦Una Farr | 3 May 2024 | 4 min read⟧\n\nThe vote was close.\n\n⟦👁 1.2k 💬 7⟧\n\nIt rained.\n\n⟦SPORT > BOWLS · 2-MINUTE READ⟧\n\nIt stopped.\n",
            fixed="Old Dairy Sold to Brass Band\n\nThe vote was close.\n\nIt rained.\n\nIt stopped.\n",
        ),
        marked(
            "buttons of sharing and of a player",
            "The ferry was late.\n\n⟦Pin · Share · Print⟧\n\nIt rained.\n\n⟦f 12 t 3 in 40⟧\n\nIt stopped.\n\n⟦Speed 1x | Captions OFF | Full screen⟧\n\nThe sun came out.\n\n⟦Log in | E-paper | Archives⟧\n\nIt set.\n\n⟦Post to X / Save to Pocket⟧\n\nNight fell.\n\n⟦LIVE • 12 watching⟧\n\nMorning came.",
        ),
        marked(
            "weather, rates and a countdown",
            "The ferry was late.\n\n⟦Skerry 9°C Light rain | Wind SW 20 km/h⟧\n\nIt rained.\n\n⟦USD/KES 129.40 GBP/KES 164.10⟧\n\nIt stopped.\n\n⟦Countdown: 02 days 11 hrs 04 min⟧\n\nThe sun came out.",
        ),
        marked(
            "advertisements, fields, questions, episodes",
            "The ferry was late.\n\n⟦About this ad | Ad choices⟧\n\nIt rained.\n\n⟦Phone number (optional)⟧\n\nIt stopped.\n\n⟦Question 2/9 - Score: 40⟧\n\nThe sun came out.\n\n⟦S2 E7 | 41 min⟧\n\nIt set.\n\n⟦HARB 12.40 ▼ 0.22 (-1.7%)⟧\n\nNight fell.\n\n⟦Quote Reply Report 5 Likes⟧\n\nMorning came.",
        ),
        marked(
            "dates and names of the source",
            "Old Dairy Sold to Brass Band\n\n⟦First published: Fri 3 May 2024 06.10 BST⟧\n\nThe vote was close.\n",
        ),
        marked(
            "honest lines of parts",
            "Skerry | Friday\n\nThe council voted 7-2 to keep the ferry.\n\nUna Farr | Skerry Town Hall | Tickets £12\n\n3 May, 7.30 pm, Town Hall\n\n10 comments that made us laugh\n\n"
            "Prep 10 min | Cook 40 min | Serves 4\n\nFarr – Olan – Mott\n\nDrama · 112 minutes · In cinemas 3 May\n\nMonday 9°\n\nShe likes to share, print and save.\n\n"
            "Skerry 9°C 12°C\n\nLittle Holm 10°C 14°C\n\nGreat Holm 11°C 15°C\n\n“Posted by admin | 3 min read”\n\nUna Farr (@unafarr) May 3, 2024\n\nThe first question of the quiz was hard.\n\nBanner for the harbour",
        ),
    ),
)
def page_strip(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the strips."""
    body = document.body
    found: list[tuple[int, str]] = []
    text, folded = document.text, folded_text(document)
    for place, block in enumerate(body):
        if block.end - block.start > _LONGEST or text[block.end - 1] in _ENDS:
            continue
        edge = place < _FIRST or place >= len(body) - _LAST
        if _is_candidate(block, folded[block.start : block.end], edge=edge) and (what := _verdict(document, block)):
            found.append((place, what))
    tables = {"weather", "rates", "dates"}
    places = dict(found)
    for place, what in found:
        if what in tables and _run(places, place, what) >= 3:
            continue
        edge = place < _FIRST or place >= len(body) - _LAST
        if what == "dates":
            if edge:
                yield Hit(body[place].span, severity="note", applicability="unsafe", message=_NAMES[what])
        else:
            yield Hit(body[place].span, message=_NAMES[what])


def _is_candidate(block: Block, text: str, *, edge: bool) -> bool:
    """Whether a block does not end like a sentence, and has a mark or a cue of a strip."""
    if len(text) < 5 or (len(text) > _SHORT and text[-1] in ".…"):
        return False
    if text[0] in "\"'|" or block.role in ("code", "cell", "term", "quote"):
        return False
    if not _MARKS.isdisjoint(text):
        return True
    words = text.translate(_BLANK).split()
    if any(len(word) == 7 and word[3] == "/" for word in words):
        return True  # EUR/USD
    if not _PROSE.isdisjoint(words):
        return False
    if _CUES.isdisjoint(words):
        return edge and not _MONTHS.isdisjoint(words)
    return edge or _DIGIT.search(text) is not None or " / " in text or " - " in text


def _verdict(document: Document, block: Block) -> str:
    from ._strip_verdicts import verdict
    from ._strips import parts_of

    text = plain_text(document)[block.start : block.end]
    parts = parts_of(text)
    return verdict(text, parts) if parts else ""


def _run(places: dict[int, str], place: int, what: str) -> int:
    """How many lines of the same kind follow each other around a place."""
    start = end = place
    while places.get(start - 1) == what:
        start -= 1
    while places.get(end + 1) == what:
        end += 1
    return end - start + 1
