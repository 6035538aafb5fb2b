"""HTML tags, comments and attributes that readers can see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..codetalk import about_code, inside_code, shows_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_NAMES = (
    r"(?:a|abbr|address|amp-[a-z-]+|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|"
    r"details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    r"ins|label|li|link|main|meta|nav|noscript|object|ol|option|p|picture|pre|s|script|section|select|small|source|span|"
    r"strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|u|ul|video|path|"
    r"o:p|v:shape|w:[a-z]+)"
)
_ATTRIBUTE = (
    r"(?:accesskey|align|alt|aria-[a-z-]+|bgcolor|border|cellpadding|cellspacing|charset|class|color|content|"
    r"data-[a-z-]+|dir|face|frameborder|height|href|hreflang|id|itemprop|lang|loading|name|onclick|rel|role|rowspan|colspan|"
    r"size|sizes|src|srcset|style|target|title|type|valign|width)=(?:\"[^\"<>\n]{0,400}\"|'[^'<>\n]{0,400}')"
)
# A tag, a comment, a tag with escaped brackets, the rest of a tag whose start is gone, the start of one whose end is.
_MARKUP = (
    rf"(?i)<!--.{{0,600}}?-->|<!--\[if [^\n]{{0,200}}|<!doctype\b[^<>\n]{{0,200}}>|<!\[(?:CDATA\[|endif\])-{{0,2}}>?"
    rf"|</?{_NAMES}(?:\s[^<>\n]{{0,1500}})?\s*/?>"
    rf"|&lt;/?{_NAMES}(?:\s(?:(?!&[lg]t;)[^\n]){{0,1500}})?\s*/?&gt;|&lt;!--.{{0,600}}?--&gt;"
    rf"|(?<![\w<])(?:{_ATTRIBUTE}\s*){{1,20}}/?>"
    rf"|<{_NAMES}\s+(?:{_ATTRIBUTE}\s*){{1,20}}\Z"
)
_HINT = r"(?i)<abbr title=\"\"|<acronym title=\"\"|<q cite=\"\""


@rule(
    "leak/visible-html",
    summary="HTML that readers can see",
    message="HTML shown as text",
    severity="error",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=(
        "</",
        "/>",
        "<!",
        '">',
        "'>",
        '="',
        "&lt;",
        *(
            f"<{name}>"
            for name in "a p b i s u br em hr li ul ol dl dt dd tr td th div h1 h2 h3 h4 h5 h6 pre sup sub nav html head body main span small strong center figure figcaption section article header footer aside table tbody blockquote cite code del ins big strike font script style noscript iframe form label button picture video".split()
        ),
    ),
    tags=("code",),
    why="""
Markup that was escaped twice, or cut from its tag, is shown instead of obeyed.

A tag counts by its name, an attribute by its name and its quoted value before a bracket.
Articles about the web show such things on purpose: where an article speaks about code or
markup (two words of the trade in it, or one beside the tag), where tags stand in quotation
marks or in code, nothing is reported.
""",
    examples=(
        marked(
            "tags in a sentence, joined where they touch",
            'The vote ⟦<strong>⟧was close⟦</strong>⟧ again.⟦<br /><br />⟧\n\n⟦<p style="text-align: center;">⟧It rained.',
            fixed="The vote was close again.\n\nIt rained.",
        ),
        marked(
            "comments of editors and programs",
            "⟦<!-- wp:paragraph -->⟧\n\nThe vote was close.\n\n⟦<!--more-->⟧\n\n⟦<!--[if gte mso 9]>⟧",
            fixed="The vote was close.",
        ),
        marked("escaped twice in HTML", "<p>The vote ⟦&lt;em&gt;⟧was⟦&lt;/em&gt;⟧ close.</p>", format="html"),
        marked(
            "escaped in text", "⟦&lt;p&gt;⟧Die Abstimmung war knapp.⟦&lt;/p&gt;⟧", fixed="Die Abstimmung war knapp."
        ),
        marked(
            "the rest of a tag and the start of one",
            '⟦style="color:#333" class=\'lead\'>⟧The vote was close.\n\nIt rained.⟦<img src="https://example.org/a.jpg" width="1"⟧',
        ),
        marked(
            "an article about markup",
            "The first web pages were written by hand. A <p> was opened and never closed.\n\n"
            "Browsers learned to guess when they met </div> or <br />.",
        ),
        marked("in quotation marks and in code", 'He typed "<b>" twice.\n\nThe key is `<b>`.\n', format="markdown"),
        marked("no markup", "Write to Ada <ada@example.org>. If a<b and b>c, then <3 is a heart, and 4 < 5 > 3."),
    ),
)
def visible_html(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the tags."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        spans: list[Span] = []
        for start, end in (match.span() for match in re.compile(_MARKUP).finditer(text)):
            end = start + len(text[start:end].rstrip())
            if spans and not text[spans[-1].end : start].strip():
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
        if not spans or re.search(_HINT, text) or about_code(document) or shows_code(text):
            continue
        for span in spans:
            quoted = text[span.start - 1 : span.start] in ("'", '"') and text[span.end : span.end + 1] in ("'", '"')
            if not (quoted and span.start) and not inside_code(document, span.shift(block.start)):
                yield Hit(span.shift(block.start))
