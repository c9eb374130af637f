"""Corrections by hand are kept with their article, and renewing one changes nothing else."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.errors import UnknownArticleError
from reader.library import history
from reader.library.store import Library
from reader.library.values import CodecError
from reader.model.correction import Correction, Piece
from reader.model.position import Position
from reader.model.query import Search
from reader.model.raw import Repair, Tag, TagKind
from tests.unit.library_samples import EVERYTHING, REPAIRS, article, check_whole

_texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=8)
_numbers = some.integers(0, 2**40)
_tags = some.builds(
    Tag,
    some.sampled_from(TagKind),
    some.just(0),
    _numbers,
    some.booleans(),
    _numbers,
    _numbers,
    some.booleans(),
    part=_numbers,
)
_corrections = some.builds(
    Correction,
    some.lists(_texts, max_size=3).map(tuple),
    some.lists(some.builds(Piece, _tags, _texts), max_size=3).map(tuple),
    _numbers,
)
_places = some.none() | some.builds(Position, _numbers, _numbers)
_repairs = some.builds(Repair, _texts, _numbers, _texts, _texts, some.none() | _numbers, _places)
WISHED = Correction(("Дъждът спря.",), (Piece(Tag(TagKind.QUOTE, 0), "Дъждът най-после спря."),))


@given(some.lists(_corrections, max_size=3).map(tuple))
def test_any_corrections_come_back_as_they_were(corrections):
    assert history.read_corrections(history.write_corrections(corrections)) == corrections


@given(some.lists(_repairs, max_size=3).map(tuple))
def test_any_repairs_come_back_with_their_places(repairs):
    assert history.read_repairs(history.write_repairs(repairs)) == repairs


def test_corrections_without_the_part_of_an_item_are_read_still():
    written = history.write_corrections([WISHED])
    older = written.replace('",0]]', '"]]')
    assert older != written
    assert history.read_corrections(older) == (WISHED,)


def test_repairs_without_places_are_read_still():
    assert history.read_repairs('[["space",0,"а  б","а б"]]') == (
        Repair("space", 0, "а  б", "а б"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "[[1,2]]",
        '[["а"]]',
        '[[["а"],[["poem",0,false,0,0,false,"б"]],0]]',
        '[[["а"],[["p",0,false,0,0,false]],0]]',
        '[[["а"],[],"0"]]',
    ],
)
def test_other_json_is_refused(text):
    with pytest.raises(CodecError):
        history.read_corrections(text)


def test_a_renewed_article_keeps_its_number_place_and_original(tmp_path):
    old = article("Дъжд над София", "Дъждът спря.", "Улиците са сухи.")
    new = article("Дъжд над София", "Дъждът най-после спря.", "Улиците са сухи.")
    with Library(tmp_path) as library:
        number = library.add(old, REPAIRS, b"original").entry.identifier
        library.set_place(number, Position(2, 3))
        library.set_read(number, read=True)
        added = library.entry(number).added
        entry = library.renew(number, new, (), (WISHED,))
        assert (entry.identifier, entry.added, entry.read) == (number, added, True)
        assert library.article(number) == new
        assert library.corrections(number) == (WISHED,)
        assert library.place(number) == Position(2, 3)
        assert library.original(number).read_bytes() == b"original"
        assert [
            hit.entry.identifier for hit in library.search(Search("най-после", exact=True))
        ] == [number]
        assert not library.add(old, (), b"original").new
        assert not library.add(old, (), b"other bytes, the same words").new


def test_renewing_leaves_a_whole_library(tmp_path):
    with Library(tmp_path) as library:
        number = library.add(EVERYTHING, REPAIRS, b"original").entry.identifier
        other = article("Новините днес", "Тук са новините.")
        library.renew(number, other, (), ())
        check_whole(library)


def test_corrections_go_with_their_article(tmp_path):
    with Library(tmp_path) as library:
        number = library.add(EVERYTHING, REPAIRS, b"original").entry.identifier
        library.renew(number, EVERYTHING, REPAIRS, (WISHED,))
        library.remove(number)
        with pytest.raises(UnknownArticleError):
            library.corrections(number)
        with pytest.raises(UnknownArticleError):
            library.renew(number, EVERYTHING, REPAIRS, ())
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM correction").fetchone() == (0,)


def test_an_article_without_corrections_has_none(tmp_path):
    with Library(tmp_path) as library:
        number = library.add(EVERYTHING, REPAIRS, b"original").entry.identifier
        assert library.corrections(number) == ()
