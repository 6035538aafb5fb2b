"""Articles as documents: readers for HTML, plain text and Markdown."""

from __future__ import annotations

from .model import Document, Format, Scope

FORMATS: tuple[Format, ...] = ("text", "html", "markdown")
"""The formats that can be read."""

SUFFIXES: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""File name endings (lower case) and the format they stand for."""


def parse(source: str, format: Format, scope: Scope = "article") -> Document:
    """Read an article from its decoded source. Never fails: any text is some document."""
    if format == "html":
        from .html import parse as read
    elif format == "markdown":
        from .markdown import parse as read
    else:
        from .text import parse as read
    return in_scope(read(source), scope)


def in_scope(document: Document, scope: Scope) -> Document:
    """The same document, with rules looking at the article alone or at the whole page."""
    if scope == document.scope:
        return document
    from dataclasses import replace

    return replace(document, scope=scope, _lazy={})
