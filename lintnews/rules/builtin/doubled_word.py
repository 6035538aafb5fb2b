"""The same function word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# Words that honest prose of the language does not double. Left out for that
# reason: English "that that", "had had", "do do", "who who"; the German
# relatives "der der", "die die", "das das", "den den"; French "nous nous",
# "vous vous"; Dutch "dat dat", "die die"; Italian "via via".
_WORDS = {
    "en": "the a an of to in and for with as at by on from are was were be been will would has have his her their its our "
    "this these those or but not into than then when which is it if they we where how why while because during between without "
    "against through after before also only your since until unless whether within towards upon into could should must might",
    "de": "und in zu von mit für ein eine einen einem einer des im auf ist nicht an am aus bei nach um als auch oder über",
    "fr": "de le les et des du un une en dans pour par sur avec au aux ce cette qui que est sont",
    "es": "de el los las en y que del con por para un una al se su sus es como",
    "it": "di il lo gli che in per con del della dei un una al da sono è nel",
    "pt": "de que em um uma para com da do dos das na no por ao os as é",
    "nl": "de het een van in en op te met voor aan bij door uit is niet zijn naar",
    "pl": "w na z do że i o od po za jest nie dla przez się",
    "ru": "в на и с что по к из у за от для о при как не",
    "sv": "och att i en ett på av för med till den har som",
}
_BY_LANGUAGE = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_ALL = sorted(frozenset().union(*_BY_LANGUAGE.values()))

# "that that" is a slip before a clause or a name, and behind a preposition.
_THAT_BEFORE = r"\b(?:in|at|on|of|for|by|with|from|into|about)\Z"
_THAT_AFTER = r"\s(?:while|although|though|because|whether|if the|when the|[A-Z][a-z]+(?:'s)? )"

# "went on on Monday", "moved in in May", "what it is is a problem:
# a verb may own the first of the two.
_PARTICLE_BEFORE = (
    r"(?i)\b(?:went|goes?|going|gone|carr(?:y|ies|ied)|mov(?:e|es|ed|ing)|com(?:e|es|ing)|came|turn(?:s|ed)?|log(?:s|ged)?|"
    r"sign(?:s|ed)?|check(?:s|ed)?|kick(?:s|ed)?|live[sd]?|stay(?:s|ed)?|step(?:s|ped)?|tun(?:e|es|ed)|"
    r"settl(?:e|es|ed)|later|early|switch(?:es|ed)?|hang|hung|bring|brought|call(?:s|ed)?|built|plug(?:s|ged)?|"
    r"hand(?:s|ed)?|break|broke|what|that|this|it|there|problem|thing|point|question|issue|answer|truth|fact|reason|"
    r"used|look(?:s|ed)?|listen(?:s|ed)?|tak(?:e|es|en)|took|belong(?:s|ed)?|cater(?:s|ed)?|spoken|talked|close|closest|"
    r"put|puts|stood|stands?|pass(?:es|ed)?|stop(?:s|ped)?|drop(?:s|ped)?|swear|sworn|swore|fly|flew|stand)\Z"
)
_PARTICLES = frozenset(["in", "on", "is", "to", "at", "over", "through"])
# Fewer verbs own a "by": "passed by by noon".
_BY_BEFORE = (
    r"(?i)\b(?:pass(?:es|ed|ing|er)?|go(?:es|ing|ne)?|went|com(?:e|es|ing)|came|st(?:ands?|ood|anding)|stop(?:s|ped)?|drop(?:s|ped)?|"
    r"sw(?:ear|ears|ore|orn)|get|gets|got|getting|fl(?:y|ies|ew|own|ying)|liv(?:e|es|ed|ing)|abid(?:e|es|ed|ing)|swung|swing|nearby|close)\Z"
)


@rule(
    "typography/doubled-word",
    summary="The same function word twice in a row",
    message="“{match}” stands twice in a row",
    severity="warning",
    since="0.1.0",
    delete=True,
    # Every "to our" has a letter twice, so words of one letter need what may stand before them.
    literals=tuple(f"{edge}{word} {word}" for word in ("that", *_ALL) for edge in (' ("' if len(word) == 1 else ("",))),
    tags=("typography", "seam"),
    why="""
“on the the sentencing”: a typing error, or the seam of a removed link. Only function
words of the text's own language count, in small letters and inside one sentence; of a
naive rule's hits on edited news only one in seventeen was an error, the others were
“that that”, “had had”, names and lists.
""",
    examples=(
        marked(
            "an article twice",
            "The court decided on the ⟦the⟧ sentencing of both men, and it will be read on Friday.",
            fixed="The court decided on the sentencing of both men, and it will be read on Friday.",
        ),
        marked(
            "across a line break and a tag",
            "<p>The ferry was late, and the people in <b>of</b>\n⟦of⟧ course the crew were angry about it.</p>",
            format="html",
        ),
        marked(
            "German",
            "Das ist der Preis und ⟦und⟧ das Geld wird nicht reichen, sagte der Minister mit dem Hut.",
            fixed="Das ist der Preis und das Geld wird nicht reichen, sagte der Minister mit dem Hut.",
        ),
        marked(
            "since and until",
            "The dairy has been shut since ⟦since⟧ Monday, and it will stay shut until ⟦until⟧ the vote is over.",
        ),
        marked(
            "by and where",
            "The dairy was built by ⟦by⟧ the monks, and nobody can say where ⟦where⟧ the stone is from.",
        ),
        marked(
            "doubles of honest English",
            "He told the panel that that night had been calm, and that he had had no warning. What it is is a design "
            "problem. They went on on Monday, and moved in in May. The bus passed by by noon. The The played Tolla Tolla.",
        ),
        marked(
            "German relatives are right, and English words are not looked for in German",
            "Das sind die, die die Rechnung zahlen, und der Mann, der der Frau half, hat to to gesagt und nicht mehr.",
        ),
    ),
)
def doubled_word(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the doubles."""
    text = document.text
    spoken: str | None = None
    for _, _, block, start, end in sightings:
        start += not text[start].isalnum()
        middle = (start + end) // 2
        word, again = text[start:middle], text[middle + 1 : end]
        if block.role == "code" or word != again or not word.islower() or not _alone(text, start, end):
            continue
        if spoken is None:
            from ...document.language import language

            spoken = language(document) or "en"
        before = plain_text(document)[max(block.start, start - 40) : start].rstrip()
        if spoken == "en" and word == "that":
            after = plain_text(document)[end : end + 30]
            if not (re.search(_THAT_BEFORE, before) or re.match(_THAT_AFTER, after)):
                continue
        elif word not in _BY_LANGUAGE.get(spoken, ()):
            continue
        if spoken == "en" and word in _PARTICLES and re.search(_PARTICLE_BEFORE, before):
            continue
        if spoken == "en" and word == "by" and re.search(_BY_BEFORE, before):
            continue
        yield Hit(Span(middle + 1, end))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the two words stand between spaces or the edges of the text, with no third copy beside them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and not (before.isspace() or before in "(“")) or (after and not (after.isspace() or after in ".,;:)”")):
        return False
    third = text[(start + end) // 2 : end]
    return not (text.startswith(third + " ", end) or text[:start].endswith(third.strip() + " "))
