"""The report to read: all of the article and nothing but text of it, findings in place, the same file every time."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup, Tag
from command import lintnews
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lintnews.document import parse
from lintnews.document.decode import Source
from lintnews.document.model import Format
from lintnews.finding import APPLICABILITIES, SEVERITIES, Edit, Finding, Fix
from lintnews.report.html import render
from lintnews.report.html.marks import Mark, marked
from lintnews.report.html.markup import element, join, shown
from lintnews.rules.load import load_selected
from lintnews.rules.model import RuleSet
from lintnews.run import Result, check_bytes
from lintnews.span import Span

ROOT = Path(__file__).parent.parent
RULES = load_selected()
NONE = RuleSet(())


def page(*results: Result, rules: RuleSet = NONE) -> BeautifulSoup:
    """The report as a browser's parser reads it."""
    return BeautifulSoup(render(results, rules).encode(), "html5lib")


def result(source: str, format: Format = "text", findings: Sequence[Finding] = (), path: str = "a.txt") -> Result:
    document = parse(source, format)
    counts = len(document.body), len(document.blocks)
    return Result(path, format, tuple(findings), document.words, "article", counts, source=Source(source, "utf-8"))


def checked(source: str, format: Format = "text", path: str = "a.txt") -> Result:
    return check_bytes(source.encode(), path, format, ruleset=RULES)


def found(source: str, words: str, **more: Any) -> Finding:
    """A finding of these words."""
    start = source.index(words)
    given: dict[str, Any] = {"rule": "pack/rule", "severity": "error", "message": "Wrong", "matched": words} | more
    return Finding(span=Span(start, start + len(words)), **given)


def texts(report: Tag) -> list[str]:
    """The blocks of the articles, numbers taken out and boxed characters put back."""
    for number in report.select(".text .number"):
        number.extract()
    for box in report.select(".text .unseen"):
        box.replace_with(chr(int(box.get_text().removeprefix("U+"), 16)))
    return [block.get_text() for block in report.select(":is(.text, .text > ul) > :not(ul)")]


# ---- whatever an article holds, it is only text

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=12)
HOSTILE = (
    *("<script>hacked=1</script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "</style>", "</title>", "</mark>"),
    *("<img src=x onerror=hacked=1>", "<svg onload=hacked=1>", "javascript:hacked=1", "\"'><b onclick=x>", "&lt;b&gt;"),
    *("<p>", "</p>", "<h1>", "<li>", "<br>", "<a href='javascript:x'>", "\n\n", "- ", "# ", "`", "\0", "\ud800"),
    *("\u202e", "&#x202e;", "&#0;", "plain words", "&amp;amp;", "\u2028", "\r"),
)
PIECES = ANYTHING | st.sampled_from(HOSTILE)
SOURCES = st.lists(PIECES, max_size=12).map("".join)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """A result whose every text and place is arbitrary."""
    source, format = draw(SOURCES), draw(st.sampled_from(get_args(Format)))
    spans = st.tuples(*[st.integers(0, len(source))] * 2).map(lambda pair: Span(*sorted(pair)))
    fixes = st.builds(
        Fix, st.lists(st.builds(Edit, spans, ANYTHING), max_size=2).map(tuple), st.sampled_from(APPLICABILITIES)
    )
    findings = st.builds(
        Finding,
        rule=SOURCES,
        severity=st.sampled_from(SEVERITIES),
        message=SOURCES,
        span=spans,
        matched=SOURCES,
        fix=st.none() | fixes,
        evidence=st.lists(SOURCES, max_size=2).map(tuple),
    )
    error = draw(st.none() | SOURCES)
    made = result(source, format, draw(st.lists(findings, max_size=5)), draw(SOURCES))
    return made._replace(error=error, fixed=tuple(draw(st.lists(findings, max_size=1))))


TAGS = (
    "html head meta title style body script header main footer section form fieldset legend details summary div span p h1 h2 "
    "h3 h4 h5 h6 ul li a bdi code mark strong small del ins table thead tbody tr th td label input svg rect button output "
    "kbd"
).split()
ATTRIBUTES = (
    "lang charset http-equiv content name class id href title role tabindex dir data-rule data-severity data-finding "
    "data-article aria-label aria-hidden aria-keyshortcuts type value hidden disabled checked autocomplete open scope "
    "viewbox preserveaspectratio x width height"
).split()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(results(), max_size=2))
def test_no_article_brings_an_element_an_attribute_or_an_address(given_results: list[Result]) -> None:
    report = page(*given_results)
    assert {tag.name for tag in report.find_all()} <= set(TAGS)
    assert {name.lower() for tag in report.find_all() for name in tag.attrs} <= set(ATTRIBUTES)
    assert all(re.fullmatch(r"#[amfr]\d+(-\d+)?", link["href"]) for link in report.select("[href]"))
    assert [len(report.select(name)) for name in ("script", "style", "title", "h1")] == [1, 1, 1, 1]
    assert report.script is not None
    assert report.script.string == (ROOT / "lintnews/report/html/report.js").read_text(encoding="utf-8")
    ids = [tag["id"] for tag in report.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {link["href"].removeprefix("#") for link in report.select("[href]")} <= set(ids)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(results())
@example(result("<p>One <b>two</b><p>three", "html", [found("<p>One <b>two</b><p>three", "<b>two</b><p>three")]))
def test_the_article_is_there_word_for_word(one: Result) -> None:
    assert one.source is not None
    document = parse(one.source.text, one.format)
    expected = [document.block_text(block) for block in document.body] if one.findings else []
    assert texts(page(one)) == expected
    notes = {str(note["id"]) for note in page(one).select(".finding")}
    assert notes == {f"f1-{number}" for number, _ in enumerate(one.findings, 1)}


def test_only_our_own_style_and_script_may_run() -> None:
    report = page(checked("The vote is on Friday.\n\nAdvertisement\n"))
    policy = report.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy["content"]).split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name, tag in (("script-src", report.script), ("style-src", report.style)):
        assert tag is not None
        digest = b64encode(sha256(str(tag.string).encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    head = str(report.head)
    assert head.index("Content-Security-Policy") < head.index("<style")
    assert not report.select("[style], [src], link, iframe, object, img")


# ---- characters nobody sees


UNSEEN = (
    *("\u202e", "\u2066", "\u200e", "\x00", "\x1b", "\x85", "\ud83d", "\ue000", "\ufff9", "\U000e0041", "\u3164"),
    *("\u2028", "\ufdd0", "\u034f", "auf\u200clage", "a\ufe0f\ufe0f"),
)


@pytest.mark.parametrize("text", UNSEEN)
def test_an_unseen_character_is_boxed(text: str) -> None:
    codes = re.findall(r'<span class="unseen"[^<]*>U\+([0-9A-F]{4,6})</span>', shown(text))
    assert len(codes) == 1
    assert chr(int(codes[0], 16)) in text
    assert shown(text).isprintable() or "\ufe0f" in text
    assert f"U+{codes[0]}" in element("p", title=text)


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "❤️", "1️⃣", "می‌خواهم", "क्‍ष", "e\u0301", "café", "שָׁלוֹם", "one\ntwo"])
def test_what_a_script_or_an_emoji_needs_is_left_alone(text: str) -> None:
    assert shown(text) == text


