"""Configurations as a user meets them: `check`, `config show`, `config schema`, `init`, and Python."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from command import check, lintnews
from configs import AD, BLURB, DOUBLED, write
from toml_rules import SOUND
from toml_rules import write as write_rule

import lintnews as package
from lintnews import ConfigError, lint_path, lint_text, load_settings

ARTICLE = "The pond,, the mill and the bridge were sold to the town in spring.\n\nAdvertisement\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with three articles, two of them in a folder with a configuration of its own."""
    for name in ("a.txt", "opinion/b.txt", "opinion/c.md"):
        write(tmp_path / name, ARTICLE)
    write(tmp_path / "lintnews.toml", "ignore = ['typography']\nfail-on = 'error'\n[severity]\npromotion = 'warning'\n")
    write(tmp_path / "opinion" / "lintnews.toml", "extend = '../lintnews.toml'\nextend-select = ['typography']\n")
    return tmp_path


def found(site: Path, *arguments: str) -> dict[str, list[str]]:
    outcome = check(*arguments, cwd=site)
    return {
        article["path"]: [f"{one['rule']} {one['severity']}" for one in article["findings"]]
        for article in outcome.articles
    }


def test_each_article_is_checked_by_its_own_configuration(site: Path) -> None:
    quiet, loud = [f"{AD} warning"], [f"{DOUBLED} warning", f"{AD} warning"]
    assert found(site) == {"./a.txt": quiet, "./opinion/b.txt": loud, "./opinion/c.md": loud}
    assert found(site, "opinion/b.txt", "a.txt") == {"opinion/b.txt": loud, "a.txt": quiet}
    assert found(site, "--isolated", "a.txt") == {"a.txt": [f"{DOUBLED} warning", f"{AD} error"]}
    assert found(site, "--config", "lintnews.toml", "opinion/b.txt") == {"opinion/b.txt": quiet}


def test_the_number_of_processes_changes_no_byte(site: Path) -> None:
    write(
        site / "opinion" / "german.txt",
        "Der Hafen ist in der Nacht nicht zu sehen, und das ist für die Schiffe.\n\nAnzeige\n",
    )
    with (site / "lintnews.toml").open("a") as file:
        file.write(
            f"[rules.'{AD}']\nphrases = ['partner box']\n[[overrides]]\nlanguages = ['de']\nignore = ['promotion']\n"
        )
    write(site / "d.txt", "Partner Box\n")
    one, two = (check("--jobs", jobs, cwd=site) for jobs in ("1", "2"))
    assert one == two
    assert one.rules.count(AD) == 4


@pytest.mark.parametrize(
    ("levels", "arguments", "status"),
    [
        (("error", "error"), [], 0),
        (("warning", "error"), [], 1),
        (("error", "warning"), [], 1),
        (("error", "never"), ["--fail-on", "warning"], 1),
        (("note", "note"), ["--fail-on", "never"], 0),
    ],
)
def test_the_exit_status_follows_the_configuration_of_each_article(
    site: Path, levels: tuple[str, str], arguments: list[str], status: int
) -> None:
    write(site / "lintnews.toml", f"fail-on = '{levels[0]}'\n[severity]\npromotion = 'warning'\ntypography = 'off'\n")
    write(site / "opinion" / "lintnews.toml", f"extend = '../lintnews.toml'\nfail-on = '{levels[1]}'\n")
    assert check(*arguments, cwd=site).status == status


def test_options_of_the_command_line_come_on_top(site: Path) -> None:
    assert found(site, "--select", "typography/", "a.txt") == {"a.txt": [f"{DOUBLED} warning"]}
    assert found(site, "--select", "typ,promotion", "a.txt") == {"a.txt": [f"{AD} warning"]}  # "typography" is longer
    assert found(site, "--ignore", "promotion", "opinion/b.txt") == {"opinion/b.txt": [f"{DOUBLED} warning"]}
    assert found(site, "--extend-select", "typography", "a.txt") == {"a.txt": [f"{DOUBLED} warning", f"{AD} warning"]}


def test_excluded_files_are_left_out_of_a_search_and_named_ones_only_if_asked(site: Path) -> None:
    write(site / "lintnews.toml", "exclude = ['*.txt', 'opinion/']\n")
    (site / "opinion" / "lintnews.toml").unlink()
    write(site / "e.md", ARTICLE)
    assert list(found(site)) == ["./e.md"]
    assert list(found(site, "a.txt", "opinion/c.md", "e.md")) == ["a.txt", "opinion/c.md", "e.md"]
    assert list(found(site, "--force-exclude", "a.txt", "opinion/c.md", "e.md")) == ["e.md"]
    nothing = check("--force-exclude", "a.txt", cwd=site)
    assert (nothing.status, nothing.articles) == (0, [])
    alone = check("opinion", cwd=site)
    assert alone.status == 2
    assert "no articles in this folder that are not excluded" in alone.err


