"""The facts of an HTML page, read from its tags: title, meta, link, time and JSON-LD."""

from __future__ import annotations

import re

from ..span import Span
from .charref import decode
from .markup import TAG, attributes
from .meta import Field, Meta, heading_field
from .model import Document
from .sourcemap import collapse

# Names in <meta name=...> and <meta property=...>, best first for each field.
_META_NAMES = {
    "og:title": "og_title",
    "twitter:title": "twitter_title",
    "description": "description",
    "og:description": "description",
    "twitter:description": "description",
    "og:site_name": "site_name",
    "content-language": "language",
    "og:locale": "language",
    "og:url": "url",
    "author": "byline",
    "article:author": "byline",
    "article:published_time": "published",
    "date": "published",
    "article:modified_time": "modified",
}

_JSON_STRING = r'"((?:[^"\\]|\\.)*+)"'
_JSON_FIELDS = {
    "headline": re.compile(r'"headline"\s*+:\s*+' + _JSON_STRING),
    "byline": re.compile(
        r'"author"\s*+:\s*+(?:[\[{]\s*+)*+(?:"(?:@type|@id|url)"\s*+:\s*+"[^"]*+"\s*+,\s*+)*+(?:"name"\s*+:\s*+)?+'
        + _JSON_STRING
    ),
    "published": re.compile(r'"datePublished"\s*+:\s*+' + _JSON_STRING),
    "modified": re.compile(r'"dateModified"\s*+:\s*+' + _JSON_STRING),
}

# Where facts stand, and what only looks like them: comments and raw text are passed over whole.
_WANTED = re.compile(
    r"<(?=(?:meta|link|html|title|time|script|style|textarea|xmp|iframe|noembed|noframes|plaintext)[\s>/]|!--)",
    re.IGNORECASE,
)


def _json_text(raw: str) -> str:
    import json

    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def read_html_meta(document: Document) -> Meta:
    """Read the facts from the tags of an HTML source."""
    source = document.source
    found: dict[str, Field] = {}

    def put(name: str, value: str, start: int, end: int) -> None:
        value = collapse(value)
        if value and name not in found:
            found[name] = Field(value, Span(start, end))

    end = 0
    while hint := _WANTED.search(source, end):
        match = TAG.match(source, hint.start())
        if match is None:
            end = hint.end()
            continue
        start, end = match.span()
        raw = (match["raw"] or "").lower()
        name = (match["name"] or "").lower()
        if raw == "title":
            put("title", decode(match["content"] or ""), *match.span("content"))
        elif raw == "script":
            body = match["content"] or ""
            if "ld+json" in source[start : match.start("content")].lower():
                for key, pattern in _JSON_FIELDS.items():
                    if hit := pattern.search(body):
                        base = match.start("content")
                        put(key, _json_text(hit[1]), base + hit.start(1), base + hit.end(1))
        elif name == "html":
            if lang := attributes(source, start, end).get("lang"):
                put("language", *lang)
        elif name == "link":
            given = attributes(source, start, end)
            if given.get("rel", ("", 0, 0))[0].lower() == "canonical" and "href" in given:
                put("url", *given["href"])
        elif name == "meta":
            given = attributes(source, start, end)
            key = (given.get("property") or given.get("name") or given.get("http-equiv") or ("", 0, 0))[0].lower()
            if key in _META_NAMES and "content" in given:
                put(_META_NAMES[key], *given["content"])
        elif name == "time":
            given = attributes(source, start, end)
            if "datetime" in given:
                put("published", *given["datetime"])
    if heading := heading_field(document):
        found["h1"] = heading
    return Meta(**found)
