"""Text in no language at all: letters shifted, swapped or scrambled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ..define import marked, rule
from ..model import Hit, Selector, Sighting

# What running text is made of, in every language that is told apart.
_COMMON = frozenset(
    (
        "the of and to in is that for was with as on are by this from at be have has it were said which he she his her they a an not but i you we my "
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch le la les et est du une que dans qui pour pas au sur par avec "
        "el los las y en se por con una para es al del il di che è per un non della sono gli nel o os e do da em um uma não com dos na no mais "
        "de het een van op te zijn voor met niet w i z nie się że jest po в на и не что с по как к из для от och att det som på är av till og af ikke "
        "ja on ei se että a je na že si az és hogy nem is egy ve bir bu için και το να του και yang dan di untuk dengan va și ca pe și en är som om till men "
        "у за та як це до із що і nga e të në për si ne var un ir uz ar ir tai kad su ir ne in je da za na"
    ).split()
)
_ENGLISH = frozenset(
    "the of and to in is that for was with as on are by this from at be have has it were said which he she his her they an not but you we who will "
    "der die und das den von zu mit auf für ist im dem nicht ein eine le les et est une que dans qui pour pas sur el los las en se por con para es il di che "
    "per non della sono het een van op te zijn voor met niet nie się jest".split()
)
_LITTLE = r"(?i)\b(?:the|of|and|to|in|is|a|for|der|die|und|le|la|les|de|et|el|y|que|il|di|van|het|o|e)\b"
# Shortest block that is looked at, in words, and in letters where only the look of the words speaks.
_FEWEST = 5
_SHORTEST = 30
_LONG = 90
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
names and numbers stay clean.
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
        if block.role == "code":
            continue
        text = document.block_text(block)
        words = [word.strip(".,;:!?\"'“”‘’«»()[]") for word in text.lower().split()]
        if len(words) < _FEWEST or len(text) < _SHORTEST or sum(word in _COMMON for word in words) >= 0.08 * len(words):
            continue
        if reason := _enciphered(text):
            yield Hit(block.span, (reason,))
        elif len(text) >= _LONG and not re.search(_CODE, text) and _unpronounceable(words):
            yield Hit(block.span, ("no word of a language, and consonants that do not go together",))


def _enciphered(text: str) -> str:
    """The cipher under which a text is running text, or ""."""
    if _wordlike(rot := text.translate(_ROT47)) >= 0.75 > 0.5 >= _wordlike(text) and re.search(_LITTLE, rot):
        return "ROT47 of running text"
    if sum(map(str.isdigit, text)) > 0.05 * len(text):
        return ""  # the other ciphers leave the letters letters, and data are no text
    for shift in range(1, 26):
        if _runs(text.translate(_shifted(shift))):
            return "every letter is shifted"
    if _runs(text.translate(_MIRRORED)):
        return "the alphabet is mirrored"
    if _runs(text[::-1]) or _runs(" ".join(word[::-1] for word in text.split())):
        return "written backwards"
    return ""


def _wordlike(text: str) -> float:
    """The share of words that look like words: letters, capitals only at the start, marks only at the edges."""
    words = text.split()
    return sum(re.fullmatch(r"\W*(?:[^\W\d_][a-zà-ÿ]*(?:['’-][^\W\d_][a-zà-ÿ]*)*|\d[\d.,]*)\W*", word) is not None for word in words) / len(words)


def _runs(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = [word for word in words if word in _ENGLISH]
    return len(set(found)) >= 3 and len(found) >= 0.2 * len(words)


def _unpronounceable(words: list[str]) -> bool:
    """Whether too many of the words have letters in an order that no known language writes."""
    plain = [word for word in words if len(word) > 3 and re.fullmatch(r"[a-zà-ÿ]+", word)]
    odd = sum(re.search(_CLUSTER, word) is not None for word in plain)
    return len(plain) >= 8 and len(plain) >= 0.5 * len(words) and odd >= 0.3 * len(plain)


_ROT47 = {code: 33 + (code - 33 + 47) % 94 for code in range(33, 127)}
_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MIRRORED = str.maketrans(_SMALL + _LARGE, _SMALL[::-1] + _LARGE[::-1])


def _shifted(by: int) -> dict[int, int]:
    return str.maketrans(_SMALL + _LARGE, _SMALL[by:] + _SMALL[:by] + _LARGE[by:] + _LARGE[:by])
