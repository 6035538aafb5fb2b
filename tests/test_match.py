"""Phrases and patterns: found in any dress, only as whole words, as much of the text as the extent says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import regex
from toml_rules import EXAMPLES, HEAD, found, load, write

from lintnews.document import parse
from lintnews.document.model import Format
from lintnews.engine import check
from lintnews.rules.load import load_rules
from lintnews.rules.model import Rule


def rule(folder: Path, *phrases: str, extent: str = "match", more: str = "") -> Rule:
    return load(folder, f'[[match]]\nextent = "{extent}"\nphrases = {list(phrases)!r}\n{more}')


# ---- phrases


@pytest.mark.parametrize(
    ("format", "source", "place"),
    [
        ("text", "See HARBOUR'S lights — now.", "HARBOUR'S lights — now"),
        ("text", "See harbour’s lights – now.", "harbour’s lights – now"),
        ("text", "See harbour`s\xa0lights\u202f-\u2009now.", "harbour`s\xa0lights\u202f-\u2009now"),
        ("text", "See harbour's \t lights -  now.", "harbour's \t lights -  now"),
        ("text", "See har\xadbour's lig\u200bhts - now.", "har\xadbour's lig\u200bhts - now"),
        ("text", "\xadHarbour's lights - now\xad", "Harbour's lights - now"),
        ("html", "<p>harbour&rsquo;s&nbsp;lights &mdash; now</p>", "harbour&rsquo;s&nbsp;lights &mdash; now"),
        ("html", "<p>har<b>bour</b>'s <i>lights - now</i></p>", "har<b>bour</b>'s <i>lights - now"),
        ("html", "<p>harbour's<br>lights -\n  now</p>", "harbour's<br>lights -\n  now"),
        ("html", "<p>har&shy;bour's lights&#32;- now</p>", "har&shy;bour's lights&#32;- now"),
        ("html", "<p>harbour's <!-- x -->lights - now</p>", "harbour's <!-- x -->lights - now"),
        ("markdown", "The **harbour's** _lights - now_", "harbour's** _lights - now"),
        ("markdown", "> harbour's lights\n> - now", "harbour's lights\n> - now"),
    ],
)
def test_a_phrase_is_found_in_any_dress(tmp_path: Path, format: Format, source: str, place: str) -> None:
    if format == "markdown" and source.startswith(">"):
        source, place = source.replace("- now", "now"), place.replace("- now", "now")
        assert found(rule(tmp_path, "harbour's lights now"), source, format) == [place]
    else:
        assert found(rule(tmp_path, "harbour's lights - now"), source, format) == [place]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("harbour lights", 1),
        ("(harbour lights)", 1),
        ("harbour lights2", 0),
        ("harbour lightship", 0),
        ("the outharbour lights", 0),
        ("harbour lights’", 1),
        ("éharbour lights", 0),
        ("harbour lights_", 1),
        ("harbour-lights", 0),
        ("harbour\n\nlights", 0),
        ("harbour lights harbour lights", 2),
        ("港harbour lights港", 1),
    ],
)
def test_a_phrase_is_whole_words_in_one_block(tmp_path: Path, source: str, count: int) -> None:
    assert len(found(rule(tmp_path, "harbour lights"), source)) == count


def test_scripts_without_spaces_have_no_word_boundaries(tmp_path: Path) -> None:
    assert found(rule(tmp_path, "続きを読む"), "この記事の続きを読むには登録が必要です。") == ["続きを読む"]
    assert found(rule(tmp_path, "ความเห็น"), "แสดงความเห็นของคุณ") == ["ความเห็น"]


def test_hangul_and_arabic_phrases_are_found(tmp_path: Path) -> None:
    assert found(rule(tmp_path, "댓글 남기기"), "여기에 댓글 남기기 하세요") == ["댓글 남기기"]
    assert found(rule(tmp_path, "اترك تعليقاً"), "الخبر.\n\nاترك تعليقاً") == ["اترك تعليقاً"]


def test_text_beyond_the_basic_plane_moves_nothing(tmp_path: Path) -> None:
    source = "😀😀 𝕊 harbour lights 😀"
    assert found(rule(tmp_path, "harbour lights"), source) == ["harbour lights"]


# ---- extents


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("Harbour lights", "Harbour lights"),
        (": Harbour lights: *", ": Harbour lights: *"),
        ("[Harbour lights] harbour bells", "[Harbour lights] harbour bells"),
        ("Harbour lights are out", None),
        ("“Harbour lights”", None),
        ("'Harbour lights'", None),
        ("Harbour lights 2", None),
    ],
)
def test_extent_block_takes_a_block_that_is_nothing_else(tmp_path: Path, source: str, place: str | None) -> None:
    block = rule(tmp_path, "harbour lights", "harbour bells", extent="block")
    assert found(block, f"It rains.\n\n{source}\n\nIt snows.") == ([place] if place else [])


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("It rains. Harbour lights! It snows.", "Harbour lights!"),
        ("It rains. Harbour lights.", "Harbour lights."),
        ("Harbour lights. Harbour bells. It snows.", "Harbour lights. Harbour bells."),
        ("It rains. The harbour lights went out.", None),
        ("It rains. “Harbour lights.” It snows.", None),
    ],
)
def test_extent_sentence_takes_sentences_that_are_nothing_else(tmp_path: Path, source: str, place: str | None) -> None:
    sentence = rule(tmp_path, "harbour lights", "harbour bells", extent="sentence")
    assert found(sentence, source) == ([place] if place else [])


def test_extents_of_patterns(tmp_path: Path) -> None:
    source = "Harbour lights 7 went out.\n\nIt rains. (Harbour lights 8)\n\n* Harbour lights 9 *"
    places = {
        "match": ["Harbour lights 7", "Harbour lights 8", "Harbour lights 9"],
        "sentence": ["(Harbour lights 8)", "* Harbour lights 9 *"],
        "block": ["* Harbour lights 9 *"],
        "to-end": [source],
    }
    for extent, expected in places.items():
        pattern = load(tmp_path, f'[[match]]\nextent = "{extent}"\npatterns = ["harbour lights [0-9]"]\n')
        assert found(pattern, source) == expected, extent


def test_a_block_is_all_that_a_pattern_sees(tmp_path: Path) -> None:
    edges = load(tmp_path, "[[match]]\npatterns = ['^harbour lights$']\n")
    assert found(edges, "It rains.\n\nHarbour lights\n\nHarbour lights went.") == ["Harbour lights"]
    across = load(tmp_path, "[[match]]\npatterns = ['harbour.{0,9}lights']\n")
    assert found(across, "Harbour\n\nLights") == []


def test_patterns_see_plain_quotes_dashes_and_spaces(tmp_path: Path) -> None:
    pattern = load(tmp_path, "[[match]]\npatterns = ['''\"harbour's lights\" - [a-z]+ now''']\n")
    source = "“Harbour’s\xa0lights”\u2009— out\tnow"
    assert found(pattern, source) == [source]


def test_an_empty_match_is_no_finding(tmp_path: Path) -> None:
    empty = load(tmp_path, "[[match]]\nanchors = ['harbour']\npatterns = ['x*']\n")
    assert found(empty, "Harbour lights, maxx") == ["xx"]
    assert found(empty, "Harbour lights") == []


def test_at_least_counts_different_phrases(tmp_path: Path) -> None:
    two = rule(tmp_path, "harbour lights", "harbour bells", more="at_least = 2\n")
    assert found(two, "Harbour lights\n\nHarbour lights") == []
    assert found(two, "Harbour lights.\n\nIt rains.\n\nHarbour bells") == ["Harbour lights", "Harbour bells"]


def test_what_counts_only_together_is_one_finding_where_it_stands_together(tmp_path: Path) -> None:
    two = rule(tmp_path, "harbour lights", "harbour bells", more="at_least = 2\n")
    assert found(two, "Harbour lights\n\nHarbour bells harbour lights") == [
        "Harbour lights\n\nHarbour bells harbour lights"
    ]


def test_a_rule_without_a_literal_looks_at_few_blocks(tmp_path: Path) -> None:
    last = load(tmp_path, "[where]\nlast_blocks = 1\n[[match]]\nextent = 'block'\npatterns = ['[0-9]{3}']\n")
    assert found(last, "123\n\n456\n\n789") == ["789"]


# ---- patterns that run wild


WILD = "[[match]]\nanchors = ['harbour']\npatterns = ['harbour (?:[a-z ]|[a-z ]{2})+!']\n"
SLOW = "Harbour " + "a" * 60 + "?"


def test_a_pattern_that_runs_wild_is_given_up_and_the_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path, load_text(WILD), "pack/wild")
    write(tmp_path, load_text('[[match]]\nphrases = ["harbour lights"]\n'), "pack/tame")
    rules = load_rules([tmp_path], examples=True)
    source = f"Harbour here!\n\n{SLOW}\n\nHarbour lights there!"
    with pytest.raises(TimeoutError):
        regex.search(WILD.split("'")[3], SLOW, regex.IGNORECASE, timeout=0.1)
    begin = time.monotonic()
    findings = check(parse(source, "text"), rules)
    assert time.monotonic() - begin < 10
    assert [(finding.rule, finding.matched) for finding in findings] == [
        ("pack/wild", "Harbour here!"),
        ("pack/wild", "Harbour lights there!"),
    ]


@pytest.mark.parametrize("extent", ["match", "sentence", "block", "to-end"])
def test_no_extent_lets_a_wild_pattern_hang(tmp_path: Path, extent: str) -> None:
    begin = time.monotonic()
    assert found(load(tmp_path, f"{WILD}extent = '{extent}'\n"), SLOW) == []
    assert time.monotonic() - begin < 10


def test_what_cannot_be_ruled_out_is_let_go(tmp_path: Path) -> None:
    careful = rule(tmp_path, "harbour", more="unless = ['harbour (?:[a-z ]|[a-z ]{2})+!']\n")
    assert found(careful, SLOW) == []
    assert found(careful, "Harbour lights!") == []
    assert found(careful, "Harbour lights?") == ["Harbour"]


def load_text(body: str) -> str:
    """A whole rule file."""
    return HEAD + body + EXAMPLES
