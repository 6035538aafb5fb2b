"""What the README shows is what the command prints."""

from __future__ import annotations

from pathlib import Path

from command import lintnews

ROOT = Path(__file__).parent.parent


def test_the_report_shown_is_made_of_lines_of_the_real_one() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("## What a report looks like")[1].split("```")[1].strip().splitlines()
    printed = iter(lintnews("check", "fixtures/dirty/seed-shape.txt", cwd=ROOT).out.splitlines())
    assert len(shown) > 10
    for line in shown:
        assert line in printed, f"not printed, or not in this order: {line}"
