"""A block that only points to a picture, table, file or link, with nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from .dangling_media_reference import MEDIA

_THING = (
    r"(?:exhibit|figure|fig\.?|table|chart|graph|map|image|photo|picture|sidebar|graphic|appendix|annex|attachment|infographic|panel|slide|diagram|illustration|document|pdf|"
    r"video|clip|footage|trailer|gallery|slideshow|tweet|thread|post|screenshot|embed|player|podcast|audio|timeline|poll|widget|link|press release|factsheet|fact sheet|spreadsheet)"
)
_FILE = r"(?:pdf|document|full document|report|full report|file|infographic|factsheet|fact sheet|spreadsheet|transcript|press kit|data|slides|map|form|letter|ruling|filing|brochure|poster|app|audio|mp3|programme|program|agenda|checklist|press release|calendar|template|e-?book|white ?paper)"
# Blocks that point whatever follows them: to a place that only a page has.
_ANYWAY = (
    r"(?:please )?(?:click|tap|press)(?: on)? (?:here|the link|this link|the image|the images|the photo|the picture|the button|the map|the video|the icon|the arrows?|below|above)(?: (?:below|above|here))?(?:,? (?:to (?:see|view|enlarge|open|read|watch|listen|expand|download|play|zoom|access|find|start)|for) .{2,50})?",
    r"(?:you can (?:also )?|readers can |we recommend you )(?:read|see|find|watch|listen to|view|download|hear|check out|follow|explore|browse|donate to|vote in|sign|buy|order) [^\".:]{2,60} (?:here|below|above|(?:at|via|on|through|by (?:clicking|following)) (?:this|the) link(?: (?:here|below|above))?)",
    r"for (?:an?|the|our|his|her|their|more|all|further|additional|other|full|complete) [^\".:]{3,70},? (?:please )?(?:click|tap|press|see|visit|go to|scroll down|check|check out|follow)(?: (?:here|on|below|at|the link|this link|this|to|our))?(?: ?-)?",
    r"(?:have|take|get) a (?:quick |closer |sneak |first )?(?:look|peek|listen) (?:at|to) [^\".:]{2,60} (?:here|below|above)(?: ?[-:])?",
    r"(?:the |his |her |their |its |a |our )?(?:full |complete |entire |original |whole |official )?(?:judge?ment|ruling|statement|letter|report|list|results|interview|speech|transcript|document|video|clip|podcast|study|paper|table|schedule|programme|press release|gallery|recipe|trailer|fixtures) (?:is|are|can be (?:read|seen|found|viewed|downloaded|watched|heard))(?: (?:available|posted|embedded|attached|online))? (?:here|below|above|at this link|via this link)",
    rf"(?:download|open|view)(?: the| a| our| this| your)?(?: full| original| complete| free| official)? {_FILE}(?: (?:here|below|now|as a pdf|in pdf(?: format)?))?(?: ?[(|-] ?.{{1,30}})?",
    rf"(?:(?:please )?(?:see|refer to|cf\.?|as shown in|shown in|compare)|\((?:see|as shown in)) (?:the )?(?:accompanying |attached |following |next |adjacent )?{_THING}s? ?(?:\d{{1,3}}(?:\.\d)?|[a-d]|[ivx]{{1,4}}|above|below|left|right|opposite|overleaf|here|at (?:left|right))?(?: for .{{2,60}})?",
    rf"(?:the |this )?{_THING}s? (?:on the (?:left|right)|to the (?:left|right)|above|below|opposite|overleaf|at (?:left|right)) (?:shows?|illustrates?|makes?|gives?|lists?|explains?|tells?|sums?|compares?)\b.{{2,120}}",
    rf"(?:pictured|{_THING}s?|in pictures|in photos|watch|listen|above|below|inset|top|bottom|main picture|main image|left|right|photo gallery|related links?|useful links|external links|embedded (?:video|post|tweet)|attachments?|documents?|downloads?|enclosures?)(?: (?:above|below|left|right|here|now|from top|clockwise from top left|\d{{1,2}}))? ?:",
    r"(?:scroll|swipe|keep scrolling)(?: (?:down|left|right|across|through|up))?(?: (?:to|for) .{2,60})?",
    r"(?:see|watch|listen|view|read) (?:it |them |this |more |the rest |below |here ?)(?:below|above|here|on the right|on the left)?(?: ?:)?",
    r"\(?(?:image|photo|video|chart|graphic|table|map|link|tweet|embed|audio|caption|figure)s? (?:below|above|attached|here|not shown|omitted|missing|opposite)\)?",
    r"(?:story|article|text|interview|list|table|chart) continues below(?: .{2,40})?",
    r"(?:embed|embedded|insert(?:ed)?|attached|enclosed) ?[:-] ?(?:video|tweet|post|image|photo|map|chart|document|pdf|instagram|facebook|youtube)\b.{0,60}",
    rf"(?:as (?:you can see|seen|shown|pictured|can be seen) )?(?:in|on) (?:the|this|our) {_THING} (?:above|below|here|opposite|on the (?:left|right)),? .{{3,120}}",
    r"(?:for more,? |continued |turn |story |cont(?:'d|\.)? |jump |more |full story )?(?:see |on |to |from )?(?:page|pages|pg\.?|p\.) ?[a-z]?\d{1,3}[a-z]?|see [a-z]{3,15},? (?:on )?(?:page|p\.|pg\.?) ?[a-z]?\d{1,3}",
    r"(?:use|try|enter|type|search|take|vote in|explore|fill in|fill out|select|choose) (?:our|your|the|this) (?:\w{3,12} )?(?:tool|calculator|quiz|poll|survey|map|postcode|zip code|form|search box|tracker|checker|simulator|drop-?down|menu|slider|filters?)\b.{0,60}",
    r"(?:read|see|find|get|hear|watch|view) (?:the |our |his |her |their )?(?:full |complete |whole )?(?:letter|judge?ment|ruling|statement|speech|report|lists?|results|fixtures|text|interview|transcript|documents?|table|rules|programme|press release|article|study|pictures|photos|video)(?: in full| in pictures)? (?:here|below|above)(?: ?:)?",
    r"(?:follow|use|visit|open|copy|see) (?:this|the|our|these|the following) links?(?: below| above| here)?|links? (?:in (?:the |our )?bio|here|below|above|to (?:the )?(?:report|document|survey|study|video|paper))|(?:at|via|through|on|from) (?:this|the) link|here",
    r"(?:for (?:more|tickets|details|information|further details|more information|more details|further information)|to (?:register|apply|book|donate|learn more|find out more)),? (?:please )?(?:visit|see|call|contact|go to|e-?mail|click|at)(?: (?:and|or|at))*(?: ?:)?|visit (?:for|to) [^.]{3,60}",
    r"(?:more information|details|tickets|further information|the (?:full )?report|applications?|full results|entries)(?: (?:is|are|can be (?:found|downloaded|read|bought)))? (?:available )?(?:at|on|from|here|online at|via|below)(?: ?:)?",
    r"(?:register|book|apply|donate|rsvp|book tickets|buy tickets|get tickets|book now|order|enter|nominate|vote) (?:here|at|on|online at|via|below)(?: ?:)?",
)
# Blocks that end in a colon or a hand, and point if prose follows them.
_THEN = (
    rf"(?:here(?:'s| is| are)|below (?:is|are)|these are|this is|see|watch|check out|read|find|have a look at|take a look at|look at) [^.:]{{0,80}}\b(?:(?:fans|users|viewers|people|readers|the internet|netizens|twitter|social media)\b[^.:]{{0,30}}\b(?:react\w*|said|say|saying|think|wrote|respond\w*|repl\w+)|reactions?|replies|tweeted|{_THING}s?|full list|standings|line-?ups?|fixtures|schedule|breakdown|recipe)\b[^.:]{{0,80}}",
    rf"(?:in |on |as (?:shown|seen|listed) in )?(?:the |this |these )?(?:following|accompanying|attached|adjacent|next) (?:{_THING}|list|example|overview|numbers|figures|data|steps|points|links?|sources?|names|dates|companies)s?(?: [^.:]{{2,80}})?",
    r"(?:take|have|just) a (?:quick |closer |good )?look(?: (?:below|here|at (?:this|these|it|them|some of them)))?|look(?: at (?:this|that|it))?|check (?:it|this|them) out(?: (?:below|here))?|watch(?: (?:it|this|here|below|the moment))?|see (?:for yourself|below|here|what we mean)|judge for yourself|you be the judge|listen(?: (?:here|below|to it))?|read (?:it |this )?(?:here|below)",
    r"(?:the |some |a few )?(?:fans|users|viewers|people|readers|netizens|critics|celebrities|many|others|one user|one fan|another(?: fan| user)?|the internet|twitter|social media users?)\b[^.:]{0,60}\b(?:reacted|tweeted|posted|wrote|commented|said|shared|had to say|responded|replied|took to \w+)\b[^.:]{0,60}",
    rf"(?:more|other|further|some|useful|related|relevant|helpful|key) (?:links|resources|documents|reading|{_THING}s?)\b[^.:]{{0,60}}",
    r"(?:sources|links|references|further reading|resources|materials used|see also|additional resources|works cited|footnotes|notes)",
)
_HANDS = "👇⬇↓▼👀🔽↘"
_PROSE = 90
# What was shown, and what the report that goes on below it holds: the words shown would stand between.
_SHOWN = r"(?:the |his |her |their |its |one |another |this |a )?(?:now[- ]deleted |viral |first |second |original |same )?(?:tweet|instagram post|facebook post|instagram story|clip|video|screenshot|reel|tiktok|embed|graphic|photo|image) (?:read|reads|said|says|stated|shows|showed|below|here|was captioned)"
_REPORT = r"\b(?:said|told|added|according to|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"


@rule(
    "structure/empty-pointer",
    summary="A line that points to a picture, table, file or link that is not there",
    message="Points to something that is not there",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    stage=1,
    where=Selector(blocks=("paragraph", "heading", "list-item"), longest=200),
    wordings=(Wording("anyway", "|".join(_ANYWAY)), Wording("then", "|".join((*_THEN, _SHOWN)))),
    tags=("media", "structure"),
    why="""
