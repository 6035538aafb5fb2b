"""The runs of a gate over a repository of made-up articles, timed side by side.

    python benchmarks/gate_runs.py [--articles 1000] [--rounds 5] [--jobs 1]

Each round makes every run once, in turn, so that a busy machine slows all of them alike:

    first     nothing is known of the articles yet
    second    nothing has changed since
    no cache  the same, with --no-cache
    edited    one article in fifty has been changed

and, where this version has the options, `baseline` (all findings known) and `changed`
(only the lines changed since the last commit). Times are medians of the rounds: CPU seconds of the
whole process and its children, and wall seconds. The rules are prepared beforehand. Exit
status 1 if the second run takes a fifth of the first run's CPU time or more.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from made_up import write

ROOT = Path(__file__).parent.parent
LIMIT = 1 / 5


class Timed(NamedTuple):
    """One run: seconds of CPU time and on the clock, and its exit status."""

    cpu: float
    wall: float
    status: int


class Site(NamedTuple):
    """A scratch repository of articles, and the environment that runs in it have."""

    folder: Path
    articles: list[Path]
    environment: dict[str, str]
    jobs: int

    def run(self, *options: str) -> Timed:
        """Time one run of `lintnews check` over all articles."""
        command = [sys.executable, "-m", "lintnews", "check", "--format", "json", "--jobs", str(self.jobs), *options]
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(
            [*command, "articles"], cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL, check=False
        )
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Timed(cpu, wall, done.returncode)

    def git(self, *arguments: str) -> None:
        """Run Git in the repository."""
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True, env=self.environment)

    def forget(self) -> None:
        """Remove the results of earlier runs, and nothing else."""
        for path in (self.folder / ".lintnews_cache").glob("results-*"):
            path.unlink()

    def edit(self, number: int) -> None:
        """Change the first word of one article in fifty."""
        for path in self.articles[::50]:
            head, _, rest = path.read_text(encoding="utf-8").partition("The ")
            path.write_text(f"{head}The {number}th {rest}", encoding="utf-8")


def make_site(folder: Path, articles: int, jobs: int) -> Site:
    """A repository with so many articles, all committed, and the rules prepared."""
    environment = {key: value for key, value in os.environ.items() if key != "LINTNEWS_CACHE_DIR"}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),  # as installed: with compiled modules
        "XDG_CACHE_HOME": str(folder / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    (folder / "site").mkdir()
    site = Site(folder / "site", write(folder / "site" / "articles", articles), environment, jobs)
    site.git("init", "-q")
    site.git("add", "-A")
    site.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Articles")
    for _ in range(2):
        site.run("--no-cache")
    return site


def runs_of(site: Site) -> dict[str, Callable[[int], Timed]]:
    """The runs of one round, by name, in order."""

    def first(number: int) -> Timed:
        site.forget()
        return site.run()

    def edited(number: int) -> Timed:
        site.edit(number)
        return site.run()

    runs: dict[str, Callable[[int], Timed]] = {
        "first": first,
        "second": lambda number: site.run(),
        "no cache": lambda number: site.run("--no-cache"),
        "edited": edited,
    }
    options = subprocess.run(
        [sys.executable, "-m", "lintnews", "check", "--help"], env=site.environment, capture_output=True, check=True
    ).stdout.decode()
    if "--write-baseline" in options:

        def with_baseline(number: int) -> Timed:
            site.run("--baseline", "baseline.json", "--write-baseline")
            return site.run("--baseline", "baseline.json")

        runs["baseline"] = with_baseline
    if "--changed-since" in options:
        runs["changed"] = lambda number: site.run("--changed-since", "HEAD")
    return runs


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder), options.articles, options.jobs)
        runs = runs_of(site)
        timed: dict[str, list[Timed]] = {name: [] for name in runs}
        for number in range(options.rounds):
            for name, run in runs.items():
                timed[name].append(run(number))
    size = f"{options.articles:,} articles, --jobs {options.jobs}, {options.rounds} rounds"
    print(f"{size}\n{'run':10} {'status':>6} {'CPU s':>7} {'wall s':>7}  CPU of the first run")
    base = median(timed["first"])
    for name, found in timed.items():
        middle = median(found)
        print(f"{name:10} {middle.status:6} {middle.cpu:7.2f} {middle.wall:7.2f}  {middle.cpu / base.cpu:6.1%}")
    ratios = [second.cpu / first.cpu for first, second in zip(timed["first"], timed["second"], strict=True)]
    print(f"second to first, round by round: {min(ratios):.1%} to {max(ratios):.1%} (limit {LIMIT:.0%})")
    sys.exit(int(statistics.median(ratios) >= LIMIT))


def median(runs: Sequence[Timed]) -> Timed:
    """The median of each figure."""
    return Timed(
        statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs), runs[0].status
    )


if __name__ == "__main__":
    main()
