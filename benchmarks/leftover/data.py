"""Labelled documents as the model meets them: after the other rules, block by block.

Only shapes, places and word classes leave this module, no text.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lintnews.document import parse
from lintnews.document.language import language
from lintnews.document.model import Block, Document, Format
from lintnews.engine import check
from lintnews.leftover.look import look, reading
from lintnews.leftover.surroundings import REPORTED, Blocks, around, survey
from lintnews.rules.load import load_rules
from lintnews.rules.match import folded_text
from lintnews.rules.model import Rule, RuleSet

RULE = "furniture/leftover-block"
STAGE = 2

LEFTOVER = ("leftover_news_en", "leftover_news_xx", "leftover_web_en", "sites")
OWN = "fixtures"
"""The articles of ours that look left over and are not, `fixtures/clean/leftover-*.txt`."""

CLEAN = ("clean_en", "clean_xx", "clean_web", OWN)
AMID = "amid leftovers"
"""The variant of a clean text with reported blocks put around it."""

SETS = (*LEFTOVER, *CLEAN, "traps")

_FIXTURES = Path(__file__).parents[2] / "fixtures" / "clean"


class Row(NamedTuple):
    """One block that the model may judge: its position in its text, its label (A article, B leftover, M headline
    furniture, U or ? undecided), its kind, and the names of what holds for it."""

    index: int
    label: str
    kind: str
    features: tuple[str, ...]


class Text(NamedTuple):
    """One labelled document.

    `found` and `missed` count its leftover blocks that the other rules report and
    those they leave; `alarms` and `article` the same of its article blocks. `rows` are
    the blocks they leave; `reported` says whether they would delete any.
    """

    name: str
    set: str
    variant: str
    site: str
    found: int
    missed: int
    alarms: int
    article: int
    reported: bool
    rows: tuple[Row, ...]

    @property
    def lines(self) -> int:
        """Number of its blocks that count: article and leftover."""
        return self.found + self.missed + self.alarms + self.article


def texts(data: Path, sets: tuple[str, ...] = SETS) -> Iterator[Text]:
    """The documents of the sets, each after the other rules."""
    met: list[Document] = []

    def probe(document: Document, sightings: object) -> list[Any]:
        met.append(document)
        return []

    others = [rule for rule in load_rules().rules if rule.id != RULE]
    model = Rule(RULE, "", "", "warning", probe, "", "0", stage=STAGE, by_function=True)
    ruleset = RuleSet((*others, model))
    for name in sets:
        for record in _own() if name == OWN else read(data / f"{name}.jsonl.gz"):
            if record.get("variant") == "full":
                continue
            met.clear()
            format: Format = "markdown" if record.get("variant") == "md" else "text"
            findings = check(parse(record["text"], format), ruleset)
            if met and met[0].blocks:
                reported = [finding.span for finding in findings if finding.severity != "note"]
                seen = survey(met[0])
                yield _text(name, record, met[0], seen, reported)
                if name in CLEAN:
                    amid = _text(name, record, met[0], _amid(seen, record["doc_id"]), reported)
                    yield amid._replace(variant=AMID)


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The records of one file of gzipped JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _own() -> Iterator[dict[str, Any]]:
    for path in sorted(_FIXTURES.glob("leftover-*.txt")):
        text = path.read_text(encoding="utf-8")
        yield {"doc_id": path.stem, "site": path.stem, "text": text, "true_positives": [], "neutral": []}


def _text(name: str, record: dict[str, Any], document: Document, seen: Blocks, reported: list[Any]) -> Text:
    labels = {block.index: _label(record, document, block) for block in document.blocks}
    spans = {block.index: document.source_span(block.span) for block in document.blocks}
    known = {index for index, span in spans.items() if _covered(span, reported)}
    counts = Counter((labels[index], index in known) for index in labels)
    folded = folded_text(document)
    against = reading(seen, folded, language(document))
    rows = []
    for place in around(seen):
        block = place.block
        if block.index not in known and block.index not in document.marked and block.level != 1:
            words = look(place, document.block_text(block), folded[block.start : block.end], against)
            rows.append(Row(block.index, labels[block.index], place.kind, (*place.features, *words)))
    return Text(
        record["doc_id"],
        name,
        record.get("variant") or name,
        record.get("site") or name,
        counts["B", True],
        counts["B", False],
        counts["A", True],
        counts["A", False],
        bool(document.gone),
        tuple(rows),
    )


def _amid(seen: Blocks, name: str) -> Blocks:
    """A clean article as if leftovers that other rules report stood before, after and in it.

    Real pages with leftovers have few lists and verses of their own; without these texts
    the model would take every short line near a leftover for one.
    """
    choose = random.Random(name)
    leftover = (seen.blocks[0], "", REPORTED, 1.0, "")
    between = choose.random() < 0.5
    found = [leftover] * choose.choice((0, 0, 1, 1, 2))
    for block in zip(*seen, strict=True):
        found.append(block)
        if between and choose.random() < 0.08:
            found.append(leftover)
    found += [leftover] * choose.choice((0, 1, 1, 2, 3))
    return Blocks(*(list(column) for column in zip(*found, strict=True)))  # type: ignore[arg-type]


def _covered(span: Any, reported: list[Any]) -> bool:
    inside = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in reported)
    return inside * 2 >= span.end - span.start


def _label(record: dict[str, Any], document: Document, block: Block) -> str:
    """The label of most of a block's characters; a clean text is all article but for what was marked by hand."""
    span = document.source_span(block.span)
    if "lines" not in record:
        marked = [*record["true_positives"], *record["neutral"]]
        return "?" if any(span.start < end and start < span.end for start, end, *_ in marked) else "A"
    shares: Counter[str] = Counter()
    for start, end, label, *_ in record["lines"]:
        if start < span.end and span.start < end:
            shares[label] += min(end, span.end) - max(start, span.start)
    return shares.most_common(1)[0][0] if shares else "?"