def test_standard_input_is_configured_by_its_name(site: Path) -> None:
    text = ARTICLE.encode()
    assert check("-", cwd=site, stdin=text).rules == [AD]
    assert check("-", "--stdin-filename", "opinion/new.txt", cwd=site, stdin=text).rules == [DOUBLED, AD]
    write(site / "lintnews.toml", "exclude = ['new.*']\n")
    assert check("-", "--stdin-filename", "new.txt", cwd=site, stdin=text).rules == [DOUBLED, AD]
    passed = lintnews("check", "-", "--force-exclude", "--fix", "--stdin-filename", "new.txt", cwd=site, stdin=text)
    assert (passed.status, passed.out) == (0, ARTICLE)


def test_a_fix_is_the_same_whatever_the_severity(site: Path) -> None:
    assert lintnews("check", "--fix", "a.txt", cwd=site).status == 0
    assert (site / "a.txt").read_text() == ARTICLE.replace("\n\nAdvertisement", "")


@pytest.mark.parametrize("fix", [[], ["--fix"]])
def test_an_override_by_language_holds_while_fixing(site: Path, fix: list[str]) -> None:
    german = "Der Hafen ist in der Nacht nicht zu sehen, und das ist für die Schiffe ein Problem.\n\nAnzeige\n"
    write(site / "german.txt", german)
    write(site / "lintnews.toml", "[[overrides]]\nlanguages = ['de']\nignore = ['promotion']\n")
    assert check(*fix, "german.txt", cwd=site).rules == []
    assert (site / "german.txt").read_text() == german


def test_rules_of_one_s_own_are_checked_explained_and_listed(site: Path) -> None:
    write_rule(site / "house", SOUND, "desk/harbour-lights")
    write(site / "lintnews.toml", "rule-paths = ['house']\nselect = ['desk']\n")
    write(site / "a.txt", "See the harbour lights.\n")
    assert found(site, "a.txt") == {"a.txt": ["desk/harbour-lights warning"]}
    assert found(site, "--jobs", "2", "a.txt", "opinion/b.txt")["a.txt"] == ["desk/harbour-lights warning"]
    assert lintnews("explain", "desk/harbour-lights", cwd=site).out.startswith("## desk/harbour-lights\n")
    assert "desk/harbour-lights" in lintnews("rules", "list", cwd=site).out
    assert lintnews("rules", "test", "desk/harbour-lights", cwd=site).status == 0
    assert "desk/harbour-lights" not in lintnews("rules", "manual", cwd=site).out
    write(site / "lintnews.toml", "rule-paths = ['house/desk/harbour-lights.toml']\n")
    assert "desk/harbour-lights warning" in found(site, "a.txt")["a.txt"]


def test_python_files_among_rules_are_never_run(site: Path) -> None:
    write_rule(site / "house", SOUND)
    trap = "open('ran', 'w').write('x')\n"
    for name in ("house/pack/bad.py", "house/pack/__init__.py", "house/conftest.py", "lintnews.py", "sitecustomize.py"):
        write(site / name, trap)
    write(site / "lintnews.toml", "rule-paths = ['house']\n")
    # -P: the folder is no place for Python's own imports either, as for the installed command.
    assert check("a.txt", cwd=site, PYTHONSAFEPATH="1").rules == [DOUBLED, AD]
    assert not (site / "ran").exists()


def test_a_mistake_ends_the_run_with_every_line_and_nothing_changed(site: Path) -> None:
    write(site / "opinion" / "lintnews.toml", "ignroe = []\nscope = 'pages'\n")
    outcome = lintnews("check", "--fix", cwd=site)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "lintnews: opinion/lintnews.toml:1: ignroe: unknown key; did you mean 'ignore'?\n"
        "lintnews: opinion/lintnews.toml:2: scope: 'pages' is not one of article, page; did you mean 'page'?\n"
    )
    assert (site / "a.txt").read_text() == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--config", "gone.toml"], "gone.toml: cannot be read: No such file or directory"),
        (["check", "--config", "opinion"], "opinion: cannot be read: Is a directory"),
        (["check", "--config", "lintnews.toml", "--isolated"], "--config and --isolated exclude each other"),
        (["check", "--select", "promotoin", "a.txt"], "no rule is called 'promotoin'; did you mean 'promotion'?"),
        (["config", "show", "gone.txt"], "gone.txt: no such file or folder"),
        (["config", "show", "--select", "x,", "a.txt"], "no rule is called 'x'"),
        (["init"], "./lintnews.toml: exists already; edit it, or move it away and run this again"),
        (["init", "gone"], "gone/lintnews.toml: cannot be written: No such file or directory"),
    ],
)
def test_wrong_usage_is_status_2_with_the_remedy(site: Path, arguments: list[str], said: str) -> None:
    outcome = lintnews(*arguments, cwd=site)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err


# ---- config show


