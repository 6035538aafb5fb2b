"""Character references that show as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_NAMED = (
    "amp nbsp quot apos hellip rsquo lsquo ldquo rdquo sbquo bdquo laquo raquo ndash mdash middot bull copy reg trade deg euro pound cent yen sect para shy "
    "ensp emsp thinsp zwnj zwj eacute egrave ecirc euml agrave aacute acirc atilde auml aring ccedil iacute icirc iuml ntilde oacute ocirc otilde ouml oslash "
    "uacute ugrave ucirc uuml szlig Auml Ouml Uuml Eacute Aacute iquest iexcl times frac12 frac14 frac34 sup2 sup3 micro plusmn prime lt gt"
).split()
_ONE = r"&(?:amp;)?(?:(?:" + "|".join(_NAMED) + r")|#x?[0-9a-fA-F]{2,6});"
_RUN = rf"(?:{_ONE}\s?)*{_ONE}"

# Whoever writes about markup shows the references.
_SUBJECT = r"(?i)\b(?:html5?|xml|css|entit(?:y|ies)|markup|escap(?:e[sd]?|ing)|javascript|browsers?|rss|entités?|entidad(?:es)?)\b"


@rule(
    "typography/entity-leftover",
    summary="Character reference that shows as it is written",
    message="“{match}” shows as it is written",
    severity="error",
    since="0.1.0",
    repairs=True,
    literals=(
        "&amp;",
        "&#",
        *(f"&{name};" for name in dict.fromkeys(name.lower() for name in _NAMED) if name != "amp"),
    ),
    tags=("typography", "encoding"),
    why="""
A text that was escaped twice, or was HTML and is taken for plain text, shows “&amp;” and
“&#8217;”. The character that was meant takes its place; spaces that do not break become
ordinary ones, soft hyphens go.

Code is let go. In an article that speaks of HTML, browsers or markup a reference counts
only inside a word or name, and not one for a bracket.
""",
    examples=(
        marked(
            "in plain text",
            "The mayor⟦&#8217;⟧s cafe, Farr ⟦&amp;⟧ Sons,⟦&nbsp;⟧has opened⟦&hellip;⟧\n",
            fixed="The mayor’s cafe, Farr & Sons, has opened…\n",
        ),
        marked(
            "escaped twice, in HTML",
            "<p>The mayor⟦&amp;rsquo;⟧s cafe has opened.</p>",
            format="html",
            fixed="<p>The mayor’s cafe has opened.</p>",
        ),
        marked(
            "an article about markup, addresses and real ampersands",
            "When browsers meet &nbsp; they print a space, and &lt;br&gt; is a line break.\n\nFarr & Sons & Co. wrote to "
            "skerry.example/?a=1&copy=2&para=3 about R&D; and that was all.",
        ),
    ),
)
def entity_leftover(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the references."""
    from html import unescape

    about = re.search(_SUBJECT, document.text) is not None
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        for match in re.finditer(_RUN, text):
            inside = text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()
            inside = inside or (
                not about
                and match[0] in ("&amp;", "&amp;amp;")
                and re.search(r"\w ?\Z", text[: match.start()]) is not None
            )
            if about and (not inside or re.search(r"&(?:amp;)?[lg]t;", match[0])):
                continue
            if text[: match.start()].endswith(("'", '"', "`")) and text[match.end() :].startswith(("'", '"', "`")):
                continue
            repair = re.sub(r"\s+", " ", unescape(unescape(match[0]))).replace("\u00ad", "")
            if "<" in repair or (document.format != "text" and "&" in repair):
                yield Hit(Span(*match.span()).shift(block.start))  # it would become markup
            else:
                yield Hit(Span(*match.span()).shift(block.start), repair=repair)
