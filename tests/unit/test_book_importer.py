"""A book comes in chapter by chapter, in its order, as one article."""

import pytest

from reader import importers, repair
from reader.errors import DamagedFileError, EmptyDocumentError, ProtectedFileError
from reader.importers.incoming import Incoming
from reader.model.article import Heading, plain
from reader.model.leaves import leaves
from tests.unit.made_files import book, book_parts, xhtml, zipped

TEXT = "<p>Библиотеките получават нови книги за хората, които не могат да четат печатен текст.</p>"
ABOUT = (
    "<dc:title>Новини от март</dc:title><dc:language>bg</dc:language>"
    "<dc:creator>Европейска комисия</dc:creator><dc:date>2025-03-15T00:00:00Z</dc:date>"
)


def article(data):
    found, _ = repair.repaired(importers.read(Incoming(data, "книга.epub")))
    return found


def headings(found):
    return [(b.level, plain(b.spans)) for b in found.blocks if isinstance(b, Heading)]


def test_a_book_of_one_article_is_that_article():
    found = article(book(f"<h1>Нови книги</h1>{TEXT}", f"<h2>За кого</h2>{TEXT}", about=ABOUT))
    assert headings(found) == [(1, "Нови книги"), (2, "За кого")]
    assert (found.title, found.language, found.author) == ("Нови книги", "bg", "Европейска комисия")
    assert str(found.published) == "2025-03-15"


def test_the_articles_of_a_digest_are_its_chapters():
    first = f"<h1>Нови книги</h1>{TEXT}<h2>За кого</h2>{TEXT}"
    found = article(book(first, f"<h1>Чисти води</h1>{TEXT}", about=ABOUT))
    assert headings(found) == [
        (1, "Новини от март"),
        (2, "Нови книги"),
        (3, "За кого"),
        (2, "Чисти води"),
    ]


def test_the_table_of_contents_the_cover_and_what_is_aside_are_not_read():
    cover = '<section epub:type="cover"><img src="c.png" alt="Корица"/></section>'
    toc = '<p><a href="1.xhtml">Съдържание по стар начин</a></p>'
    guide = '<reference type="toc" href="text/1%20.xhtml#top"/>'
    found = article(book(cover, toc, f"<h1>Нови книги</h1>{TEXT}", guide=guide))
    first, _ = leaves(found)
    assert first.text == "Нови книги"


def test_the_order_is_that_of_reading_and_not_that_of_the_file():
    parts = book_parts(f"<h1>Нови книги</h1>{TEXT}", "<p>Втора глава на книгата.</p>")
    late = {name: parts[name] for name in reversed(parts)}
    assert leaves(article(zipped(late)))[-1].text == "Втора глава на книгата."


def test_what_stands_aside_of_the_order_is_not_read():
    parts = book_parts(f"<h1>Нови книги</h1>{TEXT}", "<p>Отговори на въпросите.</p>")
    name = "OEBPS/book.opf"
    parts[name] = parts[name].replace('idref="c1"', 'idref="c1" linear="no"')
    assert len(leaves(article(zipped(parts)))) == 2


def test_empty_elements_and_letters_by_name_are_what_they_are_in_a_page():
    found = article(
        book(f'<h1>Нови<a id="p1"/> книги</h1><div/><p>a&nbsp;&ndash;&#8239;&lt;b</p>{TEXT}')
    )
    assert [leaf.text.split() for leaf in leaves(found)[:2]] == [
        ["Нови", "книги"],
        ["a", "–", "<b"],
    ]


def test_a_chapter_that_is_no_xml_is_read_as_a_page():
    parts = book_parts("")
    parts["OEBPS/text/0 .xhtml"] = f"<html><body><h1>Нови книги</h1><p>Едно<br>две{TEXT}"
    assert leaves(article(zipped(parts)))[1].text.split() == ["Едно", "две"]


def test_nothing_active_and_no_address_inside_the_book_comes_along():
    body = '<h1>Нови книги</h1><script>alert(1)</script><p onclick="x()">Виж <a href="2.xhtml">тук'
    found = article(book(f'{body}</a> и <a href="https://europa.eu/">там</a>.</p>{TEXT}'))
    links = [span.link for block in found.blocks for span in block.spans if span.link]
    assert links == ["https://europa.eu/"]
    assert "alert" not in repr(found)


def encrypted(algorithm):
    return {
        "META-INF/encryption.xml": (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
            f'<enc:EncryptionMethod Algorithm="{algorithm}"/></enc:EncryptedData></encryption>'
        )
    }


def test_a_book_for_one_shops_programs_is_said_to_be_protected():
    locked = encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(ProtectedFileError):
        article(book(TEXT, more=locked))


def test_disguised_fonts_protect_nothing():
    fonts = encrypted("http://www.idpf.org/2008/embedding")
    assert article(book(f"<h1>Нови книги</h1>{TEXT}", more=fonts)).title == "Нови книги"


@pytest.mark.parametrize("way", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_a_chapter_outside_of_the_book_is_damage(way):
    parts = book_parts(TEXT)
    name = "OEBPS/book.opf"
    parts[name] = parts[name].replace("text/0%20.xhtml", way)
    with pytest.raises(DamagedFileError):
        article(zipped(parts))


def test_a_book_without_text_is_empty():
    parts = book_parts()
    with pytest.raises(EmptyDocumentError):
        article(zipped(parts))


@pytest.mark.parametrize("part", ["OEBPS/book.opf", "META-INF/container.xml"])
def test_a_damaged_list_is_damage(part):
    parts = book_parts(TEXT)
    with pytest.raises(DamagedFileError):
        article(zipped({**parts, part: parts[part][:-8]}))


def test_a_chapter_may_be_in_any_encoding_that_it_names():
    parts = book_parts("")
    page = xhtml(f"<h1>Нови книги</h1>{TEXT}").replace("utf-8", "windows-1251")
    parts["OEBPS/text/0 .xhtml"] = page.encode("cp1251")
    assert article(zipped(parts)).title == "Нови книги"
