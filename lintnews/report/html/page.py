"""The whole report: one file that needs nothing else and lets nothing in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ... import __version__
from ...finding import SEVERITIES
from ...rules.model import Rule, RuleSet
from ...run import Result
from ..summary import Summary, summarize
from .article import article, tags
from .markup import Html, element, lines
from .overview import filters, toolbar
from .shell import document

# So many articles are open when the page is; the others open with a key, a click or a link into them.
_OPEN = 5

# An index of so many articles is open.
_INDEX = 10


def render(results: Sequence[Result], rules: RuleSet) -> str:
    """The run as an HTML page: self-contained, the same bytes for the same run, no lone surrogates in it.

    Articles with findings stand in the order of the run, as in every other
    report, so that an article is found where its name is. What could not be
    read comes first, because nobody has looked at it; clean articles last.
    """
    summary = summarize(results)
    dirty = [result for result in results if result.findings or result.fixed]
    known = {rule.id: rule for rule in rules.rules}
    counts = Counter(finding.rule for result in dirty for finding in (*result.findings, *result.fixed))
    addresses = {id: f"#r{index}" for index, id in enumerate(sorted(counts)) if id in known}
    indexed: list[Html] = []
    sections: list[Html] = []
    for key, result in enumerate(dirty, 1):
        made = article(result, key, addresses.get)
        indexed.append(_row(result, key, made.headline))
        sections.append(_section(result, key, made.headline, made.body))
    verdict = _verdict(summary, sum(bool(result.findings) for result in results))
    main = [
        *_problems(results),
        *(filters([finding for result in dirty for finding in result.findings]) if summary.findings else []),
        *(toolbar() if summary.findings else []),
        *_index(indexed),
        *([element("section", *sections, class_="entries", aria_label="Articles")] if sections else []),
        *_clean([result for result in results if not (result.problems or result.findings or result.fixed)]),
        *_rules([known[id] for id in addresses], addresses),
    ]
    body = [
        element("header", element("p", "lintnews", class_="product"), element("h1", verdict), *_advice(summary)),
        element("main", lines(main)),
        element("footer", element("p", f"lintnews {__version__}")),
    ]
    return document(f"lintnews: {verdict}", body)


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _verdict(summary: Summary, dirty: int) -> str:
    articles = _number(summary.articles - summary.unreadable, "article")
    fixed = f"{summary.fixed:,} fixed, " if summary.fixed else ""
    if not summary.findings:
        return f"{fixed}{'nothing left' if fixed else 'Nothing found'} in {articles}"
    return f"{fixed}{_number(summary.findings, 'finding')}{' left' if fixed else ''} in {dirty:,} of {articles}"


def _advice(summary: Summary) -> Iterator[Html]:
    if summary.safe:
        yield element(
            "p",
            f"{summary.safe:,} of them {'has' if summary.safe == 1 else 'have'} a safe fix, which ",
            element("code", "lintnews check --fix"),
            " applies.",
        )


def _problems(results: Sequence[Result]) -> Iterator[Html]:
    for what, kind in (("could not be checked", "unreadable"), ("not checked by all rules", "incomplete")):
        found = [(result.path, problem) for result in results for problem in result.problems if problem.kind == kind]
        if found:
            yield element(
                "section",
                element("h2", f"{_number(len({path for path, _ in found}), 'file')} {what}"),
                element("ul", *(element("li", _path(path), ": ", problem.text) for path, problem in found)),
                class_="unreadable",
            )


def _path(path: str) -> Html:
    return element("bdi", path.replace("\n", "␊"), class_="path")


def _index(rows: Sequence[Html]) -> Iterator[Html]:
    if len(rows) < 2:
        return
    heads = ("Article", "Errors", "Warnings", "Notes")
    yield element(
        "details",
        element("summary", element("h2", f"Index of {len(rows):,} articles")),
        element(
            "table",
            element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
            element("tbody", lines(rows)),
        ),
        class_="index",
        open=len(rows) <= _INDEX,
    )


def _row(result: Result, key: int, headline: str) -> Html:
    severities = [finding.severity for finding in result.findings]
    counts = (severities.count(kind) for kind in reversed(SEVERITIES))
    return element(
        "tr",
        element(
            "th",
            element("a", element("bdi", headline or result.path), href=f"#a{key}"),
            *([_path(result.path)] if headline else []),
            scope="row",
        ),
        *(element("td", f"{count:,}", class_=None if count else "none") for count in counts),
        data_article=str(key),
    )


def _section(result: Result, key: int, headline: str, body: Html) -> Html:
    return element(
        "details",
        element(
            "summary",
            element("h2", element("bdi", headline, class_="headline"), " ", _path(result.path)),
            element("span", tags(finding.severity for finding in result.findings), class_="tags"),
        ),
        element("div", body, id=f"a{key}", class_="article"),
        open=key <= _OPEN,
        data_article=str(key),
        class_="entry",
    )


def _clean(results: Sequence[Result]) -> Iterator[Html]:
    if results:
        yield element(
            "details",
            element("summary", element("h2", f"{_number(len(results), 'article')} without findings")),
            element("ul", *(element("li", _path(result.path)) for result in results)),
            class_="clean",
        )


def _rules(rules: Sequence[Rule], addresses: dict[str, str]) -> Iterator[Html]:
    """What each rule that spoke has to say for itself."""
    if not rules:
        return
    entries = (
        element(
            "details",
            element("summary", element("span", rule.id, class_="rule"), " ", rule.summary),
            element(
                "div",
                *(element("p", paragraph) for paragraph in rule.why.strip().split("\n\n")),
                id=addresses[rule.id].removeprefix("#"),
                tabindex="-1",
            ),
        )
        for rule in rules
    )
    yield element("section", element("h2", "Why these rules"), *entries, class_="rules")
