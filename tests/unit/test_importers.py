"""What comes in is read by its content; what cannot be read is said to be so."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reader import importers
from reader.errors import (
    EmptyDocumentError,
    FolderError,
    GarbledTextError,
    MissingFileError,
    SourceError,
    UnknownFormatError,
    UnreadableFileError,
)
from reader.importers.incoming import Incoming, from_file, from_text
from reader.repair import repaired
from tests.unit.builders import PdfFile, PdfPage, pasted, texts
from tests.unit.importers_parts import read

TEXT = "Награда за библиотеки\n\nКонкурсът „Библиотека за всеки“ приключи – победиха две.\n"


def lines(data):
    return [line.text for line in read(data).lines]


ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16 little": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16 big": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "windows-1251": TEXT.encode("cp1251"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_text_reads_alike_in_every_encoding_and_with_any_line_ends(data, end):
    name = next(key for key, value in ENCODED.items() if value == data).split()[0]
    codec = {"utf-16": "utf-16-be" if data[:1] == b"\xfe" else "utf-16-le"}.get(name, name)
    ended = data.replace("\n".encode(codec), end.encode(codec))
    assert read(ended).lines == pasted(TEXT).lines


def test_empty_lines_are_counted_on_the_line_below():
    found = pasted("\n\nпърви\nвтори\n\n\n\nтрети\n\n").lines
    assert [(line.text, line.blank_before) for line in found] == [
        ("първи", 2),
        ("втори", 0),
        ("трети", 3),
    ]


def test_a_form_feed_begins_a_page():
    found = pasted("първа\n\fвтора\n\fтрета").lines
    assert [(line.text, line.page) for line in found] == [("първа", 0), ("втора", 1), ("трета", 2)]


def test_spaces_before_a_line_stay_and_those_after_it_go():
    assert lines("  отстъп   \n".encode()) == ["  отстъп"]


@pytest.mark.parametrize("mark", ["\x02", "\ufffe", "\x02\n", "\ufffe\n", "\x02\r\n"])
def test_the_line_end_hyphens_of_a_browsers_pdf_reader_are_hyphens(mark):
    assert lines(f"това е доку{mark}мент".encode()) == ["това е доку-", "мент"]
    assert texts(f"Заглавие\n\nТова е най{mark}добрият доку{mark}мент.")[-1].endswith(
        "Това е най-добрият документ."
    )


def test_a_few_control_characters_do_not_make_a_text_unreadable():
    assert read(("дума " * 60 + "\x1b\x07").encode()).format == "text"


@pytest.mark.parametrize("stray", ["\x07", "\x1b", "\x1a", "\x08\x7f"])
def test_a_short_text_is_read_without_its_stray_control_characters(stray):
    text = f"Нови{stray} влакове тръгват към морето.\n"
    article, _ = repaired(read(text.encode()))
    assert article.title == "Нови влакове тръгват към морето."


def test_the_colours_of_a_terminal_leave_nothing_behind():
    text = "\x1b[1;31mНови\x1b[0m влакове\x1b[K [1] тръгват.\n" * 3
    assert lines(text.encode()) == ["Нови влакове [1] тръгват."] * 3


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x7fELF\x02\x01\x01\0",
        bytes(range(1, 256)),
        b"\xff\xd8\xff\xe0\x10JFIF",
        b"\x01\x02\x03\x04",
        b"MZ\x90\x03\x04\x07\xff\xffab\x01\x02cd\x05",
        b"ab\x01cd\x02ef",
        "текст с нулев\0знак".encode(),
    ],
)
def test_what_is_no_text_and_no_pdf_is_of_unknown_format(data):
    with pytest.raises(UnknownFormatError):
        read(data)


@pytest.mark.parametrize("data", [b"", b" ", b"\n\r\n\t  \n"])
def test_an_empty_document_is_said_to_be_empty(data):
    with pytest.raises(EmptyDocumentError):
        read(data)


def test_a_pdf_is_known_by_its_content_and_not_by_its_name():
    data = PdfFile(PdfPage().write("Конкурсът приключи.")).data()
    assert read(data, name="novina.txt").format == "pdf"
    assert read(b"\r\n\r\n" + data).format == "pdf"
    assert read(TEXT.encode(), name="novina.pdf").format == "text"


def test_pasted_text_may_hold_any_character():
    assert pasted("дума \ud800 \U0001f600\n").lines[0].text == "дума ? \U0001f600"
    assert from_text(TEXT, "https://example.eu").address == "https://example.eu"
    assert from_text(TEXT).where == ""


def test_a_file_is_read_with_its_name(tmp_path):
    path = tmp_path / "новина.txt"
    path.write_text(TEXT, "utf-8")
    found = from_file(path, "https://example.eu", "тайна")
    assert found == Incoming(TEXT.encode(), "новина.txt", path, "https://example.eu", "тайна")
    assert found.where == path


def test_an_error_says_which_document_it_means(tmp_path):
    path = tmp_path / "празен.txt"
    path.touch()
    with pytest.raises(EmptyDocumentError) as raised:
        importers.read(from_file(path))
    assert raised.value.where == path
    with pytest.raises(EmptyDocumentError) as raised:
        read(b"", name="празен.txt")
    assert raised.value.where == "празен.txt"


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(MissingFileError) as raised:
        from_file(tmp_path / "няма.pdf")
    assert raised.value.where == tmp_path / "няма.pdf"


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(FolderError):
        from_file(tmp_path)


def test_a_path_that_leads_through_a_file_cannot_be_read(tmp_path):
    (tmp_path / "файл").touch()
    with pytest.raises(UnreadableFileError) as raised:
        from_file(tmp_path / "файл" / "друг.txt")
    assert raised.value.reason


def test_a_name_too_long_for_the_system_is_an_error_a_person_can_read(tmp_path):
    with pytest.raises(SourceError):
        from_file(tmp_path / ("a" * 5000))


AS_NOBODY = """
import os, sys
from pathlib import Path
from reader.errors import SourceError
from reader.importers.incoming import from_file
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    from_file(Path(sys.argv[1]))
except SourceError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="the rights of files are others here")
def test_a_file_that_the_person_may_not_read_is_said_to_be_so():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "тайна.txt")
        path.write_text(TEXT, "utf-8")
        path.chmod(0)
        Path(folder).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(path)],
            cwd=Path(importers.__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.stdout.strip(), done.stderr) == ("NoPermissionError", "")


