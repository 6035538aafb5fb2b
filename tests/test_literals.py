"""Required literals: whatever a pattern matches holds one of them, so looking for them first loses nothing."""

from __future__ import annotations

import random
import re
import warnings
from functools import lru_cache
from re._parser import parse as parse_pattern  # type: ignore[import-not-found]
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lintnews.document.sourcemap import collapse
from lintnews.rules.fold import fold, plain
from lintnews.rules.literals import Shape, required, shape
from lintnews.rules.load import load_rules
from lintnews.rules.model import Rule
from lintnews.rules.packed import whole
from lintnews.rules.telling import strength

SHIPPED = [rule for rule in load_rules(examples=True).rules if any(clause.patterns for clause in rule.clauses)]


@lru_cache(maxsize=64)
def _read(pattern: str) -> tuple[Shape, regex.Pattern[str]]:
    return shape(pattern), regex.compile(pattern, regex.IGNORECASE)


def holds(pattern: str, source: str) -> bool | None:
    """Whether the folded text holds a required literal; None where nothing is matched or required."""
    # What a pattern is shown is the text of a document: white space collapsed, quotes and dashes alike.
    text = collapse(source).replace("\n", " ")
    (needs, _, _, others), compiled = _read(pattern)
    if not needs or not compiled.search(plain(text), timeout=5):
        return None
    folded = fold(text)
    return all(any(literal in folded for literal in some) for some in (needs, *others))


def a_match(tree: list[tuple[Any, Any]], chance: random.Random) -> str:
    """A text that a parsed pattern may match; what stands at its edges is not looked at."""
    parts: list[str] = []
    for kind, what in tree:
        match str(kind):
            case "LITERAL":
                parts.append(chr(what))
            case "NOT_LITERAL" | "ANY":
                parts.append(chance.choice("xy 1\"'"))
            case "IN":
                parts.append(a_member(what, chance))
            case "BRANCH":
                parts.append(a_match(list(chance.choice(what[1])), chance))
            case "SUBPATTERN":
                parts.append(a_match(list(what[-1]), chance))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                low, high, inside = what
                parts.extend(a_match(list(inside), chance) for _ in range(chance.randint(low, min(high, low + 3))))
            case "AT" | "ASSERT" | "ASSERT_NOT":
                pass
            case other:
                raise NotImplementedError(other)
    return "".join(parts)


def a_member(members: list[tuple[Any, Any]], chance: random.Random) -> str:
    """One character of a class."""
    if str(members[0][0]) == "NEGATE":
        return chance.choice("xy1")
    kind, what = chance.choice(members)
    if str(kind) == "LITERAL":
        return chr(what)
    if str(kind) == "RANGE":
        return chr(chance.randint(*what))
    return {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "7"}.get(str(what), chance.choice("bcé"))


READ = [
    "advertisement",
    "ADVERTISEMENT",
    "read more|read also",
    "(?:read|see) (?:more|also)",
    "(read|see|)more",
    "colou?r",
    "colou?r(?:s|ed)? of the",
    "(?:the )?(?:article|story) continues",
    "(?:very ){2}good",
    "(?:very ){2,}good",
    "(?:very ){0,3}good",
    "(?:very )*good",
    "(?:very )+good",
    "(?:very )+?good",
    "(?:very )*?good",
    "(?:very ){1,3}?good",
    "x{3}yz",
    "a{0}bcd",
    "ab{1}cd",
    "sign up (?:for|to) (?:our|the) [a-z ]{0,40}newsletters?",
    "[Aa]dvert",
    "[ab]c[de]f",
    "[^a]bcd",
    "[a-c]defg",
    "[.]com",
    "[]x]yzw",
    "[-.]news",
    r"[\]x]yzw",
    r"\[ad\] slot",
    r"\(photo\)",
    r"\bwhole word\b",
    "^at the start",
    "at the end$",
    r"\Aall of it\Z",
    r"white\s+space",
    r"white\s*space",
    r"white\s?space",
    r"\d{1,3} comments",
    r"\d+ of \w+ comments",
    r"page \d+",
    r"[\w ,'-]{0,20}sources[\w ,'-]{0,9}",
    ".{3,9}syndicated feed.*",
    "(?P<focus>our standards):",
    "(?P<a>x)(?:y)(z) news",
    "(?!the )an end",
    "(?<!of )the end",
    "(?i)Loud Words",
    "(?i:Loud) words",
    "(?s)one.two three",
    "(?#a remark)and words",
    r"(a|b)\1 twice",
    r"(?P<w>re)(?P=w)read",
    r"tab\there",
    r"caf\xe9 noir",
    "café|thé vert",
    "publicité",
    "İLAN",
    "ılık",
    "straße",
    "ΟΔΟΣ|οδός",
    "ἀρχή ς",
    "Реклама",
    "広告|广告",
    "댓글 (?:남기기|달기)",
    "it's [\"'](?:quoted|said)[\"']",
    "a-b -- c",
    "[ſs]ign",
    "Kelvin",
    "((a|b)(c|d)(e|f)(g|h)(i|j)(k|l)m)n",
    "(?:a|b|c|d|e|f|g|h)(?:a|b|c|d|e|f|g|h)(?:a|b|c|d|e|f|g|h)xyz",
    "||x",
    "",
]
"""Patterns that the `re` package understands as well, so that matches can be made."""

