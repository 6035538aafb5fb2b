"""A short block in which the page speaks for itself to its reader: give, join, follow, sign up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting
from ._page_words import LITERALS, Theme, theme_of, words_of

_LONGEST = 240
_FEWEST_WORDS = 80
# What the words weigh together at the least.
_ENOUGH = 5
# Who speaks, and to whom.
_PERSONS = frozenset(
    "we us our ours you your yours you'll you're you've we're we've we'll me my reader readers".split()
)
_CALLS = frozenset(
    "chip back upgrade text come make hit let's scan pass leave donate become look check say message chat follow click tap tag join find stay subscribe like get share download listen watch sign add turn tell send try read never don't don’t bookmark scan search enable install catch discover want love keep".split()
)
_PAGE_SPEAKS = frozenset("we us our ours we're we've we'll reader readers".split())
# What only a page asks for or gives; each weighs two.
_PAGE = frozenset(
    (
        "subscribe subscribed subscriber subscribers subscription subscriptions unsubscribe newsletter newsletters inbox donate donation donations tax-deductible paywall paywalls patreon paypal ko-fi "
        "pinterest insta snapchat viber nextdoor koo sharechat youtube's twitch whatsapp telegram instagram facebook youtube twitter icon tiktok bluesky mastodon threads linkedin flipboard substack discord reddit hashtag podcast podcasts notifications email e-mail emails e-mails newsroom journalism "
        "fundraiser fundraising ad-free crowdfund crowdfunding venmo qr opt-out spam-free notification e-newsletter fundraiser reader-owned e-letter billionaire billionaires advertisers app apps bookmark patrons supporters reader-funded reader-supported listener-supported member-supported sign-up"
    ).split()
)
# What a page asks in other words; each weighs one.
_ASKS = frozenset(
    (
        "support supporting member members membership gift gifts give gave giving keep free story stories article articles post posts read reading reporting independent news local follow join sign channel channels "
        "group community page pages update updates daily weekly morning alerts tip tips fund fuel chip pledge back share tag comment comments like liked love loved enjoy enjoyed download listen watch help ads owner owners shareholders team "
        "work need month monthly week coffee appreciate site website media facts democracy watchdogs spare few dollars pounds matched doubled survive generosity click tap bell add google source sources miss latest "
        "headlines first tell friends friend photos pics video videos show episode episodes station charity contribution contributions dispatch digest briefing bulletin delivered straight address list sent send "
        "enjoying you'd straight phone sms text asking ask bill bills server hosting lights rent doubled doubling matching shareholder paywall rich big small chip costs cost pays subs handle mute unmute platform platforms feed scoop scoops issue issues archive upgrade join's hi hello say opt unsubscribe spam inboxes sign-ups registration registered delivered scan code push hourly fortnightly supporter reading publish issue editor editors independent yours reader-first minutes weekday click weekend digests mornings evenings friday's pass opinions chat community tune stories breaking loyal sharing talk come hey crew club party family followers fans connect connected touch find stay featured chance delivered sunday morning evening welcome pay paid paying got value made"
    ).split()
)
# Who said, did or was what, and when.
_REPORTS = frozenset(
    (
        "its put lost won grew fell rose took began built became launched said says told tells according announced he she his her him they their was were had did would might police court minister council mayor yesterday ago i i'm monday's tuesday's charged arrested "
        "killed died company's government's although because however there there's users researchers study spokesman spokesperson spokeswoman shares percent million billion"
    ).split()
)
# The first words of sentences and clauses.
_FIRST = re.compile(r"(?:^|[.!?:,;] |- |\| )[^\w\s]{0,3} ?([\w']+)")
# “Skerrygram is an app that …” tells what something is.
_DEFINES = re.compile(
    r"(?!This |That |Our |We |Here |There )[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3},? (?:is|are|was|were) (?:an?|the) "
)
# Of so few words most must be of the page, and weigh less together.
_FEW, _NEARLY_ALL = 9, 0.7
# How many blocks from either end an edge is, and how many blocks of a page count at most.
_EDGE, _MOST = 4, 10


@rule(
    "promotion/page-prompt",
    summary="Block in which the page speaks for itself: asks, forbids, apologizes, disclaims",
    message="Words of the page to its reader left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=(
        *sorted(_PAGE - {"app", "apps", "threads", "icon", "qr", "koo"}),
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
        " app ",
        " app.",
        " app,",
        " apps",
        "our pod",
        "pinterest",
        "fundraiser",
        "chip in",
        "handle",
        "discord",
        "on insta",
        "phone",
        "platforms",
        "notification",
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

So has what a page says of its comments, its cookies and prices, its player, what it cannot
show, who paid for a text and where it comes from: each such theme has some hundred words, and
most words of the block must be among them, the telling ones hardly used by the article itself.
Disclaimers and notes on the origin count only near the beginning or the end, and no program
takes them out; a disclaimer is a note.

A request counts only as a whole short block, with a person, with words of a page that together weigh
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
            "of other things, in no set words",
            "The council voted on the harbour road on Tuesday, and the vote was close. The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school, and the treasurer had no answer. He promised one for the "
            "next meeting, when the members will also talk about the wall at the quay, which the storm broke in two places.\n\n"
            "⟦Sorry, this tide table needs a newer browser to be displayed.⟧\n\n⟦Moderators read your comments before they are posted: please be polite.⟧\n\n⟦Your free articles are used up: register or log in to read on.⟧\n\n"
            "⟦Press play to hear this story, read by a computer voice.⟧\n\nIt rained on Friday, and the ferry stayed at the quay until the evening, when the wind turned and the first boats came in from the banks with the herring that the market had waited for.\n\n"
            "⟦The makers sent us a review sample for free; all opinions in this post are our own.⟧\n\n⟦This item comes from our partners’ feed and has not been edited by our newsroom.⟧\n\n⟦AI tools drafted parts of this text, and errors may remain; consult an expert before making decisions.⟧\n",
        ),
        marked(
            "the same words in the news",
            "The council voted on the harbour road on Tuesday, and the vote was close. The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school, and the treasurer had no answer. He promised one for the "
            "next meeting, when the members will also talk about the wall at the quay, which the storm broke in two places.\n\n"
            "The council’s page cannot be displayed in old browsers, the clerk said.\n\nA court found the firm liable for the loss of the boat.\n\nThe newspaper put its articles behind a paywall and lost half of its readers.\n\n"
            "Moderators of the debate asked the mayor to keep his comments short.\n",
        ),
        marked(
            "reports, quotations, and an article that speaks to its reader",
            "The council voted on the harbour road on Tuesday, and the vote was close. The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the "
            "old bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school, and the treasurer had no answer. He promised one for the "
            "next meeting, when the members will also talk about the wall at the quay, which the storm broke in two places.\n\n"
            "“Subscribe to our newsletter,” the mayor wrote to all readers.\n\nThe newsroom of the Skerry Post was sold to a billionaire.\n\nFacebook and Instagram are our two windows, the shop says.\n\n"
            "Skerrygram is an app that combines email, chat and your photos, so that members of a club can share their stories with friends.\n",
        ),
    ),
)
def page_prompt(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the blocks: those that ask in an article that speaks to nobody, the others by words that are not the article's."""
    text, body = plain_text(document), document.body
    edge = {block.index for block in (*body[:_EDGE], *body[-_EDGE:])}
    asking: dict[Block, list[str]] = {}
    telling: dict[Block, tuple[Theme, list[str]]] = {}
    # What stands within a word is no word of a page: “hour” holds “our”.
    for block in {s.block for s in sightings if not text[max(0, s.start - 1) : s.start + 1].isalpha() or s.start == 0}:
        words = text[block.start : block.end]
        if block.index == body[0].index or '"' in words or words[-1] in ":,":
            continue  # the headline, a quotation, a lead-in
        row = words_of(words)
        if asked := _asked(words, row):
            asking[block] = asked
        elif block.role != "quote" and (about := theme_of(row, edge=block.index in edge)):
            telling[block] = about
    if asking or telling:
        rest = " ".join(text[block.start : block.end] for block in body if block not in asking and block not in telling)
        rest = re.sub(r'"[^"]{0,600}"', " ", rest).lower()
        if len(asking) <= _MOST and not _addresses(rest):
            for block in sorted(asking):
                yield Hit(block.span, (f"speaks to the reader in words of a page: {', '.join(asking[block])}",))
        if len(telling) <= _MOST:
            yield from _told(telling, rest)


