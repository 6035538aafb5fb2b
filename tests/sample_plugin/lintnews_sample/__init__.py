"""A sample of what a package can bring to lintnews."""

from pathlib import Path

PACKS = Path(__file__).parent / "packs"
"""The folder of packs of rule files."""
