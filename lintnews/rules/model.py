"""Rules as values: what a rule looks for, where, and what it says about it.

The values are named tuples: making the class of a frozen dataclass takes eleven times
as long, and these are made at every start of the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from ..document.model import Block, Document, Format, Region, Role
from ..finding import Applicability, Edit, Severity
from ..span import Span
from .options import Option

Status = Literal["stable", "preview", "deprecated"]
"""Where a rule stands: only `stable` ones run unless asked for by name."""

STATUSES: tuple[Status, ...] = ("stable", "preview", "deprecated")
"""All statuses."""

Extent = Literal["match", "sentence", "block", "to-end"]
"""How much of the text a match takes.

`match`: the words themselves. `sentence`, `block`: the words must be the whole
sentence or block, and it is taken whole. `to-end`: from the words to the end of
the article.
"""

EXTENTS: tuple[Extent, ...] = ("match", "sentence", "block", "to-end")
"""All extents."""


class Sighting(NamedTuple):
    """A required literal, seen at `start` to `end` of the document's text in `block`.

    `clause` is the number of the rule's clause that asked for it, and `term` the
    number of the phrase or pattern in it, phrases first; both are -1 for a rule
    that is a function.
    """

    clause: int
    term: int
    block: Block
    start: int
    end: int


class Hit(NamedTuple):
    """What a rule's check gives back: a span of the document's text and why.

    `repair` is the text that replaces the span; None leaves the repair to the
    rule (see `Rule.delete`). `severity` and `applicability` override the rule's
    own where a place is surer or less sure than usual. A hit in markup, which no
    text holds (an attribute, a hidden link), gives its `place` and its `edits` as
    spans of the source, and for `span` an empty one where it stands in the text.
    """

    span: Span
    evidence: tuple[str, ...] = ()
    repair: str | None = None
    severity: Severity | None = None
    applicability: Applicability | None = None
    message: str | None = None
    place: Span | None = None
    edits: tuple[Edit, ...] = ()


Check = Callable[[Document, Sequence[Sighting]], Iterable[Hit]]
"""A rule at work: from a document and the places of its required literals to its hits."""


class Selector(NamedTuple):
    """Where a rule looks. Empty tuples and None select everything in scope.

    `images` selects only documents whose scope holds an image (true) or none
    (false). `longest` is the greatest length of a block, in characters.
    `first_blocks` and `last_blocks` count blocks of the scope from either end;
    a block in either range is selected.
    """

    formats: tuple[Format, ...] = ()
    blocks: tuple[Role, ...] = ()
    regions: tuple[Region, ...] = ()
    languages: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    images: bool | None = None
    longest: int | None = None
    first_blocks: int | None = None
    last_blocks: int | None = None


EVERYWHERE = Selector()
"""The selector that selects all."""


class Clause(NamedTuple):
    """One `[[match]]` of a rule file.

    `phrases` fold case, quotes, dashes and white space; `patterns` are regular
    expressions of the `regex` package, matched without regard to case; `anchors`
    must stand in the same block; a block in which an `unless` matches is let go.
    `at_least` counts different phrases or patterns in the document. `literals`
    holds, for each phrase and then each pattern, the folded strings of which
    every match contains one; `prefixes` and `widths` hold, for each pattern, the
    folded strings with one of which a match begins (none: unknown) and the
    greatest length of a match; `others` further sets of folded strings, of each of
    which a match contains one.
    """

    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    extent: Extent = "match"
    at_least: int = 1
    replace: str | None = None
    case: bool = False
    literals: tuple[tuple[str, ...], ...] = ()
    prefixes: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    others: tuple[tuple[tuple[str, ...], ...], ...] = ()


class Wording(NamedTuple):
    """What a rule that is a function wants to be shown: an expression of alternatives.

    `extent` tells where it is matched: "block" and "sentence" from the first letter,
    digit or quotation mark of one on, "match" anywhere in a block; `whole` says that it
    must then reach to the end. Text is folded (see `fold.py`).
    """

    name: str
    pattern: str
    extent: Extent = "block"
    whole: bool = True


class Example(NamedTuple):
    """One `[[example]]`: a small article, and the exact spans a rule must mark in it.

    `marked` is the article with ⟦ and ⟧ around each expected finding (none: the
    rule must be silent); `fixed` the whole text after the fix, or None; `others` are
    further articles of the same run, in the same format, for rules that compare.
    """

    name: str
    format: Format
    marked: str
    fixed: str | None = None
    others: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The article without the marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def marks(self) -> tuple[Span, ...]:
        """The expected spans in `source`."""
        starts = [at - 2 * i for i, at in enumerate(_places(self.marked, "⟦"))]
        ends = [at - 2 * i - 1 for i, at in enumerate(_places(self.marked, "⟧"))]
        return tuple(map(Span, starts, ends))


def _places(text: str, character: str) -> list[int]:
    return [at for at, other in enumerate(text) if other == character]


class Rule(NamedTuple):
    """A rule, from a file or from a function; after loading nobody can tell which.

    `id` is pack/name. `delete` says that the repair of a hit without one is to
    take it out; `repairs` that its hits bring repairs of their own. Rules of a
    later `stage` see the document without the blocks that findings of earlier
    stages would delete. A rule `by_function` was written as one: `literals` are folded
    strings of which a document must contain one for it to run, and its `clauses` hold
    its `wordings`, one each (neither: it always runs). `options` are what
    a newsroom may set. `digest` changes with
    anything that changes what the rule does. `origin` names the file for error
    messages.
    """

    id: str
    summary: str
    message: str
    severity: Severity
    check: Check
    why: str
    since: str
    status: Status = "stable"
    where: Selector = EVERYWHERE
    delete: bool = False
    repairs: bool = False
    stage: int = 0
    applicability: Applicability = "safe"
    examples: tuple[Example, ...] = ()
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    protected: bool = False
    clauses: Sequence[Clause] = ()
    wordings: tuple[Wording, ...] = ()
    literals: tuple[str, ...] = ()
    by_function: bool = False
    options: tuple[Option, ...] = ()
    digest: str = ""
    origin: str = ""

    @property
    def fix(self) -> Applicability | None:
        """How the rule's findings can be repaired, or None if they cannot."""
        if not self.delete and not self.repairs:
            return None
        return "display" if self.protected else self.applicability

    @property
    def pack(self) -> str:
        """The part of the id before the slash."""
        return self.id.split("/", 1)[0]


