"""JavaScript, style sheets and JSON that stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting, Wording
from ..said import Said

# One of these is proof: objects and calls that no prose holds.
_PROOF = (
    r"\bgoogletag\b ?[.=]|\badsbygoogle\b ?[=.\]|)]|\bdataLayer\b ?(?:\.push|=)|\bgtag\(|\bfbq\(|\b_gaq\.push|\bga\('|\bga\(\"|"
    r"\bdocument\.(?:write(?:ln)?\(|getElement|querySelector|addEventListener|createElement|cookie|location|body|readyState|head)|"
    r"\bwindow\.(?:[\w$]+ ?(?:=|\|\|)|[\w$.]+\(|on\w+|location|_\w+|addEventListener)|\baddEventListener\('?|\bjQuery\(|\$\(document\)|\$\(['\"][.#\w]|"
    r"\b[!(]?function ?(?:\w+ ?)?\([\w$, ]{0,80}\) ?\{|\([\w$, ]{0,40}\) ?=> ?[\w{(]|\bvar \w+ ?= ?[\w\[{('\"(]|\b(?:const|let) [\w{}, ]+ ?= ?(?:new |await |\w+\(|[\[{'\"(]|\d)|"
    r"\bnew (?:Image|XMLHttpRequest|Date|Promise|URLSearchParams)\(|\bsetTimeout\(|\bconsole\.(?:log|error|warn)\(|\btypeof [\w.]+ ?(?:[!=]==?|\))|"
    r"\b(?:utag(?:_data)?|digitalData|_satellite|__NEXT_DATA__|__NUXT__|__INITIAL_STATE__|__APOLLO_STATE__|__PRELOADED_STATE__|pageProps|initialState|_sf_async_config|_cbq|_comscore|COMSCORE|"
    r"Drupal\.settings|drupalSettings|ezstandalone|freestar|htlbid|adthrive|mediavine|jwplayer|videojs|brightcove|disqus_\w+|_qevents|_gaq|_paq|_hmt|_hsq|_peq|_linkedin_\w+|amzn_assoc\w*|"
    r"tinypass|piano|permutive|optimizely|hotjar|mixpanel|amplitude|pintrk|snaptr|lintrk|rdt|ttq|OneTrust|Optanon\w*|didomi\w*|grecaptcha|hcaptcha|Sentry|_wpcf7|wpcf7|jQuery|elementorFrontendConfig|wc_\w+_params|"
    r"chartbeat|omniture|cnvr|criteo\w*|prebid|confiant|sailthru|parsely|PARSELY|viafoura|spotim|facebookPixel|trackEvent|sendBeacon|ga4|mapboxgl|google\.maps|L\.map|d3\.select|"
    r"(?:page|site|article|user|tracking|analytics|config|settings|ad|ads|video|player)(?:Data|Config|Settings|Info|Props|Name|Type|Object|Vars|Options)) ?(?:\.[\w$.]+ ?)?(?:=(?!=)|\(|: ?[{\[]|\[['\"\d])|"
    r"[{,] ?(?:props|pageProps|query|buildId|article|data|user|page|items|children|config|settings|payload|state|isFallback|runtimeConfig) ?: ?[{\[]|\b(?:props|state|config|payload|data) ?: ?\{ ?\w+ ?:|\b__N_SS[GP]\b|"
    r"\bset(?:Timeout|Interval)\(|@media ?\(|\bArray\.prototype\.|\bObject\.(?:keys|assign|defineProperty|entries)\(|\bJSON\.(?:parse|stringify)\(|\banalytics\.(?:track|page|identify)\(|"
    r"\.(?:loadScript|addClass|removeClass|appendChild|insertBefore|preventDefault|setAttribute|getAttribute|innerHTML|classList|dataset|forEach|slick|carousel|toggleClass|querySelector|subscribe|defineSlot|enableServices|ajax|getScript|fancybox|lazyload|modal|tooltip)\b ?[.(=]|"
    r"\bnew (?:Swiper|Splide|Glide|Vue|Chart|Function|Event|CustomEvent|MutationObserver|IntersectionObserver|FormData|Audio|Worker|WebSocket|Flickity|Masonry|Plyr|Hls)\(|\} ?catch ?\(\w{0,12}\) ?\{|\} ?else ?(?:if ?\(|\{)|\breturn (?:false|true|null|this|void 0);|"
    r"\"(?:headline|datePublished|dateModified|articleBody|articleSection|mainEntityOfPage|thumbnailUrl|contentUrl|inLanguage|wordCount|itemListElement|isAccessibleForFree|publisher|potentialAction)\" ?: ?[\"\[{tf]|"
    r"\b_taboola\b ?[.=]|\bOBR\.extern|\b__tcfapi\(|\btwttr\.|\bFB\.init\(|\bOneSignal\b ?[.=]|\bapstag\.|\bpbjs\b ?[.=]|\bnewrelic\b ?[.=]|\bYT\.Player\(|\bwp\.\w+\(|"
    r"//<!\[CDATA\[|\]\]>|<script\b[^<>]*>[^<]|<style\b[^<>]*>[^<]|\"@context\" ?: ?\"https?://|\"@type\" ?: ?\"\w|/\*! |\}\)\(\);?|"
    r"@media (?:screen|print|all|only|not|\()[^{}\n]{0,120}\{|\bimport [\w*{}, ]{1,60} from [\'\"]|\bexport default\b|@import url\(|@font-face ?\{|@keyframes [\w-]+ ?\{|"
    r"\{\s*(?:[a-z-]{2,40}\s*:\s*[^{};\n]{1,120}(?:!important)?\s*;\s*)+[^{}\n]{0,200}\}|"
    r"(?:[.#][a-z][\w-]{1,60}|\b(?:body|div|img|span|table|iframe|input|button|a:hover|html|h[1-6]|p|ul|li))[^{}\n.!?]{0,120}\{\s*[a-z-]{2,40}\s*:\s*[^{};\n]{1,120}\}|"
    r"[{,\[]\s?\"[\w@ -]{1,40}\" ?:\s*(?:\"[^\"\n]*\"|-?\d[\d.]*|true|false|null|[\[{])\s*[{,\[]\s*\"[\w@ -]{1,40}\"\s*:\s*(?:\"|-?\d|true|false|null|[\[{])"
)
# One of these beside a block of code is more of it.
_MORE = (
    r"(?i)^\s*(?:[\s{}()\[\];,]+|(?:\}|\]|\)).{0,200}[;{})]|//.{0,200}|/\*.{0,300}\*/|[\w$.#\[\]'\"]+\(.{0,300}\);?|[\w$.\[\]'\"-]+ ?[=:] ?.{1,300}[;,{\[(]|"
    r"(?:if|for|while|else|try|catch|return|switch|case|var|let|const|function|import|export)\b.{0,200}[;{})]|\"[\w@-]+\" ?: ?.{1,300}|[.#@][\w-]+.{0,200}[{,]|[a-z-]+ ?: ?[^;]{1,100};)\s*$"
)
_CODE_WORD = r"\S*[=;(){}<>|\[\]\"'$#/:\\&+*@_]\S*|//|(?:var|let|const|function|if|else|return|new|typeof|true|false|null|undefined|window|document|async|push|script|style)\b"
_SENTENCE_END = r"[.!?][\"')\]]*\s+"
# So much of a block is looked at, in characters.
_FAR = 20_000


@rule(
    "leak/script-style-leak",
    summary="JavaScript, style sheet or JSON in the text",
    message="Program code in the text",
    severity="error",
    since="0.1.0",
    delete=True,
    wordings=(Wording("proof", _PROOF, "match"),),
    tags=("code",),
    why="""
