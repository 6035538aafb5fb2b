"""Every key of a configuration, declared once: checking, schema, manual and starter are made from this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, get_args

from ..document.model import Scope
from ..rules.load import LEVELS
from ..rules.options import Option, OptionType
from .settings import FAIL_ON

Shape = Literal["one", "many", "one or many", "map", "options", "tables", "integer", "number", "boolean"]
"""What a value is made of: words, one or several; a `map` from rules to words; the `options` of rules;
`tables`, each with keys of its own; or a plain number or truth value."""


class Word(NamedTuple):
    """What a string may be: one of `choices`, or what `pattern` matches from end to end; with neither, not blank.

    `names` says what it stands for, and what else must hold of it: "rule", "glob",
    "path", "site", "language"; "" for any text. `what` is for people.
    """

    what: str
    pattern: str = ""
    choices: tuple[str, ...] = ()
    names: str = ""


class Key(NamedTuple):
    """One key: what its value is, what it is without one, what it does, and how it is written.

    `keys` are those of each table of `tables`; of `any_of` a table has at least one, of
    `only_one` at most one.
    """

    name: str
    shape: Shape
    about: str
    word: Word = Word("text")
    default: Any = None
    example: str = ""
    needed: bool = False
    keys: tuple[Key, ...] = ()
    any_of: tuple[str, ...] = ()
    only_one: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


TEXT = Word("text")
PATH = Word("a path")
EXISTING = Word("a path of something that is there", names="path")
RULE = Word(
    "a rule, or the beginning of its name",
    r"[a-z][a-z0-9]*(-[a-z0-9]*)*(/([a-z][a-z0-9]*(-[a-z0-9]*)*)?)?",
    names="rule",
)
GLOB = Word("a pattern as in a .gitignore", names="glob")
SITE = Word("a host name without https:// and path, in small letters", r"[^\s/:A-Z]+\.[^\s/:A-Z]+", names="site")
LANGUAGE = Word("a language code such as de", r"[a-z]{2}", names="language")
FINGERPRINT = Word("a fingerprint from a report", r"[0-9a-f]{16}")

_POLICY = (
    Key(
        "select",
        "many",
        "Only these rules run, in place of every stable one.",
        RULE,
        example='select = ["promotion", "furniture", "notice/aggregator-disclaimer"]',
    ),
    Key(
        "extend-select",
        "many",
        "These rules run as well, such as rules in preview.",
        RULE,
        default=[],
        example='extend-select = ["typography/mixed-quotes"]',
    ),
    Key(
        "ignore",
        "many",
        "These rules do not run.",
        RULE,
        default=[],
        example='ignore = ["typography/spacing", "link"]',
    ),
    Key(
        "scope",
        "one",
        "Look at the article of a page, or at all that the page shows.",
        Word("a scope", choices=get_args(Scope)),
        default="article",
        example='scope = "page"',
    ),
    Key(
        "severity",
        "map",
        "How bad the findings of rules are; off: the rule does not run. The longest name that fits a rule counts.",
        Word("a severity", choices=LEVELS),
        default={},
        example="""\
[severity]
"furniture/share-widget" = "error"
"typography" = "note"
"link" = "off\"""",
    ),
    Key(
        "rules",
        "options",
        "What single rules are told: a table for each, with the options that its page in the manual names.",
        default={},
        example="""\
[rules."promotion/injected-blurb"]
advertisers = ["Northwind Panels"]""",
    ),
)

OVERRIDES = Key(
    "overrides",
    "tables",
    "Other settings for some articles. All conditions of a table must hold; of several tables the later counts.",
    default=[],
    example="""\
[[overrides]]
paths = ["opinion/**", "*.draft.md"]
ignore = ["notice"]
severity = { "promotion" = "warning" }""",
    keys=(
        Key(
            "paths",
            "many",
            "For files that one of the patterns fits.",
            GLOB,
            example='paths = ["opinion/**", "*.draft.md"]',
        ),
        Key(
            "sites",
            "many",
            "For articles whose own address (canonical link, og:url) is on one of these hosts or below it.",
            SITE,
            example='sites = ["skerrypost.example"]',
        ),
        Key(
            "languages",
            "many",
            "For texts in one of these languages, told from the text itself.",
            LANGUAGE,
            example='languages = ["de", "fr"]',
        ),
        *_POLICY,
    ),
    any_of=("paths", "sites", "languages"),
)

IGNORES = Key(
    "ignores",
    "tables",
    "Findings that are known and meant, for files that cannot hold a comment. Without text and fingerprint: "
    "every finding of the rule.",
    default=[],
    example="""\
[[ignores]]
path = "wire/2026-03-04-harbour.txt"
rule = "promotion/ad-placeholder"
matched = "Advertisement"
reason = "The story is about the word.\"""",
    keys=(
        Key("path", "one", "For files that the pattern fits.", GLOB, example='path = "wire/*.txt"', needed=True),
        Key("rule", "one", "The rule.", RULE, example='rule = "promotion/ad-placeholder"', needed=True),
        Key("matched", "one", "The text that was found, as the report shows it.", example='matched = "Advertisement"'),
        Key(
            "fingerprint",
            "one",
            "The finding's fingerprint in a report.",
            FINGERPRINT,
            example='fingerprint = "99f1b7828511cc9d"',
        ),
        Key(
            "reason",
            "one",
            "Why it is meant.",
            Word("text", r"[\s\S]*"),
            default="",
            example='reason = "The story is about the word."',
        ),
    ),
    only_one=("matched", "fingerprint"),
)

KEYS: tuple[Key, ...] = (
    Key(
        "extend",
        "one or many",
        "Configurations to start from, the later ones on top of the earlier. Paths are relative to this file.",
        EXISTING,
        default=[],
        example='extend = "../lintnews.toml"',
    ),
    *_POLICY[:3],
    Key(
        "fail-on",
        "one",
        "The mildest severity that makes the exit status 1.",
        Word("a severity", choices=FAIL_ON),
        default="warning",
        example='fail-on = "error"',
    ),
    Key(
        "exclude",
        "many",
        "Files and folders that a search passes over, relative to this file.",
        GLOB,
        default=[],
        example='exclude = ["drafts/", "*.bak.html"]',
    ),
    Key(
        "include",
        "many",
        "Which files of a folder are articles, in place of the endings that lintnews knows.",
        GLOB,
        example='include = ["*.html", "*.md", "wire/*.story"]',
    ),
    _POLICY[3],
    Key(
        "rule-paths",
        "many",
        "Rules of your own: folders that hold <pack>/<rule>.toml, or single such files, relative to this file.",
        EXISTING,
        default=[],
        example='rule-paths = ["house-rules"]',
    ),
    Key(
        "baseline",
        "one",
        "The file of findings that are old and not reported, relative to this file.",
        PATH,
        example='baseline = "lintnews-baseline.json"',
    ),
    *_POLICY[4:],
    OVERRIDES,
    IGNORES,
)


_SHAPES: dict[OptionType, Shape] = {
    "strings": "many",
    "string": "one",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}


def of_rule(options: Sequence[Option]) -> tuple[Key, ...]:
    """The keys of the table of a rule with these options."""
    return tuple(
        Key(
            option.name,
            _SHAPES[option.type],
            option.about,
            default=list(option.default) if option.type == "strings" else option.default,
            least=option.least,
            most=option.most,
        )
        for option in options
    )
