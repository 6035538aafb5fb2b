"""The manual of the rules, as Markdown: one page a rule, made from the rule alone."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules.model import Example, Rule

_HEAD = """\
# Rules

All rules, by pack. This file is made by `lintnews rules manual`; change the rules, not this page. The brackets ⟦ ⟧
stand around what a rule finds.

"""


def page(rule: Rule) -> str:
    """The page of one rule: what it finds, why, how it is repaired, and what it marks and lets go."""
    parts = [f"## {rule.id}\n\n{facts(rule)}\n"]
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


def manual(rules: Iterable[Rule]) -> str:
    """All pages, in the order of the rules."""
    return _HEAD + "\n".join(page(rule) for rule in rules)


def _quoted(example: Example) -> str:
    fence = "```" if "```" not in example.marked else "````"
    text = example.marked.replace("\r", "").strip("\n")
    return f"{fence}{example.format if example.format == 'html' else 'text'}\n{text}\n{fence}\n"
