"""The report to read in a real browser: filters and keys, a hostile article, contrast and names, paper and small screens.

Needs Chromium (Debian: `apt-get install chromium`; CHROMIUM names another program) and the packages of the extra `browser`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, lintnews

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("no Chromium: install it, or name it with CHROMIUM", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="no driver: pip install -e '.[browser]'")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: pip install -e '.[browser]'")

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

HOSTILE = """\
<html lang="en"><head><title>"><script>hacked=1</script></title></head>
<h1>&lt;script&gt;hacked=1&lt;/script&gt; &lt;svg/onload=hacked=1&gt;</h1>
<p>Some &lt;/script&gt;&lt;script&gt;hacked=1&lt;/script&gt; &lt;!-- &lt;/style&gt; &lt;/textarea&gt; {{ 7*7 }} ${hacked=1}</p>
<p onclick="hacked=1" style="position:fixed;inset:0">&lt;img src=x onerror=hacked=1&gt; &lt;iframe src="https://x.example/"&gt;</p>
<p><a href="javascript:hacked=1">&lt;a href="javascript:hacked=1"&gt;press&lt;/a&gt;</a> <a href="https://x.example/?utm_source=a">more</a></p>
<p>Advertisement</p>
<script>hacked=1</script><svg onload="hacked=1"></svg><img src="https://x.example/x.png" onerror="hacked=1">
<p>&#x202e;reversed&#x202c; and &lt;link rel=stylesheet href=https://x.example/x.css&gt;</p>
"""
HOSTILE_NAME = "'\"><img src=x onerror=hacked=1><svg onload=hacked=1>.html"

OpenReport = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_report(browser: Any, request: pytest.FixtureRequest) -> OpenReport:
    """Opens a report, and fails the test if it raises, complains, asks or loads anything."""

    def open_it(path: Path, **context: Any) -> Any:
        page = browser.new_context(**context).new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda sent: complaints.append(sent.url) if sent.url != path.as_uri() else None)

        def close() -> None:
            page.context.close()
            assert complaints == []

        request.addfinalizer(close)
        page.goto(path.as_uri())
        return page

    return open_it


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of the dirty fixtures and a file that cannot be read."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    lintnews("check", "fixtures/dirty", "nowhere.txt", "--output", f"html={path}", cwd=ROOT)
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / HOSTILE_NAME).write_text(HOSTILE)
    lintnews("check", ".", "--output", "html=report.htm_", cwd=folder)
    return (folder / "report.htm_").rename(folder / "report.html")


def visible(page: Any, selector: str) -> int:
    return int(page.locator(f"{selector}:visible").count())


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.value"))


def total(page: Any) -> int:
    return int(page.locator(".finding").count())


# ---- filters


def test_filters_by_keyboard_alone(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    page.click("#open")
    everything = total(page)
    assert visible(page, ".finding") == everything > 50
    assert page.inner_text("#status") == f"All {everything} findings shown"
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    page.keyboard.press("Tab")
    assert focused(page) == "error"
    page.keyboard.press("Tab")
    assert focused(page) == "warning"
    page.keyboard.press("Space")
    warnings = page.locator(".finding[data-severity=warning]").count()
    assert 0 < visible(page, ".finding") == warnings < everything
    assert visible(page, ".finding:not([data-severity=warning])") == 0
    articles = page.locator(".entry:has(.finding[data-severity=warning])").count()
    assert visible(page, ".entry") == articles
    assert page.inner_text("#status") == f"{warnings} of {everything} findings shown, in {articles} articles"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    rule = focused(page)
    page.keyboard.press("Space")
    both = page.locator(f".finding[data-severity=warning][data-rule='{rule}']").count()
    assert visible(page, ".finding") == both
    assert page.inner_text("#status").startswith(f"{both} of {everything} findings shown")
    while focused(page) != "reset":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert visible(page, ".finding") == everything
    assert page.locator("input:checked").count() == 1  # the setting of the keys
    assert focused(page) == "next"


def test_each_bar_counts_what_its_filter_shows(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    page.click("#open")
    page.click(".filters summary")
    bars = page.locator(".bars label")
    assert bars.count() > 20
    for bar in bars.all():
        bar.click()
        assert visible(page, ".finding") == int(bar.locator(".count").inner_text())
        bar.click()


def test_a_hidden_finding_is_no_longer_marked_in_the_text(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    page.click("#open")
    page.check("input[value=note]")
    assert visible(page, ".text .number") == page.locator(".text .number.note").count() > 0
    tints = page.eval_on_selector_all(
        ".text mark.error", "marks => marks.map(mark => getComputedStyle(mark).textDecorationLine)"
    )
    assert set(tints) == {"none"}


# ---- from finding to finding


def test_keys_and_buttons_go_through_all_findings(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    everything = total(page)
    order = page.eval_on_selector_all(".finding", "notes => notes.map(note => note.id)")
    gone = []
    for number in range(1, everything + 1):
        page.keyboard.press("n")
        gone.append(focused(page))
        assert page.inner_text("#place") == f"{number} of {everything}"
    assert gone == order
    assert page.evaluate("document.activeElement.checkVisibility()")
    page.keyboard.press("n")
    assert focused(page) == order[0]
    page.keyboard.press("p")
    assert focused(page) == order[-1]
    page.click("#previous")
    assert focused(page) == order[-2]
    page.focus("#next")
    page.keyboard.press("Enter")
    assert focused(page) == order[-1]


def test_the_finding_gone_to_is_in_sight_with_its_words(open_report: OpenReport, report: Path) -> None:
    page = open_report(report, viewport={"width": 1280, "height": 800})
    top = page.locator(".toolbar").bounding_box()["height"]
    for _ in range(40):
        page.keyboard.press("n")
        boxes = [page.locator(selector).first.bounding_box() for selector in (".finding.current", ".current")]
        assert all(top <= box["y"] and box["y"] + box["height"] <= 800 for box in boxes)


def test_filtered_findings_are_passed_over_and_the_keys_can_be_switched_off(
    open_report: OpenReport, report: Path
) -> None:
    page = open_report(report)
    page.check("input[value=warning]")
    for _ in range(5):
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.dataset.severity") == "warning"
    page.keyboard.press("Control+n")
    assert page.inner_text("#place").startswith("5 of ")
    page.uncheck("#keys")
    page.keyboard.press("n")
    assert page.inner_text("#place").startswith("5 of ")


def test_links_inside_the_page_open_what_they_lead_to(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    page.click("#close")
    page.click(".index > summary")
    page.locator("tbody a").last.click()
    assert page.locator(".entry").last.evaluate("entry => entry.open")
    page.locator(".text .number").last.click()
    key = page.locator(".text .number").last.get_attribute("href")
    assert f"#{focused(page)}" == key
    page.locator(f"{key} .meta a").last.click()
    assert page.locator(page.evaluate("location.hash")).is_visible()


# ---- safe against the article


def test_a_hostile_article_runs_and_loads_nothing(open_report: OpenReport, hostile: Path) -> None:
    page = open_report(hostile)
    assert total(page) >= 5
    for _ in range(total(page)):
        page.keyboard.press("n")
    for place in page.locator(".text *:visible").all():
        place.click(force=True, no_wait_after=True)
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, link, object, embed, [onclick], [style]").count() == 0
    assert page.locator(".path").first.inner_text() == f"./{HOSTILE_NAME}"
    assert page.locator("a:not([href^='#'])").count() == 0


def test_the_policy_stops_what_could_slip_through(browser: Any, hostile: Path) -> None:
    page = browser.new_page()
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    stopped: list[str] = []
    page.on("requestfailed", lambda request: stopped.append(f"{request.url} {request.failure}"))
    slipped = "<script>hacked = 1</script><img src='https://x.example/x.png' onerror='hacked = 1'><style>h1 { color: red }</style>"
    path = hostile.with_name("slipped.html")
    path.write_text(hostile.read_text(encoding="utf-8").replace("</body>", f"{slipped}</body>"), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    assert loaded == [path.as_uri()]
    assert stopped == ["https://x.example/x.png csp"]
    page.close()


# ---- for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_nothing(open_report: OpenReport, report: Path, scheme: str, width: int) -> None:
    page = open_report(report, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    page.keyboard.press("n")
    # The order of an article's headings is its author's.
    options = {"resultTypes": ["violations"], "rules": {"heading-order": {"enabled": False}}}
    found = axe.Axe().run(page, options=options).response["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_overlaps_or_runs_out_of_the_page(open_report: OpenReport, report: Path, width: int) -> None:
    page = open_report(report, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.eval_on_selector_all(
        ".passage > *",
        "parts => parts.map(part => part.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])",
    )
    assert len(boxes) > 100
    for (left, top, right, bottom), later in pairwise(boxes):
        assert right <= width
        assert bottom <= later[1] + 1 or right <= later[0] or later[2] <= left or top >= later[3]


def test_without_a_script_it_is_a_whole_page(open_report: OpenReport, report: Path) -> None:
    page = open_report(report, java_script_enabled=False)
    assert page.locator("input:visible, button:visible").count() == 0
    assert page.locator(".bars label:visible").count() > 10
    page.locator(".entry").last.locator("summary").click()
    page.locator(".text .number").last.click()
    assert page.locator(".finding").last.is_visible()


def test_on_paper_all_articles_are_there_and_no_button(open_report: OpenReport, report: Path) -> None:
    page = open_report(report)
    page.emulate_media(media="print")
    assert page.locator("input:visible, button:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".entry:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".entry[open]").count() == 5
    assert re.match(rb"%PDF", page.pdf())
