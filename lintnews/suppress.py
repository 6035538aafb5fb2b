"""What an article, or the configuration, asks lintnews to keep silent about.

An article says so in comments and in front matter, which its reader has found; the
configuration in a list of entries. Both are about findings where they stand, before it
is decided which of several findings speaks.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .document import SUFFIXES
from .document.model import Comment, Document
from .finding import Edit, Finding, Fix, fingerprint
from .identity import fingerprint_of, words_of
from .rules.model import Hit, Named, Rule, RuleSet, fits, names_of, nearest
from .span import Span

UNUSED = "lintnews/unused-ignore"
"""The rule that reports a comment or entry which silences nothing."""

INVALID = "lintnews/invalid-ignore"
"""The rule that reports a comment which cannot be understood."""

OWN = "lintnews/"
"""What the names of these begin with: they are about lintnews and not about the article."""

VERBS = ("ignore", "ignore-next", "ignore-file")
"""What a comment can say: about its own block, the next one, or the whole file."""

KEY = "lintnews-ignore"
"""The key of the front matter that does what `ignore-file` does."""

# Taking a comment out is tried on the article; so often in one pass, whatever the number of comments.
_REPAIRS = 100

_FILE = -1  # in place of a block's index: the whole file

_DIRECTIVE = re.compile(
    r"\s*lintnews\s*(?P<colon>:?)[\s-]*(?P<verb>[^\s\[\](:,]*)\s*(?:\[(?P<names>[^\]]*)(?P<closed>\]?))?(?P<reason>.*)",
    re.DOTALL,
)
_EVERYTHING = ("all", "*", "true")


class Ignore(NamedTuple):
    """One entry of a configuration's `[[ignores]]`: a finding that is known and meant.

    `rule` is the id of a rule, or the beginning of one. `matched` is the text that
    was found (white space and case aside), `fingerprint` the finding's; with
    neither, every finding of the rule is meant. `path` is the pattern as written,
    `file` the configuration that holds the entry, `number` its place there, from 0.
    """

    rule: str
    path: str
    matched: str | None = None
    fingerprint: str | None = None
    reason: str = ""
    file: str = ""
    number: int = 0


class Directive(NamedTuple):
    """What a comment, or the front matter, asks for.

    `names` are the rules, each with its place, or None for all of them; `block`
    the index of the block it is about (-1: the whole file; the number of blocks:
    what stands after the last one); `place` the comment in the source, `list` the
    place of what stands in its brackets.
    """

    names: tuple[tuple[str, Span], ...] | None
    block: int
    place: Span
    list: Span | None = None


class Silences(NamedTuple):
    """All that an article is to be silent about, and the notes about what cannot be understood.

    `by_block` holds the numbers of the directives about each block (-1: about the file).
    """

    directives: tuple[Directive, ...]
    by_block: Mapping[int, Sequence[int]]
    entries: tuple[Ignore, ...]
    notes: tuple[Finding, ...]


Use = tuple[int, int]
"""A directive and one of its names (-1 where it has none); an entry has -1 for the directive, and its own number."""


def silences(document: Document, ruleset: RuleSet, entries: Sequence[Ignore] = ()) -> Silences | None:
    """What applies to a document; None where nothing does, as in most articles.

    The `entries` are those whose path fits already.
    """
    has_key = document.format == "markdown" and KEY in document.source
    if not (document.comments or entries or has_key):
        return None
    directives: list[Directive] = []
    notes: list[Finding] = []
    read = [_read_comment(document, ruleset, comment) for comment in document.comments]
    for one in (_read_front_matter(document), *read) if has_key else read:
        if isinstance(one, Finding):
            notes.append(one)
        elif one is not None:
            directives.append(one)
            notes.extend(_unknown(document, ruleset, one))
    by_block: dict[int, list[int]] = {}
    for number, directive in enumerate(directives):
        by_block.setdefault(directive.block, []).append(number)
    return Silences(tuple(directives), by_block, tuple(entries), tuple(notes))


def silenced_by(silences: Silences, document: Document, rule: Rule, hit: Hit) -> list[Use]:
    """What silences a hit; nothing for a hit that is to be reported."""
    uses: list[Use] = []
    about = silences.by_block
    for number in (*about.get(_FILE, ()), *(about.get(block_of(document, hit), ()) if about else ())):
        names = silences.directives[number].names
        if names is None:
            uses.append((number, -1))
        else:
            uses.extend((number, i) for i, (name, _) in enumerate(names) if fits(rule, name))
    for number, entry in enumerate(silences.entries):
        if (
            fits(rule, entry.rule)
            and (not entry.matched or plain_words(entry.matched) == plain_words(words_of(document, hit)))
            and (not entry.fingerprint or entry.fingerprint == fingerprint_of(document, rule, hit))
        ):
            uses.append((-1, number))
    return uses


def plain_words(text: str) -> str:
    """A text with its white space collapsed and its case folded."""
    return " ".join(text.split()).casefold()


def block_of(document: Document, hit: Hit) -> int:
    """The index of the block that a hit belongs to: the one in which it starts.

    A hit in markup belongs to the block whose element it stands in, otherwise to
    the one that follows; behind the last block the index is their number.
    """
    if hit.place is None:
        return document.block_at(hit.span.start).index if document.blocks else 0
    return block_around(document, hit.place.start)


def block_around(document: Document, at: int) -> int:
    """The index of the block that a place of the source belongs to; see `block_of`."""
    blocks = document.blocks
    ends: list[int] = document.remember("ends of blocks", lambda: [block.runs[-1][1] for block in blocks])
    following = bisect_right(ends, at)
    if following == len(blocks) or not blocks[following].runs[0][0] <= at:
        for near in range(following, max(following - 2, -1), -1):
            if near < len(blocks) and blocks[near].parent >= 0:
                element = document.elements.get(blocks[near].parent)
                if element.last - element.first == 1 and element.start <= at < element.end:
                    return near
    return following


def unused(document: Document, ruleset: RuleSet, silences: Silences, uses: Iterable[Use]) -> Iterator[Finding]:
    """The notes about what silenced nothing although the rules it names have run where it stands."""
    used = set(uses)
    repaired = 0
    for number, directive in enumerate(silences.directives):
        if not _was_looked_at(document, directive):
            continue
        names = directive.names
        if names is None:
            idle, whole = [-1] * ((number, -1) not in used and _has_run(ruleset, "")), True
        else:
            idle = [i for i, (name, _) in enumerate(names) if (number, i) not in used and _has_run(ruleset, name)]
            whole = len(idle) == len(names)
        if idle:
            repaired += 1
            yield _unused(document, directive, () if whole else idle, repair=repaired <= _REPAIRS)
    for number, entry in enumerate(silences.entries):
        # What a pattern for many files leaves unused in one it may silence in the next.
        if (-1, number) not in used and names_one_file(entry.path) and _has_run(ruleset, entry.rule):
            what = entry.rule + (f" “{entry.matched}”" if entry.matched else "")
            message = f"The entry for {what} in {os.path.basename(entry.file)} has nothing to silence"
            yield _note(UNUSED, message, Span(0, 0), what)


def names_one_file(pattern: str) -> bool:
    """Whether a pattern of an entry fits one article and nothing else, as those do that lintnews writes."""
    plain = not re.search(r"(?<!\\)(?:\\\\)*[*?\[]", pattern)
    return plain and "/" in pattern and pattern.lower().endswith(tuple(SUFFIXES))


def with_its_comments(document: Document, silences: Silences, finding: Finding, gone: Iterable[int]) -> Finding:
    """A finding whose fix deletes the blocks `gone`, and the comments about them: they would be about the next one."""
    numbers = [number for block in gone for number in silences.by_block.get(block, ())]
    if finding.fix is None or not numbers:
        return finding
    from .fix.comment import with_comments

    places = [silences.directives[number].place for number in numbers]
    return finding._replace(fix=with_comments(document, finding.fix, places))


# ---- reading comments


def _read_comment(document: Document, ruleset: RuleSet, comment: Comment) -> Directive | Finding | None:
    """The directive of a comment, a note if it is malformed, or None for a comment that is not for lintnews."""
    start, end = comment.start + len("<!--"), comment.end - len("-->")
    place = Span(comment.start, comment.end)
    said = _DIRECTIVE.match(document.source, start, max(start, end))
    if said is None or not (said["colon"] or said["verb"] in VERBS):
        return None
    if not document.source.endswith("-->", start, comment.end):
        return _invalid(document, place, "The comment is not closed: it needs --> at its end")
    verb, names = said["verb"], said["names"]
    if not said["colon"] or verb not in VERBS:
        near = nearest(verb, VERBS) or "ignore"
        wrong = f"lintnews does not know “{verb}”" if said["colon"] else "The colon is missing"
        return _invalid(document, place, f"{wrong}; write “lintnews: {near}”")
    if names is None:
        return _without_names(document, ruleset, comment, said)
    words = list(re.finditer(r"[^\s,]+", names))
    if not words or not said["closed"]:
        missing = "Nothing stands in the brackets" if said["closed"] else "The bracket is not closed"
        return _invalid(document, place, f"{missing}; write “{verb}[pack/rule]”, or “{verb}” alone for all rules")
    at = said.start("names")
    named = tuple((word[0], Span(*word.span()).shift(at)) for word in words)
    return Directive(named, _target(document, comment, verb), place, Span(*said.span("names")))


def _without_names(document: Document, ruleset: RuleSet, comment: Comment, said: re.Match[str]) -> Directive | Finding:
    """The directive of a comment about all rules, unless it names one without brackets."""
    reason = said["reason"].strip(" \t\r\n:(),")
    first = reason.split()[0].rstrip(",:)") if reason else ""
    place = Span(comment.start, comment.end)
    if ("/" in first and _is_known(ruleset, first)) or reason in names_of(ruleset.known):
        return _invalid(document, place, f"Rules stand in brackets: write “{said['verb']}[{first}]”")
    return Directive(None, _target(document, comment, said["verb"]), place)


def _target(document: Document, comment: Comment, verb: str) -> int:
    """The block that a comment is about.

    `ignore` is about the block in which the comment stands; outside of one, about
    the block that begins on its line, otherwise the one that ends there, and on a
    line of its own about the next. `ignore-next` is always about the next.
    """
    if verb == "ignore-file":
        return _FILE
    if verb == "ignore-next":
        return comment.block + comment.inside
    if comment.inside:
        return comment.block
    lines, blocks = document.lines, document.blocks
    first, last = lines.position(comment.start).line, lines.position(comment.end).line
    if comment.block < len(blocks) and lines.position(_start(document, comment.block)).line == last:
        return comment.block
    if comment.block and lines.position(blocks[comment.block - 1].runs[-1][1]).line == first:
        return comment.block - 1
    return comment.block


def _start(document: Document, block: int) -> int:
    return document.source_span(document.blocks[block].span).start


def _read_front_matter(document: Document) -> Directive | None:
    from .document.front_matter import front_list

    found = front_list(document.source, KEY)
    if found is None:
        return None
    names, place = found
    everything = len(names) == 1 and names[0][0] in _EVERYTHING
    return Directive(None if everything else tuple(names), _FILE, place)


# ---- notes


def _unknown(document: Document, ruleset: RuleSet, directive: Directive) -> Iterator[Finding]:
    for name, place in directive.names or ():
        if not _is_known(ruleset, name):
            near = nearest(name, names_of(ruleset.known))
            hint = f"; did you mean “{near}”?" if near else "; `lintnews rules list` names them all"
            if name in _EVERYTHING:
                hint = "; leave the brackets out to ignore all rules"
            yield _invalid(document, place, f"No rule is called “{name}”{hint}")


def _invalid(document: Document, place: Span, message: str) -> Finding:
    return _note(INVALID, message, place, document.source[place.start : place.end])


def _unused(document: Document, directive: Directive, idle: Sequence[int], *, repair: bool) -> Finding:
    """The note about a directive, or about some of its names."""
    names = directive.names or ()
    what = ", ".join(f"“{names[i][0]}”" for i in idle)
    message = f"This ignore has nothing to silence: {what}" if idle else "This ignore has nothing to silence"
    note = _note(UNUSED, message, directive.place, document.source[directive.place.start : directive.place.end])
    if not repair or not document.source.startswith("<!--", directive.place.start):
        return note  # front matter is for its writer to change
    if not idle or directive.list is None:
        from .fix.comment import without_comment

        return note._replace(fix=without_comment(document, directive.place))
    left = ", ".join(name for i, (name, _) in enumerate(names) if i not in idle)
    return note._replace(fix=Fix((Edit(directive.list, left),), "safe"))


def _note(rule: str, message: str, place: Span, words: str) -> Finding:
    return Finding(rule, "note", message, place, words, None, fingerprint(rule, words, "", ""))


def _is_known(ruleset: RuleSet, name: str) -> bool:
    return any(fits(rule, name) for rule in ruleset.known)


def _has_run(ruleset: RuleSet, name: str) -> bool:
    """Whether all rules of that name were in this run; of several, those that are off by default need not."""
    fitting: list[Named] = [
        rule for rule in ruleset.known if fits(rule, name) and (name or not rule.id.startswith(OWN))
    ]
    running = {rule.id for rule in ruleset.rules}
    return (not name or bool(fitting)) and all(
        rule.id in running for rule in [rule for rule in fitting if rule.status == "stable"] or fitting
    )


def _was_looked_at(document: Document, directive: Directive) -> bool:
    """Whether rules have looked at the block that a directive is about."""
    body: frozenset[int] = document.remember("in body", lambda: frozenset(block.index for block in document.body))
    if directive.block == _FILE:
        return len(body) == len(document.blocks)
    return directive.block in body or directive.block >= len(document.blocks)
