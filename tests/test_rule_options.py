"""Options of rules: what a newsroom may tell them, and what that changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from configs import AD, BLURB
from toml_rules import load

from lintnews.document import parse
from lintnews.document.model import Document, Format
from lintnews.engine import check
from lintnews.report.manual import page
from lintnews.rules.configure import configured
from lintnews.rules.define import rule
from lintnews.rules.load import load_rules, load_selected
from lintnews.rules.model import Hit, Rule, RuleError, RuleSet, Sighting
from lintnews.rules.options import Option
from lintnews.span import Span

ALL = load_rules()


def found(id: str, source: str, values: Mapping[str, Any], format: Format = "text") -> list[str]:
    """What a rule with these options finds."""
    options = [(id, name, value) for name, value in values.items()]
    rules = load_selected([id], options=options)
    return [finding.matched for finding in check(parse(source, format), rules)]


def test_every_rule_says_what_it_may_be_told() -> None:
    for one in ALL.rules:
        names = [option.name for option in one.options]
        assert names[-1] == "allow"
        assert len(set(names)) == len(names)
        assert ("phrases" in names) is (not one.by_function and any(clause.phrases for clause in one.clauses))


def test_defaults_change_nothing_and_values_change_the_digest() -> None:
    for one in ALL.rules:
        defaults = {option.name: option.default for option in one.options}
        assert configured(one, {}) is one
        assert configured(one, defaults) is one
        other = configured(one, {"allow": ("some words",)})
        assert other.digest != one.digest
        assert other.digest == configured(one, {"allow": ("some words",)}).digest
        assert other.digest != configured(one, {"allow": ("other words",)}).digest


# ---- phrases and allow


def test_phrases_are_found_as_the_rule_s_own_are() -> None:
    source = (
        'The vote is on Friday.\n\nPARTNER — content “Box”\n\nThe partner - content "box" is full.\n\nAdvertisement'
    )
    assert found(AD, source, {}) == ["Advertisement"]
    assert found(AD, source, {"phrases": ('partner - content "box"',)}) == ["PARTNER — content “Box”", "Advertisement"]


def test_phrases_of_other_scripts_and_short_ones_are_found() -> None:
    assert found(AD, "東京の夜\n\n协办\n\nTip\n\nA tip.", {"phrases": ("协办", "tip")}) == ["协办", "Tip"]


def test_a_phrase_that_the_rule_has_changes_nothing_but_the_digest() -> None:
    assert found(AD, "Advertisement", {"phrases": ("ADVERTISEMENT",)}) == ["Advertisement"]


def test_allow_lets_findings_go_by_their_own_words() -> None:
    source = "Advertisement\n\nSpecial Offer Banner\n\nThe special offer was withdrawn."
    assert found(AD, source, {"allow": ("SPECIAL  offer",)}) == ["Advertisement"]
    assert found(AD, source, {"allow": ("spec", "vertise")}) == ["Advertisement", "Special Offer Banner"]  # no words
    assert found(AD, source, {"allow": ("withdrawn",)}) == ["Advertisement", "Special Offer Banner"]


def test_allow_sees_what_stands_in_markup() -> None:
    link = '<p>The <a href="https://skerry.example/?utm_source=letter">vote</a>.</p>'
    assert found("link/tracking-link", link, {}, "html")
    assert found("link/tracking-link", link, {"allow": ("utm_source",)}, "html") == []


def test_the_first_list_of_phrases_is_the_one_that_grows(tmp_path: Path) -> None:
    one = load(
        tmp_path,
        "[[match]]\npatterns = ['harbour (?:bells|horns)']\n"
        "[[match]]\nphrases = ['harbour lights']\npatterns = ['harbour lamps?']\nunless = ['dark']\n"
        "[[match]]\nphrases = ['harbour dogs']\n",
    )
    more = configured(one, {"phrases": ("harbour masts",)})
    assert [clause.phrases for clause in more.clauses] == [(), ("harbour lights", "harbour masts"), ("harbour dogs",)]
    source = "Harbour masts.\n\nDark harbour masts.\n\nHarbour lamp, harbour bells, harbour dogs."
    findings = check(parse(source, "text"), RuleSet((more,)))
    assert [finding.matched for finding in findings] == [
        "Harbour masts",
        "Harbour lamp",
        "harbour bells",
        "harbour dogs",
    ]


# ---- Python rules


def bell(
    document: Document, sightings: Sequence[Sighting], *, tunes: int = 1, names: Sequence[str] = ()
) -> Iterable[Hit]:
    """A bell for each sighting, as often as there are tunes."""
    return [Hit(Span(seen.start, seen.end)) for seen in sightings][:tunes]


TUNES = Option("tunes", "How many.", least=1)
NAMES = Option("names", "Which.", seen=True)


def made(*options: Option) -> Rule:
    return rule(
        "pack/bell",
        summary="A bell",
        message="A bell",
        severity="note",
        why="A test asks for it.",
        since="0.1.0",
        literals=["bell"],
        examples=(),
        options=options,
    )(bell)


def test_options_take_type_and_default_from_the_function() -> None:
    tunes, names, _ = made(TUNES, NAMES).options
    assert (tunes.type, tunes.default, tunes.least) == ("integer", 1, 1)
    assert (names.type, names.default, names.seen) == ("strings", (), True)


@pytest.mark.parametrize("options", [(), (TUNES,), (TUNES, NAMES, Option("more", "?"))])
def test_options_must_be_the_function_s(options: tuple[Option, ...]) -> None:
    with pytest.raises(RuleError, match="pack/bell: the options must be the keyword-only parameters of the function: "):
        made(*options)


def test_a_function_gets_its_options_and_is_called_for_what_they_name() -> None:
    def bells(values: Mapping[str, Any]) -> list[str]:
        rules = RuleSet((configured(made(TUNES, NAMES), values),))
        return [finding.matched for finding in check(parse("A gong, a bell, a bell.", "text"), rules)]

    assert bells({}) == ["bell"]
    assert bells({"tunes": 5}) == ["bell", "bell"]
    assert bells({"tunes": 5, "names": ("Gong",)}) == ["gong", "bell", "bell"]


PARAGRAPH = "The band of Skerry has moved into the old dairy by the harbour."


def test_thresholds_are_those_that_are_set() -> None:
    twice = f"{PARAGRAPH}\n\nThe vote was close.\n\n{PARAGRAPH}\n"
    assert found("structure/duplicate-paragraph", twice, {}) == [PARAGRAPH]
    assert found("structure/duplicate-paragraph", twice, {"shortest": len(PARAGRAPH) + 1}) == []
    near = "Old dairy by the harbour sold to brass band\n\nOld dairy by the harbor sold to a brass band\n\nThe vote was close."
    assert len(found("headline/duplicate-headline", near, {"alike": 0.8})) == 1
    assert found("headline/duplicate-headline", near, {"alike": 1.0}) == []
    flash = "Page not found\n\n" + "The page has moved. " * 6
    assert found("structure/missing-body", flash, {}) == ["Page not found"]
    assert found("structure/missing-body", flash, {"fewest-words": 20}) == []
    marks = "The band’s dairy isn’t new. It’s late. The roof's red."
    assert found("typography/mixed-quotes", marks, {"fewest": 3}) == []  # one of four is too many
    marks = marks.replace(
        "It’s late.", "It’s late; they’ve slept, he’d wake, she’ll play, we’re old, I’m not, it’s cold, that’s all."
    )
    assert found("typography/mixed-quotes", marks, {"fewest": 3}) == ["'"]
    assert found("typography/mixed-quotes", marks, {"fewest": 11}) == []


# ---- advertisers

FIRM = {"advertisers": ("Northwind Panels",)}
NEWS = "The council voted on the new harbour road.\n\n{}\n\nThe road will be closed in May, the mayor said.\n"


@pytest.mark.parametrize(
    "pitch",
    [
        "Northwind Panels is the leading provider of road signs for every council.",
        "Northwind Panels, renowned for rugged screens, is open all week.",
        "NORTHWIND PANELS offers screens for every dairy on the road.",
        "Buy your next screen at Northwind Panels and save on delivery.",
        "For harbour roads and kitchens alike, trust a leading supplier: Northwind Panels.",
    ],
)
def test_a_sentence_that_names_an_advertiser_and_sells_needs_no_other_sign(pitch: str) -> None:
    assert found(BLURB, NEWS.format(pitch), {}) == []
    assert found(BLURB, NEWS.format(pitch), FIRM) == [pitch]
    assert found(BLURB, NEWS.format(f"It rained all night. {pitch} Nobody came."), FIRM) == [pitch]


@pytest.mark.parametrize(
    "honest",
    [
        "Northwind Panels made the screens in the council’s hall.",
        "Northwind Panels is a firm in Skerry with forty workers.",
        "Northwind Panels offers to pay for the road, the mayor said.",
        "“Northwind Panels is the leading provider of touch screens,” the leaflet says.",
        "Northwind Panels was the leading provider of touch screens in 2019.",
        "On the northwind, panels of the best kind offer shelter.",
        "Northwind Panelsing is the leading provider of road signs for every council.",
    ],
)
def test_a_name_alone_is_no_advertisement(honest: str) -> None:
    assert found(BLURB, NEWS.format(honest), FIRM) == []


def test_an_article_about_the_advertiser_is_left_alone() -> None:
    pitch = "Northwind Panels is the leading provider of touch screens."
    assert found(BLURB, f"Northwind Panels opens a plant in Skerry\n\n{pitch}\n\nIt rained.", FIRM) == []
    page_ = f"<title>Northwind Panels opens a plant</title><h1>A plant opens</h1><p>{pitch}</p><p>It rained.</p>"
    assert found(BLURB, page_, FIRM, "html") == []


def test_what_only_offers_is_taken_out_on_request_and_what_boasts_at_once() -> None:
    rules = load_selected([BLURB], options=[(BLURB, "advertisers", ("Northwind Panels",))])
    source = NEWS.format("Northwind Panels offers screens.\n\nNorthwind Panels is the premier maker of screens.")
    fixes = [finding.fix and finding.fix.applicability for finding in check(parse(source, "text"), rules)]
    assert fixes == ["unsafe", "safe"]


def test_a_boast_is_reported_once_with_or_without_the_list() -> None:
    example = next(one for one in load_rules(examples=True).get(BLURB).examples if one.marks)  # type: ignore[union-attr]
    assert found(BLURB, example.source, {}) == found(BLURB, example.source, FIRM)


def test_clean_articles_stay_clean_with_a_list_of_those_whom_they_name() -> None:
    from command import ROOT

    rules = load_selected([BLURB], options=[(BLURB, "advertisers", ("Industrial Monitor Direct", "Northwind"))])
    for path in sorted((ROOT / "fixtures" / "clean").glob("*.txt")):
        assert check(parse(path.read_text(encoding="utf-8"), "text"), rules) == [], path.name


# ---- the manual


def test_the_page_of_a_rule_names_its_options() -> None:
    text = page(load_rules(examples=True).get(BLURB))  # type: ignore[arg-type]
    assert "Options: `advertisers`, `allow`.\n" in text
    assert "- `advertisers` (list of strings): Firms whose advertisements are known" in text
    assert "- `alike` (number, default 0.75, at least 0.5, at most 1): " in page(
        load_rules(examples=True).get("structure/duplicate-paragraph")  # type: ignore[arg-type]
    )
