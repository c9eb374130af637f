"""The plain view: a text field to screen readers, in which the same letters work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reader.gui.article.view import ArticleView
from reader.model.position import Position
from tests.gui.article_presses import press, type_letter
from tests.gui.article_sample import OTHER, PRESS_RELEASE, SAMPLE, SUBTITLE

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plain(qtbot, translator):
    shown = ArticleView(translator, plain=True)
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show_article(SAMPLE, subtitle=SUBTITLE)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


def said(view):
    return view.accessibleDescription()


@pytest.mark.check("A80", "Plain view")
def test_to_a_screen_reader_it_is_a_read_only_text_with_all_the_words(plain):
    node = QAccessible.queryAccessibleInterface(plain)
    assert node.role() == QAccessible.Role.EditableText
    assert node.state().readOnly
    words = node.textInterface().text(0, node.textInterface().characterCount())
    assert SAMPLE.title in words
    assert "Унгария" in words


@pytest.mark.check("A80", "Plain view")
@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("h", "Какво се променя за превозвачите, heading, level 2"),
        ("k", f"съобщението за медиите, link, 1 of 3, {PRESS_RELEASE}"),
        ("q", "quotation: „Дунав свързва десет държави"),
        ("l", "list item 1 of 3: едно електронно досие"),
        ("t", "table, 4 rows, 3 columns. Средства по държави до 2030 г."),
        ("g", "picture: Карта на Дунав"),
        ("n", "[1] Сумите са по текущи цени."),
        ("p", "Брюксел, 14 май 2025 г."),
    ],
)
def test_a_letter_says_what_it_has_led_to(plain, letter, words):
    type_letter(plain, letter)
    assert said(plain).startswith(words)


@pytest.mark.check("A80", "Plain view")
def test_the_arrows_are_those_of_a_text_field(plain):
    place = plain.textCursor().position()
    press(plain, Qt.Key.Key_Down)
    assert plain.textCursor().position() > place
    plain.go(Position(2, 0))
    press(plain, Qt.Key.Key_Right)
    assert plain.position() == Position(2, 1)


def test_a_sentence_is_said(plain):
    plain.go(Position(2, 0))
    press(plain, Qt.Key.Key_Down, ALT)
    assert said(plain).startswith("Подробностите са в")


def test_the_same_link_opens_by_enter(plain, qtbot):
    type_letter(plain, "k")
    with qtbot.waitSignal(plain.link_activated) as told:
        press(plain, Qt.Key.Key_Return)
    assert told.args == [PRESS_RELEASE]


def test_another_article_is_told(plain):
    plain.show_article(OTHER)
    assert said(plain) == "Нова програма за младежки обмен, heading, level 1"
