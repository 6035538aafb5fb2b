"""The reports that other programs read: whole ones, compared exactly, and read as their consumers read them.

tests/reports/articles holds the run, tests/reports/expected what every format says of it;
`pytest tests/test_reports.py --regenerate` writes the latter. Read the difference before you keep it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from command import lintnews
from consumers import CONSUMERS, Seen, annotation, html, sarif_uri

from lintnews import __version__
from lintnews.document.decode import Source
from lintnews.document.model import Format
from lintnews.files import format_of
from lintnews.finding import Edit, Finding, Fix
from lintnews.fix import apply
from lintnews.report import github, sarif
from lintnews.report.formats import FORMATS, from_root, reporter
from lintnews.rules.load import load_rules
from lintnews.rules.model import RuleSet
from lintnews.run import Result, check_bytes
from lintnews.span import Span

HERE = Path(__file__).parent / "reports"
CHOSEN = (
    "promotion/ad-placeholder",
    "structure/dangling-lead-in",
    "syndication/agency-credit",
    "typography/doubled-punctuation",
)
RULES = load_rules().select(CHOSEN)
READ = sorted(CONSUMERS)
KEPT = [format for format in FORMATS if format != "html"]  # that one has its own: test_html_report.py


def checked(text: str | bytes, path: str = "a.txt", format: Format = "text", rules: RuleSet = RULES) -> Result:
    """The result of one article."""
    return check_bytes(text.encode() if isinstance(text, str) else text, path, format, ruleset=rules)


def invented(source: str, *findings: Finding, path: str = "a.txt") -> Result:
    """A result with findings that no rule made."""
    return Result(path, "text", findings, source=Source(source, "utf-8"))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every report of one run, in a folder of a repository."""
    repository = tmp_path_factory.mktemp("repository")
    (repository / ".git").mkdir()
    shutil.copytree(HERE / "articles", repository / "articles")
    outputs = [f"--output={format}=../{format}" for format in FORMATS]
    outcome = lintnews("check", "--select", ",".join(CHOSEN), *outputs, cwd=repository / "articles")
    assert outcome.status == 2, "one article is unreadable"
    return {format: (repository / format).read_bytes().decode() for format in FORMATS}


def without_manual(report: str) -> str:
    """A SARIF report with no more of its rules than their names: what they say of themselves is tested below."""
    log = json.loads(report)
    driver = log["runs"][0]["tool"]["driver"]
    driver["rules"] = [rule["id"] for rule in driver["rules"]]
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("format", KEPT)
def test_the_report_is_the_expected_one(reports: dict[str, str], format: str, request: pytest.FixtureRequest) -> None:
    report = re.sub(f'("(?:version|semanticVersion)": )"{__version__}"', r'\1"VERSION"', reports[format])
    if format == "sarif":
        report = without_manual(report)
    golden = HERE / "expected" / f"report.{format}"
    if request.config.getoption("--regenerate"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(report.encode())
    assert report == golden.read_bytes().decode()


def test_every_expected_report_is_one_of_ours() -> None:
    assert {path.name for path in (HERE / "expected").iterdir()} == {f"report.{format}" for format in KEPT}


@pytest.mark.parametrize("format", READ)
def test_every_consumer_sees_every_finding(reports: dict[str, str], format: str) -> None:
    expected = []
    for article in json.loads(reports["json"])["articles"]:
        path = article["path"] if format in ("checkstyle", "rdjsonl") else f"articles/{article['path'][2:]}"
        if article["error"]:
            expected.append(Seen(path, None, "unreadable", "error"))
        expected += [Seen(path, one["start"]["line"], one["rule"], one["severity"]) for one in article["findings"]]
    assert {one.level for one in expected} == {"error", "warning", "note"}
    assert Counter(CONSUMERS[format](reports[format])) == Counter(expected)


# ---- runs with little in them


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("results", "seen"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([checked("The vote is on Friday.\n")], [], id="clean"),
        pytest.param([checked("")], [], id="empty"),
        pytest.param([checked(b"\0" * 99)], [Seen("a.txt", None, "unreadable", "error")], id="unreadable"),
    ],
)
@pytest.mark.parametrize("rules", [RULES, RuleSet(())], ids=["rules", "no-rules"])
def test_runs_without_findings_are_reports_too(
    format: str, results: list[Result], seen: list[Seen], rules: RuleSet
) -> None:
    report = reporter(format)(results, rules)
    if format in CONSUMERS:
        assert [one._replace(path=Path(one.path).name) for one in CONSUMERS[format](report)] == seen
    elif format == "json":
        assert len(json.loads(report)["articles"]) == len(results)
    else:
        assert report.count("\n") >= len(results)


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    for format in READ:
        outcome = lintnews("check", "--format", format, tmp_path, cwd=tmp_path)
        assert outcome.status == 2
        (seen,) = CONSUMERS[format](outcome.out)
        assert (seen.rule, seen.level) == ("unreadable", "error")


