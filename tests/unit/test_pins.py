"""Pairs of sentences that a person has made: kept, carried along, never lost on the way."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.app import Archives, Reader, pair
from reader.errors import LibraryDamagedError, ReadOnlyArchiveError, UnknownArticleError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.library import health
from reader.library.archive.archive import Archive
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.bilingual import Bead, Pin
from reader.model.care import FaultKind
from reader.model.correction import Rewrite
from reader.model.intake import Outcome
from reader.model.leaves import Kind
from reader.model.query import Filter
from tests.unit.archive.samples import LABEL
from tests.unit.library_samples import REPAIRS, article

PINS = (
    Pin(("Пчеларите са съгласни.",), ("The beekeepers agreed.",)),
    Pin(("Това не е казано другаде.",), (), (1, 0)),
)
TEXT = """Новини за пчелите в Европа

Пчеларите се съгласиха със закона. Комисията ще плати за това.

Държавите имат срок до пролетта, за да изпратят своите планове.
"""
ENGLISH = Article(
    "News of the bees",
    "en",
    (
        Heading(1, (Span("News of the bees in Europe"),)),
        Paragraph((Span("The beekeepers agreed. The Commission will pay. It was high time."),)),
        Paragraph((Span("Member States have until spring to send their plans."),)),
    ),
    Source("original"),
)
MENDED = Pin(("Комисията ще плати за това.",), ("It was high time.",))


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def reader(library: Library):
    with Apart() as apart:
        yield Reader(library, apart)


def kept(library: Library) -> int:
    return library.add(article("Пчелите са защитени"), REPAIRS, b"bytes").entry.identifier


def mended(reader: Reader) -> int:
    """Keep the text with its original and one pair that a person has made."""
    number = reader.keep(Incoming(TEXT.encode(), "пчели.txt")).entry.identifier
    reader.library.original_texts.keep(number, ENGLISH, b"")
    reader.originals.keep_pins(number, [MENDED])
    return number


def partner(reader: Reader, number: int, words: str) -> str:
    """Return what the sentence with these words is paired with."""
    found = pair(reader.open(number).article, ENGLISH, reader.originals.pins(number))
    (left,) = (i for i, each in enumerate(found.left) if words in each.text)
    bead = found.alignment.right_of(left)
    assert bead is not None
    return " ".join(found.right[j].text for j in bead.right)


def test_pairs_are_given_back_as_they_were_kept(library: Library) -> None:
    number = kept(library)
    assert library.pins.of(number) == ()
    library.pins.keep(number, PINS)
    assert library.pins.of(number) == PINS
    library.pins.keep(number, PINS[:1])
    assert library.pins.of(number) == PINS[:1]
    library.pins.keep(number, ())
    assert library.pins.of(number) == ()


def test_pairs_go_with_their_article(library: Library) -> None:
    number = kept(library)
    library.pins.keep(number, PINS)
    library.remove(number)
    with pytest.raises(UnknownArticleError):
        library.pins.of(number)
    with pytest.raises(UnknownArticleError):
        library.pins.keep(number, PINS)


def test_a_changed_row_is_noticed_and_not_used(library: Library) -> None:
    number = kept(library)
    library.pins.keep(number, PINS)
    with library._connections.writing() as connection:
        connection.execute("UPDATE pin SET pins = replace(pins, 'beekeepers', 'farmers')")
    with pytest.raises(LibraryDamagedError):
        library.pins.of(number)
    faults = health.deep(library.folder)
    assert [(each.kind, each.identifier) for each in faults] == [(FaultKind.PINS, number)]


def test_an_archive_carries_them_along_and_cannot_be_changed(
    reader: Reader, tmp_path: Path
) -> None:
    number = mended(reader)
    path = tmp_path / "one.chetivo"
    Archives(reader.library).make(path, None, LABEL)
    with closing(Archive(path)) as archive:
        assert archive.pins(number) == (MENDED,)
    opened = reader.archives.open(path)
    (there,) = reader.archives.numbered(opened.number).ids(Filter())
    assert reader.originals.pins(there) == (MENDED,)
    with pytest.raises(ReadOnlyArchiveError):
        reader.originals.keep_pins(there, ())


def test_another_library_takes_them_over_but_keeps_its_own(reader: Reader, tmp_path: Path) -> None:
    mended(reader)
    path = tmp_path / "one.chetivo"
    Archives(reader.library).make(path, None, LABEL)
    with Library(tmp_path / "other") as other, Apart() as apart:
        there = Reader(other, apart)
        there.take_in(path)
        (entry,) = there.entries()
        assert there.originals.pins(entry.identifier) == (MENDED,)
        there.originals.keep_pins(entry.identifier, PINS)
        there.take_in(path)
        assert there.originals.pins(entry.identifier) == PINS


def test_a_pair_holds_when_the_article_is_repaired_anew(reader: Reader) -> None:
    number = mended(reader)
    assert partner(reader, number, "ще плати") == "It was high time."
    reader.correct(
        number,
        Rewrite(1, Kind.PARAGRAPH, "Пчеларите приеха закона. Комисията ще плати скъпо за това."),
    )
    assert "приеха" in reader.open(number).article.blocks[1].spans[0].text
    assert partner(reader, number, "ще плати") == "It was high time."
    reader.repair_anew(number)
    assert partner(reader, number, "ще плати") == "It was high time."


def test_a_pair_holds_in_a_newer_version(reader: Reader) -> None:
    number = mended(reader)
    newer = TEXT.replace("Новини", "Нови вести", 1).replace("Държавите", "Но държавите")
    again = reader.keep(Incoming(newer.replace("Нови вести", "Новини").encode(), "пчели.txt"))
    assert (again.entry.identifier, again.outcome) == (number, Outcome.VERSION)
    assert partner(reader, number, "ще плати") == "It was high time."


def test_a_pair_whose_sentence_has_wholly_gone_changes_nothing() -> None:
    text = article("Пчелите", "Държавите имат срок до пролетта, за да изпратят планове.")
    gone = replace(MENDED, left=("Съвсем друго изречение, което го няма.",))
    with_pin, without = pair(text, ENGLISH, [gone]), pair(text, ENGLISH)
    assert with_pin == without
    assert all(bead.sure < 1 or bead != Bead((1,), (3,)) for bead in with_pin.alignment.beads)
