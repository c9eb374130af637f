"""Zip files of strangers: read up to a limit, refused by name, never unpacked to the disk."""

import zipfile
from io import BytesIO

import pytest

from reader import importers
from reader.errors import (
    DamagedFileError,
    HugeFileError,
    OtherFormatError,
    ProtectedFileError,
    UnsafeFileError,
)
from reader.importers.incoming import Incoming
from reader.importers.zipped.container import Container
from reader.importers.zipped.xml import root
from tests.unit.made_files import PACKAGE, book_parts, styled, word_parts, zipped

BOMB = '<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(data, name="новини.docx"):
    return importers.read(Incoming(data, name))


def types(kind):
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/x.xml" '
            f'ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
        )
    }


OTHERS = {
    ".odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    ".ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    ".xlsx": zipped(types("spreadsheetml.sheet.main")),
    ".pptx": zipped(types("presentationml.presentation.main")),
    ".zip": zipped({"page.html": "<p>Страница</p>", "page_files/style.css": ""}),
    ".rtf": rb"{\rtf1\ansi Novini}",
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "Workbook".encode("utf-16-le"),
    ".7z": b"7z\xbc\xaf\x27\x1c\0\4",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_format_that_is_not_read_is_called_by_its_name_whatever_the_file_is_called(kind):
    with pytest.raises(OtherFormatError) as caught:
        read(OTHERS[kind])
    assert (caught.value.kind, caught.value.where) == (kind, "новини.docx")


def test_an_empty_zip_file_is_a_zip_file():
    with pytest.raises(OtherFormatError) as caught:
        read(zipped({}))
    assert caught.value.kind == ".zip"


def test_a_word_document_with_a_password_is_said_to_be_encrypted():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ProtectedFileError):
        read(locked)


def test_a_part_is_read_only_up_to_the_limit_whatever_the_file_says_of_its_size():
    packed = zipped({"a": bytes(20 * 2**20)})
    assert len(packed) < 100_000
    lying = packed.replace((20 * 2**20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    for data in (packed, lying):
        with pytest.raises((HugeFileError, DamagedFileError)):
            Container(data, "бомба").part("a")


def test_many_parts_below_the_limit_come_to_no_more_than_another_limit():
    bomb = Container(zipped({str(number): bytes(15 * 2**20) for number in range(5)}), "бомба")
    for number in range(4):
        bomb.part(str(number))
    with pytest.raises(HugeFileError):
        bomb.part("4")


def test_a_file_of_countless_parts_is_unsafe():
    with pytest.raises(UnsafeFileError):
        Container(zipped({str(number): b"" for number in range(20_001)}, zipfile.ZIP_STORED), "x")


def test_a_packing_that_no_document_has_is_damage():
    for packing in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(DamagedFileError):
            Container(zipped({"a": b"x"}, packing), "x").part("a")


def test_a_part_that_is_not_there_is_damage():
    with pytest.raises(DamagedFileError):
        Container(zipped({"a": b"x"}), "x").part("../../etc/passwd")


def test_an_encrypted_part_is_said_to_be_protected():
    data = bytearray(zipped({"a": b"x"}, zipfile.ZIP_STORED))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    with pytest.raises(ProtectedFileError):
        Container(bytes(data), "x").part("a")


def test_a_damaged_directory_is_damage():
    data = zipped({"a": b"x" * 100})
    for cut in (5, 40, len(data) - 5):
        with pytest.raises(DamagedFileError):
            Container(data[:cut], "x").part("a")


@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
def test_xml_that_declares_entities_is_unsafe(head):
    with pytest.raises(UnsafeFileError):
        root(f"{head}<x>&a;</x>".encode(), "x")
    with pytest.raises(UnsafeFileError):
        root(f"{head}<x>&a;</x>".encode("utf-16"), "x")


def test_a_document_type_alone_does_no_harm_and_is_not_fetched():
    data = b'<!DOCTYPE x PUBLIC "-//W3C//DTD" "http://127.0.0.1:1/x.dtd"><x>a<!-- b --><?c d?></x>'
    assert "".join(root(data, "x").itertext()) == "a"


def test_xml_nested_without_end_is_damage():
    with pytest.raises(DamagedFileError):
        root(b"<x>" * 5000 + b"</x>" * 5000, "x")


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
def test_no_part_of_a_word_document_may_declare_entities(part, head):
    parts = word_parts(styled("Новини"))
    with pytest.raises(UnsafeFileError):
        read(zipped({**parts, part: head + parts[part]}))


@pytest.mark.parametrize(
    "part", ["OEBPS/book.opf", "META-INF/container.xml", "OEBPS/text/0 .xhtml"]
)
def test_no_part_of_a_book_may_declare_entities(part):
    parts = book_parts("<p>Новини</p>")
    text = (
        parts[part]
        .replace("<!DOCTYPE html>", "")
        .removeprefix('<?xml version="1.0" encoding="utf-8"?>\n')
    )
    with pytest.raises(UnsafeFileError):
        read(zipped({**parts, part: OUTSIDE + text}))


def test_what_a_zip_file_holds_counts_and_not_its_name_or_its_first_part():
    parts = book_parts("<p>Новини от библиотеката.</p>")
    late = {name: parts[name] for name in reversed(parts)}
    assert read(zipped(late), "книга.zip").format == "epub"


def test_nothing_is_written_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parts = word_parts(styled("Новини от библиотеката."))
    made = BytesIO(zipped({**parts, "../evil.xml": "<x/>", "/evil.xml": "<x/>"}))
    assert read(made.getvalue()).lines
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "evil.xml").exists()
