"""Rules that installed packages bring: found, chosen and reported like ours, and no danger to a run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from command import ROOT, Outcome, check, environment, lintnews

from lintnews.report.formats import FORMATS

SAMPLE = ROOT / "tests" / "sample_plugin"

TICKER = "09:05\n\nThe doors are open.\n\n09:20\n\nThe mayor speaks.\n\n10:02\n\nThe vote is on.\n"
AD = "promotion/ad-placeholder"

HEAD = """
from lintnews.plugin import *
from lintnews.plugin import Hit, Selector, Span, rule, marked

def made(check, id="house/rule", **more):
    given = dict(summary="s", message="m", severity="warning", since="1.0", why="w",
                 examples=(marked("marked", "⟦The⟧ end."), marked("silent", "It rains.")))
    return rule(id, **{**given, **more})(check)
"""


def package(folder: Path, code: str, *, name: str = "house", version: str = "1.0", value: str = "house:RULES") -> Path:
    """A package of one module with an entry point for rules, as pip would leave it in a folder."""
    (folder / f"{name}.py").write_text(HEAD + dedent(code), encoding="utf-8")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[lintnews.rules]\n{name} = {value}\n")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder for packages."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("The end of the bridge.\n\nAdvertisement\n")
    return path


def run(site: Path, *arguments: str | Path) -> Outcome:
    """Run lintnews with the packages of a folder installed."""
    return lintnews(*arguments, PYTHONPATH=f"{ROOT}:{site}")


def report(site: Path, *arguments: str | Path) -> tuple[Outcome, list[str]]:
    outcome = run(site, "check", "--format", "json", *arguments)
    return outcome, outcome.rules


FINDS = """
def check(document, sightings):
    if document.text.startswith("The"):
        yield Hit(Span(0, 3))
