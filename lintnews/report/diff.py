"""What fixes would change, as a unified diff."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff

from ..run import Result


def render(results: Sequence[Result]) -> str:
    """One unified diff of all articles that would change, with their own line ends; "" if there are none."""
    return "".join(_article(result) for result in results if result.before is not None and result.source is not None)


def _article(result: Result) -> str:
    assert result.before is not None
    assert result.source is not None
    path = result.path.lstrip("/")
    lines = unified_diff(_lines(result.before), _lines(result.source.text), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as diff and patch see them: only a line feed ends one."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
