"""What is wrong with a configuration is said at once, with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from configs import settings, write
from toml_rules import SOUND
from toml_rules import write as write_rule

from lintnews.config.settings import ConfigError


def said(folder: Path, text: str, name: str = "lintnews.toml") -> list[str]:
    """The lines of the message about a configuration, without the folder's name."""
    path = write(folder / name, text)
    with pytest.raises(ConfigError) as error:
        settings(folder / "a.txt", path)
    return str(error.value).replace(f"{folder}/", "").splitlines()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignroe = []", "ignroe: unknown key; did you mean 'ignore'?"),
        ("zzz = 1", "zzz: unknown key; known: extend, select, extend-select, ignore,"),
        ("extend_select = []", "extend_select: unknown key; did you mean 'extend-select'?"),
        ("select = 'promotion'", "select: must be a list of strings, not 'promotion'; write select = [\"promotion\"]"),
        ("select = [1]", "select: must be a list of strings, not [1]"),
        ("fail-on = 'fatal'", "fail-on: 'fatal' is not one of error, warning, note, never"),
        ("fail-on = 'warn'", "fail-on: 'warn' is not one of error, warning, note, never; did you mean 'warning'?"),
        ("fail-on = true", "fail-on: must be one of error, warning, note, never, not True"),
        ("scope = ['page']", "scope: must be one of article, page, not ['page']"),
        ("baseline = ''", "baseline: must not be empty"),
        ("baseline = 3", "baseline: must be a string, not 3"),
        ("exclude = ['a', '#']", "exclude: '#' names no file; write a pattern as in a .gitignore"),
        ("exclude = ['!']", "exclude: '!' names no file"),
        ("rule-paths = ['house']", "rule-paths: 'house': no such file or folder (house)"),
        ("extend = 'base.toml'", "extend: 'base.toml': no such file or folder (base.toml)"),
        ("extend = 1", "extend: must be a string or a list of strings, not 1"),
        ("ignore = ['promotoin']", "ignore: no rule is called 'promotoin'; did you mean 'promotion'?"),
        ("ignore = ['']", "ignore: must not be empty"),
        ("ignore = ['Promotion']", "ignore: 'Promotion' is not a rule, or the beginning of its name"),
        ("severity = 'error'", "severity: must be a table of rules, each with one of error, warning, note, off"),
        ("[severity]\n\n'promotion' = 'fatal'", "severity.promotion: 'fatal' is not one of error, warning, note, off"),
        ("[severity]\n\n'promotion' = 1", "severity.promotion: must be one of error, warning, note, off, not 1"),
        ("[severity]\n\n'promotion/x' = 'off'", "severity.\"promotion/x\": no rule is called 'promotion/x'"),
        ("[rules]\n\n'promotion' = {}", "rules.promotion: options are set for one rule; write its whole name"),
        ("[rules]\n\n'promotion/y' = {}", "rules.\"promotion/y\": no rule is called 'promotion/y'"),
        ("[rules]\n\n'promotion/injected-blurb' = 1", "must be a table of the rule's options, not 1"),
        (
            "[rules.'promotion/injected-blurb']\n\nadvertiser = ['x']",
            "rules.\"promotion/injected-blurb\".advertiser: unknown key; did you mean 'advertisers'?",
        ),
        ("[rules.'promotion/injected-blurb']\n\nadvertisers = 'x'", "advertisers: must be a list of strings, not 'x'"),
        ("[rules.'promotion/injected-blurb']\n\nadvertisers = ['x']", "'x' is too short to look for"),
        (
            "[rules.'promotion/injected-blurb']\n\nphrases = ['x y z']",
            "phrases: unknown key; known: advertisers, allow",
        ),
        ("[rules.'promotion/ad-placeholder']\n\nphrases = ['...']", "phrases: '...' holds no letter"),
        ("[rules.'promotion/ad-placeholder']\n\nallow = ['!']", "allow: '!' holds no letter"),
        ("[rules.'structure/duplicate-paragraph']\n\nshortest = 1", "shortest: must be 20 or more"),
        ("[rules.'structure/duplicate-paragraph']\n\nshortest = 30.5", "shortest: must be a whole number, not 30.5"),
        ("[rules.'structure/duplicate-paragraph']\n\nalike = 2", "alike: must be 1 or less"),
        ("[rules.'structure/duplicate-paragraph']\n\nalike = nan", "alike: must be a number, not nan"),
        ("[[overrides]]\npaths = ['x']\n[[overrides]]\n\npath = ['x']", "overrides[2].path: unknown key; did you mean"),
        (
            "[[overrides]]\nsites = ['https://post.example/']",
            "overrides[1].sites: 'https://post.example/' is not a host",
        ),
        ("[[overrides]]\nlanguages = ['xx']", "overrides[1].languages: 'xx' is no language that lintnews can tell"),
        ("[[overrides]]\nlanguages = ['German']", "'German' is not a language code such as de"),
        (
            "[[overrides]]\npaths = ['x']\n[overrides.severity]\nlnk = 'off'",
            "overrides[1].severity.lnk: no rule is called",
        ),
        (
            "[[ignores]]\nrule = 'link'\npath = 'x'\nfingerprint = 'y'",
            "fingerprint: 'y' is not a fingerprint from a report",
        ),
        ("select = [\n", "not valid TOML: "),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    (line,) = said(tmp_path, f"# first\n{text}")
    place, _, rest = line.partition(": ")
    assert place == f"lintnews.toml:{2 + text.count(chr(10))}"  # every mistake is in the last line
    assert message in rest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[overrides]\n\npaths = ['x']", "overrides: must be tables, each under [[overrides]], not {'paths': ['x']}"),
        ("[[overrides]]\nignore = ['link']", "overrides[1]: needs at least one of paths, sites, languages"),
        ("[[overrides]]\npaths = []", "overrides[1]: needs at least one of paths, sites, languages"),
        ("[[ignores]]\npath = 'x'", "ignores[1]: rule is missing"),
        ("[[ignores]]\nrule = 'link'\npath = 'x'\nmatched = 'y'\nfingerprint = '0123456789abcdef'", "give only one of"),
    ],
)
def test_a_mistake_of_a_table_is_named_with_the_line_where_it_begins(tmp_path: Path, text: str, message: str) -> None:
    (line,) = said(tmp_path, f"# first\n{text}")
    place, _, rest = line.partition(": ")
    assert place == "lintnews.toml:2"
    assert message in rest


