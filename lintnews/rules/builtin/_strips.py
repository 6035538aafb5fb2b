"""The grammar of strips: what the parts of a line from a page can be.

A strip is a line of parts without a sentence: “Posted by admin | 3 min read”. Each part
has a kind; the kinds decide together. The expressions are English; numbers, symbols and
names of networks are everyone's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Part(NamedTuple):
    """One part of a strip: its kind, and its place in the text that was split."""

    kind: str
    start: int
    end: int


_NUM = r"\d[\d.,]* ?[kmb]?\b\+?"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)|tues|thur|thurs|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?"
_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\b\.?"
_CLOCK = r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?"
_ZONE = r"(?: ?\(?(?:gmt|utc|[ecmp][sd]?t|bst|ist|cest|cet|wat|eat|cat|sast|pkt|sgt|hkt|jst|aest|aedt|awst|nzst|nzdt|wib|local time)\b\)?(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?| hrs\b)?"
_NETWORK = (
    r"(?:facebook|messenger|twitter|x(?:\.com)?|whatsapp|telegram|linkedin|reddit|pinterest|instagram|tiktok|youtube|tumblr|flipboard|threads|bluesky|mastodon|"
    r"weibo|wechat|line|viber|vk|xing|kindle|pocket|instapaper|delicious|digg|stumbleupon|google ?(?:\+|news|plus)|hacker news|slack|sms|e-?mail|mail|truth social|koo|signal|snapchat|apple news|evernote|nextdoor)\b"
)
_COUNTED = (
    r"(?:(?:page ?)?views?|reads|hits|visits|likes?|dislikes?|shares?|(?:re)?tweets?|re?posts?|pins?|comments?|repl(?:y|ies)|responses?|reactions?|upvotes?|downvotes?|points|karma|claps?|"
    r"votes?|ratings?|bookmarks?|saves|followers|subscribers|downloads|plays|listens|listening|watching|viewers?|views|online|recommend(?:s|ations)?|members|mails?|prints?|emails?|messages|posts?|threads)\b"
)
# What stands before a number on a page; the nouns of things that an article has too are told by their colon.
_LABELLED = r"(?:word count|words|photos?|videos?|images?|karma|posts?|threads?|topics?|replies|joined|messages|reputation|articles?)"
_ICON = r"[\U0001F300-\U0001FAFF☀-➿⏩-⏺♥★☆▲△↑↓⬆⬇⭐]\uFE0F?"
_WEATHER = r"(?:(?:mostly |partly |mainly |light |heavy |scattered |isolated |patchy |freezing )*(?:sunny|cloudy|clear|clear sky|overcast|rain(?:y)?|showers?|drizzle|snow|sleet|thunderstorms?|storms?|fog(?:gy)?|mist|haz[ey]|fair|clouds?|windy|sunshine|sun)\b(?: (?:intervals|spells|skies|showers))?)"
_CURRENCY = r"(?:usd|eur|gbp|jpy|chf|cad|aud|nzd|inr|pkr|bdt|lkr|ngn|kes|zar|ghs|ugx|tzs|egp|cny|hkd|sgd|myr|idr|php|thb|krw|brl|mxn|ars|rub|try|pln|sek|nok|dkk|czk|huf|btc|eth|xrp|usdt|sol|bnb|xau)"
_MOVE = (
    r"[▲▼△▽↑↓⬆⬇+-] ?\d[\d.,]* ?(?:%|pts?\b|bps\b)?(?: ?\([▲▼+-]? ?[\d.,]+ ?%?\))?|\([▲▼+-]? ?[\d.,]+ ?%\)|\d[\d.]* ?%"
)
_WORD = r"[A-Z][\w.'&-]*"
_STAMP = r"(?:(?:first|last|originally|date|and last|recently|just) )?(?:posted|published|updated|modified|created|uploaded|edited|added|submitted|refreshed|revised|started|reviewed|archived|released|pub(?:lication)? date|modif(?:ied|ication) date|update)(?: on| at| date)?"
_ACCOUNT = (
    r"(?:admin(?:istrator)?|webmaster|root|editor(?:ial team)?|news ?desk|web ?desk|online desk|desk|editorial (?:staff|desk|team)|staff(?: (?:writer|reporter|correspondent))?|(?:our )?(?:staff )?correspondent|news ?room|guest(?: (?:author|post))?|anonymous|superuser|"
    r"[a-z]{3,15}_?\d{1,4}|team [\w]+)\b"
)
_BY = r"(?:(?:fact-?checked|medically reviewed|checked|produced|photographs?|photos?|video|narrated|translated|illustrated|presented|filed|graphics?) by|(?:posted|written|published|submitted|uploaded|edited|created|reported|story|started|reviewed|added|compiled|updated|text|words|contributed|provided|brought to you) by|thread starter|topic starter|author|reporter|by)"
_SHARE_OBJECT = r"(?:(?: the| our)? (?:this|it|us|that|article|story|post|page|link|url|via|clip|video|with (?:a friend|friends)|friends?|friend)\b)"
_SECTION = (
    r"(?:home|world|uk|us|usa|europe|asia|africa|india|australia|news|breaking news|top stories|politics|business|economy|companies|sports?|football|soccer|cricket|health|science|tech(?:nology)?|energy|environment|climate|culture|arts?|entertainment|music|film|movies|tv|books|travel|food|lifestyle|life|style|"
    r"fashion|opinion|editorials?|columns?|comment|letters|education|finance|money|markets?|crime|courts?|police|local|city|metro|national|nation|state|international|region(?:al)?|features?|housing|property|real estate|autos?|motoring|weather|law|justice|media|religion|society|community|obituaries|history|gaming|"
    r"latest|analysis|explainers?|interviews?|reviews?|videos?|podcasts?|photos?|gallery|magazine|press releases?|announcements|blogs?|article)\b"
)
# The longest that fits and leaves a boundary is taken, and of those as long the first.
_KINDS: tuple[tuple[str, str], ...] = (
    ("machine", r"\d{4}-\d\d-\d\d(?:t| )\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z\b|[+-]\d\d:?\d\d)?|\d\d?/\d\d?/\d{4} - \d\d?:\d\d"),
    (
        "reading",
        rf"(?:(?:est(?:imated|\.)?|average|avg\.?|approx\.?)? ?(?:reading|read|listening)(?: time)?:? ?)?(?:about |approx\. ?|~|<|less than )?(?:\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|ten) ?-?(?:min(?:ute)?s?|mins|mn)\b\.?(?: ?\d{{1,2}} ?(?:s|secs?|seconds?)\b)?[ -](?:read(?:ing)?(?: time)?|to read|listen(?:ing)?|watch)\b|"
        rf"(?:est(?:imated|\.)? |average |avg\.? |total )?(?:(?:reading|read|listening) time|time to read|length|duration|read|est(?:imated|\.)? read) ?[:·-]? ?(?:about |approx\. ?|~|<)?\d{{1,3}}(?:[:.]\d\d)? ?-?(?:{_UNIT})?(?:,? (?:and )?\d{{1,2}} ?(?:s|secs?|seconds?)\b)?|[⏱🕒🕓⏰⌛📖🕑] ?\uFE0F?\d{{1,3}} ?(?:min(?:ute)?s?|m|′|')?(?: read)?",
    ),
    ("rate", rf"{_CURRENCY} ?[/-] ?{_CURRENCY}:? ?\d[\d.,]*(?: ?(?:{_MOVE}))*|{_CURRENCY}:? ?[$£€₹]? ?\d[\d.,]*(?: ?(?:{_MOVE}))*|(?:\b{_WORD.replace('[A-Z]', '[A-Za-z]')} ?){{1,3}}(?:[\d.]+ )?:? ?(?! ?[12]\d{{3}}-\d\d)[$£€₹]? ?\d[\d.,]*,?\d[.,]?\d* ?(?:{_MOVE})(?: ?(?:{_MOVE}))*"),
    ("price", r"(?:petrol|diesel|gold|silver|crude(?: oil)?|brent|wti|oil|copper|unleaded|lpg|gasoline|nifty|sensex|dow|nasdaq|ftse(?: 100)?|s&p(?: 500)?|dax|nikkei|hang seng|asx|kse|bitcoin|ethereum)\b:? ?[$£€₹]? ?\d[\d.,]*"),
    ("temperature", r"(?:(?:h|l|hi|lo|high|low|max\.?|min\.?|feels like|real ?feel):? ?)?-?\d{1,3} ?°(?: ?[cf]\b)?(?: ?[/|–-] ?-?\d{1,3} ?°(?: ?[cf]\b)?)?|(?:feels like|realfeel) -?\d{1,3}"),
    ("reading of the weather", rf"(?:wind|gusts?)s?:? ?(?:(?:[nsew]{{1,3}}|[↑↗→↘↓↙←↖]) )?(?:at )?\d{{1,3}} ?(?:-\d{{1,3}} ?)?(?:km/?h|mph|kph|knots|kts|m/s)(?: [nsew]{{1,3}})?|(?:humidity|precip(?:itation)?|chance of rain|rain|cloud cover|dew point|clouds):? ?\d{{1,3}} ?%|(?:pressure):? ?\d{{3,4}} ?(?:hpa|mb)|uv(?: index)?:? ?\d{{1,2}}|visibility:? ?\d+ ?(?:km|mi)\b|(?:sunrise|sunset|moonrise|high tide|low tide):? ?(?:{_CLOCK})|(?:air quality|aqi)\b:? ?(?:good|fair|moderate|poor|unhealthy|hazardous|\d{{1,3}})(?: ?\(?(?:aqi )?\d{{1,3}}\)?)?"),
    ("progress", r"(?:question|step|slide|round|level|card|clip|photo|image|picture|puzzle) \d{1,3} ?(?:/|of) ?\d{1,3}|(?:your )?score:? ?\d{1,4}(?: ?/ ?\d+)?(?! ?-)|quiz|\d{1,4} ?/ ?\d{3,5} (?:characters|words)|\d{2,5} (?:characters|words) (?:left|remaining)|(?:characters|words) (?:left|remaining):? ?\d{1,5}"),
    ("countdown", rf"(?:countdown|time (?:left|remaining)|starts in|ends in|begins in|kick-?off in|launch in|deadline in|closes in|expires in)(?: to [\w' -]{{2,40}})?:? ?(?:\d{{1,3}} ?{_UNIT}[ :,]*){{2,}}|(?:countdown|time (?:left|remaining)|starts in|ends in|closes in)(?: to [\w' -]{{2,40}})?:? ?(?:\d{{1,3}} ?[:] ?)+\d\d|(?:\d\d? ?{_UNIT}[ :,]+){{3}}\d\d? ?{_UNIT}"),
    (
        "player",
        r"next (?:video|episode|slide|track)(?: in \d{1,2}(?: ?s(?:ec(?:ond)?s?)?)?)?|auto-?play(?:ing)?(?: next)?(?::? ?(?:is )?(?:on|off)\b)?|replay|(?:un)?mute|sound (?:on|off)|full[- ]?screen|view full ?screen|theat(?:er|re) mode|(?:closed )?captions?(?: (?:on|off))?|subtitles?(?: (?:on|off))?|(?:cc|hd|sd|4k|1080p|720p)\b|volume|speed:? ?\d(?:\.\d+)?x|playback speed|speed|\d(?:\.\d\d?)?x\b|quality(?::? auto)?|picture[- ]in[- ]picture|"
        r"(?:share|save|download|embed|clip|watch|copy|play|skip|next|previous|prev|pause|replay|rewind) (?:this )?(?:clip|video|episode|audio|mp3|podcast|ad|track|slide|photo|image|gallery|player|trailer|all)\b|download\b|play(?:ing)?\b|pause\b|stop\b|rewind(?: \d+ ?s(?:econds)?)?|forward(?: \d+ ?s(?:econds)?)?|skip (?:ad|back|forward)|"
        r"\d{1,3}(?:\.\d)? ?(?:mb|kb|gb)\b|\(?\d{1,3}(?:\.\d)? ?(?:mb|kb|gb)\)|\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?|now playing|up next|(?:show|hide|toggle|read|view) (?:caption|captions|transcript|playlist|thumbnails)|transcript\b|playlist(?: \(?\d+ (?:of|/) \d+\)?)?|(?:slide|photo|image|picture|track|clip)s? \d{1,3} ?(?:/|of) ?\d{1,3}|(?:view )?(?:gallery|slideshow)|embed(?: code)?\b|cast(?: to tv)?\b|live stream|video player(?: is loading)?|loading|buffering|(?:current time|duration|remaining time|loaded)[: ]+-?\d{1,3}[:.]\d\d%?|(?:subtitles|captions|descriptions) (?:off|on|settings)|selected|default|(?:english|spanish|french|german|hindi|arabic) (?:captions|subtitles)|quality(?: levels?)?|skip (?:intro|recap)|audio track|listen\b|seek to live|stream type",
    ),
    ("live", r"(?:live|on air)(?: now)?\b"),
    ("ad", r"(?:why (?:am i seeing|do i see|these|this) (?:this |these )?ads?\??|ad ?choices|about (?:this|these|our) ads?|report (?:this |an )?ad|hide (?:this )?ad|close ad|remove (?:this |all )?ads?|ad feedback|ad settings|go ad-free|(?:top |bottom |mobile |sticky |sidebar |in-?article |in-?content |mid-?article )?(?:leaderboard|mpu|skyscraper|billboard|interstitial|banner)(?: ad)?(?: ?\d)?|(?:sidebar|in-?article|in-?content|mid-?article|footer|header|mobile|desktop|sticky|inline) ads?(?: ?(?:unit|slot))?(?: ?\d)?|ad (?:unit|slot|zone|position|tag)(?: ?[\w-]{1,8}\d)?|(?:728|970|300|320|336|468|160|120|250) ?x ?\d{2,3}|(?:mobile|desktop)(?= only|$))"),
    ("field", r"(?:\*|★)? ?(?:(?:indicates|denotes|=|marks) (?:a )?required(?: fields?)?|required fields?)|(?:your |enter your |enter )?(?:e-?mail(?: address)?|first name|last name|full name|surname|name|phone(?: number)?|mobile(?: number)?|zip(?: code)?|postcode|website|company|country|job title|subject|message|password|username|comment) ?(?:\*|\((?:required|optional|will not be (?:published|shared)|mandatory)\))"),
    ("episode", r"(?:season|series) \d{1,3},?:? ?(?:episode|ep\.?) \d{1,4}|(?:episode|ep\.?) ?#?\d{1,4}|s\d{1,2} ?[:·]? ?e\d{1,3}|explicit"),
    (
        "count",
        rf"{_ICON} ?{_NUM} (?:people )?{_COUNTED}|{_ICON} ?{_NUM}|{_NUM} ?{_ICON}|{_COUNTED} ?(?:count)?[:(]? ?{_NUM}\)?|(?:{_NUM}|no|one) (?:(?:unique|total|new|page|social|people|readers?|viewers|users|others) )?{_COUNTED}|{_LABELLED}:? ?{_NUM}|\d[\d.,]* ?[kmb]?\+? (?:people |users |readers )?(?:watching|listening|online|reading)(?: now)?|(?:\d+|no) (?:people|readers?|users?) (?:like|liked|shared|recommend)(?: this)?|(?:updates?|new posts):? ?\d+|\d+ (?:new )?(?:updates|photos|videos|images|words)",
    ),
    ("letter", r"(?:f|fb|t|tw|in|p|g\+|g|w|wa|x|yt|ig|r|li)\b:? ?\d[\d.,]*k?"),
    ("icon", rf"(?:{_ICON} ?)+|[≡☰✉@]"),
    (
        "comment",
        r"add yours|quote\b|post (?:anonymously|as guest)|notify me(?: of (?:new )?(?:replies|comments|posts))?(?: by e-?mail)?|sort(?:ed)? by:? ?(?:newest|oldest|best|top|most liked|popular)?|(?:newest|oldest|best|top)(?: first)|most liked|(?:leave|post|add|write|make|submit) (?:a|your) (?:comment|reply|review)|(?:no|add|view|show|see|read|all|join|hide) (?:the )?comments?(?: yet)?|comments? (?:off|closed|disabled)|comments?\b|(?:reply|respond|discuss|discussion|permalink|report abuse|report|flag|upvote|downvote)\b",
    ),
    (
        "share",
        rf"(?:share|tweet|pin|post|send|save|e-?mail|bookmark|forward|add|follow|like|print|copy|recommend|publish|gift|whatsapp|mail|submit)(?:{_SHARE_OBJECT})*(?: (?:on|to|via|with|by|in|at)(?: (?:a )?friends?| (?:your )?{_NETWORK}))?(?=$|\W)|{_NETWORK}|\+1\b|pin it|retweet|copy (?:link|url)|save for later|read later|bookmark|print(?:er)?[- ]?(?:friendly)?(?: (?:version|page))?|text size|font size|(?:a ){{1,2}}a\b|a[+-]|unlike|dislike|follow us|rate this(?: (?:story|article|post|page|video))?|translate|dark mode|light mode|reading mode|zoom|more (?:options|share)",
    ),
    (
        "nav",
        r"(?:previous|prev|next|older|newer|back|earlier|later)(?: (?:posts?|entr(?:y|ies)|articles?|stor(?:y|ies)|pages?|chapter|item|issue))?\b|menu|search|sections|(?:log|sign)[ -]?(?:in|out|up)|register|subscribe(?: now)?|my account|e-?paper|(?:today's|today’s) paper|archives?|site ?map|about(?: us)?|contact(?: us)?|advertise(?: with us)?|careers|jobs|newsletters?|privacy(?: policy)?|terms(?: (?:of use|and conditions))?|cookies|help|faqs?|rss(?: feed)?|feedback|support us|donate|"
        r"edition:? ?(?:\w+)?|(?:select |change |choose )?(?:language|region|edition|country|city)(?:: ?\w+)?|page \d+ (?:of|/) \d+|(?:desktop|mobile|full|classic|amp) (?:version|site|view)|(?:not now|allow|accept|deny|ok|later|yes|no|skip|close|dismiss|cancel|done|got it|got it!|undo|edit|delete|hide)\b|(?:show|see|view|load|read) (?:more|less|all)|top of page|back to top|english|हिन्दी|español|français|deutsch|العربية|中文|kiswahili|বাংলা|தமிழ்|తెలుగు|मराठी|اردو",
    ),
    ("edited", r"\(?(?:edited|updated|modified|revised|corrected|draft|unedited|original post|op)\)?(?=$| ?[|·•)-])"),
    ("length", r"(?:\d{1,3} ?(?:min(?:ute)?s?|hrs?|hours?|days?|weeks?|secs?|m|h|d|w)\b\.? ?){1,2}(?<! )"),
    ("relative", rf"(?:about |over |almost )?(?:\d{{1,3}}|an?|one|two|three|few|a few) ?{_UNIT} ago\b|yesterday|just now|moments ago"),
    ("date", rf"(?:{_DAY},? ?)?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: |-|/|\. ?){_MONTH},?(?: |-|/)?(?:'?\d{{2,4}}\b(?![:.]\d))?|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,? ?\d{{4}})?|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)\b)|{_DAY}|(?:today|tonight|tomorrow)\b|{_MONTH},? \d{{4}}"),
    ("time", rf"(?:time:? )?(?:{_CLOCK}){_ZONE}|\d{{4}} ?hrs"),
    ("id", r"(?:(?:article|story|post|page|issue|volume|vol|no|nr|ref|version|thread|topic|node|entry|reference)(?: ?(?:no|id|number))?\.?:? ?#?|id:? ?|#)\d[\d.-]*(?: of \d+)?|page [a-d]\d{1,2}|print edition:? ?page \w?\d+|section [a-h](?:, page \d+)?|p(?:age|p|g)?\.? ?[a-h]?\d{1,3}|ref(?:erence)?\.?:? ?#?[\w-]*\d[\w-]*|slug:? [\w-]+"),
    ("weather", _WEATHER),
    ("access", r"free(?: (?:to read|article|access))?|premium|exclusive|sponsored|subscribers?[- ]only|members?[- ]only|for subscribers|locked|plus|unlocked|paid|advertorial|partner content|featured|pinned|sticky|breaking"),
    ("account", rf"(?:{_BY}:? ?)?(?-i:{_ACCOUNT.replace('[a-z]', '[a-zA-Z]')}|(?:Admin|ADMIN|Editor|Staff (?:Writer|Reporter)|Staff|Webmaster|News ?[Dd]esk|Web ?[Dd]esk|WEB DESK|NEWS DESK|Desk|Our (?:Correspondent|Reporter)|Guest|Anonymous|Editorial (?:Staff|Team)|Online (?:Desk|Editor)|Team [A-Z]\w+)\b)"),
    ("byline", rf"{_BY}:? (?-i:{_WORD}(?:(?:,| and| &| -)? (?:{_WORD}|(?:van|de|der|von|bin|al|of|the|in)\b)){{0,6}})|(?:author|{_BY}|source|via|reporter|credit|editor):? (?-i:{_WORD}(?: (?:of )?{_WORD}){{0,4}}|[a-z]{{4,}})"),
    ("role", r"(?:(?:senior|staff|chief|deputy|political|crime|health|education|sports?|business|city|national|foreign|special|managing|associate|assistant|web|online|digital|news|science|environment|our|freelance|guest|contributing) )*(?:reporter|correspondent|editor|writer|columnist|producer|journalist|contributor|freelancer|analyst|blogger|intern|critic)\b"),
    ("account", r"@\w[\w.]+"),
    ("stamp", _STAMP + r"(?=[ :-]|$)|(?:date|time|source|author|summary|keywords?|category|section|tags?|filed under|posted in|topics?|in|start date|place|location|dateline|status|print edition|filed(?! by)|aired|broadcast|last refresh(?:ed)?|last checked|reading level|rated)(?=:|$)|(?:first )?(?:appeared|printed|aired)(?: in)?|in(?= )"),
    ("section", rf"(?:{_SECTION}(?: (?:&|and) )?)+"),
)  # fmt: skip

_SEPARATORS = r"[\s|·•∙,/–—:;▸▾▼▶►▷»›>‹«<←→⟩⟨()\[\]…~*_☐☑✓✕×-]|\+(?!1\b)|\b(?:at|on)\b(?= )|\.(?=\s|$)"
HARD = frozenset("|·•∙▸▾▼▶►»›>‹«←→")
"""Marks that stand between parts and never in a sentence."""


@cache
def _grammar() -> re.Pattern[str]:
    """All kinds in one expression that takes nothing and notes how far each would reach; behind a part stands no letter or digit."""
    kinds = (rf"(?:(?=(?P<k{number}>(?:{pattern})(?![^\W_])))|)" for number, (_, pattern) in enumerate(_KINDS))
    return re.compile("".join(kinds), re.IGNORECASE)


def _part(text: str, place: int) -> Part | None:
    """The longest part that begins at a place; of those as long the first kind."""
    found = _grammar().match(text, place)
    ends = [found.end(number) for number in range(1, len(_KINDS) + 1)] if found else []
    end = max(ends, default=-1)
    return Part(_KINDS[ends.index(end)][0], place, end) if end > place else None


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"(?:{_SEPARATORS})*")


def _after(text: str, place: int) -> int:
    """Where the next part begins, behind the marks that stand at a place."""
    found = _gap().match(text, place)
    return found.end() if found else place


def parts_of(text: str) -> list[Part] | None:
    """The parts of a line, in order, or None if it holds anything that is no part.

    A short name between hard separators (“|”, “·”) is a part of the kind "name". `text`
    has its quotation marks, dashes and white space made alike.
    """
    parts: list[Part] = []
    place = _after(text, 0)
    while place < len(text):
        if part := _part(text, place):
            parts.append(part)
            place = part.end
        elif name := _name(text, place):
            parts.append(Part("name", place, name))
            place = name
        else:
            return None
        place = _after(text, place)
        if len(parts) > _MOST_PARTS:
            return None
    return parts


_MOST_PARTS = 24
_LONGEST_NAME = 30


def _name(text: str, start: int) -> int:
    """Where a short name ends that begins at `start` and has a hard separator or an edge at both sides, or 0."""
    if start == 0 and (person := _person().match(text)) and _part(text, _after(text, person.end())):
        return person.end()
    before = text[:start].rstrip()
    if before and before[-1] not in HARD and not _breaks(before):
        return 0
    end = start
    while end < len(text) and text[end] not in HARD and end - start <= _LONGEST_NAME:
        if start == 0 and text[end].isdigit() and text[:1].isupper() and _degrees().match(text, end):
            return end  # “Skerry 14 °C”
        end += 1
    name = text[start:end].rstrip(" -")
    if (
        end - start > _LONGEST_NAME
        or not name[:1].isupper()
        or name.count(" ") > 3
        or name[-1:] in ".!?,;:"
        or (start == 0 and end == len(text))
    ):
        return 0
    return start + len(name)


@cache
def _person() -> re.Pattern[str]:
    return re.compile(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,2}(?=[ ,@(|·-])")


@cache
def _degrees() -> re.Pattern[str]:
    return re.compile(r"\d{1,3} ?°")


def _breaks(before: str) -> bool:
    """Whether a line is broken by a dash: “Updated - Oct 14 - Skerry”."""
    return before.endswith(("-", ":"))
