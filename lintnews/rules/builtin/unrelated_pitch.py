"""A sales pitch for a product that nothing else in the article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..fold import fold
from ..match import folded_text, plain_text
from ..model import Hit, Selector, Sighting
from ._pitches import AUDIENCE, BENEFIT, COMMON, CUES, OPENING, PLAIN, REPORTS, VERB

_NAME = re.compile(r"\b[A-Z][\w'-]*(?:\.?[A-Z]\w*)*")
_WORD = re.compile(r"[a-z][a-z-]{3,}")
_ANY_WORD = re.compile(r"[a-z']+")
_ENDING = re.compile(r"(?:ings?|ed|es|s)(?= |$)")
_FACTS = re.compile(r"[\"$€£%@]|\b(?:19|20)\d\d\b|http|www")
_SHORTEST, _LONGEST = 45, 300
# What most of the sentences hold that report.
_OFTEN = (" was ", " said", " he ", " were ", " had ", " would ", " his ", " they ", " but ", '"')
_ROLES = ("paragraph", "list-item", "quote", "cell")


@rule(
    "promotion/unrelated-pitch",
    summary="Sales pitch for a product the rest of the article is not about",
    message="Advertisement set into the text",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=CUES,
    where=Selector(blocks=("paragraph", "list-item", "quote", "cell", "heading"), languages=("en",)),
    tags=("advertising",),
    why="""
Besides the boasting kind (`promotion/injected-blurb`), sites set in sentences that simply sell:
“With {brand}, homeowners cut their bills all year long.” They read like prose and no
extractor removes them.

All of this must hold: the sentence is in the present tense, promises something and speaks
to buyers; it names a brand that stands nowhere else in the article; and it shares no word
of substance with the rest. An article that sells throughout, such as a review or a gift
guide, stays clean, and so do reports, quotations and sentences with persons, dates or sums.
""",
    examples=(
        marked(
            "between paragraphs",
            "The council voted on the harbour road on Tuesday.\n\n"
            "⟦Upgrade your kitchen with Northwind knives, forged from steel for effortless slicing.⟧\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old "
            "bridge fell two years ago and nobody could cross for a month.\n",
            fixed="The council voted on the harbour road on Tuesday.\n\nThe road will be closed in May, the mayor said, and buses will take "
            "the coast instead, as they did when the old bridge fell two years ago and nobody could cross for a month.\n",
        ),
        marked(
            "a question before it",
            "The council voted on the harbour road on Tuesday. ⟦Looking for durable flooring? Northwind Planks has the perfect board for "
            "every budget.⟧\n\nThe road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month.\n",
        ),
        marked(
            "the thing is the subject of the article",
            "Northwind shows a new knife\n\nUpgrade your kitchen with Northwind knives, forged from steel for effortless slicing.\n\n"
            "The knives will be sold in May, the maker said, and the steel comes from the island, where it has been made since the first furnace was lit and where "
            "forty people still work at the old harbour.\n",
        ),
        marked(
            "reports and advice",
            "The council voted on the harbour road on Tuesday.\n\nSkerry offers families a safe home and good schools, the mayor said.\n\n"
            "Homeowners in Skerry want durable roads and reliable buses for the council's harbour, and the mayor said that she would ask for both when "
            "the members meet again after the summer.\n",
        ),
        marked(
            "what names something new and promises nothing",
            "The council voted on the harbour road on Tuesday.\n\nHome, for the Delmar family, is now a caravan behind the brewery.\n\n"
            "Perfect pitch, for the Lindqvist sisters, is comfort and curse.\n\nTrust, on Little Holm, has lasting roots and a short memory.\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old bridge fell two years ago and nobody "
            "could cross for a month. Six people asked who would pay for the longer way to school, and what would become of the ferry, whose captain has not been "
            "paid since March. The treasurer had no answer. He promised one for the next meeting, when the members will also talk about the wall at the quay, which the "
            "storm broke in two places, and about the lamp on the pier, which has been dark for a year.\n",
        ),
    ),
)
def unrelated_pitch(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find pitches in an article that is not one itself."""
    from ...document.sentences import sentences

    text = plain_text(document)
    titles = " ".join(field.value for field in document.meta.headlines if field)
    whole = folded_text(document)[document.body[0].start : document.body[-1].end] + fold(titles)
    cues = Counter(sighting.block for sighting in sightings)
    found: list[Span] = []
    for block, count in sorted(cues.items()):
        if block.role not in _ROLES or block.end - block.start < _SHORTEST:
            continue
        if not _may_pitch(text[block.start : block.end], count):
            continue
        parts = sentences(document, block)
        for at, part in enumerate(parts):
            if not _pitches(text[part.start : part.end]):
                continue
            before = parts[at - 1] if at else None
            asks = before and re.fullmatch(
                rf"{OPENING}[^.!?]{{5,80}}\?", text[before.start : before.end].strip(), re.IGNORECASE
            )
            found.append(Span(before.start, part.end) if before and asks else part)
    found = [span for span in found if _is_alone(whole, text[span.start : span.end])]
    if not 0 < len(found) <= 8:
        return
    rest = fold(_rest(document, found))
    counts = len(rest.split())
    if counts < 30:
        return
    stems = _stems(_WORD.findall(rest))
    hits = []
    for span in found:
        words = text[span.start : span.end]
        plain = re.sub(rf"\b(?:{BENEFIT}|{AUDIENCE}|{OPENING[3:-3]})\b", " ", fold(words))
        content = _stems(word for word in _WORD.findall(plain) if word not in COMMON)
        if len(content & stems) <= len(content) // 6:
            name = " ".join(_names(words))
            hits.append(
                Hit(
                    span,
                    (f"“{name}” is named nowhere else in the article", "shares no word of substance with the rest"),
                )
            )
    # An article that is full of promises sells something itself.
    if 0 < len(hits) <= 3 and len(re.findall(rf"\b(?:{BENEFIT})\b", rest)) <= counts / 45:
        yield from hits


