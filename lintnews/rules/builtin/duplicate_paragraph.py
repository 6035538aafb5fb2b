"""A paragraph that stands in the article twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..headlines import squeeze
from ..match import folded_text
from ..model import Hit, Selector, Sighting
from ..options import Option

# The fewest letters of a paragraph that is nearly the same.
_SHORTEST_NEAR = 160
# So many characters at either end are compared first, marks left out.
_EDGE = 24
_MARKS = " \"'*-–—•(["
_SHINGLE = 5
# So much of their words in common, in order, have two versions of a paragraph of which one was touched up.
_TOUCHED_UP = 0.85
# More copies than this are a refrain or a form unless they are long.
_COPIES = 2
_LONG = 120


@rule(
    "structure/duplicate-paragraph",
    summary="A paragraph that stands in the text twice",
    message="This paragraph stands above already",
    severity="error",
    since="0.1.0",
    delete=True,
    stage=1,
    where=Selector(blocks=("paragraph", "list-item", "caption", "quote")),
    tags=("structure",),
    options=(
        Option("shortest", "Characters of the shortest paragraph that nobody repeats by chance.", least=20),
        Option("alike", "Share of word runs in common from which two long paragraphs are the same.", least=0.5, most=1),
    ),
    why="""
Templates print a teaser and then the text that begins with it, feeds join two versions,
machines repeat themselves. The later copy goes.

