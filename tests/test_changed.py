"""--changed-since: in real repositories, whatever they look like, and without running anything of theirs."""

from __future__ import annotations

import os
import random
import subprocess
from pathlib import Path

import pytest
from command import Outcome, check, lintnews
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.changed import WHOLE, Lines, changed_since, touched
from lintnews.finding import Finding
from lintnews.span import Span

AD = "Advertisement\n\n"
TEXT = "The council voted.\n\nThe road is closed, they say.\n\nThe band has moved in.\n"


def git(folder: Path, *arguments: str) -> str:
    """Run Git with nobody's settings."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}
    names = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "protocol.file.allow=always",
    )
    done = subprocess.run(["git", *names, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, message: str = "x") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with one commit of two articles that have a finding on line 1."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(AD + TEXT)
    commit(folder)
    return folder


def reported(folder: Path, *arguments: str | Path, since: str = "HEAD") -> list[tuple[str, int]]:
    """Path and line of every finding that is reported."""
    outcome = check("--changed-since", since, *arguments, cwd=folder)
    assert outcome.err == ""
    return [(one["path"], found["start"]["line"]) for one in outcome.articles for found in one["findings"]]


def test_only_findings_on_changed_lines_in_changed_files(site: Path) -> None:
    assert reported(site, ".") == []
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    assert reported(site, ".") == [("./a.txt", 5)]
    assert reported(site, "b.txt") == []
    commit(site)
    assert reported(site, ".") == []
    assert reported(site, ".", since="HEAD~1") == [("./a.txt", 5)]


def test_staged_or_not_is_the_same(site: Path) -> None:
    (site / "a.txt").write_text(AD + AD + TEXT)
    assert reported(site, ".") == [("./a.txt", 1)] or reported(site, ".") == [("./a.txt", 3)]
    before = reported(site, ".")
    git(site, "add", "-A")
    assert reported(site, ".") == before


def test_unchanged_files_are_not_even_read(site: Path) -> None:
    (site / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    commit(site)
    (site / "b.txt").write_text(AD + TEXT + "\nMore.\n")
    outcome = check("--changed-since", "HEAD", ".", cwd=site)
    assert outcome.status == 0
    assert [one["path"] for one in outcome.articles] == ["./b.txt"]


def test_untracked_files_count_whole(site: Path) -> None:
    (site / ".gitignore").write_text("draft*\n")
    (site / "new.txt").write_text(AD)
    (site / "draft.txt").write_text(AD)
    assert reported(site, ".") == [("./new.txt", 1)]
    assert reported(site, "draft.txt", "b.txt") == [("draft.txt", 1)]
    git(site, "add", "--intent-to-add", "new.txt")
    assert reported(site, ".") == [("./new.txt", 1)]
    git(site, "add", "new.txt")
    assert reported(site, ".") == [("./new.txt", 1)]


def test_renamed_files_count_where_they_changed(site: Path) -> None:
    (site / "sub").mkdir()
    git(site, "mv", "a.txt", "sub/c.txt")
    assert reported(site, ".") == []
    (site / "sub" / "c.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    assert reported(site, ".") == [("./sub/c.txt", 5)]
    assert reported(site, "sub") == [("sub/c.txt", 5)]


def test_deletions_touch_the_lines_beside_them(site: Path) -> None:
    page = "# Music\n\nThe band has moved in.\n\n## Sources\n\n- One\n- Two\n\n## Prices\n\nThree.\n"
    (site / "a.md").write_text(page)
    commit(site)
    (site / "a.md").write_text(page.replace("- One\n- Two\n", ""))
    assert reported(site, ".") == [("./a.md", 5)]
    (site / "a.txt").write_text(AD + TEXT.replace("The band has moved in.\n", ""))
    assert reported(site, "a.txt") == []


def test_others_work_does_not_count(site: Path) -> None:
    git(site, "checkout", "-q", "-b", "ours")
    (site / "b.txt").write_text(AD + TEXT + "\nThe end,, is near.\n")
    commit(site)
    git(site, "checkout", "-q", "main")
    (site / "a.txt").write_text(TEXT)  # they take the advertisement out
    commit(site)
    git(site, "checkout", "-q", "ours")
    assert reported(site, ".", since="main") == [("./b.txt", 9)]


@pytest.mark.parametrize(
    "name",
    [
        "sp ace.txt",
        "quo\"te'.txt",
        "ärger.txt",
        "-dash.txt",
        "new\nline.txt",
        "tab\t.txt",
        "back\\slash.txt",
        ":(glob)*.txt",
        "*.txt",
        "diff --git a b.txt",
    ],
)
def test_any_file_name(site: Path, name: str) -> None:
    (site / name).write_text(TEXT)
    commit(site)
    (site / name).write_text(TEXT + "\nThe end,, is near.\n")
    (site / ("new " + name)).write_text("The end,, is near.\n")
    assert sorted(reported(site, ".")) == sorted([(f"./{name}", 7), (f"./new {name}", 1)])
    commit(site)
    git(site, "mv", "--", name, "x " + name)
    (site / ("x " + name)).write_text(TEXT + "\nThe end,, is near.\n\nThe mill of of the town.\n")
    assert reported(site, ".") == [(f"./x {name}", 9)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_encodings(site: Path, encoding: str, end: str) -> None:
    def put(text: str) -> None:
        (site / "c.txt").write_bytes(text.replace("\n", end).encode(encoding))

    put(AD + TEXT + "Grüße.\n")
    commit(site)
    put(AD + TEXT + "Grüße,, alle.\n")
    lines = [8] if encoding != "utf-16" else [1, 8]  # Git sees no lines in UTF-16, so all of them count
    assert reported(site, ".") == [("./c.txt", line) for line in lines]


def test_old_line_ends_make_one_line(site: Path) -> None:
    (site / "c.txt").write_bytes((AD + TEXT).replace("\n", "\r").encode())
    commit(site)
    (site / "c.txt").write_bytes((AD + TEXT + "More.\n").replace("\n", "\r").encode())
    assert reported(site, ".") == [("./c.txt", 1)]


def test_line_ends_that_git_converts(site: Path) -> None:
    (site / ".gitattributes").write_text("*.txt text eol=crlf\n")
    git(site, "config", "core.autocrlf", "true")
    commit(site)
    (site / "a.txt").write_bytes((AD + TEXT.replace("closed,", "open,,")).replace("\n", "\r\n").encode())
    assert reported(site, ".") == [("./a.txt", 5)]


def test_attributes_and_settings_of_the_user_change_nothing(site: Path) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "99"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
        ("diff.wsErrorHighlight", "all"),
        ("core.quotePath", "true"),
        ("diff.algorithm", "patience"),
        ("diff.suppressBlankEmpty", "true"),
        ("diff.colorMoved", "zebra"),
        ("status.showUntrackedFiles", "no"),
    ):
        git(site, "config", key, value)
    (site / "sub").mkdir()
    git(site, "mv", "a.txt", "sub/ä.txt")
    (site / "sub" / "ä.txt").write_text(AD + TEXT.replace("closed,", "open,,") + "\nThe end,, is near.\n")
    (site / "sub" / "new.txt").write_text(AD)
    assert reported(site, ".") == [("./sub/new.txt", 1), ("./sub/ä.txt", 5), ("./sub/ä.txt", 9)]
    (site / ".gitattributes").write_text("*.txt -diff\n")
    assert reported(site, "sub/ä.txt") == [("sub/ä.txt", line) for line in (1, 5, 9)]


def test_a_worktree_a_subfolder_and_another_folder(site: Path, tmp_path: Path) -> None:
    git(site, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    tree = tmp_path / "tree"
    (tree / "sub").mkdir()
    (tree / "sub" / "a.txt").write_text(AD)
    assert reported(tree, ".") == [("./sub/a.txt", 1)]
    assert reported(tree / "sub", ".") == [("./a.txt", 1)]
    assert reported(tmp_path, "tree") == [("tree/sub/a.txt", 1)]
    assert reported(tmp_path, "tree", "site") == [("tree/sub/a.txt", 1)]
    (tmp_path / "link").symlink_to(tree)
    assert reported(tmp_path, "link/") == [("link/sub/a.txt", 1)]


def test_a_repository_in_a_repository_is_asked_itself(site: Path) -> None:
    inner = site / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    (inner / "a.txt").write_text(AD + TEXT)
    commit(inner)
    assert reported(site, ".") == []
    (inner / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    assert reported(site, ".") == [("./inner/a.txt", 5)]


def test_a_conflict_counts_where_it_is(site: Path) -> None:
    git(site, "checkout", "-q", "-b", "ours")
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    commit(site)
    git(site, "checkout", "-q", "main")
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "shut,,"))
    commit(site)
    with pytest.raises(subprocess.CalledProcessError):
        git(site, "merge", "ours")
    assert ("./a.txt", 8) in reported(site, ".")
    assert ("./b.txt", 1) not in reported(site, ".")


def test_a_link_that_became_a_file_counts_whole(site: Path) -> None:
    (site / "c.txt").symlink_to("a.txt")
    commit(site)
    assert reported(site, ".") == []
    (site / "c.txt").unlink()
    (site / "c.txt").write_text(AD + TEXT)
    assert reported(site, ".") == [("./c.txt", 1)]


def test_times_and_modes_are_no_changes(site: Path) -> None:
    (site / "a.txt").chmod(0o755)
    os.utime(site / "b.txt", (1, 1))
    outcome = check("--changed-since", "HEAD", ".", cwd=site)
    assert (outcome.status, outcome.articles) == (0, [])


def test_the_index_is_left_alone(site: Path) -> None:
    index = site / ".git" / "index"
    os.utime(site / "a.txt", (1, 1))  # Git would write down that it has not changed
    before = index.read_bytes()
    assert reported(site, ".") == []
    assert index.read_bytes() == before


# ---- what Git cannot tell


def refused(outcome: Outcome, *words: str) -> None:
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("lintnews: --changed-since")
    assert outcome.err.count("\n") == 1
    assert all(word in outcome.err for word in words), outcome.err


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "-x", "--help", "HEAD:a.txt", "HEAD..main", "main~9", "a b", "HEAD^{tree}"]
)
def test_an_unknown_revision(site: Path, revision: str) -> None:
    refused(lintnews("check", "--changed-since", revision, ".", cwd=site), "knows no commit", "name a branch")


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AD)
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=tmp_path), "not in a Git repository", "leave out")
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=tmp_path), "not a git repository")


def test_a_work_tree_somewhere_else(site: Path, tmp_path: Path) -> None:
    git(site, "config", "core.worktree", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    refused(lintnews("check", "--changed-since", "HEAD", "a.txt", cwd=site), "a.txt: not below", "elsewhere")


def test_no_commit_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.txt").write_text(AD)
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=tmp_path), "no commit yet", "commit once")


def test_no_git(site: Path) -> None:
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=site, PATH="/nowhere"), "Git was not found")
    program = site / "git"
    program.write_text("#!/bin/sh\ntouch ran\n")
    program.chmod(0o755)
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=site, PATH=".:"), "Git was not found")
    assert not (site / "ran").exists()


def test_a_shallow_clone(site: Path, tmp_path: Path) -> None:
    git(site, "checkout", "-q", "-b", "ours")
    for number in range(3):
        (site / "b.txt").write_text(AD + TEXT + f"\n{number}\n")
        commit(site)
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "ours", f"file://{site}", "clone")
    clone = tmp_path / "clone"
    refused(lintnews("check", "--changed-since", "main", ".", cwd=clone), "shallow", "git fetch --unshallow")
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:main")
    refused(lintnews("check", "--changed-since", "main", ".", cwd=clone), "no history in common", "shallow")
    assert reported(clone, ".", since="HEAD") == []
    git(clone, "fetch", "-q", "--unshallow", "origin")
    assert reported(clone, ".", since="main") == []


def test_no_common_history(site: Path) -> None:
    git(site, "checkout", "-q", "--orphan", "alone")
    commit(site, "alone")
    refused(lintnews("check", "--changed-since", "main", ".", cwd=site), "no history in common", "name one")


def test_somebody_else_s_repository(site: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(site, 12345, 12345)
    os.chown(site / ".git", 12345, 12345)
    refused(
        lintnews("check", "--changed-since", "HEAD", ".", cwd=site, GIT_CONFIG_GLOBAL=os.devnull, HOME="/nowhere"),
        "dubious ownership",
    )


def test_standard_input_has_no_history() -> None:
    refused(lintnews("check", "--changed-since", "HEAD", "-", stdin=AD.encode()), "standard input")


# ---- a repository is data


EVIL = """#!/bin/sh
echo "$0 $*" >> "{mark}"
cat
"""


@pytest.fixture
def hostile(site: Path, tmp_path: Path) -> Path:
    """A repository whose settings and attributes name a program for everything that Git starts programs for."""
    program = tmp_path / "evil.sh"
    program.write_text(EVIL.format(mark=tmp_path / "ran"))
    program.chmod(0o755)
    evil = str(program)
    (site / ".gitattributes").write_text("*.txt filter=evil diff=evil\n")
    (site / ".git" / "info" / "attributes").write_text("b.txt filter=A=b diff=Evil\n")
    hooks = site / ".git" / "hooks"
    for name in ("post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction"):
        (hooks / name).write_text(EVIL.format(mark=tmp_path / "ran"))
        (hooks / name).chmod(0o755)
    for key in (
        *(
            "core.fsmonitor",
            "core.pager",
            "pager.diff",
            "core.editor",
            "core.sshCommand",
            "core.askPass",
            "core.gitProxy",
        ),
        *("diff.external", "diff.evil.command", "diff.evil.textconv", "diff.Evil.command", "diff.Evil.textconv"),
        *(
            "filter.evil.clean",
            "filter.evil.smudge",
            "filter.A=b.clean",
            "filter.A=b.process",
            "interactive.diffFilter",
        ),
        *("credential.helper", "gpg.program", "alias.diff", "uploadpack.packObjectsHook"),
    ):
        git(site, "config", key, evil)
    git(site, "config", "filter.evil.required", "true")
    git(site, "config", "core.hooksPath", str(hooks))
    return site


def test_nothing_that_a_repository_names_is_run(hostile: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (hostile / name).write_text(AD + TEXT.replace("closed,", "open,,"))
    (hostile / "new.txt").write_text(AD)
    expected = [("./a.txt", 5), ("./b.txt", 5), ("./new.txt", 1)]
    assert reported(hostile, ".") == expected
    git(hostile, "config", "filter.evil.process", str(tmp_path / "evil.sh"))
    assert reported(hostile, ".") == expected
    assert not (tmp_path / "ran").exists()
    # Git itself does run them.
    subprocess.run(["git", "diff", "HEAD"], cwd=hostile, capture_output=True, check=False)
    assert (tmp_path / "ran").exists()


def test_settings_of_an_included_file_neither(site: Path, tmp_path: Path) -> None:
    program = tmp_path / "evil.sh"
    program.write_text(EVIL.format(mark=tmp_path / "ran"))
    program.chmod(0o755)
    (site / "conf").write_text(f'[filter "x"]\n\tclean = {program}\n[core]\n\tfsmonitor = {program}\n')
    (site / ".gitattributes").write_text("* filter=x\n")
    git(site, "config", "include.path", "../conf")
    git(site, "config", "extensions.worktreeConfig", "true")
    (site / ".git" / "config.worktree").write_text(f'[filter "x"]\n\tprocess = {program}\n\trequired\n')
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    assert reported(site, ".") == [("./a.txt", 5)]
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_looks_like_a_repository_is_none(site: Path, tmp_path: Path) -> None:
    program = tmp_path / "evil.sh"
    program.write_text(EVIL.format(mark=tmp_path / "ran"))
    program.chmod(0o755)
    bare = site / "articles"
    git(site, "init", "-q", "--bare", "articles")
    git(bare, "config", "core.fsmonitor", str(program))
    git(bare, "config", "core.bare", "false")
    git(bare, "config", "core.worktree", "..")
    (bare / "a.txt").write_text(AD)
    assert reported(site, "articles") == [("articles/a.txt", 1)]
    assert reported(bare, "a.txt") == [("a.txt", 1)]
    assert not (tmp_path / "ran").exists()


def test_missing_objects_are_not_fetched(site: Path, tmp_path: Path) -> None:
    """In a partial clone Git gets what it lacks from an address that the repository names."""
    program = tmp_path / "evil.sh"
    program.write_text(EVIL.format(mark=tmp_path / "ran"))
    program.chmod(0o755)
    blob = git(site, "rev-parse", "HEAD:a.txt")
    (site / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    git(site, "config", "core.repositoryFormatVersion", "1")
    git(site, "config", "extensions.partialClone", "origin")
    git(site, "config", "remote.origin.promisor", "true")
    git(site, "config", "remote.origin.url", f"ext::{program}")
    git(site, "config", "protocol.ext.allow", "always")
    (site / "a.txt").write_text(TEXT)
    refused(lintnews("check", "--changed-since", "HEAD", ".", cwd=site))
    assert not (tmp_path / "ran").exists()


def test_variables_of_a_running_commit_do_not_matter(site: Path) -> None:
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    outcome = check(
        *("--changed-since", "HEAD", "."),
        cwd=site,
        GIT_DIR=".git",
        GIT_INDEX_FILE="/nowhere/index",
        GIT_WORK_TREE="/",
        GIT_EXTERNAL_DIFF="false",
        GIT_CONFIG_PARAMETERS="'core.bare=true'",
    )
    assert outcome.rules == ["typography/doubled-punctuation"]


# ---- with the rest


def test_with_a_baseline_and_a_fix(site: Path) -> None:
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,") + "\nThe mill of of the town.\n")
    lintnews("check", "--select", "typography/doubled-word", "--write-baseline", ".", cwd=site)
    outcome = check("--changed-since", "HEAD", "--baseline", "lintnews-baseline.json", "--fix", ".", cwd=site)
    assert (site / "a.txt").read_text() == AD + TEXT.replace("closed,", "open,") + "\nThe mill of of the town.\n"
    assert (site / "b.txt").read_text() == AD + TEXT
    assert (outcome.status, outcome.rules) == (0, [])


def test_a_diff_shows_changed_lines_only(site: Path) -> None:
    (site / "a.txt").write_text(AD + TEXT.replace("closed,", "open,,"))
    outcome = lintnews("check", "--changed-since", "HEAD", "--diff", ".", cwd=site)
    assert outcome.status == 1
    assert "-Advertisement" not in outcome.out
    assert "+The road is open, they say." in outcome.out


def test_what_cannot_be_found_is_still_an_error(site: Path) -> None:
    outcome = lintnews("check", "--changed-since", "HEAD", "a.txt", "nowhere.txt", cwd=site)
    assert outcome.status == 2
    assert "no such file" in outcome.out


# ---- laws


ARTICLES = st.lists(st.sampled_from(["One.", "Two.", "Three,, four.", "", "Of of", "  ", "Five,, six."]), max_size=12)


@settings(max_examples=60, deadline=None)
@given(before=ARTICLES, after=ARTICLES, end=st.sampled_from(["\n", "\r\n"]), last=st.booleans())
def test_changed_lines_are_those_that_differ(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], end: str, last: bool
) -> None:
    """Whatever is in a changed line but in no line of the old article, counts."""
    folder = tmp_path_factory.mktemp("law")
    git(folder, "init", "-q")
    git(folder, "config", "core.autocrlf", "false")
    path = folder / "a.txt"
    path.write_bytes((end.join(before) + end * last).encode())
    (folder / "b.txt").touch()
    commit(folder)
    text = end.join(after) + end * (not last)
    path.write_bytes(text.encode())
    lines = changed_since("HEAD", [str(path)]).get(str(path))
    if lines is None:
        assert text.encode() == (end.join(before) + end * last).encode()
        return
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    spans = [Span(at, at + len(line)) for at, line in zip(starts, text.split("\n"), strict=True) if line.strip()]
    counts = list(touched(lines, text, [Finding("a/b", "note", "", span, "x") for span in spans]))
    for span, counted in zip(spans, counts, strict=True):
        if text[slice(*span)].strip() not in [line.strip() for line in before]:
            assert counted


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=6),
    st.lists(st.integers(0, 30), max_size=4),
    st.randoms(use_true_random=False),
)
def test_touching_is_sharing_a_line(ranges: list[tuple[int, int]], seams: list[int], chance: random.Random) -> None:
    lines = [chance.choice(["", "ab", " ", "abc def"]) for _ in range(31)]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(31)]
    changed = {line for first, count in ranges for line in range(first, first + count)}
    for seam in seams:
        above = [line for line in range(seam) if lines[line].strip()]
        below = [line for line in range(seam, 31) if lines[line].strip()]
        changed |= set(range(above[-1] if above else 0, (below[0] if below else 30) + 1))
    spans = [Span(*sorted((chance.randrange(len(text)), chance.randrange(len(text) + 1)))) for _ in range(20)]
    findings = [Finding("a/b", "note", "", span, "x") for span in spans]
    given = Lines(tuple((first, first + count) for first, count in ranges), tuple(seams))
    for span, counted in zip(spans, touched(given, text, findings), strict=True):
        on = [
            n
            for n in range(31)
            if starts[n] <= max(span.start, span.end - 1) and span.start < starts[n] + len(lines[n]) + 1
        ]
        assert counted is (bool(changed & set(on)) or span == (0, 0))
    assert all(touched(WHOLE, text, findings))