def test_what_is_no_markup_of_ours_is_escaped() -> None:
    assert join("<b>", element("p", "a & b", shown("<"))) == "&lt;b&gt;<p>a &amp; b&lt;</p>"
    assert (
        element("a", href="\"'<>&", hidden=True, title=None, open=False)
        == '<a href="&quot;&#x27;&lt;&gt;&amp;" hidden></a>'
    )


# ---- findings in the text


def drawn(text: str, *spans: tuple[int, int]) -> str:
    marks = [Mark(start, end, f"1-{i}", i, "error", True) for i, (start, end) in enumerate(spans, 1)]
    soup = BeautifulSoup(marked(text, marks), "html5lib")
    for number in soup.select(".number"):
        number.replace_with(number.get_text())
    for mark in reversed(soup.select("mark")):
        mark.replace_with(f"[{mark['data-finding'][2:]}:{mark.get_text()}]")
    return soup.get_text()


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(2, 4)], "ab[1:cd]1ef"),
        ([(0, 6), (2, 4)], "[1:ab[2:cd]2ef]1"),
        ([(2, 4), (0, 6)], "[2:ab[1:cd]1ef]2"),
        ([(0, 4), (2, 6)], "[1:ab[2:cd]]1[2:ef]2"),
        ([(0, 3), (0, 3)], "[1:[2:abc]]12def"),
        ([(0, 3), (3, 6)], "[1:abc]1[2:def]2"),
        ([(3, 3)], "abc1def"),
        ([(0, 3), (3, 3)], "[1:abc]12def"),
        ([(3, 3), (3, 6)], "abc1[2:def]2"),
        ([(0, 3), (1, 4), (2, 5)], "[1:a[2:b[3:c]]]1[2:[3:d]]2[3:e]3f"),
    ],
)
def test_marks_nest_cross_and_touch(spans: list[tuple[int, int]], expected: str) -> None:
    assert drawn("abcdef", *spans) == expected