@pytest.mark.parametrize("format", READ)
def test_a_finding_without_a_rule_and_without_words_is_reported(format: str) -> None:
    finding = Finding("internal-error", "error", "The article was left as it was", Span(0, 0), "", fingerprint="f")
    (seen,) = CONSUMERS[format](reporter(format)([invented("One.\n", finding)], RULES))
    assert (seen.line, seen.rule, seen.level) == (1, "internal-error", "error")


# ---- equal findings


@pytest.mark.parametrize("format", ["sarif", "gitlab"])
def test_equal_findings_stay_apart(format: str) -> None:
    text = "The vote is on Friday.\n\nAdvertisement\n\n" * 3 + "The vote is on Friday.\n"
    results = [checked(text), checked(text, "b.txt")]
    assert len({finding.fingerprint for result in results for finding in result.findings}) == 1
    assert len(CONSUMERS[format](reporter(format)(results, RULES))) == 6


def test_a_fingerprint_survives_a_move() -> None:
    def prints(text: str) -> list[list[str]]:
        results = [checked(text)]
        log = json.loads(reporter("sarif")(results, RULES))["runs"][0]["results"]
        issues = json.loads(reporter("gitlab")(results, RULES))
        return [[one["partialFingerprints"]["lintnews/v1"] for one in log], [one["fingerprint"] for one in issues]]

    text = "The vote is on Friday.\n\nAdvertisement\n\nThe hall opens at nine.\n"
    assert prints(text) == prints(f"A first paragraph.\n\n{text}")


# ---- SARIF: regions and fixes


LINE_ENDS = {"\r\n", "\n", "\r"}


def by_lines(source: str, ends: Sequence[str], region: dict[str, Any]) -> str:
    """The text of a region by its lines and columns alone, with the line ends that the run names."""
    starts = [0, *(match.end() for match in re.finditer("|".join(sorted(ends, key=len, reverse=True)), source))]
    first = starts[region["startLine"] - 1] + region["startColumn"] - 1
    last = starts[region["endLine"] - 1] + region["endColumn"] - 1
    return source[first:last]


SOURCES = [
    *(
        pytest.param(path.read_bytes(), path.name, id=path.name)
        for path in sorted((HERE / "articles").iterdir())
        if path.name in ("note #1.md", "page.html", "story.txt")
    ),
    pytest.param("\ufeffÜber 😀 the pond,, the mill is sold.\n".encode(), "a.txt", id="mark"),
]
RETURNS = pytest.param("One 😀.\r\rThe pond,, the mill is sold.\r\rAdvertisement\r".encode(), "a.txt", id="returns")