class RuleError(ValueError):
    """A rule that cannot be loaded; the message names the file, the key and the remedy."""


class RuleSet:
    """The rules of one run: `rules`, sorted by id; `known` are those that could have been chosen, these among them.

    `severities` holds, by rule id, the severity that every finding of a rule is to
    have instead of its own. It changes no finding's place or fix.
    """

    __slots__ = ("_lazy", "known", "rules", "severities")

    def __init__(
        self,
        rules: tuple[Rule, ...],
        severities: Mapping[str, Severity] | None = None,
        known: Sequence[Named] = (),
    ) -> None:
        self.rules = rules
        self.severities = severities or {}
        self.known: Sequence[Named] = known or rules
        self._lazy: dict[str, Any] = {}

    def remember(self, key: str, make: Callable[[], Any]) -> Any:
        """The value of `make()`, computed once per set under `key`."""
        if key not in self._lazy:
            self._lazy[key] = make()
        return self._lazy[key]

    def get(self, id: str) -> Rule | None:
        """The rule of that id or alias, or None."""
        for rule in self.rules:
            if rule.id == id or id in rule.aliases:
                return rule
        return None

    def select(
        self, select: Sequence[str] | None = None, ignore: Sequence[str] = (), extend: Sequence[str] = ()
    ) -> RuleSet:
        """The rules that `choose` gives. Raises RuleError for a prefix that fits no rule."""
        return RuleSet(tuple(choose(self.rules, select, ignore, extend)), self.severities, self.known)

    @property
    def digest(self) -> str:
        """A short digest that changes when what the rules find, say or repair may change."""

        def make() -> str:
            from hashlib import blake2b

            lines = (f"{rule.id} {rule.digest} {self.severities.get(rule.id, '')}\n" for rule in self.rules)
            return blake2b("".join(lines).encode(), digest_size=8).hexdigest()

        return self.remember("digest", make)  # type: ignore[no-any-return]