def _is_alone(whole: str, words: str) -> bool:
    """Whether no name of a sentence stands in the article more often than in the sentence."""
    own = fold(words)
    return not any(whole.count(name) > own.count(name) for name in map(fold, _names(words)))


def _may_pitch(words: str, cues: int) -> bool:
    if len(words) <= _LONGEST and not _reports(words):
        return True
    if cues < 2:
        return False
    return any(len(part) >= _SHORTEST and not _reports(part) for part in re.split(r"(?<=[.!?]) ", words))


def _reports(words: str) -> bool:
    """Whether a sentence says who said, did or paid what, and when."""
    for word in _OFTEN:  # the quick way
        if word in words:
            return True
    return not REPORTS.isdisjoint(_ANY_WORD.findall(words.lower())) or _FACTS.search(words) is not None


def _pitches(words: str) -> bool:
    """Whether a sentence sells something that it names, and reports nothing."""
    if words[-1] in ":;," or not _SHORTEST <= len(words) <= _LONGEST or _reports(words):
        return False
    return bool(_names(words)) and _sells(words.lower())


def _sells(low: str) -> bool:
    """Whether a sentence promises something, to somebody or more than twice, in the grammar of a pitch.

    "Perfect pitch, for the sisters, is comfort and curse" holds two words of promise and speaks to nobody.
    """
    benefits = {match[0] for match in re.finditer(rf"\b(?:{BENEFIT})\b", low)}
    if not benefits:
        return False
    audience = {match[0] for match in re.finditer(rf"\b(?:{AUDIENCE})\b", low)} - benefits
    opens = re.match(rf"{OPENING}(?!,)", low) is not None
    if (
        not audience
        and not any(word.startswith(("every ", "any ")) for word in benefits)
        and not (opens and len(benefits) > 1)
        and len(benefits) < 3
    ):
        return False
    return len(benefits) + len(audience) + opens >= 2 and (opens or re.search(VERB, low) is not None)


def _names(words: str) -> list[str]:
    """What is written like a name; a first word only if it can be one."""
    first, *others = _NAME.findall(words) or [""]
    if words.startswith(first) and (
        first.lower() in PLAIN
        or re.match(OPENING, words.lower())
        or (re.fullmatch(r"[A-Z][a-z]+s", first) and not others)
    ):
        return others
    return [name for name in (first, *others) if name]


def _stems(words: Iterable[str]) -> set[str]:
    return set(_ENDING.sub("", " ".join(words)).split(" "))


def _rest(document: Document, spans: Sequence[Span]) -> str:
    """The titles and the text in scope without `spans`."""
    text = plain_text(document)
    parts = [field.value for field in document.meta.headlines if field]
    at = document.body[0].start
    for span in sorted(spans):
        parts.append(text[at : span.start])
        at = span.end
    return " ".join((*parts, text[at : document.body[-1].end]))
