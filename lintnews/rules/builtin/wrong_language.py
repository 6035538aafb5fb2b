"""Text in no language at all: letters shifted, swapped or scrambled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...document.model import Document
from ..define import marked, rule
from ..model import Hit, Selector, Sighting

# What running text is made of, by language.
_WORDS = {
    "en": "the of and to in is that for was with as on are by this from at be have has it were said which he she his her they an not but who will we you a i had been its their or",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch werden wird es er sie an aus bei nach um hat dass einen einer war",
    "fr": "le la les des et est du une que dans qui pour pas au sur plus par avec ce sont cette il un en de à a ne se son sa ses ont l'on elle",
    "es": "el la los las y que del en se por con una para es al lo como su pero sus fue ha de un a no más este esta han",
    "it": "il di che è la per una del non con della sono gli nel dei alla più si ha delle i un e a le da lo al in",
    "pt": "o os a as e que do da em um uma para não com dos das no na por mais ao foi se é são de sua seu",
    "nl": "de het een van en in dat is op te zijn voor met niet aan er ook als bij om die heeft wordt door uit naar",
    "pl": "w i na z nie się do że jest to o jak po co za od przez dla są jego oraz który ale był a czy",
    "ru": "и в не на что с по как это к из у за от но для его все он было также при а о же то",
    "sv": "och att det som en på är av för med till den har inte om ett men var sig från vi i de",
    "other": "og det som en på er af av for med til den ikke har om et ja on ei se että oli hän a v na že s je ve bir bu için ile da de și în cu pe az és hogy nem egy "
    "και το να του η της yang dan di untuk dengan và của là có у та що до і за të në për si ne und ir uz ar",
}
_LANGUAGES = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_CODES: dict[str, list[str]] = {}
for _code, _words in _LANGUAGES.items():
    for _word in _words:
        _CODES.setdefault(_word, []).append(_code)
_KNOWN = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv")
# So many of these alone are in no other text.
_PLAIN = 0.08
_COMMONEST = (" the ", " of ", " and ", " to ", " a ", " in ", " that ", " for ")
_LITTLE = r"(?i)\b(?:the|of|and|to|in|is|a|for|der|die|und|le|la|les|de|et|el|y|que|il|di|van|het|o|e)\b"
# Whoever writes about ciphers shows some.
_SUBJECT = r"(?i)\b(?:ciphers?|cyphers?|rot-?13|rot-?47|cryptograms?|anagrams?|chiffren?)\b"
# Shortest block that is looked at, in words, and in letters where only the look of the words speaks.
_FEWEST = 5
_SHORTEST = 30
_LONG = 90
# Running text has more function words than this.
_RUNNING = 0.15
# Share of small words and range of the share of vowels that together look like a language.
_SOME = 0.05
_VOWELS = (0.33, 0.46)
# What ROT47 makes of the commonest vowels: no headline holds many.
_ROT47_VOWELS = "62@:"
_CODE = r"[{}=<>]\s*$|\b(?:function|return|import|const|var|class|void|public|def)\b|://|\d{2}:\d{2}|^\s*[\w.-]+\s*[:=]\s*\S+$"
_CLUSTER = r"[bcdfghjklmnpqrstvwxz]{5,}|^[^aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüœąęóőű]{3,}$|^[bcdfghjklmnpqrstvwxz]{4,}|q[^u]|[jvxqz]{2}"


@rule(
    "structure/wrong-language",
    summary="Text in no language: letters shifted, swapped or scrambled",
    message="This is no language",
    severity="error",
    since="0.1.0",
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "caption")),
    tags=("structure",),
    why="""
Some publishers serve scrambled letters to whoever has not paid, with words, capitals and
stops intact: every test of length and punctuation passes, and nonsense goes live.

