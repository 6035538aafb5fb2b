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
# English nouns, verbs and names that stand twice only by mistake, in small letters or not ("the President president").
_NOUNS = (
    "january february april june july september october november december monday tuesday wednesday thursday friday saturday sunday percent president minister government "
    "company police council county department officials spokesman spokeswoman billion kilometres kilometers according including however although several another following around "
    "under because says told they she them him all some any each both him there here next last first second year years week month months day night morning time city country state "
    "school hospital court judge mayor governor senator election campaign report statement meeting members residents students workers families children women men person "
    "dollars euros pounds miles metres meters tonnes hours minutes season league team players coach match"
).split()
# The same of two words: "of the of the".
_PHRASES = frozenset(
    f"{one} {two}"
    for ones, twos in (
        ("of in to on for at by with from into and that as during after before over under between", "the a an his their its our"),
        ("will would has have had could should may might must can to not", "be been have"),
        ("there", "is are was were"),
        ("one part some most all many", "of"),
        ("according due in as such", "to order well as"),
    )
    for one in ones.split()
    for two in twos.split()
)  # fmt: skip
_BY_LANGUAGE = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_BY_LANGUAGE["en"] |= {"no", *_PHRASES}
_NOUN_SET = frozenset(_NOUNS)
# Shorter blocks, in characters, are titles.
_TITLE = 60
_ALL = sorted(frozenset(_NOUNS).union(*_BY_LANGUAGE.values()))

# "that that" is a slip before a clause or a name, and behind a preposition.
_THAT_BEFORE = r"\b(?:in|at|on|of|for|by|with|from|into|about)\Z"
_THAT_AFTER = r"\s(?:while|although|though|because|whether|if the|when the|(?:the|an?|his|their|its|our|they|we|he|she|these|those|there|it) \w|[A-Z][a-z]+(?:'s)? )"

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
# "the rope he is used to to climb" is nobody's English, "used to to repair" a slip.
_USED = r"\bused\Z"
# "no no" is a cry, "have no no water" is not.
_NO_BEFORE = r"\b(?:ha(?:s|ve|d)|is|are|was|were|with|there(?:'s)?|in|of|by|get|got|see|saw|find|found|made?|gave|be|to|but|and|that)\Z"
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
            "phrases, nouns and names",
            "The dairy stands at the ⟦at the⟧ end of the pier, and the President ⟦president⟧ of the band will open it on 2 June ⟦June⟧. "
            "The island has no ⟦no⟧ bridge, and it was said that ⟦that⟧ the rope is used to ⟦to⟧ pull the ferry.",
        ),
        marked(
            "doubles of honest English",
            "He told the panel that that night had been calm, and that he had had no warning. What it is is a design "
            "problem. No no no, he cried. All that that needs is a rope. They sang “Monday Monday”. They went on on Monday, and moved in in May. The bus passed by by noon. The The played Tolla Tolla.",
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
        if block.role == "code" or word.lower() != again.lower() or not _alone(text, start, end):
            continue
        noun = word.lower() in _NOUN_SET
        if not noun and not (word == again and word.islower()):
            continue
        if spoken is None:
            from ...document.language import language

            spoken = language(document) or "en"
        before = plain_text(document)[max(block.start, start - 40) : start].rstrip()
        if spoken == "en" and word == "that":
            after = plain_text(document)[end : end + 30]
            if not (re.search(_THAT_BEFORE, before) or re.match(_THAT_AFTER, after)):
                continue
        elif noun and spoken == "en":
            titled = block.end - block.start < _TITLE or (start and text[start - 1] in "“\"‘'")
            if again[0].isupper() and (word.islower() or titled):
                continue  # the title of a song, or a name that begins there
        elif word not in _BY_LANGUAGE.get(spoken, ()):
            continue
        if spoken == "en" and word == "no" and not re.search(_NO_BEFORE, before):
            continue
        if (
            spoken == "en"
            and word in _PARTICLES
            and not (word == "to" and re.search(_USED, before))
            and re.search(_PARTICLE_BEFORE, before)
        ):
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