“Click here”, “[See table 2]”, “Take a look:”, “Pictured:”. What they point to stood on the page of
the source, and an extractor left it there.

Counts as a whole block, only in documents without any picture, player, frame or table. A line
that ends in a colon or a pointing hand counts if ordinary prose follows it, or nothing: a list,
a quotation or short lines may be what it announces.
""",
    examples=(
        marked(
            "to links, files and figures",
            "The vote was close.\n\n⟦Click here⟧\n\nIt rained on Friday.\n\n⟦[See table 2]⟧\n\n⟦Download the brochure (PDF, 2 MB)⟧\n".replace(
                "\\\n", "\n"
            ),
            fixed="The vote was close.\n\nIt rained on Friday.\n".replace("\\\n", "\n"),
        ),
        marked(
            "to whole documents and further lists",
            "The vote was close.\n\n⟦You can read the mayor’s letter here.⟧\n\n⟦For all of the results, click.⟧\n\n⟦Take a peek at the dairy below -⟧\n\n⟦The full statement is here⟧\n\n"
            "⟦The clip shows:⟧\n\nThe council of the island met again on Friday, the mayor said, and nobody wanted to count the votes.\n",
        ),
        marked(
            "with a colon or a hand, and prose behind it",
            "The vote was close.\n\n⟦Here’s how viewers reacted 👇⟧\n\nThe council of the island met again on Friday, and nobody wanted to count the votes another time.\n\n"
            "⟦Take a look:⟧\n\nThe mayor of the island said that the dairy would be opened in May, and that the band may stay in it.\n".replace(
                "\\\n", "\n"
            ),
        ),
        marked(
            "what is announced follows",
            "The vote was close.\n\nHere are the fixtures:\n\n- Skerry, Friday\n- Lamp, Sunday\n\nOne user wrote:\n\n“I shall miss the old dairy and its horns more than anything else.”\n".replace(
                "\\\n", "\n"
            ),
        ),
        marked(
            "the picture is there",
            '<p>See the chart below</p><img src="chart.png"><p>The council of the island met again on Friday, and nobody wanted to count.</p>',
            format="html",
        ),
        marked(
            "a title that follows, and prose",
            "More information here:\n\nHow the Band Came to Its Dairy\n\nClick here and there, and the horn sounds.\n\nThe table on the left of the door was laid for ten, and nobody came to sit at it.\n\nYou can find peace here and there. For the whole island, see it twice.\n\nThe full report is read here by few.\n\nHis verdict:\n\nIt was a good year for the dairy, and for the band that plays in it, and for the whole island.\n".replace(
                "\\\n", "\n"
            ),
        ),
    ),
)
def empty_pointer(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the pointers."""
    text = plain_text(document)
    there: bool | None = None
    for block in said.blocks:
        if block is document.body[0]:
            continue
        line = text[block.start : block.end].strip()
        if not _points(document, block, line, text, said):
            continue
        if there is None:
            there = document.has_images or re.search(MEDIA, document.source) is not None
        if not there:
            yield Hit(block.span)


def _points(document: Document, block: Block, line: str, text: str, said: Said) -> bool:
    place = document.body.index(block)
    after = document.body[place + 1] if place + 1 < len(document.body) else None
    if after and line[-1] == ":" and text[after.end - 1] not in ".!?\"'":
        return False  # what it points to may be the line that follows
    if said.whole("anyway", block, line.strip("[]() .>»→-" + _HANDS)) and (len(line) < 60 or line[-1] not in ".!?"):
        return True
    bare = line.rstrip(" " + _HANDS + "\ufe0f")
    if not (bare.endswith(":") or len(bare) < len(line)) or not said.whole(
        "then", block, bare.rstrip(" :.!").strip("[]()")
    ):
        return False
    if after is None:
        return True
    follows = text[after.start : after.end]
    return (
        after.role == "paragraph"
        and len(follows) >= _PROSE
        and follows[0] not in "\"'@#-"
        and follows[0].isupper()
        and follows[-1] in ".!?"
        and (re.match(f"(?i){_SHOWN}", bare) is None or re.search(_REPORT, follows) is not None)
    )
