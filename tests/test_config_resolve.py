"""What applies to a file: the nearest configuration, what it extends, its overrides, and the command line on top."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from configs import AD, BLURB, DOUBLED, settings, write
from toml_rules import SOUND
from toml_rules import write as write_rule

from lintnews.config import settings as settings_module
from lintnews.config.read import has_table
from lintnews.config.resolve import Configurations
from lintnews.config.settings import DEFAULTS, Policy, Settings, applied
from lintnews.document import parse
from lintnews.document.model import Format
from lintnews.engine import check
from lintnews.files import find
from lintnews.rules.load import heads


def rules(found: Settings) -> set[str]:
    return {rule.id for rule in found.ruleset.rules}


# ---- which file


def test_without_a_file_nothing_is_configured(tmp_path: Path) -> None:
    assert settings(tmp_path / "a.txt") == DEFAULTS
    assert settings(tmp_path / "a.txt").ruleset is DEFAULTS.ruleset


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    write(tmp_path / "lintnews.toml", "fail-on = 'error'\nscope = 'page'\n")
    write(tmp_path / "one" / "two" / "lintnews.toml", "fail-on = 'note'\n")
    for path, level in (("a.txt", "error"), ("one/a.txt", "error"), ("one/two/a.txt", "note"), ("one/two/3/a", "note")):
        assert settings(tmp_path / path).fail_on == level
    assert settings(tmp_path / "one/two/a.txt").scope == "article"  # nothing further up is read


def test_lintnews_toml_counts_before_pyproject_and_one_without_the_table_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintnews]\nfail-on = 'error'\n")
    write(tmp_path / "one" / "pyproject.toml", "[project]\ndependencies = ['lintnews']\n")
    write(tmp_path / "two" / "pyproject.toml", "[tool.lintnews]\nfail-on = 'note'\n")
    write(tmp_path / "two" / "lintnews.toml", "")
    write(tmp_path / "three" / "pyproject.toml", "not TOML at all, and no word of it\n")
    found = {name: settings(tmp_path / name / "a.txt").fail_on for name in ("", "one", "two", "three")}
    assert found == {"": "error", "one": "error", "two": "warning", "three": "error"}


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("[tool.lintnews]", True),
        ("\r\n  [ tool . 'lintnews' ]  # x", True),
        ('["tool"."lintnews"]', True),
        ("[tool.lintnews.severity]", True),
        ("[[tool.lintnews.overrides]]\npaths = ['x']", True),
        ("[tool]\nlintnews.scope = 'page'", True),
        ("[tool]\n'lintnews' = {}", True),
        ("tool.lintnews = {}", True),
        ("tool = {lintnews = {}}", True),
        ("[tool.other]\nlintnews = 1", False),
        ("[project]\ndependencies = [\n  'lintnews',\n  'lintnews==0.1',\n]", False),
        ("[tool.lintnewsletter]", False),
        ('text = """\n[tool.lintnews]\n"""', False),
        ("", False),
    ],
)
def test_a_pyproject_counts_if_it_has_the_table_however_it_is_written(tmp_path: Path, text: str, has: bool) -> None:
    assert has_table(str(write(tmp_path / "pyproject.toml", text))) is has


def test_a_dependency_is_not_worth_a_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tomllib.loads", lambda text: pytest.fail("parsed"))
    path = write(tmp_path / "pyproject.toml", "[project]\ndependencies = [\n  'lintnews>=0.1',\n  \"lintnews\",\n]\n")
    assert not has_table(str(path))


def test_one_file_for_all_or_none(tmp_path: Path) -> None:
    write(tmp_path / "lintnews.toml", "fail-on = 'error'\n")
    other = write(tmp_path / "other" / "some.toml", "fail-on = 'note'\n")
    assert Configurations(file=str(other)).settings(str(tmp_path / "a.txt")).fail_on == "note"
    assert Configurations(isolated=True).settings(str(tmp_path / "a.txt")) == DEFAULTS


# ---- extend


def test_a_file_comes_on_top_of_those_that_it_extends(tmp_path: Path) -> None:
    write(tmp_path / "base" / "a.toml", "fail-on = 'note'\nscope = 'page'\nignore = ['link']\nbaseline = 'old.json'\n")
    write(tmp_path / "base" / "b.toml", "fail-on = 'error'\nignore = ['notice']\n[severity]\nmachine = 'off'\n")
    write(tmp_path / "lintnews.toml", "extend = ['base/a.toml', 'base/b.toml']\n[severity]\nleak = 'note'\n")
    found = settings(tmp_path / "a.txt")
    assert (found.fail_on, found.scope, found.policy.ignore) == ("error", "page", ("link", "notice"))
    assert found.policy.severities == (("leak", "note"), ("machine", "off"))
    assert found.baseline == str(tmp_path / "base" / "old.json")  # relative to the file that says so


def test_lists_of_options_are_replaced_one_by_one(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", f"[rules.'{AD}']\nphrases = ['one box']\nallow = ['advert']\n")
    write(tmp_path / "lintnews.toml", f"extend = 'base.toml'\n[rules.'{AD}']\nphrases = ['two box']\n")
    options = settings(tmp_path / "a.txt").policy.options
    assert options == ((AD, "allow", ("advert",)), (AD, "phrases", ("two box",)))


@pytest.mark.parametrize(
    ("base", "later", "runs", "rests"),
    [
        ("", "ignore = ['promotion']", [DOUBLED], [AD]),
        ("ignore = ['promotion']", "extend-select = ['promotion/ad-placeholder']", [AD], [BLURB]),
        ("ignore = ['promotion/ad-placeholder']", "extend-select = ['promotion']", [BLURB], [AD]),
        ("ignore = ['promotion/ad-placeholder']", "extend-select = ['promotion/ad-placeholder']", [AD], []),
        ("extend-select = ['promotion/ad-placeholder']", "ignore = ['promotion']", [DOUBLED], [AD, BLURB]),
        ("select = ['promotion']", "select = ['typography']", [DOUBLED], [AD]),
        ("select = ['promotion']", "ignore = ['promotion/injected-blurb']", [AD], [BLURB, DOUBLED]),
        ("select = ['promotion/ad-placeholder']", "ignore = ['promotion']", [], [AD, DOUBLED]),
        ("extend-select = ['typography/mixed-quotes']", "select = ['promotion']", [AD], ["typography/mixed-quotes"]),
        ("ignore = ['promotion/ad-placeholder']", "select = ['promotion']", [BLURB], [AD, DOUBLED]),
        ("", "select = []", [], [AD, DOUBLED]),
        ("", "select = []\nextend-select = ['promotion']", [AD], [DOUBLED]),
        ("", "ignore = ['promotion']\nextend-select = ['promotion/ad']", [AD], [BLURB]),
        ("", "ignore = ['promotion']\nselect = ['promotion']", [], [AD]),
        ("severity.promotion = 'off'", "severity.'promotion/ad-placeholder' = 'note'", [AD], [BLURB]),
        ("severity.'promotion/ad-placeholder' = 'note'", "severity.promotion = 'off'", [AD], [BLURB]),
    ],
)
def test_the_longest_name_decides_and_then_the_later_file(
    tmp_path: Path, base: str, later: str, runs: list[str], rests: list[str]
) -> None:
    write(tmp_path / "base.toml", base)
    write(tmp_path / "lintnews.toml", f"extend = 'base.toml'\n{later}\n")
    found = rules(settings(tmp_path / "a.txt"))
    assert found >= set(runs)
    assert not found & set(rests)


def test_a_rule_may_be_named_by_its_file_and_its_folder_and_twice(tmp_path: Path) -> None:
    write_rule(tmp_path / "house", SOUND)
    write(tmp_path / "base.toml", "rule-paths = ['house']\n")
    write(
        tmp_path / "lintnews.toml", "extend = 'base.toml'\nrule-paths = ['house', 'house/pack/harbour-lights.toml']\n"
    )
    assert "pack/harbour-lights" in rules(settings(tmp_path / "a.txt"))


# ---- the command line


def test_the_command_line_comes_on_top_of_everything(tmp_path: Path) -> None:
    write(
        tmp_path / "lintnews.toml",
        "select = ['promotion']\nfail-on = 'note'\nscope = 'page'\n[[overrides]]\npaths = ['*.txt']\nselect = ['link']\n"
        "[[overrides]]\nlanguages = ['en']\nscope = 'article'\nselect = ['notice']\n",
    )
    flags = Configurations(Policy(select=("typography",), scope="page"), "never")
    found = flags.settings(str(tmp_path / "a.txt"))
    chosen, document = applied(
        found, parse("The vote of the town is on the day that was set for it by the law.", "text")
    )
    assert found.fail_on == "never"
    assert {rule.pack for rule in chosen.rules} == {"typography"}
    assert document.scope == "page"


# ---- overrides


def test_overrides_by_path(tmp_path: Path) -> None:
    write(
        tmp_path / "lintnews.toml",
        "[[overrides]]\npaths = ['wire/', '*.md', '!keep.md']\nignore = ['promotion']\n"
        "[[overrides]]\npaths = ['wire/late/*']\nextend-select = ['promotion/ad-placeholder']\nscope = 'page'\n",
    )
    found = {path: settings(tmp_path / path) for path in ("a.txt", "wire/a.txt", "b.md", "keep.md", "wire/late/a.txt")}
    assert {path: AD in rules(one) for path, one in found.items()} == {
        "a.txt": True,
        "wire/a.txt": False,
        "b.md": False,
        "keep.md": True,
        "wire/late/a.txt": True,
    }
    assert BLURB not in rules(found["wire/late/a.txt"])
    assert found["wire/late/a.txt"].scope == "page"


def test_patterns_of_a_base_are_relative_to_it(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "exclude = ['/one/old.txt']\n[[overrides]]\npaths = ['/one/*.md']\nscope = 'page'\n")
    write(tmp_path / "one" / "lintnews.toml", "extend = '../base.toml'\n")
    assert settings(tmp_path / "one" / "a.md").scope == "page"
    assert Configurations().excludes(str(tmp_path / "one" / "old.txt"))


def test_patterns_reach_files_outside_unless_they_are_anchored(tmp_path: Path) -> None:
    config = write(tmp_path / "etc" / "house.toml", "exclude = ['*.bak.txt', '/a.txt', 'drafts/']\n")
    found = Configurations(file=str(config))
    excluded = {name: found.excludes(str(tmp_path / name)) for name in ("a.txt", "x.bak.txt", "drafts/b.txt")}
    assert excluded == {"a.txt": False, "x.bak.txt": True, "drafts/b.txt": True}


GERMAN = "Der Hafen ist in der Nacht nicht zu sehen, und das ist für die Schiffe ein Problem.\n\nAnzeige\n"
ENGLISH = "The port is not to be seen at night, and that is a problem for the ships of the town.\n\nAdvertisement\n"


def page(address: str, text: str = ENGLISH) -> str:
    body = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return f'<link rel="canonical" href="{address}">{body}'


@pytest.mark.parametrize(
    ("source", "format", "silent"),
    [
        (ENGLISH, "text", False),
        (GERMAN, "text", True),
        ("Anzeige", "text", False),  # too short to tell
        (page("https://post.example/a"), "html", False),
        (page("https://skerry.example/a"), "html", True),
        (page("https://www.skerry.example/a"), "html", True),
        (page("https://notskerry.example/a"), "html", False),
    ],
)
def test_overrides_by_language_and_site(tmp_path: Path, source: str, format: Format, silent: bool) -> None:
    write(
        tmp_path / "lintnews.toml",
        "[[overrides]]\nlanguages = ['de', 'fr']\nignore = ['promotion', 'furniture']\n"
        "[[overrides]]\nsites = ['skerry.example']\nignore = ['promotion', 'furniture']\n",
    )
    chosen, document = applied(settings(tmp_path / "a"), parse(source, format))
    assert [finding.rule for finding in check(document, chosen)] == ([] if silent else [AD])


def test_all_conditions_of_an_override_must_hold(tmp_path: Path) -> None:
    write(
        tmp_path / "lintnews.toml",
        "[[overrides]]\npaths = ['*.html']\nsites = ['skerry.example']\nlanguages = ['de']\nignore = ['promotion', 'furniture']\n",
    )
    for name, address, text, silent in (
        ("a.html", "https://skerry.example/", GERMAN, True),
        ("a.htm", "https://skerry.example/", GERMAN, False),
        ("a.html", "https://post.example/", GERMAN, False),
        ("a.html", "https://skerry.example/", ENGLISH, False),
    ):
        chosen, document = applied(settings(tmp_path / name), parse(page(address, text), "html"))
        assert bool(check(document, chosen)) is not silent


def test_the_language_is_not_asked_for_unless_an_override_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lintnews.document import language

    monkeypatch.setattr(language, "_identify", lambda document: pytest.fail("the language was asked for"))
    write(tmp_path / "lintnews.toml", "[[overrides]]\npaths = ['*.md']\nlanguages = ['de']\nignore = ['promotion']\n")
    found = settings(tmp_path / "a.txt")
    assert check(parse("Advertisement", "text"), applied(found, parse("Advertisement", "text"))[0])


def test_an_override_may_look_at_the_whole_page(tmp_path: Path) -> None:
    write(tmp_path / "lintnews.toml", "[[overrides]]\nsites = ['skerry.example']\nscope = 'page'\n")
    source = page("https://skerry.example/", "The vote.") + "<footer><p>Advertisement</p></footer>"
    chosen, document = applied(settings(tmp_path / "a.html"), parse(source, "html"))
    assert [finding.rule for finding in check(document, chosen)] == [AD]


# ---- severity


def test_a_severity_changes_the_report_and_no_place_or_fix(tmp_path: Path) -> None:
    write(tmp_path / "lintnews.toml", "[severity]\npromotion = 'note'\n'typography/doubled-punctuation' = 'error'\n")
    source = "The pond,, the mill and the bridge were sold to the town in spring.\n\nAdvertisement\n"
    document = parse(source, "text")
    plain = check(document, DEFAULTS.ruleset)
    changed = check(document, settings(tmp_path / "a.txt").ruleset)
    assert [finding.severity for finding in changed] == ["error", "note"]
    assert [one._replace(severity="error") for one in plain] == [one._replace(severity="error") for one in changed]


# ---- which files


def tree(root: Path, *names: str) -> None:
    for name in names:
        write(root / name, "It rains.")


def taken(root: Path) -> list[str]:
    return [os.path.relpath(path, root) for path, _ in find([str(root)], Configurations().takes)]


def test_exclude_and_include(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.md", "c.story", "drafts/a.txt", "sub/drafts/b.txt", "sub/old.txt", "sub/c.story")
    write(tmp_path / "lintnews.toml", "exclude = ['drafts/', '/sub/*', '!/sub/c.story']\n")
    assert taken(tmp_path) == ["a.txt", "b.md"]
    write(
        tmp_path / "lintnews.toml", "exclude = ['drafts/', '/sub/*', '!/sub/c.story']\ninclude = ['*.story', 'a.*']\n"
    )
    assert taken(tmp_path) == ["a.txt", "c.story", "sub/c.story"]


def test_each_folder_is_searched_by_its_own_configuration(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt", "sub/a.txt", "sub/b.txt")
    write(tmp_path / "lintnews.toml", "exclude = ['a.txt']\n")
    write(tmp_path / "sub" / "lintnews.toml", "exclude = ['b.txt']\n")
    assert taken(tmp_path) == ["b.txt", "sub/a.txt"]


# ---- settings as values


def test_the_same_settings_are_the_same_object_and_have_the_same_rules(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name / "lintnews.toml", "ignore = ['link']\n[[overrides]]\npaths = ['*.md']\nscope = 'page'\n")
    found = Configurations()
    a, b, page_ = (found.settings(str(tmp_path / "one" / name)) for name in ("a.txt", "b/c.txt", "a.md"))
    assert a is b
    other = found.settings(str(tmp_path / "two" / "a.txt"))
    assert other == a
    assert other.ruleset is a.ruleset is page_.ruleset  # the scope changes no rule


def test_settings_can_be_sent_to_another_process(tmp_path: Path) -> None:
    write_rule(tmp_path / "house", SOUND)
    write(
        tmp_path / "lintnews.toml",
        f"rule-paths = ['house']\n[rules.'{AD}']\nphrases = ['one box']\n[severity]\nlink = 'off'\n"
        "[[overrides]]\nlanguages = ['de']\nignore = ['promotion']\n"
        "[[ignores]]\npath = '*.txt'\nrule = 'notice'\nmatched = 'x'\nreason = 'meant'\n",
    )
    found = settings(tmp_path / "a.txt")
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert sent.ruleset is found.ruleset
    (ignore,) = found.ignores
    assert (ignore.rule, ignore.path, ignore.matched, ignore.fingerprint, ignore.reason) == (
        "notice",
        "*.txt",
        "x",
        None,
        "meant",
    )
    assert (ignore.file, ignore.number) == (str(tmp_path / "lintnews.toml"), 0)
    assert settings(tmp_path / "a.md").ignores == ()


CHANGES = {
    "ignore = ['typography']": True,
    "extend-select = ['typography/mixed-quotes']": True,
    "scope = 'page'": True,
    "severity.typography = 'note'": True,
    "severity.typography = 'off'": True,
    f"rules.'{AD}'.phrases = ['partner box']": True,
    f"rules.'{AD}'.allow = ['advert']": True,
    "rule-paths = ['house']": True,
    "[[overrides]]\nlanguages = ['de']\nscope = 'page'": True,
    "[[overrides]]\npaths = ['a.txt']\nscope = 'page'": True,
    # What changes no finding of an article that is checked:
    "fail-on = 'never'": False,
    "baseline = 'old.json'": False,
    "exclude = ['b.txt']": False,
    "[[ignores]]\npath = '*'\nrule = 'link'": False,
    "scope = 'article'": False,
    "[[overrides]]\npaths = ['b.txt']\nscope = 'page'": False,
    "ignore = ['typography/mixed-quotes']": False,  # in preview, so off anyway
    "rules.'typography/mixed-quotes'.fewest = 9": False,
    f"rules.'{AD}'.phrases = []": False,
    "[rules]": False,
}


@pytest.mark.parametrize(("text", "changes"), CHANGES.items())
def test_the_digest_changes_when_results_could_and_not_otherwise(tmp_path: Path, text: str, changes: bool) -> None:
    write_rule(tmp_path / "house", SOUND)
    write(tmp_path / "lintnews.toml", text)
    assert (settings(tmp_path / "a.txt").digest != DEFAULTS.digest) is changes


def test_the_digest_changes_with_a_rule_of_one_s_own(tmp_path: Path) -> None:
    write(
        tmp_path / "lintnews.toml",
        "rule-paths = ['house']\n[[overrides]]\nsites = ['a.example']\nextend-select = ['x']",
    )
    seen = set()
    for text in (
        SOUND,
        SOUND.replace("Found", "Seen"),
        SOUND.replace("harbour lights", "harbour light"),
        SOUND + "\n#",
    ):
        write_rule(tmp_path / "house", text.replace('severity = "warning"', 'severity = "note"'), "x/y")
        for kept in (heads, settings_module._ruleset, settings_module._digest):
            kept.cache_clear()  # a process reads its rules once
        seen.add(settings(tmp_path / "a.txt").digest)
    assert len(seen) == 3
