"""Articles are handed on: what is chosen, what it is called, and that it is whole or not there."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.app import Export, Reader
from reader.app.exporting import proposed_name
from reader.errors import (
    NoConverterError,
    NothingToWriteError,
    StoppedError,
    TargetExistsError,
    UnknownArticleError,
    UnwritableTargetError,
)
from reader.exporters.pdf.contents import Together
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Span
from reader.model.exportform import ExportForm, forms_for
from reader.model.position import Position
from reader.model.query import Search
from reader.text.anchors import Stretch
from tests.unit.book_samples import LIBRARIES, TRAINS, Teller, Voiceless, text

BULGARIAN = Translator("bg")
MAY = date(2026, 5, 14)
ALL = tuple(ExportForm)
WATER = (text("Програмата за чиста вода обхваща всички реки и езера."),)
WRITTEN = tuple(form for form in forms_for(2) if not form.is_spoken)


def make_pdf(what: Article | Together, path: Path) -> None:
    """Write what stands for a PDF: who draws one is handed in."""
    if isinstance(what, Together):
        for number, _article in enumerate(what.articles):
            what.done(number)
    path.write_text(what.title, "utf-8")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Three articles, two of them of one day; the voice is a buzz."""
    with Library(tmp_path / "library") as library, Apart() as apart:
        for article in (
            replace(LIBRARIES, published=MAY),
            replace(TRAINS, published=MAY),
            replace(TRAINS, title="Вода", published=date(2025, 1, 1), blocks=WATER),
        ):
            library.add(article, (), article.title.encode())
        yield Reader(library, apart, Voiceless, make_pdf)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "out"
    path.mkdir()
    return path


def test_a_day_a_search_or_a_selection_can_be_chosen(reader: Reader) -> None:
    exporting = reader.exporting
    assert exporting.chosen([3, 1, 3]) == (3, 1)
    assert sorted(exporting.chosen(MAY)) == [1, 2]
    assert exporting.chosen(date(2020, 1, 1)) == ()
    assert exporting.chosen(Search("влак")) == (2,)


def test_the_whole_is_called_by_what_was_chosen(reader: Reader) -> None:
    def title(wanted):
        return reader.exporting.title(wanted, reader.exporting.chosen(wanted), BULGARIAN)

    assert title([2]) == "Нощни влакове"
    assert title(Search("влак")) == "Нощни влакове"
    assert title(MAY) == "Новини от 14 май 2026 г."
    assert title(Search("програма")) == "Намерено: програма"
    assert title([1, 2, 3]) == "Четиво – 3 статии"


@pytest.mark.parametrize(
    ("title", "form", "articles", "name"),
    [
        ("Защо? „Да“", ExportForm.MARKDOWN, 1, "Защо „Да“.md"),
        ("Новини", ExportForm.MARKDOWN, 2, "Новини"),
        ("Новини", ExportForm.MP3, 2, "Новини"),
        ("Новини", ExportForm.EPUB, 2, "Новини.epub"),
        ("Новини", ExportForm.PDF, 2, "Новини.pdf"),
        ("Новини", ExportForm.TALKING_EPUB, 1, "Новини.epub"),
        ("Новини", ExportForm.DAISY, 1, "Новини"),
        ("Новини", ExportForm.M4B, 5, "Новини.m4b"),
        ("Новини", ExportForm.PACKED_PAGES, 5, "Новини.zip"),
        ("?", ExportForm.TEXT, 1, "Четиво.txt"),
        ("aux", ExportForm.PAGE, 1, "_aux.html"),
    ],
)
def test_a_name_is_proposed(title: str, form: ExportForm, articles: int, name: str) -> None:
    assert proposed_name(title, form, articles, BULGARIAN) == name


@pytest.mark.parametrize("form", WRITTEN)
def test_many_articles_are_written_in_every_form(
    reader: Reader, folder: Path, form: ExportForm
) -> None:
    path = folder / proposed_name("Новини", form, 2, BULGARIAN)
    told = Teller()
    assert (
        reader.exporting.write(Export([2, 1], form, path, "Новини"), BULGARIAN, told).path == path
    )
    assert path.is_dir() == form.is_folder(2)
    assert told.heard == [(0, 2), (1, 2)]
    assert list(folder.iterdir()) == [path]


