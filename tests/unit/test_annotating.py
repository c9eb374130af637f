"""What is asked for of notes: the words they quote, and handing them on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from reader.app import Annotating, Export, Reader, sentence_at
from reader.errors import TargetExistsError
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Source
from reader.model.exportform import ExportForm
from reader.model.position import Extent, Position
from reader.text.anchors import Stretch
from tests.unit.library_samples import EVERYTHING, article

WORDS = Stretch(Position(2, 0), Position(2, 8))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with Library(tmp_path / "library") as library:
        library.add(EVERYTHING, (), b"1")
        library.add(article("*Звезди*", "Една дума.", "# Втора дума"), (), b"2")
        yield Reader(library, cast("Apart", None))


@pytest.fixture
def annotating(reader: Reader) -> Annotating:
    return reader.annotating


def test_marks_quote_the_words_of_the_article(annotating: Annotating) -> None:
    assert annotating.highlight(1, WORDS).quoted == "Съветът "
    across = Stretch(Position(2, 15), Position(3, 10))
    assert annotating.note(1, across, "Виж").quoted == "програмата.\nПрограмата"
    assert annotating.bookmark(1, Position(2, 8)).quoted == "одобри програмата."


def test_a_bookmark_quotes_whole_words_only(reader: Reader, annotating: Annotating) -> None:
    reader.library.add(article("Дълго", "дума " * 40), (), b"3")
    assert annotating.bookmark(3, Position(1, 0)).quoted == ("дума " * 16).strip()


@pytest.mark.parametrize(
    ("char", "begin", "quoted"),
    [
        (0, 0, "По-ниски сметки, „о́ще“ днес"),
        (1, 0, "По-ниски сметки, „о́ще“ днес"),
        (5, 0, "По-ниски сметки, „о́ще“ днес"),
        (8, 8, " сметки, „о́ще“ днес"),
        (12, 9, "сметки, „о́ще“ днес"),
        (15, 15, ", „о́ще“ днес"),
        (20, 18, "о́ще“ днес"),
        (99, 99, ""),
    ],
)
def test_a_bookmark_in_a_word_is_put_at_its_begin(
    reader: Reader, annotating: Annotating, char: int, begin: int, quoted: str
) -> None:
    reader.library.add(article("Сметки", "По-ниски сметки, „о́ще“ днес"), (), b"3")
    made = annotating.bookmark(3, Position(1, char))
    assert (made.start, made.end) == (Position(1, begin), Position(1, begin))
    assert made.quoted == quoted


def test_all_marks_come_with_their_articles(annotating: Annotating) -> None:
    first, second = annotating.highlight(1, WORDS), annotating.bookmark(2, Position(0, 0))
    found = annotating.all()
    assert [(each.annotation, each.entry.title) for each in found] == [
        (second, "*Звезди*"),
        (first, EVERYTHING.title),
    ]


def test_a_mark_knows_whether_its_words_are_still_there(
    reader: Reader, annotating: Annotating
) -> None:
    stretch = Stretch(Position(1, 0), Position(1, 9))
    made = annotating.highlight(2, stretch)
    assert annotating.has_its_words(made)
    reader.library.renew(2, article("*Звезди*", "Съвсем друго."), (), ())
    (kept,) = annotating.of(2)
    assert not annotating.has_its_words(kept)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://a.eu/>b c<d", "<https://a.eu/%3Eb%20c%3Cd>"),
        ("http://[::1", "http://\\[::1"),
        ("", "новини\\*нови.pdf"),
    ],
)
def test_the_source_above_notes_is_an_address_or_its_words(
    reader: Reader, annotating: Annotating, address: str, line: str
) -> None:
    source = Source("pdf", "новини*нови.pdf", address or None)
    reader.library.add(replace(article("Мост", "Отвориха го."), source=source), (), b"3")
    annotating.note(3, Stretch(Position(1, 0), Position(1, 5)), "Виж")
    assert annotating.document(3).splitlines()[2] == line


def test_notes_are_handed_on_as_markdown(annotating: Annotating) -> None:
    annotating.note(1, WORDS, "Кога е **гласувано**?")
    annotating.bookmark(1, Position(5, 0))
    annotating.highlight(2, Stretch(Position(1, 0), Position(2, 14)))
    assert annotating.document(1) == (
        "# Нова програма за чиста енергия\n\n"
        "Съвет на Европейския съюз · 3 март 2025 г.  \n<https://example.eu/bg>\n\n"
        "> Съветът\n\nКога е **гласувано**?\n\n"
        "Отметка:\n\n> Мерките\n"
    )
    stars = "# \\*Звезди\\*\n\nтекст.txt\n\n> Една дума.\n>\n> \\# Втора дума\n"
    assert annotating.document() == f"{stars}\n{annotating.document(1)}"


def test_articles_without_notes_are_not_handed_on(annotating: Annotating) -> None:
    assert (annotating.document(), annotating.document(1)) == ("", "")


def test_notes_are_written_to_a_file_that_is_not_there_yet(
    annotating: Annotating, tmp_path: Path
) -> None:
    annotating.highlight(1, WORDS)
    path = tmp_path / "notes.md"
    annotating.write(path, 1)
    assert path.read_text("utf-8") == annotating.document(1)
    with pytest.raises(TargetExistsError):
        annotating.write(path)


@pytest.mark.parametrize(
    ("form", "end"),
    [
        ("md", "\n## Моите бележки\n\n> Съветът\n\nа < *б*\n\nОтметка:\n\n> Мерките\n"),
        ("txt", "\nМоите бележки\n\n    Съветът\n\nа < *б*\n\n    Отметка: Мерките\n"),
    ],
)
def test_an_article_is_written_with_its_notes_where_asked(
    reader: Reader, annotating: Annotating, tmp_path: Path, form: str, end: str
) -> None:
    annotating.note(1, WORDS, "а < *б*")
    annotating.bookmark(1, Position(5, 0))
    for name in ("with", "without"):
        export = Export([1], ExportForm(form), tmp_path / name, notes=name == "with")
        reader.exporting.write(export, Translator("bg"))
    without = (tmp_path / "without").read_text("utf-8")
    assert (tmp_path / "with").read_text("utf-8").rstrip() == (without + end).rstrip()


def test_a_page_has_the_notes_as_its_last_section(
    reader: Reader, annotating: Annotating, tmp_path: Path
) -> None:
    annotating.note(1, WORDS, "а < *б*\n\nвторо")
    annotating.bookmark(1, Position(5, 0))
    export = Export([1], ExportForm.PAGE, tmp_path / "page.html", notes=True)
    reader.exporting.write(export, Translator("bg"))
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (
        '<section aria-labelledby="notes"><h2 id="notes">Моите бележки</h2>\n'
        "<blockquote><p>Съветът </p></blockquote>\n<p>а &lt; *б*</p>\n<p>второ</p>\n"
        "<p>Отметка</p>\n<blockquote><p>Мерките</p></blockquote>\n</section>"
    ) in page


@pytest.mark.parametrize(
    ("char", "found"), [(0, (0, 17)), (3, (0, 17)), (17, (0, 17)), (18, (18, 31)), (99, (18, 31))]
)
def test_the_sentence_at_a_place(char: int, found: tuple[int, int]) -> None:
    assert sentence_at("Времето е хубаво. Утре ще вали.", 7, char) == Extent(7, *found)


def test_a_text_without_sentences_is_one() -> None:
    assert sentence_at("", 2, 0) == Extent(2, 0, 0)
