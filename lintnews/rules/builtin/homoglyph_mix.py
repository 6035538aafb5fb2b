"""Letters of another script that look like the right ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..model import Hit, Sighting

_CYRILLIC = "асеіјорѕухһԁԛԝвкмнтгАВСЕНІЈКМОРЅТУХ"
_LATIN = "aceijopsyxhdqwbkmhtrABCEHIJKMOPSTYX"
_TO_LATIN = (
    dict(zip(_CYRILLIC, _LATIN, strict=True))
    | dict(zip("օսոցԱՍ", "ounguU"[:6], strict=True))
    | dict(zip("οαρνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oapvABEZHIKMNOPTYX", strict=True))
)
_TO_CYRILLIC = dict(zip("aceopxyABCEHKMOPTXi", "асеорхуАВСЕНКМОРТХі", strict=True))
_WIDE = r"[\uff21-\uff3a\uff41-\uff5a]"
_WORD = r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿԀ-ԯԱ-֏\uff21-\uff5a]{3,}"


@rule(
    "typography/homoglyph-mix",
    summary="Look-alike letters of another script inside a word",
    message="“{match}” mixes letters of two scripts",
    severity="error",
    since="0.1.0",
    repairs=True,
    applicability="unsafe",
    literals=tuple(
        dict.fromkeys("асеіјорѕухһԁԛԝвкмнтгοαρνосцոսց" + "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ")
    ),
    tags=("typography", "encoding"),
    why="""
A Cyrillic “а” in a Latin word reads the same and is not: search, filters and comparison of
copies miss it, which is what it is there for. Spam and disguised copies are full of it.

A word counts when letters of one script stand inside letters of another and every one of the fewer has
a twin in the other script. Words joined by hyphens, single Greek letters of formulas and names in which the
foreign letter has no twin stay clean.
""",
    examples=(
        marked(
            "Cyrillic letters in English",
            "You can ⟦аdvеrtise⟧ and ⟦Соmment⟧ here.\n",
            fixed="You can advertise and Comment here.\n",
        ),
        marked(
            "a Latin letter in Russian",
            "Мы говорим на языке ⟦Pусский⟧ и не только на нём.\n",
            fixed="Мы говорим на языке Русский и не только на нём.\n",
        ),
        marked("letters of full width", "The ⟦usｅd⟧ horn was cheap.\n", fixed="The used horn was cheap.\n"),
        marked(
            "formulas, joined words and other scripts",
            "The μm and the Δt, kΩ and αβγ; DeutschРусский; ЖЖlive; RTД; x-лучи, IT-компания; Ｓｋｅｒｒｙ; СССР and TASS. β-carotene.",
        ),
    ),
)
def homoglyph_mix(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the mixed words."""
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        for match in re.finditer(_WORD, document.block_text(block)):
            if (repair := _one_script(match[0])) is not None:
                yield Hit(Span(*match.span()).shift(block.start), repair=repair)


def _one_script(word: str) -> str | None:
    """The word in the script of most of its letters; None when it is in one already or may be meant so."""
    latin = sum(letter.isascii() or "À" <= letter <= "ɏ" for letter in word)
    wide = len(re.findall(_WIDE, word))
    other = len(word) - latin - wide
    if wide:
        narrow = "".join(chr(ord(letter) - 0xFEE0) if re.match(_WIDE, letter) else letter for letter in word)
        return narrow if latin >= 2 and not other else None
    if not latin or not other:
        return None
    if latin >= other or (latin >= 1 and all(letter in _TO_LATIN for letter in word if not letter.isascii())):
        if any(not letter.isascii() and letter not in _TO_LATIN and not "À" <= letter <= "ɏ" for letter in word):
            return None
        if re.fullmatch(r"[A-Za-z]+[^\x00-ɏ]+|[^\x00-ɏ]+[A-Za-z]+", word) and (
            other > 2 or word.isupper() or len(word) < 5
        ):
            return None  # two words or a sign that were joined
        return "".join(_TO_LATIN.get(letter, letter) for letter in word)
    if any("Ͱ" <= letter <= "Ͽ" for letter in word) or latin > 2:
        return None
    if any(letter.isascii() and letter not in _TO_CYRILLIC for letter in word) or any(
        "À" <= letter <= "ɏ" for letter in word
    ):
        return None
    return "".join(_TO_CYRILLIC.get(letter, letter) for letter in word)
