"""--add-ignores: afterwards nothing is reported, and nothing but comments and entries has changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command import ROOT, check, environment, lintnews
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.annotate import annotated
from lintnews.config.resolve import Configurations
from lintnews.document import parse
from lintnews.document.alike import reads_alike
from lintnews.document.model import Format
from lintnews.engine import examine
from lintnews.entries import EntryError, add_entries, configuration_of, pattern_of
from lintnews.files import format_of
from lintnews.rules.load import load_rules, load_selected
from lintnews.suppress import OWN, Ignore

STABLE, ALL = load_selected(), load_rules()
FIXTURES = [
    path
    for folder in ("dirty", "known-failures", "clean")
    for path in sorted((ROOT / "fixtures" / folder).iterdir())
    if path.suffix in (".html", ".md", ".txt")
]
_COMMENT = re.compile(r"\s*<!-- lintnews: ignore(?:-next|-file)?\[[a-z/, -]+\] -->\s*")


def bare(source: str) -> str:
    """A source without the comments that lintnews writes, and without white space."""
    return "".join(_COMMENT.sub("", source).split())


def is_silent(source: str, format: Format, ruleset=STABLE) -> bool:  # type: ignore[no-untyped-def]
    """Whether ignoring all findings of an article leaves none, changes nothing else, and can be fixed without effect."""
    document = parse(source, format)
    findings = examine(document, ruleset).findings
    new, entries = annotated(document, ruleset, findings, "/a")
    assert reads_alike(document, new)
    assert bare(new) == bare(source)
    assert not entries or new == source
    after = examine(parse(new, format), ruleset, entries)
    notes = [one for one in findings if one.rule.startswith(OWN)]
    return [one.rule for one in after.findings] == [one.rule for one in notes]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
@pytest.mark.parametrize("ruleset", [STABLE, ALL], ids=["stable", "all"])
def test_fixtures(path: Path, ruleset) -> None:  # type: ignore[no-untyped-def]
    source = path.read_text(encoding="utf-8")
    assert is_silent(source, format_of(path.name), ruleset)
    assert is_silent(source.replace("\n", "\r\n"), format_of(path.name), ruleset)


WORDS = st.sampled_from(
    [
        "Advertisement",
        "The road is closed,, and the mill of of the town was sold.",
        "The vote is on Friday.",
        "Leave a Reply",
        "Sources",
        "For more information, please consult:",
        "A *road,, that* is **closed**",
        "The `road` of of `it`",
        '[The road](https://example.org/ "x"),, closed',
        "Of <b>of</b> it,, all",
        "Required fields are marked *",
        "#1 of of it #",
    ]
)
HTML = st.sampled_from(
    [
        "<p>{}</p>",
        "<p>{}</p>\n",
        "<ul>\n<li>{}</li>\n<li>{}</li>\n</ul>\n",
        "<div>{}",
        "</div>",
        "<h2>{}</h2>",
        "<table><tr><td>{}</td><td>{}</td></tr></table>",
        "<pre>\n{}\n</pre>",
        "<blockquote>{}<p>{}</p></blockquote>",
        '<p><a href="https://example.org/?utm_source=x">{}</a> {}</p>',
        '<img src="x.gif" width="1" height="1" alt="">',
        "<figure><img src='a.jpg' alt='IMG_1234.jpg'><figcaption>{}</figcaption></figure>",
        "<script>{}</script><textarea>{}</textarea><title>{}</title>",
        "<dl><dt>{}<dd>{}</dl>",
        "<select><option>{}<option>{}</select>",
        "{}<br><br>{}",
        "<!-- lintnews: ignore[promotion] -->",
        "<hr>",
        "\n",
        "  ",
    ]
)
MARKDOWN = st.sampled_from(
    [
        "{}\n\n",
        "{}\n",
        "- {}\n- {}\n\n",
        "- {}\n\n  {}\n- {}\n",
        "1. {}\n2. {}\n3. {}\n",
        "> {}\n> {}\n>\n> {}\n\n",
        "## {}\n",
        "{}\n===\n\n",
        "| {} | {} |\n| --- | --- |\n| {} | {} |\n\n",
        "```\n{}\n```\n",
        "    {}\n\n",
        "> - {}\n>   {}\n\n",
        "<div>\n{}\n</div>\n\n",
        "<p>{}</p>\n<ul><li>{}</li></ul>\n\n",
        "{}  \n{}\n\n",
        "- {}\n<!-- x -->\n- {}\n",
        "***\n",
        "\n",
        "![{}](x.jpg)\n",
        "<!-- lintnews: ignore-next[promotion] -->\n",
        "[^1]: {}\n",
    ]
)


def filled(units: list[str], words: list[str]) -> str:
    """The units with words in their gaps, over and over."""
    parts: list[str] = []
    for part in "".join(units).split("{}"):
        parts += part, words[len(parts) // 2 % len(words)]
    return "".join(parts[:-1])


@settings(max_examples=250, deadline=None)
@given(st.lists(HTML, max_size=8), st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_html(units: list[str], words: list[str], end: str) -> None:
    assert is_silent(filled(units, words).replace("\n", end), "html")


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["", "---\ntitle: x\n---\n", "+++\ntitle = 'x'\n+++\n"]),
    st.lists(MARKDOWN, max_size=8),
    st.lists(WORDS, min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_any_markdown(front: str, units: list[str], words: list[str], end: str, last: bool) -> None:
    source = front + filled(units, words)
    assert is_silent((source if last else source.rstrip("\n")).replace("\n", end), "markdown")


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=8))
def test_any_text(words: list[str]) -> None:
    assert is_silent("\n\n".join(words), "text")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<p>One.</p>\n<p>Advertisement</p>\n",
            "<p>One.</p>\n<!-- lintnews: ignore-next[promotion/ad-placeholder] -->\n<p>Advertisement</p>\n",
        ),
        (
            "<ul>\n  <li>One</li>\n  <li><b>Advertisement</b></li>\n</ul>",
            "<ul>\n  <li>One</li>\n  <!-- lintnews: ignore-next[promotion/ad-placeholder] -->\n  <li><b>Advertisement</b></li>\n</ul>",
        ),
        (
            "<p>One.</p><p>Advertisement</p>",
            "<p>One.</p><p><!-- lintnews: ignore[promotion/ad-placeholder] -->Advertisement</p>",
        ),
    ],
)
def test_where_comments_go_in_html(before: str, after: str) -> None:
    document = parse(before, "html")
    assert annotated(document, STABLE, examine(document, STABLE).findings, "/a").source == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "One.\n\nAdvertisement\n",
            "One.\n\n<!-- lintnews: ignore-next[promotion/ad-placeholder] -->\nAdvertisement\n",
        ),
        (
            "- One\n- Advertisement\n- Two\n",
            "- One\n- Advertisement <!-- lintnews: ignore[promotion/ad-placeholder] -->\n- Two\n",
        ),
        (
            "| One |\n| --- |\n| Advertisement |\n",
            "| One |\n| --- |\n| Advertisement <!-- lintnews: ignore[promotion/ad-placeholder] --> |\n",
        ),
        (
            "---\ntitle: One\n---\nAdvertisement",
            "---\ntitle: One\n---\n<!-- lintnews: ignore-next[promotion/ad-placeholder] -->\nAdvertisement",
        ),
        (
            "> One\n>\n> The road,, the\n> mill.\n",
            "> One\n>\n> The road,, the\n> mill. <!-- lintnews: ignore[typography/doubled-punctuation] -->\n",
        ),
    ],
)
def test_where_comments_go_in_markdown(before: str, after: str) -> None:
    document = parse(before, "markdown")
    assert annotated(document, STABLE, examine(document, STABLE).findings, "/a").source == after


def test_only_the_findings_given_are_ignored() -> None:
    document = parse("<p>Advertisement</p>\n<p>The road,, the mill.</p>\n<p>Advertisement</p>\n", "html")
    found = examine(document, STABLE).findings
    new = annotated(document, STABLE, found[1:2], "/a").source
    assert [one.rule for one in examine(parse(new, "html"), STABLE).findings] == ["promotion/ad-placeholder"] * 2


# ---- entries in a configuration


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("lintnews.toml", None),
        ("lintnews.toml", ""),
        ("lintnews.toml", 'select = ["promotion"]'),
        ("lintnews.toml", '# ours\r\n[severity]\r\npromotion = "note"\r\n'),
        ("lintnews.toml", '[[ignores]]\npath = "/b.txt"\nrule = "notice"\n'),
        ("pyproject.toml", '[project]\nname = "x"\n\n[tool.lintnews]\nselect = ["promotion"]\n\n[tool.other]\na = 1\n'),
        ("pyproject.toml", '[[tool.lintnews.ignores]]\npath = "/b.txt"\nrule = "notice"\n'),
    ],
)
def test_entries_are_added_behind_what_is_there(tmp_path: Path, name: str, before: str | None) -> None:
    path = tmp_path / name
    if before is not None:
        path.write_bytes(before.encode())
    entries = [
        Ignore("promotion/ad-placeholder", "/a.txt", matched="Ad “x” 'y' \"z\" \\ ü"),
        Ignore("notice", "news/\\*b.txt", fingerprint="0123456789abcdef", reason="“The…”"),
    ]
    add_entries(str(path), entries)
    text = path.read_bytes().decode()
    assert text.startswith(before or "")
    assert "\r" not in text.replace("\r\n", "") if before and "\r" in before else "\r" not in text
    table = tomllib.loads(text)
    if name == "pyproject.toml":
        table = table["tool"]["lintnews"]
    assert table["ignores"][-2:] == [
        {"path": "/a.txt", "rule": "promotion/ad-placeholder", "matched": "Ad “x” 'y' \"z\" \\ ü"},
        {"path": "news/\\*b.txt", "rule": "notice", "fingerprint": "0123456789abcdef", "reason": "“The…”"},
    ]


@pytest.mark.parametrize(
    "before", ["ignores = []\n", "ignores = [{path = 'a', rule = 'b'}]\n", "= broken\n", "\x00", "[ignores]\na = 1\n"]
)
def test_a_configuration_that_cannot_take_entries_stays_as_it_is(tmp_path: Path, before: str) -> None:
    path = tmp_path / "lintnews.toml"
    path.write_text(before)
    with pytest.raises(
        EntryError, match=r"lintnews.toml: nothing can be added: .*; write the entries into it yourself"
    ):
        add_entries(str(path), [Ignore("notice", "/a.txt")])
    assert path.read_text() == before
    assert os.listdir(tmp_path) == ["lintnews.toml"]


def test_which_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = tmp_path / "site" / "news"
    news.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    article = str(news / "a.txt")

    def chosen(**given: str) -> str:
        return configuration_of(article, Configurations(**given))  # type: ignore[arg-type]

    assert chosen() == str(tmp_path / "lintnews.toml")
    monkeypatch.chdir("/")
    assert chosen() in (str(news / "lintnews.toml"), "/lintnews.toml")
    (tmp_path / "site" / ".git").mkdir()
    assert chosen() == str(tmp_path / "site" / "lintnews.toml")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    assert chosen() == str(tmp_path / "site" / "lintnews.toml")
    (tmp_path / "pyproject.toml").write_text("[tool.lintnews]\n")
    assert chosen() == str(tmp_path / "pyproject.toml")
    (tmp_path / "lintnews.toml").touch()
    assert chosen() == str(tmp_path / "lintnews.toml")
    (news / "lintnews.toml").write_text('extend = "../../lintnews.toml"\n')
    assert chosen() == str(news / "lintnews.toml")
    (tmp_path / "other.toml").touch()
    assert chosen(file=str(tmp_path / "other.toml")) == str(tmp_path / "other.toml")


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "news/a.txt",
        "*.txt",
        "[a].txt",
        "!a.txt",
        "#a.txt",
        "sp ace .txt",
        "end ",
        "back\\slash.txt",
        "q?.txt",
        "**/a.txt",
    ],
)
def test_a_pattern_names_its_file_and_no_other(tmp_path: Path, name: str) -> None:
    from pathspec import GitIgnoreSpec

    pattern = pattern_of(str(tmp_path / name), str(tmp_path / "lintnews.toml"))
    spec = GitIgnoreSpec.from_lines([pattern])
    assert spec.match_file(name)
    for other in ("a.txt", "news/a.txt", "x/a.txt", "b.txt", "x/" + name, "ab.txt"):
        assert other == name or not spec.match_file(other)


# ---- the command line


def test_articles_are_silent_afterwards(tmp_path: Path) -> None:
    (tmp_path / "lintnews.toml").touch()
    for path in FIXTURES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    outcome = lintnews("check", "--add-ignores", ".", cwd=tmp_path)
    assert outcome.status == 0
    assert "Nothing found in" in outcome.out
    assert re.fullmatch(r"lintnews: \d+ findings ignored from now on; entries in lintnews.toml: \d+\n", outcome.err)
    assert (tmp_path / "lintnews.toml").read_text(encoding="utf-8").count("[[ignores]]") > 20
    before["lintnews.toml"] = (tmp_path / "lintnews.toml").read_text(encoding="utf-8")
    after = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert before.keys() == after.keys()
    assert {name: bare(text) for name, text in before.items()} == {name: bare(text) for name, text in after.items()}
    again = check(".", cwd=tmp_path)
    assert (again.status, again.rules) == (0, [])
    assert lintnews("check", "--fix", "--unsafe-fixes", ".", cwd=tmp_path).status == 0
    assert lintnews("check", "--add-ignores", ".", cwd=tmp_path).status == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == after


def test_a_text_gets_entries(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("One.\n\nAdvertisement\n")
    (tmp_path / "lintnews.toml").write_text("# ours\n")
    outcome = lintnews("check", "--add-ignores", "news", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (0, "Nothing found in 1 article; 1 suppressed.\n")
    assert outcome.err == "lintnews: 1 finding ignored from now on; entries in lintnews.toml: 1\n"
    assert (tmp_path / "lintnews.toml").read_text() == (
        '# ours\n\n[[ignores]]\npath = "news/a.txt"\nrule = "promotion/ad-placeholder"\nmatched = "Advertisement"\n'
    )


def test_entries_hold_in_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/[b] *.txt"):
        (tmp_path / name).write_text("One.\n\nAdvertisement\n\n" + "The road,, the mill. " * 9 + "\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.lintnews]\nfail-on = "note"\n')
    assert check("--add-ignores", ".", cwd=tmp_path).status == 0
    outcome = check("--fix", ".", cwd=tmp_path)
    assert (outcome.status, outcome.rules, [one["suppressed"] for one in outcome.articles]) == (0, [], [10, 10])
    (tmp_path / "a.txt").write_text("One.\n")
    stale = lintnews("check", "a.txt", cwd=tmp_path)
    assert stale.status == 1
    assert "in pyproject.toml has nothing to silence" in stale.out
    (tmp_path / "c.txt").write_text("One.\n\nAdvertisement\n")
    assert check("c.txt", cwd=tmp_path).rules == ["promotion/ad-placeholder"]


def test_a_configuration_that_is_named_gets_the_entries(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.\n\nAdvertisement\n")
    (tmp_path / "lintnews.toml").touch()
    (tmp_path / "other.toml").touch()
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "third.toml").touch()
    outcome = lintnews("check", "--add-ignores", "--config", "conf/third.toml", "a.txt", cwd=tmp_path)
    assert (outcome.status, "not below the folder of" in outcome.err) == (2, True)
    outcome = lintnews("check", "--add-ignores", "--isolated", "a.txt", cwd=tmp_path)
    assert (outcome.status, "--isolated reads none" in outcome.err) == (2, True)
    assert lintnews("check", "--add-ignores", "--config", "other.toml", "a.txt", cwd=tmp_path).status == 0
    assert (tmp_path / "lintnews.toml").read_text() == ""
    assert check("--config", "other.toml", "a.txt", cwd=tmp_path).status == 0


def test_encoding_mark_and_mode_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = "Grüße.\r\n\r\nAdvertisement\r\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes(text.encode(encoding))
        path.chmod(0o640)
        assert lintnews("check", "--add-ignores", path).status == 0
        comment = "<!-- lintnews: ignore-next[promotion/ad-placeholder] -->\r\n"
        assert path.read_bytes() == text.replace("Adv", comment + "Adv").encode(encoding)
        assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_baseline_knows_needs_no_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("One.\n\nAdvertisement\n")
    lintnews("check", "--write-baseline", "a.md", cwd=tmp_path)
    path.write_text("One.\n\nAdvertisement\n\nThe road,, the mill.\n")
    outcome = check("--baseline", "lintnews-baseline.json", "--add-ignores", "a.md", cwd=tmp_path)
    assert (outcome.status, outcome.rules, outcome.articles[0]["baselined"]) == (0, [], 1)
    assert path.read_text().count("lintnews") == 1
    assert check("a.md", cwd=tmp_path).rules == ["promotion/ad-placeholder"]


@pytest.mark.parametrize("also", [("--fix", "a.md"), ("--diff", "a.md"), ("-",)])
def test_it_is_done_by_itself(tmp_path: Path, also: tuple[str, ...]) -> None:
    (tmp_path / "a.md").write_text("Advertisement\n")
    outcome = lintnews("check", "--add-ignores", *also, stdin=b"Advertisement\n", cwd=tmp_path)
    assert outcome.status == 2
    assert "run it by itself, on files" in outcome.err
    assert (tmp_path / "a.md").read_text() == "Advertisement\n"


def test_a_full_disk_leaves_everything_whole(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text("<p>One.</p>\n<p>Advertisement</p>\n" * 300)
    text.write_text("One.\n\nAdvertisement\n")
    (tmp_path / "lintnews.toml").write_text("# ours\n" * 400)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    command = f'ulimit -f 1; exec "{sys.executable}" -m lintnews check --add-ignores .'
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment()
    )
    assert done.returncode == 2
    assert "cannot be written" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_large_article_takes_a_moment(tmp_path: Path) -> None:
    import time

    path = tmp_path / "a.md"
    path.write_text("- The road,, the mill.\n- One.\n\nTwo.\n\n" * 1_000)
    begin = time.monotonic()
    assert lintnews("check", "--add-ignores", path).status == 0
    assert time.monotonic() - begin < 60
