"""Documents that are no PDF are read apart, too, whole and with the same refusals."""

import pytest

from reader import importers
from reader.errors import (
    EmptyDocumentError,
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
    long = word(styled("Библиотеките получават нови книги за хората.") * 8000)
    with Apart(patience=Patience(progress=1.5)) as apart:
        assert len(apart.read(Incoming(long, "доклад.docx")).lines) == 8000
