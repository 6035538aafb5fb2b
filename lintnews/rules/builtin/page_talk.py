"""Short blocks in which a page speaks of itself, in words that nobody has listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Selector, Sighting
from ._page_words import FAIR, FREE, PLAIN, STRONG, TOLD, known

_LONGEST = 200
_SHORTEST = 8
_PROSE = 160  # a block of so many characters is what the article is about
_TABLE = str.maketrans(
    dict.fromkeys("$£€₹¥₦", " price ") | dict.fromkeys('.,;:!?()[]|/·•*+&<>=…→←▸▾»«›‹–—%#✓✕×"“”0123456789', " ")
)


@rule(
    "furniture/page-talk",
    summary="Notices, prompts and buttons, told by their words",
    message="The page speaks here, not the article",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    stage=2,
    where=Selector(blocks=("paragraph", "heading", "list-item", "caption", "control"), longest=_LONGEST),
    tags=("boilerplate", "forms"),
    why="""
No list holds all that a page may say: what does not load, what to press, who may comment,
what a subscription costs. But it says it in few words. In such a block nearly every word
is one that pages use (page, reload, account, cookies), and some are used by hardly
anything else.

Counts only as a whole short block, not as the headline, and only if at most one word in
eight is any other, nobody is named and nothing is told. Words that the article itself uses
in its longer paragraphs give nothing away, so an article on browsers may say “Reload the
page”.
""",
    examples=(
        marked(
            "words of a page",
            "Ferry late again\n\nThe ferry to Skerry was late again on Monday, and forty passengers waited in the rain for an hour before anybody told them why it was.\n\n"
            "⟦Reload the page if your browser shows an older version of this map.⟧\n\nNobody at the company could say why, but the captain spoke of fog in the sound and of a rope that was lost.\n",
            fixed="Ferry late again\n\nThe ferry to Skerry was late again on Monday, and forty passengers waited in the rain for an hour before anybody told them why it was.\n\nNobody at the company could say why, but the captain spoke of fog in the sound and of a rope that was lost.\n",
        ),
        marked(
            "the same words where they are the subject",
            "How to clear a browser\n\nA browser keeps what it has loaded, so a page may look old long after it was changed; the remedy is to reload it and to clear what was kept from the last visit.\n\n"
            "Reload your browser.\n\nIt rained.\n",
        ),
        marked(
            "prose with some of them",
            "Ferry late again\n\nThe video is no longer available because a court banned it.\n\nShe lost her password, and then the ferry.\n\nThe cookies are in the oven.\n\nTap the barrel twice before you open it.\n",
        ),
    ),
)
def page_talk(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the blocks: one between paragraphs, or a few that follow each other."""
    subject: frozenset[str] | None = None
    for run in _runs(document.body[1:]):
        judged = list(takewhile(bool, (_judge(document, block) for block in run)))
        if len(judged) < len(run):
            continue
        if subject is None:
            subject = _subject(document)
        if len(subject) < _EXPERT:
            for block, talk in zip(run, judged, strict=True):
                if talk and _weight(talk.words, subject) >= talk.needed:
                    yield Hit(block.span)


class _Talk(NamedTuple):
    """The words of a block, and the weight that they need to prove it a page's."""

    words: Sequence[str]
    needed: int


def _judge(document: Document, block: Block) -> _Talk | None:
    """What a block says, if it may be a page that speaks."""
    if block.end - block.start < _SHORTEST or block.role in ("code", "cell", "term", "quote"):
        return None
    folded = folded_text(document)[block.start : block.end]
    long = len(folded) >= _PARAGRAPH
    if long and not any(sign in folded for sign in _SIGNS):
        return None
    words = _words(folded)
    if _SAID_BY_PAGES.isdisjoint(words) or not TOLD.isdisjoint(words):
        return None
    text = document.block_text(block)
    needed = _needed(words, text)
    if not needed or _is_strange(text) or _is_heading(text, words):
        return None
    return _Talk(words, needed + _LONGER * long)


