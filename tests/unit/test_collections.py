"""A book that is a collection of articles becomes these articles; a book of chapters is one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader import importers, repair
from reader.app import Bulk, Reader
from reader.exporters.bound import Bound
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.i18n import Translator
from reader.importers import zipped
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.library.store import Library
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article
from reader.model.intake import Outcome
from reader.model.position import Position
from tests.pages.score import FOLDERS
from tests.unit.made_files import book

NOW = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
PAGES = (
    "own/01-digital-strategy",
    "third/commission-news",
    "third/wordpress-blog",
    "own/08-council",
)
TEXT = "<p>" + "Градът разполага с достъпна библиотека и с четири говорещи спирки. " * 5 + "</p>"


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    """Articles with notes, tables, quotations, pictures, and a notice."""
    return tuple(
        repair.repaired(importers.read(from_file(FOLDERS[0].parent / f"{name}.html")))[0]
        for name in PAGES
    )


def exported(path: Path, *articles: Article, language: str = "bg") -> Path:
    note = Annotation(
        1, "a", 1, AnnotationKind.NOTE, Position(1, 0), Position(1, 4), "Дума", "Бележка.", NOW, NOW
    )
    bound = (Bound(Marked(each, (note,))) for each in articles)
    EpubWriter(Translator(language), NOW, "Новини").write(bound, path)
    return path


def members(data: bytes) -> tuple[Incoming, ...]:
    return zipped.members(Incoming(data, "книга.epub"))


@pytest.mark.parametrize("language", ["bg", "en"])
def test_what_was_exported_comes_back_as_the_same_articles(tmp_path, articles, language):
    found = members(exported(tmp_path / "a.epub", *articles, language=language).read_bytes())
    assert len(found) == len(articles)
    for article, member in zip(articles, found, strict=True):
        back, _ = repair.repaired(importers.read(member))
        assert back.blocks == article.blocks
        assert (back.title, back.language, back.published, back.author, back.original) == (
            article.title,
            article.language,
            article.published,
            article.author,
            article.original,
        )
        assert back.source.address == article.source.address
        assert member.name == "книга.epub"


def test_an_article_that_was_exported_alone_comes_back_as_the_same(tmp_path, articles):
    data = exported(tmp_path / "a.epub", articles[0]).read_bytes()
    assert members(data) == ()
    back, _ = repair.repaired(importers.read(Incoming(data, "a.epub")))
    assert (back.blocks, back.source.address) == (articles[0].blocks, articles[0].source.address)


def test_who_wrote_an_article_and_when_is_told_where_it_does_not_say_so_itself(tmp_path, articles):
    plain = replace(articles[3], author="Мария Иванова", published=date(2025, 1, 2))
    silent = replace(plain, blocks=tuple(x for x in plain.blocks if "декември" not in str(x)))
    (first, _) = members(exported(tmp_path / "a.epub", silent, articles[0]).read_bytes())
    back, _ = repair.repaired(importers.read(first))
    assert (back.author, back.published) == ("Мария Иванова", date(2025, 1, 2))
    assert back.blocks == silent.blocks


def test_the_same_articles_make_the_same_files(tmp_path, articles):
    first = exported(tmp_path / "a.epub", *articles)
    second = exported(tmp_path / "b.epub", *articles[1:], articles[0])
    digests = [{each.data for each in members(path.read_bytes())} for path in (first, second)]
    assert digests[0] == digests[1]


def test_a_book_whose_chapters_only_have_titles_is_one_text():
    chapters = [f"<h1>Глава {number}</h1>{TEXT}" for number in range(1, 4)]
    assert members(book(*chapters)) == ()


@pytest.mark.parametrize(
    "said",
    [
        "<dc:type>periodical</dc:type>",
        '<meta name="calibre:publication_type" content="periodical:unknown:Вестник"/>',
    ],
)
def test_a_book_that_says_it_is_a_newspaper_is_a_collection(said):
    contents = '<h1>Днес</h1><ul><li><a href="1.xhtml">Новини от града и от селата</a></li></ul>'
    found = members(book(contents, f"<h1>Мост</h1>{TEXT}", f"<h1>Парк</h1>{TEXT}", about=said))
    titles = [repair.repaired(importers.read(each))[0].title for each in found]
    assert titles == ["Мост", "Парк"]


def test_chapters_with_days_or_origins_of_their_own_are_articles():
    dated = f"<h1>Мост</h1><p>12 май 2025 г.</p>{TEXT}"
    fetched = (
        f"<h2>Парк</h2>{TEXT}<p>Свалено от "
        '<a rel="calibre-downloaded-from" href="https://novini.example.bg/park">тук</a>.</p>'
    )
    first, second, last = members(book(dated, fetched, f"<h1>Послеслов</h1>{TEXT}"))
    article, _ = repair.repaired(importers.read(first))
    assert (article.title, article.published) == ("Мост", date(2025, 5, 12))
    article, _ = repair.repaired(importers.read(second))
    assert article.source.address == "https://novini.example.bg/park"
    assert repair.repaired(importers.read(last))[0].title == "Послеслов"


def test_notes_of_chapters_that_are_numbered_alike_stay_apart():
    chapters = [
        f'<h1>Глава {word}</h1>{TEXT}<p>Дума<a id="r1" href="#n1">[1]</a> е.</p>'
        f'<div id="n1">[1] Бележка {word}. <a href="#r1">↩</a></div>'
        for word in ("първа", "втора")
    ]
    article, _ = repair.repaired(importers.read(Incoming(book(*chapters), "книга.epub")))
    notes = [block for block in article.blocks if type(block).__name__ == "Footnote"]
    assert ["".join(span.text for span in note.spans) for note in notes] == [
        "Бележка първа.",
        "Бележка втора.",
    ]


def test_the_library_keeps_each_article_of_a_collection_once(tmp_path, articles):
    path = exported(tmp_path / "a.epub", *articles)
    with Library(tmp_path / "library") as library, Apart() as apart:
        reader = Reader(library, apart)
        first = reader.keep(from_file(path))
        assert [first.entry.title, *(each.entry.title for each in first.others)] == [
            each.title for each in articles
        ]
        again = reader.keep(from_file(path))
        assert {each.outcome for each in (again, *again.others)} == {Outcome.KNOWN}
        assert library.count().total == len(articles)
        opened = reader.repair_anew(first.entry.identifier)
        assert opened.article.blocks == articles[0].blocks


def test_a_folder_with_a_collection_is_taken_in_whole(tmp_path, articles):
    folder = tmp_path / "новини"
    folder.mkdir()
    exported(folder / "a.epub", *articles)
    (folder / "b.txt").write_text("Мостът е готов\n\nОтвориха го вчера.", "utf-8")
    with Library(tmp_path / "library") as library, Apart() as apart:
        bulk = Bulk(Reader(library, apart), apart, tmp_path / "library")
        report = bulk.start([folder])
        assert len(report.taken) == len(articles) + 1
        assert report.finished
        assert not report.failed
        report = bulk.start([folder])
        assert {each.outcome for each in report.taken} == {Outcome.KNOWN}


class UntilTold:
    """Stops when something is told of."""

    def __init__(self) -> None:
        self.told = False

    def tell(self, _each: object) -> None:
        self.told = True

    def progress(self, done: int, total: int) -> None:
        """Take no note."""

    def stopped(self) -> bool:
        return self.told


def test_a_pause_leaves_out_nothing_of_a_collection_that_is_known_in_part(tmp_path, articles):
    path = exported(tmp_path / "a.epub", *articles)
    with Library(tmp_path / "library") as library, Apart() as apart:
        reader, watch = Reader(library, apart), UntilTold()
        reader.keep(members(path.read_bytes())[0])
        bulk = Bulk(reader, apart, tmp_path / "library")
        if not bulk.start([path], watch, watch.tell).finished:
            bulk.resume()
        assert library.count().total == len(articles)