@pytest.mark.parametrize(("data", "name"), [*SOURCES, RETURNS])
def test_regions_of_sarif_mean_the_words_by_both_ways_of_counting(data: bytes, name: str) -> None:
    result = checked(data, name, format_of(name))
    assert result.findings
    source = data.decode("utf-8-sig")
    (run,) = json.loads(reporter("sarif")([result], RULES))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for finding, told in zip(result.findings, run["results"], strict=True):
        region = told["locations"][0]["physicalLocation"]["region"]
        words = source[region["charOffset"] :][: region["charLength"]]
        assert words == source[finding.span.start : finding.span.end] == region["snippet"]["text"]
        assert words == by_lines(source, run["newlineSequences"], region)
        if finding.fix is None:
            assert "fixes" not in told
            continue
        (fix,) = told["fixes"]
        (change,) = fix["artifactChanges"]
        assert sarif_uri(change["artifactLocation"]).endswith(name)
        fixed = source
        for replacement in reversed(change["replacements"]):
            away = replacement["deletedRegion"]
            start, end = away["charOffset"], away["charOffset"] + away["charLength"]
            assert fixed[start:end] == by_lines(source, run["newlineSequences"], away)
            fixed = fixed[:start] + replacement["insertedContent"]["text"] + fixed[end:]
        assert fixed == apply(source, [finding], ("safe", "unsafe")).source


def test_sarif_tells_of_each_rule_what_it_is() -> None:
    rules = load_rules()
    described = json.loads(reporter("sarif")([], rules))["runs"][0]["tool"]["driver"]["rules"]
    assert [one["id"] for one in described] == [rule.id for rule in rules.rules]
    for one, rule in zip(described, rules.rules, strict=True):
        assert one["defaultConfiguration"]["level"] == rule.severity
        assert (one["properties"]["pack"], one["properties"]["fix"]) == (rule.pack, rule.fix)
        assert one["properties"]["tags"][0] == rule.pack
        assert set(one["properties"]["tags"]) == {rule.pack, *rule.tags}
        assert one["help"]["markdown"].startswith(f"## {rule.id}\n")
        assert rule.why.strip() in one["help"]["text"]


def test_sarif_says_what_a_fix_does() -> None:
    fix = Fix((Edit(Span(0, 4), "NATO"),), "unsafe")
    report = reporter("sarif")([invented("Nato met.\n", Finding("a/b", "note", "M", Span(0, 4), "Nato", fix))], RULES)
    (told,) = json.loads(report)["runs"][0]["results"]
    assert told["fixes"][0]["description"]["text"] == "Replace “Nato” by “NATO” (unsafe)."


# ---- fixes that only an editor may decide


@pytest.mark.parametrize("format", ["sarif", "rdjsonl"])
def test_a_fix_that_may_only_be_shown_is_not_offered(format: str) -> None:
    def offered(applicability: Any) -> bool:
        fix = Fix((Edit(Span(0, 5)),), applicability)
        report = reporter(format)([invented("Words.\n", Finding("a/b", "note", "M", Span(0, 5), "Words", fix))], RULES)
        return '"fixes"' in report or '"suggestions"' in report

    assert [offered(one) for one in ("safe", "unsafe", "display")] == [True, True, False]


# ---- reviewdog: bytes


