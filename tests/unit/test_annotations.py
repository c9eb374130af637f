"""Bookmarks, highlights and notes are kept, searched and merged, and stay at their words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import LibraryDamagedError, UnknownAnnotationError, UnknownArticleError
from reader.library.preparing import Arrival
from reader.library.store import Library
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.model.query import Filter, Part, Search
from reader.text.anchors import Stretch, same_words, words_at
from tests.unit.library_samples import article

TEXT = "Съветът одобри програмата за енергия."
MORE = "Тя ще намали сметките на домакинствата."
ARTICLE = article("Чиста енергия", TEXT, MORE)
STRETCH = Stretch(Position(1, 15), Position(1, 25))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as opened:
        opened.add(ARTICLE, (), b"original")
        yield opened


def note(library: Library, text: str = "Да се провери **срокът**.") -> Annotation:
    return library.annotations.add(1, AnnotationKind.NOTE, STRETCH, "програмата", text)


def found(library: Library, words: str) -> list[int]:
    hits = library.search(Search(words, parts=frozenset({Part.NOTES})))
    return [hit.entry.identifier for hit in hits]


def texts(changed: Article) -> tuple[str, ...]:
    return tuple(leaf.text for leaf in leaves(changed))


def test_marks_come_back_as_they_were_in_the_order_of_the_article(library: Library) -> None:
    made = note(library)
    before = Position(0, 3)
    bookmark = library.annotations.add(
        1, AnnotationKind.BOOKMARK, Stretch(before, before), "енергия"
    )
    assert library.annotations.of(1) == [bookmark, made]
    assert library.annotations.all() == [bookmark, made]
    assert (made.start, made.end, made.quoted) == (STRETCH.start, STRETCH.end, "програмата")


def test_the_list_and_its_filter_know_of_marks(library: Library) -> None:
    assert not library.entry(1).annotated
    made = note(library)
    assert library.entry(1).annotated
    assert list(library.lists.ids(Filter(annotated=True))) == [1]
    library.annotations.remove(made.identifier)
    assert not library.entry(1).annotated


def test_the_search_knows_the_words_of_notes_at_once(library: Library) -> None:
    made = note(library)
    assert found(library, "сроковете") == [1]
    rewritten = library.annotations.rewrite(made.identifier, "Питай **министерството**.")
    assert rewritten.changed > made.changed
    assert (found(library, "срок"), found(library, "министерства")) == ([], [1])
    library.annotations.remove(made.identifier)
    assert found(library, "министерства") == []


def test_what_is_found_in_a_note_alone_shows_its_words_and_leads_to_its_place(
    library: Library,
) -> None:
    library.annotations.add(1, AnnotationKind.HIGHLIGHT, STRETCH, "програмата")
    note(library, "Колко е сметката?")
    later = Stretch(Position(2, 3), Position(2, 7))
    library.annotations.add(1, AnnotationKind.NOTE, later, "ще", "Това са\nобещания.")
    (hit,) = library.search(Search("обещание"))
    assert hit.snippet == "Това са обещания."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["обещания"]
    assert (hit.position, hit.in_original) == (later.start, False)
    (hit,) = library.search(Search("сметка"))  # in the text as well, which goes before
    assert (hit.snippet, hit.position.block) == (MORE, 2)


def test_a_removed_note_can_be_put_back(library: Library) -> None:
    gone = library.annotations.remove(note(library).identifier)
    assert library.annotations.of(1) == []
    back = library.annotations.put(gone)
    assert library.annotations.of(1) == [back]
    assert replace(back, identifier=gone.identifier) == gone
    assert found(library, "срок") == [1]


def test_a_highlight_that_gets_words_is_a_note(library: Library) -> None:
    made = library.annotations.add(1, AnnotationKind.HIGHLIGHT, STRETCH, "програмата")
    assert library.annotations.rewrite(made.identifier, "Важно").kind is AnnotationKind.NOTE


def test_of_two_copies_of_a_note_the_one_changed_last_is_kept(library: Library) -> None:
    made = note(library, "моето")
    older = replace(made, text="старо", changed=made.changed - timedelta(days=1))
    newer = replace(made, text="ново", changed=made.changed + timedelta(days=1))
    assert library.annotations.put(older) == made
    assert library.annotations.put(newer).text == "ново"
    assert library.annotations.put(made).text == "ново"
    assert len(library.annotations.of(1)) == 1


def test_a_note_of_another_library_becomes_one_of_this(library: Library) -> None:
    other = replace(note(library), key="от друга", identifier=77)
    kept = library.annotations.put(other)
    assert [each.key for each in library.annotations.of(1)] == [
        library.annotations.of(1)[0].key,
        "от друга",
    ]
    assert kept.identifier != 77


def test_what_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(UnknownArticleError):
        library.annotations.of(9)
    with pytest.raises(UnknownArticleError):
        library.annotations.add(9, AnnotationKind.NOTE, STRETCH, "", "")
    with pytest.raises(UnknownAnnotationError):
        library.annotations.rewrite(9, "")
    with pytest.raises(UnknownAnnotationError):
        library.annotations.remove(9)


def test_a_removed_article_takes_its_marks_along(library: Library) -> None:
    note(library)
    library.remove(1)
    assert library.annotations.all() == []


def test_a_mark_that_is_not_as_it_was_written_is_told(library: Library) -> None:
    note(library)
    with library._connections.writing() as connection:
        connection.execute("UPDATE annotation SET quoted = 'друго'")
    with pytest.raises(LibraryDamagedError):
        library.annotations.of(1)


def test_marks_and_the_reading_place_stay_at_their_words(library: Library) -> None:
    made = note(library)
    place = Position(2, 3)
    bookmark = library.annotations.add(1, AnnotationKind.BOOKMARK, Stretch(place, place), MORE[3:])
    library.set_place(1, place)
    library.renew(1, article("Чиста енергия", "Ново начало.", f"{TEXT} {MORE}"), (), ())
    there = len(TEXT) + 1 + 3
    kept = library.annotations.of(1)
    assert [(each.start, each.end) for each in kept] == [
        (Position(2, 15), Position(2, 25)),
        (Position(2, there), Position(2, there)),
    ]
    assert [each.changed for each in kept] == [made.changed, bookmark.changed]
    assert library.place(1) == Position(2, there)
    assert found(library, "срок") == [1]


def test_a_new_article_is_still_new_when_it_is_renewed(library: Library) -> None:
    library.renew(1, article("Нещо ново", "Чиста енергия", TEXT), (), ())
    assert library.place(1) == Position(0, 0)


def test_a_newer_version_keeps_the_notes_at_their_words(tmp_path: Path) -> None:
    older = replace(ARTICLE, original="https://ec.europa.eu/ip_25_467")
    newer = replace(
        article("Чиста енергия", "Поправено на 4 март.", TEXT, MORE), original=older.original
    )
    with Library(tmp_path) as library:
        list(library.add_all((Arrival(older, (), b"1"),)))
        note(library)
        list(library.add_all((Arrival(newer, (), b"2"),)))
        (kept,) = library.annotations.of(1)
        assert library.entry(1).versions == 1
        assert words_at(Stretch(kept.start, kept.end), texts(newer)) == "програмата"


_paragraphs = st.lists(st.text("абвг  ", min_size=1, max_size=20), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=_paragraphs, after=_paragraphs, glue=st.sampled_from([" ", "\n"]))
def test_notes_survive_whatever_else_is_repaired(
    library: Library, before: list[str], after: list[str], glue: str
) -> None:
    """Words that are still there keep their note, and those that come back get it back."""
    words = "енергийната независимост на Съюза"
    first = article("Заглавие", *before, f"Цели {words} скоро.", *after)
    second = article("Заглавие", *f"{glue.join(after)}{glue}Цели {words} скоро.".split("\n"))
    library.renew(1, first, (), ())
    block = texts(first).index(f"Цели {words} скоро.")
    stretch = Stretch(Position(block, 5), Position(block, 5 + len(words)))
    made = library.annotations.add(1, AnnotationKind.NOTE, stretch, words, "бележка")
    for changed in (second, article("Заглавие", *before), first, second):
        library.renew(1, changed, (), ())
        (kept,) = library.annotations.of(1)
        there = words_at(Stretch(kept.start, kept.end), texts(changed))
        assert same_words(there, words) is (changed in (first, second))
    library.annotations.remove(made.identifier)