A block counts when undoing a known cipher (ROT47, a shift of the alphabet, the alphabet
mirrored, words or letters backwards) yields running text; or when it is long, holds no common word
of any known language and its words have consonants that no language puts together. Code,
names, numbers and articles about ciphers stay clean.
""",
    examples=(
        marked(
            "ROT47",
            "The vote was close.\n\n⟦%96 32?5 >@G65 :?E@ E96 52:CJ :? |2J[ 2?5 E96 C6?E :D =@H]⟧\n\nIt will be read on Friday.\n",
        ),
        marked(
            "a shift of the alphabet, and words backwards",
            "⟦Gur onaq unf zbirq vagb gur byq qnvel, naq gur erag vf ybj.⟧\n\n⟦ehT dnab sah devom otni eht dlo yriad, dna eht tner si wol.⟧\n",
        ),
        marked(
            "scrambled letters",
            "⟦Bvkqzyg Tfcfh dr Hqsemxk, ahp Oogwv iahr fudvsk Kvdgh trw, xqd mzhprk bdfgth Qlvwkd ncx uhtrzp Wqdfk srtx lpgh Jvmkqr dxs bwh.⟧\n",
        ),
        marked(
            "names, code, other languages and short words",
            "Una Farr, Lars Brandt, Imre Toth, Gordon Pell, Dame Iris Okoro\n\n1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7\n\n"
            "const x = y[2] ? a : b; return f(x, z); // loop\n\nStrč prst skrz krk, zvlhl vlk, vtrhl v trh, smrk zmlkl.\n\n"
            "RT @skerry: BRKNG: dairy sold!! #brass #band https://t.example/x9Z\n\nWrzbtstwpfl ist ein lustiges Wort, und das ist alles.",
        ),
    ),
)
def wrong_language(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the blocks without a common word that turn out to be enciphered, or that no mouth could say."""
    for block in document.body:
        if block.role == "code" or block.end - block.start < _SHORTEST:
            continue
        text = document.block_text(block)
        if " the " in text or " and " in text:
            continue  # what most English blocks hold, and no other text
        if sum(map(text.count, _COMMONEST)) >= _PLAIN * (text.count(" ") + 1):
            continue  # plain English, the quickest way
        if sum(map(_LANGUAGES["en"].__contains__, text.split())) >= _RUNNING * (text.count(" ") + 1):
            continue  # plain English, the quick way
        words = [word.strip(".,;:!?\"'“”‘’«»()[]") for word in text.lower().split()]
        if len(words) < _FEWEST or (plain := _share(words)) >= _RUNNING:
            continue
        backwards = _share([word[::-1] for word in words])
        if (
            backwards < _RUNNING
            and plain >= _SOME
            and _VOWELS[0] <= _vowels(text) <= _VOWELS[1]
            and sum(map(text.count, _ROT47_VOWELS)) < _PLAIN * len(text)
        ):
            continue  # a headline: few small words, but the letters of a language
        reason = _enciphered(text, plain)
        if reason and re.search(_SUBJECT, document.text):
            return
        if reason:
            yield Hit(block.span, (reason,))
        elif plain < 0.08 and len(text) >= _LONG and not re.search(_CODE, text) and _unpronounceable(words):
            yield Hit(block.span, ("no word of a language, and consonants that do not go together",))


def _vowels(text: str) -> float:
    """The share of vowels among the letters a to z."""
    letters = re.sub(r"[^a-z]+", "", text.lower())
    return sum(map(letters.count, "aeiou")) / max(1, len(letters))


def _share(words: Sequence[str]) -> float:
    """The share of function words of the language that has most of them, or of the first with enough for running text."""
    counts = dict.fromkeys(_LANGUAGES, 0)
    for word in words:
        for code in _CODES.get(word, ()):
            counts[code] += 1
    shares = [count / len(words) for count in counts.values()]
    return next((share for share in shares if share >= _RUNNING), max(shares))


