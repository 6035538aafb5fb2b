"""`lintnews check` as other programs rely on it: options, exit statuses, places, and the shape of the JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, check, environment, lintnews

import lintnews as package

ERROR = "Advertisement\n"
WARNING = "The pond,, the mill and the bridge were sold to the town in the spring of this year.\n"
CLEAN = "The vote is on Friday.\n"
AD, DOUBLED = "promotion/ad-placeholder", "typography/doubled-punctuation"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("clean", CLEAN),
        ("warning", WARNING),
        ("error", f"{CLEAN}\n{ERROR}"),
        ("both", f"{WARNING}\n{ERROR}"),
    ):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


# ---- exit statuses


@pytest.mark.parametrize(
    ("article", "statuses"),
    [
        ("clean", {"error": 0, "warning": 0, "note": 0, "never": 0}),
        ("warning", {"error": 0, "warning": 1, "note": 1, "never": 0}),
        ("error", {"error": 1, "warning": 1, "note": 1, "never": 0}),
        ("nowhere", {"error": 2, "warning": 2, "note": 2, "never": 2}),
    ],
)
def test_fail_on_decides_the_exit_status(folder: Path, article: str, statuses: dict[str, int]) -> None:
    given = {level: lintnews("check", "--fail-on", level, folder / f"{article}.txt").status for level in statuses}
    assert given == statuses
    assert lintnews("check", folder / f"{article}.txt").status == statuses["warning"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--nonsense"], "No such option"),
        (["check", "--format", "yaml"], "'yaml' is not one of 'text', 'json', 'jsonl'"),
        (["check", "--fail-on", "fatal"], "'fatal' is not one of"),
        (["check", "--jobs", "-1"], "-1 is not in the range"),
        (["check", "--output", "report.json"], "--output report.json: write FORMAT=FILE with one of the formats text"),
        (["check", "--output", "yaml=x"], "write FORMAT=FILE"),
        (["check", "--output", "json=nowhere/x.json", "clean.txt"], "nowhere/x.json: the report cannot be written: "),
        (["check", "-", "clean.txt"], "- (standard input) cannot be mixed with other paths"),
        (["check", "--select", "promotion/ad-place-holder"], "did you mean 'promotion/ad-placeholder'?"),
        (["check", "--ignore", "promotions"], "no rule is called 'promotions'; did you mean 'promotion'?"),
        (["check", "--extend-select", "zzz"], "no rule is called 'zzz'; `lintnews rules list` names them all"),
        (["chekc"], "No such command"),
        (["explain", "promotion/nothing"], "no rule is called 'promotion/nothing'"),
        (["explain", "promotion"], "'promotion' is more than one rule"),
    ],
)
def test_wrong_usage_is_status_2_with_the_remedy(folder: Path, arguments: list[str], said: str) -> None:
    outcome = lintnews(*arguments, cwd=folder)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["--version"], ["rules", "list"]])
def test_asking_is_no_failure(arguments: list[str]) -> None:
    outcome = lintnews(*arguments)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out


def test_the_version_is_the_package_s() -> None:
    assert lintnews("--version").out == f"lintnews, version {package.__version__}\n"


# ---- which rules


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ([], [DOUBLED, AD]),
        (["--select", "promotion"], [AD]),
        (["--select", "promotion/ad,typography"], [DOUBLED, AD]),
        (["--select", "typography", "--select", "notice"], [DOUBLED]),
        (["--ignore", "typography/doubled-punctuation"], [AD]),
        (["--select", "promotion", "--ignore", "promotion/ad-placeholder"], []),
        (["--select", "promotion", "--extend-select", "typography"], [DOUBLED, AD]),
        (["--extend-select", "typography"], [DOUBLED, AD]),
    ],
)
def test_rules_are_chosen_by_the_beginning_of_their_names(folder: Path, options: list[str], rules: list[str]) -> None:
    outcome = check(*options, folder / "both.txt")
    assert (outcome.rules, outcome.status) == (rules, int(bool(rules)))


def test_the_scope_may_be_the_whole_page() -> None:
    page = (
        "<header>The Post</header><article><h1>A mill is sold</h1><p>"
        + "The town has bought the mill and the pond for the museum. " * 5
        + "</p></article><footer><p>Advertisement</p></footer>"
    )
    article, whole = (
        check("--scope", scope, "--stdin-filename", "a.html", "-", stdin=page.encode()) for scope in ("article", "page")
    )
    assert (article.rules, whole.rules) == ([], [AD])
    assert article.articles[0]["scope"] == {"name": "article", "blocks": 2, "of": 4}
    assert whole.articles[0]["scope"] == {"name": "page", "blocks": 4, "of": 4}


# ---- standard input


@pytest.mark.parametrize(
    ("options", "stdin", "format", "path"),
    [
        ([], b"Advertisement", "text", "<stdin>"),
        ([], b"\xef\xbb\xbf\n <p>Advertisement</p>", "html", "<stdin>"),
        ([], b"<!DOCTYPE html>\n<p>Advertisement", "html", "<stdin>"),
        ([], b"<<Advertisement>>", "text", "<stdin>"),
        (["--stdin-filename", "a.html"], b"Hm.<p>Advertisement", "html", "a.html"),
        (["--stdin-filename", "a.md"], b"**Advertisement**", "markdown", "a.md"),
        (["--stdin-filename", "a.txt"], b"Advertisement", "text", "a.txt"),
        (["--stdin-filename", "no/such/b.txt"], b"Advertisement", "text", "no/such/b.txt"),
    ],
)
def test_standard_input_is_one_article(options: list[str], stdin: bytes, format: str, path: str) -> None:
    outcome = check(*options, "-", stdin=stdin)
    (article,) = outcome.articles
    assert (outcome.status, article["format"], article["path"]) == (1, format, path)


def test_nothing_on_standard_input_is_clean_and_garbage_is_not() -> None:
    assert check("-").status == 0
    garbage = check("-", stdin=b"\0" * 99)
    assert garbage.status == 2
    assert garbage.err == "lintnews: <stdin>: binary file, not an article; remove it from the paths or exclude it\n"


# ---- reports


def test_the_folder_of_the_caller_is_checked_without_paths(folder: Path) -> None:
    assert [article["path"] for article in check(cwd=folder).articles] == [
        "./both.txt",
        "./clean.txt",
        "./error.txt",
        "./warning.txt",
    ]


def test_further_reports_go_into_files(folder: Path) -> None:
    reports = folder / "reports"
    reports.mkdir()
    options = [f"--output={format}={reports / format}" for format in ("text", "json", "jsonl")]
    outcome = lintnews("check", *options, "error.txt", cwd=folder)
    for format in ("text", "json", "jsonl"):
        assert (reports / format).read_text() == lintnews("check", "--format", format, "error.txt", cwd=folder).out
    assert outcome.out == (reports / "text").read_text()


def test_statistics_count_by_rule(folder: Path) -> None:
    outcome = lintnews("check", "--statistics", folder)
    assert (outcome.status, outcome.out) == (1, f"      2  {AD}\n      2  {DOUBLED}\n")


def test_one_line_an_article(folder: Path) -> None:
    lines = lintnews("check", "--format", "jsonl", folder).out.splitlines()
    assert [json.loads(line) for line in lines] == check(folder).articles


def keys(value: Any, at: str = "") -> Iterator[str]:
    """Every key of a JSON value as a path, list items as []."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{at}.{key}".lstrip(".")
            yield from keys(inner, f"{at}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, f"{at}[]")


def test_the_json_report_has_exactly_the_keys_of_the_contract(folder: Path) -> None:
    outcome = check(folder, "nowhere.txt", ROOT / "fixtures" / "dirty")
    report = json.loads(outcome.out)
    finding = "articles[].findings[]"
    assert set(keys(report)) == {
        *("schema", "tool", "tool.name", "tool.version", "articles", "summary"),
        *(f"summary.{key}" for key in ("articles", "findings", "error", "warning", "note")),
        *(f"summary.{key}" for key in ("suppressed", "baselined", "stale")),
        *(f"articles[].{key}" for key in ("suppressed", "baselined")),
        *(f"articles[].{key}" for key in ("path", "format", "words", "error", "findings", "scope")),
        *(f"articles[].scope.{key}" for key in ("name", "blocks", "of")),  # ours, documented beside the contract
        *(f"{finding}.{key}" for key in ("rule", "severity", "message", "start", "end", "matched", "fingerprint")),
        *(f"{finding}.{key}" for key in ("evidence", "fix", "fix.applicability", "fix.edits")),
        *(f"{finding}.{place}.{key}" for place in ("start", "end") for key in ("offset", "line", "column")),
        *(f"{finding}.fix.edits[].{key}" for key in ("start", "end", "text")),
    }
    assert (report["schema"], report["tool"]) == (1, {"name": "lintnews", "version": package.__version__})
    found = [finding for article in report["articles"] for finding in article["findings"]]
    assert report["summary"] == {
        "articles": len(report["articles"]),
        "findings": len(found),
        **{level: sum(f["severity"] == level for f in found) for level in ("error", "warning", "note")},
        **dict.fromkeys(("suppressed", "baselined", "stale"), 0),
    }
    for article in report["articles"]:
        order = [(f["start"]["offset"], f["end"]["offset"], f["rule"]) for f in article["findings"]]
        assert order == sorted(order)


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    runs = {
        check(folder, PYTHONHASHSEED=seed, LINTNEWS_CACHE_DIR=str(folder / cache))
        for seed in "12"
        for cache in ("cache", "clean.txt")
    }
    assert len(runs) == 1


# ---- places


@pytest.mark.parametrize(
    ("data", "start", "end"),
    [
        (b"Advertisement", (0, 1, 1), (13, 1, 14)),
        (b"\xef\xbb\xbfAdvertisement\n", (0, 1, 1), (13, 1, 14)),
        (b"\xff\xfe" + "One.\nAdvertisement".encode("utf-16-le"), (5, 2, 1), (18, 2, 14)),
        (b"One.\r\n\r\nAdvertisement\r\n", (8, 3, 1), (21, 3, 14)),
        (b"One.\r\rAdvertisement\r", (6, 3, 1), (19, 3, 14)),
        ("😀.\n😀 𝕊 續.\n\n  Advertisement\n".encode(), (13, 4, 3), (26, 4, 16)),
        ("Ü.\u2028 Ü.\f\nAdvertisement".encode(), (8, 2, 1), (21, 2, 14)),
        ("Ganz schön spät.\nAnzeige".encode("cp1252"), (17, 2, 1), (24, 2, 8)),
    ],
)
def test_places_count_code_points_as_they_stand_in_the_file(
    tmp_path: Path, data: bytes, start: tuple[int, ...], end: tuple[int, ...]
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    outcome = check(tmp_path / "a.txt")
    (finding,) = outcome.articles[0]["findings"]
    assert tuple(finding["start"].values()) == start
    assert tuple(finding["end"].values()) == end
    assert finding["fix"]["edits"]


def test_places_in_a_page_are_those_of_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes("<p>😀&nbsp;One.</p>\r\n<p>Adver&shy;<b>tise</b>ment</p>".encode())
    (finding,) = check(tmp_path / "a.html").articles[0]["findings"]
    assert (finding["start"], finding["end"]) == (
        {"offset": 23, "line": 2, "column": 4},
        {"offset": 48, "line": 2, "column": 29},
    )
    assert finding["matched"] == "Advertisement"


# ---- the terminal


def _on_a_terminal(arguments: list[str], **env: str) -> str:
    """What a run writes to a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-m", "lintnews", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            env=environment(TERM="xterm", **env),
            timeout=60,
            check=False,
        )
        return os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)


def test_colours_are_for_terminals_that_want_them(folder: Path) -> None:
    arguments = ["check", str(folder / "error.txt")]
    assert "\x1b[31m" in _on_a_terminal(arguments)
    assert "\x1b" not in _on_a_terminal(arguments, NO_COLOR="1")
    assert "\x1b" not in lintnews(*arguments).out


def test_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One \x1b[2J\x07 pond,, mill and the \x1b]0;x\x07 rest of it.\n")
    outcome = lintnews("check", tmp_path / "a.txt")
    assert DOUBLED in outcome.out
    assert "\x1b" not in outcome.out
    assert "\x07" not in outcome.out


def test_a_terminal_without_the_characters_gets_the_report(folder: Path) -> None:
    outcome = lintnews("check", folder / "error.txt", PYTHONIOENCODING="ascii")
    assert outcome.status == 1
    assert "\\u27e6Advertisement\\u27e7" in outcome.out


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    many = folder / "many.txt"
    many.write_text(f"{CLEAN}\n{ERROR}\n" * 2_000)
    command = [sys.executable, "-m", "lintnews", "check", "--format", "json", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) in (0, 1, 2, 141)
