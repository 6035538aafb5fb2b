"""Whether an article is about code or markup, and so may show some."""

from __future__ import annotations

import re

from ..document.model import Document
from ..span import Span

# What people say who write about code. Words of code itself are left out, since a leak
# brings them along, and so is what every reader knows ("website", "app", "online", "software").
_TOPIC = (
    r"(?i)\b(?:html5?|xhtml|xml|css|java ?script|typescript|python|php|perl|ruby on rails|(?:my|postgre|ms|no)?sql|databases?|yaml|json|nginx|ansible|docker|kubernetes|kubectl|linux|ubuntu|openssl|config(?:uration)? files?|regex(?:es|p)?|latex|markdown|"
    r"bb ?code|wordpress|joomla|drupal|typo3|jinja2?|django|twig|mustache|handlebars|liquid template|jquery|"
    r"web ?pages?|web ?browsers?|browsers?|markup|(?:source|sample|example|sample) code|code (?:block|sample|example|snippet)s?|"
    r"snippets?|short ?codes?|stylesheets?|syntax|parsers?|compilers?|curly (?:brackets|braces)|square brackets|"
    r"angle brackets|template (?:languages?|engines?|tags?|variables?)|templating|placeholders?|"
    r"web (?:developers?|development|designers?|standards?)|programmers?|programming|coders?|front-?end|back-?end|plug-?ins?|"
    r"github|api|command line|terminal window|functions? calls?|for loops?|booleans?|strings?|null values?|"
    r"(?:html|closing|opening|script|meta|heading|paragraph|template) tags?|"
    r"webseiten?|quell(?:code|text)|vorlagensprache|platzhalter|programmier\w+|entwickler|navigateurs?|d[ée]veloppeurs?|"
    r"programaci[oó]n|desarrolladores|navegador(?:es)?|programmazione|sviluppatori|программист\w*|разработчик\w*|браузер\w*)\b"
)
# What must not count: code itself, and the notices about scripts that pages leave behind.
_CODE = r"<[^<>\n]{1,400}>|\{[^{}\n]{0,400}\}|\[[^\[\]\n]{1,300}\]|https?://\S+|\S*[_=;(){}<>]\S*"
_NOTICE = r"(?i)(?:enable|activat|turn on|disabled?|aktivier|activer|habilit|abilit|attiva|activa)\w* (?:\w+ ){0,3}java ?script|\bjava ?script (?:is|ist|est|está)\b"
_ENOUGH = 2


def about_code(document: Document) -> bool:
    """Whether the article speaks about code or markup, so that what looks like a leak may be its subject.

    True when it has blocks of code, or uses two different words of the trade.
    """
    return document.remember("about code", lambda: _about_code(document))  # type: ignore[no-any-return]


def shows_code(text: str) -> bool:
    """Whether a piece of text speaks about code."""
    return bool(_words(text))


def _about_code(document: Document) -> bool:
    said: set[str] = set()
    for block in document.body:
        if block.role == "code":
            return True
        said |= _words(document.block_text(block))
        if len(said) >= _ENOUGH:
            return True
    return False


def _words(text: str) -> set[str]:
    if re.search(_NOTICE, text):
        return set()
    bare = re.sub(_CODE, " ", text)
    return {match[0].lower().rstrip("s").replace(" ", "") for match in re.finditer(_TOPIC, bare)}


def inside_code(document: Document, span: Span) -> bool:
    """Whether a span stands in inline code: between backticks, or in an element for code."""
    start = document.source_span(span).start
    if document.format == "html":
        before = document.source[max(0, start - 3000) : start].lower()
        return any(before.rfind(f"<{tag}") > before.rfind(f"</{tag}") for tag in ("code", "kbd", "samp", "tt>"))
    line = document.source[document.source.rfind("\n", 0, start) + 1 : start]
    return line.count("`") % 2 == 1
