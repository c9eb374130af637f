"""Wherever the focus is, the window looks otherwise there than without it, and strongly enough."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from reader.gui import colours
from reader.gui.all_keys import usual_keys
from reader.gui.help.keys import KeysDialog
from reader.gui.panes import LIBRARY
from reader.gui.proof.rows import Row, RowsDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.theme import LIGHT
from reader.i18n import Translator
from reader.settings import Theme

pytest_plugins = ("tests.gui.window_fixtures",)

LEAST = 3  # to 1: how much a pixel of the mark differs from what was there without the focus
ENOUGH = 176  # pixels: a ring two pixels wide round a target of 24 by 24


def pixels(window: QWidget, place: QRect) -> memoryview:
    """Return the colours of a part of a window as numbers."""
    picture = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(picture.constBits())).cast("I")


def contrast(one: int, other: int) -> float:
    return colours.contrast(*(QColor.fromRgb(colour).name() for colour in (one, other)))


def mark_of_focus(window: QWidget) -> int:
    """Return how many pixels of what has the focus change strongly when it leaves."""
    now = QApplication.focusWidget()
    place = QRect(now.mapTo(window, QPoint()), now.size()).adjusted(-4, -4, 4, 4)
    with_focus = pixels(window, place)
    now.clearFocus()
    without = pixels(window, place)
    now.setFocus(Qt.FocusReason.TabFocusReason)
    pairs = zip(with_focus, without, strict=True)
    return sum(contrast(*pair) >= LEAST for pair in pairs if pair[0] != pair[1])


def faint(window, qtbot):
    """Press Tab until it comes round; return what does not show that it has the focus."""
    first, found = QApplication.focusWidget(), {}
    while True:
        now = QApplication.focusWidget()
        marked = mark_of_focus(window)
        if marked < ENOUGH:
            found[now.objectName() or now] = marked
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return found


@pytest.mark.check("A48", "The focus is visible")
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.WHITE_ON_BLACK])
def test_every_control_of_the_window_shows_that_it_has_the_focus(window, numbers, qtbot, theme):
    window._means.keeper.change(theme=theme)
    window.parts.reading.open(numbers[0])
    window.panes.go_home(LIBRARY)
    assert faint(window, qtbot) == {}


@pytest.mark.check("A48", "The focus is visible")
@pytest.mark.parametrize("page", [0, 1, 2])
def test_every_control_of_the_settings_shows_that_it_has_the_focus(window, qtbot, page):
    dialog = SettingsDialog(window._means.keeper, Translator("en"), window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.pages.tabs.setCurrentIndex(page)
    dialog.findChild(QTabBar).setFocus()
    assert faint(dialog, qtbot) == {}


def rings(dialog, view):
    """Return how many pixels of a list's frame, and of all of it, have the colour of the ring."""
    picture = dialog.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colour = QColor(LIGHT.focus).rgb()
    place = QRect(view.mapTo(dialog, QPoint()), view.size())
    inside = place.adjusted(3, 3, -3, -3)  # its border
    found = [
        inside.contains(x, y)
        for y in range(place.top(), place.bottom() + 1)
        for x in range(place.left(), place.right() + 1)
        if picture.pixel(x, y) == colour
    ]
    return found.count(False), found.count(True)


@pytest.fixture
def listed(window, qtbot):
    """Shows a dialog of rows with the focus in its list."""
    window._means.keeper.change(theme=Theme.LIGHT)

    def made(rows):
        dialog = RowsDialog("Редове", "Редове", rows, Translator("bg"), window)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        assert dialog.list.hasFocus()
        return dialog

    return made


@pytest.mark.check("A48", "The focus is visible")
def test_a_row_has_the_only_ring(listed):
    dialog = listed([Row(words, (), words, None) for words in ("Пчели", "Влакове")])
    row = dialog.list.visualRect(dialog.list.currentIndex())
    around, within = rings(dialog, dialog.list)
    assert around == 0
    assert within >= 2 * 3 * (row.width() - 12)


def test_no_line_below_the_chosen_row_looks_like_a_second_ring(listed):
    dialog = listed([Row(words, (), words, None) for words in ("Пчели", "Влакове")])
    view = dialog.list
    picture = view.viewport().grab().toImage()
    chosen, other = (view.visualRect(view.model().index(number)) for number in range(2))
    ends = [picture.pixelColor(row.center().x(), row.bottom()).name() for row in (chosen, other)]
    assert ends == [QColor(LIGHT.selection).name(), QColor(LIGHT.line).name()]


@pytest.mark.check("A48", "The focus is visible")
def test_a_list_without_rows_has_it_itself(listed):
    dialog = listed([])
    assert rings(dialog, dialog.list)[1] >= 2 * 3 * (dialog.list.width() - 30)
    dialog.list.clearFocus()
    assert rings(dialog, dialog.list) == (0, 0)


def test_the_chosen_key_stands_out_by_its_edges(window, qtbot):
    window._means.keeper.change(theme=Theme.LIGHT)
    dialog = KeysDialog(usual_keys(), Translator("bg"), window)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    table = dialog.table
    picture = table.viewport().grab().toImage()
    row = table.visualItemRect(table.item(table.currentRow(), 1))
    for y in (row.top(), row.bottom()):
        colour = picture.pixelColor(row.center().x(), y).name()
        assert colours.contrast(colour, LIGHT.panel) >= LEAST
