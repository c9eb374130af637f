"""What the window reads in ahead of a person's first search, and keeps quiet about."""

from pathlib import Path
from typing import cast

import pytest

from reader.app import Reader
from reader.errors import LibraryDamagedError
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.query import Search
from reader.text import verb_models, words


def test_the_words_are_known_before_the_first_search(tmp_path: Path) -> None:
    words.irregular.cache_clear()
    verb_models.verbs.cache_clear()
    with Library(tmp_path) as library:
        Reader(library, cast("Apart", None)).warm_up()
    assert words.irregular.cache_info().currsize == 1
    assert verb_models.verbs.cache_info().currsize == 1


def test_a_library_that_fails_meanwhile_is_left_to_whoever_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_wanted: Search, _limit: int = 0) -> None:
        raise LibraryDamagedError(tmp_path)

    with Library(tmp_path) as library:
        reader = Reader(library, cast("Apart", None))
        monkeypatch.setattr(library, "search", fail)
        reader.warm_up()
        with pytest.raises(LibraryDamagedError):
            reader.search(Search("дума"))
