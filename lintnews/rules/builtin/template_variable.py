"""Variables of a template that were never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code, inside_code, shows_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,40}"
# Marks of template languages and mail programs around a name or a statement.
_SLOT = (
    r"\{\{\{?[#/^>&!~*=-]?[^{}\n]{0,200}\}\}\}?|\{%-?\s?[a-z]\w*[^{}\n]{0,200}-?%\}|\{!!\s?[^{}\n]{1,100}\s?!!\}|\{#\s[^{}\n]{1,200}\s#\}"
    r"|[$#@]\{[A-Za-z_][^{}\n]{0,100}\}|<%[=@:#-]?\s?[^<>\n]{1,300}%>|<\?(?:php\b|=)[^<>\n]{0,300}\?>|\[%=?\s[^\]\n]{1,100}\s%\]"
    rf"|%%{_NAME}%%|(?<![\w%])%[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+%(?![\w%])|%(?:title|sitename|sitedesc|sep|excerpt|author|date|category|"
    r"[a-z]{2,20}(?:_[a-z]{2,20}){1,3}|site_\w{1,20}|page_\w{1,20}|first_?name|last_?name|name|url|link|headline|summary|TITLE|AUTHOR|DATE|NAME|URL|HEADLINE)%"
    r"|(?<!\w)_{2,3}[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*_{2,3}(?!\w)|\[\[[A-Z][A-Z0-9]*(?:[_ ][A-Z0-9]+)*\]\]|\[[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\]"
    r"|\*\|[A-Z][A-Z0-9:_-]{1,40}\|\*|(?:@@|##)[A-Z][A-Z0-9_]{2,40}(?:@@|##)|%\([a-z_]{2,30}\)[sd]"
    rf"|\{{\$?{_NAME}(?:->{_NAME})+\}}|\{{\${_NAME}(?:[.|]{_NAME})*\}}|<tmpl_\w+[^<>\n]{{0,80}}>"
)
# In single braces only what cannot be a set: a name with a joint in it, or one that every template uses.
_BRACES = (
    r"(?<![\w\\^_}=$#@{\])])\{(?:[a-z]+(?:[_.][a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|[A-Z]{2,}(?:_[A-Z0-9]+)+|title|headline|author|date|name|"
    r"firstname|lastname|count|number|seektime|total|url|link|site|sitename|category|username|email|image|caption|byline|"
    r"description|excerpt|summary|content|city|country|price|year|month|0)\}(?!\})"
)
_DOLLAR = rf"(?<![\w$\\])\$(?:[a-z]+(?:_[a-z0-9]+)+|{_NAME}->\w+(?:->\w+)*|(?:this|post|page|article|item|author|site|entry)\.\w+(?:\.\w+)*|(?:title|headline|byline|author|content|body|excerpt|summary|post|article)(?![\w.]*\w))|(?<!\w)@(?:Model|ViewBag|Html|item|post|article|page)\.[A-Za-z]\w+"
_PRINTF = r"(?<![\w%.,])%(?:\d\$)?[sd](?![\w%])"
# Lines of widgets whose slots stayed empty: they can go without a look.
_WIDGET = (
    r"(?i)(?:%[sd] (?:bloggers? like this|bloggern gefällt das|blogger menyukai ini|blogueurs? aiment? cela|blogueros les gusta esto|"
    r"bloggers vinden dit leuk|blogerów lubi to|blogueiros gostam disto|blogger hanno fatto clic su mi piace per questo)"
    r"|(?:connecting to|verbinde mit|connexion à|conectando a|conectando com|connessione a|verbinden met|łączenie z) %[sd])\W*"
)
# "$Headline": the sign of a variable before the value that replaced its name.
_SIGN = r"\$[A-Z][a-z]+(?:'s)?(?: [\w'\"(][^\n]*)?"
_MONEY = r"(?i)\b(?:coins?|tokens?|crypto\w*|tickers?|memecoins?|blockchain|shares|stocks?|dollars?|rapper|hip-?hop)\b"
_LATEX = r"\\(?:text|frac|sum|alpha|beta|begin|left|mathbb|mathcal|cdot|leq|quad|sqrt|in)\b"


@rule(
    "leak/template-variable",
    summary="Variable of a template that was not filled in",
    message="Template variable left unfilled",
    severity="error",
    since="0.1.0",
    repairs=True,
    literals=(
        "{{",
        "}}",
        "{%",
        "%}",
        "${",
        "#{",
        "@{",
        "<%",
        "<?",
        "[%",
        "%%",
        "_%",
        "@model.",
        "@viewbag.",
        "@html.",
        "@item.",
        "@post.",
        "@article.",
        "@page.",
        "%title",
        "%site",
        "%sep",
        "%excerpt",
        "%author",
        "%date",
        "%category",
        "%post",
        "%page",
        "%first",
        "%last",
        "%name",
        "%url",
        "%link",
        "%headline",
        "%summary",
        "__",
        "[[",
        "_",
        "*|",
        "@@",
        "##",
        "%(",
        "{",
        "$",
        "%s",
        "%d",
        "%1$",
        "{!",
        "->",
        "<tmpl",
    ),
    tags=("code", "template"),
    why="""