Scripts, style rules and data for machines stand between the paragraphs of a page. An
extractor that forgets what they were makes text of them.

One call, object or rule that no prose holds is proof; lines of brackets and assignments
beside such a block go with it, and prose in the same block stays. Articles about code and
blocks of code are left alone.
""",
    examples=(
        marked(
            "scripts of advertising and counting",
            "The vote was close.\n\n⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧\n\nIt rained.\n\n"
            "⟦window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}⟧",
            fixed="The vote was close.\n\nIt rained.",
        ),
        marked(
            "on several lines",
            'The vote was close.\n\n⟦!function(d,s,id){\n⟧⟦var js = d.createElement(s);\n⟧⟦js.src = "//example.org/widget.js";\n⟧⟦}(document, "script");⟧\n\nIt rained.',
        ),
        marked(
            "settings of a page",
            "The vote was close.\n\n⟦pageConfig.type = 'story'; pageConfig.section = 'dairy';⟧\n\nIt rained.\n\n⟦state: { article: { id: 74 } }⟧",
            fixed="The vote was close.\n\nIt rained.",
        ),
        marked(
            "after the last sentence",
            "The vote was close. ⟦googletag.cmd.push(function() { googletag.display('slot-3'); });⟧",
            fixed="The vote was close.",
        ),
        marked(
            "style sheet",
            "<p>The vote was close.</p>⟦<p>.wp-block-quote{margin:0} @media (max-width: 600px){ .lead{color:red} }</p>⟧",
            format="html",
        ),
        marked(
            "data for machines",
            '⟦{"@context":"https://schema.org","@type":"NewsArticle","headline":"Vote"}⟧\n\nThe vote was close.',
        ),
        marked(
            "prose",
            "The function (a dinner; no ties) is at 8. Let it be = a song. The set {1, 2} is finite; the window. Document it.\n\n"
            'She said: "New date (Friday): see you." Var is a French department. The result = close.',
        ),
        marked(
            "an article about scripts",
            "In JavaScript a function() { return 1; } is a value, and web browsers run window.alert() at once.",
        ),
        marked("code", "The vote was close.\n\n    var a = document.body;\n", format="markdown"),
    ),
)
def script_style_leak(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the code."""
    whole: dict[int, Span] = {}
    for block in said.blocks:
        text = plain_text(document)[block.start : block.end]
        if block.role != "code" and said.holds("proof", block, text[:_FAR]) and (span := _code(text)):
            whole[block.index] = span.shift(block.start)
    if not whole or about_code(document):
        return
    for place, block in enumerate(document.body):
        if block.index in whole:
            # Lines before and after it that look like more of the same.
            for step in (-1, 1):
                _spread(document, place, step, whole)
    yield from (Hit(span) for span in whole.values())