def test_all_that_is_wrong_is_said_in_one_go_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = "scope = 'pages'\nignore = [\n  'link',\n  'lnik',\n]\n\n[severity]\nlink = 'errr'\n\n[rules]\n'link' = {}\n"
    assert [line.split(": ")[0] + ": " + line.split(": ")[1] for line in said(tmp_path, text)] == [
        "lintnews.toml:1: scope",
        "lintnews.toml:4: ignore",
        "lintnews.toml:8: severity.link",
        "lintnews.toml:11: rules.link",
    ]


def test_a_pyproject_names_the_lines_of_its_own(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.lintnews]\nscope = "pages"\n[[tool.lintnews.overrides]]\npath = []\n'
    assert said(tmp_path, text, "pyproject.toml") == [
        "pyproject.toml:5: scope: 'pages' is not one of article, page; did you mean 'page'?",
        "pyproject.toml:7: overrides[1].path: unknown key; did you mean 'paths'?",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[project]\nname = 'x'\n", "pyproject.toml: has no table [tool.lintnews]"),
        ("[tool]\nlintnews = 1\n", "pyproject.toml:2: tool.lintnews must be a table"),
        ("# lintnews\n[tool\n", "pyproject.toml:2: not valid TOML: "),
    ],
)
def test_a_pyproject_that_is_asked_for_must_have_the_table(tmp_path: Path, text: str, message: str) -> None:
    (line,) = said(tmp_path, text, "pyproject.toml")
    assert line.startswith(message)


