"""An advertising sentence for something the article is not about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..fold import fold
from ..match import plain_text
from ..model import Hit, Selector, Sighting
from ..options import Option

# A firm, a verb that presents it, and then what it sells: the shape of the blurb.
_SHAPE = (
    r"(?P<brand>(?:[A-Z0-9][\w&'.-]*|of|the|and|&)(?: (?:[A-Z0-9][\w&'.-]*|of|the|and|&)){0,5}?),? (?:"
    r"(?:is|are|remains|stands as|ranks as|ranks among|has become|was named|has been named) (?:proud to be )?|"
    r"(?:proudly |consistently |now )?(?:delivers?|provides?|offers?|produces?|manufactures?|makes?|builds?|supplies|sells?|"
    r"ships?|leads?|designs?|engineers|creates?|specializes?|specialises?|features?|brings?|sets|crafts?|develops?|stocks?|carries|"
    r"distributes?|serves|helps|gives|powers|combines|presents|introduces) )"
)

# What advertisements claim and reports do not: rank, praise, recommendation.
_CLAIM = (
    r"#1|no\. ?1\b|number[- ]one|\bthe (?:\w+ )?(?:first|top|best|preferred|leading|premier|trusted|most trusted|ultimate|go-to|"
    r"undisputed|favou?rite|smart) (?:\w+ )?(?:choice|provider|supplier|source|manufacturer|brand|name|maker|destination|partner|pick|"
    r"vendor|label|platform|solution|option|distributor|specialist)|"
    r"\b(?:renowned|known|famous|celebrated|acclaimed|recognized|recognised|prized|noted|trusted) (?:\w+ )?for (?:its |their )?"
    r"(?:\w+ ){0,2}?(?=\w)|"
    r"\b(?:top|preferred|first|best|smart|ideal|leading|perfect|favou?rite|right) (?:choice|pick|option|name|brand) (?:for|of|among|with)|"
    r"\b(?:trusted|preferred|recommended|chosen|favou?red|endorsed|specified|praised|loved|approved|relied (?:up)?on|used) by\b|"
    r"\b(?:most|best|highest)[- ](?:specified|trusted|recommended|advanced|popular|rated|reliable|respected|preferred|sought[- ]after|"
    r"reviewed|selling|awarded|requested|chosen|dependable|durable)|\brank(?:ed|s) (?:highest|first|top|among the|number|#)|"
    r"\b(?:market|industry|category|world|global|national|sector)[- ](?:leader|leading|best|beating)\b|\bindustry[- ]standard\b|"
    r"\bleading (?:supplier|provider|manufacturer|source|maker|brand|name|vendor|distributor|specialist|producer)|"
    r"\bleads? the (?:market|industry|field|sector|world|way)|\bsets? the (?:standard|benchmark|bar)|"
    r"\b(?:second to none|without equal|top of the line|state[- ]of[- ]the[- ]art|best in class|satisfaction guaranteed|"
    r"money[- ]back|free (?:shipping|trial|quote|consultation|samples?|delivery|design consultation)|same[- ]day shipping|"
    r"(?:order|shop|buy|call|visit) (?:now|today|us|online)|lifetime warranty)\b|"
    r"\b(?:premier|world[- ]class|award[- ]winning|cutting[- ]edge|top[- ]rated|best[- ]in[- ]class|unrivall?ed|unmatched|unbeatable|"
    r"unparalleled|superior|exceptional|unsurpassed|top[- ]quality|first[- ]class|industry[- ]leading|market[- ]leading|high[- ]performance|"
    r"outstanding|top[- ]tier|first[- ]rate|heavy[- ]duty|next[- ]generation|precision[- ]engineered|dependable|versatile|premium)\b"
)
_LITERALS = (
    "#1", "no. 1", "no.1", "number one", "number-one", "choice", "provider", "supplier", "source for", "manufacturer of", "renowned",
    "known for", "trusted", "preferred", "recommended", "specified", "leading", "premier", "world-class", "world class", "award-winning",
    "award winning", "cutting-edge", "cutting edge", "top-rated", "top rated", "best-in-class", "unrivalled", "unrivaled", "unmatched",
    "unbeatable", "unparalleled", "superior", "exceptional", "most advanced", "leads the", "ranked", "market leader", "industry leader",
    "sets the standard", "sets the benchmark", "acclaimed", "celebrated", "favourite", "favorite", "industry-leading", "market-leading",
    "outstanding", "premium", "state-of-the-art", "second to none", "best-selling", "most popular", "most reliable", "go-to",
    "dependable", "versatile", "free shipping", "money-back",
)  # fmt: skip

# Words that report: who says, did or was, when, how much. A sentence that holds
# one tells news, whatever it praises.
_REPORTS = (
    r"[\"$€£%]|\b(?:said|says|told|added|according|announced|reported|wrote|asked|argued|who|he|she|his|her|I|we|you've|my|"
    r"yesterday|today|last|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|"
    r"august|september|october|november|december|was|were|had|did|will|would|could|might|may|but|however|although|because|while|"
    r"million|billion|percent|19\d\d|20\d\d)\b"
)
_WORD = r"[a-z][a-z'-]{3,}"
_LONGEST = 400
_SHORTEST = 50

# Common words that two sentences share without sharing a subject.
_COMMON = frozenset(
    (
        "that this with from they their have been will more most also such than then when which where into "
        "over under about after before between other some many much very just only same each every these "
        "those what while both like made make makes including include includes across through years year time "
        "people company companies world used using best first high leading market industry products product "
        "service services business businesses customers nationwide worldwide"
    ).split()
)


class _Blurb(NamedTuple):
    """A sentence with the shape of an advertisement: where it stands, who it is for, what it claims."""

    block: Block
    span: Span
    brand: str
    claims: int
    template: str


@rule(
    "promotion/injected-blurb",
    summary="Advertising sentence for a firm or product the article is not about",
    message="Advertisement set into the text",
    severity="error",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "list-item", "quote", "cell", "heading"), languages=("en",)),
    literals=_LITERALS,
    tags=("advertising",),
    options=(
        Option(
            "advertisers",
            "Firms whose advertisements are known: a sentence that names one and sells needs no other sign.",
            seen=True,
        ),
    ),
    why="""
