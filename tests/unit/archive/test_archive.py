"""An archive holds what it was made from, is read as the library is, and is never changed."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.app import Reader, check, is_archive
from reader.errors import (
    ArchiveClosedError,
    NoRoomError,
    NothingToWriteError,
    ReadOnlyArchiveError,
    StoppedError,
    TargetExistsError,
    UnknownArticleError,
)
from reader.importers.apart import Apart
from reader.library.archive.archive import Archive
from reader.library.store import Library
from reader.model.identifier import archive_of
from reader.model.position import START, Position
from reader.model.query import EVERYWHERE, Filter, Order, Search
from reader.model.watch import UNWATCHED
from reader.text.words import search_key
from tests.unit.archive.samples import LABEL, TITLES, changed, fill, make
from tests.unit.library_samples import EVERYTHING, REPAIRS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "made", tmp_path / "март.chetivo", with_notes=True)


@pytest.fixture
def reader(tmp_path: Path):
    with Library(tmp_path / "own") as library:
        reader = Reader(library, Apart())
        yield reader
        reader.archives.close_all()


def test_an_archive_holds_all_of_its_articles(path: Path) -> None:
    with closing(Archive(path)) as archive:
        assert archive.about.name == LABEL.name
        assert (archive.about.articles, archive.about.with_notes) == (3, True)
        numbers = archive.ids(Filter(), Order.TITLE)
        assert sorted(entry.title for entry in archive.entries(numbers)) == sorted(TITLES)
        first = min(numbers)
        assert archive.article(first) == EVERYTHING
        assert archive.repairs(first) == tuple(replace(each, place=None) for each in REPAIRS)
        assert archive.original(first) == b"%PDF everything"
        told = archive.attribution(first)
        assert told.original == EVERYTHING.original
        assert told.retrieved == EVERYTHING.source.retrieved
        assert told.licence is not None
        assert "2025" in told.licence


def test_words_are_found_in_any_form(path: Path) -> None:
    with closing(Archive(path)) as archive:
        (hit,) = archive.search(Search("пчела"))
        assert hit.entry.title == TITLES[1]
        assert [hit.snippet[start:end] for start, end in hit.marks]
        assert [hit.entry.title for hit in archive.search(Search("=релси"))] == [TITLES[2]]
        assert [hit.entry.title for hit in archive.search(Search("мед"))] == [TITLES[1]], "notes"


def test_without_notes_nothing_of_the_person_goes_along(tmp_path: Path) -> None:
    path = make(tmp_path / "made", tmp_path / "a.chetivo")
    with closing(Archive(path)) as archive:
        assert archive.search(Search("мед")) == []
        assert not any(
            entry.annotated or entry.tags or entry.starred
            for entry in archive.entries(archive.ids(Filter()))
        )
        assert archive.count().unread == 3
        assert archive.place(2) == START
    assert "меда".encode() not in path.read_bytes()
    assert "Пчели".encode() not in path.read_bytes()


def test_an_archive_is_known_by_its_content_not_by_its_name(path: Path, tmp_path: Path) -> None:
    other = path.rename(tmp_path / "новини.txt")
    assert is_archive(other)
    (tmp_path / "a.chetivo").write_bytes(b"SQLite format 3\0" + bytes(200))
    assert not is_archive(tmp_path / "a.chetivo")
    assert not is_archive(tmp_path / "none.chetivo")
    assert not is_archive(tmp_path)


def test_it_is_read_beside_the_library(reader: Reader, path: Path) -> None:
    fill(reader.library)
    opened = reader.archives.open(path)
    assert reader.archives.open(path) == opened, "once"
    hits = reader.search(Search("пчелите", filter=Filter(archive=EVERYWHERE)))
    assert [hit.entry.archive for hit in hits] == ["", LABEL.name]
    assert [archive_of(hit.entry.identifier) for hit in hits] == [0, opened.number]
    assert len(reader.search(Search("пчелите"))) == 1
    only = reader.search(Search("пчелите", filter=Filter(archive=opened.number)))
    assert only == hits[1:]
    found = reader.open(hits[1].entry.identifier)
    assert (found.entry.title, found.position) == (TITLES[1], Position(1, 5))
    assert found.entry.annotated
    assert found.entry.tags == ("Пчели",)


def test_what_is_read_in_it_is_remembered_until_it_is_closed(reader: Reader, path: Path) -> None:
    before = path.read_bytes()
    opened = reader.archives.open(path)
    (trains, *_) = reader.archives.numbered(opened.number).ids(Filter())
    reader.note_opened(trains)
    reader.set_place(trains, Position(1, 2))
    assert reader.open(trains).position == Position(1, 2)
    assert reader.open(trains).entry.read
    reader.set_read(trains, read=False)
    assert not reader.open(trains).entry.read
    reader.archives.close(opened.number)
    with pytest.raises(ArchiveClosedError):
        reader.open(trains)
    again = reader.archives.open(path)
    assert again.number != opened.number, "what points to a closed one points nowhere"
    (trains, *_) = reader.archives.numbered(again.number).ids(Filter())
    assert reader.open(trains).position == START
    assert path.read_bytes() == before


def test_nothing_in_it_can_be_changed(reader: Reader, path: Path) -> None:
    opened = reader.archives.open(path)
    (first, *_) = reader.archives.numbered(opened.number).ids(Filter())
    for change in (reader.repair_anew, reader.remove):
        with pytest.raises(ReadOnlyArchiveError):
            change(first)
    with pytest.raises(UnknownArticleError):
        reader.open(first + 100)


def test_some_articles_or_what_a_search_finds_make_an_archive(
    reader: Reader, tmp_path: Path
) -> None:
    numbers = fill(reader.library)
    made = reader.archives.make(tmp_path / "a.chetivo", numbers[:2], LABEL)
    assert made.articles == 2
    made = reader.archives.make(tmp_path / "b.chetivo", Search("пчела"), LABEL)
    assert made.articles == 1
    with closing(Archive(tmp_path / "b.chetivo")) as archive:
        assert archive.article(numbers[1]).title == TITLES[1]
    with pytest.raises(NothingToWriteError):
        reader.archives.make(tmp_path / "c.chetivo", Search("няматакава"), LABEL)
    assert not (tmp_path / "c.chetivo").exists()
    opened = reader.archives.open(tmp_path / "b.chetivo")
    (other,) = reader.archives.numbered(opened.number).ids(Filter())
    with pytest.raises(ReadOnlyArchiveError):
        reader.archives.make(tmp_path / "c.chetivo", [other], LABEL)


def test_a_file_that_is_there_is_left_as_it_is(reader: Reader, tmp_path: Path) -> None:
    fill(reader.library)
    there = tmp_path / "there.chetivo"
    there.write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        reader.archives.make(there, None, LABEL)
    assert there.read_bytes() == b"mine"
    reader.archives.make(there, None, LABEL, over=True)
    assert is_archive(there)


def test_a_full_disk_is_told_of_before_anything_is_written(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(reader.library)
    monkeypatch.setattr("reader.app.archives._RESERVE", 10**15)
    with pytest.raises(NoRoomError) as raised:
        reader.archives.make(tmp_path / "a.chetivo", None, LABEL)
    assert raised.value.megabytes > raised.value.free
    assert [each.name for each in tmp_path.iterdir()] == ["own"]


class Stopping:
    """Gives up after some steps."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.told: list[tuple[int, int]] = []

    def progress(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def stopped(self) -> bool:
        self.steps -= 1
        return self.steps < 0


def test_making_tells_how_far_it_is_and_can_be_stopped(reader: Reader, tmp_path: Path) -> None:
    fill(reader.library)
    watch = Stopping(9)
    reader.archives.make(tmp_path / "a.chetivo", None, LABEL, watch)
    assert watch.told[-1] == (3, 3)
    with pytest.raises(StoppedError):
        reader.archives.make(tmp_path / "b.chetivo", None, LABEL, Stopping(0))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.chetivo", "own"]
    with pytest.raises(StoppedError):
        check(tmp_path / "a.chetivo", Stopping(1))


def test_a_damaged_article_is_left_out_and_a_lost_file_is_told_of(
    reader: Reader, tmp_path: Path
) -> None:
    numbers = fill(reader.library)
    with reader.library._connections.writing() as connection:
        connection.execute("UPDATE content SET repairs = '[]' WHERE article = ?", (numbers[0],))
    reader.library.original(numbers[1]).unlink()
    reader.library.original(numbers[2]).write_bytes(b"other")
    made = reader.archives.make(tmp_path / "a.chetivo", None, LABEL)
    assert (made.articles, made.left_out, made.without_file) == (2, TITLES[:1], TITLES[1:])
    _about, found = check(tmp_path / "a.chetivo")
    assert found.whole


def test_two_makings_of_the_same_are_the_same_but_for_the_time(tmp_path: Path) -> None:
    first = make(tmp_path / "made", tmp_path / "1.chetivo")
    second = make(tmp_path / "made", tmp_path / "2.chetivo")
    with changed(first) as one, changed(second) as two:
        query = "SELECT contents_sha256, search_sha256 FROM about"
        assert one.execute(query).fetchone() == two.execute(query).fetchone()


def test_an_archive_that_is_whole_is_found_whole(path: Path) -> None:
    about, found = check(path, UNWATCHED)
    assert found.whole
    assert (about.articles, found.articles) == (3, 3)


def test_what_lies_beside_it_or_an_odd_name_is_no_hindrance(path: Path, tmp_path: Path) -> None:
    odd = path.rename(tmp_path / "a?mode=rwc#%20 ü.chetivo")
    Path(f"{odd}-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(500))
    Path(f"{odd}-wal").write_bytes(bytes(500))
    with closing(Archive(odd)) as archive:
        assert archive.count().total == 3


def test_an_archive_of_older_rules_is_found_in_by_the_new_ones(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.archive.archive.RULES", 999)
    monkeypatch.setattr(
        "reader.library.archive.indexing.search_key", lambda word: f"{search_key(word)}x"
    )
    monkeypatch.setattr("reader.text.search_terms.search_key", lambda word: f"{search_key(word)}x")
    monkeypatch.setattr(
        "reader.text.search_terms.sought_keys", lambda word: (f"{search_key(word)}x",)
    )
    with closing(Archive(path)) as archive:
        assert [hit.entry.title for hit in archive.search(Search("пчела"))] == [TITLES[1]]
        assert [hit.entry.title for hit in archive.search(Search("мед"))] == [TITLES[1]], "notes"
