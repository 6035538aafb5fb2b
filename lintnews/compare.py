"""What the articles of a run have in common, for the rules that compare them.

Every article is read once more for it, before any is checked. What it says of an article's
blocks is kept with the results of earlier runs, so a file that has not changed is not parsed again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .config.settings import Policy, Settings
from .document import parse
from .document.decode import decode_bytes
from .document.model import Scope
from .document.recurring import Profile, Recurring, count, own, profile
from .files import format_of, read
from .workers import spread

if TYPE_CHECKING:
    from .cache import Cache

# The rules that want to know what stands in other articles of the run.
_COMPARING = ("structure/cross-document-block",)

# So many articles are compared with each other at once, in the order of the run: a scraped
# corpus of millions takes no more memory than this many, and a site's articles stand together in it.
GROUP = 5_000

# What is kept changes with what a block is known by.
_KIND = "profile 1"


class Compared(NamedTuple):
    """An article to compare: its file, and how much of it is looked at."""

    path: str
    scope: Scope


def compares(settings: Settings) -> bool:
    """Whether a rule that compares articles runs, or may run for some of them."""
    policies = [settings.policy, *(case.policy for case in settings.cases)]
    return any(_may_run(rule, policy) for policy in policies for rule in _COMPARING)


def _may_run(rule: str, policy: Policy) -> bool:
    def closest(names: Sequence[str]) -> int:
        return max((len(name) for name in names if rule.startswith(name)), default=0)

    on, off = closest((*(policy.select or ()), *policy.extend)), closest(policy.ignore)
    return (on > 0 or policy.select is None) and (not off or on > off)


def recurring(articles: Sequence[Compared], jobs: int, cache: Cache | None = None) -> Iterator[Recurring]:
    """What recurs of each article in others of its group, in order; `jobs` processes read what the cache lacks.

    An article that cannot be read has nothing in common with any. Raises WorkerError.
    """
    for start in range(0, len(articles), GROUP):
        group = articles[start : start + GROUP]
        profiles = _profiles(group, jobs, cache)
        counted = count(profiles)
        yield from (own(one, counted) for one in profiles)


def _profiles(articles: Sequence[Compared], jobs: int, cache: Cache | None) -> list[Profile]:
    if cache is None:
        return _made(articles, jobs)
    from .cache import keep, recalling, settings_key

    key = settings_key(_KIND)
    names = [_name(cache, article, key) for article in articles]
    with recalling(cache, _unpacked) as recall:
        known = [recall(name) if name else () for name in names]
    new = [at for at, one in enumerate(known) if one is None]
    for at, one in zip(new, _made([articles[at] for at in new], jobs), strict=True):
        known[at] = one
    keep(cache, {names[at]: known[at] or () for at in new}, _packed)
    return [one or () for one in known]


def _made(articles: Sequence[Compared], jobs: int) -> list[Profile]:
    if jobs <= 1 or len(articles) < 2:
        return [_profile(article) for article in articles]
    return list(spread(_profile, articles, jobs, _begin))


def _begin() -> None:
    """A process has nothing to prepare."""


def _profile(article: Compared) -> Profile:
    format = format_of(article.path)
    try:
        return profile(parse(decode_bytes(read(article.path), format).text, format, article.scope))
    except Exception:
        return ()  # whatever is wrong, the check will say it of this file, and the others go on


def _name(cache: Cache, article: Compared, key: str) -> bytes:
    try:
        return cache.name(read(article.path), format_of(article.path), f"{key} {article.scope}")
    except OSError:
        return b""


def _packed(found: Profile) -> bytes:
    return array("Q", (number for pair in found for number in pair)).tobytes()


def _unpacked(content: bytes) -> Profile:
    numbers = array("Q", content).tolist()
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