def test_every_importer_knows_its_own_format_alone():
    pdf = PdfFile(PdfPage().write("Конкурсът приключи.")).data()
    knowing = [
        [
            importer.__name__.rsplit(".", 1)[-1]
            for importer in importers.known()
            if importer.recognises(data)
        ]
        for data in (pdf, TEXT.encode(), b"\x89PNG\0")
    ]
    assert knowing[0][0] == "pdf"
    assert knowing[1:] == [["plain"], []]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "iso8859-5", "cp866"])
def test_cyrillic_encodings_are_told_apart_by_their_letters(encoding):
    text = "Комисията обяви наградите за достъпни библиотеки.\nЦеремонията е през май."
    assert lines(text.encode(encoding)) == text.split("\n")
    assert lines("ЗАКОН ЗА БИБЛИОТЕКИТЕ".encode(encoding)) == ["ЗАКОН ЗА БИБЛИОТЕКИТЕ"]


def test_letters_of_western_europe_are_known_too():
    text = "Die Kommission hat Maßnahmen für Büchereien in der Europäischen Union vorgestellt."
    assert lines(text.encode("cp1252")) == [text]


def test_rubbish_in_a_text_is_told():
    with pytest.raises(GarbledTextError) as raised:
        read(("?@548728:0B5;AB2> B@0=?0@5=B=>AB =0 70:>=8B5 " * 8).encode(), name="a.txt")
    assert raised.value.sample.startswith("?@548728")


def test_pasted_text_that_begins_like_a_pdf_file_is_text():
    assert [line.text for line in pasted("%PDF-1.7 е версия на формата.\n").lines] == [
        "%PDF-1.7 е версия на формата."
    ]
