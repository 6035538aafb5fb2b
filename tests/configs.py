"""Configurations for tests: files in a folder, and random ones that are valid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from lintnews.config.resolve import Configurations
from lintnews.config.settings import FAIL_ON, Settings
from lintnews.rules.load import LEVELS

AD, BLURB, DOUBLED = "promotion/ad-placeholder", "promotion/injected-blurb", "typography/doubled-punctuation"

NAMES = st.sampled_from([AD, BLURB, DOUBLED, "promotion", "promotion/ad", "typography", "notice", "link", "structure"])
"""Rules, packs and beginnings of names."""

GLOBS = st.sampled_from(["*.txt", "a.txt", "wire/", "wire/*", "**/b.txt", "!a.txt", "/a.txt", "nothing.html"])
"""Patterns for the paths that tests use."""

_WORDS = st.sampled_from(["Northwind Panels", "special offer", 'the "best" box', "é 東京", "tab\tand\\slash", "\x7f"])
_PHRASES = st.lists(_WORDS.filter(lambda word: any(map(str.isalnum, word))), max_size=2)
_LISTS = st.lists(NAMES, max_size=3)
_POLICY: dict[str, st.SearchStrategy[Any]] = {
    "select": _LISTS,
    "ignore": _LISTS,
    "extend-select": _LISTS,
    "scope": st.sampled_from(["article", "page"]),
    "severity": st.dictionaries(NAMES, st.sampled_from(LEVELS), max_size=3),
    "rules": st.fixed_dictionaries(
        {},
        optional={
            AD: st.fixed_dictionaries({}, optional={"phrases": _PHRASES, "allow": _PHRASES}),
            BLURB: st.fixed_dictionaries({}, optional={"advertisers": st.lists(st.just("Northwind Panels"))}),
            "structure/duplicate-paragraph": st.fixed_dictionaries(
                {}, optional={"shortest": st.integers(20, 99), "alike": st.sampled_from([0.5, 0.75, 1])}
            ),
        },
    ),
}
_CONDITIONS: dict[str, st.SearchStrategy[Any]] = {
    "paths": st.lists(GLOBS, min_size=1, max_size=2),
    "sites": st.lists(st.sampled_from(["post.example", "skerry.example"]), min_size=1, max_size=2),
    "languages": st.lists(st.sampled_from(["de", "en"]), min_size=1, max_size=2),
}
POLICIES = st.fixed_dictionaries({}, optional=_POLICY)
"""Tables that a policy is made of."""

OVERRIDES = st.fixed_dictionaries({}, optional={**_POLICY, **_CONDITIONS}).filter(
    lambda table: table.keys() & _CONDITIONS
)
"""Tables of overrides."""

CONFIGS = st.fixed_dictionaries(
    {},
    optional={
        **_POLICY,
        "fail-on": st.sampled_from(FAIL_ON),
        "exclude": st.lists(GLOBS, max_size=2),
        "include": st.lists(GLOBS, max_size=2),
        "baseline": st.just("old.json"),
        "overrides": st.lists(OVERRIDES, max_size=3),
        "ignores": st.lists(
            st.fixed_dictionaries(
                {"path": GLOBS, "rule": NAMES}, optional={"matched": _WORDS, "reason": st.sampled_from(["", "meant"])}
            ),
            max_size=2,
        ),
    },
)
"""Whole configurations."""


def write(path: Path, text: str) -> Path:
    """A file with this text, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings(path: Path, config: Path | None = None) -> Settings:
    """What applies to a path, by the nearest configuration or the given one."""
    return Configurations(file=str(config) if config else None).settings(str(path))
