"""Characters that were read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..model import Hit, Sighting

# What the bytes 80 to BF turn into when UTF-8 is read as Windows-1252 or Latin-1.
_TAIL = r"[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"

# The same in Windows-1250, which has other letters there.
_CENTRAL = r"[€‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż]"
# "donât", "Itâs": the two characters behind the first are no more.
_LOST_APOSTROPHE = r"(?:(?<=[aods]n)|(?<=aren)|(?<=aven)|(?<=eren))â(?=t\b)|(?<=\b[Ii]t)â(?=s\b)|(?<=\b[TtWw]hat)â(?=s\b)|(?<=\b[Tt]here)â(?=s\b)|(?<=\b[Ss]he)â(?=s\b)|(?<=\b[Yy]ou)â(?=(?:re|ve|ll)\b)"

# Runs of damage, the surest first: twice misread; three-byte and four-byte characters; Cyrillic,
# Greek, Chinese in a row; two-byte letters; Cyrillic read as Windows-1251; Mac and DOS misreadings;
# single control characters; the replacement character.
_RUN = (
    rf"(?:Ã[¢ƒ‚„…\x80-\x9f](?:â[‚€„\x80-\x9f]\S|[ÂÅËÆÃâ]|{_TAIL}){{1,30}}|"
    rf"ðŸ{_TAIL}{{1,2}}|ð\x9f{_TAIL}{{2}}|ï»¿|ï¿½|ï¸\S|â(?:[€\x80](?:{_TAIL})?|‚¬|„¢|\x82¬|\x84¢|[†‡ˆ‰˜–—œ\x86\x87\x96-\x9e]{_TAIL})|"
    rf"(?:[ÐÑÎÏ]{_TAIL}){{2,}}|(?:[äåæçèé]{_TAIL}{_TAIL}){{2,}}|(?:(?<![A-ZÀ-Þ])Ã|Ã(?=.[a-zà-ÿ])|[ÅÄ](?=[\x80-\xbf‚„›™‡šž‹]|…[a-zÅÄ]|(?<=[a-zà-ÿ]Ä)…)){_TAIL}|Â[\x80-\xbf]|[ÐÑ][\x80-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|"
    r"(?:[РС](?![А-ЯЁ\s])\S|[РС][\xa0Ё]){5,}|√[^\s\w(=]|√[ºªƒ∂∑∏πÄ-ÿ]|¬(?=[£©®±°º])|‚Ä[^\s\w]|‚Ä\w|ΓÇ[^\s]|ÔÇ[ÖØ£ôöªó£║ªÿ]|├[^\s]|"
    rf"(?:(?<=[a-zà-ÿąćęłńśźż])[ĂĹ]|Ă(?=[łşŠš])|Ĺ(?!\w\w)|Ĺ(?=[‚›š])){_CENTRAL}|Ä°(?=[a-z])|ï¬\S|(?<=[a-z])â\?\?(?=[a-z])|{_LOST_APOSTROPHE}|(?<=[a-zA-Z])[ƒ‡¢ˆ¤](?=[a-z])|"
    r"(?<![A-ZÀ-Þ])Ã(?= )|(?<=[a-zà-ÿ])Ã(?=[a-zà-ÿ.,;:!?)]|\Z)|(?<![\w])Ã(?=[a-z])|(?<=[a-z.,;:!?0-9])Â(?= )|[\x80-\x9f]+|�+)"
)
_LITERALS = (
    "ã¢", "ãƒ", "ã‚", "â€", "â\x80", "â‚¬", "â„¢", "â\x82", "â\x84", "â†", "âœ", "â˜", "ðÿ", "ð\x9f", "ï»¿", "ï¿½", "ã", "ã©", "ã¨", "ã¤", "ã¶",
    "ã¼", "ã¡", "ã±", "ã§", "ã³", "ãº", "ãª", "ã«", "ã¥", "ã¸", "ã¢", "ã£", "ã´", "ã®", "ã¯", "ã\"", "ã-", "ãÿ", "ãŸ", "ã„", "ã–", "ãœ",
    "ã\u00ad", "ã ", "â£", "â°", "â©", "â®", "â'", "â½", "â·", "â²", "âº", "â¿", "â¡", "â«", "â»", "â ", "ä±", "ä™", "ä…", "å‚", "å›", "åº", "å¼",
    "å„", "ä‡", "å¡", "å¾", "ð°", "ð¸", "ðµ", "ð¾", "ð½", "ñ€", "ñ‚", "î±", "î¿", "ï„", "рѕ", "рµ", "рё", "с‚", "√", "‚ä", "γç", "ôç", "├",
    "å‡", "å™", "åž", "å‹", "ä™", "ä‡", "ä„", "ñ", "ð", "æœ", "æ—", "ã©", "�",
    "ă", "ĺ", "ä°", "ï¬", "â??", "nât", "tâs", "eâs", "uâ", "ƒ", "‡", "¢", "ˆ", "¤",
    *map(chr, range(0x80, 0xA0)),
)  # fmt: skip

# What cannot be undone, and can be nothing else.
_BROKEN = re.compile(r"ï¬\S")
# Bytes of DOS read as Windows-1252, between letters.
_DOS = {"ƒ": "â", "‡": "ç", "¢": "ó", "ˆ": "ê", "¤": "ñ"}

# Whoever writes about encodings shows the damage.
_SUBJECT = r"(?i)\b(?:mojibake|unicode|utf-?8|utf-?16|windows-?125\d|latin-1|iso[- ]?8859|encodings?|replacement character|character sets?|charsets?|zeichen(?:satz|kodierung|codierung)|encodage|codificación|кодировк\w+)\b"
# What ftfy leaves alone: it would have to guess, and the pattern has seen enough.
_ENCODINGS = ("cp1250", "cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_LIKELY = r"\A[\xa0-ſА-яЁё‐-…€™]+\Z"
_QUOTING = r"[‘’“”«»…]\Z"


@rule(
    "typography/mojibake",
    summary="Characters that were read in the wrong encoding",
    message="Damaged characters “{match}”",
    severity="error",
    since="0.1.0",
    repairs=True,
    literals=tuple(dict.fromkeys(_LITERALS)),
    tags=("typography", "encoding"),
    why="""
