"""Whatever stands in an article, a path or a message: every report can be read by its consumer, and says the same."""

from __future__ import annotations

import re
from typing import Any

import pytest
from consumers import CONSUMERS, Seen, annotation, html
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintnews.document.decode import Source
from lintnews.finding import SEVERITIES, Edit, Finding, Fix
from lintnews.report.formats import FORMATS, reporter
from lintnews.report.github import summary
from lintnews.report.markdown import code, escape
from lintnews.rules.model import RuleSet
from lintnews.run import Result
from lintnews.span import Span

NO_RULES = RuleSet(())

# Halves of characters too: a path has them where its bytes are no UTF-8.
ANYTHING = st.text(st.characters(codec=None), max_size=30)
HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                "\n",
                "\r",
                "\t",
                "\0",
                "\x1b[2J",
                "\x85",
                "\u2028",
                "\ufffe",
                "\udcff",
                "😀",
                "é",
                " ",
                "a",
                "1",
                "/",
                "-",
            ),
            *("@team", "#12", "!3", "~label", "$4", "&5", "%6", "http://x.example", "www.x.example", "a@b.example"),
            *("`", "``", "|", "\\", "*", "_", "[x](y)", "![x](y)", "<b>", "</code>", "<!--", "]]>", "&lt;", "$`x`$"),
            *("::error::", "::", "%0A", "##[error]", ",", ":", "=", '"', "'", "\n/close", "\n- x", "\n## x", "[[x]]"),
        ]
    ),
    max_size=8,
).map("".join)
TEXT = ANYTHING | HOSTILE


@st.composite
def results(draw: Any) -> Result:
    """A result that says anything of any source."""
    source = draw(TEXT) + draw(TEXT)
    findings = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted(draw(st.integers(0, len(source))) for _ in range(2))
        edits = (Edit(Span(start, end), draw(TEXT)),) if draw(st.booleans()) else ()
        finding = Finding(
            rule=draw(st.sampled_from(["leak/visible-html", "unused-suppression"])),
            severity=draw(st.sampled_from(SEVERITIES)),
            message=f"Found {draw(TEXT)}",
            span=Span(start, end),
            matched=draw(st.just(source[start:end]) | TEXT),
            fix=Fix(edits, draw(st.sampled_from(["safe", "unsafe", "display"]))) if edits else None,
            fingerprint=draw(st.sampled_from(["1f", "2e"])),
            evidence=tuple(draw(st.lists(TEXT, max_size=2))),
        )
        # No two findings of one rule stand at one place.
        if all((finding.rule, start) != (other.rule, other.span.start) for other in findings):
            findings.append(finding)
    error = f"It is {draw(TEXT)}" if draw(st.booleans()) else None
    path = "news/" + re.sub("[\0/\ud800-\udc7f\udd00-\udfff]", "", draw(TEXT)) + ".txt"  # the system has no others
    return Result(path, "text", tuple(findings), error=error, source=Source(source, "utf-8"))


@pytest.mark.parametrize("format", sorted(CONSUMERS))
@settings(deadline=None)
@given(result=results())
def test_a_report_can_always_be_read(format: str, result: Result) -> None:
    report = reporter(format)([result], NO_RULES)
    seen = CONSUMERS[format](report.encode("utf-8", "backslashreplace").decode())
    lines = result.lines
    expected = [Seen("", lines.position(one.span.start).line, one.rule, one.severity) for one in result.findings]
    if result.error is not None:
        expected.append(Seen("", None, "unreadable", "error"))
    assert sorted(map(repr, (one._replace(path="") for one in seen))) == sorted(map(repr, expected))


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None)
@given(result=results())
def test_every_report_of_one_article_ends_its_last_line(format: str, result: Result) -> None:
    report = reporter(format)([result], NO_RULES)
    assert report == "" or (report.endswith("\n") and not report.endswith("\n\n"))


@settings(deadline=None)
@given(path=TEXT, message=TEXT)
@example(path="a,b:c%0A.txt", message="100 %\nof ::error::it")
def test_annotations_carry_paths_and_messages_unharmed(path: str, message: str) -> None:
    result = Result(path, "text", error=message)
    (line,) = reporter("github").args[0]([result], NO_RULES).split("\n")[:-1]  # type: ignore[attr-defined]
    told = annotation(line)
    assert told.properties == {"file": path, "title": "unreadable"}
    assert told.text.split() == "".join(c if c.isprintable() or c.isspace() else "·" for c in message).split()


@settings(deadline=None)
@given(result=results())
def test_a_job_summary_is_the_report_with_a_sentence_before_it(result: Result) -> None:
    assert html(summary([result], NO_RULES)) == html(reporter("markdown").args[0]([result], NO_RULES))  # type: ignore[attr-defined]


def visible(text: str) -> str:
    """`text` as it is shown on one line."""
    return "".join(c if c.isprintable() or c == " " else "·" for c in " ".join(text.split()))


@settings(deadline=None)
@given(text=TEXT)
def test_markdown_shows_prose_as_it_is_written_and_makes_nothing_of_it(text: str) -> None:
    page = html(f"Before {escape(text)} after\n")
    assert {tag.name for tag in page.find_all(True)} == {"p"}
    shown = page.get_text().replace("\u200b", "").strip()
    assert " ".join(shown.split()) == " ".join(f"Before {visible(text)} after".split())


@settings(deadline=None)
@given(text=TEXT)
def test_markdown_shows_code_as_it_is_written_even_in_a_table(text: str) -> None:
    page = html(f"| A | B |\n| --- | --- |\n| {code(text)} | end |\n")
    assert [len(row.find_all("td")) for row in page.find_all("tr")][1:] == [2]
    cell, end = page.find_all("td")
    assert end.text == "end"
    assert {tag.name for tag in cell.find_all(True)} == {"code"}
    assert cell.text == "".join(c if c.isprintable() or c == " " else "·" for c in text).strip()


@given(st.lists(results(), max_size=2))
def test_a_text_report_steers_neither_a_terminal_nor_a_ci_service(run: list[Result]) -> None:
    report = reporter("text")(run, NO_RULES)
    assert all(line.isprintable() or not line for line in report.split("\n"))
    assert not [line for line in report.split("\n") if line.lstrip().startswith(("::", "##["))]
    findings = sum(len(result.findings) for result in run)
    places = re.findall(r"(?m)^  \d+:\d+  (?:error|warning|note) ", report)
    assert len(places) == findings
