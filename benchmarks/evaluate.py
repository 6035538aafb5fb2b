"""Moved: use benchmarks/quality/evaluate.py."""

import runpy
from pathlib import Path

runpy.run_path(str(Path(__file__).parent / "quality" / "evaluate.py"), run_name="__main__")
