"""Changed keys: letters of the article on every layout, and whatever names a key elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from reader.gui.proof.repairs import RepairsDialog
from reader.model.leaves import Kind
from tests.gui.article_presses import CONTROL, NONE, SHIFT, press, type_letter
from tests.gui.article_sample import SAMPLE, SUBTITLE
from tests.gui.window_parts import dialogs, press_place, type_text

pytest_plugins = ("tests.gui.window_fixtures", "tests.gui.keys_fixtures")

H, X, Q, J = 43, 53, 24, 44  # the numbers of these keys under X11


# Letters of the article


def kind(window):
    view = window.parts.view
    return view.outline().leaves[view.position().block].kind


@pytest.mark.parametrize(
    ("typed", "number"),
    [("x", X), ("ь", X), ("ж", X), ("x", 58)],
    ids=["qwerty", "БДС", "phonetic", "a Latin layout with X elsewhere"],
)
def test_another_letter_finds_headings_on_every_layout(reading, dialog, keys, typed, number):
    keys("go_h", (Qt.Key.Key_X, NONE, "x"))
    dialog.reject()
    view = reading.parts.view
    view.show_article(SAMPLE, subtitle=SUBTITLE)
    type_letter(view, "h")
    assert kind(reading) is Kind.TITLE
    press(view, Qt.Key.Key_unknown, NONE, typed, number)
    assert kind(reading) is Kind.HEADING
    press(view, Qt.Key.Key_unknown, SHIFT, typed.upper(), number)
    assert kind(reading) is Kind.TITLE


def test_on_azerty_the_letter_counts_and_not_the_place(reading, dialog, keys):
    keys("go_h", (Qt.Key.Key_A, NONE, "a"))
    dialog.reject()
    view = reading.parts.view
    view.show_article(SAMPLE, subtitle=SUBTITLE)
    press(view, Qt.Key.Key_Q, NONE, "q", 38)  # the key beside Caps Lock
    assert kind(reading) is Kind.QUOTE
    press(view, Qt.Key.Key_Home, CONTROL)
    press(view, Qt.Key.Key_A, NONE, "a", Q)
    assert kind(reading) is Kind.HEADING


@pytest.mark.parametrize(
    ("key", "text", "number", "shown"),
    [
        (Qt.Key(0x445), "х", H, "H"),  # phonetic
        (Qt.Key(0x413), "г", H, "H"),  # БДС
        (Qt.Key.Key_Comma, ",", Q, "Q"),  # БДС
        (Qt.Key.Key_Q, "q", 38, "Q"),  # AZERTY
    ],
)
def test_a_letter_is_given_by_the_same_rule(keys, key, text, number, shown):
    listening = keys("go_t", (key, NONE, text, number), confirmed=False)
    assert listening.field.text() == shown
    listening.reject()


def test_with_control_the_place_tells_the_letter_on_a_cyrillic_layout(keys):
    listening = keys("open", (Qt.Key(0x41E), CONTROL, "", J), confirmed=False)
    assert listening.field.text() == "Ctrl+J"
    listening.reject()


def test_a_command_of_the_article_can_have_another_letter(reading, dialog, keys):
    keys("repairs", (Qt.Key.Key_W, NONE, "w"))
    dialog.reject()
    type_text(reading.parts.view, "r")
    assert not dialogs(reading, RepairsDialog)
    press_place(reading.parts.view, "у", 25)  # the key marked W, on БДС
    (opened,) = dialogs(reading, RepairsDialog)
    opened.reject()


def test_a_command_of_the_article_can_have_any_key_there(reading, dialog, keys, qtbot):
    keys("repairs", (Qt.Key.Key_F8,))
    dialog.reject()
    qtbot.keyClick(reading.parts.shelf.panel.list, Qt.Key.Key_F8)
    assert not dialogs(reading, RepairsDialog)
    reading.parts.view.setFocus()
    qtbot.waitUntil(reading.parts.view.hasFocus)
    qtbot.keyClick(reading.parts.view, Qt.Key.Key_F8)
    (opened,) = dialogs(reading, RepairsDialog)
    opened.reject()


# What names a key elsewhere


def test_what_names_a_key_follows(reading, dialog, keys):
    keys("play", (Qt.Key.Key_F8,))
    keys("open", (Qt.Key.Key_E, CONTROL, "\x05"))
    keys("copy", (Qt.Key.Key_D, CONTROL, "\x04"))
    keys("repairs", (Qt.Key.Key_W, NONE, "w"))
    buttons = [found.toolTip() for found in reading.parts.bar.findChildren(QPushButton)]
    assert "Read aloud or pause (F8)" in buttons
    hints = [found.text() for found in reading.parts.middle.welcome.findChildren(QLabel)]
    assert "PDF, web page, Word, EPUB or text · Ctrl+E" in hints
    texts = [action.text() for action in reading.parts.links.list.findChildren(QAction)]
    entries = [action.text() for action in reading.parts.links.list.actions()]
    assert "Copy the address\tCtrl+D" in texts + entries
    assert reading.parts.intake._repaired(2) == "2 repairs were made. The key W shows them."


def test_a_command_without_a_key_is_called_by_its_name(reading, dialog, keys):
    keys("go_t", (Qt.Key.Key_R, NONE, "r"))
    assert reading.parts.intake._repaired(1) == (
        "1 repair was made. The command “Repairs” shows it."
    )
    keys("settings", (Qt.Key.Key_O, CONTROL, "\x0f"))
    hints = [found.text() for found in reading.parts.middle.welcome.findChildren(QLabel)]
    assert "PDF, web page, Word, EPUB or text" in hints


def test_keys_for_sound_stay_with_the_player(reading, keys):
    keys("play", (Qt.Key.Key_F8,))
    shortcuts = [key.toString() for key in reading.menu_actions["play"].shortcuts()]
    assert shortcuts == ["F8", "Media Play", "Toggle Media Play/Pause"]
