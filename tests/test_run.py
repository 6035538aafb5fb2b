"""From paths to results: which files are taken, and what becomes of those that cannot be checked."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from command import check, lintnews

from lintnews.files import find, format_of

DIRTY = "It rains.\n\nAdvertisement\n"
WALL = "structure/flattened-structure"
AD = "promotion/ad-placeholder"


def tree(root: Path, *names: str) -> Path:
    """A folder with these articles."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(DIRTY)
    return root


def taken(root: Path, *paths: str) -> list[str]:
    return [Path(path).relative_to(root).as_posix() for path, _ in find([str(root / path) for path in paths])]


# ---- which files


def test_articles_of_a_folder_come_in_order_of_name(tmp_path: Path) -> None:
    tree(tmp_path, "b.html", "a.txt", "a/z.md", "a/b/c.HTM", "c.xhtml", "d.markdown", "e.text", "x.py", "y", "z.json")
    expected = ["a/b/c.HTM", "a/z.md", "a.txt", "b.html", "c.xhtml", "d.markdown", "e.text"]
    assert taken(tmp_path, "") == expected


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path: Path) -> None:
    tree(tmp_path, ".hidden.txt", ".git/a.txt", "shown.txt")
    assert taken(tmp_path, "") == ["shown.txt"]
    assert taken(tmp_path, ".hidden.txt", ".git") == [".hidden.txt", ".git/a.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    tree(tmp_path, "story", "feed.rss")
    assert taken(tmp_path, "feed.rss", "story") == ["feed.rss", "story"]


def test_no_file_is_taken_twice(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b/c.txt")
    assert taken(tmp_path, "b/c.txt", "", "b", "a.txt", "a.txt") == ["b/c.txt", "a.txt"]
    outcome = check("a.txt", "./a.txt", ".", str(tmp_path / "a.txt"), cwd=tmp_path)
    assert [Path(article["path"]).name for article in outcome.articles] == ["a.txt", "c.txt"]


def test_ignored_files_are_left_out(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.html", "draft-1.txt", "drafts/a.txt", "old/a.txt", "sub/keep.html", "sub/b.html")
    tree(tmp_path, "sub/deep/b.html", "sub/deep/only.txt")
    (tmp_path / ".gitignore").write_text("# drafts\n*.html\ndraft*\n/old/\n!sub/keep.html\n")
    (tmp_path / "sub" / ".gitignore").write_text("deep/*.txt\n!b.html\n")
    assert taken(tmp_path, "") == ["a.txt", "sub/b.html", "sub/deep/b.html", "sub/keep.html"]


def test_ignored_files_are_taken_when_named(tmp_path: Path) -> None:
    tree(tmp_path, "b.html", "old/a.txt")
    (tmp_path / ".gitignore").write_text("*.html\n")
    assert taken(tmp_path, "b.html") == ["b.html"]


def test_a_folder_inside_a_repository_obeys_the_files_above_it(tmp_path: Path) -> None:
    tree(tmp_path, "repo/sub/a.txt", "repo/sub/b.txt")
    (tmp_path / ".gitignore").write_text("a.txt\n")  # outside of the repository: says nothing
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / ".gitignore").write_text("b.txt\n")
    assert taken(tmp_path, "repo/sub") == ["repo/sub/a.txt"]


def test_a_file_below_an_ignored_folder_cannot_be_taken_back(tmp_path: Path) -> None:
    tree(tmp_path, "out/a.txt", "b.txt")
    (tmp_path / ".gitignore").write_text("out/\n!out/a.txt\n")
    assert taken(tmp_path, "") == ["b.txt"]


def test_a_gitignore_of_strange_bytes_stops_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\0\n[\n!\nb.txt\n")
    assert taken(tmp_path, "") == ["a.txt"]


def test_links_to_files_are_followed_and_links_to_folders_are_not(tmp_path: Path) -> None:
    tree(tmp_path, "real/a.txt", "shown/b.txt")
    (tmp_path / "shown" / "link.txt").symlink_to(tmp_path / "real" / "a.txt")
    (tmp_path / "shown" / "folder").symlink_to(tmp_path / "real")
    (tmp_path / "shown" / "round").symlink_to(tmp_path / "shown")
    (tmp_path / "shown" / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert taken(tmp_path, "shown") == ["shown/b.txt", "shown/link.txt"]
    (tmp_path / "start").symlink_to(tmp_path / "shown")
    assert taken(tmp_path, "start") == ["start/b.txt", "start/link.txt"]


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.md", "markdown"),
        ("a.txt", "text"),
        ("a", "text"),
        ("a.md.bak", "text"),
    ],
)
def test_the_name_tells_the_format(name: str, format: str) -> None:
    assert format_of(name) == format


# ---- what cannot be checked


def errors(*paths: Path) -> dict[str, str | None]:
    """The error of each path, after a run in which a sound article was checked all the same."""
    sound = tree(paths[0].parent / "sound", "last.txt") / "last.txt"
    outcome = check(*paths, sound)
    assert outcome.status == 2
    assert outcome.rules == [AD]
    found = {Path(article["path"]).name: article["error"] for article in outcome.articles}
    assert found.pop("last.txt") is None
    for error in found.values():
        assert error is None or str(error) in outcome.err
    return found


def test_missing_files_are_named(tmp_path: Path) -> None:
    assert errors(tmp_path / "no.txt", tmp_path / "no") == {
        "no.txt": "no such file or folder",
        "no": "no such file or folder",
    }


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert errors(tmp_path / "empty") == {
        "empty": "no articles in this folder that are not excluded; lintnews reads .html, .htm, .xhtml, .txt, .text, .md, .markdown"
    }


def test_binary_and_undecodable_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "b.html").write_bytes("<p>Größe</p>\n".encode() * 9 + b"<p>\xff\xc0</p>")
    assert errors(tmp_path / "a.txt", tmp_path / "b.html") == {
        "a.txt": "binary file, not an article; remove it from the paths or exclude it",
        "b.html": "not readable as UTF-8: byte 0xff at offset 138 (line 10); save the file as UTF-8",
    }


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # the name of a socket is short
        try:
            listener.bind("s.txt")
        finally:
            os.chdir(here)
        (error,) = errors(tmp_path / "s.txt").values()
    assert error
    assert error.startswith("cannot be read: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    article = tree(tmp_path, "a.txt") / "a.txt"
    article.chmod(0)
    assert errors(article) == {"a.txt": "cannot be read: Permission denied"}


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"It rains.\0It snows.\n"])
@pytest.mark.parametrize("ending", ["txt", "html", "md"])
def test_files_with_nothing_in_them_are_clean(tmp_path: Path, data: bytes, ending: str) -> None:
    article = tmp_path / f"a.{ending}"
    article.write_bytes(data)
    outcome = check(article)
    assert (outcome.status, outcome.rules, outcome.articles[0]["error"]) == (0, [], None)