def _told(telling: dict[Block, tuple[Theme, list[str]]], rest: str) -> Iterator[Hit]:
    """The blocks of which the article does not use the telling words itself."""
    for block, (theme, words) in sorted(telling.items()):
        strong = [word for word in words if word in theme.strong]
        if sum(word in rest for word in strong) * 2 <= len(strong):
            yield Hit(
                block.span,
                (f"words of a page, on {theme.name}: {', '.join(words)}",),
                severity=theme.severity,
                message=theme.message,
                applicability=theme.applicability,
            )


def _addresses(rest: str) -> bool:
    """Whether an article is too short to tell, or speaks to its reader itself."""
    length = len(rest.split())
    return length < _FEWEST_WORDS or len(re.findall(r"\b(?:we|our|you|your|us|my)\b", rest)) > max(1, length // 150)


def _asked(words: str, row: Sequence[str]) -> list[str]:
    """The words of a page in a block that asks for something, or none."""
    own = set(row)
    page, asks = own & _PAGE, own & _ASKS
    if len(page) + len(asks) < 2 or words[:1] == "|" or not own.isdisjoint(_REPORTS) or _DEFINES.match(words):
        return []
    # An imperative and a strip of labels speak to the reader without a word for either.
    persons = len(own & _PERSONS) + (" | " in words)
    if not own.isdisjoint(_CALLS):
        persons += any(call in _CALLS for call in _FIRST.findall(words.lower()))
    if not persons:
        return []
    weight = 2 * len(page) + len(asks) + min(2, persons)
    few = len(row) <= _FEW and weight >= _NEARLY_ALL * len(row)
    # Without a word that only pages use, the page itself must speak.
    if weight < _ENOUGH - few or not (page or (len(asks) > 2 and not own.isdisjoint(_PAGE_SPEAKS))):
        return []
    return sorted(page) + sorted(asks)
