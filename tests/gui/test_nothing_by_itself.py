"""Nothing happens by itself: by a press taken back, by the focus alone, by a stray letter."""

import string

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from reader.gui.panes import ARTICLE, LIBRARY, LINKS
from reader.gui.settings.dialog import SettingsDialog
from reader.i18n import Translator
from reader.model.position import Extent, Position
from reader.settings import Theme
from tests.gui.article_presses import NONE, SHIFT, press
from tests.gui.window_parts import dialogs, list_of, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

VOICE = 3
PLACE = Position(2, 6)
LEFT = Qt.MouseButton.LeftButton
NOWHERE = QPoint(-200, -200)


@pytest.fixture
def reading(window, numbers):
    """A window with an article open, the place in the midst of it, and a message on show."""
    window.parts.reading.open(numbers[0])
    window.parts.view.go(PLACE)
    trigger(window, "where")
    return window


def stands(window):
    """Return all that must not change by itself."""
    row = list_of(window).currentIndex().row()
    parts = window.parts
    return (
        parts.reading.identifier,
        parts.view.position(),
        parts.view.textCursor().selectedText(),
        parts.player.state,
        window._means.keeper.current,
        window._means.browse.addresses,
        row,
        dialogs(window, QDialog),
    )


def slide_away(qtbot, widget, place):
    """Press a button of the mouse, move away from there, and only then let go."""
    qtbot.mousePress(widget, LEFT, pos=place)
    qtbot.mouseMove(widget, NOWHERE)
    qtbot.mouseRelease(widget, LEFT, pos=NOWHERE)


@pytest.mark.check("A90", "A press can be taken back before the pointer is let go")
def test_a_button_acts_when_it_is_let_go_and_not_where_the_pointer_has_left_it(reading, qtbot):
    buttons = [each for each in reading.findChildren(QAbstractButton) if each.isVisible()]
    enabled = [each for each in buttons if each.isEnabled()]
    assert len(enabled) > 3
    clicked = []
    for button in enabled:
        button.clicked.connect(lambda _checked=False, button=button: clicked.append(button))
        slide_away(qtbot, button, button.rect().center())
    assert clicked == []
    hide = reading.parts.notice.findChild(QAbstractButton, "noticeHide")
    qtbot.mousePress(hide, LEFT)
    assert reading.parts.notice.text
    qtbot.mouseRelease(hide, LEFT)
    assert not reading.parts.notice.text


@pytest.mark.check("A90", "A press can be taken back before the pointer is let go")
def test_a_link_is_followed_when_it_is_let_go_and_not_where_the_pointer_has_left_it(reading, qtbot):
    view = reading.parts.view
    link = view.outline().links[0]
    area = view.screen_area(Extent(link.block, link.start, link.start + 1))
    place = view.viewport().mapFromGlobal(area.center())
    opened = reading._means.browse.addresses
    qtbot.mousePress(view.viewport(), LEFT, pos=place)
    assert opened == []
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place)
    assert opened == [link.address]
    slide_away(qtbot, view.viewport(), place)
    assert opened == [link.address]


@pytest.mark.check("A91", "Letters act in the article alone")
@pytest.mark.parametrize("pane", [LIBRARY, LINKS, VOICE])
def test_the_letters_of_the_article_do_nothing_in_other_panes(reading, pane):
    reading.panes.go(pane)
    before, focus = stands(reading), QApplication.focusWidget()
    for letter in string.ascii_lowercase + string.digits + "[]":
        for modifiers in (NONE, SHIFT):
            press(focus, Qt.Key(ord(letter.upper())), modifiers, letter)
    after = stands(reading)
    assert QApplication.focusWidget() is focus
    if pane == LIBRARY:  # in a list, letters lead to the row that begins with them
        before, after = before[:-2] + before[-1:], after[:-2] + after[-1:]
    assert after == before


@pytest.mark.check("A91", "Letters act in the article alone")
def test_in_a_field_the_same_letters_are_typed(reading, qtbot):
    field = reading.parts.shelf.panel.field
    field.setFocus()
    before = stands(reading)
    qtbot.keyClicks(field, "hkq1r]")
    assert field.text() == "hkq1r]"
    assert stands(reading) == before


@pytest.mark.check("A92", "The focus alone changes nothing")
def test_the_focus_going_round_the_window_changes_nothing(reading, qtbot):
    reading.panes.go_home(LIBRARY)
    before, first = stands(reading), QApplication.focusWidget()
    stops = []
    while QApplication.focusWidget() is not first or not stops:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        assert stands(reading) == before, stops[-1].objectName()
    assert {reading.parts.view, reading.parts.links.list} <= set(stops)
    for pane in (LIBRARY, ARTICLE, LINKS, VOICE):
        reading.panes.go(pane)
        assert stands(reading) == before


@pytest.fixture
def settings(reading, qtbot):
    """The settings, with all of their fields."""
    reading._means.keeper.change(theme=Theme.OWN)
    dialog = SettingsDialog(reading._means.keeper, Translator("en"), reading)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def tab_stops(dialog, qtbot):
    """Press Tab until it comes round; return what had the focus."""
    stops = [QApplication.focusWidget()]
    while True:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is stops[0]:
            return stops
        stops.append(QApplication.focusWidget())
        assert dialog.isAncestorOf(stops[-1])
        assert len(stops) < 50


@pytest.mark.parametrize("page", [0, 1, 2])
@pytest.mark.check("A49", "The focus order makes sense")
@pytest.mark.check("A92", "The focus alone changes nothing")
def test_in_the_settings_tab_goes_from_field_to_field_as_they_stand(reading, settings, qtbot, page):
    before = reading._means.keeper.current
    settings.pages.tabs.setCurrentIndex(page)
    settings.seek.field.setFocus()
    stops = tab_stops(settings, qtbot)
    fields = {label.buddy() for label in settings.findChildren(QLabel) if label.buddy()}
    passed = [stop.mapTo(settings, QPoint()).y() for stop in stops if stop in fields]
    assert len(passed) > 1
    assert passed == sorted(passed)
    assert isinstance(stops[-1], QAbstractButton)  # those that end the dialog come last
    assert reading._means.keeper.current == before


@pytest.mark.check("A49", "The focus order makes sense")
def test_in_the_window_tab_goes_from_the_list_to_the_article_to_the_links(reading, qtbot):
    reading.panes.go_home(LIBRARY)
    parts = reading.parts
    stops = tab_stops(reading, qtbot)
    order = [stops.index(each) for each in (list_of(reading), parts.view, parts.links.list)]
    assert order == sorted(order)