def test_a_finding_over_several_blocks_has_one_number_and_one_note() -> None:
    source = "<h2>Leave a reply</h2><p>Your name <b>here</b></p><p>Send it</p>"
    report = page(result(source, "html", [found(source, "Leave a reply</h2><p>Your name <b>here</b></p><p>Send")]))
    assert [mark.get_text() for mark in report.select(".text mark")] == ["Leave a reply", "Your name here", "Send"]
    assert [number["href"] for number in report.select(".text .number")] == ["#f1-1"]
    assert len(report.select(".finding")) == len(report.select("#m1-1")) == 1


def test_what_no_text_holds_is_quoted_from_the_source() -> None:
    source = "<title>A &amp; B</title>\n<p>The <a href='x.example/?utm_source=y'>minutes</a> say so.</p>"
    inside, outside = found(source, "x.example/?utm_source=y"), found(source, "A &amp; B")
    report = page(result(source, "html", [inside, outside]))
    quotes = [code.get_text() for code in report.select(".excerpt code")]
    assert quotes == ["<p>The <a href='x.example/?utm_source=y'>minutes</a> say so.</p>", "<title>A &amp; B</title>"]
    assert [note["id"] for note in report.select(".passage .finding")] == ["f1-1"]
    assert [note["id"] for note in report.select(".elsewhere .finding")] == ["f1-2"]
    assert [link["href"] for link in report.select(".meta a")] == ["#m1-1"]


def test_a_note_tells_severity_reason_place_and_repair() -> None:
    source = "The vote is on Friday,, and that is all.\n"
    at = source.index(",,")
    finding = found(
        source,
        ",,",
        severity="warning",
        message="Two commas",
        evidence=("one is enough", "so they say"),
        fix=Fix((Edit(Span(at, at + 1), ""), Edit(Span(at + 1, at + 2), ";")), "unsafe"),
    )
    report = page(result(source, findings=[finding]))
    note = report.select_one(".finding")
    assert note is not None
    assert note["aria-label"] == "Warning 1: Two commas"
    assert [" ".join(part.get_text().split()) for part in note.select("p")] == [
        "1 Warning Two commas",
        "In the text: “,,”",
        "Because: one is enough; so they say",
        "Unsafe fix, look twice: delete ,, replace , by ;",
        "line 1, column 22 · pack/rule",
    ]


# ---- the page


