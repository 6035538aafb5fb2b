"""Why a row of blocks looks left over, in words for an editor.

What is said is what weighed: the names that added most to the scores, put into words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .judge import Verdict

# The beginnings of names, and what they mean: of one block, of several.
_MEANINGS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("words of pages",), "has words of web pages{site}", "have words of web pages{site}"),
    (("begins like a button",), "begins like a button or a prompt", "begin like buttons or prompts"),
    (("speaks to the reader",), "speaks to the reader", "speak to the reader"),
    (("section names",), "names sections of a news site", "name sections of a news site"),
    (("credit",), "reads like a picture credit", "read like picture credits"),
    (("date", "so long ago"), "gives a date or a time", "give a date or a time"),
    (("address",), "gives a web or mail address", "give web or mail addresses"),
    (("stands so often",), "stands there more than once", "stand there more than once"),
    (("alike but for figures",), "differs from others only in its figures", "differ only in their figures"),
    (("in the article",), "shares few words with the article", "share few words with the article"),
    (("head of a comment",), "names who wrote a comment, and when", "name who wrote a comment, and when"),
    (
        ("under a comment", "prose, under a comment", "comments before", "prose, comments before"),
        "stands under readers' comments",
        "stand under readers' comments",
    ),
    (("reported",), "stands among other leftovers", "stand among other leftovers"),
)
_NEIGHBOURS = ("reported, then this", "then this, then reported")
# A meaning is told when it added this much to the score of a block; the weightiest few.
_LEAST = 0.2
_MOST = 3


def reasons(row: Sequence[Verdict], weights: Mapping[str, float], site_words: Sequence[str]) -> tuple[str, ...]:
    """What stands where, and what weighed most against it, the weightiest first."""
    weighed: dict[int, float] = {}
    count: dict[int, int] = {}
    for verdict in row:
        added: dict[int, float] = {}
        for name in verdict.features:
            number = _meaning(name)
            if number is not None:
                added[number] = added.get(number, 0.0) + weights.get(name, 0.0)
        for number, weight in added.items():
            if weight >= _LEAST:
                weighed[number] = weighed.get(number, 0.0) + weight
                count[number] = count.get(number, 0) + 1
    heaviest = sorted(weighed, key=lambda number: (-weighed[number], number))[:_MOST]
    site = f" ({', '.join(site_words[:3])})" if site_words else ""
    return (_what(row), *(_told(number, count[number], len(row)).format(site=site) for number in heaviest))


def _meaning(name: str) -> int | None:
    """The number of what a name means, None if that is said in other words or not at all."""
    if any(neighbour in name for neighbour in _NEIGHBOURS):
        return len(_MEANINGS) - 1
    return next((i for i, (starts, *_) in enumerate(_MEANINGS) if name.startswith(starts)), None)


def _told(number: int, count: int, all_of: int) -> str:
    _, one, many = _MEANINGS[number]
    if all_of == 1:
        return one
    if count == all_of:
        return f"all {many}"
    return f"{count} of {all_of} {one if count == 1 else many}"


_KINDS = {
    "label": ("a line of a few words", "lines of a few words"),
    "line": ("a line without a full stop", "lines without a full stop"),
    "colon": ("a line that ends with a colon", "lines that end with a colon"),
    "sentence": ("a sentence by itself", "sentences by themselves"),
    "prose": ("a paragraph", "paragraphs"),
}
_PLACES = {
    "before": " before the first paragraph",
    "between": " between paragraphs",
    "after": " after the last paragraph",
    "": " in a text without paragraphs",
}


def _what(row: Sequence[Verdict]) -> str:
    """How many blocks of what kind stand where."""
    kinds = [verdict.kind for verdict in row]
    kind = max(sorted(set(kinds)), key=kinds.count)
    one, many = _KINDS[kind]
    if len(row) == 1:
        what = one
    elif len(set(kinds)) == 1:
        what = f"{len(row)} {many} in a row"
    else:
        what = f"{len(row)} blocks in a row, mostly {many}"
    return what + _PLACES[row[0].place]


# What a row is when this holds for most of its blocks.
_FAMILIES = (
    (("head of a comment", "under a comment", "prose, under a comment"), "readers' comments"),
    (("credit",), "picture credits"),
    (("section names only",), "a menu or names of sections"),
    (("begins like a button",), "buttons or prompts"),
    (("words of pages",), "labels of the page"),
    (("date", "so long ago"), "details of a post"),
)
_LINES = ("label", "line")


def family(row: Sequence[Verdict]) -> str:
    """What the row most likely is, "" where nothing tells."""
    for starts, what in _FAMILIES:
        named = sum(any(name.startswith(starts) for name in verdict.features) for verdict in row)
        if 2 * named > len(row):
            return what
    if len(row) > 1 and all(verdict.kind in _LINES for verdict in row):
        return "headlines or links"
    return ""
