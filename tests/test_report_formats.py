"""Choosing reports on the command line: what comes with lintnews, what packages bring, and where reports go."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command import ROOT, environment, lintnews
from consumers import CONSUMERS, html

from lintnews.report.formats import FORMATS
from lintnews.write import WriteError, write_whole

AD = "The vote is on Friday.\n\nAdvertisement\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(AD)
    return tmp_path


# ---- nothing is imported before it is asked for


def loaded(code: str) -> set[str]:
    """The modules that are there after some lines of Python."""
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment(), check=True)
    return set(done.stdout.decode().split())


def reports(modules: set[str]) -> set[str]:
    """The modules of reports among these."""
    return {name.split(".")[2] for name in modules if name.startswith("lintnews.report.")}


def test_the_command_line_starts_without_any_report() -> None:
    modules = loaded("import lintnews.cli.check")
    assert reports(modules) == {"formats"}
    assert not {"importlib.metadata", "json", "xml", "tempfile", "urllib"} & modules


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_imports_none_of_the_others(format: str) -> None:
    modules = loaded(f"from lintnews.report.formats import reporter\nreporter({format!r})")
    one = "json" if format == "jsonl" else format
    assert reports(modules) - {"formats", "words", "summary", "identity", "manual", "xml"} == {one}
    assert "importlib.metadata" not in modules


# ---- the choice


@pytest.mark.parametrize("option", ["--format=sarfi", "--output=sarfi=x"])
def test_an_unknown_format_is_named_with_the_nearest(folder: Path, option: str) -> None:
    outcome = lintnews("check", option, "a.txt", cwd=folder)
    assert (outcome.status, outcome.out) == (2, "")
    assert "'sarfi' is not one of 'text', 'json', 'jsonl', 'sarif'," in outcome.err
    assert "did you mean 'sarif'?" in outcome.err


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_gets_what_standard_output_gets(folder: Path, format: str) -> None:
    outcome = lintnews("check", "--format", format, f"--output={format}=report", "a.txt", cwd=folder)
    assert (outcome.status, outcome.err) == (1, "")
    assert "ad-placeholder" in outcome.out
    assert (folder / "report").read_bytes().decode() == outcome.out


@pytest.mark.parametrize("format", sorted(CONSUMERS))
def test_standard_input_is_reported(folder: Path, format: str) -> None:
    for name in ("draft.txt", None):
        named = ["--stdin-filename", name] if name else []
        outcome = lintnews("check", "--format", format, *named, "-", stdin=AD.encode(), cwd=folder)
        (seen,) = CONSUMERS[format](outcome.out)
        assert (outcome.status, seen.path, seen.line) == (1, name or "<stdin>", 3)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux alone")
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_whose_name_is_no_text_is_reported(folder: Path, format: str) -> None:
    with open(os.path.join(os.fsencode(folder), b"b\xff.txt"), "w") as file:
        file.write(AD)
    outcome = lintnews("check", "--format", format, "--output", f"{format}=report", folder, cwd=folder)
    assert outcome.status == 1
    assert outcome.out.count("ad-placeholder") > 1
    if format in CONSUMERS:
        assert len({seen.path for seen in CONSUMERS[format](outcome.out)}) == 2


# ---- files


def test_a_report_takes_the_place_of_an_older_one(folder: Path) -> None:
    old = folder / "report.json"
    old.write_text("x" * 100_000)
    old.chmod(0o640)
    (folder / "link.json").symlink_to(old)
    assert lintnews("check", "--output", "json=link.json", "a.txt", cwd=folder).status == 1
    assert json.loads(old.read_text())["summary"]["findings"] == 1
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert (folder / "link.json").is_symlink()
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "link.json", "report.json"]


def test_a_new_report_gets_the_mode_that_files_get(folder: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(str(folder / "new"), b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((folder / "new").stat().st_mode) == 0o640


def test_a_report_that_cannot_take_its_place_leaves_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "report").write_text("old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(WriteError, match="No space left"):
        write_whole(str(folder / "report"), b"new")
    assert (folder / "report").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "report"]


def test_devices_and_pipes_stay_what_they_are(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    outcome = lintnews("check", f"--output=json={pipe}", "--output=sarif=/dev/null", "a.txt", cwd=folder)
    reader.join(30)
    assert outcome.status == 1
    assert json.loads(read[0])["summary"]["findings"] == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_report_may_go_to_standard_output_by_name(folder: Path) -> None:
    outcome = lintnews("check", "--output=jsonl=/dev/stdout", "--statistics", "a.txt", cwd=folder)
    first, second = outcome.out.splitlines()
    assert json.loads(first)["path"] == "a.txt"
    assert second.split() == ["1", "promotion/ad-placeholder"]


@pytest.mark.parametrize("path", ["report", "./report", "sub/../report"])
def test_two_reports_do_not_share_a_file(folder: Path, path: str) -> None:
    outcome = lintnews("check", "--output=json=report", f"--output=sarif={path}", "a.txt", cwd=folder)
    assert outcome.status == 2
    assert "another report goes into this file" in outcome.err
    assert not (folder / "report").exists()


@pytest.mark.parametrize("target", [".", "a.txt/report", "nowhere/report"])
def test_a_file_that_cannot_be_made_is_an_error_that_names_it(folder: Path, target: str) -> None:
    outcome = lintnews("check", f"--output=json={target}", "a.txt", cwd=folder)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"lintnews: {target}: the report cannot be written: ")


# ---- the summary of a job


def test_annotations_come_with_a_summary_of_the_job(folder: Path) -> None:
    summary = folder / "summary.md"
    summary.write_text("# An earlier step")
    for _ in range(2):
        outcome = lintnews("check", "--format=github", "a.txt", cwd=folder, GITHUB_STEP_SUMMARY=str(summary))
        assert outcome.status == 1
    page = html(summary.read_text())
    assert [heading.text for heading in page.find_all(["h1", "h2"])] == ["An earlier step", "lintnews", "lintnews"]
    assert CONSUMERS["markdown"]("## lintnews" + summary.read_text().split("## lintnews")[2])


def test_only_annotations_come_with_a_summary(folder: Path) -> None:
    summary = folder / "summary.md"
    for option in ("--format=text", "--format=sarif", "--output=github=report"):
        lintnews("check", option, "a.txt", cwd=folder, GITHUB_STEP_SUMMARY=str(summary))
        assert not summary.exists()
    assert lintnews("check", "--format=github", "a.txt", cwd=folder, GITHUB_STEP_SUMMARY="").err == ""


def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing_else(folder: Path) -> None:
    outcome = lintnews("check", "--format=github", "a.txt", cwd=folder, GITHUB_STEP_SUMMARY="no/where")
    assert outcome.status == 1
    assert outcome.out.startswith("::error file=a.txt,")
    assert outcome.err == "lintnews: no/where: no job summary: No such file or directory\n"


# ---- reporters of other packages

PACKAGE = """\
from pathlib import Path
Path(__file__).with_suffix(".used").touch()

