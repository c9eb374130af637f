"""Documents that are no PDF are read apart, too, whole and with the same refusals."""

import pytest

from reader import importers
from reader.errors import (
    EmptyDocumentError,
    GarbledTextError,
    HugeFileError,
    OtherFormatError,
    ProtectedFileError,
    UnsafeFileError,
)
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.processes.attended import Patience
from tests.fuzz.documents import documents
from tests.unit.made_files import book_parts, styled, word, zipped

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"


@pytest.fixture(scope="module")
def real():
    with Apart() as apart:
        yield apart


@pytest.mark.parametrize(
    "data", list(documents()), ids=["docx", "epub", "mhtml", "html", "markdown"]
)
def test_a_document_is_read_apart_as_it_is_read_here(real, data):
    assert real.read(Incoming(data)) == importers.read(Incoming(data))


def test_the_name_and_the_address_go_along(real):
    read = real.read(Incoming(b"- a\n- b\n", "x.md", address="https://ec.europa.eu/bg/a"))
    assert (read.format, read.address) == ("markdown", "https://ec.europa.eu/bg/a")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), OtherFormatError),
        (zipped({**book_parts(""), "OEBPS/book.opf": ENTITIES}), UnsafeFileError),
        (word(""), EmptyDocumentError),
        (rb"{\rtf1 x}", OtherFormatError),
        (LOCKED, ProtectedFileError),
    ],
)
def test_what_cannot_be_read_is_refused_by_the_same_name_as_here(real, data, error):
    with pytest.raises(error) as there:
        real.read(Incoming(data, "файл"))
    with pytest.raises(error) as here:
        importers.read(Incoming(data, "файл"))
    assert vars(there.value) == vars(here.value)


def test_a_zip_bomb_costs_one_file(real):
    text = styled("х" * 100) * 150_000  # 30 MB in a file of some kilobytes
    with pytest.raises(HugeFileError):
        real.read(Incoming(word(text), "бомба.docx"))
    assert real.read(Incoming(word(styled("Нови книги")))).lines


def test_long_work_that_cannot_tell_of_itself_is_no_hang():
    long = word(styled("Библиотеките получават нови книги за хората.") * 16_000)
    with Apart(patience=Patience(start=60, progress=3)) as apart:
        assert len(apart.read(Incoming(long, "доклад.docx")).lines) == 16_000


SENTENCE = "<p>Това е абзац с достатъчно думи, за да бъде прочетен като част от статията.</p>"
HOSTILE = {
    "notes": "<sup>1</sup>" * 9000 + "<p class=footnote>1 Бележка под линия.</p>" * 9000,
    "quotations": ("<blockquote>" * 200 + "Речено." + "</blockquote>" * 200) * 60,
    "spans": "<table>" + "<tr><td>1<td rowspan=1000 colspan=100>2</tr>" * 9000 + "</table>",
    "lists": ("<ul><li>Точка" * 90 + "</ul>" * 90) * 100,
    "notices": ("<div>" * 200 + "<a href=use-machine-translation-europa>x</a>" * 200) * 40,
    "actions": "<a href=x>Печат</a>" * 20000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_pages_made_to_take_long_are_read_or_refused_and_do_not_hang(real, kind):
    page = f"<html><body><article><h1>Заглавие</h1>{SENTENCE}{HOSTILE[kind]}</article></body>"
    try:
        lines = real.read(Incoming(page.encode(), "x.html")).lines
        assert "Това е абзац" in "".join(line.text for line in lines)
    except (HugeFileError, GarbledTextError):
        pass
