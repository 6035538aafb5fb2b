"""Page furniture by its markup: what the attributes of an element say about its place."""

from __future__ import annotations

import re

from .markup import values
from .model import Region

_MAY_HIDE = re.compile(r"""[\s"'/]hidden[\s=/>]|isplay\s*+:\s*+none|isibility\s*+:\s*+hidden""")
_HIDING_STYLE = re.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")

# Class and id words, and ARIA roles, that themes and site builders use for the
# parts of a page. Whole words only: "nav-tabs-content" says nothing.
_REGIONS: dict[str, Region] = {
    **dict.fromkeys(
        (
            "comments comment-list commentlist comments-area comments-section comment-section comments-wrapper "
            "comments-container respond comment-respond comment-form commentform disqus_thread disqus-thread "
            "fb-comments kommentare comentarios commentaires commenti reacties komentarze"
        ).split(),
        "comments",
    ),
    **dict.fromkeys(
        (
            "nav navbar navigation menu main-menu main-nav site-nav site-navigation main-navigation primary-menu "
            "primary-nav secondary-menu topnav top-nav top-menu mobile-menu offcanvas breadcrumb breadcrumbs "
            "pagination post-navigation posts-navigation nav-links menubar skip-link"
        ).split(),
        "navigation",
    ),
    **dict.fromkeys(
        (
            "footer site-footer page-footer main-footer global-footer footer-widgets footer-wrapper colophon "
            "contentinfo"
        ).split(),
        "footer",
    ),
    **dict.fromkeys(
        ["site-header", "page-header", "main-header", "global-header", "masthead", "topbar", "top-bar", "banner"],
        "header",
    ),
    **dict.fromkeys(
        (
            "sidebar sidebar-primary sidebar-secondary main-sidebar right-sidebar left-sidebar side-bar "
            "widget-area widget widgets complementary search dialog alertdialog"
        ).split(),
        "aside",
    ),
    **dict.fromkeys(
        (
            "articlebody articleBody article-body article-content article__body article__content article-text "
            "entry-content post-content post-body story-body main"
        ).split(),
        "article",
    ),
}


def hides(tag: str) -> bool:
    """Whether a start tag hides its element by attribute or inline style."""
    if ("hidden" not in tag and "isplay" not in tag) or not _MAY_HIDE.search(tag):
        return False
    found = values(tag)
    return "hidden" in found or ("style" in found and _HIDING_STYLE.search(found["style"]) is not None)


def region_of(tag: str) -> Region:
    """The region that a start tag's role, id and class words name, or "".

    `tag` is the whole tag as it stands in the source. The region of the ARIA
    role goes before the id's and the classes'.
    """
    if tag.count("=") == tag.count('="'):
        words = " ".join(tag.split('"')[1::2]).split()
    else:
        words = tag.replace('"', " ").replace("'", " ").replace("=", " ").replace(">", " ").split()
    if _REGIONS.keys().isdisjoint(words):
        return ""
    found = values(tag)
    for name in ("role", "itemprop", "id", "class"):
        for word in found.get(name, "").lower().split():
            if word in _REGIONS and not (name == "class" and word in ("banner", "main", "search", "dialog")):
                return _REGIONS[word]
    return ""


def is_live_comments(controls: int, blocks: int) -> bool:
    """Whether a comment area is in use: it has form fields, or readers wrote there.

    `controls` counts the form fields inside, `blocks` the blocks of text. More
    than six are more than the strings of an empty form, so somebody's words are
    among them.
    """
    return controls > 0 or blocks > 6
