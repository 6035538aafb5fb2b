"""Links that lead nowhere, or to somebody's own computer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...document.markup import attributes
from ...document.model import Document
from ...finding import Applicability, Edit, Severity
from ...span import Span
from ..codetalk import about_code
from ..define import marked, rule
from ..links import following, host, in_article, is_stored, link, near, tags, unwrap
from ..model import Hit, Selector, Sighting
from . import _addresses

# What makes a link a button of a script: anything but these.
_PLAIN_ATTRIBUTES = frozenset(("href", "target", "rel", "title", "style", "lang", "hreflang", "dir", "_target"))
_ROOT = "names no site, so that a copy leads to the site which shows it"
_NO_PLACE = "leads to a place that the article does not have"
_LEAST_PROSE = 40
_LONGEST = 2000


class _Reason(NamedTuple):
    words: str
    severity: Severity | None = None
    edits: tuple[Edit, ...] = ()
    applicability: Applicability | None = None


@rule(
    "link/broken-link-target",
    summary="Link that leads nowhere",
    message="The link leads nowhere",
    severity="warning",
    since="0.1.0",
    repairs=True,
    applicability="unsafe",
    where=Selector(formats=("html",)),
    tags=("link",),
    why="""
A link to a file of the author's, to a test server, to a template's variable or to an
address with a slip in its first letters works for nobody, and some tell how an office's
computers are called. Links to nothing ("#", empty, javascript:) are what is left of
buttons and of links that were to be filled in.

What no reader can open is a warning. Articles about code may show such addresses, and
stay clean. A link to nothing is a note; in a stored article without scripts, and in the
midst of prose, it is a warning. On a page with scripts only plain ones in prose count,
since anything with a class or a handler may be a button. The site's own paths and
unknown places inside the page are a note in stored articles, which other sites show too.
""",
    examples=(
        marked(
            "an author's file, a test server and a variable",
            '<p>See <a href="⟦file:///C:/Users/una/vote.pdf⟧">the count</a>, <a href="⟦http://localhost:8080/vote⟧">the vote</a>, '
            '<a href="⟦https://{{ site.host }}/vote⟧">the page</a> and <a href=⟦http://www.example.com/⟧>the town</a> on the hill.</p>',
            format="html",
        ),
        marked(
            "slips in the first letters",
            '<p>See <a href="⟦http://https://skerry.example/vote⟧">the vote</a> and <a href="⟦ttps://skerry.example/⟧">the count</a> '
            'or <a href="⟦www.skerry.example/a⟧">the town</a>.</p>',
            format="html",
            fixed='<p>See <a href="https://skerry.example/vote">the vote</a> and <a href="https://skerry.example/">the count</a> '
            'or <a href="https://www.skerry.example/a">the town</a>.</p>',
        ),
        marked(
            "a link that was to be filled in",
            '<p>The vote was close, and <a href="⟦#⟧">the clerk read the count again</a> on the evening.</p>',
            format="html",
            fixed="<p>The vote was close, and the clerk read the count again on the evening.</p>",
        ),
        marked(
            "other places of the page, other schemes, and an article about code",
            '<p>See <a href="#count">the count</a>, <a href="mailto:una@skerry.example">Una</a> and <a href="tel:+4412">the town</a>, '
            'or go <a href="#top">up</a>.</p><h2 id="count">The count</h2><p>Type <a href="http://localhost:8080/">localhost</a> '
            "into the browser once the API answers on the command line.</p>",
            format="html",
        ),
        marked(
            "a button of a script",
            '<script src="a.js"></script><p>The vote was close, and the band has <a href="#" class="more" role="button">moved in</a>.</p>',
            format="html",
        ),
    ),
)
def broken_link_target(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the links."""
    source = document.source
    common: dict[str, list[Span]] = {}
    links = [(tag, source[tag.start : tag.end].lower()) for tag in tags(document, "a")]
    together = "".join([raw for _, raw in links])
    suspect = [word for word in _addresses.SUSPECT if word in together]
    for tag, raw in links:
        if re.search(_addresses.ORDINARY, raw) and not any(word in raw for word in suspect):
            continue
        given = attributes(source, *tag).get("href")
        if given is None:
            continue
        reason = _reason(document, tag, given[0], Span(given[1], given[2]))
        if reason is None or not in_article(document, tag):
            continue
        if reason.words in (_ROOT, _NO_PLACE):
            common.setdefault(reason.words, []).append(Span(given[1], given[2]))
            continue
        place = Span(given[1], given[2]) if given[2] > given[1] else tag
        yield Hit(near(document, tag.end), (reason.words,), severity=reason.severity, place=place, edits=reason.edits)
    for words, places in common.items():
        # Where one is wrong all of the kind are: said once.
        more = f" (so do {len(places) - 1} more)" if len(places) > 1 else ""
        yield Hit(near(document, places[0].end), (words + more,), severity="note", place=places[0])


