"""What a rule reports: findings, and the edits that would repair them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from .span import Span

Severity = Literal["error", "warning", "note"]
"""How bad a finding is: `error` must not be published, `warning` needs an editor, `note` informs."""

Applicability = Literal["safe", "unsafe", "display"]
"""Whether a fix may be applied unseen (`safe`), on request (`unsafe`), or only shown (`display`)."""

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""The severities, mildest first."""

APPLICABILITIES: tuple[Applicability, ...] = ("safe", "unsafe", "display")
"""The applicabilities, freest first."""


class Edit(NamedTuple):
    """Replace the source text of `span` by `text`; an empty `text` deletes."""

    span: Span
    text: str = ""


class Fix(NamedTuple):
    """Edits that belong together: all of them are applied, or none."""

    edits: tuple[Edit, ...]
    applicability: Applicability


class Finding(NamedTuple):
    """One artefact at its exact place in the source.

    `span` counts code points of the decoded source; `matched` is what a reader
    sees there (markup and line breaks taken out); `evidence` says in words why
    the rule is sure; `fingerprint` stays the same when its block moves.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    matched: str
    fix: Fix | None = None
    fingerprint: str = ""
    evidence: tuple[str, ...] = ()


def fingerprint(rule: str, matched: str, before: str, after: str) -> str:
    """A short digest of what was found and of the words beside it.

    Only words count, folded to lower case: re-wrapping, moving a paragraph or
    another encoding of quotation marks keeps the fingerprint, editing the
    words opens the finding again. Where nothing found is a word, its characters
    count. `before` and `after` are the text on either side, in the same block;
    their nearest three words are used.
    """
    from hashlib import blake2b

    words = _words(matched) or matched.split()
    near = [*_words(before)[-3:], "|", *_words(after)[:3]]
    content = "\n".join([rule, " ".join(words), " ".join(near)])
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _words(text: str) -> list[str]:
    """The words of a text in lower case, the same for letters with their accents and for letters and accents apart."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFC", text)
    return re.findall(r"\w+", text.lower())
