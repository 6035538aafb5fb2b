"""Paragraphs that break off in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.language import language
from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting

# Words after which a sentence goes on, and (English) words after which it nearly always does.
_OPEN = {
    "en": "the a an of and or than his her their its our my your every into onto upon from with during among between toward towards because although whose which "
    "is was were are has have had those as if when while whether until unless that",
    "de": "der die das den dem des ein eine einen einem einer eines und oder von für im am als dass weil wenn ob sowie unter zwischen gegen ohne sich wurde "
    "wurden hatte hatten kein keine seine ihre",
    "fr": "le la les de du des un une et ou dans par au aux cette ces qui que dont est sont était ont avait son ses leur leurs",
    "es": "el la los las del al y o en de por para sobre entre hasta desde es fue había su sus un una que",
    "it": "il lo la gli di del della dei delle e che per tra fra nel nella sul sulla è sono aveva suo sua un una",
    "pt": "o a os as de do da dos das em na nos nas um uma que são foi seu sua ao aos",
    "nl": "de het een en van voor met bij door onder tussen tegen zonder dat omdat wordt werd heeft hebben zijn",
    "pl": "w na z do i lub że od przez dla jest są był była było nie się który",
    "ru": "в на с и или что от по для из к у о об за при который которая которые",
}
_LOOSE = frozenset(
    "will would could should may might can must to in for at by on be been being do does did can must it he she they we i said says just also only even still more most such some any each not but nor so "
    "very who whom what where how why over about under after before through without within against though since this one both either neither".split()
)
# English words that can end a sentence only in rare turns: sure between paragraphs that are whole.
_GOES_ON = frozenset(
    "to for with at by be been being very whom and or but nor if than as not he she they we i into such whose both either neither per via "
    "in on about under since though where what who why between against within without every "
    "two three four five six seven eight nine ten several many few another other own new old first next".split()
)
# The end of no English word, so a word that was cut: no vowel, or letters that want another one.
_CUT = r"(?!(?:mph|kph|km|kg|cm|mm|ft|pm|tv|vs|hr|hrs|pct|th|nth|st|nd|rd|rhythm|hmm|mm)\Z)[bcdfghjklmnpqrstvwxz]{2,}\Z|th\Z|[a-z]*(?:[jvq]|[a-z]*(?:pr|br|cr|fr|gr|tr|bl|cl|fl|gl|pl|str|spr|scr|thr|qu|ju|bru|cru|stru|gra|tio|nju))\Z"
_MARKS = ".!?:;…。！？»”\"'’)]>*|–—-"
# A figure and the first letters of its unit.
_CUT_UNIT = r"\d (?!(?:km|kg|am|pm|ft|cm|mm|mb|gb|tb|oz|lb|bc|ad|mi|yd|in|hp|kw|mw|bn|tn|cc|mg|ml|kn|pc|sq|pt|to|or|of|at|on|by|is|as|it|up|so|no|st|nd|rd|th)\Z)[a-z]{2}\Z"
_BRACKET = r"\s?(?:\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|&hellip;)\Z"
_DOTS = r"(?:\.\.\.|…)\Z"
# What ends without a mark and is no sentence: addresses, handles, tags, credits, links.
_NO_SENTENCE = r"(?i)https?:|www\.|\.(?:com|org|net)\b|[#@]\w|\d{4}\Z|[—–|]\s?\S+(?: \S+){0,6}\Z|\b(?:here|more|now|photo|image|credit|via|courtesy)\b[^.]{0,20}\Z|\b\w+ / \w+\Z"
# How a remark in code begins.
_COMMENT = ("//", "/*", "#")
_SHORTEST = 50
_SHORTEST_QUOTED = 15
_LONG = 100
_LONG_LAST = 85
# The last block may be shorter if it is prose: so many words are such as only sentences hold.
_SHORT_LAST = 45
_PROSE_WORDS = frozenset(
    "the a an of and to in that was is are were be been has have had will would could should he she they it his her their its which who when while because although for with from by at on as not".split()
)
_PROSE_SHARE = 0.35
# Lines about the text and its author, which end without a mark.
_ABOUT = r"(?i)(?:the|this|our|an?|more|read|follow|subscribe|sign|photo|image|video|listen|watch|join|click|for|if you|with|by|source)\b.{0,20}\b(?:writer|author|columnist|reporter|story|article|report|column|version|series|newsletter|photo|image|video|podcast|editor|updates|news)\b"
_LAST_OPEN = (
    "at",
    "by",
    "for",
    "from",
    "with",
    "into",
    "than",
    "that",
    "because",
    "although",
    "which",
    "whose",
    "is",
    "was",
    "were",
    "has",
    "have",
    "been",
    "be",
    "who",
    "their",
    "his",
    "its",
    "she",
    "they",
)
# A list at the end of a text, cut after such a word, may be shorter.
_SHORTEST_OPEN = 30
_ARTICLES = frozenset("the a an of from der die das le la les de du el il".split())
_SURE = ("the", "a", "an", "of", "and", "with", "to", "or")

# Marks at the end of a block that say it is whole.
_WHOLE = ".!?"
_QUOTES = '"”’»'


@rule(
    "structure/truncated-paragraph",
    summary="A paragraph that breaks off in the middle of a sentence",
    message="The sentence breaks off here",
    severity="error",
    since="0.1.0",
    stage=4,
    where=Selector(blocks=("paragraph", "heading", "quote")),
    tags=("structure",),
    why="""