def test_other_bytes_than_utf_8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "lintnews.toml"
    path.write_bytes(b"# first\nbaseline = 'caf\xe9'\n")
    with pytest.raises(ConfigError, match=r"lintnews\.toml:2: not UTF-8; save the file as UTF-8"):
        settings(tmp_path / "a.txt")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "lintnews.toml").write_bytes(b"\xef\xbb\xbffail-on = 'error'\r\nscope = 'page'\r\n")
    assert (settings(tmp_path / "a.txt").fail_on, settings(tmp_path / "a.txt").scope) == ("error", "page")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read: No such file or directory"):
        settings(tmp_path / "a.txt", tmp_path / "gone.toml")


# ---- files that extend each other


def test_a_circle_names_its_files(tmp_path: Path) -> None:
    write(tmp_path / "b" / "b.toml", "# x\nextend = '../c.toml'\n")
    write(tmp_path / "c.toml", "extend = ['lintnews.toml']\n")
    (line,) = said(tmp_path, "extend = 'b/b.toml'\n")
    assert line == (
        "c.toml:1: extend: the files extend each other in a circle: "
        "lintnews.toml -> b/b.toml -> c.toml -> lintnews.toml; take one out"
    )
    assert said(tmp_path, "extend = 'lintnews.toml'\n") == [
        "lintnews.toml:1: extend: the files extend each other in a circle: lintnews.toml -> lintnews.toml; take one out"
    ]


def test_two_ways_to_one_base_are_no_circle(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "ignore = ['link']\n")
    for name in ("one", "two"):
        write(tmp_path / f"{name}.toml", "extend = 'base.toml'\n")
    write(tmp_path / "lintnews.toml", "extend = ['one.toml', 'two.toml']\n")
    assert settings(tmp_path / "a.txt").policy.ignore == ("link",)


def test_a_mistake_in_a_base_is_said_of_the_base(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "\nfail_on = 'error'\n")
    assert said(tmp_path, "extend = 'base.toml'\nscope = 'x'\n") == [
        "base.toml:2: fail_on: unknown key; did you mean 'fail-on'?"
    ]


def test_a_chain_without_end_is_given_up(tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path / f"{number}.toml", f"extend = '{number + 1}.toml'\n")
    write(tmp_path / "40.toml", "")
    (line,) = said(tmp_path, "extend = '0.toml'\n")
    assert line.endswith("more than 20 files extend each other in a row")


# ---- rules of one's own


def test_a_broken_rule_is_named_with_the_line_that_asks_for_it(tmp_path: Path) -> None:
    write_rule(tmp_path / "house", SOUND.replace('severity = "warning"', 'severity = "bad"'))
    (line,) = said(tmp_path, "\nrule-paths = ['house']\n")
    assert line.startswith("lintnews.toml:2: rule-paths: house/pack/harbour-lights.toml: severity: 'bad' is not one of")


@pytest.mark.parametrize("name", ["promotion/ad-placeholder", "promotion/injected-blurb"])
def test_a_name_that_is_taken_is_an_error(tmp_path: Path, name: str) -> None:
    write_rule(tmp_path / "house", SOUND, name)
    (line,) = said(tmp_path, "rule-paths = ['house']\n")
    assert line.startswith(f"lintnews.toml:1: rule-paths: house/{name}.toml: the name '{name}' is taken by ")
    assert line.endswith("; rename one of them")


def test_a_base_knows_no_rules_of_what_extends_it(tmp_path: Path) -> None:
    write_rule(tmp_path / "house", SOUND)
    write(tmp_path / "base.toml", "ignore = ['pack']\n")
    (line,) = said(tmp_path, "extend = 'base.toml'\nrule-paths = ['house']\n")
    assert line.startswith("base.toml:1: ignore: no rule is called 'pack'")
    write(tmp_path / "base.toml", "rule-paths = ['house']\n")
    write(tmp_path / "lintnews.toml", "extend = 'base.toml'\nignore = ['pack/harbour-lights']\n")
    assert settings(tmp_path / "a.txt").ruleset.get("pack/harbour-lights") is None
