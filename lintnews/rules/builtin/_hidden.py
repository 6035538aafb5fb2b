"""Elements that their own tags hide."""

from __future__ import annotations

from collections.abc import Iterator

from ...document.markup import TAG
from ...document.model import Document
from ...span import Span
from ..links import area

# Styles that nobody sees the words of: for whoever reads the source, and for search engines.
OFF_SCREEN = r"(?i)(?<![\w-])(?:left|right|top|bottom|margin-left|margin-top)\s*:\s*-\s*\d{3,}|font-size\s*:\s*0(?:\.0\d*)?(?:px|em|rem|pt|%)?\s*(?:[;!]|\Z)"
UNSEEN = (
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0\d*)?\s*(?:[;!]|\Z)|text-indent\s*:\s*-\s*\d{3,}|"
    r"(?<![\w-])height\s*:\s*[01](?:px)?\s*;.*overflow\s*:\s*hidden|overflow\s*:\s*hidden.*;\s*height\s*:\s*[01](?:px)?\s*(?:[;!]|\Z)"
)
# What such a style, or the attribute that hides, holds.
SIGNS = ("-", "none", "hidden", "size:0", "size: 0", "opacity:0", "opacity: 0")


def hiding_tags(document: Document) -> Iterator[Span]:
    """The start tags in and around the article that may hide their element, none inside another."""
    source = document.source
    done, end = area(document)
    for word in ("style", "STYLE", " hidden"):
        at = source.find(word, done, end)
        while at >= 0:
            step = at + len(word)
            part = source[at : at + 300].partition(">")[0].lower()
            if any(sign in part for sign in SIGNS):
                start = source.rfind("<", max(0, at - 1000), at)
                tag = TAG.match(source, start) if start >= 0 else None
                if (
                    tag
                    and tag["name"]
                    and tag.end() > at
                    and tag["name"].lower() not in ("body", "html", "img", "input")
                ):
                    yield Span(*tag.span())
                    step = tag.end()
            at = source.find(word, step, end)
