"""Fits the model of `furniture/leftover-block` and writes down what it reaches.

    pip install scikit-learn
    python benchmarks/leftover/train.py DATA_DIR            weights.json, the table and the plot of docs/leftover.md
    python benchmarks/leftover/train.py DATA_DIR --dry-run  only print

DATA_DIR holds gzipped JSON lines with labelled lines (see `data.py`). The figures are
out of fold: every site is judged by a model that never saw one of its texts. The
weights written are then fitted on all sites.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from data import AMID, CLEAN, OWN, SETS, Text, texts
from plot import draw
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from lintnews.leftover.judge import NOTHING_REPORTED, UNKNOWN_LANGUAGE, believed, spared, threshold

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "lintnews" / "leftover" / "weights.json"
PAGE = ROOT / "docs" / "leftover.md"
PLOT = ROOT / "docs" / "leftover.svg"

_FOLDS = 5
_SENSITIVITIES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)

# Strength of the penalty on large weights (scikit-learn's C): from 0.03 to 0.3 the figures hardly differ.
_C = 0.3
# What a text weighs is shared among its blocks. Clean texts are few and false alarms dear; headlines, bylines
# and captions are not to be reported, but are no text either; Markdown repeats what the containers hold.
_CLEAN_WEIGHT = 2.0
_FURNITURE_WEIGHT = 0.5
_MARKDOWN_WEIGHT = 0.3
_AMID_WEIGHT = 1.0
_OWN_WEIGHT = 3.0

# The words of this share of the leftovers are read; see `lintnews.leftover.judge.Model`.
_READ = 0.95

# A name that holds for fewer blocks than this tells of one site.
_FEWEST = 30

GROUPS = {
    "English news, extractors": ("leftover_news_en", "x:"),
    "English news, containers": ("leftover_news_en", "container"),
    "Other languages, extractors": ("leftover_news_xx", "x:"),
    "Other web pages, extractors": ("leftover_web_en", "x:"),
}
"""The figures that are written down: the sets, and the variants of their texts."""


class Table(NamedTuple):
    """All blocks as a matrix: one row a block, one column a name."""

    texts: list[Text]
    names: list[str]
    matrix: csr_matrix
    leftover: np.ndarray[Any, Any]
    weight: np.ndarray[Any, Any]
    kind: np.ndarray[Any, Any]
    features: np.ndarray[Any, Any]
    text: np.ndarray[Any, Any]
    site: np.ndarray[Any, Any]


def tabulate(found: Sequence[Text]) -> Table:
    """The matrix of all blocks, without names that hold for too few."""
    counts: dict[str, int] = {}
    for text in found:
        for row in text.rows:
            for name in row.features:
                counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    column = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    starts = [0]
    leftover, weight, kind, number = [], [], [], []
    for i, text in enumerate(found):
        for row in text.rows:
            indices.extend(column[name] for name in row.features if name in column)
            starts.append(len(indices))
            leftover.append(row.label == "B")
            weight.append(_weight(text, row.label))
            kind.append(row.kind)
            number.append(i)
    shape = (len(leftover), len(names))
    matrix = csr_matrix((np.ones(len(indices), np.float32), indices, starts), shape=shape)
    sites = np.array([zlib.crc32(text.site.encode()) % _FOLDS for text in found])
    of = np.array(number)
    features = np.empty(len(kind), object)
    features[:] = [row.features for text in found for row in text.rows]
    return Table(
        list(found),
        names,
        matrix,
        np.array(leftover),
        np.array(weight),
        np.array(kind),
        features,
        of,
        sites[of],
    )


def hits(table: Table, scores: np.ndarray[Any, Any], least: float) -> np.ndarray[Any, Any]:
    """The blocks whose verdict is believed: see `lintnews.leftover.judge`."""
    found = np.zeros(len(scores), bool)
    margins = scores - least
    starts = np.searchsorted(table.text, np.arange(len(table.texts) + 1))
    for text, start, end in zip(table.texts, starts, starts[1:], strict=False):
        judged = np.flatnonzero(margins[start:end] >= 0)
        if len(judged):
            rows = [(row.index, row.kind) for row in text.rows]
            indexes = {rows[at][0]: float(margins[start + at]) for at in judged}
            believable = believed(rows, indexes)
            found[start:end] = [index in believable for index, _ in rows]
    return found


def _weight(text: Text, label: str) -> float:
    if label in "U?" or text.set == "traps":
        return 0.0
    weight = 1 / max(1, text.lines)
    weight *= _FURNITURE_WEIGHT if label == "M" else 1.0
    weight *= _CLEAN_WEIGHT if text.set in CLEAN else 1.0
    weight *= _OWN_WEIGHT if text.set == OWN else 1.0
    return weight * {"md": _MARKDOWN_WEIGHT, AMID: _AMID_WEIGHT}.get(text.variant, 1.0)


def fit(table: Table, rows: np.ndarray[Any, Any]) -> LogisticRegression:
    """The model of some rows of the table."""
    rows = rows & (table.weight > 0)
    weight = table.weight[rows]
    model = LogisticRegression(C=_C, max_iter=1000, solver="liblinear")
    return model.fit(table.matrix[rows], table.leftover[rows], sample_weight=weight / weight.mean())


def out_of_fold(table: Table) -> np.ndarray[Any, Any]:
    """The score of every block by a model that has not seen its site."""
    scores = np.zeros(len(table.leftover))
    of_words = np.array([_is_of_words(name) for name in table.names])
    for fold in range(_FOLDS):
        held = table.site == fold
        model = fit(table, ~held)
        words = table.matrix[held] @ (model.coef_[0] * of_words)
        found = model.decision_function(table.matrix[held])
        let_go = [spared(*row) for row in zip(table.kind[held], words, table.features[held], strict=True)]
        scores[held] = np.where(let_go, -np.inf, found)
    return scores - margins(table)


def margins(table: Table) -> np.ndarray[Any, Any]:
    """What more is asked of each block: see `lintnews.leftover.judge`."""
    bare = np.array([not text.reported for text in table.texts])[table.text]
    unknown = table.matrix[:, table.names.index("language unknown")].toarray().ravel() > 0
    return NOTHING_REPORTED * bare + UNKNOWN_LANGUAGE * unknown


class Figures(NamedTuple):
    """Precision and recall of all rules together, every text weighing the same."""

    precision: float
    recall: float


def figures(table: Table, scores: np.ndarray[Any, Any], group: str, least: float) -> Figures:
    """The figures of a group of texts at a threshold."""
    name, variant = GROUPS[group]
    chosen = {i for i, text in enumerate(table.texts) if text.set == name and text.variant.startswith(variant)}
    right = wrong = missed = 0.0
    for i in chosen:
        text = table.texts[i]
        right += text.found / max(1, text.lines)
        wrong += text.alarms / max(1, text.lines)
        missed += text.missed / max(1, text.lines)
    labels = np.array([row.label for text in table.texts for row in text.rows])
    hit = hits(table, scores, least) & np.isin(table.text, list(chosen))
    share = np.array([1 / max(1, text.lines) for text in table.texts])[table.text]
    more = float(share[hit & (labels == "B")].sum())
    wrong += float(share[hit & (labels == "A")].sum())
    right, missed = right + more, missed - more
    return Figures(right / (right + wrong), right / (right + missed))


def clean(table: Table, scores: np.ndarray[Any, Any], name: str, least: float) -> tuple[int, int]:
    """How many texts of a clean set the model alone finds something in, and how many there are."""
    labels = np.array([row.label for text in table.texts for row in text.rows])
    inside = np.array([text.set == name and text.variant != AMID for text in table.texts])
    hit = hits(table, scores, least) & (labels == "A") & inside[table.text]
    return len(set(table.text[hit])), int(inside.sum())


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args()
    table = tabulate(list(texts(options.data, SETS)))
    scores = out_of_fold(table)
    lines = report(table, scores)
    print(f"{len(table.texts)} texts, {len(table.leftover)} blocks, {len(table.names)} weights", *lines, sep="\n")
    if options.dry_run:
        return
    write(table, fit(table, np.ones(len(table.leftover), bool)), lines)
    curve = {group: [figures(table, scores, group, least) for least in np.arange(-1, 4.1, 0.25)] for group in GROUPS}
    chosen = {group: figures(table, scores, group, threshold(0.5)) for group in GROUPS}
    PLOT.write_text(draw(curve, chosen), encoding="utf-8")


def report(table: Table, scores: np.ndarray[Any, Any]) -> list[str]:
    """The table of the page, as lines of Markdown."""
    alone = {group: figures(table, scores, group, np.inf) for group in GROUPS}
    lines = [
        "| sensitivity | " + " | ".join(GROUPS) + " | clean English news with an alarm | traps |",
        "| --- " * (len(GROUPS) + 3) + "|",
        "| without this rule | " + " | ".join(f"{f.precision:.2f} / {f.recall:.2f}" for f in alone.values()) + " | | |",
    ]
    for sensitivity in _SENSITIVITIES:
        least = threshold(sensitivity)
        found = [figures(table, scores, group, least) for group in GROUPS]
        alarms, all_clean = clean(table, scores, "clean_en", least)
        trapped, traps = clean(table, scores, "traps", least)
        cells = [f"{f.precision:.2f} / {f.recall:.2f}" for f in found]
        mark = " (default)" if sensitivity == 0.5 else ""
        lines.append(f"| {sensitivity}{mark} | {' | '.join(cells)} | {alarms} of {all_clean} | {trapped} of {traps} |")
    return lines


def write(table: Table, model: LogisticRegression, lines: Sequence[str]) -> None:
    """Write the weights, and the table into the page."""
    weights = dict(zip(table.names, (round(float(weight), 2) for weight in model.coef_[0]), strict=True))
    own = np.array([weights[name] if _is_of_words(name) else 0.0 for name in table.names])
    added = table.matrix @ own
    found = table.leftover & (model.decision_function(table.matrix) >= threshold(0.5))
    most = {kind: float(np.quantile(added[found & (table.kind == kind)], _READ)) for kind in np.unique(table.kind)}
    data = {
        "bias": round(float(model.intercept_[0]), 2),
        "words_at_most": {kind: round(value, 2) for kind, value in most.items()},
        "weights": {name: weight for name, weight in weights.items() if weight},
    }
    WEIGHTS.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if PAGE.exists():
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition("<!-- figures -->\n")
        _, _, after = rest.partition("<!-- end of figures -->")
        new = before + "<!-- figures -->\n" + "\n".join(lines) + "\n<!-- end of figures -->" + after
        PAGE.write_text(new, encoding="utf-8")


_OF_PLACE = ("ends=", "role=", "prose", "no prose", "reported", "comments", "head of a comment", "under a comment")


def _is_of_words(name: str) -> bool:
    return not name.startswith(_OF_PLACE) and ", then this, then " not in name


if __name__ == "__main__":
    main()
