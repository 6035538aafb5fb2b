"""A short block in which the page speaks for itself to its reader: give, join, follow, sign up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting
from ._page_words import LITERALS, Theme, about

_LONGEST = 240
_FEWEST_WORDS = 80
# What the words weigh together at the least.
_ENOUGH = 5
# Who speaks, and to whom.
_PERSONS = frozenset(
    "we us our ours you your yours you'll you're you've we're we've we'll me my reader readers".split()
)
_CALLS = frozenset(
    "follow click tap tag join find stay subscribe like get share download listen watch sign add turn tell send try read never don't don’t bookmark scan search enable install catch discover want love keep".split()
)
_PAGE_SPEAKS = frozenset("we us our ours we're we've we'll reader readers".split())
# What only a page asks for or gives; each weighs two.
_PAGE = frozenset(
    (
        "subscribe subscribed subscriber subscribers subscription subscriptions unsubscribe newsletter newsletters inbox donate donation donations tax-deductible paywall paywalls patreon paypal ko-fi "
        "whatsapp telegram instagram facebook youtube twitter icon tiktok bluesky mastodon threads linkedin flipboard substack discord reddit hashtag podcast podcasts notifications email e-mail emails e-mails newsroom journalism "
        "billionaire billionaires advertisers app apps bookmark patrons supporters reader-funded reader-supported listener-supported member-supported sign-up"
    ).split()
)
# What a page asks in other words; each weighs one.
_ASKS = frozenset(
    (
        "support supporting member members membership gift gifts give gave giving keep free story stories article articles post posts read reading reporting independent news local follow join sign channel channels "
        "group community page pages update updates daily weekly morning alerts tip tips fund fuel chip pledge back share tag comment comments like liked love loved enjoy enjoyed download listen watch help ads owner owners shareholders team "
        "work need month monthly week coffee appreciate site website media facts democracy watchdogs spare few dollars pounds matched doubled survive generosity click tap bell add google source sources miss latest "
        "headlines first tell friends friend photos pics video videos show episode episodes station charity contribution contributions dispatch digest briefing bulletin delivered straight address list sent send "
        "followers fans connect connected touch find stay featured chance delivered sunday morning evening welcome pay paid paying got value made"
    ).split()
)
# Who said, did or was what, and when.
_REPORTS = frozenset(
    (
        "said says told tells according announced he she his her him they their was were had did would might police court minister council mayor yesterday ago i i'm monday's tuesday's charged arrested "
        "killed died company's government's although because however there there's users researchers study spokesman spokesperson spokeswoman shares percent million billion"
    ).split()
)
_MARKS = str.maketrans(dict.fromkeys(".,:;!?()/|·•…[]@#*", " "))


@rule(
    "promotion/page-prompt",
    summary="Block in which the page asks its reader to give, join, follow or sign up",
    message="Request of the page to its reader left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=(
        *sorted(_PAGE - {"app", "apps", "threads"}),
        "support",
        "gift",
        "members",
        "readers",
        "reader,",
        " tip ",
        "follow",
        "free for",
        "to you",
        "bell ",
        "your pics",
        "your photos",
        "our ",
        " us ",
        "join ",
        "sign up",
        " app",
        *LITERALS,
    ),
    where=Selector(
        blocks=("paragraph", "heading", "list-item", "cell", "caption", "quote"), longest=_LONGEST, languages=("en",)
    ),
    tags=("boilerplate", "promotion"),
    why="""
Appeals, invitations and sign-up lines are worded anew by every page, and no list of sentences
knows them all. They have in common that “we”, the page, speak to “you”, and of what a page
lives on: members, gifts, newsletters, channels, its own stories.

