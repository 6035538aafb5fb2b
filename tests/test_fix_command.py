"""`lintnews check --fix`, as a user runs it: what is written, what is said, what stays."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment, lintnews

from lintnews.write import WriteError, write_file

DIRTY = "The council voted.\n\nAdvertisement\n\nThe road is closed.\n"
FIXED = "The council voted.\n\nThe road is closed.\n"
HALF = "The council voted.\n\nAdvertisement\n\nFor more information, please consult:\n"


def article(folder: Path, data: bytes = DIRTY.encode(), name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_safe_fixes_are_written_and_the_rest_is_reported(tmp_path: Path) -> None:
    path = article(tmp_path, HALF.encode())
    outcome = lintnews("check", "--fix", path)
    assert path.read_text() == "The council voted.\n\nFor more information, please consult:\n"
    assert outcome.status == 1
    assert "1 finding fixed; 1 finding left" in outcome.out
    assert "not fixed: needs --unsafe-fixes" in outcome.out


def test_unsafe_fixes_too_leave_nothing(tmp_path: Path) -> None:
    path = article(tmp_path, HALF.encode())
    outcome = lintnews("check", "--fix", "--unsafe-fixes", path)
    assert path.read_text() == "The council voted.\n"
    assert outcome.status == 0
    assert "2 findings fixed; nothing left in 1 article." in outcome.out
    again = lintnews("check", "--fix", "--unsafe-fixes", path)
    assert path.read_text() == "The council voted.\n"
    assert "Nothing found in 1 article." in again.out


def test_a_diff_writes_nothing_and_its_status_tells(tmp_path: Path) -> None:
    path = article(tmp_path)
    outcome = lintnews("check", "--diff", path)
    assert outcome.status == 1
    assert path.read_text() == DIRTY
    assert "-Advertisement\n" in outcome.out
    assert outcome.out.startswith("--- a/")
    path.write_text(FIXED)
    outcome = lintnews("check", "--diff", path)
    assert (outcome.status, outcome.out) == (0, "")


def test_a_diff_can_be_applied_by_patch_tools(tmp_path: Path) -> None:
    source = DIRTY.rstrip("\n").replace("\n", "\r\n")
    article(tmp_path, source.encode())
    diff = lintnews("check", "--diff", "a.txt", cwd=tmp_path).out.encode()
    applied = subprocess.run(["git", "apply", "-p1", "-"], input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert applied.returncode == 0, applied.stderr
    assert (tmp_path / "a.txt").read_bytes() == FIXED.rstrip("\n").replace("\n", "\r\n").encode()


def test_standard_input_gives_the_article_and_the_report_apart() -> None:
    outcome = lintnews("check", "--fix", "-", stdin=DIRTY.encode())
    assert outcome.out == FIXED
    assert "1 finding fixed; nothing left" in outcome.err
    assert outcome.status == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf" + DIRTY.encode(), b"\xef\xbb\xbf" + FIXED.encode()),
        (DIRTY.replace("\n", "\r\n").encode(), FIXED.replace("\n", "\r\n").encode()),
        (DIRTY.encode("utf-16"), FIXED.encode("utf-16")),
        (DIRTY.rstrip().encode(), FIXED.rstrip().encode()),
        ((DIRTY.rstrip() + "\n\nAdvertisement").encode(), FIXED.rstrip().encode()),
    ],
    ids=["byte-order mark", "CRLF", "UTF-16", "no final newline", "artefact at the end"],
)
def test_what_is_no_artefact_stays_byte_for_byte(tmp_path: Path, before: bytes, after: bytes) -> None:
    path = article(tmp_path, before)
    assert lintnews("check", "--fix", path).status == 0
    assert path.read_bytes() == after


def test_a_legacy_page_keeps_its_encoding(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>Ein schöner Tag — für alle.</p>\n<p>Anzeige</p>\n<p>Und Schluß.</p>\n'
    path = article(tmp_path, page.encode("cp1252"), "a.html")
    assert lintnews("check", "--fix", path).status == 0
    assert path.read_bytes() == page.replace("<p>Anzeige</p>\n", "").encode("cp1252")


def test_mode_and_symbolic_links_stay(tmp_path: Path) -> None:
    path = article(tmp_path)
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    assert lintnews("check", "--fix", link).status == 0
    assert link.is_symlink()
    assert path.read_text() == FIXED
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = article(tmp_path, (DIRTY * 400).encode())
    command = f'ulimit -f 1; exec "{sys.executable}" -m lintnews check --fix "{path}"'
    outcome = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=environment())
    assert outcome.returncode == 2
    assert "cannot be written" in outcome.stdout + outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert path.read_text() == DIRTY * 400
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_two_runs_at_once_leave_one_whole_article(tmp_path: Path) -> None:
    paths = [article(tmp_path, (DIRTY * 20).encode(), f"{number}.txt") for number in range(12)]
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "lintnews", "check", "--fix", tmp_path], stdout=subprocess.DEVNULL, env=environment()
        )
        for _ in range(3)
    ]
    assert all(run.wait() in (0, 2) for run in runs)
    lintnews("check", "--fix", tmp_path)
    assert len({path.read_text() for path in paths}) == 1
    assert "Advertisement" not in paths[0].read_text()
    assert len(list(tmp_path.iterdir())) == len(paths)


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = article(tmp_path, b"newer")
    with pytest.raises(WriteError, match="changed by somebody else"):
        write_file(os.fspath(path), b"older", b"fixed")
    assert path.read_bytes() == b"newer"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_run_that_dies_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article(tmp_path)

    def die(*paths: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        write_file(os.fspath(path), DIRTY.encode(), FIXED.encode())
    assert path.read_text() == DIRTY
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_the_json_report_names_what_was_fixed_and_what_was_not(tmp_path: Path) -> None:
    path = article(tmp_path, HALF.encode())
    report = json.loads(lintnews("check", "--fix", "--format", "json", path).out)
    (found,) = report["articles"]
    assert [fixed["rule"] for fixed in found["fixed"]] == ["promotion/ad-placeholder"]
    assert [skipped["reason"] for skipped in found["skipped"]] == ["unsafe"]
    assert [finding["rule"] for finding in found["findings"]] == ["structure/dangling-lead-in"]
    assert found["findings"][0]["start"]["line"] == 3


def test_other_files_are_fixed_although_one_cannot_be_read(tmp_path: Path) -> None:
    good, bad = article(tmp_path), article(tmp_path, b"\x89PNG\r\n\x1a\n\0\0", "b.txt")
    outcome = lintnews("check", "--fix", good, bad)
    assert outcome.status == 2
    assert good.read_text() == FIXED
    assert bad.read_bytes().startswith(b"\x89PNG")