class Named(Protocol):
    """What selecting needs to know of a rule."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


AnyNamed = TypeVar("AnyNamed", bound=Named)


def choose(
    rules: Sequence[AnyNamed],
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    extend: Sequence[str] = (),
) -> list[AnyNamed]:
    """The rules whose id starts with one of `select` (None: every stable rule) and none of `ignore`.

    `extend` adds to the default instead of replacing it. A prefix is a pack, or
    as much of an id as tells it from others; aliases count, and a deprecated rule runs
    only under its whole name. Of two prefixes that fit a rule the longer decides, and
    `ignore` between equals. Raises RuleError for a prefix that fits no rule, naming the
    nearest that does.
    """
    named = (*(select or ()), *extend)
    for prefix in (*named, *ignore):
        if not any(fit(rule, prefix) for rule in rules):
            raise RuleError(unknown(rules, prefix))

    def chosen(rule: AnyNamed) -> bool:
        asked = [name for name in named if _is_named(rule, name)] if rule.status == "deprecated" else named
        on, off = _closest(rule, asked), _closest(rule, ignore)
        default = select is None and rule.status == "stable"
        return (on > 0 or default) and (not off or on > off)

    return [rule for rule in rules if chosen(rule)]


def fit(rule: Named, prefix: str) -> int:
    """How much of a rule's id a prefix holds, in characters: 0 if it does not fit; an alias counts as the whole id."""
    if rule.id.startswith(prefix):
        return len(prefix)
    return len(rule.id) if prefix in rule.aliases else 0


def fits(rule: Named, prefix: str) -> bool:
    """Whether a prefix names a rule: its id starts so, or it was called so once."""
    return rule.id.startswith(prefix) or prefix in rule.aliases


def _closest(rule: Named, prefixes: Iterable[str]) -> int:
    return max((fit(rule, prefix) for prefix in prefixes), default=0)


def _is_named(rule: Named, name: str) -> bool:
    return name == rule.id or name in rule.aliases


def notes(rules: Sequence[Named], names: Iterable[str]) -> list[str]:
    """What somebody who asked for rules by these names should know: which names and rules are on their way out."""
    found: list[str] = []
    for name in dict.fromkeys(names):
        for rule in rules:
            if name in rule.aliases:
                found.append(f"the rule {name} is now called {rule.id}; the old name still works")
            if rule.status == "deprecated" and _is_named(rule, name):
                found.append(f"the rule {rule.id} is deprecated and will go; `lintnews explain {rule.id}` says why")
    return found


def unknown(rules: Sequence[Named], prefix: str) -> str:
    """What to say of a prefix that fits none of the rules."""
    near = nearest(prefix, names_of(rules))
    remedy = f"; did you mean {near!r}?" if near else ""
    return f"no rule is called {prefix!r}{remedy}; `lintnews rules list` names them all"


def names_of(rules: Iterable[Named]) -> list[str]:
    """The ids and packs of rules, in order."""
    rules = list(rules)
    return sorted({rule.id for rule in rules} | {rule.id.split("/")[0] for rule in rules})


def nearest(word: str, names: Iterable[str]) -> str:
    """The one of `names` that somebody who wrote `word` most likely meant, or ""."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(names), n=1)), "")
