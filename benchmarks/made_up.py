"""Makes up news articles by the thousand, all of words of our own: the same seed gives the same articles.

    python benchmarks/made_up.py FOLDER [--articles 1000] [--seed 1]

Text, HTML and Markdown, 4 to 8 kilobytes each. Every fifth has what an aggregator leaves
behind; the others are clean.
"""

from __future__ import annotations

import argparse
import html
import random
from pathlib import Path

PLACES = (
    "Brennock Skerrow Aldermouth Tavish Orrin Calder Fenwick Marrow Lissen Dunmere Halloway Penrith Ardle "
    "Wexcombe Thornby Kestle Merrow Ashgrove Polwick Garran"
).split()
THINGS = (
    "harbour bridge school library orchard ferry turbine theatre quarry reservoir railway clinic museum lighthouse "
    "bakery nursery workshop canal weir brewery archive stadium mill chapel"
).split()
PEOPLE = (
    "Marta Ellery|Jonas Whitlock|Ines Carver|Tobias Renn|Alma Strand|Peter Lorne|Hilde Marsh|Samuel Okoye|Ruth Bellamy|"
    "Karin Dahl|Owen Priddy|Leila Noor"
).split("|")
ROLES = (
    "the council's engineer|a teacher at the primary school|the head of the harbour board|a retired ferryman|"
    "the town's treasurer|an archivist|a carpenter from the next valley|the chair of the parents' group"
).split("|")
VERBS = "opened repaired measured painted counted moved surveyed cleaned rebuilt visited photographed mapped".split()
TIMES = (
    "on Monday|before the first frost|in the second week of March|last autumn|after the spring tides|during the night|"
    "over two summers|at the end of the month|in the early morning|between the two holidays"
).split("|")
REASONS = (
    "because the old timber had begun to rot|although the budget was small|while the rain went on|"
    "so that the winter stores could be moved|since nobody else had the tools|when the insurers asked for it|"
    "as the water was too high for the larger boats|before the visitors came back"
).split("|")
DETAILS = (
    "The work took {n} days and {m} people.|It cost {n} thousand crowns, {m} less than planned.|"
    "{n} families had signed the letter, and {m} of them came to the meeting.|"
    "The drawings from 19{n} show {m} windows on that side.|"
    "A second survey found {n} cracks, none deeper than {m} millimetres."
).split("|")
LEFTOVERS = (
    "Advertisement",
    "Leave a Reply",
    "Special Offer Banner",
    "Your email address will not be published. Required fields are marked *",
    "Note: Featured image is for illustrative purposes only and does not represent any specific product.",
    "Story continues below advertisement",
)


SENTENCES = (
    "The {thing} in {place} was {verb} {time}, {reason}.",
    "{person}, {role}, said that the {thing} near {place} {time} looked as it did in {other}.",
    "“We {verb} the {thing} {time} and went home to {place},” said {person}.",
    "Between {place} and {other} the {thing} stayed closed {time}, {reason}.",
    "Nobody in {place} had {verb} the {thing} {time}, and the {more} was left alone.",
    *DETAILS,
)


def sentence(chance: random.Random) -> str:
    """One sentence of news."""
    place, other = chance.sample(PLACES, 2)
    thing, more = chance.sample(THINGS, 2)
    return chance.choice(SENTENCES).format(
        place=place,
        other=other,
        thing=thing,
        more=more,
        verb=chance.choice(VERBS),
        time=chance.choice(TIMES),
        reason=chance.choice(REASONS),
        person=chance.choice(PEOPLE),
        role=chance.choice(ROLES),
        n=chance.randint(20, 95),
        m=chance.randint(3, 19),
    )


def article(chance: random.Random, *, dirty: bool) -> tuple[str, list[str]]:
    """A headline and paragraphs, 4 to 8 kilobytes together; a dirty one has leftovers among them."""
    headline = f"{chance.choice(PLACES)} {chance.choice(VERBS)} its {chance.choice(THINGS)} {chance.choice(TIMES)}"
    size = chance.randint(4_000, 7_600)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        paragraphs.append(" ".join(sentence(chance) for _ in range(chance.randint(2, 5))))
    for leftover in chance.sample(LEFTOVERS, chance.randint(1, 4)) if dirty else ():
        paragraphs.insert(chance.randint(1, len(paragraphs)), leftover)
    return headline, paragraphs


def as_text(headline: str, paragraphs: list[str]) -> str:
    """The article as plain text."""
    return "\n\n".join([headline, *paragraphs]) + "\n"


def as_markdown(headline: str, paragraphs: list[str]) -> str:
    """The article as Markdown."""
    return "\n\n".join([f"# {headline}", *paragraphs]) + "\n"


def as_html(headline: str, paragraphs: list[str]) -> str:
    """The article as a page with a menu and a footer."""
    title = html.escape(headline)
    menu = "".join(f'<li><a href="/{place.lower()}">{place}</a></li>' for place in PLACES[:8])
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        f"<header><nav><ul>{menu}</ul></nav></header>\n<article>\n<h1>{title}</h1>\n{body}\n</article>\n"
        "<footer><p>The Brennock Courier</p></footer>\n</body></html>\n"
    )


SHAPES = ((".txt", as_text), (".html", as_html), (".txt", as_text), (".html", as_html), (".md", as_markdown))


def write(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write `count` articles below `folder`, a hundred in each folder."""
    paths: list[Path] = []
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        # Leftovers come in every format: 4 of 20 articles, each with another ending.
        suffix, shape = SHAPES[number % len(SHAPES)]
        path = folder / f"{number // 100:02}" / f"{number:05}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shape(*article(chance, dirty=number % 20 in (0, 6, 13, 19))), encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    """Run the command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{len(write(options.folder, options.articles, options.seed))} articles written")


if __name__ == "__main__":
    main()
