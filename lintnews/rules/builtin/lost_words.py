"""A space before a comma or full stop where words were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.language import language
from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting, Wording
from ..said import Said
from ._hollow import HOLLOW

# Words that another one must follow, so that no comma or stop can.
_OPEN = {
    "en": "the a an of in on at to for with by from into onto upon and or than as is was are were be been has have had will would could should their its our my your his "
    "every each some any no most more very just only also such that which whose who this these those between among during through against about over under said says told "
    "called named represents including according because although while when where before after since until like near both either big new old former",
    "de": "der die das den dem des ein eine einen einem einer eines und oder von mit für im am in bei als dass weil sowie durch unter zwischen gegen ohne nach vor seit wurde "
    "wurden hatte sehr mehr",
    "fr": "le la les de du des un une et ou dans par pour sur avec au aux cette ces qui que dont est sont était ont avait son ses leur leurs",
    "es": "el la los las de del al y o en por para sobre entre hasta desde con es fue había su sus un una que",
    "it": "il lo la gli di del della dei delle e che per tra fra nel nella sul sulla con è sono aveva suo sua un una",
    "pt": "o a os as de do da dos das em na no nos nas com um uma que são foi seu sua ao aos",
    "nl": "de het een en van voor met bij door in op onder tussen tegen zonder dat omdat wordt werd",
    "pl": "w na z do i lub że od przez dla jest są był była było który",
    "ru": "в на с и или что от по для из к у о об за при который которая которые",
}
_GAP = r"(?<![\w'-])(?P<word>[^\W\d_]+(?:[-'][^\W\d_]+)*) [,.](?![\w.,])"
# A title before a first name, and an age after it: the family name is gone.
_TITLE = r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Herr|Frau|Sir|Dame)\.? \Z"
_AGE = r", \d{2},"
# Texts that space their commas by habit lose nothing.
_HABIT = 4
# A credit with a gap is short, and stands among the first or last so many blocks.
_LONGEST, _FIRST, _LAST = 110, 4, 4


@rule(
    "typography/lost-words",
    summary="A comma or full stop after a word that cannot end a phrase",
    message="Words are missing before the mark",
    severity="error",
    since="0.1.0",
    literals=(" ,", " ."),
    wordings=(Wording("hollow", HOLLOW),),
    tags=("typography", "seam"),
    why="""
“drove to the , and slept in .”: a link or a value of a template stood in the gap and was
lost with its words. The sentence must be completed by hand. “Written by and , Updated by”: a
credit without its names, alone at the edge of the text.

Counts after a word that another must follow (articles, prepositions, auxiliaries of the
text's own language), with a space before the mark. The only such space of a text counts too when it stands
before a full stop. Others are a matter of style and belong to typography/spacing.
""",
    examples=(
        marked(
            "links that took their words along",
            "The band drove to ⟦the ,⟧ where it was greeted by the mayor, and slept ⟦in .⟧ It rained all night on the roof.\n",
        ),
        marked(
            "German",
            "Die Kapelle fuhr ⟦nach ,⟧ und der Bürgermeister sprach mit den Leuten, die auf der Straße standen.\n",
        ),
        marked(
            "credits without names",
            "⟦By , Night Desk⟧\n\nThe vote was close, and it rained.\n\n⟦(with inputs from )⟧\n\n⟦Additional reporting by in Skerry, and⟧\n",
        ),
        marked(
            "credits with names",
            "By Ada Lund, Night Desk\n\nThe vote was close.\n\nWritten by and for the band.\n\n(with inputs from the Skerry Post)\n\n"
            "By and large, it rained.\n\nText by Ada Lund and Jo Finch.",
        ),
        marked(
            "spaces after other words, ellipses and figures",
            "The band drove home , slept and woke. He came to . . . nothing. The rate was .5 and the price of .22 bullets rose.\n\n"
            "What are you looking for, he asked, and what was it made of.",
        ),
    ),
)
def lost_words(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the gaps."""
    hollow = {block.index: block for block in said.blocks if _is_hollow(document, block, said)}
    yield from (Hit(block.span) for block in hollow.values())
    spoken = language(document) or "en"
    openers = frozenset(_OPEN.get(spoken, "").split())
    hits: list[Hit] = []
    single: list[Hit] = []
    others = 0
    for block in {sighting.block.index: sighting.block for sighting in sightings if sighting.clause < 0}.values():
        if block.role in ("code", "cell") or block.index in hollow:
            continue
        text = plain_text(document)[block.start : block.end]
        for match in re.finditer(_GAP, text):
            named = re.search(_TITLE, text[: match.start()]) or re.match(_AGE, text[match.end() - 1 :])
            if match["word"].lower() not in openers and not (named and match["word"][0].isupper()):
                others += 1
                if match[0].endswith(" .") and re.match(r" [A-ZÀ-Þ“\"]|\Z", text[match.end() :]):
                    single.append(Hit(Span(*match.span()).shift(block.start), severity="warning"))
            elif text[match.end() : match.end() + 2] != " ." and text[match.start() - 1 : match.start()] not in (
                "'",
                '"',
            ):
                hits.append(Hit(Span(*match.span()).shift(block.start)))
    if others < max(_HABIT, len(hits)):
        yield from hits
    if others == len(single) == 1 and language(document) and not about_code(document):
        yield from single


def _is_hollow(document: Document, block: Block, said: Said) -> bool:
    """Whether a block is a credit in which the names are gone."""
    if block.end - block.start > _LONGEST or block.role in ("code", "cell"):
        return False
    edges = (*document.body[1:_FIRST], *document.body[-_LAST:])
    text = plain_text(document)[block.start : block.end]
    return block in edges and said.whole("hollow", block, text.strip(" \t([*_-~").rstrip("*_ ")) is not None
