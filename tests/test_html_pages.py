"""The HTML reader on real pages, whole and broken, against a browser's parser.

The pages are not part of the project: the folder `evaldata` beside the
repository's parent, or the one LINTNEWS_EVALDATA names, holds them. By default
every eighth page is read; LINTNEWS_ALL=1 reads all, and breaks more of them.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections import Counter
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from oracle import blocks_by_browser, is_well_placed, normal, same_in_browser, same_in_source, spans

from lintnews.document import html
from lintnews.document.model import Document
from lintnews.span import Span

_ROOT = Path(__file__).parent.parent
_DATA = Path(os.environ.get("LINTNEWS_EVALDATA") or _ROOT.parent / "shared" / "evaldata")
_ALL = os.environ.get("LINTNEWS_ALL") == "1"

needs_pages = pytest.mark.skipif(not (_DATA / "html.jsonl.gz").is_file(), reason="the folder of real pages is absent")


def _rows(name: str, step: int = 1) -> list[dict[str, Any]]:
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, 0, None, step)]


@lru_cache(1)
def pages() -> list[tuple[str, str]]:
    """Name and source of each page."""
    return [(row["page_id"], row["html"]) for row in _rows("html.jsonl.gz", 1 if _ALL else 8)]


@needs_pages
def test_every_span_is_what_stands_there_in_the_source() -> None:
    pytest.importorskip("selectolax")
    chance = random.Random(2)
    wrong: list[tuple[str, Span]] = []
    tested = 0
    for name, source in pages():
        document = html.parse(source)
        assert is_well_placed(document), name
        for span in spans(document, chance, 40):
            tested += 1
            if not (same_in_source(document, span) and same_in_browser(document, span)):
                wrong.append((name, span))
    assert wrong == []
    assert tested > 20 * len(pages())


@needs_pages
def test_blocks_are_those_of_a_browser() -> None:
    pytest.importorskip("selectolax")
    found = expected = common = 0
    for _, source in pages():
        document = html.parse(source)
        ours = Counter(normal(document.block_text(block)) for block in document.blocks)
        theirs = Counter(blocks_by_browser(source))
        found += ours.total()
        expected += theirs.total()
        common += (ours & theirs).total()
    recall, precision = common / expected, common / found
    print(f"{expected} blocks: recall {recall:.5f}, precision {precision:.5f}")
    assert min(recall, precision) >= 0.9999


def _article_lines(document: Document, row: dict[str, Any]) -> Counter[str]:
    """Counts of (label, whether the line stands in the article) over a labelled page."""
    inside = {normal(part) for block in document.body for part in document.block_text(block).split("\n")}
    inside.update(normal(document.block_text(block)) for block in document.body)
    counts: Counter[str] = Counter()
    for start, end, label, *_ in row["lines"]:
        counts[f"{label} {'in' if normal(row['text'][start:end]) in inside else 'out'}"] += 1
    return counts


@needs_pages
def test_the_article_is_told_from_the_page_around_it() -> None:
    if not (_DATA / "leftover_news_en.jsonl.gz").is_file():
        pytest.skip("the labelled pages are absent")
    labelled = {row["page_id"]: row for row in _rows("leftover_news_en.jsonl.gz") if row["variant"] == "full"}
    counts: Counter[str] = Counter()
    for page in _rows("html.jsonl.gz"):
        if page["page_id"] in labelled:
            counts += _article_lines(html.parse(page["html"]), labelled[page["page_id"]])
    kept = counts["A in"] / (counts["A in"] + counts["A out"])
    left_out = counts["B out"] / (counts["B out"] + counts["B in"])
    print(f"article lines kept {kept:.4f}, other lines left out {left_out:.4f}")
    # What is left in of the other lines mostly stands between those of the article.
    assert kept >= 0.98
    assert left_out >= 0.93


# ---- broken pages

_STRAY = (
    *(
        "\0",
        "\r",
        "\r\n",
        '"',
        "'",
        "<",
        "</",
        ">",
        "&#x",
        "&",
        "&#",
        "<!--",
        "-->",
        "\ud800",
        "\u2028",
        "\u00ad",
        "\u200b",
    ),
    *("=", "/", "<br>", "<svg>", "</p>", "<table>", "<span hidden>", " "),
)


@lru_cache(1)
def whole_sources() -> list[str]:
    fixtures = (path.read_bytes().decode("utf-8-sig") for path in sorted((_ROOT / "fixtures").rglob("*.html")))
    real = [source for _, source in pages()] if (_DATA / "html.jsonl.gz").is_file() else []
    return [*fixtures, *real]


def broken(chance: random.Random) -> str:
    """A window of a page in which a few things went wrong."""
    source = chance.choice(whole_sources())
    size = chance.randrange(2000, 6000)
    start = chance.randrange(max(1, len(source) - size))
    source = source[start : start + size]
    for _ in range(chance.randrange(1, 9)):
        first = chance.randrange(len(source) + 1)
        last = min(len(source), first + chance.randrange(1, 200))
        other = chance.randrange(len(source) + 1)
        match chance.randrange(6):
            case 0:
                source = source[:first] + source[last:]
            case 1:
                source = source[:last] + source[first:last] + source[last:]
            case 2:
                low, high = sorted((other, last))
                source = source[high:] + source[low:high] + source[:low]
            case 3:
                source = source[: max(200, other)]
            case _:
                source = source[:first] + chance.choice(_STRAY) + source[first:]
    return source


@pytest.mark.parametrize("batch", range(20 if _ALL else 1))
def test_broken_pages_are_read_and_every_span_has_its_place(batch: int) -> None:
    wrong = []
    for seed in range(batch * 1000, batch * 1000 + 1000):
        chance = random.Random(seed)
        document = html.parse(broken(chance))
        if not is_well_placed(document):
            wrong.append(seed)
        wrong += [seed for span in spans(document, chance, 3) if not same_in_source(document, span)]
    assert wrong == []