def _runs(body: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The few short blocks that stand together between paragraphs, and paragraphs short enough to be a notice."""
    start = 0
    for place, block in enumerate((*body, None)):
        size = block.end - block.start if block else _PARAGRAPH
        if size < _PARAGRAPH:
            continue
        if start < place <= start + _MOST:
            yield body[start:place]
        if block and size <= _LONGEST:
            yield (block,)
        start = place + 1


_MOST = 4
_LONGER = 0  # what a block as long as a paragraph must weigh more
# What stands in nearly every longer notice; cheaper to look for than its words.
_SIGNS = (
    "you",
    "cookies",
    "comment",
    "page",
    "browser",
    "subscri",
    "log in",
    "please",
    "this site",
    "our ",
    "available",
    "error",
    "cannot",
    "device",
)
_STRANGERS = 2
_SAID_BY_PAGES = STRONG | FAIR
_LISTED = FREE | FAIR | PLAIN | STRONG
_ENOUGH = 4
_EXPERT = 3  # an article that uses so many words of pages is about pages
_PARAGRAPH = 80


def _is_strange(text: str) -> bool:
    """Whether a text looks like code, a fragment, a quotation or a lead-in."""
    return text[0].islower() or text[0] in "'‘#$" or text[-1] in ":,;{" or not _CODE.isdisjoint(text)


_CODE = frozenset('{}=\\`<_"“”')


def _words(text: str) -> list[str]:
    return [word for word in text.translate(_TABLE).split() if _says(word)]


def _says(word: str) -> bool:
    """Whether a word is more than a dash or a picture."""
    return (word.isascii() and word != "-") or word.isalnum()


def _needed(words: Sequence[str], text: str) -> int:
    """The weight that proves these words a page's; 0 if too many are none of a page's, or one tells a story."""
    strong = not STRONG.isdisjoint(words)
    if words[:2] == ["thanks", "to"]:
        return 0
    if "found" in words and _NONE.isdisjoint(words):
        return 0
    if not _PAST.isdisjoint(words) and _ADDRESS.isdisjoint(words):
        return 0
    if sum(word not in _LISTED for word in words) * 3 > len(words) + 4:
        return 0
    unknown = [
        place
        for place, word in enumerate(words)
        if word not in _LISTED and not (known(word, PLAIN) or known(word, STRONG))
    ]
    strange = len(unknown)
    if strange > 1:  # a name of several words is one
        written = _words(text)
        strange = sum(
            not (place - 1 in unknown and written[place][:1].isupper() and written[place - 1][:1].isupper())
            for place in unknown
            if place < len(written)
        )
    if strange * 8 > len(words) + 4 or strange > (1 if len(text) >= _PARAGRAPH else _STRANGERS):
        return 0
    if strange and not strong and (strange > 1 or any(word[0].isupper() for word in text.split()[1:])):
        return 0
    return _ENOUGH + strange * (1 if strong else 3)


def _is_heading(text: str, words: Sequence[str]) -> bool:
    """Whether a text may be a heading or a sentence of the article: it opens as those do, or has capitals as titles have."""
    if words[0] in _OPENINGS and STRONG.isdisjoint(words):
        return True
    names = [word for word in text.split() if word[0].isalpha() and word.lower() not in FREE]
    return (
        len(names) >= (2 if len(words) >= 4 else 3)
        and text[-1].isalnum()
        and not text.isupper()
        and all(word[0].isupper() for word in names)
    )


_OPENINGS = frozenset("how what what's why who where when the a an is are does do can should will there".split())
_ADDRESS = frozenset("you you're your yours our we we're we've this please here now".split())
_NONE = frozenset("no not nothing 0".split())
_PAST = frozenset("was were had did been they them their".split())


def _weight(words: Sequence[str], subject: frozenset[str]) -> int:
    """Three for a word that gives a page away, two for one that may, one for any of a page's and for speaking to the reader."""
    weight = int(not _ADDRESS.isdisjoint(words))
    for word in {word for word in words if word not in FREE}:
        if word in STRONG:
            weight += 0 if word in subject else 3
        else:
            weight += 2 if word in FAIR else 1
    return weight


def _subject(document: Document) -> frozenset[str]:
    """The words of pages that the article's longer paragraphs use."""
    text = folded_text(document)
    return STRONG.intersection(
        word
        for block in document.body
        if block.end - block.start > _PROSE
        for word in text[block.start : block.end].translate(_TABLE).split()
    )
