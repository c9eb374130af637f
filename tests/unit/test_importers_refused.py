"""PDF files that are locked, scanned or damaged."""

import pytest

from reader.errors import (
    DamagedFileError,
    GarbledTextError,
    NoTextLayerError,
    PasswordError,
    SourceError,
)
from reader.model.raw import TagKind
from tests.unit.builders import PdfFile, PdfPage, encrypted, texts
from tests.unit.importers_parts import read

BODY = """Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност,
който се провежда за пета поредна година. Наградата се дава на библиотеки, които са
направили книгите си достъпни за хора с увредено зрение и за възрастни хора."""


PLAIN = PdfFile(PdfPage().write("Награда", y=80, size=20, font="Bold").lines(BODY, y=120)).data()


def test_a_file_that_needs_a_password_says_so():
    with pytest.raises(PasswordError) as raised:
        read(encrypted(PLAIN, user="четиво", owner="друга"), name="тайна.pdf")
    assert not raised.value.wrong
    assert raised.value.where == "тайна.pdf"


def test_a_wrong_password_is_told_from_none():
    with pytest.raises(PasswordError) as raised:
        read(encrypted(PLAIN, user="четиво", owner="друга"), password="читво")
    assert raised.value.wrong


@pytest.mark.parametrize("password", ["четиво", "друга"])
def test_the_password_opens_the_file(password):
    locked = encrypted(PLAIN, user="четиво", owner="друга")
    assert read(locked, password=password).lines == read(PLAIN).lines


def test_the_tree_of_a_locked_file_is_read_too():
    page = PdfPage().write("Награда", content=0).write("Журито реши.", y=120, content=1)
    data = PdfFile(page, elements=[("H2", [(0, 0)]), ("P", [(0, 1)])]).data()
    document = read(encrypted(data, user="четиво", owner="друга"), password="четиво")
    assert [line.tag.kind for line in document.lines] == [TagKind.HEADING, TagKind.PARAGRAPH]


def test_a_file_that_only_forbids_copying_opens_without_a_password():
    assert texts(encrypted(PLAIN, user="", owner="друга")) == ["Награда", BODY.replace("\n", " ")]


@pytest.mark.parametrize("page", [PdfPage(), PdfPage().picture()])
def test_pages_without_text_are_said_to_have_none(page):
    with pytest.raises(NoTextLayerError) as raised:
        read(PdfFile(page, PdfPage().picture()).data())
    assert raised.value.pages == 2


def test_a_scan_with_a_stamp_is_a_scan():
    with pytest.raises(NoTextLayerError):
        read(PdfFile(PdfPage().picture().write("вх. № 12"), PdfPage().picture()).data())


def test_a_picture_beside_text_does_no_harm():
    assert texts(PdfFile(PdfPage().picture().lines(BODY)).data()) == [BODY.replace("\n", " ")]


def test_letters_mapped_wrongly_are_not_imported():
    with pytest.raises(GarbledTextError) as raised:
        read(PdfFile(PdfPage().lines(BODY).lines(BODY, y=200), shift=0x1F0).data())
    assert raised.value.sample
    assert len(raised.value.sample) <= 60


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nnone of it", b"junk %PDF-2.0 \0\1\2"])
def test_a_file_that_only_says_it_is_a_pdf_is_damaged(data):
    with pytest.raises(DamagedFileError):
        read(data, name="novina.pdf")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file_is_read_in_part_or_said_to_be_damaged(share):
    try:
        found = texts(PLAIN[: int(share * len(PLAIN))])
    except SourceError:
        return
    assert set(found) <= {"Награда", BODY.replace("\n", " ")}
