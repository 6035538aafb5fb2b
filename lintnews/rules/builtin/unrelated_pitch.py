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
    ),
)
def unrelated_pitch(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find pitches in an article that is not one itself."""
    from ...document.sentences import sentences

    text = plain_text(document)
    titles = " ".join(field.value for field in document.meta.headlines if field)
    whole = folded_text(document)[document.body[0].start : document.body[-1].end] + fold(titles)
    cues = Counter(sighting.block.index for sighting in sightings)
    found: list[tuple[Span, bool]] = []
    for block in document.body:
        if block.role not in _ROLES or block.end - block.start < _SHORTEST:
            continue
        whole_block = text[block.start : block.end]
        sells = cues[block.index] > 0
        if sells:
            if not _may_pitch(whole_block, cues[block.index]):
                continue
        elif not _kind(whole_block, sells=False) or not _is_foreign(whole, whole_block):
            continue  # what only may sell counts if it is the whole block
        parts = sentences(document, block)
        for at, part in enumerate(parts):
            words = text[part.start : part.end]
            kind = _kind(words, sells=sells)
            if not kind or (kind == 1 and len(parts) > 1):
                continue
            before = parts[at - 1] if at else None
            asks = before and re.fullmatch(
                rf"{OPENING}[^.!?]{{5,80}}\?", text[before.start : before.end].strip(), re.IGNORECASE
            )
            found.append((Span(before.start, part.end) if before and asks else part, kind == 2))
    found = [
        (span, sells)
        for span, sells in found
        if (sells or _is_foreign(whole, text[span.start : span.end])) and _is_alone(whole, text[span.start : span.end])
    ]
    if not 0 < len(found) <= 8:
        return
    rest = fold(_rest(document, [span for span, _ in found]))
    counts = len(rest.split())
    if counts < 30:
        return
    stems = _stems(_WORD.findall(rest))
    hits = []
    for span, sells in found:
        words = text[span.start : span.end]
        plain = re.sub(rf"\b(?:{BENEFIT}|{AUDIENCE}|{OPENING[3:-3]})\b", " ", fold(words)) if sells else fold(words)
        content = _stems(word for word in _WORD.findall(plain) if word not in COMMON)
        shared = content & stems
        if len(shared) <= len(content) // 6 if sells else counts >= 100 and len(content) >= 5 and not shared:
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


def _is_foreign(whole: str, words: str) -> bool:
    """Whether no word of substance of a sentence begins another word of the article."""
    stems = _stems(word for word in _WORD.findall(fold(words)) if word not in COMMON)
    return all(whole.count(f" {stem}") <= 1 for stem in stems)


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


def _kind(words: str, *, sells: bool) -> int:
    """2 for a sentence that sells, 1 for one that may, 0 for one that does not."""
    if words[-1] in ":;," or not _SHORTEST <= len(words) <= _LONGEST:
        return 0
    # Without the words of selling, the place and the name must say it: a whole block, a sentence, a name in its midst.
    stands = words[-1] in ".!" and words.split(None, 1)[0].lower() not in PLAIN
    if not (sells or stands) or _reports(words) or not (names := _names(words)):
        return 0
    if sells and _sells(words.lower()):
        return 2
    if not stands:
        return 0
    return 1 if len(names) > 1 or not words.startswith(names[0]) or re.search(r"[a-z][A-Z]", names[0]) else 0


def _sells(low: str) -> bool:
    """Whether a sentence promises something, to somebody or more than once, in the grammar of a pitch."""
    benefits = {match[0] for match in re.finditer(rf"\b(?:{BENEFIT})\b", low)}
    if not benefits:
        return False
    audience = {match[0] for match in re.finditer(rf"\b(?:{AUDIENCE})\b", low)}
    opens = bool(re.match(OPENING, low))
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