GIVEN = [
    ("(?=the )the end", "the end"),
    ("(?<=of )the end", "of the end"),
    ("begin(?=ning)", "beginning"),
    ("begin(?=ning|ner)ne", "beginner"),
    (r"(?>atomic) group", "atomic group"),
    ("very++ good", "veryyy good"),
    (r"\p{Lu}xyz words", "Äxyz words"),
    (r"\pLxyz", "äxyz"),
    (r"\N{LATIN SMALL LETTER A}bcd", "abcd"),
    (r"a\u0062cd", "abcd"),
    (r"(?x) free   spacing # remark", "freespacing"),
    (r"(?x: free   spacing) here", "freespacing here"),
    (r"(?:fuzzy){e<=1} words", "fuzy words"),
    (r"(?:fuzzy words){e<=2}", "fuzy word"),
    (r"(?V1)[[a-z]--[aeiou]]xyz", "bxyz"),
    (r"(?fi)strasse", "Straße"),
    (r"(?i:[)])foo", ")foo"),
    (r"(?i:[(])foo(?:bar)?", "(foo"),
    (r"((?i:[)(]))foo", "(foo"),
    (r"(?(?=a)abc|xyz)", "xyz"),
    (r"(x)?(?(1)abc|xyz)", "xyz"),
    (r"(?|abc|xyz)d", "xyzd"),
    (r"(a)(b)(c)(d)(e)(f)(g)(h)(i)(.)\10long tail", "abcdefghijjlong tail"),
    (r"\101bcd", "Abcd"),
    (r"(\((?:[^()]|(?1))*\)) words", "((a)b) words"),
    (r"\X words", "e\u0301 words"),
    (r"\mwords\M", "words"),
    (r"foo\Kbar", "foobar"),
    (r"[[:alpha:]]bcd", "abcd"),
    (r"[^[:alpha:]x]bcd", "1bcd"),
    (r"brace{} end", "brace{} end"),
    (r"brace{a} end", "brace{a} end"),
    (r"brace{ 2} end", "brace{ 2} end"),
    (r"words \P{", "words P{"),
    (r"words \P|or other", "or other"),
    ("words{|or other}", "words{"),
    ("[[:a]bcd", ":bcd"),
    ("(?>[[:a]bcd)", ":bcd"),
    (r"brace{,2}s", "bracees"),
    (r"x{2,3}+y", "xxxy"),
    (r"(?-i:Case) words", "Case words"),
    (r"(?P<n>foo)(?&n)bar", "foofoobar"),
    (r"(?P<n>foo|o)(?P>n)bar", "oobar"),
    (r"a\ b\-c", "a b-c"),
    (r"(?r)back wards", "back wards"),
]
"""Patterns that only the `regex` package understands, each with a text that it matches."""


@pytest.mark.parametrize("pattern", READ)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_match_holds_a_required_literal(pattern: str, data: st.DataObject) -> None:
    source = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE), fullmatch=True))
    assert holds(pattern, source) is not False, source
    assert holds(pattern, f"{source.upper()} x") is not False, source