def _reason(document: Document, tag: Span, raw: str, place: Span) -> _Reason | None:
    """Why a link leads nowhere, or None."""
    url = raw.strip()
    low = url.lower()
    if low in ("", "#") or low.startswith("javascript:") or low in ("#!", "#0", "about:blank"):
        return _nothing(document, tag, url)
    if low.startswith("#") or (low.startswith("/") and not low.startswith("//")):
        return _inside(document, url)
    if re.match(r"(?i)(?:mailto|tel|sms|whatsapp|data|viber|skype|geo|fb-messenger|tg|line):", low):
        return None
    name = host(url)
    if re.match(_addresses.LOCAL_SCHEME, low):
        shown = link(document, tag)
        if (shown and low[:12] in shown[0].lower()) or (not low.startswith("file:") and about_code(document)):
            return None
        return _Reason(f"opens nothing on another computer ({low.partition(':')[0]}:)")
    if re.fullmatch(_addresses.LOCAL_HOST, name):
        return None if about_code(document) else _Reason(f"a host of one office or computer ({name})")
    target = url.partition("?")[0][:_LONGEST]
    if re.search(_addresses.VARIABLE, target):
        return None if about_code(document) else _Reason("holds a variable that was not filled in")
    if re.fullmatch(_addresses.PLACEHOLDER, low) or re.fullmatch(_addresses.EXAMPLE_HOST, name):
        shown = link(document, tag)
        if about_code(document) or (shown and name and name in shown[0].lower()):
            return None
        return _Reason("stands for an address that was to be filled in")
    for pattern, start in ((_addresses.DOUBLED, ""), (_addresses.CLIPPED, "https://")):
        match = re.match(pattern, url)
        if match and (pattern == _addresses.DOUBLED or not re.match(r"(?i)https?://[\w-]", url)):
            lead = len(raw) - len(raw.lstrip())
            if "&" in document.source[place.start : place.start + lead + match.end()]:
                return _Reason("its first letters are wrong")
            edit = Edit(Span(place.start, place.start + lead + match.end()), start)
            return _Reason("its first letters are wrong", None, (edit,))
    if re.fullmatch(_addresses.BARE_HOST, url):
        return _Reason("names a site without https://", None, (Edit(Span(place.start, place.start), "https://"),))
    if re.match(r"https?:", low) and (not name or " " in name or (re.match(r"https?://[^/?#]*\s", low))):
        return _Reason("is no address")
    if name and "." not in name and name[0] != "[" and re.match(r"https?://", low):
        return _Reason(f"no host is called {name}") if not about_code(document) else None
    if re.search(_addresses.OFFICE_PAGE, url):
        return _Reason("opens only for the editors of the site")
    if re.fullmatch(_addresses.STAGING_HOST, name):
        return _Reason(f"a host for tests ({name})", "note")
    return None


def _nothing(document: Document, tag: Span, url: str) -> _Reason | None:
    """A link to nothing: whether it is a button, a leftover among prose, or something between the two."""
    given = attributes(document.source, *tag)
    shown = link(document, tag)
    stored = is_stored(document)
    plain = given.keys() <= _PLAIN_ATTRIBUTES
    block = following(document, tag.end)
    words = "leads to nothing" if url else "leads to nothing: its address is empty"
    if shown is None or block is None or not re.search(r"\w{2}", shown[0]):
        return None
    prose = (
        block.role in ("paragraph", "list-item", "quote", "cell")
        and block.link_density < 0.7
        and block.end - block.start - len(shown[0]) >= _LEAST_PROSE
    )
    if not prose or not (plain or stored):
        return None
    if not plain or re.match(r"(?i)javascript:(?!void|;|\s*\Z)", url):
        return _Reason(words, "note")
    return _Reason(words, None if stored else "note", unwrap(document, tag))


def _inside(document: Document, url: str) -> _Reason | None:
    """A link to a place of the page, or to a page of the same site."""
    if not is_stored(document) or document.remember("names its site", lambda: _addresses.names_its_site(document)):
        return None
    if url.startswith("/"):
        return _Reason(_ROOT, "note")
    place = url[1:]
    if place.lower() in ("top", "") or re.match(r":~:|[!/?]", place):
        return None
    names: frozenset[str] = document.remember("link names", lambda: _addresses.names(document))
    if place.lower() in names:
        return None
    return _Reason(_NO_PLACE, "note")
