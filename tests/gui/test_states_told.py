"""What a screen reader learns of states and values, and that it can change them."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar

from reader.gui.settings.dialog import SettingsDialog
from reader.i18n import Translator
from reader.settings import TEXT_SIZES, Theme
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)


def told(widget):
    return QAccessible.queryAccessibleInterface(widget)


def entry(window, name):
    """Return what a screen reader is told of an entry of a menu."""
    action = window.menu_actions[name]
    menu = next(menu for menu in window.findChildren(QMenu) if action in menu.actions())
    return told(menu).child(menu.actions().index(action))


def press(accessible):
    actions = accessible.actionInterface()
    actions.doAction(actions.actionNames()[0])


@pytest.fixture
def settings(window):
    dialog = SettingsDialog(window._means.keeper, Translator("en"), window)
    dialog.show()
    return dialog


@pytest.mark.check("A41", "States of controls are told")
def test_what_cannot_be_used_says_so(window, numbers):
    stop = window.parts.bar.findChild(QPushButton, "playerStop")
    assert told(stop).state().disabled
    assert entry(window, "where").state().disabled
    window.parts.reading.open(numbers[0])
    assert not entry(window, "where").state().disabled


@pytest.mark.check("A41", "States of controls are told")
def test_what_is_chosen_in_a_menu_says_so_and_can_be_chosen_by_a_screen_reader(window):
    trigger(window, "theme_light")
    assert entry(window, "theme_light").state().checked
    assert not entry(window, "theme_dark").state().checked
    press(entry(window, "theme_dark"))
    assert window._means.keeper.current.theme is Theme.DARK
    assert not entry(window, "theme_light").state().checked
    assert entry(window, "theme_dark").state().checked


@pytest.mark.check("A41", "States of controls are told")
def test_the_page_that_shows_is_the_selected_one(settings):
    tabs = told(settings.findChild(QTabBar))
    assert [tabs.child(page).state().selected for page in range(3)] == [1, 0, 0]
    press(tabs.child(1))
    assert [tabs.child(page).state().selected for page in range(3)] == [0, 1, 0]


@pytest.mark.check("A42", "Values of controls are told")
def test_a_number_tells_its_value_and_its_bounds_and_can_be_set_by_a_screen_reader(settings):
    value = told(settings.text.text_size).valueInterface()
    assert value.currentValue() == 18
    assert (value.minimumValue(), value.maximumValue()) == (TEXT_SIZES[0], TEXT_SIZES[-1])
    value.setCurrentValue(30)
    assert settings.text.text_size.value() == 30


@pytest.mark.check("A42", "Values of controls are told")
def test_a_field_tells_its_words_and_can_be_filled_in_by_a_screen_reader(window):
    field = window.parts.shelf.panel.field
    told(field).setText(QAccessible.Text.Value, "пчели")
    assert field.text() == "пчели"
    assert told(field).text(QAccessible.Text.Value) == "пчели"
