"""What the parts of a strip prove together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._strips import HARD, Part

_PAGE = frozenset(
    ("reading", "count", "letter", "comment", "player", "share", "account", "machine", "edited", "access")
)
_CONTROLS = frozenset(("share", "player", "nav", "comment"))
_DATES = frozenset(("date", "time", "relative", "machine"))
_LABELS = frozenset(("stamp", "byline", "account", "id", "machine", "reading", "edited"))
_MARKED = _LABELS | _DATES | {"icon", "section", "access", "count", "role"}
_SKY = frozenset(("temperature", "reading of the weather", "weather"))


def verdict(text: str, parts: Sequence[Part]) -> str:
    """What the parts of a line prove together: "page", "dates", "weather", "rates", "countdown" or ""."""
    kinds = [part.kind for part in parts]
    hard = sum(character in HARD for character in text) + text.count(" / ") + text.count(" - ")
    names = kinds.count("name")
    seen = set(kinds)
    known = len(kinds) - names - kinds.count("icon")
    if not known or "(@" in text:
        return ""  # the signature of a post that the article quotes
    if "countdown" in seen and known == len(kinds):
        return "countdown"
    if _is_weather(kinds, names):
        return "weather"
    rates = kinds.count("rate") + kinds.count("price")
    if rates >= 2 and not seen - {"rate", "price", "time", "date", "stamp", "icon"}:
        return "rates"
    if kinds == ["rate"] and re.search(r"[▲▼△▽↑↓]|\([+-]", text):
        return "rates"
    if seen & {"rate", "price", "temperature"} or names > 1 + (known >= 4):
        return ""
    return _page(text, kinds, seen, known, hard, names)


def _is_weather(kinds: Sequence[str], names: int) -> bool:
    sky = [kind for kind in kinds if kind in _SKY]
    rest = set(kinds) - _SKY - {"name", "date", "time", "icon", "stamp", "relative"}
    measured = sum(kind != "weather" for kind in sky)
    return not rest and names <= 1 and (measured >= 2 or (measured == 1 and len(sky) + kinds.count("icon") >= 2))


def _page(text: str, kinds: Sequence[str], seen: set[str], known: int, hard: int, names: int) -> str:
    """Whether the line is one of times, counts, names and buttons, as pages print over and under an article."""
    counts = sum(kind in ("count", "letter", "reading") for kind in kinds)
    buttons = sum(kind in _CONTROLS for kind in kinds)
    dates = sum(kind in _DATES for kind in kinds)
    signs = seen & _PAGE - {"access"}
    if "letter" in seen and kinds.count("letter") < 2:
        return ""
    if not seen - {"ad", "name", "nav", "icon"} and "ad" in seen:
        return "page"
    if seen <= {"field", "icon"} or (
        "progress" in seen and not seen - {"progress", "count", "comment", "icon", "field", "player"}
    ):
        return "page"
    if (
        "episode" in seen
        and known >= 2
        and not seen - {"episode", "length", "date", "time", "relative", "access", "player", "name", "section"}
    ):
        return "page"
    if "length" in seen:
        if names or not seen & {"relative", "section", "player", "share", "date"} or len(seen) < 2:
            return ""
        return (
            "page"
            if hard and not seen - {"relative", "section", "player", "access", "length", "share", "date", "nav"}
            else ""
        )
    if seen & {"live"} and counts and known == len(kinds) - kinds.count("icon"):
        return "page"
    if "reading" in seen and (known >= 2 or (len(kinds) >= 2 and hard)):
        return "page"
    if (
        hard
        and kinds.count("section") >= 2
        and kinds[0] == "section"
        and (">" in text or "›" in text or "»" in text or text[:4].lower() == "home")
    ):
        return "page" if not seen - {"section", "name", "nav", "access"} else ""
    if seen == {"icon", "nav"} and text[0] in "☰≡":
        return "page"
    if (counts >= 2 and names <= 1) or (counts and buttons >= 3 and not names):
        return "page"
    if (
        counts
        and (buttons or dates or "byline" in seen or "stamp" in seen or "account" in seen)
        and (hard or len(seen) >= 3)
    ):
        return "page"
    if (
        buttons >= 2
        and (hard or buttons >= 4)
        and not dates
        and not (seen - _CONTROLS - {"icon", "count", "name", "access", "section", "live", "id", "reading", "field"})
    ):
        return "page" if signs or kinds.count("nav") >= 2 else ""
    if dates and signs & {"account", "edited", "comment", "machine"} and (known >= 2 or "machine" in seen):
        return "page"
    if dates >= 2 and "id" in seen:
        return "page"
    if dates and "id" in seen and not seen - _DATES - {"id", "name", "stamp"}:
        return "dates"
    if seen in ({"date", "time"}, {"episode"}) or (
        names and hard and seen & {"role", "account"} and not seen - _MARKED - {"name"}
    ):
        return "dates"
    if dates and "section" in seen and hard and ("stamp" in seen or "byline" in seen):
        return "page"
    if dates and (seen & {"stamp", "byline", "role"}) and known >= 2:
        return "dates"
    # A byline by itself is the article's own.
    several = len(seen - {"icon"}) >= 2 or bool(seen & {"machine", "edited"})
    if several and not names and not seen - _MARKED and seen & _LABELS:
        return "dates"
    return ""
