"""A page saved as one file is the page in it, with the address it was saved from."""

import base64
import quopri

import pytest

from reader import importers, repair
from reader.errors import DamagedFileError
from reader.importers import mhtml
from reader.importers.incoming import Incoming
from reader.model.leaves import leaves
from tests.unit.made_files import saved_page

TEXT = (
    "<p>Библиотеките получават нови книги за хората, които не могат да четат печатен текст. "
    "Комисията прие решението вчера.</p>"
)
PAGE = f"<!doctype html><html><body><main><h1>Нови книги</h1>{TEXT}</main></body></html>"
HTML = "Content-Type: text/html\r\nContent-Location: https://ec.europa.eu/bg/novini"
QUOTED = f"{HTML}\r\nContent-Transfer-Encoding: quoted-printable"
PICTURE = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", b"AAAA")


def quoted(text, encoding="utf-8"):
    return quopri.encodestring(text.encode(encoding)).replace(b"\n", b"\r\n")


def article(data):
    found, _ = repair.repaired(importers.read(Incoming(data, "страница.mhtml")))
    return found


def texts(data):
    return [leaf.text for leaf in leaves(article(data))]


def test_the_page_comes_in_with_the_address_it_was_saved_from():
    found = article(saved_page((QUOTED, quoted(PAGE)), PICTURE))
    assert (found.title, found.source.format) == ("Нови книги", "mhtml")
    assert found.source.address == "https://ec.europa.eu/bg/novini"


@pytest.mark.parametrize(
    ("headers", "data"),
    [
        (HTML, PAGE.encode()),
        (f"{HTML}\r\nContent-Transfer-Encoding: 8bit", PAGE.encode()),
        (f"{HTML}\r\nContent-Transfer-Encoding: base64", base64.encodebytes(PAGE.encode())),
        (QUOTED.replace("text/html", 'text/html; charset="windows-1251"'), quoted(PAGE, "cp1251")),
    ],
)
def test_it_reads_alike_in_every_encoding(headers, data):
    assert texts(saved_page((headers, data))) == texts(saved_page((QUOTED, quoted(PAGE))))


def test_with_line_ends_of_unix_it_is_the_same():
    data = saved_page((QUOTED, quoted(PAGE)))
    assert texts(data.replace(b"\r\n", b"\n")) == texts(data)


def test_a_page_saved_as_a_mail_without_parts_is_the_page():
    data = f"MIME-Version: 1.0\r\n{QUOTED}\r\n\r\n".encode() + quoted(PAGE)
    assert article(data).title == "Нови книги"


def test_of_frames_that_with_most_words_is_the_page():
    frames = '<html><frameset><frame src="cid:a"><frame src="cid:b"></frameset></html>'
    menu = "<html><body><p>Начало Новини Контакти</p></body></html>"
    data = saved_page((QUOTED, quoted(frames)), (HTML, menu.encode()), (HTML, PAGE.encode()))
    assert article(data).title == "Нови книги"


def test_a_frame_in_a_page_with_words_of_its_own_is_passed_over():
    page = PAGE.replace("</main>", '<iframe src="cid:a"></iframe></main>').replace(TEXT, TEXT * 3)
    advertisement = f"<html><body><h1>Реклама</h1>{TEXT * 9}</body></html>"
    data = saved_page((QUOTED, quoted(page)), (HTML, advertisement.encode()))
    assert article(data).title == "Нови книги"


def test_a_page_inside_of_parts_inside_of_parts_is_found_but_not_at_any_depth():
    def inside(data, depth):
        head = f'Content-Type: multipart/alternative; boundary="b{depth}"'
        body = f"--b{depth}\r\n".encode() + data + f"\r\n--b{depth}--\r\n".encode()
        return head, body

    def as_part(pair):
        return pair[0].encode() + b"\r\n\r\n" + pair[1]

    one = inside(as_part((QUOTED, quoted(PAGE))), 0)
    assert article(saved_page(one)).title == "Нови книги"
    deep = one
    for depth in range(1, 900):
        deep = inside(as_part(deep), depth)
    with pytest.raises(DamagedFileError):
        article(saved_page(deep))


def test_a_saved_page_without_a_page_is_damage():
    with pytest.raises(DamagedFileError):
        article(saved_page(PICTURE))


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nSubject: x\r\n\r\ntext",
        "Относно: новини\nMIME-Version: 1.0\nContent-Type: text/html\n\n".encode(),
        "Заглавие\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n".encode(),
        b"<html><body><p>MIME-Version: 1.0</p></body></html>",
    ],
)
def test_a_text_or_a_page_about_mail_is_no_saved_page(data):
    assert not mhtml.recognises(data)


def test_an_address_may_begin_in_capitals():
    part = (QUOTED.replace("https://", "HTTPS://"), quoted(PAGE))
    assert article(saved_page(part)).source.address == "HTTPS://ec.europa.eu/bg/novini"


def test_an_address_of_this_computer_is_no_address():
    part = (QUOTED.replace("https://ec.europa.eu/bg/novini", "file:///C:/a.html"), quoted(PAGE))
    assert article(saved_page(part)).source.address is None