def _spread(document: Document, place: int, step: int, whole: dict[int, Span]) -> None:
    body: tuple[Block, ...] = document.body
    at = place + step
    while 0 <= at < len(body):
        block = body[at]
        if (
            block.index in whole
            or not re.search(_MORE, plain_text(document)[block.start : block.end])
            or block.role == "code"
        ):
            return
        whole[block.index] = block.span
        at += step


def _code(text: str) -> Span | None:
    """The part of a block that is code, or None."""
    matches = [match.span() for match in re.finditer(_PROOF, text[:_FAR], re.IGNORECASE)]
    if not matches:
        return None
    first, last = matches[0][0], matches[-1][1]
    # Prose before it ends with a sentence; prose after it begins like one.
    start = 0
    for match in re.finditer(_SENTENCE_END, text[:first]):
        if _is_prose(text[: match.end()]):
            start = match.end()
    end = len(text)
    for match in re.finditer(r"[;})>]\s+(?=[A-Z\"'(][a-z]+ )", text[last - 1 :]):
        if _is_prose(text[last - 1 + match.end() :]):
            end = last - 1 + match.end()
            break
    part = text[start:end].rstrip()
    return None if _is_prose(part) else Span(start, start + len(part))


def _is_prose(text: str) -> bool:
    """Whether most words of a text are plain words."""
    words = text.split()
    plain = sum(1 for word in words if not re.match(_CODE_WORD, word))
    return len(words) >= 3 and plain > 0.6 * len(words)