def cut(data: bytes, place: dict[str, Any]) -> tuple[int, int]:
    """A range as offsets of bytes of the file, by its lines (ended by a line feed, as in a diff) and bytes."""
    lines = data.split(b"\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    for end in ("start", "end"):
        assert place[end]["column"] - 1 <= len(lines[place[end]["line"] - 1]), "there is no such place"
    first, last = (starts[place[end]["line"] - 1] + place[end]["column"] - 1 for end in ("start", "end"))
    return first, last


@pytest.mark.parametrize(("data", "name"), SOURCES)
def test_ranges_for_reviewdog_count_bytes_and_suggestions_do_what_the_fix_does(data: bytes, name: str) -> None:
    result = checked(data, name, format_of(name))
    assert result.findings
    assert result.source
    diagnostics = [json.loads(line) for line in reporter("rdjsonl")([result], RULES).splitlines()]
    for finding, told in zip(result.findings, diagnostics, strict=True):
        first, last = cut(data, told["location"]["range"])
        assert data[first:last].decode() == result.source.text[finding.span.start : finding.span.end]
        if finding.fix is None:
            assert "suggestions" not in told
            continue
        (suggestion,) = told["suggestions"]
        first, last = cut(data, suggestion["range"])
        fixed = data[:first] + suggestion["text"].encode() + data[last:]
        assert fixed == result.source.encode(apply(result.source.text, [finding], ("safe", "unsafe")).source)


@pytest.mark.parametrize(
    ("source", "edit", "fixed"),
    [
        ("One.\n\nTwo\n", Edit(Span(5, 10)), "One.\n"),
        ("One.\r\n\r\nTwo\r\n", Edit(Span(6, 13)), "One.\r\n"),
        ("Two\n", Edit(Span(0, 4)), "\n"),
        ("Two\n", Edit(Span(0, 4), "2\n"), "2\n"),
        ("One two", Edit(Span(3, 7)), "One"),
        ("One\n", Edit(Span(4, 4), "more"), "One\nmore"),
    ],
)
def test_a_suggestion_never_ends_behind_the_last_line(source: str, edit: Edit, fixed: str) -> None:
    finding = Finding("a/b", "error", "M", edit.span, "", Fix((edit,), "safe"))
    (suggestion,) = json.loads(reporter("rdjsonl")([invented(source, finding)], RULES))["suggestions"]
    end = suggestion["range"]["end"]["line"]
    assert end <= len(source.splitlines()) or not edit.span.end - edit.span.start
    first, last = cut(source.encode(), suggestion["range"])
    assert source[:first] + suggestion["text"] + source[last:] == fixed


def test_a_fix_of_several_edits_is_one_suggestion() -> None:
    fix = Fix((Edit(Span(9, 10), "»"), Edit(Span(0, 1), "«")), "safe")
    finding = Finding("a/b", "note", "M", Span(0, 10), "", fix)
    (suggestion,) = json.loads(reporter("rdjsonl")([invented("“One two”\n"[:9] + "”\n", finding)], RULES))[
        "suggestions"
    ]
    assert suggestion["text"] == "«One two”»"


def test_a_file_in_another_encoding_gets_no_suggestions() -> None:
    told = json.loads(reporter("rdjsonl")([checked("Ganz schön spät.\n\nAnzeige\n".encode("cp1252"))], RULES))
    assert told["code"]["value"] == "promotion/ad-placeholder"
    assert "suggestions" not in told


# ---- GitHub


def many(errors: int, warnings: int, notes: int, unreadable: int = 0) -> list[Result]:
    """A run with so many findings; notes stand first, errors last."""
    kinds = [("note", notes), ("warning", warnings), ("error", errors)]
    results = [
        invented("Words.\n", *(Finding(f"a/{level}", level, "M", Span(0, 5), "Words") for _ in range(count)))  # type: ignore[arg-type]
        for level, count in kinds
    ]
    return [*results, *(Result("b.txt", "text", error="it is locked") for _ in range(unreadable))]


def test_the_most_severe_annotations_come_first() -> None:
    lines = reporter("github")(many(2, 1, 3, unreadable=1), RULES).splitlines()
    titles = [annotation(line).properties["title"] for line in lines]
    assert titles == ["unreadable", "a/error", "a/error", "a/warning", "a/note", "a/note", "a/note"]


@pytest.mark.parametrize(
    ("results", "hidden"),
    [
        (many(10, 10, 10), None),
        (many(11, 0, 10), "1 further error."),
        (many(9, 0, 0, unreadable=3), "2 further errors."),
        (many(13, 0, 25), "3 further errors, 15 further notes."),
        ([], None),
    ],
)
def test_the_summary_says_how_many_are_not_shown(results: list[Result], hidden: str | None) -> None:
    text = html(github.summary(results, RULES)).get_text()
    assert ("further" in text) == (hidden is not None)
    assert (hidden or "") in text


def test_a_finding_over_several_lines_has_no_columns() -> None:
    source = "One two\nthree\n"
    one, two = (
        annotation(reporter("github")([invented(source, Finding("a/b", "error", "M", span, "W"))], RULES).rstrip("\n"))
        for span in (Span(4, 7), Span(4, 11))
    )
    place = {"file": one.properties["file"], "line": "1", "title": "a/b"}
    assert one.properties == place | {"endLine": "1", "col": "5", "endColumn": "8"}
    assert two.properties == place | {"endLine": "2"}


def test_a_finding_that_takes_a_line_end_along_ends_on_its_line() -> None:
    result = invented("One.\nTwo.\n", Finding("a/b", "error", "M", Span(0, 5), "One."))
    assert annotation(reporter("github")([result], RULES).rstrip("\n")).properties["endLine"] == "1"
    (issue,) = json.loads(reporter("gitlab")([result], RULES))
    assert issue["location"]["lines"] == {"begin": 1, "end": 1}


# ---- Markdown


def test_a_long_run_still_fits_into_a_comment() -> None:
    finding = Finding("a/b", "error", "The words @everybody <knows> " * 9, Span(0, 5), "`|@words|`" * 20)
    results = [invented("Words.\n", *[finding] * 20, path=f"{'long/' * 30}{at}.txt") for at in range(400)]
    results += [Result(f"{at}.txt", "text", error="it is locked") for at in range(400)]
    report = reporter("markdown")(results, RULES)
    seen = CONSUMERS["markdown"](report)
    assert 60 < len(seen) < 400
    assert "8,000 findings" in report
    assert report.count(" more.\n") == 3


def test_the_worst_articles_and_rules_come_first() -> None:
    result = checked("The mill,, the pond,, the bridge.\n\nAdvertisement\n\nThe vote is on Friday.\n")
    page = html(reporter("markdown")([checked("The mill,, the pond.\n", "w.txt"), result], RULES))
    rows = [[cell.text for cell in row.find_all("td")] for row in page.find_all("tr") if row.find("td")]
    assert [(Path(name).name, *counts) for name, *counts in rows] == [
        ("a.txt", "1", "2", "0"),
        ("w.txt", "0", "1", "0"),
        ("ad-placeholder", "1", "0", "0"),
        ("doubled-punctuation", "0", "3", "0"),
    ]


# ---- paths


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site" / "news").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "from_repository", "from_folder"),
    [
        ("./a.txt", "site/a.txt", "a.txt"),
        ("news/../a b.txt", "site/a b.txt", "a b.txt"),
        ("{}/site/news/a.txt", "site/news/a.txt", "news/a.txt"),
        ("../a.txt", "a.txt", "{}/a.txt"),
        ("../../a.txt", "{}/../a.txt", "{}/../a.txt"),
        (".", "site", "."),
        ("<stdin>", "<stdin>", "<stdin>"),
    ],
)
def test_paths_start_at_the_root_of_the_repository(
    repository: Path, path: str, from_repository: str, from_folder: str
) -> None:
    def shown() -> str:
        (result,) = from_root([Result(path.format(repository), "text")])
        return result.path

    def expected(path: str) -> str:
        return os.path.normpath(path.format(repository)) if "{}" in path else path

    assert shown() == expected(from_folder)
    (repository / ".git").write_text("gitdir: elsewhere")
    assert shown() == expected(from_repository)


def test_a_path_through_a_link_is_found_in_the_repository(repository: Path, tmp_path_factory: Any) -> None:
    link = tmp_path_factory.mktemp("links") / "link"
    link.symlink_to(repository)
    (repository / ".git").mkdir()
    (result,) = from_root([Result(str(link / "site" / "a.txt"), "text")])
    assert result.path == "site/a.txt"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("note #1.md", "note%20%231.md"),
        ("a:b/100%?.txt", "a%3Ab/100%25%3F.txt"),
        ("Übersicht/記事.html", "%C3%9Cbersicht/%E8%A8%98%E4%BA%8B.html"),
        ("odd\udcff.txt", "odd%FF.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
    ],
)
def test_addresses_in_sarif_are_percent_encoded(path: str, uri: str) -> None:
    result = checked("Advertisement\n", path)
    (told,) = json.loads(sarif.render([result], RULES))["runs"][0]["results"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
