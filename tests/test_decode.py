"""Bytes to text: by mark, by declaration, as UTF-8, by detector; what cannot be read says where it breaks."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document.decode import Source, UndecodableError, decode_bytes
from lintnews.document.model import Format

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}

GERMAN = (
    "Über den Dächern von Möhrenau läuten am Samstag die Glocken. Die Gemeinde hat lange darauf gewartet, dass das "
    "Geläut zurückkehrt, und nun hängt es größer als zuvor im Turm. „Schöner könnte es nicht sein“, sagt die Küsterin."
)
FRENCH = (
    "La cheminée de la conserverie fume de nouveau au-dessus du port. Deux ans après sa mise en liquidation, l’usine a "
    "redémarré lundi matin avec d’anciens salariés, réunis au sein d’une coopérative qu’ils ont eux-mêmes financée."
)
POLISH = (
    "Rada miasta zagłosowała późnym wieczorem za nową opłatą. Mieszkańcy będą płacić więcej za wodę, a pieniądze pójdą "
    "na zbiornik, którego miasto potrzebuje od wielu lat. Część radnych była przeciw, bo żądała tańszego rozwiązania."
)
RUSSIAN = (
    "Городской совет поздно вечером проголосовал за новый сбор. Жители будут платить за воду больше, а деньги пойдут "
    "на водохранилище, которое нужно городу уже много лет. Часть депутатов выступила против и потребовала проверки."
)


@pytest.mark.parametrize("encoding", MARKS)
@given(text=st.text())
def test_a_byte_order_mark_decides_and_is_no_text(encoding: str, text: str) -> None:
    data = MARKS[encoding] + text.encode(encoding)
    if encoding == "utf-16-le" and text.startswith("\0"):
        return  # the same bytes as the mark of UTF-32
    source = decode_bytes(data, "html")
    assert source == Source(text, encoding, MARKS[encoding])
    assert source.encode(source.text) == data


@given(st.text(min_size=1).filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf_8_needs_no_mark(text: str) -> None:
    assert decode_bytes(text.encode(), "text") == Source(text, "utf-8")


@pytest.mark.parametrize("format", ["text", "html", "markdown"])
def test_an_empty_file_is_an_empty_text(format: Format) -> None:
    assert decode_bytes(b"", format) == Source("", "utf-8")
    assert decode_bytes(codecs.BOM_UTF8, format).text == ""


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<META CHARSET=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', "iso8859-2"),
        ('<?xml version="1.0" encoding="windows-1250"?>', "cp1250"),
        ("<meta charset='koi8-r'>", "koi8-r"),
        ("<meta charset=shift_jis>", "shift_jis"),
    ],
)
def test_a_page_is_read_as_it_declares(declaration: str, encoding: str) -> None:
    text = {"koi8-r": "Реклама", "shift_jis": "広告"}.get(encoding, "Größe")
    data = f"{declaration}<p>{text}</p>".encode(encoding)
    source = decode_bytes(data, "html")
    assert (source.text, source.encoding) == (f"{declaration}<p>{text}</p>", encoding)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="utf-16">',  # cannot be true
        '<meta charset="nonsense">',
        *(f'<meta charset="{codec}">' for codec in ("hex", "zip", "rot13", "undefined", "punycode", "idna", "cp037")),
        *(
            f'<meta charset="{codec}">'
            for codec in ("unicode_escape", "raw_unicode_escape", "utf-7", "hz", "utf-8-sig")
        ),
        f"<!--{'x' * 1024}--><meta charset=koi8-r>",  # too late to count
    ],
)
def test_a_declaration_that_cannot_be_true_is_passed_over(declaration: str) -> None:
    data = f"{declaration}<p>Größe \\n</p>".encode()
    assert decode_bytes(data, "html") == Source(data.decode(), "utf-8")


def test_only_pages_declare() -> None:
    text = '<meta charset="koi8-r"> is a tag; größer'
    assert decode_bytes(text.encode(), "text").text == text
    assert decode_bytes(text.encode(), "markdown").text == text


def test_a_wrong_declaration_of_utf_8_does_not_hide_the_text() -> None:
    data = f'<meta charset="utf-8"><p>{GERMAN}</p>'.encode("cp1252")
    assert "Über den Dächern" in decode_bytes(data, "html").text


@pytest.mark.parametrize(
    ("text", "encoding"), [(GERMAN, "cp1252"), (FRENCH, "cp1252"), (POLISH, "cp1250"), (RUSSIAN, "cp1251")]
)
def test_legacy_single_byte_texts_are_told_by_their_letters(text: str, encoding: str) -> None:
    data = f"{text}\r\n{text}".encode(encoding)
    source = decode_bytes(data, "text")
    assert source.text == f"{text}\r\n{text}"
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            f"{GERMAN}\n".encode() * 2 + b"\xff" + GERMAN.encode(),
            f"not readable as UTF-8: byte 0xff at offset {2 * len(GERMAN.encode()) + 2} (line 3); save the file as UTF-8",
        ),
        (GERMAN.encode()[:-1] + b"\xe2\x80", "not readable as UTF-8: byte 0xe2 at offset"),
        (codecs.BOM_UTF8 + b"one\ntwo \xff", "not readable as UTF-8: byte 0xff at offset 11 (line 2)"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8", "not readable as UTF-16-LE: byte 0x00 at offset 4 (line 1)"),
        (codecs.BOM_UTF32_BE + b"\0\0\0a\0\0", "not readable as UTF-32-BE: byte 0x00 at offset 8 (line 1)"),
    ],
)
def test_what_cannot_be_read_says_where(data: bytes, problem: str) -> None:
    with pytest.raises(UndecodableError) as error:
        decode_bytes(data, "text")
    assert str(error.value).startswith(problem)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\0\0",
        b"%PDF-1.7\n%\0",
        b"\x1f\x8b\x08\0\0\0",
        b"GIF89a\0",
        bytes(range(32)) * 20,
        b"\0" * 100,
    ],
)
@pytest.mark.parametrize("format", ["text", "html"])
def test_a_binary_file_is_no_article(data: bytes, format: Format) -> None:
    with pytest.raises(UndecodableError, match="binary file, not an article; remove it from the paths or exclude it"):
        decode_bytes(data, format)


def test_a_stray_nul_makes_no_binary_file() -> None:
    assert decode_bytes(f"{GERMAN}\0{GERMAN}".encode(), "text").text == f"{GERMAN}\0{GERMAN}"


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.binary(max_size=20).map(lambda some: GERMAN.encode("cp1252") + some)))
@pytest.mark.parametrize("format", ["text", "html"])
def test_any_bytes_are_read_or_refused(format: Format, data: bytes) -> None:
    try:
        source = decode_bytes(data, format)
    except UndecodableError:
        return
    assert data[len(source.mark) :].decode(source.encoding) == source.text