def test_the_article_keeps_its_language_and_direction() -> None:
    arabic = "<html lang=ar-EG><p>قال رئيس المجلس إن العمل في الميناء سيبدأ في الربيع.</p><p>Advertisement</p>"
    persian = "<html lang=fa><p>رئیس شورا گفت که کار در بندر از بهار آغاز می‌شود.</p><p>Advertisement</p>"
    wrong = "<html lang=de><p>The vote is on Friday and it will be the last of the year in this town.</p><p>Advertisement</p>"
    unknown = "Advertisement\n"
    report = page(*(checked(source, "html") for source in (arabic, persian, wrong)), checked(unknown))
    given = [(text["lang"], text["dir"]) for text in report.select(".article .text:first-child")]
    assert list(dict.fromkeys(given)) == [("ar-EG", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("", "auto")]
    assert report.html is not None
    assert report.html["lang"] == "en"


def test_blocks_are_what_they_are() -> None:
    source = "# Title\n\nText of it.\n\n- one\n- two\n\n> said\n\n## Section\n\nMore of it.\n\nAdvertisement\n"
    report = page(checked(source, "markdown"))
    blocks = [(block.name, block.get_text()) for block in report.select(":is(.text, .text > ul) > :not(ul)")]
    assert blocks[:6] == [
        ("h3", "Title"),
        ("p", "Text of it."),
        ("li", "one"),
        ("li", "two"),
        ("p", "said"),
        ("h4", "Section"),
    ]
    assert len(report.select(".text > ul")) == 1


def test_a_page_shows_only_its_article() -> None:
    menu = "".join(f"<li><a href=/{i}>Menu entry {i}</a></li>" for i in range(20))
    prose = (
        "<p>The council has decided to keep the ferry for another year, and will ask for money in the spring.</p>" * 6
    )
    report = page(
        checked(f"<body><nav><ul>{menu}</ul></nav><article>{prose}<p>Advertisement</p></article></body>", "html")
    )
    assert "This is the article, 7 of the page’s 27 blocks" in report.get_text()
    assert "Menu entry" not in report.get_text()


def test_unreadable_first_then_articles_in_order_then_clean_ones() -> None:
    report = page(
        checked("Fine.\n", path="clean.txt"),
        checked("Advertisement\n", path="one.txt"),
        Result("gone.txt", "text", error="cannot be read: it is gone"),
        checked("The pond,, the mill.\n\nAdvertisement\n", path="two.txt"),
    )
    order = [path.get_text() for path in report.select(".path")]
    assert order == ["gone.txt", "one.txt", "two.txt", "one.txt", "two.txt", "clean.txt"]
    assert report.h1 is not None
    assert report.h1.get_text() == "3 findings in 2 of 3 articles"
    assert "1 file could not be checked" in report.get_text()
    assert "cannot be read: it is gone" in report.get_text()
    assert [[cell.get_text() for cell in row.select("td")] for row in report.select("tbody tr")] == [
        ["1", "0", "0"],
        ["1", "1", "0"],
    ]
    assert [bar.get_text(" ") for bar in report.select("fieldset:first-of-type li")] == [
        "Error must not be published 2",
        "Warning needs an editor’s eye 1",
    ]


def test_a_clean_run_says_so_and_offers_nothing_to_filter() -> None:
    report = page(checked("The vote is on Friday.\n"))
    assert report.h1 is not None
    assert report.h1.get_text() == "Nothing found in 1 article"
    assert not report.select("form, .toolbar, .entry, .rules")


def test_only_the_first_articles_are_open() -> None:
    report = page(*(checked("Advertisement\n", path=f"{i}.txt") for i in range(30)))
    assert [entry.has_attr("open") for entry in report.select(".entry")] == [True] * 5 + [False] * 25


def test_rules_that_spoke_explain_themselves() -> None:
    report = page(checked("Advertisement\n"), rules=RULES)
    rule = RULES.get("promotion/ad-placeholder")
    assert rule is not None
    link = report.select_one(".finding .meta a[href^='#r']")
    assert link is not None
    why = report.select_one(str(link["href"]))
    assert why is not None
    assert why.get_text(" ").split() == rule.why.split()


def test_what_was_repaired_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The pond,, the mill and the bridge were sold.\n\nAdvertisement\n")
    outcome = lintnews("check", "--fix", "--format", "html", "a.txt", cwd=tmp_path)
    report = BeautifulSoup(outcome.out, "html5lib")
    assert report.h1 is not None
    assert report.h1.get_text() == "2 fixed, nothing left in 1 article"
    assert {item.get_text() for item in report.select(".repaired del")} == {",,", "Advertisement"}


def test_the_command_writes_it_beside_another_report(tmp_path: Path) -> None:
    name = "<img src=x onerror=hacked=1>\u202e.txt"
    (tmp_path / name).write_text("Advertisement\n", encoding="utf-8")
    outcome = lintnews("check", "--output", "html=report.html", name, cwd=tmp_path)
    assert outcome.status == 1
    assert "1 finding (1 error)" in outcome.out
    report = BeautifulSoup((tmp_path / "report.html").read_bytes(), "html5lib")
    assert [path.get_text() for path in report.select(".path")] == [name.replace("\u202e", "U+202E")]
    assert not report.select("img")


ARTICLE = """\
<title>The Ferry &amp; the Fog</title>
<h1>The Ferry and the Fog</h1>
<p>The ferry left the pier, <a href="#">the company</a> said., according to experts, on time.</p>
<ul><li>Forty passengers</li><li>Two <b>wet</b> dogs</li></ul>
<p>Advertisement</p>
<p>Nobody &lt;b&gt; knew &#x202e;why.</p>
"""


def test_the_report_is_the_expected_one(request: pytest.FixtureRequest) -> None:
    at = ARTICLE.index(", according to experts")
    delete = Fix((Edit(Span(at, at + 22)),), "safe")
    findings = [
        found(ARTICLE, "The Ferry &amp; the Fog", severity="note", message="Long title"),
        found(ARTICLE, "#", severity="warning", message="Leads nowhere", evidence=("no address",)),
        found(ARTICLE, "said., according", severity="warning", message="Two marks"),
        found(ARTICLE, ", according to experts", message="Glued on", fix=delete),
        found(ARTICLE, "dogs</li></ul>\n<p>Advertisement", message="Advertising", rule="promotion/ad-placeholder"),
        found(ARTICLE, "&lt;b&gt;", message="Tag in sight", fix=Fix((), "unsafe")),
    ]
    made = render(
        [
            result(ARTICLE, "html", findings, "news/ferry.html"),
            Result("news/broken.txt", "text", error="cannot be read: no permission"),
            Result("news/clean.md", "markdown"),
        ],
        NONE,
    )
    # The style and the script have files of their own.
    made = re.sub(r"(?s)(<style>|<script>).*?(</style>|</script>)", r"\1\2", made)
    made = re.sub(r"sha256-[\w+/=]+|lintnews \d[\w.]*", "…", made)
    golden = ROOT / "tests/html_report.expected.html"
    if request.config.getoption("--regenerate"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")