def _long(ending: str, size: int) -> str:
    prose = "The vote is on Friday and nobody knows who will come to the harbour that day. " * (size // 79)
    ad = {"txt": "\nAdvertisement\n", "html": "</p><p>Advertisement</p>", "md": "\n\nAdvertisement\n"}[ending]
    return f"{'<p>' if ending == 'html' else ''}{prose}{ad}"


SIZES = (5_000_000, 50_000_000) if os.environ.get("LINTNEWS_ALL") == "1" else (5_000_000,)


@pytest.mark.parametrize("ending", ["txt", "html", "md"])
@pytest.mark.parametrize("size", SIZES)
def test_a_long_line_is_read_to_its_end(tmp_path: Path, ending: str, size: int) -> None:
    article = tmp_path / f"a.{ending}"
    article.write_text(_long(ending, size))
    outcome = check(article)
    assert (outcome.status, set(outcome.rules) - {WALL}) == (1, {AD})
    start = next(one["start"]["offset"] for one in outcome.articles[0]["findings"] if one["rule"] == AD)
    assert article.read_text()[start : start + 13] == "Advertisement"


@pytest.mark.parametrize("shape", ["words", "tags", "marks"])
def test_a_line_without_a_space_takes_no_more_than_its_length(tmp_path: Path, shape: str) -> None:
    article = tmp_path / "a.html"
    article.write_text({"words": "x" * 5_000_000, "tags": "<b>" * 500_000, "marks": "&<" * 1_000_000}[shape])
    assert check(article).status == 0


# ---- the same, however many processes


@pytest.mark.parametrize("format", ["text", "json", "jsonl"])
def test_the_number_of_processes_changes_no_byte(tmp_path: Path, format: str) -> None:
    names = [f"{number:02}.{ending}" for number in range(12) for ending in ("txt", "html", "md")]
    tree(tmp_path, *names)
    (tmp_path / "05.txt").write_bytes(b"\0" * 50)
    runs = [lintnews("check", "--format", format, "--jobs", str(jobs), tmp_path, "no.txt") for jobs in (0, 1, 2, 5)]
    assert runs[0].status == 2
    assert runs[0].out.count(AD) == 23
    assert set(runs) == {runs[0]}
