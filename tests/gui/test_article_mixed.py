"""Captions with links, foreign tables, pictures with words of their own, and empty tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reader.gui.article.view import ArticleView
from reader.model.article import Article, Figure, Paragraph, Source, Span, Table
from reader.model.position import Position
from tests.gui.article_presses import press, type_letter

ALT = Qt.KeyboardModifier.AltModifier
FIRST, SECOND = "https://example.eu/en/one", "https://example.eu/two"
CAPTIONED = Table(
    ((Span("Град"),), (Span("Влакове"),)),
    (((Span("Лом"),), (Span("12", link=SECOND),)),),
    (Span("По данни на "), Span("института", link=FIRST)),
)


def article(*blocks, language="bg"):
    return Article("", language, blocks, Source("text"))


def node(view, *path):
    found = QAccessible.queryAccessibleInterface(view)
    for number in path:
        found = found.child(number)
    return found


def locale(found):
    key = QAccessible.Attribute.Locale
    return found.attributesInterface().attributeValue(key).bcp47Name()


@pytest.fixture(autouse=True)
def listened_to():
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_a_link_in_a_caption_is_found_before_those_in_the_cells(view):
    view.show_article(article(CAPTIONED))
    type_letter(view, "k")
    assert view.piece().link.address == FIRST
    type_letter(view, "k")
    assert view.piece().link.address == SECOND
    for link in view.outline().links:
        view.go_to_link(link)
        assert view.piece().link == link


def test_a_link_in_a_caption_stands_behind_the_cells(view):
    view.show_article(article(CAPTIONED))
    roles = [node(view, 0, number).role() for number in range(5)]
    assert roles == [QAccessible.Role.Cell] * 4 + [QAccessible.Role.Link]


def test_the_cells_of_a_foreign_table_have_its_language(view):
    words = tuple((Span(word, language="en"),) for word in ("Town", "Trains"))
    view.show_article(article(Table(words, (words,))))
    assert {locale(node(view, 0, number)) for number in range(4)} == {"en"}


def test_a_picture_is_called_by_its_description_and_described_by_its_words(view):
    view.show_article(article(Figure("Мостът при Видин", (Span("Снимка: ЕК"),))))
    picture = node(view, 0)
    assert picture.text(QAccessible.Text.Name) == "Мостът при Видин"
    assert picture.text(QAccessible.Text.Description) == "Снимка: ЕК"


@pytest.mark.parametrize("rows", [((),), ()])
def test_a_table_without_cells_is_passed_by(view, rows):
    view.show_article(article(Paragraph((Span("Преди."),)), Table((), rows)))
    press(view, Qt.Key.Key_Down)
    assert node(view).childCount() == 2


def test_a_link_to_a_page_in_the_articles_own_language_names_none(view):
    english = Span("one", link="https://ec.europa.eu/commission/presscorner/detail/en/ip_25_1")
    described = []
    for language in ("en", "bg"):
        view.show_article(article(Paragraph((english,)), language=language))
        described.append(node(view, 0, 0).text(QAccessible.Text.Description))
    assert described == [f"1 of 1, {english.link}", f"1 of 1, in English, {english.link}"]


def test_a_key_held_alone_after_a_sentence_leaves_the_caret_where_it_is(view):
    text = "Първо изречение. Второ изречение."
    view.show_article(article(Paragraph((Span(text),)), Paragraph((Span("След."),))))
    view.go(Position(1, 0))
    press(view, Qt.Key.Key_Up, ALT)
    held = QAccessible.queryAccessibleInterface(view).focusChild().textInterface()
    assert held.cursorPosition() == text.index("Второ")
    press(view, Qt.Key.Key_Control)
    assert held.cursorPosition() == text.index("Второ")


def test_in_a_plain_view_the_end_of_a_jump_is_said(qtbot, translator):
    view = ArticleView(translator, plain=True)
    qtbot.addWidget(view)
    view.show_article(article(Paragraph((Span("Първи."),)), Paragraph((Span("Втори."),))))
    view.jump(Position(1, 0))
    assert view.accessibleDescription() == "Втори."


def test_other_letters_keep_what_is_selected(view):
    view.show_article(article(Paragraph((Span("Избрани думи тук."),))))
    cursor = view.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    look = view.page().styles.look
    view.set_look(type(look)(look.palette, 30))
    assert view.textCursor().selectedText() == "брани д"
