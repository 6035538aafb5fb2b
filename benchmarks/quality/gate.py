"""Holds the rules against labelled documents and pinned floors.

    python benchmarks/quality/gate.py [DATA_DIR]                     compare with floors.json; status 1 below a floor
    python benchmarks/quality/gate.py --raise                        pin what is better now
    python benchmarks/quality/gate.py --lower KEY --reason "..."     let one floor down to what is measured

DATA_DIR (default: ../shared/evaldata beside the checkout) holds the documents and
their `score.py`. Without it there is nothing to measure, and the gate says so and
passes. Floors: recall by family and precision by set must not fall, false alarms
by set and by rule must not rise.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
CLEAN = ("clean_en", "clean_web", "clean_xx", "traps")
LEFTOVER = ("leftover_news_en", "leftover_news_xx", "leftover_web_en")
INJECTED = ("injected", "injected@html")

# A figure may be worse by this much: rounding, and one document of a small set.
_SLACK = 0.002


def measure(data: Path) -> dict[str, float]:
    """The figures that have floors: name -> value. Names with "alarms" are better low, all others high."""
    with tempfile.TemporaryDirectory() as folder:
        found, scores = Path(folder) / "findings.jsonl", Path(folder) / "scores.json"
        sets = ",".join([*CLEAN, *LEFTOVER, "injected"])
        evaluate = [sys.executable, str(Path(__file__).with_name("evaluate.py")), str(data), str(found), "--sets", sets]
        subprocess.run(evaluate, check=True, cwd=ROOT)
        score = [sys.executable, str(data / "score.py"), str(data), str(found), "--sets", sets, "--json", str(scores)]
        subprocess.run(score, check=True, stdout=subprocess.DEVNULL)
        return figures(json.loads(scores.read_text(encoding="utf-8")))


def figures(scores: dict[str, Any]) -> dict[str, float]:
    """The figures with floors, out of the scorer's result."""
    found: dict[str, float] = {}
    alarms: Counter[str] = Counter()
    for name in CLEAN:
        found[f"{name} alarms per 1000 words"] = scores[name]["per_1000w"]
        found[f"{name} articles passed"] = scores[name]["docs_passed"]
        alarms.update(dict(scores[name]["worst_rules"]))
    found.update({f"alarms of {rule}": float(count) for rule, count in sorted(alarms.items())})
    for name in INJECTED:
        for family, score in sorted(scores[name]["families"].items()):
            found[f"{name} recall of {family}"] = score["recall"]
    for name in LEFTOVER:
        found[f"{name} precision"] = scores[name]["x:*"]["P"]
        found[f"{name} recall"] = scores[name]["x:*"]["R"]
    return found


def is_worse(name: str, value: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return value > floor + _SLACK if "alarms" in name else value < floor - _SLACK


def main() -> int:
    """Run the command line described above; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared" / "evaldata")
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin every figure that is better or new")
    parser.add_argument(
        "--lower", metavar="KEY", action="append", default=[], help="let this floor down; needs --reason"
    )
    parser.add_argument("--reason", help="why a floor is let down; written beside it")
    options = parser.parse_args()
    if not (options.data / "score.py").exists():
        print(f"no labelled documents in {options.data}: nothing was measured")
        return 0
    if options.lower and not options.reason:
        parser.error("--lower needs --reason")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "lowered": {}}
    floors: dict[str, float] = pinned["floors"]
    measured = measure(options.data)
    worse = {name for name, floor in floors.items() if is_worse(name, measured.get(name, 0.0), floor)}
    for name in options.lower:
        floors[name] = measured[name]
        pinned["lowered"][name] = options.reason
        worse.discard(name)
    for name in sorted(worse):
        print(f"worse: {name}: {measured.get(name, 0.0)} (floor {floors[name]})")
    if options.pin:
        for name, value in measured.items():
            if name not in floors or not is_worse(name, value, floors[name]):
                floors[name] = value
    if options.pin or options.lower:
        FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(floors)} floors, {len(worse)} not held")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