def _enciphered(text: str, plain: float) -> str:
    """The cipher under which a text is running text, or ""."""
    # A bar alone is the rule of a table; ROT47 writes it for an M, which stands alone nowhere.
    rot = re.sub(_TAG, " ", text.translate(_ROT47))
    if "| " not in text and _wordlike(rot) >= 0.75 > 0.5 >= _wordlike(text) and re.search(_LITTLE, rot):
        return "ROT47 of running text"
    if sum(map(str.isdigit, text)) > 0.05 * len(text) or re.search(r"[=|\\{}@#<>_]| -\w\b|/\w", text):
        return ""  # the other ciphers leave the letters letters, and data are no text
    for shift in _shifts(text):
        if _runs(text.translate(_shifted(shift)), plain):
            return "every letter is shifted"
    if _runs(text.translate(_MIRRORED), plain):
        return "the alphabet is mirrored"
    if _runs(" ".join(word[::-1] for word in text.split()), plain):
        return "written backwards"
    if _anagrams(text) >= max(_RUNNING + 0.05, 2 * plain + 0.1):
        return "the letters of each word are mixed"
    return ""


def _shifts(text: str) -> list[int]:
    """The shifts of the alphabet that make common words of at least two words of a text."""
    known = _shifted_words()
    found = Counter(shift for word in {*re.findall(r"[a-z]+", text.lower())} for shift in known.get(word, ()))
    return [shift for shift, count in sorted(found.items()) if count >= 2]


@lru_cache(maxsize=1)
def _shifted_words() -> dict[str, list[int]]:
    """The commonest words of each language as every shift would write them, with the shifts that undo it."""
    words: dict[str, list[int]] = {}
    common = {word for code in _KNOWN for word in _WORDS[code].split()[: 99 if code == "en" else 14]}
    for word in {word for word in common if len(word) > 1 and word.isascii()}:
        for shift in range(1, 26):
            words.setdefault(word.translate(_shifted(26 - shift)), []).append(shift)
    return words


def _wordlike(text: str) -> float:
    """The share of words that look like words: letters, capitals only at the start, marks only at the edges."""
    words = text.split()
    return sum(
        re.fullmatch(r"\W*(?:[^\W\d_][a-zà-ÿ]*(?:['’-][^\W\d_][a-zà-ÿ]*)*|\d[\d.,]*)\W*", word) is not None
        for word in words
    ) / len(words)


def _runs(text: str, plain: float) -> bool:
    """Whether a deciphered text holds the function words that the text as it stands lacks."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    for code in _KNOWN:
        found = [word for word in words if word in _LANGUAGES[code]]
        if len({word for word in found if len(word) > 1}) >= 3 and len(found) >= max(0.2, 2 * plain + 0.1) * len(words):
            return True
    return False


def _anagrams(text: str) -> float:
    """The share of words that are function words of a language with their letters in another order."""
    words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 1]
    best = 0.0
    for code in ("en", "de"):
        mixed = _mixed(code)
        found = [word for word in words if word not in _LANGUAGES[code] and "".join(sorted(word)) in mixed]
        if len(set(found)) >= 4:
            best = max(best, len(found) / len(words))
    return best


@lru_cache(maxsize=2)
def _mixed(code: str) -> frozenset[str]:
    """The function words of a language, each with its letters in the order of the alphabet."""
    return frozenset("".join(sorted(word)) for word in _LANGUAGES[code] if len(word) > 1)


def _unpronounceable(words: list[str]) -> bool:
    """Whether too many of the words have letters in an order that no known language writes."""
    plain = [word for word in words if len(word) > 3 and re.fullmatch(r"[a-zà-ÿ]+", word)]
    odd = sum(re.search(_CLUSTER, word) is not None for word in plain)
    return len(plain) >= 8 and len(plain) >= 0.5 * len(words) and odd >= 0.3 * len(plain)


_ROT47 = {code: 33 + (code - 33 + 47) % 94 for code in range(33, 127)}
_TAG = r"</?\w{1,10}(?: [^<>]{0,80})?>"
_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MIRRORED = str.maketrans(_SMALL + _LARGE, _SMALL[::-1] + _LARGE[::-1])


@lru_cache(maxsize=26)
def _shifted(by: int) -> dict[int, int]:
    return str.maketrans(_SMALL + _LARGE, _SMALL[by:] + _SMALL[:by] + _LARGE[by:] + _LARGE[:by])
