"""Results of earlier runs save time and nothing else: no report is ever old, wrong or missing because of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT, check, environment, lintnews, prepare
from hypothesis import given
from hypothesis import strategies as st

from lintnews import cache as cache_module
from lintnews import run
from lintnews.batch import Target, check_files
from lintnews.cache import Cache, Kept, keep, open_cache, recalling, settings_key
from lintnews.cachefolder import NAME, project_folder, results_file
from lintnews.config.settings import Policy, Settings
from lintnews.finding import APPLICABILITIES, SEVERITIES, Edit, Finding, Fix
from lintnews.rules.model import RuleSet
from lintnews.run import Result, Task
from lintnews.span import Span
from lintnews.suppress import Ignore

sys.path.insert(0, str(ROOT / "benchmarks"))
from made_up import write

SETTINGS = Settings(Policy(select=("promotion", "furniture/comment-form")))


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with prepared rules and nothing else in the cache folder, in a folder without a project."""
    lintnews("check", "-")
    prepare(tmp_path / "home" / "lintnews")
    monkeypatch.delenv("LINTNEWS_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@pytest.fixture
def cache(user: Path) -> Cache:
    opened = open_cache()
    assert opened
    return opened


@pytest.fixture
def articles(user: Path) -> list[Target]:
    return targets(*write(user / "work", 40))


def targets(*paths: Path | str) -> list[Target]:
    return [Target(str(path), settings=SETTINGS) for path in paths]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path of every article that is checked, as opposed to remembered."""
    seen: list[str] = []
    real = run.check_bytes

    def noting(data: bytes, path: str, *rest: object) -> Result:
        seen.append(path)
        return real(data, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check_bytes", noting)
    return seen


def results(files: list[Target], cache: Cache | None, task: Task = Task()) -> list[Result]:  # noqa: B008
    return list(check_files(files, task, 1, cache))


# ---- what is known, and what is not


def test_what_has_not_changed_is_not_checked_again(articles: list[Target], cache: Cache, checked: list[str]) -> None:
    first = results(articles, cache)
    assert checked == [target.path for target in articles]
    assert sum(len(result.findings) for result in first) > 8
    checked.clear()
    assert results(articles, cache) == first
    assert checked == []


def test_only_what_was_edited_is_checked_again(articles: list[Target], cache: Cache, checked: list[str]) -> None:
    results(articles, cache)
    checked.clear()
    edited = Path(articles[2].path)
    edited.write_text(edited.read_text() + "\n\nAdvertisement\n")
    status = Path(articles[4].path).stat()
    os.utime(articles[4].path, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))  # touched, but the same
    assert results(articles, cache)[2].findings[-1].matched == "Advertisement"
    assert checked == [str(edited)]


def test_a_moved_article_is_known_under_its_new_name_and_not_in_another_format(
    articles: list[Target], cache: Cache, checked: list[str], user: Path
) -> None:
    first = results(articles[:1], cache)[0]
    checked.clear()
    moved = user / "work" / "elsewhere.txt"
    shutil.copy(articles[0].path, moved)
    assert results(targets(moved), cache) == [first._replace(path=str(moved))]
    assert checked == []
    other = user / "work" / "elsewhere.md"
    shutil.copy(moved, other)
    results(targets(other), cache)
    assert checked == [str(other)]


@pytest.mark.parametrize(
    "other",
    [
        Settings(Policy(select=("promotion",))),
        Settings(Policy(select=SETTINGS.policy.select, scope="page")),
        Settings(Policy(select=SETTINGS.policy.select, severities=(("promotion", "note"),))),
        SETTINGS._replace(ignores=(Ignore("promotion", "*", matched="Advertisement"),)),
    ],
)
def test_other_settings_have_other_results(
    articles: list[Target], cache: Cache, checked: list[str], other: Settings
) -> None:
    results(articles, cache)
    results([target._replace(settings=SETTINGS._replace(fail_on="note")) for target in articles], cache)
    checked.clear()
    files = [target._replace(settings=other) for target in articles]
    assert results(files, cache) == results(files, None)
    assert len(checked) == 2 * len(articles)


def test_another_lintnews_python_or_library_has_other_results(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [settings_key("rules"), settings_key("other rules")]
    monkeypatch.setattr(cache_module, "__version__", "0.0.0")
    keys.append(settings_key("rules"))
    monkeypatch.setattr(cache_module, "versions", lambda: "another library")
    keys.append(settings_key("rules"))
    assert len(set(keys)) == len(keys)
    assert settings_key("rules") == keys[-1]


def test_errors_and_failures_are_seen_anew_each_time(
    user: Path, cache: Cache, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> list[object]:
        raise KeyError("no such harbour")

    rule = SETTINGS.ruleset.rules[0]._replace(check=breaks, literals=(), clauses=(), by_function=True)  # type: ignore[arg-type]
    monkeypatch.setattr(run, "applied", lambda settings, document: (RuleSet((rule,)), document))
    (user / "work" / "a.txt").write_bytes(b"\x89PNG\0\0\0")
    (user / "work" / "b.txt").write_text("It rains.\n")
    for _ in range(2):
        found = results(targets("a.txt", "b.txt", "none.txt"), cache)
        assert [bool(result.error) for result in found] == [True, False, True]
        assert len(found[1].failures) == 1
    assert checked == ["a.txt", "b.txt"] * 2


def test_an_unreadable_file_is_no_empty_article(user: Path, cache: Cache) -> None:
    (user / "work" / "empty.txt").write_bytes(b"")
    for _ in range(2):
        empty, folder, none = results(targets("empty.txt", ".", "none.txt"), cache)
        assert (empty.error, bool(folder.error), bool(none.error)) == (None, True, True)


def test_what_is_silenced_is_still_counted(user: Path, cache: Cache, checked: list[str]) -> None:
    (user / "work" / "a.html").write_text("<!-- lintnews: ignore-file[promotion] ours --><p>Advertisement</p>")
    (first,) = results(targets("a.html"), cache)
    assert first.suppressed == 1
    assert results(targets("a.html"), cache) == [first]
    assert len(checked) == 1


def test_fixing_uses_what_is_known_to_be_clean(articles: list[Target], cache: Cache, checked: list[str]) -> None:
    first = results(articles, cache)
    dirty = [result.path for result in first if result.findings]
    checked.clear()
    results(articles, cache, Task(fix=("safe",), write=False))
    assert checked == dirty
    fixed = results(articles, cache, Task(fix=("safe",), write=True))
    assert sum(len(result.fixed) for result in fixed) == sum(len(result.findings) for result in first)
    checked.clear()
    assert not any(result.findings for result in results(articles, cache))
    assert checked == dirty


def test_a_run_that_is_stopped_keeps_what_it_has_seen(articles: list[Target], cache: Cache, checked: list[str]) -> None:
    found = check_files(articles, Task(), 1, cache)
    for _ in range(10):
        next(found)
    found.close()  # type: ignore[attr-defined]
    checked.clear()
    results(articles, cache)
    assert len(checked) == 30


# ---- values


_TEXTS = st.text(max_size=12)  # lone surrogates among them
_SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 10**9))
_FIXES = st.builds(Fix, st.lists(st.builds(Edit, _SPANS, _TEXTS)).map(tuple), st.sampled_from(APPLICABILITIES))
_FINDINGS = st.builds(
    Finding, _TEXTS, st.sampled_from(SEVERITIES), _TEXTS, _SPANS, _TEXTS, st.none() | _FIXES, _TEXTS, st.tuples(_TEXTS)
)
_KEPT = st.builds(
    Kept,
    st.lists(_FINDINGS).map(tuple),
    st.integers(0),
    st.sampled_from(("article", "page")),
    st.tuples(st.integers(0), st.integers(0)),
    st.integers(0),
)


@given(st.dictionaries(st.binary(min_size=1, max_size=20), _KEPT, max_size=5))
def test_what_comes_out_is_what_went_in(tmp_path_factory: pytest.TempPathFactory, kept: dict[bytes, Kept]) -> None:
    cache = Cache(str(tmp_path_factory.mktemp("cache") / "results.sqlite"), b"k" * 32)
    keep(cache, kept)
    with recalling(cache) as recall:
        assert {name: recall(name) for name in kept} == kept
        assert recall(b"another name") is None
        for known in kept.values():
            assert all(isinstance(finding.span, Span) for finding in known.findings)


def test_the_older_half_goes_when_the_file_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(str(tmp_path / "results.sqlite"), b"k" * 32)
    monkeypatch.setattr(cache_module, "LIMIT", 200_000)
    kept = Kept((Finding("a/b", "note", "x" * 900, Span(0, 1), "x"),), 1, "article", (1, 1))
    for batch in range(20):
        keep(cache, {b"%d %d" % (batch, number): kept for number in range(20)})
        assert os.path.getsize(cache.path) < 250_000
    with recalling(cache) as recall:
        assert recall(b"0 0") is None
        assert recall(b"19 19") == kept


# ---- damage


def _damages(sound: bytes) -> Iterator[bytes]:
    yield b""
    yield b"not a database, but longer than a header of a hundred bytes. " * 9
    yield b"\0" * len(sound)
    yield sound + b"more"
    step = max(1, len(sound) // 12)
    yield from (sound[:cut] for cut in range(1, len(sound), step))
    for at in range(0, len(sound), step):
        yield sound[:at] + bytes(byte ^ 0x5A for byte in sound[at : at + 40]) + sound[at + 40 :]


def test_a_damaged_file_costs_time_and_heals(
    articles: list[Target],
    cache: Cache,
    capsys: pytest.CaptureFixture[str],
    checked: list[str],
) -> None:
    few = articles[:8]
    first = results(few, cache)
    sound = Path(cache.path).read_bytes()
    for damaged in _damages(sound):
        Path(cache.path).write_bytes(damaged)
        assert results(few, cache) == first
        results(few, cache)
        checked.clear()
        assert results(few, cache) == first
        assert checked == []
    said = capsys.readouterr().err.splitlines()
    assert said
    assert set(said) == {f"lintnews: {cache.path}: this cache is damaged and was not used; it is made anew"}


def test_an_entry_of_somebody_else_is_not_believed(articles: list[Target], cache: Cache, checked: list[str]) -> None:
    first = results(articles, cache)
    dirty = next(result for result in first if result.findings)
    clean = next(result for result in first if not result.findings)
    key = settings_key(SETTINGS.digest, repr(SETTINGS.ignores))
    names = [cache.name(Path(result.path).read_bytes(), result.format, key) for result in (dirty, clean)]
    with sqlite3.connect(cache.path) as connection:  # the entry of a clean article in the place of a dirty one's
        (content,) = connection.execute("SELECT content FROM results WHERE name = ?", (names[1],)).fetchone()
        connection.execute("UPDATE results SET content = ? WHERE name = ?", (content, names[0]))
    connection.close()
    checked.clear()
    assert results(articles, cache) == first
    assert checked == [dirty.path]


@pytest.mark.parametrize("statement", ["DROP TABLE results", "ALTER TABLE results RENAME content TO other"])
def test_a_file_of_another_shape_is_made_anew(
    articles: list[Target], cache: Cache, checked: list[str], statement: str
) -> None:
    first = results(articles, cache)
    with sqlite3.connect(cache.path) as connection:
        connection.execute(statement)
    connection.close()
    for _ in range(2):
        checked.clear()
        assert results(articles, cache) == first
    assert checked == []


def test_a_file_that_another_run_is_writing_is_done_without(
    articles: list[Target], cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "_PATIENCE", 0.1)
    first = results(articles[:4], cache)
    with sqlite3.connect(cache.path) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert results(articles, cache)[:4] == first
    connection.close()


# ---- where it is kept


def test_the_folder_is_that_of_the_project(user: Path) -> None:
    inside = user / "site" / "posts" / "2026"
    inside.mkdir(parents=True)
    assert project_folder(str(inside)) == str(inside)
    (user / "site" / "pyproject.toml").write_text("[tool.other]\n")
    assert project_folder(str(inside)) == str(inside)
    (user / "site" / "pyproject.toml").write_text("[tool.lintnews]\n")
    assert project_folder(str(inside)) == str(user / "site")
    (user / "site" / "posts" / "lintnews.toml").write_text("")
    assert project_folder(str(inside)) == str(user / "site" / "posts")
    (inside / ".git").mkdir()
    assert project_folder(str(inside)) == str(inside)


def test_the_folder_is_marked_and_left_alone_otherwise(user: Path, cache: Cache) -> None:
    folder = user / "work" / NAME
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "CACHEDIR.TAG"]
    assert (folder / ".gitignore").read_text().splitlines()[-1] == "*"
    assert (folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")


def test_another_user_or_machine_has_another_file(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, again = results_file(), results_file()
    assert first == again
    assert first
    monkeypatch.setenv("XDG_CACHE_HOME", str(user / "other home"))
    other = results_file()
    assert other
    assert other[0] != first[0]
    assert os.path.dirname(other[0]) == os.path.dirname(first[0])
    assert other[1] != first[1]


def test_files_of_machines_that_forget_do_not_pile_up(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(9):
        monkeypatch.setenv("XDG_CACHE_HOME", str(user / f"home {number}"))
        file = results_file()
        assert file
        keep(Cache(*file), {b"name": Kept((), 1, "page", (1, 1))})
    assert len(list((user / "work" / NAME).glob("*.sqlite"))) == 4


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_in_place_of_the_folder_is_not_followed(user: Path, target: str) -> None:
    (user / "elsewhere").mkdir()
    (user / "work" / NAME).symlink_to(user / target)
    assert results_file() is None
    assert list((user / "elsewhere").iterdir()) == []
    assert not (user / "nowhere").exists()


def test_without_a_key_nothing_is_kept(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (user / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(user / "file"))
    assert results_file() is None
    assert not (user / "work" / NAME).exists()


def test_where_nothing_can_be_kept_the_run_does_without(user: Path) -> None:
    (user / "work" / NAME).write_text("in the way")
    write(user / "work", 60)
    first, second = (check(".", LINTNEWS_CACHE_DIR="") for _ in range(2))
    assert first.status == 1
    assert first == second
    assert first.err == ""


# ---- on the command line


@pytest.fixture
def site(user: Path) -> Path:
    """A folder with enough articles for a cache, some of them dirty, one unreadable."""
    write(user / "work", 60)
    (user / "work" / "binary.txt").write_bytes(b"\x89PNG\0\0\0")
    return user / "work"


def test_the_report_is_the_same_with_and_without_a_cache(site: Path) -> None:
    kept = site / NAME
    for format in ("json", "text", "jsonl"):
        runs = [
            lintnews("check", "--format", format, *options, LINTNEWS_CACHE_DIR="")
            for options in (["--no-cache"], ["--jobs", "2"], [], ["--jobs", "5"], ["--no-cache", "--jobs", "2"])
        ]
        assert set(runs) == {runs[0]}
        assert runs[0].status == 2
    assert kept.is_dir()


def test_a_cache_is_for_many_articles(site: Path) -> None:
    article = next(site.rglob("*.txt"))
    check(article, LINTNEWS_CACHE_DIR="")
    check("-", stdin=b"It rains.\n" * 50_000, LINTNEWS_CACHE_DIR="")
    assert not (site / NAME).exists()
    check(".", "--no-cache", LINTNEWS_CACHE_DIR="")
    assert not (site / NAME).exists()
    check(".", LINTNEWS_CACHE_DIR="")
    assert (site / NAME).exists()


def test_the_cache_can_be_somewhere_else(site: Path, user: Path) -> None:
    check(".", "--cache-dir", user / "here", LINTNEWS_CACHE_DIR="")
    assert list((user / "here").glob("results-*.sqlite"))
    check(".", LINTNEWS_CACHE_DIR=str(user / "there"))
    assert list((user / "there").glob("results-*.sqlite"))
    assert not (site / NAME).exists()


def test_many_runs_at_once_do_not_disturb_each_other(site: Path) -> None:
    command = [sys.executable, "-m", "lintnews", "check", "--format", "json", "--jobs", "2", "."]
    running = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(LINTNEWS_CACHE_DIR="")
        )
        for _ in range(4)
    ]
    outcomes = {process.communicate(timeout=120) for process in running}
    assert len(outcomes) == 1
    assert outcomes.pop()[1].decode() == (
        "lintnews: ./binary.txt: binary file, not an article; remove it from the paths or exclude it\n"
    )


def test_clean_removes_what_is_ours(site: Path, user: Path) -> None:
    before = sorted(path for path in site.rglob("*") if path.is_file())
    check(".", LINTNEWS_CACHE_DIR="")
    cleaned = lintnews("clean", LINTNEWS_CACHE_DIR="")
    prepared = user / "home" / "lintnews"
    assert cleaned.out.splitlines()[0] == f"{site / NAME}: 3 files removed"
    assert cleaned.out.splitlines()[1].startswith(f"{prepared}: ")
    assert sorted(path for path in site.rglob("*") if path.is_file()) == before
    assert not (site / NAME).exists()
    assert [path.name for path in prepared.iterdir()] == ["key"]
    again = lintnews("clean", LINTNEWS_CACHE_DIR="")
    assert again.out == f"{site / NAME}: 0 files removed\n{prepared}: 0 files removed\n"
    assert (cleaned.status, again.status, cleaned.err, again.err) == (0, 0, "", "")


def test_clean_leaves_the_files_of_others(site: Path, user: Path) -> None:
    check(".", LINTNEWS_CACHE_DIR="")
    (site / NAME / "notes.txt").write_text("mine")
    (site / NAME / ".gitignore").write_text("mine, too")
    lintnews("clean", LINTNEWS_CACHE_DIR="")
    assert sorted(path.name for path in (site / NAME).iterdir()) == [".gitignore", "notes.txt"]
