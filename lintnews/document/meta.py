"""What a page says about itself: title, headline, byline, dates, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..span import Span

if TYPE_CHECKING:
    from .model import Block, Document


class Field(NamedTuple):
    """One stated fact: its decoded text with white space collapsed, and its span in the source."""

    value: str
    span: Span


class Meta(NamedTuple):
    """The facts a document states about itself; None where it says nothing.

    `title` is the title element's or the front matter's, `h1` the first heading
    of level 1, `og_title` and `twitter_title` the social cards', `headline`
    the JSON-LD headline, `description` the meta or social description, `url`
    the canonical address. Dates are as written.
    """

    title: Field | None = None
    h1: Field | None = None
    og_title: Field | None = None
    twitter_title: Field | None = None
    headline: Field | None = None
    description: Field | None = None
    site_name: Field | None = None
    language: Field | None = None
    url: Field | None = None
    byline: Field | None = None
    published: Field | None = None
    modified: Field | None = None

    @property
    def headlines(self) -> tuple[Field, ...]:
        """Every field that holds the article's headline, the most trusted first."""
        fields = (self.h1, self.headline, self.og_title, self.twitter_title, self.title)
        return tuple(field for field in fields if field and field.value)


def first_heading(document: Document) -> Block | None:
    """The first heading of level 1 the reader sees, or None."""
    for block in document.blocks:
        if block.role == "heading" and block.level == 1 and block.region != "hidden":
            return block
    return None


def heading_field(document: Document) -> Field | None:
    """The first heading of level 1 as a field."""
    block = first_heading(document)
    return Field(document.block_text(block), document.source_span(block.span)) if block else None
