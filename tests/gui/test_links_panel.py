from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from reader.gui.all_keys import OF_LINKS
from reader.gui.original.panel import LinksPanel
from reader.gui.original.rows import rows, short
from reader.gui.subtitle import subtitle
from reader.i18n import Translator
from reader.model.article import Paragraph, Source, Span
from reader.model.links import KnownLink, Presence
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
    panel.set_keys("Ctrl+C", {name: keys for name, (_, keys) in OF_LINKS.items()})
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
def test_a_row_says_its_words_its_languages_and_its_addresses(panel):
    assert said(panel) == [
        (
            "This article, in Bulgarian and in English. "
            "In Bulgarian (sure): digital-strategy.ec.europa.eu/bg/news/new-libraries. "
            "Original: digital-strategy.ec.europa.eu/en/news/new-libraries"
        ),
        (
            "съобщението за медиите, in Bulgarian and in English. "
            "In Bulgarian: ec.europa.eu/commission/presscorner/detail/bg/ip_25_467. "
            "Original (sure): ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
        ),
        "отчета. Address: example.org/otchet",
    ]


def said(panel):
    """Return what a screen reader says of each row."""
    rows = range(panel.model.rowCount())
    return [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]


def test_what_was_found_of_an_address_is_said_with_it(panel):
    panel.show_anew(
        LIBRARIES,
        {
            PRESS: KnownLink(None, Presence.THERE, Presence.MISSING),
            ELSEWHERE: KnownLink(None, Presence.NO_ANSWER),
        },
    )
    assert said(panel)[1:] == [
        (
            "съобщението за медиите, in Bulgarian and in English. "
            "In Bulgarian: ec.europa.eu/commission/presscorner/detail/bg/ip_25_467, exists. "
            "Original (sure): ec.europa.eu/commission/presscorner/detail/en/ip_25_467, "
            "there is no such page"
        ),
        "отчета. Address: example.org/otchet, did not answer",
    ]
    assert panel.model.row(1).lines[1].head == "Original (sure) – there is no such page"


def test_the_person_s_own_address_stands_as_the_original(panel):
    panel.show_anew(LIBRARIES, {ELSEWHERE: KnownLink("https://example.org/report")})
    assert said(panel)[2] == (
        "отчета, in Bulgarian and in English. In Bulgarian: example.org/otchet. "
        "Original (given by you): example.org/report"
    )


def test_an_original_in_a_third_language_is_said_to_be_so():
    french = replace(LIBRARIES, original=ORIGINAL.replace("/en/", "/fr/"))
    own, press, _elsewhere = rows(french, Translator("bg"))
    assert own.languages == "на български и на френски"
    assert press.languages == "на български и на френски"
    assert "Оригинал на френски" in subtitle(french, Translator("bg"))


def test_the_addresses_are_said_on_the_way_to_the_right(panel, qtbot, heard):
    panel.list.setFocus()
    go_to(panel, 1)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(panel.list, key)
    original = "Original (sure): ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
    bulgarian = "In Bulgarian: ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"
    assert heard == [bulgarian, original, original, bulgarian]


def test_each_link_begins_with_its_words(panel, qtbot, heard):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert heard[-1] == "съобщението за медиите, in Bulgarian and in English"


def test_enter_leads_to_the_link_and_with_ctrl_or_shift_to_the_browser(panel, opened, qtbot):
    panel.list.setFocus()
    go_to(panel, 1)
    with qtbot.waitSignal(panel.go_wanted) as wanted:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == [PRESS]
    assert opened == []
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [PRESS, PRESS_EN]


def test_an_original_can_be_read_here(panel, qtbot):
    panel.list.setFocus()
    go_to(panel, 1)
    with qtbot.waitSignal(panel.read_wanted) as wanted:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert wanted.args == [PRESS_EN]


def test_both_addresses_can_be_copied(panel):
    go_to(panel, 1)
    panel.copy_address()
    assert clipboard() == PRESS
    panel.copy_original()
    assert clipboard() == PRESS_EN


def test_the_context_menu_offers_all_that_can_be_done(panel):
    texts = [action.text().partition("\t")[0] for action in panel.list.actions()]
    assert texts == [
        "Go to the link in the article",
        "Open the address in the browser",
        "Copy the address",
        "Open the original in the browser",
        "Copy the original",
        "Read the original here",
        "Put the original’s address right…",
        "Check which exist",
    ]


def test_buttons_say_in_full_what_they_do(panel):
    names = [button.accessibleName() for button in panel.findChildren(QPushButton)]
    assert names == [
        "More for the link",
        "Open the address in the browser",
        "Copy the address",
        "Open the original in the browser",
        "Copy the original",
    ]


def test_where_the_original_is_not_known_it_is_not_offered(panel):
    go_to(panel, 2)
    enabled = [button.isEnabled() for button in panel.findChildren(QPushButton)]
    assert enabled == [True, True, True, False, False]
    offered = {each.objectName() for each in panel.list.actions() if each.isEnabled()}
    assert offered == {"go_to_link", "open_link", "copy_address", "edit_original", "check_links"}


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
    assert [line.label for line in row.lines] == ["На български", "Оригинал (предположение)"]