RULES = [made(check)]
"""


# ---- found and chosen


def test_a_rule_runs_like_ours(site: Path, article: Path) -> None:
    package(site, FINDS)
    assert report(site, article)[1] == ["house/rule", AD]
    assert report(site, "--ignore", "house", article)[1] == [AD]
    assert report(site, "--select", "house", article)[1] == ["house/rule"]
    listed = run(site, "rules", "list").out
    assert "house/rule" in listed
    assert "house/rule" not in lintnews("rules", "list").out
    assert run(site, "explain", "house/rule").out.startswith("## house/rule\n")
    assert run(site, "rules", "test", "house").out == "Rules: 1, examples: 2, problems: 0\n"
    assert "house/rule" not in run(site, "rules", "manual").out


def test_a_rule_in_preview_waits_to_be_asked_for(site: Path, article: Path) -> None:
    package(site, FINDS.replace("made(check)", "made(check, status='preview')"))
    assert report(site, article)[1] == [AD]
    assert report(site, "--extend-select", "house/rule", article)[1] == ["house/rule", AD]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("house", "one = made(lambda d, s: [Hit(Span(0, 3))])"),
        ("house:one", "one = made(lambda d, s: [Hit(Span(0, 3))])"),
        ("house:Rules.all", "class Rules:\n    all = (made(lambda d, s: [Hit(Span(0, 3))]),)"),
    ],
)
def test_an_entry_point_is_a_rule_some_or_a_module(site: Path, article: Path, value: str, code: str) -> None:
    package(site, code, value=value)
    assert report(site, article)[1] == ["house/rule", AD]


def test_a_package_is_imported_only_where_it_changed_or_is_called(site: Path, article: Path) -> None:
    said = "import sys; print('imported', file=sys.stderr)\n"
    package(site, said + FINDS.replace("made(check)", "made(check, literals=['bridge'])"))
    assert "imported" in run(site, "check", article).err
    other = article.with_name("other.txt")
    other.write_text("It rains.\n")
    assert run(site, "check", other).err == ""
    assert run(site, "check", "--ignore", "house", article).err == ""
    assert run(site, "check", article).err == "imported\n"
    (site / "house.py").write_text((site / "house.py").read_text() + "\n# changed\n")
    assert run(site, "check", other).err == "imported\n"


def test_a_package_that_comes_or_goes_is_seen(site: Path, article: Path) -> None:
    assert report(site, article)[1] == [AD]
    package(site, FINDS)
    assert report(site, article)[1] == ["house/rule", AD]
    for path in (site / "house-1.0.dist-info").iterdir():
        path.unlink()
    (site / "house-1.0.dist-info").rmdir()
    assert report(site, article)[1] == [AD]


def test_results_are_not_kept_beyond_a_change_of_a_rule(site: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(
        "The end of the bridge.\n\n" + "It rains on the harbour, and nobody knows for how long.\n\n" * 6_000
    )
    package(site, FINDS.replace("Span(0, 3)", "Span(0, LENGTH)") + "\nLENGTH = 3\n")
    options = ("--select", "house", "--cache-dir", tmp_path / "cache", long)
    spans = []
    for length in (3, 3, 7):
        (site / "house.py").write_text((site / "house.py").read_text() + f"LENGTH = {length}\n")
        spans.append(report(site, *options)[0].articles[0]["findings"][0]["end"]["offset"])
    assert spans == [3, 3, 7]
    assert list((tmp_path / "cache").glob("*.sqlite"))


# ---- packages that cannot be used


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        (
            "import nothing_like_this",
            "house:RULES",
            "ModuleNotFoundError: No module named 'nothing_like_this' (house.py, line ",
        ),
        ("import sys; sys.exit(7)", "house:RULES", "SystemExit: 7 (house.py, line "),
        ("RULES = [1 / 0]", "house:RULES", "ZeroDivisionError: division by zero (house.py, line "),
        ("", "house:RULES", "AttributeError: module 'house' has no attribute 'RULES'"),
        ("", "hoose:RULES", "there is no module 'hoose'"),
        ("RULES = 7", "house:RULES", "TypeError: "),
        ("RULES = ['/no/such/folder']", "house:RULES", "/no/such/folder: no such folder of rules"),
        ("RULES = [made(print, id='House')]", "house:RULES", "the name 'House' must be <pack>/<rule> in lower-case"),
        ("RULES = [made(print, severity='fatal')]", "house:RULES", "severity: 'fatal', but it must be one of note, "),
        ("RULES = [made(print, status='beta')]", "house:RULES", "status: 'beta', but it must be one of stable, "),
        ("RULES = [made(print, message=7)]", "house:RULES", "message: must be a text"),
        ("RULES = [made(print, where=Selector(blocks='quote'))]", "house:RULES", "where.blocks: must be a tuple"),
        ("RULES = [made(print, protected=True)]", "house:RULES", "a protected rule is never repaired by a program"),
    ],
)
def test_a_package_that_cannot_be_loaded_is_an_error_with_the_remedy(
    site: Path, article: Path, code: str, value: str, said: str
) -> None:
    package(site, code, value=value)
    for command in (["check", article], ["check", "--jobs", "2", article, article.parent], ["rules", "list"]):
        outcome = run(site, *command)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith(f"lintnews: the rules of house 1.0 ({value}) cannot be loaded: ")
        assert said in outcome.err
        assert outcome.err.endswith("; update the package, or take it away with `pip uninstall house`\n")


@pytest.mark.parametrize("taken", [f"id='{AD}'", f"aliases=('{AD}',)"])
def test_a_name_that_is_taken_is_an_error(site: Path, article: Path, taken: str) -> None:
    package(site, f"RULES = [made(print, {taken})]")
    outcome = run(site, "check", article)
    assert outcome.status == 2
    assert outcome.err.startswith("lintnews: house 1.0: the name 'promotion/ad-placeholder' is taken by ")
    assert outcome.err.endswith("ad-placeholder.toml; rename one of them\n")


def test_the_remains_of_a_package_stop_nothing(site: Path, article: Path) -> None:
    package(site, FINDS)
    (site / "gone-1.0.dist-info").mkdir()
    (site / "odd-1.0.dist-info").mkdir()
    (site / "odd-1.0.dist-info" / "METADATA").write_bytes(b"\xff\xfe\0")
    assert report(site, article)[1] == ["house/rule", AD]


# ---- rules that break down

BREAKS = {
    "raise ValueError('no such harbour')": "ValueError: no such harbour (house.py, line ",
    "return 7": "TypeError: 'int' object is not iterable",
    "return None": "TypeError: 'NoneType' object is not iterable",
    "return check(document, sightings)": "RecursionError: maximum recursion depth exceeded",
    "raise SystemExit(0)": "SystemExit: 0",
    "yield Hit(Span(0, 3)); raise KeyError(3)": "KeyError: 3",
    "yield 'the'": "TypeError: it gave 'the', which is no Hit",
    "yield Hit((0, 3))": "TypeError: the span of a hit is (0, 3) instead of a Span of two numbers",
    "yield Hit(Span(0, 3.5))": "TypeError: the span of a hit is Span(start=0, end=3.5) instead of",
    "yield Hit(Span(0, 10_000))": "ValueError: the span 0..10000 of a hit lies outside of the 37 characters",
    "yield Hit(Span(5, 3))": "ValueError: the span 5..3 of a hit lies outside",
    "yield Hit(Span(-3, 3))": "ValueError: the span -3..3 of a hit lies outside",
    "yield Hit(Span(0, 0), place=Span(7, 99))": "ValueError: the place 7..99 of a hit lies outside",
    "yield Hit(Span(0, 3), evidence='because')": "TypeError: the evidence of a hit is 'because' instead of a tuple",
    "yield Hit(Span(0, 3), repair=3)": "TypeError: the repair of a hit is 3 instead of a string",
    "yield Hit(Span(0, 3), severity='fatal')": "ValueError: a hit has the severity 'fatal'",
    "yield Hit(Span(0, 0), place=Span(0, 3), edits=(Edit(Span(0, 3)), Edit(Span(2, 4))))": "the edits of a hit overlap",
}


@pytest.mark.parametrize(("body", "said"), BREAKS.items())
def test_a_rule_that_breaks_down_does_not_take_the_run_down(site: Path, article: Path, body: str, said: str) -> None:
    package(site, f"def check(document, sightings):\n    {body}\nRULES = [made(check)]")
    outcome, rules = report(site, article)
    assert (outcome.status, rules) == (2, [AD])
    (failure,) = outcome.articles[0]["failures"]
    assert failure["rule"] == "house/rule"
    assert said in failure["reason"]
    assert outcome.err == (
        f"lintnews: {article}: the rule house/rule failed: {failure['reason']}; --ignore house/rule leaves it out\n"
    )
    assert report(site, "--ignore", "house/rule", article)[0].status == 1


def test_a_failure_stands_in_every_report_and_is_the_same_over_processes(site: Path, tmp_path: Path) -> None:
    package(site, "def check(document, sightings):\n    raise ValueError(len(document.text))\nRULES = [made(check)]")
    for number in range(6):
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / "articles" / f"{number}.txt").write_text(f"The end of bridge {number}.\n\nAdvertisement\n")
    for format in FORMATS:
        runs = [
            run(site, "check", "--format", format, "--jobs", jobs, tmp_path / "articles") for jobs in ("1", "2", "5")
        ]
        assert set(runs) == {runs[0]}
        assert runs[0].status == 2
        assert runs[0].out.count("ValueError: 3") == 6
        assert "ad-placeholder" in runs[0].out
    text = run(site, "check", tmp_path / "articles").out
    assert "incomplete  the rule house/rule failed: ValueError: 35 (house.py, line " in text
    assert text.endswith("; 6 with a safe fix; 6 articles not checked by all rules.\n")


def test_fixing_goes_on_without_a_rule_that_breaks_down(site: Path, article: Path) -> None:
    package(site, "def check(document, sightings):\n    raise ValueError\nRULES = [made(check)]")
    outcome = run(site, "check", "--fix", article)
    assert outcome.status == 2
    assert "house/rule failed" in outcome.out
    assert article.read_text() == "The end of the bridge.\n"


def test_a_rule_that_breaks_down_fails_its_own_examples(site: Path) -> None:
    package(site, "def check(document, sightings):\n    raise ValueError('no')\nRULES = [made(check)]")
    outcome = run(site, "rules", "test", "house")
    assert outcome.status == 1
    assert outcome.out.startswith("house/rule: example 'marked': the rule fails: ValueError: no (house.py, line ")


def test_from_python_a_rule_that_breaks_down_is_an_exception(site: Path, article: Path) -> None:
    package(site, "def check(document, sightings):\n    raise ValueError('no')\nRULES = [made(check)]")
    code = """
