"""HTML tags, found as the WHATWG tokenizer finds them, with one regular expression.

Every piece of the pattern is possessive or starts with a character the piece
before cannot hold, so the time is linear on any input: unclosed comments,
quotes, tags and raw-text elements run to the end of the file once.
"""

from __future__ import annotations

import re

from .charref import decode

# An equals sign that no attribute name stands before starts a name itself, as the standard says.
_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)?"""
_ATTRIBUTE_NAME = r"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
_ATTRIBUTES = rf"(?:[ \t\n\r\f/]++|{_ATTRIBUTE_NAME}(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+{_VALUE})?)*+"
_RAW_TEXT = "script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext"

TAG = re.compile(
    r"(?P<tag><(?:"
    # Raw text: everything up to the matching end tag belongs to the start tag's match.
    # (The look at one letter saves most tags the list of names.)
    rf"(?=[sStTxXiInNpP])(?P<raw>(?i:{_RAW_TEXT}))(?=[ \t\n\r\f/>]){_ATTRIBUTES}"
    r"(?:>(?P<content>[^<]*+(?:<(?!/(?i:(?P=raw))[ \t\n\r\f/>])[^<]*+)*+)|\Z)"
    rf"|(?P<name>/?[a-zA-Z][^ \t\n\r\f/>]*+){_ATTRIBUTES}(?:>|\Z)"
    r"|!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
    r"|[!?][^>]*+(?:>|\Z)"
    r"|/(?:>|[^a-zA-Z>][^>]*+(?:>|\Z))"
    r"))"
)
"""One tag, comment, declaration or raw-text element: group `tag`, the whole match.

Splitting a source by it gives text, tag, raw, content, name, text, tag ...: the
fastest way through a page. Group `name` is the tag's name with a leading slash
for an end tag; `raw` the name of a raw-text element, whose `content` then runs
to its end tag. A CDATA section is a comment up to the first ">", as everywhere
outside SVG and MathML, whose text nobody is shown.
"""

_TAG_NAME = re.compile(r"<[^ \t\n\r\f/>]*+")
_ATTRIBUTE = re.compile(
    rf"({_ATTRIBUTE_NAME})"
    r"""(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^ \t\n\r\f>"'][^ \t\n\r\f>]*+)|))?"""
)


def _inside(source: str, start: int, end: int) -> tuple[int, int]:
    """Where the attributes of the tag at source[start:end] start and end."""
    name = _TAG_NAME.match(source, start, end)
    return name.end() if name else start, end - 1 if source[end - 1] == ">" else end


def values(tag: str) -> dict[str, str]:
    """The decoded attribute values of one tag by lower-case name: `attributes` without the places, and faster."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag, *_inside(tag, 0, len(tag))):
        value = double or single or bare
        found.setdefault(name.lower(), decode(value, attribute=True) if "&" in value else value)
    return found


def attributes(source: str, start: int = 0, end: int | None = None) -> dict[str, tuple[str, int, int]]:
    """The attributes of the tag at source[start:end] (by default all of it), by lower-case name.

    Each is (decoded value, start, end), the offsets being those of the raw
    value in the source; the first of two equal names wins.
    """
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(source, *_inside(source, start, len(source) if end is None else end)):
        name = match[1].lower()
        if name not in found:
            group = match.lastindex or 1
            begin, finish = match.span(group)
            found[name] = (decode(match[group], attribute=True), begin, finish) if group > 1 else ("", finish, finish)
    return found
