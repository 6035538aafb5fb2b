"""Writing down that findings are to be ignored: comments in HTML and Markdown, entries for everything else.

Where a comment may stand is tried out, not reasoned out: a place is good if the article
reads the same afterwards and the findings are gone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from .config.settings import Settings, applied
from .document import parse
from .document.alike import reads_alike
from .document.front_matter import FRONT_MATTER
from .document.model import Document
from .engine import examine
from .finding import Edit, Finding
from .fix.apply import replace_spans
from .fix.lines import line_end, line_start
from .rules.model import RuleSet
from .run import Result, Task, check_bytes
from .span import Span
from .suppress import OWN, Ignore, Silences, Use, block_around, silences
from .write import WriteError, write_file

# Silence about one finding can uncover another one; so often that is looked for.
_ROUNDS = 12
# Words of more characters than this are named by their fingerprint, and so many of them are shown.
_LONGEST, _SHOWN = 200, 60
_FILE = -1


class Annotated(NamedTuple):
    """An article that is silent about some findings: its new source, and the entries it needs beside it."""

    source: str
    entries: tuple[Ignore, ...] = ()


def annotated(
    document: Document, ruleset: RuleSet, findings: Sequence[Finding], path: str, ignores: Sequence[Ignore] = ()
) -> Annotated:
    """Ignore `findings` of a document, and those that show only when these are ignored.

    Its other findings stay. `path` is the pattern that new entries are to have,
    `ignores` the entries that are in force already.
    """
    findings = [finding for finding in findings if not finding.rule.startswith(OWN)]
    others = Counter(map(_key, examine(document, ruleset, ignores).findings))
    others.subtract(map(_key, findings))

    def waiting(source: str, entries: Sequence[Ignore]) -> list[Finding]:
        """What is still to be ignored in a source."""
        kept = others.copy()
        found: list[Finding] = []
        for finding in examine(parse(source, document.format, document.scope), ruleset, entries).findings:
            kept[_key(finding)] -= 1
            if kept[_key(finding)] < 0 and not finding.rule.startswith(OWN):
                found.append(finding)
        return found

    if document.format != "text":
        comments = _Comments(document)
        source = comments.silence(findings, lambda source: waiting(source, ignores))
        if source is not None:
            after = parse(source, document.format, document.scope)
            return Annotated(comments.needed(after, examine(after, ruleset, ignores).uses, silences(after, ruleset)))
    entries: dict[Ignore, None] = {}
    left = list(findings)
    for _ in range(_ROUNDS):
        entries.update(dict.fromkeys(_entry(finding, path) for finding in left))
        left = waiting(document.source, (*ignores, *entries))
        if not left:
            break
    uses = examine(document, ruleset, (*ignores, *entries)).uses
    return Annotated(document.source, tuple(one for at, one in enumerate(entries, len(ignores)) if (-1, at) in uses))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint


def _entry(finding: Finding, path: str) -> Ignore:
    words = " ".join(finding.matched.split())
    if words.isprintable() and 0 < len(words) <= _LONGEST:
        return Ignore(finding.rule, path, matched=words)
    shown = "".join(character for character in words[:_SHOWN] if character.isprintable())
    return Ignore(finding.rule, path, fingerprint=finding.fingerprint, reason=f"“{shown}…”")


def ignore(
    result: Result, hidden: Sequence[Finding], task: Task, settings: Settings, path: str
) -> tuple[Result, tuple[Ignore, ...]]:
    """Write into an article that its reported findings are to be ignored.

    `hidden` are the findings that a baseline or unchanged lines hold back, `path`
    is the pattern for entries. Gives back the article's result afterwards, and the
    entries that it needs in the configuration. A file that cannot be written has
    an error in its result.
    """
    source = result.source
    assert source is not None
    ruleset, document = applied(settings, parse(source.text, result.format, result.scope))
    new, entries = annotated(document, ruleset, result.findings, path, settings.ignores)
    data = source.encode(new)
    if new != source.text:
        try:
            write_file(result.path, source.encode(source.text), data)
        except WriteError as error:
            return Result(result.path, result.format, error=f"the comments cannot be written: {error}"), ()
    settings = settings._replace(ignores=(*settings.ignores, *entries))
    after = check_bytes(data, result.path, result.format, settings, task)
    kept = Counter(map(_key, hidden))
    left: list[Finding] = []
    for finding in after.findings:
        kept[_key(finding)] -= 1
        if kept[_key(finding)] < 0:
            left.append(finding)
    return after._replace(findings=tuple(left), baselined=result.baselined, stale=result.stale), entries


class _Comments:
    """The comments that are being put into an article: by block the rules they name, and the places tried in vain."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rules: dict[int, set[str]] = {}
        self.failed: dict[int, int] = {}

    def silence(self, findings: Sequence[Finding], left: Callable[[str], Sequence[Finding]]) -> str | None:
        """The source with comments for all that is `left` of the findings in it; None where there is no way."""
        at = self.document  # what the places of the findings are in
        for _ in range(_ROUNDS):
            for finding in findings:
                self._add(block_around(at, finding.span.start), finding.rule)
            self._settle(sorted(self.rules))
            source = self._source(sorted(self.rules))
            if not reads_alike(self.document, source):
                return None
            findings = left(source)
            if not findings:
                return source
            at = parse(source, at.format, at.scope)
        return None

    def needed(self, after: Document, uses: Container[Use], silent: Silences | None) -> str:
        """The source without what has nothing to silence, because it was about what the silenced findings caused."""
        used = {
            (directive.block, name)
            for number, directive in enumerate(silent.directives if silent else ())
            for i, (name, _) in enumerate(directive.names or ())
            if (number, i) in uses
        }
        for block, rules in list(self.rules.items()):
            rules &= {name for at, name in used if at == block}
            if not rules:
                del self.rules[block]
        source = self._source(sorted(self.rules))
        return source if reads_alike(self.document, source) else after.source

    def _add(self, block: int, rule: str) -> None:
        if rule in self.rules.get(block, ()):
            self._fail(block)  # it is named, so the comment does not stand where it must
        else:
            self.rules.setdefault(block, set()).add(rule)

    def _fail(self, block: int) -> int:
        """Go on to the next place for a comment, at last to one about the whole file; the number it goes by now."""
        self.failed[block] = self.failed.get(block, 0) + 1
        if block == _FILE or self.failed[block] < len(_PLACES[self.document.format]):
            return block
        self.rules.setdefault(_FILE, set()).update(self.rules.pop(block))
        return _FILE

    def _settle(self, blocks: Sequence[int]) -> None:
        """Move the comments about blocks on until they change nothing that is read."""
        if not blocks or reads_alike(self.document, self._source(blocks)):
            return
        if len(blocks) > 1:
            half = len(blocks) // 2
            self._settle(blocks[:half])
            self._settle([block for block in blocks[half:] if block in self.rules])
        elif self.failed.get(_FILE, 0) < len(_FILE_PLACES):
            self._settle([self._fail(blocks[0])])

    def _source(self, blocks: Sequence[int]) -> str:
        edits: dict[int, str] = {}
        for block in blocks:
            places = _FILE_PLACES if block == _FILE else _PLACES[self.document.format]
            names = f"[{', '.join(sorted(self.rules[block]))}]"
            at, text = places[min(self.failed.get(block, 0), len(places) - 1)](self.document, block, names)
            edits[at] = edits.get(at, "") + text
        return replace_spans(self.document.source, [Edit(Span(at, at), edits[at]) for at in sorted(edits)])


