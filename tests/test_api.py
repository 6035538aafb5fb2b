"""The Python interface: two functions, and no more imported than is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment

import lintnews
from lintnews import Edit, Finding, Fix, Span, lint_path, lint_text
from lintnews.rules.load import load_rules
from lintnews.run import InputError

SOURCE = "It rains.\n\nAdvertisement\n\nThe pond,, the mill and the bridge were sold.\n"
AD, DOUBLED = "promotion/ad-placeholder", "typography/doubled-punctuation"


def test_a_text_gives_its_findings_in_order() -> None:
    one, two = lint_text(SOURCE)
    assert isinstance(one, Finding)
    assert (one.rule, one.severity, one.span, one.matched) == (AD, "error", Span(11, 24), "Advertisement")
    assert one.fix == Fix((Edit(Span(11, 26)),), "safe")
    assert (two.rule, two.matched, SOURCE[slice(*two.span)]) == (DOUBLED, ",,", ",,")


@pytest.mark.parametrize(
    ("format", "source"),
    [("html", "<p>It rains.<p>Advertisement"), ("markdown", "It rains.\n\n**Advertisement**"), ("text", SOURCE[:24])],
)
def test_all_formats_are_read(format: lintnews.document.model.Format, source: str) -> None:
    (finding,) = lint_text(source, format)
    assert source[slice(*finding.span)] == "Advertisement"


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown format 'docx'; known: text, html, markdown"):
        lint_text("x", "docx")  # type: ignore[arg-type]


def test_rules_and_scope_may_be_given() -> None:
    assert [found.rule for found in lint_text(SOURCE, rules=load_rules().select(["typography"]))] == [DOUBLED]
    page = "<nav>Menu</nav><p>It rains.</p><footer>Advertisement</footer>"
    assert [found.rule for found in lint_text(page, "html", scope="page")] == [AD]


def test_no_rules_find_nothing() -> None:
    assert lint_text(SOURCE, rules=load_rules().select(ignore=["promotion", "typography"])) == []


def test_the_name_of_a_file_tells_its_format(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>It rains.<p>Advertisement")
    (finding,) = lint_path(path)
    assert finding.span == (15, 28)
    assert lint_path(str(path)) == [finding]
    assert AD not in [found.rule for found in lint_path(path, "text")]


def test_what_cannot_be_checked_is_raised(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file"):
        lint_path(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_bytes(b"\0" * 99)
    with pytest.raises(InputError, match=r"a\.txt: binary file, not an article"):
        lint_path(tmp_path / "a.txt")
    with pytest.raises((InputError, OSError), match="directory"):
        lint_path(tmp_path)


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="module 'lintnews' has no attribute 'lint'"):
        lintnews.lint  # noqa: B018
    for name in lintnews.__all__:
        assert getattr(lintnews, name)


# ---- what is imported

HEAVY = {"ahocorasick", "bs4", "charset_normalizer", "click", "pathspec", "pyromark", "regex", "sentencex", "tomllib"}


def imported(code: str) -> set[str]:
    """The heavy modules that a fresh Python has imported after running `code`."""
    script = f"import sys\n{code}\nimport json\njson.dump(sorted(sys.modules), sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), timeout=60, check=False
    )
    return set(json.loads(done.stderr)) & HEAVY


def test_importing_costs_next_to_nothing() -> None:
    assert imported("import lintnews") == set()
    assert imported("import lintnews; lintnews.Finding; lintnews.Span; lintnews.Fix") == set()


@pytest.mark.parametrize(
    ("ending", "content", "more"),
    [
        ("txt", "Nobody came\n\nThe harbour was dark.\n", set()),
        ("html", "<h1>Nobody came</h1><p>The harbour was dark.</p>", set()),
        ("md", "# Nobody came\n\nThe harbour was dark.\n", {"pyromark"}),
    ],
)
def test_a_clean_article_needs_no_heavy_library(tmp_path: Path, ending: str, content: str, more: set[str]) -> None:
    article = tmp_path / f"a.{ending}"
    article.write_text(content)
    load_rules()  # so that the cache is there
    run = f"from lintnews.cli import main\nmain(['check', {str(article)!r}], standalone_mode=False)"
    done = imported(f"try:\n    {run.replace(chr(10), chr(10) + '    ')}\nexcept SystemExit: pass")
    assert done - {"click", "ahocorasick"} == more
