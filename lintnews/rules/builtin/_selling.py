"""The signs by which an English advertisement of one to three sentences is known, and what each weighs.

No one of them is enough: an offer or a call stands in many a notice of an event. An
advertisement heaps them up, and tells nothing of what anybody said or did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from ...document.model import Block, Document
from ...span import Span
from ..match import plain_text
from ..model import Sighting
from ._selling_words import GOODS, NEWS, PRAISE, READER, TRADE

ENOUGH = 4
"""What the signs of a text must weigh together, at the least."""

_SUM = r"[$£€₹] ?\d[\d.,]*"
_START = r"(?:^|[.!?:;] |- )"
_GOODS = (
    r"quotes?|consultations?|estimates?|inspections?|trials?|lessons?|samples?|shipping|delivery|demos?|kits?|guides?|spins?|valuations?|assessments?|returns|installation|"
    r"brochures?|gifts?|credits|appraisals?|evaluations?|audits?|e-?books?|session|class|account|cancellation|bottles?|postage|setup|training|tours?|survey|check-?up|hosting|website|parking|month"
)
_BUY = (
    r"book|order|buy|shop|call|ring|phone|schedule|claim|get|grab|reserve|request|download|start|apply|sign up|register|visit|contact|enquire|inquire|enrol|enroll|try|"
    r"join|switch|compare|discover|explore|browse|watch|see|upgrade|save|secure|ask|speak to|talk to|trust|choose|hire|rent|play|bet|invest|learn|find|treat|transform|experience"
)
_BUYERS = (
    r"men|women|people|drivers|homeowners|residents|seniors|pensioners|parents|families|customers|clients|users|players|traders|investors|students|professionals|businesses|"
    r"owners|shoppers|travellers|travelers|readers|guests|patients|members|teams|companies|engineers|influencers|growers|employers|couples|brits|americans|canadians|australians|locals"
)
_THING = (
    r"supplier|provider|manufacturer|maker|brand|name|choice|source|partner|distributor|specialists?|experts?|platform|solution|destination|exporter|agency|company|firm|wholesaler|retailer|"
    r"shop|store|app|service|dealer|broker|producer|vendor|factory|marketplace|operator|installer|clinic|practice"
)

_SIGNS: tuple[tuple[str, int, str], ...] = (
    (
        "a question to buyers",
        2,
        r"^(?:are you |do you )?(?:tired of|looking (?:for|to)|need|want|struggling|ready (?:to|for)|planning|thinking (?:of|about)|searching for|worried about|fed up|dreaming of|suffering|"
        r"in need of|sick of|hungry for|dealing with|in the market for|why (?:pay|wait|settle|struggle)|considering|moving|selling|stuck with|paying too much|want to)\b[^.?!]{2,100}\?",
    ),
    (
        "a condition of buyers",
        1,
        r"(?:^|[.!?] )(?:if you(?:'re| are)? (?:need|want|looking|suffer|struggl|love|own|run|plan)\w*|whether you(?:'re| are| need| want)|for (?:all your|anyone|those) \w+|when it comes to|no matter)\b",
    ),
    (
        "a call to buy",
        2,
        rf"{_START}(?:and |so |just |simply |then )?(?:{_BUY})\b(?! (?:said|is|was|are|were|and|of|in)\b)[^.!?]{{0,90}}?(?:\b(?:today|now|online|this (?:week|month|weekend)|us|your|free|in (?:seconds|minutes)|before|at checkout|"
        rf"on \+?\d[\d ()-]{{6,}}|the (?:\w+ )?(?:team|experts|specialists))\b|{_SUM})|\b(?:book|order|call|buy|shop|sign up|apply|contact|visit|get started|see why|find out why) (?:now|today|us|online)\b|welcome to (?:inquir|enquir|contact|visit)\w*",
    ),
    (
        "an offer",
        2,
        rf"\bfree (?:[\w-]+ ){{0,2}}(?:{_GOODS})\b|\b\d{{1,2}} ?(?:%|percent) (?:off|discount|cashback|bonus)|\b(?:save|saving|savings of) (?:up to |over |as much as )?(?:{_SUM}|\d+ ?%)|"
        rf"\b(?:from|starting at|starts at|only|for) (?:just |only |as little as |under )?{_SUM}|\bas little as\b|\bno (?:[\w-]+ )?(?:fees?|deposit|obligation|contracts?|commitment|credit check|win,? no fee|experience needed)\b|"
        r"\b(?:on us|or it's free|just pay (?:shipping|postage)|money[- ]back|satisfaction guaranteed|best prices?|lowest prices?|half price|price match|buy one|limited[- ]time|while (?:stocks?|supplies) last|"
        r"risk[- ]free|interest[- ]free|pay later|cheap(?:est)? (?:and|flights|rates|insurance)|sign-up bonus|welcome bonus|deposit bonus|(?:promo|discount|coupon|voucher) code|now and \w+ later|fraction of the (?:\w+ )?(?:price|cost)|(?:new|first-time) (?:customers|patients|members|clients)|pay nothing|up to \d+ ?%|by \d+ ?%|\w+ (?:warranty|guarantee)|welcome (?:credit|offer|gift)|"
        r"included|unlimited|free of (?:fees|charge)|free (?:SSL|parking|wifi|of)|for free|one month free|lower your (?:monthly )?\w+)\b",
    ),
    (
        "a boast",
        2,
        rf"\b(?:leading|premier|largest|trusted|top|best|preferred|professional|number one|first|favou?rite|go-to|top-rated|reliable|finest|largest|award-winning|innovative|one-stop|expert|full-service|established) (?:[\w-]+ )?(?:{_THING})\b|#1|\bno\. ?1\b|"
        r"\bnumber one\b|\b(?:trusted|loved|recommended|chosen|used|preferred|relied on|endorsed|approved) by\b|\brely on\b|\baward[- ]winning\b|\b(?:rated|ranked)\b.{0,12}\b(?:\d\.\d|stars?|highest|top|best|excellent|number)\b|\b(?:five|5)[- ]star\b|\b\d\.\d (?:stars|out of)\b|"
        r"\b(?:world[- ]class|state[- ]of[- ]the[- ]art|cutting[- ]edge|best[- ]in[- ]class|unrivall?ed|unmatched|unbeatable|second to none|industry[- ]leading|market[- ]leading|top[- ]rated|best[- ]selling|high(?:est)?[- ]quality|good quality|top quality|premium)\b|"
        r"\b(?:over|more than|with) (?:\d[\d,.]*|\w+) ?(?:million|thousand|k)?\+? (?:\w+ )?(?:years? of experience|years' experience|countries|(?:happy |satisfied )?(?:customers|clients|users|reviews|members|professionals|businesses|homes|holiday homes|properties))|\b99\.9+ ?%|"
        r"\bthe (?:\w+(?: \w+)?'s) (?:most|best|favou?rite|largest|leading|premier|fastest|no)\b|\bwho use\b|\b(?:homeowners|families|businesses|people|millions|thousands|customers|learners|professionals)\b[\w ]{0,30} (?:trust|love|choose|already|rely|swear|switch|agree|use)\b|\bnothing beats\b|\bthe secret (?:to|of|behind)\b|\ball over the world\b|"
        r"\bsince (?:18|19|20)\d\d\b|\bspeciali[sz](?:es?|ing) in\b|\brenowned for\b|\bknown for (?:its|their|our)\b",
    ),
    (
        "bait",
        3,
        rf"\b(?:doctors|dentists|experts|scientists|banks|insurers|surgeons|dermatologists|vets|nutritionists|lenders|trainers|plumbers|mechanics|everyone|{_BUYERS})(?: in [\w ]{{2,20}})? (?:are|is) (?:stunned|furious|shocked|speechless|baffled|amazed|"
        rf"switching|rushing|flocking|ditching|going crazy|obsessed|raving|begging|racing|lining up|saving|scrambling|snapping up|in awe)\b|\b(?:hate|love|need|try) this (?:one |new )?(?:simple|weird|odd|strange|little|genius|clever|new|trick)\b|"
        r"\bthis (?:one |new |free )?(?:simple|weird|odd|strange|little-known|genius|clever|tiny|ancient|cheap|bizarre|one|\d+-(?:second|minute)) (?:\w+ )?(?:trick|seed|fruit|habit|ritual|gadget|device|tip|method|hack|exercise|vegetable|food|recipe|app|stock|mistake|drink|plant|oil|spice|mineral|vitamin|tool|invention|thing|secret)\b|"
        rf"\bbefore (?:it's|it is|they're|they are|it gets?) (?:taken down|banned|too late|gone|deleted|removed|all gone|sold out)\b|\b(?:thousands|hundreds|millions) of (?:{_BUYERS})\b.{{0,30}}\b(?:swear by|trust|have already|are already|rely on|love|choose)\b|\bswear by\b|"
        r"\b(?:melts?|burns?|shed|lose|blasts?) (?:away )?(?:stubborn |belly |body )?(?:fat|pounds|inches|weight)\b.{0,20}\b(?:fast|overnight|without|in \d+|effortless\w*)|\bovernight\b.{0,40}\bwatch\b|\bin your area\b|\byou won't believe\b|\bone weird trick\b|\bwork from home\b.{0,30}(?:earn|\$)|\bborn between\b|"
        rf"\b(?:earn|make|win|claim) (?:up to |over )?{_SUM} (?:a|per|every|each|in) (?:day|week|hour|month|just)\b|\bbuy (?:instagram|tiktok|youtube|twitter|real|facebook|cheap)\b[\w ]{{0,20}}\b(?:followers|likes|views|subscribers)\b",
    ),
    (
        "what buyers deserve",
        2,
        r"\byour (?:\w+ ){1,2}(?:deserves?|will thank you|never looked|has never been)\b|\byou deserve\b|\bsay goodbye to\b|\b(?:we|our team)(?:'ll| will| can)? (?:help|make|offer|provide|take care|handle|get) you\b",
    ),
    (
        "makers by the way",
        2,
        r"(?i:\b(?:companies|platforms?|services|brands|firms|providers|tools|apps|sites|retailers|solutions|specialists|experts|professionals|team|people|pros|folks|agencies|startups|businesses)) (?:such as|like|at|from|of|behind|over at) [A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3},? "
        r"(?:makes?|offers?|helps?|provides?|is|are|lets?|can|has|have|allows?|specialis\w+|specializ\w+|takes?|gives?|delivers?|brings?)\b|\bwith (?:help|solutions|services|tools) from [A-Z]",
    ),
    (
        "a firm",
        1,
        r"\b(?:Co\.,? ?Ltd|Inc\b|LLC|Pvt\.? Ltd|Ltd\b|GmbH|S\.A\.|Corp\b)",
    ),
    (
        "a firm that presents itself",
        1,
        r"^(?:At |With |From |The |For .{3,40}, )?[A-Z][\w&'.-]*(?: [A-Za-z][\w&'.,-]*){0,5},? (?:is an? |is the |offers?|provides?|designs?|has |helps?|delivers?|brings?|combines?|speciali[sz]es|makes|manufactures|supplies|stocks|lets|gives|keeps|builds|takes|files|pays|"
        r"carries|carry|power|fills|lends|bakes|blends?|comes with|sells|ships|connects|protects|turns|fits|serves|starts at|cuts|we |you |your )",
    ),
    ("a place to buy", 1, r"\+?\d[\d ()-]{7,}\d|\bwww\.|\b[\w-]+\.(?:com|co\.uk|net|shop|store|io|example)\b|\bwhatsapp\b"),
    ("at once", 1, r"\b24/7\b|\b24 hours\b|\bsame[- ]day\b|\bnext[- ]day\b|\bin (?:just |as little as )?(?:two|three|five|ten|a few|\d+) (?:minutes|seconds|clicks|days)\b|\bin minutes\b|\bdecision in\b|\bit takes (?:just |only )?(?:two|\d|a few|less)\b|"
     r"\bon time\b|\bfully insured\b|\bopen seven days\b|\bto (?:you|your (?:door|home|doorstep|letterbox|inbox))\b|\bwithout leaving\b|\b(?:from|on) day one\b|\bone[- ]click\b|\bevery (?:device|need|budget|occasion|taste)\b|\bany (?:topic|occasion|budget|device)\b"),
    ("an imperative", 1, rf"^(?:and |so |just |simply |then )?(?:{_BUY}|ditch|forget|stop|hear|trade|rent|refinance|invest|protect|stay|wake|relax|indulge|say|meet|escape|boost|cut|build|grow|open|turn|feel|look|keep|make|give|unlock|elevate|power|pamper|simplify|sell|borrow|lose|own|drive|ride) "
     r"(?!(?:to|of|said|is|was|are|were|and|by|that|which|from the start) )|[.!?] (?:speak to|open an account|download|sign up|order|book|call|get started|try it|see how|find out)\b"),
)  # fmt: skip
_MARKS = str.maketrans(dict.fromkeys(".,:;!?()/", " "))
_INNER = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]")
_DATES = re.compile(r"(?<!since )\b(?:19|20)\d\d\b|[@\"]|\b(?:999|911|988|116 123)\b(?!%)(?<!\.\d\d\d)")


@cache
def _compiled() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    # A name is known by its capital letters, everything else in any case.
    named = ("makers by the way", "a firm", "a firm that presents itself")
    return tuple(
        (name, weight, re.compile(sign, 0 if name in named else re.IGNORECASE)) for name, weight, sign in _SIGNS
    )


_ROUGH = re.compile(r"[.!?][\"')]* ")


def _first_signs(words: str, own: frozenset[str]) -> dict[str, int]:
    """The signs that single words are."""
    return {
        "the reader": min(1, len(own & READER)),
        "words of praise": min(3, len(own & PRAISE)),
        "goods": min(2, len(own & GOODS)),
        "words of trade": min(1, len(own & TRADE)),
        "a name with a capital inside": 1 if _INNER.search(words) else 0,
    }


def _may_sell(words: str) -> bool:
    """Whether a sentence has words enough of those that sell, and none that report."""
    if len(words) < 25 or any(word in words for word in _OFTEN):
        return False
    own = frozenset(words.lower().translate(_MARKS).split())
    return own.isdisjoint(NEWS) and sum(_first_signs(words, own).values()) > 1


def signs(words: str, whole: str) -> dict[str, int]:
    """The signs of a text, each with its weight; none if it reports, helps, names nothing new or speaks of no goods and to nobody.

    `words` are as `plain_text` has them, and `whole` is all of it.
    """
    own = frozenset(words.lower().translate(_MARKS).split())
    found = _first_signs(words, own)
    # Few paragraphs of the news get this far.
    if sum(found.values()) < 2 or not own.isdisjoint(NEWS) or _DATES.search(words) or not _may_name(words, whole):
        return {}
    found = {name: weight for name, weight in found.items() if weight}
    return found | {name: weight for name, weight, sign in _compiled() if sign.search(words)}


def selling(document: Document, sightings: Iterable[Sighting], longest: int) -> dict[Span, int]:
    """The blocks of at most `longest` characters that sell, and the sentences in others; each with what its signs weigh.

    `sightings` are those of `LITERALS`: a sentence among others is looked at only where two of them stand close.
    """
    text = plain_text(document)
    seen: dict[Block, list[Sighting]] = {}
    for sighting in sightings:
        seen.setdefault(sighting.block, []).append(sighting)
    found: dict[Span, int] = {}
    for block, here in sorted(seen.items()):
        if block.index == document.body[0].index:
            continue
        words = text[block.start : block.end].strip()
        if len(words) > longest or any(word in words for word in _OFTEN):
            if any(0 < two.start - one.end < _CLOSE for one, two in pairwise(here)):
                found.update(_within(document, block))
        elif (words[-1] in ".!" or words[-1].isalnum()) and (weight := sum(signs(words, text).values())) >= ENOUGH:
            found[block.span] = weight
    return found


# What most paragraphs hold that report.
_OFTEN = (
    " was ",
    " said",
    " he ",
    " were ",
    " had ",
    " would ",
    " his ",
    " they ",
    " but ",
    '"',
    " she ",
    " her ",
    " told",
    " because ",
    " could ",
    " been ",
    " my ",
    " did ",
    " him ",
)
_CLOSE = 80


def _may_name(words: str, text: str) -> bool:
    """Whether a capital letter begins a word that stands but once in the whole text, or the words are bait."""
    return any(text.count(name) == 1 for name in _NAME.findall(words)) or _BAIT.search(words) is not None


_NAME = re.compile(
    r"(?<=[\w,'] )[A-Z]\w{2,}|^[A-Z]\w+(?= (?:[A-Z]|is |has |offers|makes|lets|helps|gives|keeps))|\b[A-Z][a-z]+[A-Z]\w+"
)
_BAIT = re.compile(r"(?i)\b(?:stunned|overnight|trick|one simple|swear by|followers|deserves?)\b")


def _within(document: Document, block: Block) -> dict[Span, int]:
    """The sentences of a paragraph that sell, those that follow each other as one."""
    from ...document.sentences import sentences

    text = plain_text(document)
    # Splitting is dear, so rough sentences are asked first whether any may sell.
    if not any(_may_sell(part) for part in _ROUGH.split(text[block.start : block.end])):
        return {}
    runs: list[tuple[Span, dict[str, int]]] = []
    after = False
    for part in sentences(document, block):
        words = text[part.start : part.end].strip()
        own = {} if any(word in words for word in _OFTEN) else signs(words, text)
        if sum(own.values()) < 2:
            after = False
        elif after:
            span, others = runs[-1]
            runs[-1] = Span(span.start, part.end), others | own
        else:
            runs.append((part, own))
            after = True
    weights = {span: sum(own.values()) for span, own in runs}
    return {span: weight for span, weight in weights.items() if weight > ENOUGH}