def test_the_files_of_a_folder_stand_in_the_order_of_the_articles(
    reader: Reader, folder: Path
) -> None:
    path = folder / "Новини"
    reader.exporting.write(Export([2, 1], ExportForm.TEXT, path), BULGARIAN)
    assert sorted(each.name for each in path.iterdir()) == [
        "1 Нощни влакове.txt",
        "2 Книги за всички.txt",
    ]


def test_many_recordings_are_a_folder_and_their_length_is_told(
    reader: Reader, folder: Path
) -> None:
    path = folder / "Новини"
    written = reader.exporting.write(Export([2, 1], ExportForm.MP3, path), BULGARIAN)
    assert len(list(path.glob("*.mp3"))) == 2
    assert written.seconds > 1


def test_of_one_recording_the_sentences_are_told(reader: Reader, folder: Path) -> None:
    told = Teller()
    export = Export([2], ExportForm.WAV, folder / "a.wav")
    reader.exporting.write(export, BULGARIAN, told)
    assert told.heard == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize("form", ALL)
def test_nothing_is_written_over_unasked(reader: Reader, folder: Path, form: ExportForm) -> None:
    path = folder / "мое"
    path.write_text("мое", "utf-8")
    with pytest.raises(TargetExistsError):
        reader.exporting.write(Export([1, 2], form, path, "Новини"), BULGARIAN)
    assert path.read_text("utf-8") == "мое"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("form", ALL)
def test_what_is_given_up_leaves_nothing(reader: Reader, folder: Path, form: ExportForm) -> None:
    path = folder / "a"
    with pytest.raises(StoppedError):
        reader.exporting.write(Export([1, 2], form, path, "Новини"), BULGARIAN, Teller(stops=1))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form", ALL)
def test_an_article_that_is_not_there_leaves_nothing(
    reader: Reader, folder: Path, form: ExportForm
) -> None:
    with pytest.raises(UnknownArticleError):
        reader.exporting.write(Export([1, 99], form, folder / "a", "Новини"), BULGARIAN)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form", ALL)
def test_a_folder_that_is_gone_is_told(reader: Reader, folder: Path, form: ExportForm) -> None:
    path = folder / "няма" / "a"
    with pytest.raises(UnwritableTargetError) as caught:
        reader.exporting.write(Export([1, 2], form, path, "Новини"), BULGARIAN)
    assert caught.value.path == path
    assert caught.value.reason == os.strerror(errno.ENOENT)


def test_nothing_chosen_is_told(reader: Reader, folder: Path) -> None:
    with pytest.raises(NothingToWriteError):
        reader.exporting.write(Export([], ExportForm.EPUB, folder / "a"), BULGARIAN)


def test_without_ffmpeg_its_form_is_refused_before_anything_is_asked(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    reader.exporting.check(ExportForm.MP3)
    with pytest.raises(NoConverterError):
        reader.exporting.check(ExportForm.M4B)


def test_a_pdf_has_the_notes_where_they_are_asked_for(reader: Reader, folder: Path) -> None:
    made: list[Article] = []

    def take(article: Article | Together, path: Path) -> None:
        assert isinstance(article, Article)
        made.append(article)
        path.touch()

    drawing = Reader(reader.library, reader.apart, Voiceless, take)
    drawing.annotating.note(2, Stretch(Position(1, 0), Position(1, 5)), "Важно")
    for notes in (False, True):
        path = folder / f"{notes}.pdf"
        drawing.exporting.write(Export([2], ExportForm.PDF, path, notes=notes), BULGARIAN)
    without, with_them = (each.blocks for each in made)
    assert with_them[: len(without)] == without
    heading, _quoted, note = with_them[len(without) :]
    assert heading == Heading(2, (Span("Моите бележки"),))
    assert note == Paragraph((Span("Важно"),))


def test_where_nobody_draws_there_is_no_pdf(reader: Reader, folder: Path) -> None:
    bare = Reader(reader.library, reader.apart, Voiceless)
    with pytest.raises(NoConverterError):
        bare.exporting.write(Export([1], ExportForm.PDF, folder / "a.pdf"), BULGARIAN)
    assert list(folder.iterdir()) == []
