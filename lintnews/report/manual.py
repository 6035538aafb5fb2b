"""The manual of the rules, as Markdown: one page a rule, made from the rule alone."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..rules.model import Example, Rule
from ..rules.options import ALLOW, PHRASES, Option

_HEAD = """\
# Rules

All rules, by pack. This file is made by `lintnews rules manual`; change the rules, not this page. The brackets ⟦ ⟧
stand around what a rule finds. A rule's options are set in the
[configuration](../docs/configuration.md#options-of-rules). Every rule has `allow`: words or phrases, and a finding that
contains one of them is let go. Where there is `phrases`, these are more phrases to find.

"""


def page(rule: Rule) -> str:
    """The page of one rule: what it finds, why, how it is repaired, and what it marks and lets go."""
    parts = [f"## {rule.id}\n\n{facts(rule)}\n", *_options(rule)]
    found = next((example for example in rule.examples if example.marks and len(example.source) < 900), None)
    silent = next((example for example in rule.examples if not example.marks), None)
    parts += [f"Finds ({example.name}):\n\n{_quoted(example)}" for example in (found,) if example]
    parts += [f"Lets go ({example.name}):\n\n{_quoted(example)}" for example in (silent,) if example]
    return "\n".join(parts)


def facts(rule: Rule) -> str:
    """The page's text without its heading and examples."""
    repair = (rule.fix or "none") + (" (delete)" if rule.delete else "")
    standing = f"Severity: {rule.severity}. Status: {rule.status}, since {rule.since}. Fix: {repair}."
    return f"{rule.summary}.\n\n{standing}\n\n{rule.why}"


def _options(rule: Rule) -> list[str]:
    """What a configuration may set about a rule; what many rules share is explained once."""
    names = ", ".join(f"`{option.name}`" for option in rule.options)
    own = [option for option in rule.options if option.name not in (ALLOW.name, PHRASES.name)]
    lines = "".join(f"- `{option.name}` ({kind(option)}): {option.about}\n" for option in own)
    return [f"Options: {names}.\n", *([lines] if own else [])]


def kind(option: Option) -> str:
    """The type of an option and its default, in words."""
    if option.type == "strings":
        return "list of strings"
    default = json.dumps(option.default)
    bounds = [f"{word} {bound:g}" for word, bound in (("at least", option.least), ("at most", option.most)) if bound]
    return ", ".join([option.type, f"default {default}", *bounds])


def manual(rules: Iterable[Rule]) -> str:
    """All pages, in the order of the rules."""
    return _HEAD + "\n".join(page(rule) for rule in rules)


def _quoted(example: Example) -> str:
    fence = "```" if "```" not in example.marked else "````"
    text = example.marked.replace("\r", "").strip("\n")
    return f"{fence}{example.format if example.format == 'html' else 'text'}\n{text}\n{fence}\n"
