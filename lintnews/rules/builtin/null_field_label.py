"""Null values and names of database fields printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code, inside_code, shows_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# Case decides here: "Null", "Undefined" and "Nan" may be headings and names.
_NOTHING = r"(?:undefined|null|NULL|NaN|\(null\)|None None|nil|\[object (?:Object|HTML\w+|Promise|Undefined|Null)\]|Invalid [Dd]ate|#(?:REF|VALUE|N/A|NAME|DIV/0)[!?]?|<null>|<undefined>|NoneType)"
_ALONE = rf"{_NOTHING}(?:[ ,;|/:.-]+{_NOTHING})*[.,;:]?"
# "By undefined", "Published: null": a label and no value.
_LABELLED = (
    rf"(?:[Bb]y|[Ff]rom|[Pp]hoto(?: by)?|[Ii]mage|[Cc]redit|[Aa]uthor|[Pp]ublished(?: on)?|[Uu]pdated|[Pp]osted(?: on| by)?|[Dd]ate|[Ss]ource|[Cc]ategory|[Tt]itle|"
    rf"[Cc]aption|[Ss]hare|[Vv]on|[Vv]eröffentlicht(?: am)?|[Aa]utor|[Ff]oto|[Bb]ild|[Qq]uelle|[Pp]ar|[Pp]ublié(?: le)?|[Pp]or|[Pp]ublicado(?: el| em)?|[Dd]i|"
    rf"[Pp]ubblicato(?: il)?|[Dd]oor|[Gg]epubliceerd(?: op)?) ?:? (?:undefined|null|NaN|\[object Object\]|Invalid [Dd]ate)\W*|"
    rf"(?:{_NOTHING}|\d+) ?(?:min(?:utes?)? read|views?|shares?|comments?|likes?|Kommentare?|Aufrufe)"
)
_FIELD = (
    r"(?:[a-z]{2,20}(?:_[a-z0-9]{2,20}){1,4}|(?:field|node|meta|og|FI|FS|FN)[_ ](?:name|slug|sort|id|type|body|title)|"
    r"body_value|post_id|nid|guid) ?: ?(?:\d{1,12}|null|undefined|true|false|NaN|None|nil)?|"
    r"(?:post|page|article|entry|field|node|meta|user|site|category|author|image|content|body|headline|title|caption|seo|og|twitter|feed|item|story|acf)"
    r"(?:_[a-z0-9]{2,20}){1,3}"
)
# What a program prints for a date or a title that it has not.
_EMPTY = (
    r"(?:[^\W\d_]+(?: (?:on|at|am|le|il|el|modified|updated|edited|published|changed|date|visited|seen))? ?:? )?(?:0000-00-00|(?:1970-01-01|1969-12-31|0001-01-01)|(?:january|jan\.?) 0?1,? 1970|0?1\.? (?:january|jan\.?|januar|janvier|enero|gennaio) 1970|"
    r"(?:december|dec\.?) 31,? 1969|01[/.]01[/.](?:1970|0001)|31[/.]12[/.]1969|12/31/1969)(?:[t ,]+(?:at )?\d{1,2}:\d\d(?::\d\d)?(?:[.\d]*z)?(?: ?[ap]\.?m\.?)?(?: utc| gmt)?)?|"
    r"\((?:no (?:title|caption|subject|description|author|name|byline)|untitled|null|empty)\)|(?:untitled|unnamed) (?:document|post|article|page|story|entry)|"
    r"no (?:title|caption|description|excerpt|summary|content|byline|text|image) (?:available|provided|found|set|specified|given|yet)|"
    r"(?:array|stdclass object|\w{2,20} object) ?\((?: ?\[[\w:-]{1,20}\] ?=> ?[^()\[\]]{0,60}){1,6} ?\)?|array ?\(\d{0,3}\)(?: ?\{.{0,200}\}?)?|(?:string|int|bool|float)\(\d{1,6}\)(?: \"[^\"]{0,80}\")?|"
    r"(?:author|by(?:line)?|published|posted|updated|categor(?:y|ies)|tags?|location|photo|caption|credit|dateline|date|title|keywords|section) ?:? ?(?:-{1,3}|n/a|none|null|undefined|unknown)"
)
# Behind a currency, before a unit that a program counts in.
_SLOT = r"[$€£] ?(?:NaN|undefined|null)\b|\b(?:NaN|undefined|null) ?(?:%|[€£]|percent\b|min(?:ute)?s? (?:read|ago)\b)|\bNaN (?:[a-z]+)\b"
_SENTENCE_BEFORE = r"[.!?:]['\")\]]*\s\Z"


@rule(
    "leak/null-field-label",
    summary="Null value or name of a database field as text",
    message="A program's empty value stands in the text",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=(
        "undefined",
        "null",
        "nan",
        "1970",
        "1969",
        "0000-00",
        "0001",
        "(no ",
        "(untitled",
        "(empty",
        "untitled ",
        "unnamed ",
        "no title ",
        "no caption ",
        "no description ",
        "no excerpt ",
        "no summary ",
        "no content ",
        "no byline ",
        "no text ",
        "no image ",
        "unknown",
        ": -",
        "none none",
        "[object ",
        "array (",
        "array(",
        "object (",
        "string(",
        " int(",
        "invalid date",
        "nil",
        "none",
        "n/a",
        "#ref",
        "#value",
        "#n/a",
        "#name",
        "#div",
        "_",
        "slug:",
        "fi name",
        "fs name",
        "fi sort",
        "fs sort",
        "nid:",
        "guid:",
        "0 min",
        "portlet",
        "nonetype",
    ),
    tags=("code", "template"),
    why="""
