"""What is taken from an archive joins what is in the library; nothing is there twice or lost."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.app import Reader
from reader.errors import StoppedError
from reader.importers.apart import Apart
from reader.library.archive.archive import Archive
from reader.library.store import Library
from reader.model.article import Paragraph, Span
from reader.model.correction import Correction, Piece
from reader.model.position import START, Position
from reader.model.query import Filter, Search
from reader.model.raw import Tag, TagKind
from tests.unit.archive.samples import TITLES, changed, check_search, fill, make, mark_up
from tests.unit.library_samples import EVERYTHING


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "made", tmp_path / "a.chetivo", with_notes=True)


@pytest.fixture
def reader(tmp_path: Path):
    with Library(tmp_path / "own") as library:
        reader = Reader(library, Apart())
        yield reader
        reader.archives.close_all()


def titled(library: Library, title: str) -> int:
    (found,) = (each.identifier for each in library.entries() if each.title == title)
    return found


def test_all_of_an_archive_comes_into_an_empty_library(reader: Reader, path: Path) -> None:
    about, merged = reader.take_in(path)
    assert (about.articles, merged.new, merged.known, merged.notes) == (3, 3, (), 1)
    library = reader.library
    assert library.article(titled(library, TITLES[0])) == EVERYTHING
    bees = titled(library, TITLES[1])
    assert library.original(bees).read_bytes() == b"bees"
    entry = library.entry(bees)
    assert (entry.tags, entry.starred, entry.annotated, entry.read) == (
        ("Пчели",),
        True,
        True,
        False,
    )
    assert library.place(bees) == START, "places only where asked for"
    assert [hit.entry.title for hit in library.search(Search("мед"))] == [TITLES[1]]
    check_search(library)


def test_places_of_reading_come_along_where_asked_for(reader: Reader, path: Path) -> None:
    reader.take_in(path, places=True)
    bees = titled(reader.library, TITLES[1])
    assert reader.library.place(bees) == Position(1, 5)
    assert reader.library.entry(bees).read
    reader.library.set_place(bees, Position(1, 1))
    reader.take_in(path, places=True)
    assert reader.library.place(bees) == Position(1, 1), "what one reads oneself stays"


def test_doing_it_again_changes_nothing(reader: Reader, path: Path) -> None:
    reader.take_in(path)
    before = reader.library.entries()
    marks = reader.library.annotations.all()
    _about, merged = reader.take_in(path)
    assert (merged.new, merged.notes) == (0, 0)
    assert sorted(merged.known) == sorted(TITLES)
    assert reader.library.entries() == before
    assert reader.library.annotations.all() == marks


def test_the_same_articles_and_own_notes_stay_once(reader: Reader, path: Path) -> None:
    numbers = fill(reader.library)
    mark_up(reader.library, numbers[1])
    _about, merged = reader.take_in(path)
    assert (merged.new, merged.notes) == (0, 1)
    assert len(reader.library.annotations.of(numbers[1])) == 2, "one's own and that of the archive"
    assert reader.library.count().total == 3
    check_search(reader.library)


def test_of_two_notes_with_one_key_the_newer_one_stays(reader: Reader, path: Path) -> None:
    reader.take_in(path)
    (mark,) = reader.library.annotations.all()
    reader.library.annotations.rewrite(mark.identifier, "Ново")
    reader.take_in(path)
    assert [each.text for each in reader.library.annotations.all()] == ["Ново"]
    old = replace(mark, text="Старо", changed=datetime(2020, 1, 1, tzinfo=UTC))
    reader.library.annotations.remove(mark.identifier)
    reader.library.annotations.put(old)
    reader.take_in(path)
    assert [each.text for each in reader.library.annotations.all()] == ["Помни меда"]


def test_notes_find_their_words_in_an_article_that_was_repaired_since(
    reader: Reader, path: Path
) -> None:
    bees = fill(reader.library)[1]
    article = reader.library.article(bees)
    before = Paragraph((Span("Едно изречение отпред."),))
    longer = replace(article, blocks=(article.blocks[0], before, *article.blocks[1:]))
    reader.library.renew(bees, longer, (), ())
    reader.take_in(path)
    (mark,) = reader.library.annotations.of(bees)
    assert mark.start == Position(2, 0)


def test_corrections_by_hand_come_along(reader: Reader, tmp_path: Path) -> None:
    correction = Correction(("а",), (Piece(Tag(TagKind.PARAGRAPH, 0), "б"),))
    with Library(tmp_path / "made") as library:
        number = fill(library)[2]
        library.renew(number, library.article(number), (), (correction,))
    path = make(tmp_path / "made", tmp_path / "a.chetivo")
    reader.take_in(path)
    assert reader.corrections(titled(reader.library, TITLES[2])) == (correction,)


def test_damaged_articles_stay_behind_and_are_named(reader: Reader, path: Path) -> None:
    with changed(path) as connection:
        connection.execute("UPDATE content SET repairs = '[ ]' WHERE article = 1")
        connection.execute("DELETE FROM file WHERE size = 4")
        connection.execute("UPDATE file SET bytes = x'00' WHERE packed")
    _about, merged = reader.take_in(path)
    assert (merged.new, merged.damaged) == (2, TITLES[:1])
    assert merged.without_file == TITLES[1:]
    bees = titled(reader.library, TITLES[1])
    words = reader.library.original(bees).read_text("utf-8")
    assert "Държавите прилагат закона" in words, "the words stand in for the file"
    check_search(reader.library)


def test_articles_of_an_open_archive_can_be_copied(reader: Reader, path: Path) -> None:
    opened = reader.archives.open(path)
    numbers = reader.archives.numbered(opened.number).ids(Filter())
    merged = reader.copy([numbers[0]])
    assert merged.new == 1
    (own,) = merged.articles
    assert reader.library.article(own).title == TITLES[2]
    assert reader.library.count().total == 1


def test_a_stopped_import_can_go_on(
    reader: Reader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Once:
        def progress(self, done: int, total: int) -> None:
            self.done = done

        def stopped(self) -> bool:
            return getattr(self, "done", 0) > 0

    monkeypatch.setattr("reader.app.merging._MOST", 1)
    with pytest.raises(StoppedError):
        reader.take_in(path, Once())
    assert reader.library.count().total == 1
    reader.take_in(path)
    assert reader.library.count().total == 3
    with closing(Archive(path)) as archive:
        assert archive.count().total == 3
