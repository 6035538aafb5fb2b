"""Bytes to text, once: what the file is written in is found out, never guessed over.

In this order: byte-order mark, the charset that an HTML file declares, UTF-8,
and for legacy single-byte files a detector. What none of them can explain is an
error that says where the first bad byte stands.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from .model import Format

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Browsers look for the declaration in the first 1,024 bytes (WHATWG "prescan").
_PRESCAN = 1024
_DECLARED = (
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)"""
)

# Bytes that mean themselves in every encoding that adds to ASCII, and something else in the others.
_ASCII = rb"<a \n \u0061 +AGE- ~{ .xn--nxasmq6b"

# Labels that the web reads as Windows-1252 (WHATWG encoding standard).
_WINDOWS = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252"}

# First bytes of files that are no text; checked only when a NUL stands in the file.
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})


class UndecodableError(ValueError):
    """The bytes are no text that can be read without guessing; the message says why and what helps."""


class Source(NamedTuple):
    """A decoded file: its text after the byte-order mark, and what to write it back with."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """`text` as bytes in the file's own encoding, with its byte-order mark.

        Raises UnicodeEncodeError when the encoding has no such character.
        """
        return self.mark + text.encode(self.encoding)


def decode_bytes(data: bytes, format: Format) -> Source:
    """Decode a file of the given format. Raises UndecodableError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Source(data[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError as error:
                raise UndecodableError(_bad_byte(data, error.start + len(mark), encoding.upper())) from None
    if _is_binary(data):
        raise UndecodableError("binary file, not an article; remove it from the paths or exclude it")
    declared = _declared(data) if format == "html" else None
    for name in (declared, "utf-8"):
        if name is None:
            continue
        try:
            return Source(data.decode(name), name)
        except UnicodeDecodeError:
            continue
    return _detect(data)


def _is_binary(data: bytes) -> bool:
    if b"\0" not in data:
        return False
    head = data[:8192]
    return data.startswith(_BINARY) or len(head) - len(head.translate(None, _CONTROL)) > len(head) // 10


def _declared(data: bytes) -> str | None:
    match = re.search(_DECLARED, data[:_PRESCAN])
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii").lower()
    if label in _WINDOWS:
        return "cp1252"
    try:
        name = codecs.lookup(label).name
        # A file whose declaration could be read byte by byte is in no UTF-16 (WHATWG says the same), and what
        # Python calls a codec need not be an encoding of text.
        plain = _ASCII.decode(name) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return None
    return name.removesuffix("-sig") if plain else None


_MULTIBYTE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"


def _detect(data: bytes) -> Source:
    """Read a legacy file with charset-normalizer, unless it is UTF-8 with a broken byte."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    whole = sum(len(match[0]) for match in re.finditer(_MULTIBYTE, data))
    if whole * 2 > high:
        raise UndecodableError(_bad_byte(data, place, "UTF-8"))
    from charset_normalizer import from_bytes

    # The detector reads samples, so its time does not grow with the file; what it says must hold for all of it.
    best = from_bytes(data, threshold=0.15, explain=False).best()
    if best is not None:
        try:
            return Source(data.decode(best.encoding), best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    raise UndecodableError(_bad_byte(data, place, "UTF-8"))


def _bad_byte(data: bytes, place: int, encoding: str) -> str:
    line = data.count(b"\n", 0, place) + 1
    found = f"byte 0x{data[place]:02x}" if place < len(data) else "the end of the file"
    return f"not readable as {encoding}: {found} at offset {place} (line {line}); save the file as UTF-8"