Feeds cut paragraphs after so many characters and put “[…]” or three dots behind them, and
scrapers lose the end of a sentence with the link it stood in.

An omission mark in brackets at the end of a block, outside of a quotation, counts by
itself. Dots, or no mark at all, count after a word that cannot end a sentence, or when the
other paragraphs all end in full stops and the next one begins a sentence of its own.
Headings, lists, captions, short lines and a line that is unfinished on purpose stay clean.
""",
    examples=(
        marked(
            "an omission mark",
            "The band of Skerry has moved into the old dairy by the ⟦harbour […]⟧\n\nThe vote was close.\n",
        ),
        marked(
            "a word that cannot end a sentence",
            "The conductor, who plays the horn himself, said on Monday that the rent of ⟦the⟧\n\nThe vote was close, and it rained.\n",
        ),
        marked(
            "a word after which a sentence goes on, and a word that was cut",
            "The vote was close, and it rained on all the people who had come to the old dairy.\n\nThe conductor will come with a plan that the council has asked ⟦for⟧\n\n"
            "The vote was close, and nobody wanted to count again, said the man who counted.\n\nThe players of the band have been told to leave the hall before the new stru"
            "\n\nThe horns were sold in May, and the band has bought drums for the money instead.\n".replace(
                "new stru", "new ⟦stru⟧"
            ),
        ),
        marked(
            "dots after such a word, in HTML",
            "<h1>Music</h1><p>The conductor, who plays the horn himself, said that the dairy had been bought ⟦from...⟧</p><p>It rained.</p>",
            format="html",
        ),
        marked(
            "omissions in quotations, titles, lines that go on, and ellipses that are meant",
            "“We have moved into the dairy […]” the conductor said, and nobody asked why it had taken so long.\n\nWhat We Live For and With in the "
            "Valleys of the Island\n\nThe list names horns, drums, a tuba and the chairs on which the players sit while\n\nthe others sleep.\n\n"
            "She opened the door of the dairy and saw that nobody had come…\n\nThe vote was close.",
        ),
    ),
)
def truncated_paragraph(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the cuts before the last paragraph."""
    body, text = document.body, document.text
    for place, block in enumerate(body[:-1]):
        end = block.end
        if text[end - 1] in _WHOLE and text[end - 2] != ".":
            continue  # most blocks end like this
        if span := cut(document, block, body[place + 1]):
            yield Hit(span)


