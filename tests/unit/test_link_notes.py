"""What is known of an article's links is kept beside it, and signed."""

from pathlib import Path

import pytest

from reader.errors import UnknownArticleError
from reader.library import health
from reader.library.store import Library
from reader.model.article import Article, Paragraph, Source, Span
from reader.model.care import FaultKind
from reader.model.links import KnownLink, Presence

ARTICLE = Article("Реки", "bg", (Paragraph((Span("Комисията обяви мрежа."),)),), Source("pdf"))
LINK = "https://example.org/a"


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path) as library:
        yield library


@pytest.fixture
def number(library: Library) -> int:
    return library.add(ARTICLE, (), b"rivers").entry.identifier


def test_of_a_new_article_nothing_is_known(library: Library, number: int) -> None:
    assert library.link_notes.of(number) == {}


def test_what_is_kept_of_one_link_leaves_the_others(library: Library, number: int) -> None:
    own = KnownLink("https://example.org/en")
    found = KnownLink(None, Presence.THERE, Presence.MISSING)
    library.link_notes.keep(number, {LINK: own})
    library.link_notes.keep(number, {"": found})
    assert library.link_notes.of(number) == {LINK: own, "": found}


def test_of_an_article_that_is_not_there_nothing_is_kept(library: Library) -> None:
    with pytest.raises(UnknownArticleError):
        library.link_notes.keep(7, {LINK: KnownLink()})


def test_what_is_not_as_it_was_written_is_not_believed_and_is_told(
    library: Library, number: int
) -> None:
    library.link_notes.keep(number, {LINK: KnownLink("https://example.org/en")})
    with library._connections.writing() as connection:
        connection.execute("UPDATE link SET links = '[]'")
    assert library.link_notes.of(number) == {}
    faults = health.deep(library.folder)
    assert (FaultKind.LINK_NOTES, number) in {(each.kind, each.identifier) for each in faults}


def test_it_goes_with_its_article(library: Library, number: int) -> None:
    library.link_notes.keep(number, {LINK: KnownLink("https://example.org/en")})
    library.remove(number)
    assert library.link_notes.of(number) == {}
