"""What a package needs to bring rules and reporters of its own; `docs/plugins.md` tells how.

Everything named here keeps its name and meaning within a major version.
"""

from __future__ import annotations

from .document.model import Block, Document, Format
from .finding import Applicability, Edit, Finding, Fix, Severity
from .rules.define import marked, rule
from .rules.match import folded_text, plain_text
from .rules.model import Example, Hit, Rule, Selector, Sighting, Status
from .span import LineIndex, Span

__all__ = [
    "Applicability",
    "Block",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Format",
    "Hit",
    "LineIndex",
    "Rule",
    "Selector",
    "Severity",
    "Sighting",
    "Span",
    "Status",
    "folded_text",
    "marked",
    "plain_text",
    "rule",
]