def paths(results, rules):
    return "".join(f"{result.path}: {len(result.findings)} of {len(rules.rules) > 9}\\n" for result in results)

def broken(results, rules):
    raise KeyError("what")

def no_text(results, rules):
    return None

no_function = 7
"""


def install(folder: Path, name: str, points: str) -> None:
    """A package as pip leaves it: a module and what is known of it."""
    (folder / f"{name}.py").write_text(PACKAGE)
    known = folder / f"{name}-1.2.dist-info"
    known.mkdir()
    (known / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    (known / "entry_points.txt").write_text(f"[lintnews.reporters]\n{points}\n")


@pytest.fixture
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    points = ("paths", "broken", "no_text", "no_function", "missing")
    install(folder, "newsroom", "\n".join(f"{point} = newsroom:{point}" for point in (*points, "sarif")))
    install(folder, "agency", "twice = agency:paths")
    install(folder, "bureau", "twice = bureau:paths")
    return folder


def with_packages(folder: Path, installed: Path, *options: str) -> tuple[int, str, str]:
    path = os.pathsep.join([str(ROOT), str(installed)])
    return lintnews("check", *options, "a.txt", cwd=folder, PYTHONPATH=path)


def test_a_package_brings_a_format(folder: Path, installed: Path) -> None:
    outcome = with_packages(folder, installed, "--format=paths", "--output=paths=report")
    assert outcome == (1, "a.txt: 1 of True\n", "")
    assert (folder / "report").read_text() == "a.txt: 1 of True\n"


def test_packages_are_not_looked_at_for_our_own_formats(folder: Path, installed: Path) -> None:
    status, out, _ = with_packages(folder, installed, "--format=sarif")
    assert (status, len(CONSUMERS["sarif"](out))) == (1, 1)
    with_packages(folder, installed, "--format=twice")
    assert not list(installed.glob("*.used"))


def test_formats_of_packages_are_named_among_the_known(folder: Path, installed: Path) -> None:
    status, _, err = with_packages(folder, installed, "--format=path")
    assert status == 2
    assert "'html', 'broken', 'missing', 'no_function', 'no_text', 'paths', 'twice'; did you mean 'paths'?" in err


@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("broken", "(KeyError: 'what')"),
        ("no_text", "(TypeError: the report is no text but NoneType)"),
        ("no_function", "(TypeError: newsroom:no_function is no function)"),
        ("missing", "has no attribute 'missing')"),
    ],
)
def test_a_broken_reporter_is_an_error_that_names_its_package(
    folder: Path, installed: Path, format: str, said: str
) -> None:
    for option in (f"--format={format}", f"--output={format}=report"):
        status, out, err = with_packages(folder, installed, option)
        assert (status, out) == (2, "")
        assert f"the reporter '{format}' of the package newsroom 1.2 does not work" in err
        assert said in err
        assert not (folder / "report").exists()


def test_a_format_of_two_packages_is_an_error_that_names_both(folder: Path, installed: Path) -> None:
    status, _, err = with_packages(folder, installed, "--format=twice")
    assert status == 2
    assert "the format 'twice' is brought by agency 1.2 and bureau 1.2; uninstall all but one" in err


# ---- the manual


def test_the_manual_has_lines_to_use_every_format() -> None:
    manual = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    assert [name for name in CONSUMERS if f"--format {name} " not in manual and f"--output {name}=" not in manual] == []
    for heading in (
        "SARIF",
        "GitHub annotations",
        "GitLab code quality",
        "JUnit",
        "Checkstyle",
        "reviewdog",
        "Markdown",
    ):
        assert f"\n## {heading}\n" in manual
        assert f"](#{heading.lower().replace(' ', '-')})" in manual


def test_the_reporter_of_the_manual_works(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    manual = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    packages = tmp_path_factory.mktemp("packages")
    install(packages, "other", "counts = newsroom.reports:counts")
    (packages / "newsroom").mkdir()
    (packages / "newsroom" / "reports.py").write_text(manual.split("```python\n")[1].split("```")[0])
    assert with_packages(folder, packages, "--format=counts") == (1, "a.txt\t1\n", "")
