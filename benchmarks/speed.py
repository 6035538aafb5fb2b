"""Speed against named baselines, each pair measured in one run and printed as a ratio.

    python benchmarks/speed.py DATA_DIR [--pages 80] [--rounds 3] [--only blocks,rules,text,cold]

DATA_DIR holds `html.jsonl.gz` (lines with `html`) and `clean_en.jsonl.gz` (lines
with `text`). All times are CPU time of this process, or of whole child processes for
the cold start; the best of the rounds counts, and the two sides take turns.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lintnews.document import parse
from lintnews.engine import check
from lintnews.rules.load import load_rules
from lintnews.rules.model import RuleSet

Task = Callable[[], object]


def records(file: Path, key: str) -> Iterator[str]:
    """The texts under `key` in a file of gzipped JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)[key]


def seconds(task: Task) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    task()
    return time.process_time() - start


def compare(name: str, size: int, ours: Task, theirs: Task, baseline: str, rounds: int) -> None:
    """Print our throughput and the ratio to a baseline; both take turns."""
    times = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    mine, other = min(time for time, _ in times), min(time for _, time in times)
    ratio = f"{other / mine:.1f} times as fast as {baseline} ({size / other / 1e6:.1f})"
    print(f"{name}: {size / mine / 1e6:.1f} MB/s; {ratio}")


def made_up_rules(folder: Path, count: int, texts: list[str]) -> RuleSet:
    """`count` rules of the usual kinds, their words taken from real texts so that some match."""
    chance = random.Random(7)
    words = [word for text in texts for word in text.split() if word.isalpha()]
    pack = folder / "made"
    pack.mkdir(parents=True)
    for number in range(count):
        at = chance.randrange(len(words) - 8)
        run = [word.lower() for word in words[at : at + chance.randint(3, 5)]]
        if number % 4:
            match = f"phrases = [{json.dumps(' '.join(run), ensure_ascii=False)}]"
        else:
            match = f"patterns = ['''\\b(?:{run[0]}|{run[1]}s?) {' '.join(run[1:])}(?: \\w+)?''']"
        (pack / f"rule-{number}.toml").write_text(
            'summary = "s"\nmessage = "m"\nseverity = "warning"\nsince = "0.1.0"\nwhy = "w"\n'
            "[where]\nlast_blocks = 20\n"
            f"[[match]]\n{match}\nanchors = [{json.dumps(max(run, key=len), ensure_ascii=False)}]\n"
            '[[example]]\nname = "n"\ntext = "t"\n',
            encoding="utf-8",
        )
    return load_rules([folder])


def child(arguments: list[str], rounds: int) -> float:
    """The least CPU time of a child process, in seconds."""
    # As installed: with compiled modules, which an editable checkout may not keep.
    compiled = os.path.join(tempfile.gettempdir(), "lintnews-compiled")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
    best = float("inf")
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pages", type=int, default=80)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="blocks,rules,text,cold")
    options = parser.parse_args()
    only = options.only.split(",")
    texts = list(records(options.data / "clean_en.jsonl.gz", "text"))
    size = sum(map(len, texts))
    if "blocks" in only or "rules" in only:
        from bs4 import BeautifulSoup

        everything = list(records(options.data / "html.jsonl.gz", "html"))
        pages = everything[:: max(1, len(everything) // options.pages)]
        bytes_ = sum(map(len, pages))

        def soup() -> None:
            for page in pages:
                BeautifulSoup(page, "html.parser").get_text()

        def blocks() -> None:
            for page in pages:
                parse(page, "html")

        if "blocks" in only:
            compare("blocks with spans", bytes_, blocks, soup, "bs4 get_text", options.rounds)
        with tempfile.TemporaryDirectory() as folder:
            for count in (200, 1000):
                rules = made_up_rules(Path(folder) / str(count), count, texts)

                def checked(rules: RuleSet = rules) -> None:
                    for page in pages:
                        check(parse(page, "html"), rules)

                if "rules" in only:
                    compare(f"{count} rules on HTML", bytes_, checked, soup, "bs4 get_text", options.rounds)
    if "text" in only:
        stable = load_rules().select()
        took = min(
            seconds(lambda: [check(parse(text, "text"), stable) for text in texts]) for _ in range(options.rounds)
        )
        print(f"stable rules on text: {size / took / 1e6:.1f} MB/s")
    if "cold" in only:
        with tempfile.TemporaryDirectory() as folder:
            ratios = []
            for number, text in enumerate(sorted((text for text in texts if len(text) > 3000), key=len)[:5]):
                article = Path(folder) / f"{number}.txt"
                article.write_text(text, encoding="utf-8")
                child(["-m", "lintnews", "check", str(article)], 1)  # compiles the modules
                ratios.append(child(["-m", "lintnews", "check", str(article)], 10) / child(["-c", "pass"], 10))
        print(
            f"cold start, one clean text file: {sorted(ratios)[2]:.1f} times `python -c pass` (median of five articles)"
        )


if __name__ == "__main__":
    main()
