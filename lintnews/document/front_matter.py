"""The front matter of a Markdown file: its entries as facts, each with the place of its value.

Plain and quoted values, lists on one line and YAML block texts are read; what is nested
deeper says nothing about the article.
"""

from __future__ import annotations

import re

from ..span import Span
from .meta import Field, Meta, heading_field
from .model import Document
from .sourcemap import collapse

# From the first line to a line that closes it. Dashes are also a rule, so the
# line after them has to look like a key.
_END = r"(?:\r\n?|\n|\Z)"
FRONT_MATTER = re.compile(
    r"\ufeff?(?:---[ \t]*+(?:\r\n?|\n)(?=(?:#[^\r\n]*+[\r\n]++)*+[\"']?[\w.-][\w .-]*+[\"']?:[ \t\r\n])"
    rf"(?:(?!(?:---|\.\.\.)[ \t]*+{_END})[^\r\n]*+(?:\r\n?|\n))*+(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*+(?:\r\n?|\n)(?=(?:#[^\r\n]*+[\r\n]++)*+(?:\[|[\"']?[\w.-]++[\"']?[ \t]*+=))"
    rf"(?:(?!\+\+\+[ \t]*+{_END})[^\r\n]*+(?:\r\n?|\n))*+\+\+\+)[ \t]*+{_END}"
)

# One entry at the top level. What follows a line that starts with "[" belongs to
# a TOML table.
_DONE = r"(?=[ \t]*+(?:#|[\r\n]|\Z))"
_ENTRY = re.compile(
    r"(?<=[\r\n])(?:(?P<table>\[)|[\"']?(?P<key>[\w-]++)[\"']?[ \t]*+[:=](?:[ \t]++|(?=[\"'\[]))(?:"
    rf"\"(?P<double>(?:[^\"\\]|\\.)*+)\"{_DONE}"
    rf"|'(?P<single>(?:[^']|'')*+)'{_DONE}"
    rf"|\[(?P<list>[^\[\]\r\n]*+)\]{_DONE}"
    r"|[>|][-+0-9]*+[ \t]*+(?:\r\n?|\n)(?P<folded>(?:[ \t]++[^\r\n]*+(?:\r\n?|\n)|\r\n?|\n)*+)"
    r"|(?P<plain>[^ \t\r\n#](?:[^ \t\r\n#]|[ \t]++(?![ \t\r\n#]|\Z)|(?<![ \t])#)*+)))"
)
_KEYS = {
    "title": "title",
    "description": "description",
    "author": "byline",
    "authors": "byline",
    "date": "published",
    "updated": "modified",
    "lastmod": "modified",
    "lang": "language",
    "language": "language",
    "url": "url",
    "canonical_url": "url",
}


def read_front_matter(document: Document) -> Meta:
    """Read the facts from the front matter, and the first heading."""
    found: dict[str, Field] = {}
    front = FRONT_MATTER.match(document.source)
    for entry in _ENTRY.finditer(document.source, 0, front.end() if front else 0):
        kind, raw = entry.lastgroup or "", entry[entry.lastgroup or 0]
        if kind == "table":
            break
        name = _KEYS.get(entry["key"].lower())
        value = collapse(_scalar(kind, raw)) if name else ""
        if name and value:
            start = entry.start(kind) + len(raw) - len(raw.lstrip())
            found.setdefault(name, Field(value, Span(start, start + len(raw.strip()))))
    if heading := heading_field(document):
        found["h1"] = heading
    return Meta(**found)


def front_list(source: str, key: str) -> tuple[list[tuple[str, Span]], Span] | None:
    """The words of a list at the top level of the front matter, each with its place, and the place of the whole entry.

    Read as YAML and TOML write lists: in brackets, or one a line behind dashes;
    a single word is a list of one. None when there is no such entry.
    """
    front = FRONT_MATTER.match(source) if key in source else None
    if front is None:
        return None
    entry = re.compile(
        rf"(?<=[\r\n])(?:(?P<table>\[)|[\"']?{re.escape(key)}[\"']?[ \t]*+[:=](?P<value>[ \t]*+\[[^\]]*+\]|"
        r"[^\r\n]*+(?:(?:\r\n?|\n)(?:[ \t]*+-[ \t]|[ \t]++\S)[^\r\n]*+)*+))"
    )
    for match in entry.finditer(source, 0, front.end()):
        if match["table"]:
            return None
        words = re.compile(r"#[^\r\n]*+|(?P<word>[^\s,\[\]\"'#][^\s,\[\]\"']*+)")
        found = [
            (word["word"], Span(*word.span()))
            for word in words.finditer(source, *match.span("value"))
            if word["word"] not in (None, "-")
        ]
        return found, Span(match.start(), match.start() + len(match[0].rstrip()))
    return None


def _scalar(kind: str, raw: str) -> str:
    """What a value of the front matter says, by the way it is written."""
    if kind == "double" and "\\" in raw:
        import json

        try:
            return str(json.loads(f'"{raw}"', strict=False))
        except ValueError:
            return raw  # YAML has more escapes than JSON
    if kind == "single":
        return raw.replace("''", "'")
    if kind == "list":
        return ", ".join(item.strip(" \t\"'") for item in raw.split(","))
    return raw
