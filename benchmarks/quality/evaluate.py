"""Findings of the current rules on labelled documents, in the form that a scorer reads.

    python benchmarks/quality/evaluate.py DATA_DIR findings.jsonl [--sets clean_en,injected] [--select PREFIX]

DATA_DIR holds gzipped JSON lines with `doc_id` and `text` (and `html` for documents
of form html); each line written is {"doc_id", "start", "end", "rule", "message"},
offsets in code points. Notes are left out: they pass every gate.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintnews import lint_text
from lintnews.document.model import Format
from lintnews.rules.load import load_rules
from lintnews.rules.model import RuleSet


def documents(file: Path) -> Iterator[tuple[str, str, Format]]:
    """The articles of one file: identifier, source, format."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            record: dict[str, Any] = json.loads(line)
            if "text" not in record:
                return
            yield record["doc_id"], record["text"], "markdown" if record.get("variant") == "md" else "text"
            if record.get("form") == "html":
                yield record["doc_id"] + "@html", record["html"], "html"


def findings(file: Path, rules: RuleSet) -> Iterator[dict[str, Any]]:
    """The errors and warnings of one file."""
    for name, source, format in documents(file):
        for finding in lint_text(source, format, rules=rules):
            if finding.severity != "note":
                yield {
                    "doc_id": name,
                    "start": finding.span.start,
                    "end": finding.span.end,
                    "rule": finding.rule,
                    "message": finding.message,
                }


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sets", default="", help="names of files, comma-separated (default: all)")
    parser.add_argument("--select", default="", help="rule prefixes, comma-separated (default: stable rules)")
    options = parser.parse_args()
    rules = load_rules().select([prefix for prefix in options.select.split(",") if prefix] or None)
    wanted = set(options.sets.split(",")) - {""}
    with options.output.open("w", encoding="utf-8") as output:
        for file in sorted(options.data.glob("*.jsonl.gz")):
            if not wanted or file.name.split(".")[0] in wanted:
                for finding in findings(file, rules):
                    output.write(json.dumps(finding, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