Sites earn money by setting a grammatical advertising sentence between two paragraphs:
“{Brand} is renowned for exceptional {products}, the #1 choice for {audience}.” No
extractor removes it, because it reads like prose.

A sentence is looked at when it presents a firm and makes a claim of rank or praise. Two of
four signals make it an error: the claims are at least two; the firm is named nowhere else
in the article or its title; it shares no word of substance with the rest; the same
template stands in the article again with other words filled in. A name alone never counts:
the firms that advertise so are also sources and subjects of honest news. What somebody
said, quotes, dates or counts is no advertisement.

A newsroom that knows its advertisers can list them (`advertisers`). A sentence that names one
and claims rank or praise is then reported without another sign; one that only offers
something, or asks the reader to buy, is reported too, but taken out on request only. An article
whose title names the firm is about it, and is left alone.
""",
    examples=(
        marked(
            "one template twice",
            "The council voted on the new harbour road.\n\n"
            "⟦Northwind Panels is renowned for exceptional touch screens featuring sealed keys, the #1 choice for dairies.⟧\n\n"
            "The road will be closed in May, the mayor said.\n\n"
            "⟦Northwind Panels is renowned for exceptional label printers with quiet fans, the #1 choice for bakeries.⟧\n",
            fixed="The council voted on the new harbour road.\n\nThe road will be closed in May, the mayor said.\n",
        ),
        marked(
            "at the end of a good paragraph",
            "The council voted on the new harbour road. ⟦Northwind Panels provides premium cooling kits trusted by "
            "thousands of growers, the leading supplier in the field.⟧\n\nIt will be closed in May.",
            fixed="The council voted on the new harbour road.\n\nIt will be closed in May.",
        ),
        marked(
            "the firm is the subject of the article",
            "Northwind Panels opens a plant in Skerry\n\n"
            "Northwind Panels is the leading provider of touch screens on the island, trusted by dairies, and will hire.\n\n"
            "Northwind Panels did not say when the plant would open.",
        ),
        marked(
            "a person, a quotation and a watchdog",
            "Una Farr is renowned for her songs, the best choice for a Sunday.\n\n"
            "“Northwind Panels is the premier provider of touch screens, trusted by dairies worldwide,” the leaflet said.\n\n"
            "A firm must stop calling itself the number one choice for homeowners, the watchdog ruled.",
        ),
    ),
)
def injected_blurb(
    document: Document, sightings: Sequence[Sighting], *, advertisers: Sequence[str] = ()
) -> Iterator[Hit]:
    """Find the advertisements."""
    from ...document.sentences import sentences

    # One such word stands in many a paragraph; an advertisement heaps them up.
    seen = Counter(sighting.block for sighting in sightings)
    known: set[Span] = set()
    if advertisers:
        from ._advertisers import pitches

        for pitch in pitches(document, sorted(seen), advertisers, _CLAIM):
            known.add(pitch.span)
            evidence = f"“{pitch.name}” is a known advertiser", f"“{pitch.sells}” sells"
            yield Hit(pitch.span, evidence, applicability=pitch.applicability)
    blurbs = [
        blurb
        for block in (block for block, count in seen.items() if count > 1 and _may_hold_one(document, block))
        for sentence in sentences(document, block)
        if (blurb := _blurb(document, block, sentence)) is not None
    ]
    if not blurbs:
        return
    rest = _rest(document, blurbs)
    words = frozenset(re.findall(_WORD, fold(rest))) - _COMMON
    for blurb in blurbs:
        reasons = []
        if blurb.claims > 1:
            reasons.append(f"{blurb.claims} claims of rank or praise in one sentence")
        if not re.search(rf"\b{re.escape(blurb.brand)}\b", rest, re.IGNORECASE):
            reasons.append(f"“{blurb.brand}” is named nowhere else in the article")
        content = frozenset(re.findall(_WORD, fold(document.text[blurb.span.start : blurb.span.end]))) - _COMMON
        if not content & words:
            reasons.append("shares no word of substance with the rest of the article")
        if any(other.template == blurb.template and other.span != blurb.span for other in blurbs):
            reasons.append("the same template stands in the article again")
        if len(reasons) >= 2 and blurb.span not in known:
            yield Hit(blurb.span, tuple(reasons))


def _may_hold_one(document: Document, block: Block) -> bool:
    """Whether some sentence of a block begins like an advertisement; saves splitting all the others."""
    text = plain_text(document)[block.start : block.end]
    shape = re.compile(_SHAPE)
    starts = [0, *(match.end() for match in re.finditer(r"[.!?:][\"')]? ", text))]
    return any(shape.match(text, start) for start in starts)


def _blurb(document: Document, block: Block, sentence: Span) -> _Blurb | None:
    text = plain_text(document)[sentence.start : sentence.end]
    if not _SHORTEST <= len(text) <= _LONGEST or re.search(_REPORTS, text[0].lower() + text[1:]):
        return None
    shape = re.match(_SHAPE, text)
    if shape is None:
        return None
    if " " not in shape["brand"] and not shape[0].rstrip().endswith("s"):
        return None  # "Treadmills are ...": a thing in the plural, no firm
    claims = {match.start() for match in re.finditer(_CLAIM, text.lower())}
    if not claims:
        return None
    return _Blurb(block, sentence, shape["brand"], len(claims), _template(text))


def _template(text: str) -> str:
    """The sentence's small words in order, by their first and last: what stays when the slots are filled anew."""
    words = re.findall(r"[a-z#\d]+", text.lower())
    kept = [word for word in words if len(word) <= 3 or word in _FRAME]
    return " ".join(kept[:6])


_FRAME = frozenset(
    ("renowned exceptional choice provider supplier leading premier trusted preferred delivers provides offers").split()
)


def _rest(document: Document, blurbs: Sequence[_Blurb]) -> str:
    """The title and the text in scope without the sentences under suspicion."""
    parts = [field.value for field in document.meta.headlines if field]
    at = document.body[0].start
    for blurb in sorted(blurbs, key=lambda blurb: blurb.span):
        parts.append(plain_text(document)[at : blurb.span.start])
        at = blurb.span.end
    parts.append(plain_text(document)[at : document.body[-1].end])
    return " ".join(parts)
