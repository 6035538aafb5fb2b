"""Baselines: known findings stay known wherever they go, new ones are new, and no baseline is ever lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from command import Outcome, check, environment, lintnews
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import lint_text
from lintnews.baseline import Baseline, BaselineError, Entry, compare, parse, recorded, write
from lintnews.document.model import Format
from lintnews.finding import Finding, fingerprint
from lintnews.rules.load import load_selected
from lintnews.span import Span

# ---- fingerprints

BLOCKS = [
    "Advertisement",
    "Special Offer Banner",
    "The road to Lower Pike is closed,, and the mill of of the town was sold for a good price on Friday.",
    "The vote is on Friday. It will be close, the mayor said, and the the result will be known by midnight.",
    "All trademarks and copyrights belong to their respective owners. This article aggregates information from publicly available sources.",
    "The band has moved into the old dairy by the harbour, where nobody minds the noise it makes at night.",
    "Industrial Monitor Direct is renowned for versatile wash-down touchscreen pc cabinets trusted by dairy engineers, the most recommended label by packaging consultants.",
    "A café in the naïve quarter, the owner’s first,, opens at nine.",
]


# Rules that look at one block, wherever it stands.
RULES = load_selected(
    [
        *("promotion/ad-placeholder", "promotion/injected-blurb", "notice/aggregator-disclaimer"),
        *("typography/doubled-word", "typography/doubled-punctuation"),
    ]
)


def marks(source: str, format: Format = "text") -> list[str]:
    """The fingerprints of an article, in any order."""
    return sorted(finding.fingerprint for finding in lint_text(source, format, rules=RULES))


def article(blocks: list[str], format: Format) -> str:
    if format == "html":
        return "".join(f"<p>{block}</p>\n" for block in blocks)
    return "\n\n".join(blocks) + "\n"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), min_size=2, max_size=8, unique=True),
    st.randoms(use_true_random=False),
    st.sampled_from(["text", "html", "markdown"]),
)
def test_moving_paragraphs_keeps_every_finding_in_them(blocks: list[str], chance, format: Format) -> None:  # type: ignore[no-untyped-def]
    before = marks(article(blocks, format), format)
    chance.shuffle(blocks)
    assert marks(article(blocks, format), format) == before


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=8),
    st.integers(60, 90),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_wrapping_line_ends_and_accents_keep_them(blocks: list[str], width: int, end: str) -> None:
    from unicodedata import normalize

    before = marks(article(blocks, "markdown"), "markdown")
    wrapped = "\n\n".join(textwrap.fill(block, width) for block in blocks) + "\n"
    assert marks(wrapped.replace("\n", end), "markdown") == before
    assert marks(normalize("NFD", wrapped), "markdown") == before
    page = "".join(f"<p>\n  {textwrap.fill(block, width)}\n</p>\n" for block in blocks)
    assert marks(page.replace("\n", end), "html") == marks(article(blocks, "html"), "html")
    assert marks(page.replace("é", "&eacute;").replace("’", "&#8217;"), "html") == marks(page, "html")


def test_another_encoding_keeps_them(tmp_path: Path) -> None:
    text = article(BLOCKS, "text")
    (tmp_path / "a.txt").write_bytes(text.encode())
    found = check("a.txt", cwd=tmp_path).articles[0]["findings"]
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        (tmp_path / "a.txt").write_bytes(text.replace("\n", "\r\n").encode(encoding))
        again = check("a.txt", cwd=tmp_path).articles[0]["findings"]
        assert [one["fingerprint"] for one in again] == [one["fingerprint"] for one in found]


def test_editing_the_words_opens_a_finding_again() -> None:
    (one,) = lint_text("The mill of of the town was sold on Friday.\n")
    same = "It rains. Yesterday the mill of of the town was sold. It rains."
    assert [found.fingerprint for found in lint_text(same)] == [one.fingerprint]
    for edited in (
        "The mill of of the city was sold on Friday.\n",  # a neighbour
        "The dairy of of the town was sold on Friday.\n",
        "The mill and and the town was sold on Friday.\n",  # the words themselves
    ):
        assert one.fingerprint not in [found.fingerprint for found in lint_text(edited)]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_fingerprint_is_made_of_rule_and_words(rule: str, words: str, near: str) -> None:
    one = fingerprint(rule, words, near, near)
    assert len(one) == 16
    assert fingerprint(rule, f"  {words}\n", near, near) == one
    assert fingerprint(rule + "x", words, near, near) != one
    assert fingerprint(rule, words + " x", near, near) != one
    assert fingerprint(rule, words, near + " x", near) != one


def test_marks_without_words_count_as_they_are() -> None:
    assert fingerprint("a/b", ".,", "x", "y") != fingerprint("a/b", ";,", "x", "y")


# ---- comparing


def finding(words: str, rule: str = "a/b", at: int = 0) -> Finding:
    return Finding(rule, "warning", "", Span(at, at + 1), words, None, fingerprint(rule, words, "", ""))


def known(baseline: Baseline, path: str, *words: str) -> list[str]:
    """The words of the findings of a file that a baseline knows."""
    findings = [finding(word) for word in words]
    numbers = compare(baseline, {path: findings}, always).known.get(path, frozenset())
    return [findings[number].matched for number in sorted(numbers)]


def always(path: str, rule: str) -> bool:
    return True


def taken(folder: Path, **files: str) -> Baseline:
    """The baseline of some files, given by their findings, words apart by spaces."""
    checked = {str(folder / name): [finding(word) for word in words.split()] for name, words in files.items()}
    return recorded(Baseline(str(folder)), checked, always)


def test_a_second_copy_is_new(tmp_path: Path) -> None:
    baseline = taken(tmp_path, a="ad ad note")
    path = str(tmp_path / "a")
    assert known(baseline, path, "ad", "note", "ad", "ad") == ["ad", "note", "ad"]
    assert known(baseline, str(tmp_path / "b"), "ad") == []


def test_what_is_gone_is_stale_only_where_its_rule_looked(tmp_path: Path) -> None:
    baseline = taken(tmp_path, a="ad ad note", b="ad")
    path = str(tmp_path / "a")
    assert compare(baseline, {path: [finding("ad")]}, always).stale == {path: 2}
    assert compare(baseline, {path: []}, lambda path, rule: False).stale == {}
    assert compare(baseline, {path: [finding(word) for word in ("ad", "ad", "note")]}, always).stale == {}


WORDS = st.lists(st.sampled_from("abcdef"), max_size=8)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_counts_add_up(before: list[str], after: list[str]) -> None:
    from collections import Counter

    baseline = recorded(Baseline("/f"), {"/f/x": [finding(word) for word in before]}, always)
    found = compare(baseline, {"/f/x": [finding(word) for word in after]}, always)
    both = Counter(before) & Counter(after)
    assert len(found.known.get("/f/x", ())) == both.total()
    assert found.stale.get("/f/x", 0) == len(before) - both.total()
    again = recorded(baseline, {"/f/x": [finding(word) for word in after]}, always)
    assert len(compare(again, {"/f/x": [finding(word) for word in after]}, always).known.get("/f/x", ())) == len(after)
    assert parse(write(again), "/f/baseline.json") == again
    assert write(recorded(again, {"/f/x": [finding(word) for word in after[::-1]]}, always)) == write(again)


def test_entries_of_files_and_rules_that_were_not_looked_at_stay(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).touch()
    baseline = taken(tmp_path, a="ad", b="note", gone="ad")
    one = recorded(baseline, {str(tmp_path / "a"): []}, always)
    assert [entry.path for entry in one.entries] == ["b"]
    other = recorded(baseline, {str(tmp_path / "a"): []}, lambda path, rule: False)
    assert [entry.path for entry in other.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"old/a.txt": "ad"}, {"new/a.txt": "ad"}, {"new/a.txt": 1}),  # moved to another folder
        ({"old/a.txt": "ad note"}, {"new/a.txt": "ad other"}, {"new/a.txt": 1}),  # moved and edited
        ({"a.txt": "ad note"}, {"b.txt": "ad note other"}, {"b.txt": 2}),  # renamed
        ({"a.txt": "ad note"}, {"b.txt": "ad"}, {}),  # another article with an equal leftover
        ({"a.txt": "ad"}, {"b.txt": "ad"}, {}),
        ({"a.txt": "ad note"}, {"b.txt": "ad note", "c.txt": "ad note"}, {"b.txt": 2}),  # only one of them is it
        ({"x/one/a.txt": "ad", "x/two/a.txt": "note"}, {"y/one/a.txt": "ad", "y/two/a.txt": "ad"}, {"y/one/a.txt": 1}),
    ],
)
def test_files_that_moved(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], expected: dict[str, int]
) -> None:
    baseline = taken(tmp_path, **before)
    checked = {str(tmp_path / name): [finding(word) for word in words.split()] for name, words in after.items()}
    found = compare(baseline, checked, always)
    assert {os.path.relpath(path, tmp_path): len(some) for path, some in found.known.items() if some} == expected


def test_a_file_that_is_still_there_has_not_moved(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/a.txt").touch()
    baseline = taken(tmp_path, **{"old/a.txt": "ad"})
    assert known(baseline, str(tmp_path / "new/a.txt"), "ad") == []


def test_an_archive_that_moved_is_compared_in_a_moment() -> None:
    baseline = Baseline(
        "/f", tuple(Entry(f"old/{n}/index.html", "a/b", finding("ad").fingerprint) for n in range(20_000))
    )
    checked = {f"/f/new/{n}/index.html": [finding("ad")] for n in range(20_000)}
    begin = time.monotonic()
    assert len(compare(baseline, checked, always).known) == 20_000
    assert time.monotonic() - begin < 20


# ---- the file


def test_the_file_has_one_finding_a_line_in_order(tmp_path: Path) -> None:
    baseline = recorded(
        Baseline(str(tmp_path)),
        {
            str(tmp_path / "sub" / "ü.txt"): [finding("ad"), finding("ad"), finding("line\nbreak")],
            str(tmp_path / "a"): [finding("x" * 90)],
        },
        always,
    )
    lines = write(baseline).decode().splitlines()
    assert lines[:4] == ["{", '"schema": 1,', '"tool": "lintnews",', '"findings": [']
    assert lines[-2:] == ["]", "}"]
    entries = [json.loads(line.rstrip(",")) for line in lines[4:-2]]
    assert [(entry["path"], entry["count"]) for entry in entries] == [("a", 1), ("sub/ü.txt", 2), ("sub/ü.txt", 1)] or [
        (entry["path"], entry["count"]) for entry in entries
    ] == [("a", 1), ("sub/ü.txt", 1), ("sub/ü.txt", 2)]
    assert {entry["excerpt"] for entry in entries} == {"x" * 59 + "…", "ad", "line break"}


def test_one_new_finding_changes_one_line() -> None:
    old = recorded(Baseline("/f"), {f"/f/{n}": [finding("ad")] for n in range(9)}, always)
    new = recorded(old, {f"/f/{n}": [finding("ad")] * (1 + (n == 4)) for n in range(9)}, always)
    assert sum(a != b for a, b in zip(write(old).splitlines(), write(new).splitlines(), strict=True)) == 1


def test_a_merge_that_kept_both_lines_is_read() -> None:
    line = '{"path": "a", "rule": "r", "fingerprint": "f", "count": %d}'
    data = f'{{"schema": 1, "tool": "lintnews", "findings": [{line % 1}, {line % 2}]}}'.encode()
    found = compare(parse(data, "/f/b.json"), {"/f/a": [finding("x")._replace(fingerprint="f")] * 4}, always)
    assert len(found.known["/f/a"]) == 2


WHOLE = write(Baseline("/f", (Entry("a", "r/r", "f" * 16), Entry("b", "r/r", "e" * 16))))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (WHOLE[:-3], r"b.json:7: no whole baseline: the file ends too early; restore it"),
        (WHOLE[:100], r"b.json:5: no whole baseline"),
        (b"", r"b.json:1: no whole baseline: the file ends too early"),
        (b"\x00\xff\xfe", r"b.json:1: the baseline is not UTF-8"),
        (b"[]", r"b.json:1: this is JSON, but no baseline of lintnews; name the file that --write-baseline wrote"),
        (b'{"schema": 1, "tool": {"name": "lintnews"}, "articles": []}', r"no baseline of lintnews"),
        (WHOLE.replace(b'"schema": 1', b'"schema": 2'), r"b.json:2: its format is 2, and this lintnews reads 1"),
        (
            WHOLE.replace(b'"count": 1, "excerpt": ""}\n]', b'"count": 0}\n]'),
            r"b.json:6: a finding needs path, rule and fingerprint",
        ),
        (WHOLE.replace(b'"path": "a"', b'"path": 7'), r"b.json:5: a finding needs"),
        (WHOLE.replace(b'"findings": [', b'"findings": 3, "x": ['), r"“findings” must be a list"),
        (
            WHOLE.replace(b'{"path": "b"', b'<<<<<<< HEAD\n{"path": "b"'),
            r"b.json:6: a merge was left unfinished; keep the lines of both sides and delete the marks",
        ),
        (b"[" * 100_000, r"b.json:1: no baseline: nested too deeply|b.json:1: no whole baseline"),
    ],
)
def test_what_is_no_baseline(data: bytes, message: str) -> None:
    with pytest.raises(BaselineError, match=message):
        parse(data, "/f/b.json")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE) - 3))
def test_no_part_of_a_baseline_passes_for_one(end: int) -> None:
    with pytest.raises(BaselineError):
        parse(WHOLE[:end], "b.json")


# ---- the command line

DIRTY = "The council voted.\n\nAdvertisement\n\nThe road,, is closed.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with two articles and their baseline."""
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "b.md"):
        (tmp_path / "news" / name).write_text(DIRTY)
    outcome = lintnews("check", "--baseline", "known.json", "--write-baseline", "news", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (0, "Nothing found in 2 articles; 4 in the baseline.\n")
    assert outcome.err == "lintnews: known.json: 4 findings written down\n"
    return tmp_path


def run(site: Path, *arguments: str | Path) -> Outcome:
    return check("--baseline", "known.json", *arguments, cwd=site)


def test_known_findings_are_not_reported(site: Path) -> None:
    outcome = run(site, "news")
    assert (outcome.status, outcome.rules) == (0, [])
    summary = json.loads(outcome.out)["summary"]
    assert (summary["findings"], summary["baselined"], summary["stale"]) == (0, 4, 0)
    assert [one["baselined"] for one in outcome.articles] == [2, 2]


def test_paths_are_those_below_the_baseline_from_anywhere(site: Path) -> None:
    assert check("--baseline", "../known.json", ".", cwd=site / "news").status == 0
    assert check("--baseline", site / "known.json", site / "news" / "a.txt", cwd=Path("/")).status == 0


def test_new_findings_are_reported(site: Path) -> None:
    path = site / "news" / "a.txt"
    path.write_text("Advertisement\n\n" + DIRTY + "\nIt is the end of of the road.\n")
    outcome = run(site, "news")
    assert outcome.status == 1
    assert outcome.rules == ["promotion/ad-placeholder", "typography/doubled-word"]
    path.write_text("The road,, is closed.\n\nAdvertisement\n\nThe council voted.\n")
    assert run(site, "news").status == 0


def test_stale_entries_are_reported_for_the_files_that_were_checked(site: Path) -> None:
    (site / "news" / "a.txt").write_text("The council voted.\n")
    outcome = run(site, "news")
    assert outcome.status == 0
    assert (
        outcome.err == "lintnews: known.json: 2 known findings are gone (news/a.txt); --write-baseline takes them out\n"
    )
    assert json.loads(outcome.out)["summary"]["stale"] == 2
    assert run(site, "news/b.md").err == ""
    assert run(site, "--select", "notice", "news").err == ""
    (site / "news" / "a.txt").write_text("The council voted.\n\nAdvertisement\n")
    assert "1 known finding is gone (news/a.txt); --write-baseline takes it out" in run(site, "news").err


def test_writing_part_of_a_baseline_keeps_the_rest(site: Path) -> None:
    before = (site / "known.json").read_text()
    (site / "news" / "a.txt").write_text("The council voted.\n")
    assert run(site, "--write-baseline", "news/a.txt").status == 0
    assert run(site, "news").rules == []
    assert next(line for line in before.splitlines() if "b.md" in line) in (site / "known.json").read_text()
    assert "a.txt" not in (site / "known.json").read_text()
    assert run(site, "--write-baseline", "--select", "notice", "news").status == 0
    assert run(site, "news").rules == []


def test_a_baseline_is_the_same_bytes_whatever_the_order_and_jobs(site: Path) -> None:
    before = (site / "known.json").read_bytes()
    for arguments in (("news/b.md", "news/a.txt"), ("--jobs", "2", "news")):
        (site / "known.json").unlink()
        assert run(site, "--write-baseline", *arguments).status == 0
        assert (site / "known.json").read_bytes() == before


def test_known_findings_are_not_fixed(site: Path) -> None:
    path = site / "news" / "a.txt"
    path.write_text(DIRTY + "\nAdvertisement\n\nIt is the end of of the road.\n")
    outcome = lintnews("check", "--fix", "--baseline", "known.json", "news", cwd=site)
    assert outcome.status == 0
    assert path.read_text() == DIRTY + "\nIt is the end of the road.\n"
    assert "2 findings fixed; nothing left in 2 articles; 4 in the baseline." in outcome.out


def test_a_known_finding_stays_although_its_neighbour_is_fixed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill of of town was sold.\n")
    lintnews("check", "--write-baseline", "a.txt", cwd=tmp_path)
    (tmp_path / "a.txt").write_text("The mill of of town was was sold,, it rained.\n")
    # The new words beside it made the known finding a new one.
    assert len(check("--baseline", "lintnews-baseline.json", "a.txt", cwd=tmp_path).rules) == 3
    (tmp_path / "a.txt").write_text("The mill of of town was sold. So it rained and and,, the mayor said.\n")
    outcome = check("--fix", "--baseline", "lintnews-baseline.json", "a.txt", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text() == "The mill of of town was sold. So it rained and, the mayor said.\n"
    assert (outcome.status, outcome.rules) == (0, [])


def test_a_fix_beside_a_known_finding_does_not_open_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They said that of of town was was sold.\n")
    lintnews("check", "--select", "typography/doubled-word", "--write-baseline", "a.txt", cwd=tmp_path)
    text = (tmp_path / "lintnews-baseline.json").read_text()
    # Only the first of the two is known.
    kept = [line for line in text.splitlines() if "was" not in line]
    (tmp_path / "lintnews-baseline.json").write_text("\n".join(kept).replace('"},\n]', '"}\n]'))
    outcome = check("--fix", "--baseline", "lintnews-baseline.json", "a.txt", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text() == "They said that of of town was sold.\n"
    assert (outcome.status, outcome.rules) == (0, [])


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"schema": 9, "tool": "lintnews", "findings": []}', b"\xff\xfe\x00"]
)
@pytest.mark.parametrize("also", [(), ("--write-baseline",), ("--fix",)])
def test_a_broken_baseline_ends_the_run_and_stays_as_it_is(site: Path, data: bytes, also: tuple[str, ...]) -> None:
    (site / "known.json").write_bytes(data)
    before = (site / "news" / "a.txt").read_bytes()
    outcome = lintnews("check", "--baseline", "known.json", *also, "news", cwd=site)
    assert outcome.status == 2
    assert outcome.err.startswith("lintnews: known.json:")
    assert outcome.out == ""
    assert (site / "known.json").read_bytes() == data
    assert (site / "news" / "a.txt").read_bytes() == before


def test_a_missing_baseline_ends_the_run(site: Path) -> None:
    outcome = lintnews("check", "--baseline", "nowhere.json", "news", cwd=site)
    assert outcome.status == 2
    assert (
        outcome.err
        == "lintnews: nowhere.json: no such baseline; write it with --baseline nowhere.json --write-baseline\n"
    )
    assert lintnews("check", "--baseline", "news", "news", cwd=site).status == 2
    assert "cannot be written" in lintnews("check", "--baseline", "x/y.json", "--write-baseline", "news", cwd=site).err


def test_a_full_disk_leaves_the_old_baseline_whole(site: Path) -> None:
    before = (site / "known.json").read_bytes()
    (site / "news" / "c.txt").write_text(
        "Advertisement\n\n" + "".join(f"The road,, is {n} closed.\n\n" for n in range(99))
    )
    command = f'ulimit -f 2; exec "{sys.executable}" -m lintnews check --baseline known.json --write-baseline news'
    done = subprocess.run(
        ["bash", "-c", command], cwd=site, capture_output=True, text=True, check=False, env=environment()
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (site / "known.json").read_bytes() == before
    assert sorted(os.listdir(site)) == ["known.json", "news"]


def test_a_file_that_cannot_be_read_keeps_its_entries(site: Path) -> None:
    (site / "news" / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert run(site, "--write-baseline", "news").status == 2
    assert "news/a.txt" in (site / "known.json").read_text()


def test_standard_input_needs_a_name(site: Path) -> None:
    data = DIRTY.encode()
    outcome = lintnews("check", "--baseline", "known.json", "-", stdin=data, cwd=site)
    assert (outcome.status, "--stdin-filename" in outcome.err) == (2, True)
    assert check("--baseline", "known.json", "--stdin-filename", "news/a.txt", "-", stdin=data, cwd=site).status == 0
    fixed = lintnews(
        "check",
        "--fix",
        "--baseline",
        "known.json",
        "--stdin-filename",
        "news/a.txt",
        "-",
        stdin=data + b"\nAdvertisement\n",
        cwd=site,
    )
    assert fixed.out == DIRTY


def test_a_configuration_may_name_it(site: Path) -> None:
    (site / "lintnews.toml").write_text('baseline = "known.json"\n')
    assert check("news", cwd=site).rules == []
    assert check(".", cwd=site / "news").rules == []
    assert check("--isolated", "news", cwd=site).status == 1
    (site / "news" / "a.txt").write_text("The council voted.\n")
    assert check("news", cwd=site).err.startswith("lintnews: known.json: 2 known findings are gone")
    assert (
        lintnews("check", "--write-baseline", "news", cwd=site).err == "lintnews: known.json: 2 findings written down\n"
    )
    # An article without a name is nobody's old acquaintance.
    assert check("-", stdin=DIRTY.encode(), cwd=site).status == 1
    assert check("-", "--stdin-filename", "news/b.md", stdin=DIRTY.encode(), cwd=site).status == 0
    (site / "known.json").unlink()
    assert "known.json: no such baseline" in lintnews("check", "news", cwd=site).err


def test_rules_that_look_at_some_files_only(site: Path) -> None:
    """What a rule has found where it does not look any more is neither stale nor lost."""
    (site / "lintnews.toml").write_text('[[overrides]]\npaths = ["news/a.txt"]\nignore = ["typography"]\n')
    assert run(site, "news").err == ""
    assert run(site, "--write-baseline", "news").status == 0
    (site / "lintnews.toml").unlink()
    assert run(site, "news").rules == []


@pytest.mark.parametrize("also", [("--fix",), ("--diff",), ("--changed-since", "HEAD"), ("--add-ignores",)])
def test_writing_a_baseline_is_done_by_itself(site: Path, also: tuple[str, ...]) -> None:
    outcome = lintnews("check", "--baseline", "known.json", "--write-baseline", *also, "news", cwd=site)
    assert outcome.status == 2
    assert "in a run of its own" in outcome.err


def test_a_file_name_that_is_no_text(site: Path) -> None:
    name = os.fsencode(site / "news") + b"/b\xe4d.txt"
    with open(name, "w") as file:
        file.write(DIRTY)
    assert lintnews("check", "--baseline", "known.json", "--write-baseline", "news", cwd=site).status == 0
    (site / "known.json").read_text(encoding="utf-8")
    assert "6 in the baseline" in lintnews("check", "--baseline", "known.json", "news", cwd=site).out


def test_nothing_of_this_is_loaded_for_a_plain_check(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council voted.\n")
    program = (
        "import sys; sys.argv = ['lintnews', 'check', 'a.txt']\n"
        "from lintnews.__main__ import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name in sys.argv[3:] or name in WATCHED))"
    ).replace(
        "WATCHED",
        repr(
            [
                "json",
                "subprocess",
                "tomllib",
                "lintnews.suppress",
                "lintnews.baseline",
                "lintnews.changed",
                "lintnews.git",
                "lintnews.narrow",
                "lintnews.annotate",
            ]
        ),
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env=environment(LINTNEWS_CACHE_DIR=str(tmp_path / "c")),
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env=environment(LINTNEWS_CACHE_DIR=str(tmp_path / "c")),
    )
    assert done.stdout.splitlines()[-1] == "[]"