The template was published, or a field had no value. Readers see the name of the slot.

Double braces, percent tags and their kin count anywhere. Single braces need a name with a
joint in it or one that every template uses, %s and %d the shape of a short label, and a
dollar sign before a headline a block of its own in an article that is not about money of
that name. Silent in articles about code, in code, beside mathematics and in quotation marks.
Nothing can be restored; only labels of well-known widgets are taken out.
""",
    examples=(
        marked(
            "mustache, percent tags and a byline",
            "⟦{{title}}⟧\n\nBy ⟦{{ post.author.name }}⟧\n\nThe vote was close. ⟦{% include related.html %}⟧\n\n⟦<%= article.body %>⟧",
        ),
        marked(
            "percent signs, underscores, mail and shell",
            "⟦%%sitename%%⟧\n\n⟦%PUBLISH_DATE%⟧\n\n⟦___NORTH_PAYWALL___⟧\n\nLiebe ⟦*|FNAME|*⟧, vom ⟦${anreise}⟧ an.\n\n⟦[CTA_MODULE] %title%⟧",
        ),
        marked(
            "in single braces",
            "⟦{seektime}⟧ Sekunden zurückspringen\n\nManage ⟦{vendor_count}⟧ vendors\n\nSie sind hier: ⟦{0}⟧",
        ),
        marked(
            "the sign before a headline",
            "The vote was close.\n\n⟦$Bank Sells Its Old Dairy to Islanders⟧\n\nBy ⟦$post->author⟧\n",
        ),
        marked(
            "labels of widgets",
            "The vote was close.\n\n⟦%d bloggers like this:⟧\n\n⟦Verbinde mit %s⟧\n",
            fixed="The vote was close.\n",
        ),
        marked("a label of another widget", "<p>The vote was close.</p><p>Posted ⟦%s⟧ ago by ⟦%s⟧</p>", format="html"),
        marked(
            "an article about templates",
            "Jinja is a template language. Write {{ title }} where the headline should go; {% for %} begins a loop.",
        ),
        marked(
            "money, sets and percentages",
            "$Harbour fell 12 percent after the token was listed\n\nIt cost $500, about 50 %, or $A30. The set {a, b} holds {1, 2}. "
            'On the wall stood "{{name}}".',
        ),
        marked("code", "The vote was close.\n\n    {{ title }}\n\nWrite `{{ title }}`.\n", format="markdown"),
    ),
)
def template_variable(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the slots."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        text = plain_text(document)[block.start : block.end]
        if block.role == "code" or len(text) > 20000:
            continue
        hits = list(_in_block(document, block, text))
        if hits and not about_code(document) and not shows_code(text):
            yield from hits


def _in_block(document: Document, block: Block, text: str) -> Iterator[Hit]:
    if "%" in text and re.fullmatch(_WIDGET, text):
        yield Hit(block.span, repair="")
        return
    if "$" in text and len(text) < 200 and re.fullmatch(_SIGN, text) and text[-1] not in ".!?" and text.count(" ") > 1:
        if not re.search(_MONEY, document.text):
            yield Hit(block.span, ("a dollar sign stands before the headline",))
        return
    found = [match.span() for match in re.compile(_SLOT).finditer(text)]
    if not re.search(_LATEX, text):
        found += [match.span() for match in re.compile(f"{_BRACES}|{_DOLLAR}").finditer(text)]
    if len(text) < 100 and not text.endswith((".", "!", "?")):
        found += [match.span() for match in re.compile(_PRINTF).finditer(text)]
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and (start < spans[-1].end or not text[spans[-1].end : start].strip(" -|/:,·•")):
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    for span in spans:
        quoted = text[: span.start][-1:] in ("'", '"') and text[span.end : span.end + 1] in ("'", '"')
        if not quoted and not inside_code(document, span.shift(block.start)):
            yield Hit(span.shift(block.start))
