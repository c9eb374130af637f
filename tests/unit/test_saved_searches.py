"""Searches are kept by name and come back as they were."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.errors import LibraryDamagedError, NameTakenError, UnknownNameError
from reader.library import saved_searches
from reader.library.store import Library
from reader.model.query import Filter, Part, Search

_texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=8)
_filters = some.builds(
    Filter,
    read=some.none() | some.booleans(),
    starred=some.booleans(),
    annotated=some.booleans(),
    language=some.none() | _texts,
    publisher=some.none() | _texts,
    tag=some.none() | _texts,
    collection=some.none() | some.integers(1, 9),
    since=some.none() | some.dates(),
    until=some.none() | some.dates(),
)
_searches = some.builds(
    Search, _texts, some.booleans(), some.sets(some.sampled_from(Part)).map(frozenset), _filters
)


@given(_searches)
def test_any_search_comes_back_as_it_was(search: Search) -> None:
    assert saved_searches.read(saved_searches.written(search)) == search


def test_searches_are_kept_by_name(tmp_path: Path) -> None:
    first = Search("инвестиции", filter=Filter(since=date(2025, 1, 1)))
    with Library(tmp_path) as library:
        library.saved_searches.save("Пари", first)
        climate = library.saved_searches.save("Климат", Search("климат", exact=True))
        library.saved_searches.save("пари", Search("заеми"))
        with pytest.raises(NameTakenError):
            library.saved_searches.rename(climate.identifier, "ПАРИ")
        library.saved_searches.rename(climate.identifier, "Времето")
        with pytest.raises(UnknownNameError):
            library.saved_searches.rename(99, "Нищо")
    with Library(tmp_path) as library:
        kept = library.saved_searches.all()
        assert [(each.name, each.search.words) for each in kept] == [
            ("Времето", "климат"),
            ("пари", "заеми"),
        ]
        library.saved_searches.forget(climate.identifier)
        assert [each.name for each in library.saved_searches.all()] == ["пари"]


def test_a_saved_search_that_was_damaged_is_said_to_be_so(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.saved_searches.save("Пари", Search("заеми"))
        with library._connections.writing() as connection:
            connection.execute("UPDATE saved_search SET search = '{}'")
        with pytest.raises(LibraryDamagedError):
            library.saved_searches.all()