Counts only as a whole short block, with a person, with words of a page that together weigh
enough, and with nothing that reports or is quoted; and only where the article itself does not
speak to its reader. Articles in the first or second person stay clean.
""",
    examples=(
        marked(
            "in no set words",
            "The council voted on the harbour road on Tuesday, and the vote was close. The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school, and the treasurer had no answer. He promised one for the "
            "next meeting, when the members will also talk about the wall at the quay, which the storm broke in two places.\n\n"
            "⟦No advertisers tell us what to print: we have our readers and members.⟧\n\n⟦Our islands podcast keeps you company: find each episode in the app.⟧\n",
        ),
        marked(
            "reports, quotations, and an article that speaks to its reader",
            "The council voted on the harbour road on Tuesday, and the vote was close. The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school, and the treasurer had no answer. He promised one for the "
            "next meeting, when the members will also talk about the wall at the quay, which the storm broke in two places.\n\n"
            "“Subscribe to our newsletter,” the mayor wrote to all readers.\n\nThe newsroom of the Skerry Post was sold to a billionaire.\n\nFacebook and Instagram are our two windows, the shop says.\n",
        ),
    ),
)
def page_prompt(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the blocks, in an article that speaks to nobody."""
    text = plain_text(document)
    found = {}
    for block in {sighting.block for sighting in sightings}:
        if block.index != document.body[0].index and (asked := _asked(text[block.start : block.end])):
            found[block] = asked
    yield from _spoken(document, {sighting.block for sighting in sightings} - set(found))
    if not 0 < len(found) <= 8:
        return
    rest = " ".join(text[block.start : block.end] for block in document.body if block not in found)
    rest = re.sub(r'"[^"]{0,600}"', " ", rest).lower()
    length = len(rest.split())
    if length < _FEWEST_WORDS or len(re.findall(r"\b(?:we|our|you|your|us|my)\b", rest)) > max(1, length // 150):
        return
    for block in sorted(found):
        yield Hit(block.span, (f"speaks to the reader in words of a page: {', '.join(found[block])}",))


_EDGE = 4


def _spoken(document: Document, blocks: Collection[Block]) -> Iterator[Hit]:
    """The blocks in which the page speaks of itself, in words that the article does not use."""
    text = plain_text(document)
    edge = {block.index for block in (*document.body[:_EDGE], *document.body[-_EDGE:])}
    found: dict[Block, tuple[Theme, list[str]]] = {}
    for block in blocks:
        if block.index != document.body[0].index and block.role != "quote":
            if said := about(text[block.start : block.end], edge=block.index in edge):
                found[block] = said
    if not 0 < len(found) <= _MOST:
        return
    rest = " ".join(text[block.start : block.end] for block in document.body if block not in found).lower()
    for block, (theme, words) in sorted(found.items()):
        strong = [word for word in words if word in theme.strong]
        if sum(word in rest for word in strong) * 2 <= len(strong):
            yield Hit(
                block.span,
                (f"words of a page, on {theme.name}: {', '.join(words)}",),
                severity=theme.severity,
                message=theme.message,
                applicability=theme.applicability,
            )


_MOST = 12


def _asked(words: str) -> list[str]:
    """The words of a page in a block that asks for something, or none."""
    if '"' in words or words[:1] == "|" or words[-1:] in ":,":
        return []  # a quotation, a row of a table, a lead-in
    own = set(words.lower().replace("'s ", " ").translate(_MARKS).split())
    page, asks = own & _PAGE, own & _ASKS
    # An imperative and a strip of labels speak to the reader without a word for either.
    first = words.lower().translate(_MARKS).split()[:1]
    persons = len(own & _PERSONS) + (" | " in words or not _CALLS.isdisjoint(first))
    if not own.isdisjoint(_REPORTS) or not persons:
        return []
    weight = 2 * len(page) + len(asks) + min(2, persons)
    # Without a word that only pages use, the page itself must speak.
    if weight < _ENOUGH or not (page or (len(asks) > 2 and not own.isdisjoint(_PAGE_SPEAKS))):
        return []
    return sorted(page) + sorted(asks)