# ---- places for a comment, each an offset of the source and what is put there

Place = Callable[[Document, int, str], tuple[int, str]]


def _words(document: Document, block: int) -> Span:
    """Where the words of a block stand in the source; behind the last block, the end of the file."""
    if block >= len(document.blocks):
        return Span(len(document.source), len(document.source))
    return document.source_span(document.blocks[block].span)


def _before_element(document: Document, block: int, names: str) -> tuple[int, str]:
    """On a line of its own before an element that holds nothing but the block, if one begins its line."""
    source = document.source
    at = document.blocks[block].parent if block < len(document.blocks) else -1
    while at >= 0 and (element := document.elements.get(at)).last - element.first == 1:
        line = line_start(source, element.start)
        indent = source[line : element.start]
        if not indent.strip():
            return line, f"{indent}<!-- lintnews: ignore-next{names} -->{_line_end(source)}"
        at = element.parent
    return _before_words(document, block, names)


def _before_words(document: Document, block: int, names: str) -> tuple[int, str]:
    """Right before the first word of the block."""
    return _words(document, block).start, f"<!-- lintnews: ignore{names} -->"


def _before_line(document: Document, block: int, names: str) -> tuple[int, str]:
    """On a line of its own before the block's first line."""
    source = document.source
    line = line_start(source, _words(document, block).start)
    return line, f"<!-- lintnews: ignore-next{names} -->{_line_end(source)}"


def _before_fence(document: Document, block: int, names: str) -> tuple[int, str]:
    """On a line of its own before the line above the block: that of a fence."""
    source = document.source
    line = line_start(source, _words(document, block).start)
    above = line_start(source, line - 1) if line else 0
    return above, f"<!-- lintnews: ignore-next{names} -->{_line_end(source)}"


def _at_line_end(document: Document, block: int, names: str) -> tuple[int, str]:
    """At the end of the block's last line."""
    source = document.source
    at = line_end(source, max(0, _words(document, block).end - 1))
    at -= len(source[:at]) - len(source[:at].rstrip(" \t\r\n"))
    return at, f" <!-- lintnews: ignore{names} -->"


def _after_words(document: Document, block: int, names: str) -> tuple[int, str]:
    """Right after the last word of the block."""
    return _words(document, block).end, f" <!-- lintnews: ignore{names} -->"


def _at_top(document: Document, block: int, names: str) -> tuple[int, str]:
    """On the first line, behind the front matter of Markdown."""
    front = FRONT_MATTER.match(document.source) if document.format == "markdown" else None
    end = _line_end(document.source)
    return front.end() if front else 0, f"<!-- lintnews: ignore-file{names} -->{end}{end}"


def _at_end(document: Document, block: int, names: str) -> tuple[int, str]:
    """On the last line."""
    source, end = document.source, _line_end(document.source)
    before = "" if not source or source[-1] in "\r\n" else end
    return len(source), f"{before}{end}<!-- lintnews: ignore-file{names} -->{end}"


_PLACES: dict[str, tuple[Place, ...]] = {
    "html": (_before_element, _before_words),
    "markdown": (_before_line, _at_line_end, _after_words, _before_fence),
}
_FILE_PLACES: tuple[Place, ...] = (_at_end, _at_top)


def _line_end(source: str) -> str:
    """The line end that a source uses."""
    found = re.search(r"\r\n?|\n", source)
    return found[0] if found else "\n"
