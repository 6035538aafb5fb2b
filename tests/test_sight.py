"""Sighting: nothing is skipped that could be found. What is looked at is only ever less than everything."""

from __future__ import annotations

import math
import random
import time
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from sentencex import get_sentence_boundaries
from test_literals import a_match, parsed

from lintnews.document import parse
from lintnews.document.language import language
from lintnews.document.model import Block, Document
from lintnews.document.sentences import sentences
from lintnews.engine import check
from lintnews.rules.index import indexes
from lintnews.rules.load import load_rules
from lintnews.rules.match import folded_text, plain_text, trimmed
from lintnews.rules.model import Rule, RuleSet
from lintnews.rules.sight import beginnings, select, sight
from lintnews.span import Span

FIXTURES = Path(__file__).parent.parent / "fixtures"
_QUOTES = ("'", '"')
SPOKEN = [rule for rule in load_rules().rules if rule.by_function and rule.clauses]
SENTENCES = [
    "The vote was close.",
    "Did it rain?",
    "“It rained,” she said.",
    "Mr. Farr of Skerry Ltd. paid 3.5 million!",
    "Die Abstimmung war knapp.",
    "„Es regnet“, sagte Dr. Brandt am 3. Mai.",
    "¿Llueve?",
    "¡Qué lluvia!",
    "Il a dit : « Il pleut. »",
    "Дождь шёл весь день.",
    "雨が降った。",
    "“下雨了。”",
    "هل تمطر؟",
    "बारिश हुई।",
    "(It was late.)",
    "- and so on…",
    "no capital here.",
    "\"Rain.\" 'Snow.'",
    "[1]",
    "Wait...",
]


def boundaries(document: Document, block: Block) -> list[Span]:
    """The sentences of a block as the library splits them, white space left out."""
    text = document.block_text(block)
    found = []
    for part in get_sentence_boundaries(language(document) or "en", text):
        start, end = int(part["start_index"]), int(part["end_index"])
        inside = text[start:end]
        if inside.strip():
            start += len(inside) - len(inside.lstrip())
            found.append(Span(start, start + len(inside.strip())).shift(block.start))
    return found


def assert_nothing_is_skipped(document: Document) -> None:
    folded = folded_text(document)
    for block in document.blocks:
        split = boundaries(document, block)
        assert list(sentences(document, block)) == split, document.block_text(block)
        first = trimmed(folded, block.span).start
        known = {first, *beginnings(folded, first, block.end)}
        for sentence in split:
            start = trimmed(folded, sentence).start
            before = folded[start - 1 : start]
            # Not known: what begins right behind a quotation mark, or with one glued to the stop before it.
            quoted = before in _QUOTES or (folded[start : start + 1] in _QUOTES and not before.isspace())
            assert start in known or start == sentence.end or quoted, (document.block_text(block), folded[start:])


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.*")), ids=lambda path: path.name)
def test_sentences_of_the_fixtures_begin_where_one_may(path: Path) -> None:
    format = {".html": "html", ".md": "markdown"}.get(path.suffix, "text")
    if path.suffix in (".html", ".md", ".txt"):
        assert_nothing_is_skipped(parse(path.read_text(encoding="utf-8"), format))  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "  ", "\n\n"]))
def test_sentences_of_many_languages_begin_where_one_may(parts: list[str], gap: str) -> None:
    assert_nothing_is_skipped(parse(gap.join(parts), "text"))


@pytest.mark.parametrize("rule", SPOKEN, ids=lambda rule: rule.id)
def test_only_alternatives_that_cannot_match_are_skipped(rule: Rule) -> None:
    chance = random.Random(rule.id)
    alone = RuleSet((rule,))
    (index,) = indexes(alone)
    exercised = 0
    for number, clause in enumerate(rule.clauses):
        for term, pattern in enumerate(clause.patterns):
            compiled = regex.compile(pattern, regex.IGNORECASE)
            tree = parsed(pattern)
            for source in sorted({a_match(tree, chance) for _ in range(12)}) if tree else ():
                document = parse(source, "text")
                if len(document.blocks) != 1 or 0 not in select(document, rule):
                    continue
                (block,) = document.blocks
                text = plain_text(document)
                whole = trimmed(text, block.span)
                if clause.extent == "sentence" and sentences(document, block) != (block.span,):
                    continue
                how = {"match": compiled.search, "block": compiled.match, "sentence": compiled.match}[clause.extent]
                if not how(text[whole.start : whole.end], timeout=5):
                    continue
                if clause.extent != "match" and clause.widths and not compiled.fullmatch(text[whole.start : whole.end]):
                    continue
                exercised += 1
                seen = {(s.clause, s.term) for s in sight(document, alone, index).get(0, [])}
                assert (number, term) in seen, (pattern, source)
    assert exercised


@pytest.mark.parametrize("unit", ["?.", "…", "...", ". ", '."', "a… ", "(("])
def test_a_block_of_nothing_but_marks_takes_no_more_than_its_length(unit: str) -> None:
    rules = load_rules().select()

    def seconds(size: int) -> float:
        document = parse(unit * (size // len(unit)), "text")
        best = math.inf
        for _ in range(3):
            began = time.process_time()
            check(document, rules)
            best = min(best, time.process_time() - began)
        return best

    seconds(1_000)  # what is made once
    assert seconds(64_000) < 24 * seconds(8_000) + 0.1  # the square would be 64 times
