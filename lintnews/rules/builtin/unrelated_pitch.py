"""A sales pitch for a product that nothing else in the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..fold import fold
from ..match import plain_text
from ..model import Hit, Selector, Sighting

# How a pitch opens, beside the name of the thing itself.
_OPENING = (
    r"(?:discover|try|upgrade|grab|shop|book|experience|trust|save|choose|enjoy|order|treat|transform|meet|explore|switch|boost|protect|"
    r"find|visit|browse|unlock|elevate|pamper|refresh|simplify|secure|build|power|turn|bring|let|make|give|get|start|keep|say goodbye|"
    r"looking for|need|want|tired of|ready to|whether you|with|for|from|at|every|no one|nobody|nothing|why|when|thanks to|if you)\b"
)
# What it promises. Each of these counts once.
_BENEFIT = (
    r"comfort\w*|effortless\w*|seamless\w*|peace of mind|affordabl\w+|durab\w+|(?:long-)?lasting|reliab\w+|hassle[- ]free|easier|faster|brighter|"
    r"healthier|smoother|smarter|stronger|safer|cleaner|cheaper|quality|premium|perfect\w*|ideal|exclusive|authentic|timeless|sleek|stylish|smart|"
    r"innovative|precision|(?:high|low|ultra|super)-\w+|\w+-(?:proof|resistant|grade|friendly|free|stitched|quality|rated|ready|range|based|to-use|"
    r"backed|certified|speed|duty|edge|level|loading|saving|efficient|crafted|made|tested)|warrant\w+|guarantee\w*|trial|financing|transparent|pricing|"
    r"free (?:\w+ )?(?:inspections?|installation|shipping|delivery|trial|quotes?|consultations?|samples?|returns|estimates?|setup|credits)|flexible|"
    r"discounts?|savings?|satisf\w+|tailored|engineered|crafted|handmade|hand-\w+|designed (?:for|to|with)|built (?:for|to|with)|made (?:for|to)|"
    r"backed by|loved by|trusted?|best|leading|outlast|luxur\w+|organic|vegan|eco-friendly|sustainabl\w+|inviting|dream|feel the difference|"
    r"round-the-clock|24/7|secure|powerful|award-winning|fanless|cooling|built-in|cutting|affordable|effective|versatile|lightweight|ergonomic|"
    r"customi[sz]able|personali[sz]ed|painless|breathable|silent|compact|rugged|robust|fast installation|at the touch of a button|deliver\w*|"
    r"expert\w*|unbeatable|unforgettable|delicious|gourmet|refreshing|gentle|soothing|nourish\w*|energy-\w+|instant\w*|automated|real-time|"
    r"one-stop|full range|wide range|wide selection|choice of|fits? (?:any|every)|any (?:room|home|budget|occasion|season|size)|"
    r"every (?:room|budget|need|step|climb|purchase|bite|home|season|day|occasion|trip|size|drive|meal)"
)
_AUDIENCE = (
    r"you(?:'ll|r|rself)?|homeowners?|commuters|gardeners|customers|families|parents|teams|businesses|professionals|clients|buyers|users|"
    r"growers|retailers|manufacturers|engineers|contractors|travell?ers|athletes|runners|students|startups|managers|patients|shoppers|drivers|"
    r"installers|operators|homes|offices|factories|workplaces|plants|warehouses|worldwide|nationwide|across the (?:region|country|globe)|"
    r"online stores|data centers|refineries|home|kitchen|living room|bathroom|garden|wardrobe|skin|solutions?|products?|services|software|"
    r"machines?|equipment|brands?|collection|range|plans?|packages?|options|rates|quote"
)
_VERB = (
    r"\b(?:crafts?|keeps?|helps?|lets?|gives?|brings?|makes?|offers?|provides?|delivers?|supplies|supply|manufactures?|designs?|builds?|features?|"
    r"combines?|transforms?|protects?|supports?|sells?|creates?|produces?|serves?|has|have|are|is|turns?|powers?|blends?|fits?|"
    r"cuts?|speeds?|simplif(?:y|ies)|guarantees?|ensures?|specializ\w+|specialis\w+|stocks?|ships?|carries|raises?|elevates?|"
    r"handles?|equips?|connects?|streamlines?|boosts?|reduces?|removes?|enjoy|choose|cut|close|contact|request|discover|upgrade|book|beats?)\b"
)
_REPORTS = frozenset(
    (
        "said says told added according announced reported wrote asked argued he she his her him i we our my they yesterday today's last ago "
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
        "december was were had did been would could might may but however although because police minister court president government "
        "council party million billion percent not can't don't n't"
    ).split()
)
_NAME = r"\b[A-Z][\w'-]*(?:\.?[A-Z]\w*)*"
_WORD = r"[a-z][a-z-]{3,}"
_COMMON = frozenset(
    (
        "that this with from they their have been will more most also such than then when which where into over under about after before "
        "between other some many much very just only same each every these those what while both like make made year time people work works "
        "working across through using used first high company market need needs take help life long next great well know without within during "
        "still even back down want come around today good look part week month days hours thousands hundreds against"
    ).split()
)
_CUES = tuple(
    (
        "comfort effortless seamless affordab durab lasting hassle easier faster brighter healthier smoother smarter quality premium perfect "
        "ideal exclusive authentic timeless sleek stylish innovative precision -proof -resistant -friendly warrant guarantee financing pricing "
        "discount tailored engineered crafted designed luxur organic vegan dream award-winning versatile lightweight ergonomic painless "
        "breathable silent rugged robust unbeatable delicious homeowners commuters customers businesses shoppers worldwide nationwide "
        "solutions upgrade discover features combine flexible high- reliab secure smart deliver trust built backed loved"
    ).split()
)
_SHORTEST, _LONGEST = 45, 300
_ROLES = ("paragraph", "list-item", "quote", "cell")


@rule(
    "promotion/unrelated-pitch",
    summary="Sales pitch for a product the rest of the article is not about",
    message="Advertisement set into the text",
    severity="error",
    since="0.1.0",
    delete=True,
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
    found: list[tuple[Span, bool]] = []
    for block in document.body:
        if block.role not in _ROLES or block.end - block.start < _SHORTEST or not _may_pitch(text[block.start : block.end]):
            continue
        parts = sentences(document, block)
        for at, part in enumerate(parts):
            words = text[part.start : part.end]
            kind = _kind(words)
            if not kind or (kind == 1 and len(parts) > 1):
                continue
            before = parts[at - 1] if at else None
            asks = before and re.fullmatch(rf"{_OPENING}[^.!?]{{5,80}}\?", text[before.start : before.end].strip(), re.IGNORECASE)
            found.append((Span(before.start, part.end) if before and asks else part, kind == 2))
    if not 0 < len(found) <= 8:
        return
    rest = fold(_rest(document, [span for span, _ in found]))
    counts = len(rest.split())
    if counts < 30 or len(re.findall(rf"\b(?:{_BENEFIT})\b", rest)) > counts / 45:
        return
    stems = {_stem(word) for word in re.findall(_WORD, rest)}
    hits = []
    for span, sells in found:
        words = text[span.start : span.end]
        names = _names(words)
        plain = re.sub(rf"\b(?:{_BENEFIT}|{_AUDIENCE}|{_OPENING[3:-3]})\b", " ", fold(words)) if sells else fold(words)
        content = {_stem(word) for word in re.findall(_WORD, plain) if word not in _COMMON}
        shared = content & stems
        if not names or any(re.search(rf"\b{re.escape(fold(name))}\b", rest) for name in names):
            continue
        if len(shared) <= len(content) // 6 if sells else counts >= 100 and len(content) >= 5 and not shared:
            hits.append(Hit(span, (f"“{' '.join(names)}” is named nowhere else in the article", "shares no word of substance with the rest")))
    if len(hits) <= 3:
        yield from hits


def _may_pitch(words: str) -> bool:
    if len(words) <= _LONGEST and not _reports(words):
        return True
    low = words.lower()
    return sum(cue in low for cue in _CUES) > 1


def _reports(words: str) -> bool:
    """Whether a sentence says who said, did or paid what, and when."""
    return not _REPORTS.isdisjoint(re.findall(r"[a-z']+", words.lower())) or bool(re.search(r"[\"$€£%@]|\b(?:19|20)\d\d\b|http|www", words))


def _kind(words: str) -> int:
    """2 for a sentence that sells, 1 for one that may, 0 for one that does not."""
    names = _names(words)
    if not _SHORTEST <= len(words) <= _LONGEST or _reports(words) or not names:
        return 0
    low = words.lower()
    benefits = {match[0] for match in re.finditer(rf"\b(?:{_BENEFIT})\b", low)}
    audience = {match[0] for match in re.finditer(rf"\b(?:{_AUDIENCE})\b", low)}
    opens = bool(re.match(_OPENING, low))
    if benefits and len(benefits) + len(audience) + opens >= 2 and (opens or re.search(_VERB, low)):
        return 2
    # Without the words of selling, the place and the name must say it: a whole block, a sentence, a name in its midst.
    return 1 if words[-1] in ".!" and (len(names) > 1 or not words.startswith(names[0]) or re.search(r"[a-z][A-Z]", names[0])) else 0


def _names(words: str) -> list[str]:
    first, *others = re.findall(_NAME, words) or [""]
    if words.startswith(first) and (re.match(_OPENING, words.lower()) or re.fullmatch(r"[A-Z][a-z]+s", first) and not others):
        return others
    return [name for name in (first, *others) if name]


def _stem(word: str) -> str:
    return re.sub(r"(?:ings?|ed|es|s)$", "", word)


def _rest(document: Document, spans: Sequence[Span]) -> str:
    """The titles and the text in scope without `spans`."""
    text = plain_text(document)
    parts = [field.value for field in document.meta.headlines if field]
    at = document.body[0].start
    for span in sorted(spans):
        parts.append(text[at : span.start])
        at = span.end
    return " ".join((*parts, text[at : document.body[-1].end]))
