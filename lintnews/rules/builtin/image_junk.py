"""Images that show nothing: pixels, spacers, placeholders, and the names of files where words should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...document.markup import attributes, values
from ...document.model import Document
from ...finding import Applicability, Edit
from ...span import Span
from ..define import marked, rule
from ..links import in_article, is_stored, near, tags
from ..model import Hit, Selector, Sighting
from . import _images


@rule(
    "link/image-junk",
    summary="Image that shows nothing, or is described by a file name",
    message="The image shows nothing",
    severity="note",
    since="0.1.0",
    repairs=True,
    where=Selector(formats=("html",)),
    tags=("image", "privacy", "accessibility"),
    why="""
Feeds and pages bring along pixels that count readers, spacers of old layouts, and
placeholders that a script replaces on the site where they come from, and nowhere else. A
description that is the name of a file, or a program's word for nothing, was never
written.

Pixels and spacers are taken out, but not counters that an author's society or a licence asks
for. A placeholder counts only in a stored article without scripts; where the true address stands
beside it, it is put in its place. Images without a description are
left alone, since decoration has none, and so are those that have another source (srcset, picture).
""",
    examples=(
        marked(
            "a pixel and a spacer",
            '<p>The vote was close.</p>⟦<img src="https://count.example/p?id=3" width="1" height="1" alt="">⟧<p>The band slept.'
            "⟦<img src='/img/spacer.gif' width=10 height=20>⟧</p>",
            format="html",
            fixed="<p>The vote was close.</p><p>The band slept.</p>",
        ),
        marked(
            "a placeholder with the true address beside it, and one without",
            '<p>The vote was close.</p><img src="⟦data:image/gif;base64,R0lGODlhAQABAAAAACw=⟧" data-src="https://skerry.example/dairy.jpg?a=1&amp;b=2" alt="The dairy">'
            '<p>The band slept.</p>',
            format="html",
            fixed='<p>The vote was close.</p><img src="https://skerry.example/dairy.jpg?a=1&amp;b=2" data-src="https://skerry.example/dairy.jpg?a=1&amp;b=2" alt="The dairy">'
            '<p>The band slept.</p>',
        ),
        marked("a file name for a description", '<p>The vote.</p><img src="dairy.jpg" alt="⟦IMG_3593 Large.jpeg⟧"><img src="a.jpg" alt="⟦undefined⟧">', format="html"),
        marked(
            "decoration, a true description, another source, and a counter that is owed",
            '<p>The vote.</p><img src="line.png" alt=""><img src="dairy.jpg" alt="The old dairy in 1931"><img src="" srcset="dairy.jpg 1x" alt="Dairy">'
            '<picture><source srcset="dairy.webp"><img src="data:," alt="Dairy"></picture><img src="tall.png" width="1" height="40" alt="">',
            format="html",
        ),
        marked(
            "a placeholder on a page with scripts",
            '<script src="lazy.js"></script><p>The vote was close.</p><img src="data:," data-src="dairy.jpg" alt="The dairy">',
            format="html",
        ),
    ),
)  # fmt: skip
def image_junk(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the images."""
    source = document.source
    kinds: dict[str, list[Hit]] = {}
    for tag in tags(document, "img"):
        given = values(source[tag.start : tag.end])
        hit = _pixel(document, tag, given) or _placeholder(document, tag, given) or _description(document, tag, given)
        if hit is None or not in_article(document, tag):
            continue
        if hit.edits:
            yield hit
        else:
            kinds.setdefault(hit.evidence[0] + (given.get("alt", "") if hit.message else ""), []).append(hit)
    for hits in kinds.values():
        # What cannot be repaired is said once for all images with the same fault.
        more = f" (as are {len(hits) - 1} more)" if len(hits) > 1 else ""
        yield hits[0]._replace(evidence=(hits[0].evidence[0] + more,))


def _pixel(document: Document, tag: Span, given: Mapping[str, str]) -> Hit | None:
    """A hit for an image of one point, or a spacer."""
    address = given.get("src", "")
    if any(name in given for name in _images.LATE) or "srcset" in given:
        return None
    # Some frameworks let images grow from nothing.
    grows = given.get("alt", "").strip() or "min-width" in given.get("style", "")
    tiny = not grows and _size(given, "width") <= 1 and _size(given, "height") <= 1
    if tiny and re.search(_images.OWED, address):
        return _hit(
            document, tag, "counts readers, which the author or the licence may ask for", (Edit(tag),), "display"
        )
    if tiny or (not given.get("alt", "").strip() and re.search(_images.COUNTER, address)):
        return _hit(document, tag, "counts readers", (Edit(tag),))
    if not given.get("alt", "").strip() and re.fullmatch(_images.SPACER, address):
        return _hit(document, tag, "holds a layout open", (Edit(tag),))
    return None