def cut(document: Document, block: Block, after: Block | None) -> Span | None:
    """The last word of a block that breaks off, with its mark; None for one that is whole."""
    if document.text[block.end - 1] in _WHOLE and document.text[block.end - 3 : block.end] != "...":
        return None  # most blocks end like this
    if document.text[block.end - 1] in _QUOTES and document.text[block.end - 2] in _WHOLE:
        return None
    text = plain_text(document)[block.start : block.end]
    if block.role == "heading" and document.format != "text":
        return None
    edge = text[-12:]  # what looks for an end from everywhere takes long
    last = edge[-1]
    found = re.search(_BRACKET, edge) if last in "]);" else None
    if (
        last in _MARKS
        and not found
        and not (last == "-" and re.search(r"[a-z] ?-{1,2}\Z", edge))
        and not edge.endswith(("...", "…"))
    ):
        return None
    if found:
        return (
            _last(block, text, len(text) - len(edge) + found.start())
            if len(text) > 30 and _sentence_like(text)
            else None
        )
    if re.search(r"[a-z](?:,|, ?['\"]?|-|--| -)\Z", edge) and len(text) >= _SHORTEST and _sentence_like(text):
        follows = document.text[after.start : after.start + 1] if after else "A"
        return _last(block, text, len(text)) if follows.isupper() and _between(document, block, after) else None
    quoted = text[0] == '"' and _unclosed(text) and _regular(document, block)
    least = _SHORTEST_QUOTED if quoted else _SHORTEST
    end_word = text.rsplit(" ", 1)[-1]
    if end_word in _SURE or (after is None and end_word in _LAST_OPEN):
        least = _SHORTEST_OPEN
    if len(text) < least or text.startswith(_COMMENT) or not _sentence_like(text, 0.35):
        return None
    following = document.text[after.start : after.end] if after else ""
    if following[:1].islower() or (after is not None and after.role == "list-item"):
        return None  # the sentence goes on there
    dots = re.search(_DOTS, text)
    end = dots.start() if dots else len(text)
    word = re.search(r"[\w'-]+\Z", text[:end])
    if word is None or text[:end].endswith(" ") or (not dots and re.search(_NO_SENTENCE, text)):
        return None
    # A short line without a mark below: a list or a table begins there.
    listing = not dots and 0 < len(following) < 40 and re.search(r"[.!?…\"”:]\Z", following) is None
    if word[0] in ("and", "or", "und", "oder", "et", "ou", "y", "o", "e", "i", "и") and 0 < len(following) < _LONG:
        listing = not dots
    long = len(text) >= (_LONG if after else _LONG_LAST)
    spoken = language(document) or ""
    if word[0] in _OPEN.get(spoken, "").split() and not listing:
        sure = _sentence_like(text) or word[0] in _ARTICLES
    elif spoken == "en" and re.fullmatch("[a-z]+'s", word[0]) and text[word.start() - 2] != "," and not listing:
        sure = True
    elif not spoken or not _sentence_like(text):
        sure = False
    elif (
        spoken == "en"
        and not dots
        and not listing
        and (word[0] in _GOES_ON or re.match(_CUT, word[0]) or re.search(_CUT_UNIT, edge))
        and _between(document, block, after)
    ):
        sure = True
    elif dots:
        # The typographic ellipsis is meant, and so are pauses in a text that has others.
        pauses = document.text.count("…") + len(re.findall(r"\.\.\.(?!\n|\Z)", document.text))
        ends = after is None and not pauses and _is_prose(text[:end])
        sure = dots[0] == "..." and (word[0] in _LOOSE or (long and not pauses) or ends) and _regular(document, block)
    elif after is None:
        sure = (long or word[0] in _LOOSE or _unclosed(text) or _is_prose(text)) and _regular(document, block)
    else:
        sure = (_unclosed(text) and following[:1] not in ("“", '"', "„", "«")) and _regular(document, block)
    return _last(block, text, end) if sure else None


def _last(block: Block, text: str, end: int) -> Span:
    start = text.rstrip().rfind(" ", 0, len(text[:end].rstrip())) + 1
    return Span(block.start + start, block.end)


def _sentence_like(text: str, share: float = 0.55) -> bool:
    """Whether most words begin small, as in a sentence and not as in a title."""
    words = re.findall(r"[^\W\d_][\w'-]*", text)
    return len(words) > 5 and sum(word[0].islower() for word in words) >= share * len(words)


def _is_prose(text: str) -> bool:
    """Whether the last sentence of a short last block reads like one, and like no caption, label or link."""
    text = re.split(r"[.!?]['\")]* ", text)[-1]
    words = text.lower().split()
    small = sum(word in _PROSE_WORDS for word in words)
    if re.match(_ABOUT, text):
        return False
    return len(text) >= _SHORT_LAST and small >= _PROSE_SHARE * len(words) and _sentence_like(text, 0.75)


def _between(document: Document, block: Block, after: Block | None) -> bool:
    """Whether the paragraphs around a block are prose that ends in a mark."""
    place = document.body.index(block)
    around = [*document.body[max(0, place - 1) : place], *([after] if after else [])]
    return len(around) > (after is not None) and all(
        other.end - other.start >= 60
        and document.text[other.start : other.end].rstrip("”\"’')»")[-1:] in (".", "!", "?", "…")
        for other in around
    )


def _unclosed(text: str) -> bool:
    return text.count('"') % 2 == 1


def _regular(document: Document, block: Block) -> bool:
    """Whether the other long paragraphs end in marks, nearly all of them."""
    ended: dict[int, bool] = document.remember("ended", lambda: _ended(document))
    others = len(ended) - (block.index in ended)
    return others >= 3 and sum(ended.values()) - ended.get(block.index, False) >= 0.85 * others


def _ended(document: Document) -> dict[int, bool]:
    """Of each long paragraph, by its index, whether it ends in a mark."""
    return {
        block.index: document.text[block.end - 1] in ".!?…\"”’')»。"
        for block in document.body
        if block.end - block.start >= _LONG and block.role in ("paragraph", "heading")
    }