Copies are equal but for marks and case and hold a whole sentence; nearly equal long ones
are reported too, but deleted on request only, because the better copy is not known. What
stands three times is a refrain or a form unless it is long; verses, which break inside the block,
stay clean.
""",
    examples=(
        marked(
            "the same again",
            "The band of Skerry has moved into the old dairy by the harbour, and the rent is low.\n\nThe vote was close.\n\n"
            "⟦The band of Skerry has moved into the old dairy by the harbour, and the rent is low.⟧\n",
            fixed="The band of Skerry has moved into the old dairy by the harbour, and the rent is low.\n\nThe vote was close.\n",
        ),
        marked(
            "equal but for quotation marks, in HTML",
            "<h1>Music</h1><p>“We have moved into the old dairy by the harbour of Skerry,” the conductor said.</p>"
            '⟦<p>"We have moved into the old dairy by the harbour of Skerry", the conductor said.</p>⟧<p>It rained.</p>',
            format="html",
            fixed="<h1>Music</h1><p>“We have moved into the old dairy by the harbour of Skerry,” the conductor said.</p><p>It rained.</p>",
        ),
        marked(
            "nearly equal",
            "The band of Skerry has moved into the old dairy by the harbour, where nobody had made cheese since the spring of 1931, and "
            "the rent is so low that it can buy two new horns and a drum before the winter.\n\nThe vote was close.\n\n"
            "⟦The band of Skerry has moved into the old dairy by the harbour, where nobody had made cheese since the spring of 1931, and "
            "the rent is so low that it can buy two new horns and a drum before the summer.⟧\n",
        ),
        marked(
            "touched up",
            "The band of Skerry has moved into the old dairy by the harbour, where nobody had made cheese for ninety years, and the rent is so low "
            "that everyone can buy a horn, the conductor said.\n\nThe vote was close.\n\n"
            "⟦The band of Skerry has moved into the old dairy by the harbour, where no one had made cheese for ninety years, and the rent is so low "
            "that everybody can buy a horn, the conductor said.⟧\n",
        ),
        marked(
            "a refrain, short lines and a repeated question",
            "Carry me over, carry me over, over the grey water and the stones.\n\nMy father waits.\n\nCarry me over, carry me over, over "
            "the grey water and the stones.\n\nMy mother waits.\n\nCarry me over, carry me over, over the grey water and the stones.\n\n"
            "How many horns does the band own?\n\nTwo.\n\nHow many horns does the band own?\n\nNow four.",
        ),
    ),
)
def duplicate_paragraph(
    document: Document, sightings: Sequence[Sighting], *, shortest: int = 60, alike: float = 0.75
) -> Iterator[Hit]:
    """Find the later copies."""
    long = [
        block
        for block in document.body
        if block.role not in ("code", "heading", "control", "cell", "term") and block.end - block.start >= shortest
    ]
    # Copies begin alike, so only blocks with a common beginning are compared whole.
    folded = folded_text(document)
    begins = [folded[block.start : block.start + _EDGE].lstrip(_MARKS)[:12] for block in long]
    begun: dict[str, list[Block]] = {}
    if len(set(begins)) < len(begins):
        for begin, block in zip(begins, long, strict=True):
            begun.setdefault(begin, []).append(block)
    later: set[int] = set()
    for candidates in begun.values():
        seen: dict[str, list[Block]] = {}
        for block in candidates if len(candidates) > 1 else ():
            if not _is_prose(document.block_text(block)):
                continue
            seen.setdefault(squeeze(document.block_text(block)), []).append(block)
        for letters, copies in seen.items():
            later.update(block.index for block in copies[1:])
            if len(letters) >= shortest - 12 and (len(copies) <= _COPIES or len(letters) >= _LONG):
                yield from (Hit(block.span) for block in copies[1:])
    yield from _near(document, [block for block in long if block.index not in later], alike)


def _is_prose(text: str) -> bool:
    """Whether a block holds a sentence, and no verses."""
    lines = text.split("\n")
    if len(lines) > 1 and max(map(len, lines)) < 80:
        return False
    if text.count(" ") < 8 or (len(text) < _LONG and re.match(r"[\w &-]{3,40}: ", text)):
        return False  # a line of data
    return re.search(r"[.!?…。！？][\"'”’»)\]]*(?:\s|\Z)", text) is not None


def _near(document: Document, blocks: Sequence[Block], alike: float) -> Iterator[Hit]:
    """Long blocks that share most of their runs of words with an earlier one."""
    folded = folded_text(document)
    blocks = [block for block in blocks if block.end - block.start >= _SHORTEST_NEAR]
    known = {folded[block.start : block.start + _EDGE] for block in blocks}
    known.update(folded[block.end - _EDGE : block.end] for block in blocks)
    if len(known) == 2 * len(blocks):
        return  # no two begin or end alike
    earlier: dict[str, list[Block]] = {}
    for block in blocks:
        # What was copied and touched up still begins or ends as it did.
        edges = folded[block.start : block.start + _EDGE], folded[block.end - _EDGE : block.end]
        others = [other for edge in edges for other in earlier.get(edge, ()) if _is_prose(document.block_text(other))]
        if (
            others
            and _is_prose(document.block_text(block))
            and (
                _shared(_runs(document, block), _runs(document, others[0])) >= alike
                or _is_touched_up(document.block_text(others[0]), document.block_text(block))
            )
        ):
            yield Hit(
                block.span, ("nearly the same as an earlier paragraph",), severity="warning", applicability="unsafe"
            )
        for edge in edges:
            earlier.setdefault(edge, []).append(block)


def _is_touched_up(one: str, other: str) -> bool:
    """Whether two texts differ in a few words, and in no name or figure: lists say the same of other people."""
    from difflib import SequenceMatcher

    before, after = one.split(), other.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.real_quick_ratio() < _TOUCHED_UP or matcher.ratio() < _TOUCHED_UP:
        return False
    changed = [
        word for kind, i, j, k, m in matcher.get_opcodes() if kind != "equal" for word in (*before[i:j], *after[k:m])
    ]
    return not any(word[:1].isupper() or any(map(str.isdigit, word)) for word in changed)


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of all runs that both have, 0 to 1."""
    return len(one & other) / max(1, len(one | other))


def _runs(document: Document, block: Block) -> frozenset[tuple[str, ...]]:
    """All runs of so many words."""
    words = folded_text(document)[block.start : block.end].split()
    return frozenset(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))