import sys, lintnews
from lintnews.rules.guard import RuleFailedError
for call in (lambda: lintnews.lint_text("The end."), lambda: lintnews.lint_path(sys.argv[1])):
    try:
        call()
    except RuleFailedError as error:
        print(error.failure.rule)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(article)],
        capture_output=True,
        env=environment(PYTHONPATH=f"{ROOT}:{site}"),
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("house/rule\nhouse/rule\n", "")


# ---- the sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package, installed by pip into a folder of its own."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "--target", str(target), str(SAMPLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def test_the_sample_s_rules_find_something_and_prove_themselves(sample: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TICKER + "\nRead it first with the Harbour Club!\n\nAdvertisement\n")
    outcome, rules = report(sample, article)
    assert outcome.status == 1
    assert rules == ["sample/ticker-times"] * 3 + ["sample/house-banner", AD]
    assert run(sample, "rules", "test", "sample").out == "Rules: 2, examples: 5, problems: 0\n"
    assert run(sample, "check", "--fix", article).status == 0
    assert article.read_text() == "The doors are open.\n\nThe mayor speaks.\n\nThe vote is on.\n"


def test_former_names_and_rules_on_their_way_out_are_told_of(sample: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(f"The bridge is TKTK metres long.\n\n{TICKER}")
    renamed = "lintnews: the rule sample/clock-times is now called sample/ticker-times; the old name still works\n"
    outcome, rules = report(sample, "--select", "sample/clock-times", article)
    assert (rules, outcome.err) == (["sample/ticker-times"] * 3, renamed)
    outcome, rules = report(sample, "--select", "sample", "--ignore", "sample/clock-times", article)
    assert (rules, outcome.err) == ([], renamed)
    outcome, rules = report(sample, "--select", "sample/editor-shorthand", article)
    assert rules == ["sample/editor-shorthand"]
    assert outcome.err == (
        "lintnews: the rule sample/editor-shorthand is deprecated and will go; "
        "`lintnews explain sample/editor-shorthand` says why\n"
    )
    assert report(sample, "--select", "sample", article)[1] == ["sample/ticker-times"] * 3


def test_the_sample_s_reporter_writes_the_report(sample: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("It rains.\n\nAdvertisement\n")
    outcome = run(sample, "check", "--format", "sample-list", "--output", f"sample-list={tmp_path / 'list'}", article)
    assert outcome.status == 1
    assert outcome.out == f"{article}:3:1: error: Advertisement slot label [{AD}]\n"
    assert (tmp_path / "list").read_text() == outcome.out


def test_the_manual_shows_the_sample_as_it_is() -> None:
    manual = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    for path in sorted(SAMPLE.rglob("*")):
        if path.suffix in (".py", ".toml"):
            assert f"```{path.suffix[1:].replace('py', 'python')}\n{path.read_text(encoding='utf-8')}```\n" in manual, (
                path
            )


def test_new_rules_can_be_started_anywhere(tmp_path: Path) -> None:
    started = lintnews("rules", "new", "house/reading-time", "--folder", "packs", cwd=tmp_path)
    assert (started.status, (tmp_path / "packs" / "house" / "reading-time.toml").exists()) == (0, True)
    assert lintnews("rules", "test", "packs", cwd=tmp_path).out == "Rules: 1, examples: 2, problems: 0\n"


def test_the_json_of_a_sound_run_has_no_failures(article: Path) -> None:
    assert "failures" not in json.loads(check(article).out)["articles"][0]
