"""The article of a whole page: our scope against extractors, as labels of the page's lines.

    pip install trafilatura readability-lxml newspaper4k jusText
    python benchmarks/region.py DATA_DIR FOLDER [--tools lintnews,trafilatura] [--lang en]

DATA_DIR holds `html.jsonl.gz` (pages) and labelled lines of the same pages. For every tool
FOLDER/TOOL.jsonl gets what a scorer reads: each line of a page that is not in the tool's
article. Whatever the tool, because extractors have no positions, a line is in the article
when a line of the article has the same words; a line of some words also when they stand
there in a row. Speed is process CPU time, the tools taking turns page by page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lintnews.document import parse

_SOME = 4
_WORDS = re.compile(r"[^\W_]+")


def ours(html: str) -> str:
    """The blocks in the scope of an article."""
    document = parse(html, "html")
    return "\n".join(document.block_text(block) for block in document.body)


def judged(html: str) -> str:
    """The same without what the rules would delete."""
    from lintnews.engine import examine
    from lintnews.rules.load import load_selected

    document = parse(html, "html")
    rules = _once("rules", load_selected)
    taken = [finding for finding in examine(document, rules).findings if finding.fix and finding.severity != "note"]
    gone = [finding.span for finding in taken]
    kept = [
        document.block_text(block)
        for block in document.body
        if not any(span.start <= document.source_span(block.span).start < span.end for span in gone)
    ]
    return "\n".join(kept)


def trafilatura(html: str) -> str:
    """Trafilatura without comments."""
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    """readability-lxml; the text of its summary."""
    from readability import Document

    summary = parse(Document(html).summary(), "html", "page")
    return "\n".join(map(summary.block_text, summary.blocks))


def newspaper(html: str) -> str:
    """newspaper4k, which needs an address."""
    from newspaper import Article

    article = Article("https://example.org/a", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def justext(html: str) -> str:
    """jusText with the English stop words."""
    import justext

    words = _once("stop words", lambda: justext.get_stoplist("English"))
    return "\n".join(p.text for p in justext.justext(html, words) if not p.is_boilerplate)


TOOLS: dict[str, Callable[[str], str]] = {
    "lintnews": ours,
    "lintnews-judged": judged,
    "trafilatura": trafilatura,
    "readability": readability,
    "newspaper": newspaper,
    "justext": justext,
}
"""How each tool takes the article out of a page."""

_known: dict[str, Any] = {}


def _once(key: str, make: Callable[[], Any]) -> Any:
    if key not in _known:
        _known[key] = make()
    return _known[key]


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The records of one file of gzipped JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def words(text: str) -> str:
    """A text as its words, apart by single spaces, with one at either end."""
    return f" {' '.join(_WORDS.findall(text.lower()))} "


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--sets", default="leftover_news_en,leftover_news_xx,leftover_web_en")
    options = parser.parse_args()
    chosen = {name: TOOLS[name] for name in options.tools.split(",")}
    labelled: dict[str, list[dict[str, Any]]] = {}
    for name in options.sets.split(","):
        for record in read(options.data / f"{name}.jsonl.gz"):
            if record["variant"] in ("full", "container"):
                labelled.setdefault(record["page_id"], []).append(record)
    options.folder.mkdir(exist_ok=True)
    seconds = dict.fromkeys(chosen, 0.0)
    failed = dict.fromkeys(chosen, 0)
    files = {name: (options.folder / f"{name}.jsonl").open("w", encoding="utf-8") for name in chosen}
    size = 0
    for page in read(options.data / "html.jsonl.gz"):
        records = labelled.get(page["page_id"], [])
        size += len(page["html"]) if records else 0
        for name, take in chosen.items() if records else ():
            start = time.process_time()
            try:
                article = take(page["html"])
            except Exception:  # an extractor that fails has found no article
                article, failed[name] = "", failed[name] + 1
            seconds[name] += time.process_time() - start
            for record in records:
                for finding in outside(record, article):
                    files[name].write(json.dumps(finding) + "\n")
    for name, file in files.items():
        file.close()
        print(f"{name}: {seconds[name]:.1f} s CPU for {size / 1e6:.0f} MB, {failed[name]} pages failed")


def outside(record: dict[str, Any], article: str) -> Iterator[dict[str, Any]]:
    """The lines of a labelled text that are not in the article."""
    lines = set(map(words, article.split("\n")))
    whole = words(article)
    for start, end, *_ in record["lines"]:
        line = words(record["text"][start:end])
        inside = line in lines or (line.count(" ") > _SOME and line in whole)
        if line.strip() and not inside:
            yield {
                "doc_id": record["doc_id"],
                "start": start,
                "end": end,
                "rule": "region",
                "message": "not in the article",
            }


if __name__ == "__main__":
    main()