A field without a value was printed: “undefined”, “[object Object]”, “Published: null”, or
the bare name of the field.

Counts only as a whole block, as the last words after a finished sentence, or behind the
label of a field, and in the spelling of programs (“undefined”, not “Undefined”); bracketed
objects count anywhere. “Null and void”, “as yet undefined” and an answer “None” are
prose. Silent in articles about code.
""",
    examples=(
        marked(
            "what a program dumps",
            "The vote was close.\n\n⟦Array ( [0] => story [1] => )⟧\n\nAn array (of horns) hung on the wall. It rained.",
            fixed="The vote was close.\n\nAn array (of horns) hung on the wall. It rained.",
        ),
        marked(
            "alone",
            "The vote was close.\n\n⟦undefined⟧\n\n⟦[object Object]⟧\n\n⟦null, null⟧\n\n⟦Invalid Date⟧",
            fixed="The vote was close.",
        ),
        marked(
            "after the last sentence",
            "The vote was close. ⟦undefined⟧\n\nIt rained. ⟦[object Object]⟧",
            fixed="The vote was close.\n\nIt rained.",
        ),
        marked(
            "behind a label",
            "⟦By undefined⟧\n\nThe vote was close.\n\n⟦Veröffentlicht am: null⟧\n\n⟦NaN min read⟧",
            fixed="The vote was close.",
        ),
        marked(
            "between two paragraphs",
            "The vote on the old dairy was close, and nobody wanted to count again.\n\n⟦None⟧\n\nIt rained on Friday, and the mayor read the result to eleven people.",
        ),
        marked(
            "names of fields",
            "⟦FI slug:⟧\n\n⟦field_body:⟧\n\n⟦node_id: 1204⟧\n\nThe vote was close.",
            fixed="The vote was close.",
        ),
        marked(
            "dates and titles that a program has not",
            "⟦Published: January 1, 1970⟧\n\n⟦0000-00-00 00:00:00⟧\n\n⟦(no title)⟧\n\n⟦No description available.⟧\n\n⟦Author: --⟧\n\nThe vote was close.",
        ),
        marked(
            "in the place of a number",
            "The fare is ⟦$NaN⟧ for adults.\n\n⟦NaN%⟧ of the crew were ill.\n\nBy Una Farr · ⟦undefined min read⟧\n\n⟦post_excerpt⟧\n\n⟦headline_alt: None⟧",
        ),
        marked(
            "in a sentence",
            "<p>The vote, says ⟦[object Object]⟧, was close.</p>",
            format="html",
            fixed="<p>The vote, says, was close.</p>",
        ),
        marked(
            "prose",
            "On January 1, 1970, the ferry stopped. There was no title in it. The author is unknown.\n\nThe contract is null and void, and his role remains undefined\n\nUndefined\n\nHow many? None\n\nNull\n\n5 min read, said Nan.",
        ),
        marked(
            "an article about it",
            "JavaScript prints undefined when a variable has no value, and browsers show it.\n\nundefined\n\n[object Object]",
        ),
    ),
)
def null_field_label(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the values and labels."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        spans = list(_spans(block, text))
        if text in ("None", "N/A", "null.") and _between_prose(document, block):
            spans = [Span(0, len(text))]
        if spans and (about_code(document) or shows_code(text)):
            return
        for span in spans:
            if not inside_code(document, span.shift(block.start)):
                yield Hit(span.shift(block.start))


def _between_prose(document: Document, block: Block) -> bool:
    """Whether a block stands between two paragraphs of prose, where no answer or value stands."""
    body = document.body
    place = body.index(block)
    if not 0 < place < len(body) - 1:
        return False
    before, after = body[place - 1], body[place + 1]
    return (
        before.role == after.role == "paragraph"
        and min(before.end - before.start, after.end - after.start) > 60
        and document.block_text(before).rstrip("\"”'’)").endswith((".", "!"))
    )


def _spans(block: Block, text: str) -> Iterator[Span]:
    whole = text.strip()
    if len(whole) < 120 and block.role != "cell":
        labelled = re.fullmatch(_LABELLED, whole)
        if (
            re.fullmatch(_ALONE, whole)
            or re.fullmatch(_FIELD, whole)
            or re.fullmatch(_EMPTY, whole.rstrip("."), re.IGNORECASE)
            or (labelled and not whole[0].isdigit())
            or whole.startswith("0 min read")
        ):
            yield Span(0, len(text))
            return
        if re.fullmatch(r"(?i)this portlet should not exist any ?more\W*", whole):
            yield Span(0, len(text))
            return
    last = re.search(rf" (?P<words>{_ALONE})\Z", text)
    if last and re.search(_SENTENCE_BEFORE, text[: last.start("words")]):
        yield Span(last.start("words"), len(text))
        return
    for match in re.finditer(r"\[object (?:Object|HTML\w+|Promise|Undefined|Null)\](?:, ?\[object Object\])*", text):
        if text[: match.start()][-1:] not in ("'", '"'):
            yield Span(match.start(), match.end())
    for match in re.finditer(_SLOT, text):
        yield Span(match.start(), match.end())