A text stored in one encoding and read in another: apostrophes become three characters,
letters with accents two. Names are spelt wrong and cannot be searched. What ftfy
can undo is repaired; a replacement character has lost its letter for good, except
for an apostrophe, which the letters around it give away.

The damage must touch a letter, digit or closing mark, unless it is a dash or a control character,
which nobody types, or stands beside others that do. An article about encodings that
shows the characters by themselves stays clean, and so do capitals before quotation marks.
""",
    examples=(
        marked(
            "an apostrophe and an accent",
            "The mayorâ⟦€™⟧s cafÃ© had opened.\n".replace("â⟦€™⟧", "⟦â€™⟧").replace("Ã©", "⟦Ã©⟧"),
            fixed="The mayor’s café had opened.\n",
        ),
        marked(
            "misread twice, and a dash",
            "She said: ⟦Ã¢â‚¬Å“⟧We will row,Ã¢â‚¬Â\x9d and he ⟦â€”⟧ her brother ⟦â€”⟧ rowed.\n".replace(
                "Ã¢â‚¬Â\x9d", "⟦Ã¢â‚¬Â\x9d⟧"
            ),
            fixed="She said: “We will row,” and he — her brother — rowed.\n",
        ),
        marked(
            "control characters, in HTML",
            "<p>The ferry⟦\x92⟧s crew, and the men⟦â\x80\x99⟧s choir, sang.</p>",
            format="html",
            fixed="<p>The ferry’s crew, and the men’s choir, sang.</p>",
        ),
        marked(
            "letters that are lost, and one that can be guessed",
            "The ferry⟦�⟧s captain J⟦�⟧nsson slept.\n",
        ),
        marked("Cyrillic", "Он сказал: ⟦ÐŸÑ€Ð¸Ð²ÐµÑ‚⟧ и ушёл.\n", fixed="Он сказал: Привет и ушёл.\n"),
        marked(
            "Windows-1250, DOS, and apostrophes of which two characters are lost",
            "W Krak⟦Ăł⟧wie Wa⟦Ĺ‚⟧Ä™sa spa⟦Ĺ‚⟧.\n\nThe ferry didn⟦â⟧t sail, and it⟦â⟧s late. Fran⟦‡⟧ois can⟦â??⟧t row.\n".replace(
                "Ä™", "⟦Ä™⟧"
            ),
            fixed="W Krakówie Wałęsa spał.\n\nThe ferry didn’t sail, and it’s late. François can’t row.\n",
        ),
        marked(
            "an article about it shows the characters alone",
            "The three characters â€™ stand where an apostrophe should be, a UTF-8 reader explains. The letter é "
            "becomes Ã© and the euro sign â‚¬. Even a � has been seen.",
        ),
        marked(
            "honest letters",
            "A MANHÃ CHEGOU: “AMANHÔ, disse. São João, Ângela e a MAÇÔ. Le garçon fiancé… Â propos, Șapte. CAFÉ» "
            "Él fue. Sí, “mañana”. ÅÄÖ. СССР, РСФСР. "
            "Ăsta e bâta lui. Mĺkva vĺča. A 10¢ coin and f(x), ƒ(x). Qu’il menât.",
        ),
    ),
)
def mojibake(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the damage and undo it where it can be undone."""
    text = document.text
    alone: list[Hit] = []
    found: list[Hit] = []
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        for match in re.finditer(_RUN, text[block.start : block.end]):
            span = Span(*match.span()).shift(block.start)
            lost = "�" in match[0]
            if match[0] == "Ã":
                # The second character shows nothing: a space that does not break (à) or a soft hyphen (í).
                shown = text[span.end : span.end + 1]
                kind = document.source[document.source_span(span).end :][:1]
                if kind == "\u00ad" or shown.isalpha():
                    span = Span(span.start, min(span.end + 1, block.end))
                    found.append(Hit(span, repair="í" + text[span.start + 1 : span.end]))
                elif kind == "\xa0" or text[span.start - 1 : span.start].isalpha():
                    found.append(Hit(span, repair="à"))
                continue
            repair = None if lost else _mended(match[0])
            control = all("\x80" <= character <= "\x9f" for character in match[0])
            if repair is None and not lost and not control and not _BROKEN.fullmatch(match[0]):
                continue
            hit = Hit(span, repair=repair)
            before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
            if lost and before.isalpha() and re.match(r"(?:s|t|re|ve|ll|d|m)\b", text[span.end : span.end + 3]):
                hit = hit._replace(repair="’", applicability="unsafe")
            touches = (
                sum(map(str.isalpha, repair or "")) > 1
                or before.isalnum()
                or after.isalnum()
                or (before in tuple(".,!?…;)") and before != "")
            )
            dash = (repair in ("—", "–") or lost) and before == after == " "
            # Before a sign there is no letter that the first could belong to.
            sure = (
                touches
                or (match[0][0] == "Â" and len(match[0]) == 2)
                or any("\x80" <= character <= "\x9f" for character in match[0])
            )
            (found if sure or (dash and not _about(document)) else alone).append(hit)
    if len(found) < 3 and _about(document):
        found = [hit for hit in found if any("\x80" <= c <= "\x9f" for c in text[hit.span.start : hit.span.end])]
    yield from found
    if found and not _about(document):
        yield from alone


def _about(document: Document) -> bool:
    return bool(document.remember("encoding-subject", lambda: re.search(_SUBJECT, document.text) is not None))


def _mended(run: str) -> str | None:
    """What `run` was before it was misread, or None when that cannot be told."""
    from ftfy import fix_encoding

    if run in ("â€", "â\x80"):
        return "”"  # its last byte has no character and was dropped
    if run in ("â", "â??"):
        return "’"
    if run in _DOS:
        return _DOS[run]
    if run in ("Â", "¬", "ï»¿", "ï¿½"):
        return ""
    if run == "Ä…":
        return "ą"
    # Letters around it tell ftfy that this is running text.
    for around in ("", "xx"):
        fixed = fix_encoding(around + run + around)
        fixed = fixed[len(around) : len(fixed) - len(around)]
        if fixed != run and not re.search(_RUN, fixed):
            return fixed
    for encoding in _ENCODINGS:
        try:
            fixed = run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if re.search(_LIKELY, fixed) and (encoding not in ("cp1252", "latin-1") or not re.search(_QUOTING, run)):
            return fixed
    return None