@pytest.mark.parametrize(("pattern", "source"), GIVEN)
def test_constructs_of_the_regex_package_lose_nothing(pattern: str, source: str) -> None:
    assert regex.search(pattern, source, regex.IGNORECASE)
    assert holds(pattern, source) is not False, required(pattern)


def parsed(pattern: str) -> list[Any]:
    """The standard library's tree of a pattern; empty for what only the regex package knows."""
    try:
        return list(parse_pattern(pattern))
    except re.error:
        return []


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.id)
def test_shipped_patterns_lose_nothing(rule: Rule) -> None:
    chance = random.Random(rule.id)
    shown = [line for example in rule.examples for line in example.source.splitlines()]
    exercised = 0
    for clause in rule.clauses:
        for pattern in clause.patterns:
            made = {a_match(tree, chance) for _ in range(40)} if (tree := parsed(pattern)) else set()
            told = [holds(pattern, source) for source in (*made, *map(str.upper, made), *shown)]
            assert False not in told, pattern
            exercised += True in told or not required(pattern)
    assert exercised


@settings(max_examples=2000, deadline=None)
@given(st.text(r"abA().?*+|[]{}^$\\:<>=!Pi#xs12, -&", max_size=14), st.text("abAi12() ", max_size=12))
def test_any_pattern_that_compiles_is_read_and_loses_nothing(pattern: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            regex.compile(pattern)
        except (regex.error, KeyError, IndexError, ValueError):
            assume(False)
        try:
            assert holds(pattern, text) is not False, required(pattern)
        except TimeoutError:
            return


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("Sponsored content", ("sponsored",)),
        ("(?:read|see) (?:more|also)", ("read also", "read more", "see also", "see more")),
        ("colou?red", ("colored", "coloured")),
        (r"\d+ comments", (" comments",)),
        (r"by \w+ in the newsroom", (" in the newsroom",)),
        (r"white\s+spaces", ("spaces",)),
        ("sign up .{0,40} newsletter", (" newslette",)),
        (r"\bJane’s", ("jane's",)),
        ("(?:very ){2,}long words", ("long words",)),
        ("a|", ()),
        (r"\w+", ()),
        ("(?:x|.)*", ()),
    ],
)
def test_the_most_telling_literals_are_found(pattern: str, literals: tuple[str, ...]) -> None:
    # Nine telling letters are enough; what comes after them is left out.
    assert required(pattern) == literals


def test_dense_scripts_count_double() -> None:
    assert [strength(literals) for literals in [("advert", "adverts"), ("広告",), ()]] == [6, 4, 0]


def test_common_words_and_scraps_tell_nothing() -> None:
    assert [strength((literal,)) for literal in (" on ", "of the ", "ad", "of the advert")] == [0, 0, 0, 6]


@settings(max_examples=1000, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(plain(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    # Character by character it is the same, so a phrase is found wherever it stands.
    assert [fold(character) for character in text] == list(fold(text))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("don’t", "DON'T"),
        ("«Le Monde»", '"le monde"'),
        ("a – b — c‑d", "A - B - C-D"),
        ("a\xa0b\u202fc\td\ne", "a b c d e"),
        ("İLANLAR", "ilanlar"),
        ("YAYIMLANMAYACAK", "yayımlanmayacak"),
        ("ΑΠΆΝΤΗΣΗΣ", "απάντησης"),
        ("ÉCRIRE", "écrire"),
        ("РЕКЛАМА", "реклама"),
    ],
)
def test_folding_makes_alike_what_differs_only_in_dress(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.id)
def test_prefixes_and_widths_hold_for_every_match(rule: Rule) -> None:
    chance = random.Random(rule.id)
    for clause in whole(rule.clauses):
        for pattern, prefixes, width in zip(
            clause.patterns, clause.prefixes, clause.widths or [10**9] * len(clause.patterns), strict=True
        ):
            tree = parsed(pattern)
            for source in {a_match(tree, chance) for _ in range(40)} if tree else set():
                if (match := regex.search(pattern, source, regex.IGNORECASE)) is None:
                    continue
                found = fold(source[match.start() : match.end()])
                assert len(found) <= width, (pattern, found)
                assert not prefixes or found.startswith(prefixes), (pattern, found)
