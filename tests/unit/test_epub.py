"""Articles as an EPUB: all their words, in order, and what a library has to know of them."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from lxml import etree

from reader.errors import TargetExistsError
from reader.exporters.bound import Bound
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.i18n import Translator
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article, Heading, Source, Span
from reader.model.leaves import leaves
from reader.model.position import Position
from tests.unit.book_samples import LIBRARIES, TRAINS
from tests.unit.test_exporters_html_words import BLOCKS, squeezed

NOW = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
BULGARIAN = Translator("bg")
NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
}


def book(path: Path, *articles: Article, title: str = "Новини") -> ZipFile:
    """Return the book of articles, read as any program would."""
    marked = (Bound(Marked(article, ())) for article in articles)
    EpubWriter(BULGARIAN, NOW, title).write(marked, path, replace=True)
    return ZipFile(path)


def inside(pack: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(pack.read(f"EPUB/{name}"))


def told(package: etree._Element, name: str) -> list[str]:
    return [element.text for element in package.iterfind(f".//dc:{name}", NAMES)]


def test_a_reading_program_finds_the_book_by_its_mark_and_its_container(tmp_path: Path) -> None:
    with book(tmp_path / "a.epub", LIBRARIES) as pack:
        first = pack.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert pack.read("mimetype") == b"application/epub+zip"
        container = etree.fromstring(pack.read("META-INF/container.xml"))
        assert container[0][0].get("full-path") == "EPUB/package.opf"
        manifest = {each.get("href") for each in inside(pack, "package.opf").iter("{*}item")}
        assert {f"EPUB/{name}" for name in manifest} == {
            name for name in pack.namelist() if name.startswith("EPUB/")
        } - {"EPUB/package.opf"}


def test_the_articles_stand_in_their_order_and_the_contents_lead_to_each(tmp_path: Path) -> None:
    with book(tmp_path / "a.epub", LIBRARIES, TRAINS) as pack:
        contents = inside(pack, "contents.xhtml")
        toc = contents.find(".//x:nav[@epub:type='toc']", NAMES)
        links = [(each.get("href"), each.text) for each in toc.iter("{*}a")]
        assert links == [
            ("article-1.xhtml", "Книги за всички"),
            ("article-1.xhtml#b2", "Кой може да участва?"),
            ("article-2.xhtml", "Нощни влакове"),
        ]
        for place, words in links:
            name, _, anchor = place.partition("#")
            page = inside(pack, name)
            found = page.find(f".//*[@id='{anchor}']") if anchor else page.find(".//x:h1", NAMES)
            assert "".join(found.itertext()) == words
        order = [each.get("idref") for each in inside(pack, "package.opf").iter("{*}itemref")]
        assert order == ["contents", "c1", "c2"]


def test_a_library_is_told_what_it_is_and_how_accessible(tmp_path: Path) -> None:
    with book(tmp_path / "a.epub", LIBRARIES, TRAINS, title="Новини & още") as pack:
        package = inside(pack, "package.opf")
    assert told(package, "title") == ["Новини & още"]
    assert told(package, "language") == ["bg"]
    assert told(package, "source") == ["https://ec.europa.eu/x?a=1&b=2"]
    facts = [(each.get("property"), each.text) for each in package.iter("{*}meta")]
    assert ("dcterms:modified", "2026-11-27T07:30:00Z") in facts
    assert ("schema:accessMode", "textual") in facts
    assert ("schema:accessibilityFeature", "alternativeText") in facts
    assert ("schema:accessibilityFeature", "synchronizedAudioText") not in facts
    assert not any(name == "media:duration" for name, _value in facts)


def test_languages_are_told_in_both_spellings(tmp_path: Path) -> None:
    with book(tmp_path / "a.epub", LIBRARIES) as pack:
        page = inside(pack, "article-1.xhtml")
    foreign = page.find(".//x:a[@lang='en']", NAMES)
    assert foreign.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_the_notes_of_the_person_stand_at_the_end(tmp_path: Path) -> None:
    start, end = Position(1, 0), Position(1, 10)
    note = Annotation(
        1, "a", 1, AnnotationKind.NOTE, start, end, "Програмата", "Да питам.", NOW, NOW
    )
    bound = Bound(Marked(LIBRARIES, (note,)))
    EpubWriter(BULGARIAN, NOW).write([bound], tmp_path / "a.epub")
    with ZipFile(tmp_path / "a.epub") as pack:
        said = "".join(inside(pack, "article-1.xhtml").itertext())
    assert said.index("По текущи цени.") < said.index("Моите бележки") < said.index("Да питам.")


def test_nothing_is_written_over_and_nothing_half_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_text("мое", "utf-8")
    with pytest.raises(TargetExistsError):
        EpubWriter(BULGARIAN, NOW).write([Bound(Marked(TRAINS, ()))], path)

    def broken():
        yield Bound(Marked(TRAINS, ()))
        raise KeyError

    with pytest.raises(KeyError):
        EpubWriter(BULGARIAN, NOW).write(broken(), path, replace=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.epub"]
    assert path.read_text("utf-8") == "мое"


@settings(max_examples=40)
@given(BLOCKS)
def test_any_block_comes_out_word_for_word(tmp_path_factory, block) -> None:
    found = Article("Заглавие", "bg", (Heading(1, (Span("Заглавие"),)), block), Source("text"))
    path = tmp_path_factory.mktemp("book") / "a.epub"
    with book(path, found) as pack:
        page = inside(pack, "article-1.xhtml")
    for number, leaf in enumerate(leaves(found)):
        element = page.find(f".//*[@id='b{number}']")
        said = " ".join(element.itertext()) if element is not None else ""
        letters = re.sub(r"\s", "", squeezed(leaf.text))
        assert letters in re.sub(r"\s", "", said) or not letters
