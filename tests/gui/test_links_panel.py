from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from reader.gui.original.panel import LinksPanel
from reader.gui.original.rows import rows, short
from reader.i18n import Translator
from reader.model.article import Paragraph, Source, Span
from tests.gui.window_parts import (
    BULGARIAN,
    ELSEWHERE,
    LIBRARIES,
    ORIGINAL,
    PRESS,
    PRESS_EN,
    TRAINS,
)


@pytest.fixture
def opened():
    return []


@pytest.fixture
def panel(qtbot, opened):
    panel = LinksPanel(Translator("en"), opened.append)
    panel.set_keys("Ctrl+C", ["Shift+Return"], ["Ctrl+Shift+C"])
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_article(LIBRARIES)
    return panel


def go_to(panel, number):
    panel.list.setCurrentIndex(panel.model.index(number))


def clipboard():
    return QGuiApplication.clipboard().text()


def test_the_article_itself_comes_first_then_each_link_once():
    found = [
        (row.words, [line.address for line in row.lines])
        for row in rows(LIBRARIES, Translator("en"))
    ]
    assert found == [
        ("This article", [BULGARIAN, ORIGINAL]),
        ("съобщението за медиите", [PRESS, PRESS_EN]),
        ("отчета", [ELSEWHERE]),
    ]


@pytest.mark.check("A64", "Links tell their name and address and can be followed")
@pytest.mark.check("A89", "Original lines and original language beside the text")
def test_a_row_says_its_words_and_the_languages_it_leads_to(panel):
    said = [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == [
        "This article, in Bulgarian and in English",
        "съобщението за медиите, in Bulgarian and in English",
        "отчета",
    ]


def test_the_addresses_are_said_on_the_way_to_the_right(panel, qtbot, heard):
    panel.list.setFocus()
    go_to(panel, 1)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(panel.list, key)
    original = "Original: ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
    bulgarian = "In Bulgarian: ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"
    assert heard == [bulgarian, original, original, bulgarian]


def test_each_link_begins_with_its_words(panel, qtbot, heard):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert heard[-1] == "съобщението за медиите, in Bulgarian and in English"


def test_enter_opens_the_bulgarian_page_and_shift_enter_the_original(panel, opened, qtbot):
    panel.list.setFocus()
    go_to(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [PRESS, PRESS_EN]


def test_both_addresses_can_be_copied(panel):
    go_to(panel, 1)
    panel.copy_address()
    assert clipboard() == PRESS
    panel.copy_original()
    assert clipboard() == PRESS_EN


def test_the_context_menu_offers_all_four(panel):
    texts = [action.text().partition("\t")[0] for action in panel.list.actions()]
    assert texts == [
        "Open the address",
        "Copy the address",
        "Open the original",
        "Copy the original",
    ]


def test_buttons_say_in_full_what_they_do(panel):
    names = [button.accessibleName() for button in panel.findChildren(QPushButton)]
    assert names == [
        "Open the address",
        "Copy the address",
        "Open the original",
        "Copy the original",
    ]


def test_where_the_original_is_not_known_it_is_not_offered(panel):
    go_to(panel, 2)
    enabled = [button.isEnabled() for button in panel.findChildren(QPushButton)]
    assert enabled == [True, True, False, False]


def test_an_article_without_links_says_so(panel):
    panel.show_article(TRAINS)
    assert panel.model.rowCount() == 0
    assert not any(button.isEnabled() for button in panel.findChildren(QPushButton))
    assert panel.findChild(object, "linksStatus").text() == "No links."


@pytest.mark.check("A70", "Messages are heard")
def test_copying_is_confirmed_where_it_was_done(panel):
    go_to(panel, 0)
    panel.copy_address()
    assert panel.findChild(object, "linksStatus").text() == "The address is copied."


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.eu/bg/novini/", "example.eu/bg/novini"),
        ("https://example.eu/%D0%BD%D0%BE%D0%B2%D0%B8?a=1", "example.eu/нови?a=1"),
        ("mailto:press@example.eu", "press@example.eu"),
    ],
)
def test_addresses_are_shown_as_people_read_them(address, words):
    assert short(address) == words


def test_an_address_that_may_be_another_is_said_to_be_probable():
    guessed = Span("условия", link="https://commission.europa.eu/legal-notice_bg")
    article = replace(
        LIBRARIES, blocks=(Paragraph((guessed,)),), source=Source("text"), original=None
    )
    (row,) = rows(article, Translator("bg"))
    assert [line.label for line in row.lines] == ["На български", "Оригинал (вероятно)"]
