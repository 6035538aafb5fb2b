"""A part of a configuration that depends on the article."""

from __future__ import annotations

from typing import NamedTuple

from ..document.model import Document
from .settings import Policy


class Case(NamedTuple):
    """A policy for the articles of some sites, or in some languages, or both; neither: for every article.

    `sites` are the ends of host names, `languages` ISO 639-1 codes.
    """

    policy: Policy
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def holds(self, document: Document) -> bool:
        """Whether a document is such an article; one too short to tell its language is in none."""
        if self.sites:
            from ..rules.sight import on_site

            if not on_site(document, self.sites):
                return False
        if self.languages:
            from ..document.language import language

            return language(document) in self.languages
        return True