def _size(given: Mapping[str, str], side: str) -> int:
    """The width or height that a tag gives its image; a great number where it says nothing."""
    match = re.match(r"\s*(\d+)(?:px)?\s*\Z", given.get(side, "")) or re.search(
        rf"(?i)(?:\A|[;\s]){side}\s*:\s*(\d+)(?:px)?\s*(?:;|!|\Z)", given.get("style", "")
    )
    return min(int(match[1][:5]), 9999) if match else 9999


def _placeholder(document: Document, tag: Span, given: Mapping[str, str]) -> Hit | None:
    """A hit for an image whose address was to be put in by a script."""
    address = given.get("src", "").strip()
    if "srcset" in given and not given["srcset"].startswith("data:"):
        return None
    stands_in = (
        not address
        or re.fullmatch(_images.PLACEHOLDER, address) is not None
        or re.fullmatch(_images.SPACER, address) is not None
    )
    if re.match(_images.DATA_PLACEHOLDER, address) and len(address) <= _images.LONGEST_PLACEHOLDER:
        stands_in = not re.search(_images.DRAWS, address)
    if not stands_in or not is_stored(document) or _in_picture(document.source, tag):
        return None
    exact = attributes(document.source, *tag)
    late = next((exact[name] for name in _images.LATE if name in exact and _is_address(exact[name][0])), None)
    if late is None:
        if not address and not given.get("alt", "").strip():
            return _hit(document, tag, "has no address", (Edit(tag),))
        if re.match(r"\s*<noscript[\s>]", document.source[tag.end : tag.end + 100]):
            return None  # the true image follows, for readers without scripts
        words = "a placeholder: the true image is missing" if address else "has no address"
        place = Span(exact["src"][1], exact["src"][2]) if address else tag
        return _hit(document, tag, words, (), place=place)
    return _put(document, tag, exact.get("src"), document.source[late[1] : late[2]])


def _put(document: Document, tag: Span, old: tuple[str, int, int] | None, true: str) -> Hit:
    """A hit that puts the true address, as it stands in the source, in the place of the placeholder's."""
    source = document.source
    words = "a placeholder: the true image is named beside it"
    true = true.replace('"', "&quot;").replace("'", "&#39;")
    if old is None:
        at = tag.start + len("<img")
        return _hit(document, tag, words, (Edit(Span(at, at), f' src="{true}"'),))
    start, end = old[1], old[2]
    if start == end and source[start - 1] not in "\"'":
        return _hit(document, tag, words, ())  # src without a value
    quoted = true if source[start - 1] in "\"'" else f'"{true}"'
    return _hit(document, tag, words, (Edit(Span(start, end), quoted),), place=Span(start, end) if end > start else tag)


def _is_address(value: str) -> bool:
    """Whether a value is the address of an image, and not of another placeholder."""
    if re.fullmatch(_images.PLACEHOLDER, value.strip()) or re.fullmatch(_images.SPACER, value.strip()):
        return False
    return re.match(r"(?i)(?:https?:)?//\S+\Z|[\w./-]+\.\w{3,4}(?:[?#]\S*)?\Z", value.strip()) is not None


def _in_picture(source: str, tag: Span) -> bool:
    before = source[max(0, tag.start - 4000) : tag.start].lower()
    return before.rfind("<picture") > before.rfind("</picture")


def _description(document: Document, tag: Span, given: Mapping[str, str]) -> Hit | None:
    """A hit for a description that nobody wrote."""
    words = given.get("alt", "").strip()
    if not words or not (re.fullmatch(_images.MACHINE_VALUE, words) or re.fullmatch(_images.FILE_NAME, words)):
        return None
    place = attributes(document.source, *tag)["alt"]
    reason = (
        "described by the name of a file"
        if re.fullmatch(_images.FILE_NAME, words)
        else "described by a program's default"
    )
    return _hit(document, tag, reason, (), place=Span(place[1], place[2]), message="Nobody has described the image")


def _hit(
    document: Document,
    tag: Span,
    reason: str,
    edits: tuple[Edit, ...],
    applicability: Applicability | None = None,
    *,
    place: Span | None = None,
    message: str | None = None,
) -> Hit:
    where = near(document, tag.end)
    return Hit(where, (reason,), applicability=applicability, place=place or tag, edits=edits, message=message)
