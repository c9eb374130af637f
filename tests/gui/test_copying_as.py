"""Copying as text of some kind: what is selected or all, with where it comes from."""

import pytest
from PySide6.QtGui import QGuiApplication

from reader.app import copied
from reader.model.article import Article, Heading, ListBlock, Paragraph, Quote, Source, Span, Table
from reader.model.leaves import leaves
from reader.model.position import Position
from tests.gui.window_parts import LIBRARIES, PRESS, trigger

pytest_plugins = ("tests.gui.window_fixtures",)
SOURCE = "https://example.eu/news/bg/voda"


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


WATER = Article(
    "Вода",
    "bg",
    (
        Heading(1, (Span("Вода"),)),
        Paragraph((Span("Първо "), Span("важно", strong=True), Span(" нещо."))),
        ListBlock(
            True,
            (
                (paragraph("реки;"), ListBlock(False, ((paragraph("Дунав;"),),))),
                (paragraph("езера."),),
            ),
        ),
        Quote((paragraph("„Водата е обща.“"),), (Span("Мария Стоянова"),)),
        Table((), (((Span("а"),), (Span("б"),)),)),
        paragraph("Накрая."),
    ),
    Source("html", "", SOURCE),
)


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


def part(start: tuple[int, int], end: tuple[int, int]) -> str:
    return copied(WATER, (Position(*start), Position(*end))).markdown


def test_all_of_it_is_copied_with_its_source():
    made = copied(WATER)
    assert made.markdown.startswith("# Вода\n\nПърво **важно** нещо.\n")
    assert made.markdown.endswith(f"Източник: [{SOURCE}]({SOURCE})\n") or made.markdown.endswith(
        f"Източник: <{SOURCE}>\n"
    )
    assert made.text.endswith(f"Източник: {SOURCE}\n")
    assert f'<a href="{SOURCE}">{SOURCE}</a>' in made.html


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        ((1, 6), (1, 11), ["**важно**"]),
        ((0, 2), (1, 5), ["# да", "Първо"]),
        ((2, 0), (3, 3), ["1. реки;", "Дун"]),
        ((4, 0), (5, 0), ["езера."]),
        ((5, 1), (6, 5), ["Водата е обща.“", "Мария"]),
        ((7, 0), (7, 2), ["а", "б"]),
    ],
)
def test_a_part_is_copied_as_it_is_made(start, end, lines):
    made = part(start, end)
    at = 0
    for line in lines:
        at = made.index(line, at) + len(line)
    assert "Накрая" not in made
    assert made.rstrip().endswith((SOURCE, f"{SOURCE}>", f"{SOURCE})"))


def test_every_leaf_can_be_copied_alone():
    for number, leaf in enumerate(leaves(WATER)):
        words = leaf.text.split(" | ")[0]
        assert words in copied(WATER, (Position(number, 0), Position(number, len(leaf.text)))).text


@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
def test_the_open_article_is_copied(reading, kind):
    trigger(reading, f"copy_{kind}")
    data = QGuiApplication.clipboard().mimeData()
    assert LIBRARIES.title in data.text()
    assert data.text().rstrip().endswith("biblioteki.pdf")
    if kind == "markdown":
        assert f"[съобщението за медиите]({PRESS})" in data.text()
        assert data.hasFormat("text/markdown")
    if kind == "html":
        assert f'<a href="{PRESS}"' in data.html()


def test_what_is_selected_is_copied_alone(reading):
    view = reading.parts.view
    view.go(Position(1, 0))
    cursor = view.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    trigger(reading, "copy_markdown")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Комисията\n")
    assert "инвестиции" not in text
    assert "Източник: biblioteki.pdf" in text
