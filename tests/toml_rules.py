"""Rule files for tests: a sound one to start from, and rules that are loaded from a text."""

from __future__ import annotations

from pathlib import Path

from lintnews.document import parse
from lintnews.document.model import Format
from lintnews.engine import check
from lintnews.rules.load import load_file
from lintnews.rules.model import Rule, RuleSet

HEAD = """\
summary  = "Words of a test"
message  = "Found “{match}”"
severity = "warning"
since    = "0.1.0"
why      = "A test asks for it."
"""

EXAMPLES = """
[[example]]
name = "marked"
text = "⟦Harbour lights⟧"

[[example]]
name = "silent"
text = "The harbour is dark."
"""

SOUND = (
    HEAD
    + """
[[match]]
phrases = ["harbour lights"]
"""
    + EXAMPLES
)


def write(folder: Path, content: str, name: str = "pack/harbour-lights") -> Path:
    """A rule file in a folder of packs."""
    path = folder / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def load(folder: Path, body: str, examples: str = EXAMPLES) -> Rule:
    """The rule of a file that is made of a sound head, `body` and `examples`."""
    return load_file(write(folder, HEAD + body + examples))


def found(rule: Rule, source: str, format: Format = "text") -> list[str]:
    """The source text of every finding of one rule."""
    return [source[slice(*finding.span)] for finding in check(parse(source, format), RuleSet((rule,)))]
