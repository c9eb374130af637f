"""Articles in their original language, kept beside the translation."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.app import Archives
from reader.errors import LibraryDamagedError, UnknownArticleError
from reader.library import health
from reader.library.archive.archive import Archive
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.care import FaultKind
from reader.model.position import Position
from reader.model.query import Search
from tests.unit.archive.samples import LABEL
from tests.unit.library_samples import REPAIRS, article

FETCHED = datetime(2025, 3, 1, 12, 30, tzinfo=UTC)
ORIGINAL = Article(
    title="Bees are protected",
    language="en",
    blocks=(
        Heading(1, (Span("Bees are protected"),)),
        Paragraph((Span("The beekeepers agreed."),)),
    ),
    source=Source("original", address="https://europa.eu/bees_en", retrieved=FETCHED),
)


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path) as opened:
        yield opened


def kept(library: Library) -> int:
    return library.add(article("Пчелите са защитени"), REPAIRS, b"bytes").entry.identifier


def found(library: Library, words: str) -> list[int]:
    return [hit.entry.identifier for hit in library.search(Search(words))]


def test_an_original_is_given_back_as_it_was_kept(library: Library) -> None:
    number = kept(library)
    assert library.original_texts.of(number) is None
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    assert library.original_texts.of(number) == ORIGINAL


def test_the_search_finds_its_words_as_long_as_it_is_the_one_kept(library: Library) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    assert found(library, "beekeepers") == [number]
    newer = replace(ORIGINAL, blocks=(Paragraph((Span("The farmers agreed."),)),))
    library.original_texts.keep(number, newer, b"<html> anew")
    assert found(library, "beekeepers") == []
    assert found(library, "farmers") == [number]


def test_the_search_finds_any_form_of_its_words(library: Library, tmp_path: Path) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    for word in ("beekeeper", "bee", "agree", "protects"):
        assert found(library, word) == [number]
    assert found(library, "=beekeeper") == []
    (hit,) = library.search(Search("beekeeper"))
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["beekeepers"]
    path = tmp_path / "one.chetivo"
    Archives(library).make(path, None, LABEL)
    with closing(Archive(path)) as archive:
        assert [each.marks for each in archive.search(Search("beekeeper"))] == [hit.marks]
        assert archive.search(Search("=beekeeper")) == []


def test_a_hit_in_the_original_alone_has_its_words_and_place_there(
    library: Library, tmp_path: Path
) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    (hit,) = library.search(Search("beekeepers"))
    assert hit.in_original
    assert hit.snippet == "The beekeepers agreed."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["beekeepers"]
    assert hit.position == Position(1, 4)
    path = tmp_path / "one.chetivo"
    Archives(library).make(path, None, LABEL)
    with closing(Archive(path)) as archive:
        assert [each.position for each in archive.search(Search("beekeepers"))] == [hit.position]


def test_a_hit_in_both_is_shown_in_the_article(library: Library) -> None:
    number = kept(library)
    both = replace(ORIGINAL, blocks=(Paragraph((Span("Пчелите, the bees."),)),))
    library.original_texts.keep(number, both, b"<html>")
    (hit,) = library.search(Search("пчелите"))
    assert not hit.in_original


def test_it_goes_with_its_article(library: Library) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    library.remove(number)
    assert library.original_texts.of(number) is None
    with pytest.raises(UnknownArticleError):
        library.original_texts.keep(number, ORIGINAL, b"<html>")


def test_a_changed_row_is_noticed_and_not_shown(library: Library) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    with library._connections.writing() as connection:
        connection.execute("UPDATE original_text SET title = 'Wasps' WHERE article = ?", (number,))
    with pytest.raises(LibraryDamagedError):
        library.original_texts.of(number)
    faults = health.deep(library.folder)
    assert (FaultKind.ORIGINAL_TEXT, number) in {(each.kind, each.identifier) for each in faults}


def test_an_archive_carries_it_along(library: Library, tmp_path: Path) -> None:
    number = kept(library)
    library.original_texts.keep(number, ORIGINAL, b"<html>")
    path = tmp_path / "one.chetivo"
    Archives(library).make(path, None, LABEL)
    with closing(Archive(path)) as archive:
        assert archive.original_text(number) == ORIGINAL