def test_show_tells_every_value_and_its_source(site: Path) -> None:
    outcome = lintnews("config", "show", "opinion/b.txt", "--fail-on", "note", "--ignore", "link", cwd=site)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.split("\n\n") == [
        "# What applies to opinion/b.txt.\n# Read: lintnews.toml, opinion/lintnews.toml",
        "# select is not set (default)\n"
        'extend-select = [\n  "typography",  # opinion/lintnews.toml:2\n]\n'
        'ignore = [\n  "link",  # command line\n]\n'
        'scope = "article"  # default\n'
        'fail-on = "note"  # command line\n'
        "exclude = []  # default\n# include is not set (default)\nrule-paths = []  # default\n"
        "# baseline is not set (default)",
        '[severity]\npromotion = "warning"  # lintnews.toml:4\n',
    ]
    assert tomllib.loads(outcome.out)["severity"] == {"promotion": "warning"}


def test_show_as_json_has_values_and_sources_in_the_same_shape(site: Path) -> None:
    shown = json.loads(lintnews("config", "show", "--format", "json", "opinion", cwd=site).out)
    assert shown["configuration"] == ["lintnews.toml", "opinion/lintnews.toml"]
    assert (shown["path"], shown["excluded"]) == ("opinion", False)
    assert shown["settings"]["severity"] == {"promotion": "warning"}
    assert shown["from"]["severity"] == {"promotion": "lintnews.toml:4"}
    assert (shown["settings"]["extend-select"], shown["from"]["extend-select"]) == (
        ["typography"],
        ["opinion/lintnews.toml:2"],
    )
    assert shown["settings"].keys() == shown["from"].keys()


def test_show_without_a_file_gives_the_defaults(tmp_path: Path) -> None:
    out = lintnews("config", "show", cwd=tmp_path).out
    assert "# No configuration file was found.\n" in out
    assert 'fail-on = "warning"  # default\n' in out


def test_show_says_that_a_file_is_excluded(site: Path) -> None:
    write(site / "lintnews.toml", "exclude = ['a.txt']\n")
    out = lintnews("config", "show", "a.txt", cwd=site).out
    assert "# A search for articles passes it over: it is excluded.\n" in out
    assert '  "a.txt",  # lintnews.toml:1\n' in out


# ---- init


def test_init_writes_a_starter_that_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", ARTICLE)
    before = check("a.txt", cwd=tmp_path)
    outcome = lintnews("init", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (0, "./lintnews.toml written. `lintnews config show` tells what applies.\n")
    assert check("a.txt", cwd=tmp_path) == before
    kept = (tmp_path / "lintnews.toml").read_text()
    assert lintnews("init", cwd=tmp_path).status == 2
    assert (tmp_path / "lintnews.toml").read_text() == kept


def test_init_does_not_put_a_pyproject_out_of_force(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintnews]\nscope = 'page'\n")
    outcome = lintnews("init", cwd=tmp_path)
    assert outcome.status == 2
    assert "./pyproject.toml: has [tool.lintnews] already" in outcome.err
    assert not (tmp_path / "lintnews.toml").exists()


# ---- Python


def test_python_is_configured_only_if_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = site / "opinion" / "b.txt"
    assert [finding.severity for finding in lint_path(path)] == ["warning", "error"]
    own = load_settings(path)
    assert [finding.severity for finding in lint_path(path, settings=own)] == ["warning", "warning"]
    top = load_settings(config=site / "lintnews.toml")
    assert [finding.rule for finding in lint_text(ARTICLE, settings=top)] == [AD]
    monkeypatch.chdir(site)
    assert load_settings() == top
    assert load_settings("opinion") == own
    assert isinstance(own, package.Settings)


def test_python_gets_mistakes_as_one_error(site: Path) -> None:
    write(site / "lintnews.toml", "a = 1\nb = 2\n")
    with pytest.raises(ConfigError) as error:
        load_settings(site / "a.txt")
    assert [line.split(": ")[1] for line in str(error.value).splitlines()] == ["a", "b"]


def test_the_scope_that_python_gives_counts(site: Path) -> None:
    write(site / "lintnews.toml", "[[overrides]]\nsites = ['skerry.example']\nscope = 'article'\n")
    page = (
        "<link rel=canonical href='https://skerry.example/'><header>The Post</header><article><h1>A mill is sold</h1><p>"
        + "The town has bought the mill and the pond for the museum. " * 5
        + "</p></article><footer><p>Advertisement</p></footer>"
    )
    settings = load_settings(site / "a.html")
    assert lint_text(page, "html", settings=settings) == []
    assert [finding.rule for finding in lint_text(page, "html", settings=settings, scope="page")] == [AD]


def test_rules_that_python_gives_take_the_place_of_the_settings_own(site: Path) -> None:
    from lintnews.rules.load import load_rules

    rules = load_rules().select([BLURB, DOUBLED])
    assert [finding.rule for finding in lint_text(ARTICLE, rules=rules, settings=load_settings(site))] == [DOUBLED]
