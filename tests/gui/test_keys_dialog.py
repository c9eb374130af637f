"""The keys dialog: every key is listed, can be changed by keyboard alone, and works at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from reader import settings
from reader.app import Bulk, Reader
from reader.gui.actions import commands
from reader.gui.all_keys import usual_keys
from reader.gui.article.keys import TARGETS
from reader.gui.help.keys import KeysDialog
from reader.gui.help.press_dialog import ChangeDialog, FindDialog
from reader.gui.keymap.entry import Takes
from reader.gui.main_window import MainWindow
from reader.gui.parts import Means
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.settings import TEXT_SIZES, Settings
from tests.gui.article_presses import CONTROL, NONE, SHIFT, press
from tests.gui.keys_parts import button, row_of, rows, stand_on
from tests.gui.window_parts import SilentEngine, dialogs

pytest_plugins = ("tests.gui.window_fixtures", "tests.gui.keys_fixtures")

ALT = Qt.KeyboardModifier.AltModifier


# The list


def test_every_command_and_every_reading_letter_is_listed(dialog):
    names = [entry.name for entry in dialog._rows]
    assert len(set(names)) == len(names)
    assert {command.name for command in commands()} <= set(names)
    assert {f"go_{letter}" for letter in TARGETS} <= set(names)


def test_the_keys_that_move_through_the_article_are_listed(dialog):
    listed = rows(dialog)
    assert ("In the article", "Next or previous block", "Down or Up") in listed
    assert ("In the article", "Next or previous word", "Ctrl+Right or Ctrl+Left") in listed
    assert ("Everywhere", "Open the menus", "F10") in listed
    assert ("In the links", "Copy the address", "Ctrl+C") in listed
    assert ("Help", "Sample article", "no key") in listed


def test_the_usual_keys_share_nothing_and_could_be_given():
    keymap = usual_keys()
    for entry in keymap.entries:
        for key in entry.keys:
            assert keymap.conflicts(entry, key) == (), entry
            if entry.takes is not Takes.NONE and entry.name != "cancel":  # which is Escape
                assert keymap.can_have(entry, key), entry
            assert QKeySequence(key).toString() == key


def test_words_narrow_the_list_down_and_enter_goes_to_what_they_found(dialog, qtbot):
    qtbot.keyClicks(dialog.words, "article ctrl+")
    assert all("Ctrl+" in key for _where, _what, key in rows(dialog))
    dialog.words.setText("join")
    assert rows(dialog) == [("Edit", "Join with the next block", "Ctrl+J")]
    dialog.words.setFocus()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.table.hasFocus()
    assert not dialogs(dialog, ChangeDialog)
    dialog.words.setText("no such command")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialogs(dialog, ChangeDialog)


def test_a_pressed_key_leads_to_its_row(dialog, qtbot):
    dialog.words.setText("join")
    button(dialog, "pressing").click()
    (listening,) = dialogs(dialog, FindDialog)
    press(listening.field, Qt.Key.Key_Y, CONTROL)
    assert listening.message.text() == "Ctrl+Y does nothing here."
    press(listening.field, Qt.Key.Key_W, CONTROL)
    assert listening.message.text() == "Ctrl+W does nothing here."
    press(listening.field, Qt.Key.Key_F5)
    assert not listening.isVisible()
    assert dialog.current.name == "play"
    qtbot.waitUntil(dialog.table.hasFocus)


def test_no_button_stands_out_while_a_key_is_awaited_and_enter_presses_cancel_there(dialog, qtbot):
    button(dialog, "pressing").click()
    (listening,) = dialogs(dialog, FindDialog)
    qtbot.waitUntil(listening.field.hasFocus)
    cancel = button(listening, "Cancel")
    assert not cancel.isDefault()
    qtbot.keyClick(listening.field, Qt.Key.Key_Tab)
    assert cancel.hasFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert not listening.isVisible()


# Changing


@pytest.mark.check("A62", "Keys are shown and can be changed")
def test_a_changed_key_works_at_once_and_is_kept(reading, keys, tmp_path):
    keys("join", (Qt.Key.Key_K, CONTROL, "\x0b"))
    assert reading.menu_actions["join"].shortcuts() == [QKeySequence("Ctrl+K")]
    assert settings.load(tmp_path).settings.keys == (("join", ("Ctrl+K",)),)


def test_kept_keys_are_those_of_the_next_start(qtbot, library, apart, tmp_path):
    settings.save(Settings(keys=(("join", ("Ctrl+K",)),)), tmp_path)
    keeper = SettingsKeeper(settings.load(tmp_path).settings, tmp_path)
    reader = Reader(library, apart)
    bulk = Bulk(reader, apart, tmp_path)
    means = Means(reader, bulk, keeper, SilentEngine(), Translator("en"), tmp_path)
    window = MainWindow(means)
    qtbot.addWidget(window)
    assert window.menu_actions["join"].shortcuts() == [QKeySequence("Ctrl+K")]
    window.close()


def test_the_table_shows_the_new_key_and_says_what_changed(dialog, keys, qtbot):
    keys("join", (Qt.Key.Key_O, CONTROL, "\x0f"))
    assert row_of(dialog, "join") == "Ctrl+O"
    assert row_of(dialog, "open") == "no key"
    assert dialog.note.text() == "Join with the next block: Ctrl+O. Open: no key."
    assert dialog.current.name == "join"
    qtbot.waitUntil(dialog.table.hasFocus)


@pytest.mark.check("A62", "Keys are shown and can be changed")
def test_a_key_that_is_taken_is_said_and_left_alone_until_enter(dialog, keys, qtbot):
    listening = keys("open", (Qt.Key.Key_J, CONTROL, "\x0a"), confirmed=False)
    assert listening.message.text() == (
        "Ctrl+J is taken by “Join with the next block”. Press Enter to take it from there, "
        "Escape to leave it."
    )
    assert listening.field.text() == "Ctrl+J"
    assert listening.field.accessibleDescription() == listening.message.text()
    qtbot.keyClick(listening.field, Qt.Key.Key_Escape)
    assert not listening.isVisible()
    assert row_of(dialog, "join") == "Ctrl+J"
    assert row_of(dialog, "open") == "Ctrl+O"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ((Qt.Key.Key_Right, CONTROL | ALT), "Ctrl+Alt+Right: Ctrl and Alt together"),
        ((Qt.Key.Key_Insert,), "Ins: This key belongs to screen readers."),
        ((Qt.Key.Key_CapsLock,), "CapsLock: This key belongs to screen readers."),
        ((Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"), "Num+5: The number pad"),
        ((Qt.Key.Key_F, ALT, "f"), "Alt+F: Alt with a letter opens a menu"),
        ((Qt.Key.Key_G, NONE, "g"), "G: A single sign types"),
        ((Qt.Key.Key_Tab, CONTROL), "Ctrl+Tab: Tab goes on"),
        ((Qt.Key.Key_Down,), "Down is for “Next or previous block”, and stays so."),
        ((Qt.Key.Key_Space, NONE, " "), "Space: This key presses buttons"),
    ],
)
def test_reserved_keys_are_refused_with_the_reason(dialog, keys, qtbot, key, words):
    free = (Qt.Key.Key_D, CONTROL, "\x04")
    listening = keys("join", free, key, confirmed=False)
    assert listening.message.text().startswith(words)
    assert not listening.use.isEnabled()
    qtbot.keyClick(listening.field, Qt.Key.Key_Return)
    assert listening.isVisible()
    listening.reject()
    assert row_of(dialog, "join") == "Ctrl+J"


def test_held_keys_alone_are_not_answered(keys):
    held = [(key, NONE) for key in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)]
    listening = keys("join", *held, confirmed=False)
    assert listening.message.text() == ""
    listening.reject()


def test_tab_is_not_trapped_and_enter_still_gives_the_key(dialog, keys, qtbot):
    listening = keys("join", (Qt.Key.Key_K, CONTROL, "\x0b"), confirmed=False)
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[-1] is listening.field
    assert len(set(seen)) == 3
    qtbot.keyClick(listening.field, Qt.Key.Key_Return)
    assert row_of(dialog, "join") == "Ctrl+K"


def test_fixed_keys_say_that_they_are(dialog, qtbot):
    for name, words in (
        ("Ctrl+Right", "This key is fixed."),
        ("copy_address", "The key is that of “Copy” in the menu Edit: change it there."),
    ):
        stand_on(dialog, name)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        (box,) = dialogs(dialog, QMessageBox)
        assert box.text() == words
        box.accept()


def test_the_usual_key_comes_back_from_whoever_has_it(dialog, keys):
    keys("join", (Qt.Key.Key_O, CONTROL, "\x0f"))
    stand_on(dialog, "open")
    button(dialog, "Back to the").click()
    assert row_of(dialog, "open") == "Ctrl+O"
    assert row_of(dialog, "join") == "Ctrl+J"
    assert dialog.note.text() == "Open: Ctrl+O. Join with the next block: Ctrl+J."
    button(dialog, "Back to the").click()
    assert dialog.note.text() == "Open: Ctrl+O, as usual."


def test_all_keys_come_back_after_a_question(reading, dialog, keys):
    back = button(dialog, "All back")
    back.click()
    assert dialog.note.text() == "All keys are the usual ones."
    keys("join", (Qt.Key.Key_K, CONTROL, "\x0b"))
    keys("open", (Qt.Key.Key_J, CONTROL, "\x0a"))
    back.click()
    (box,) = dialogs(dialog, QMessageBox)
    button(box, "All back").click()
    assert row_of(dialog, "join") == "Ctrl+J"
    assert row_of(dialog, "open") == "Ctrl+O"
    assert reading._means.keeper.current.keys == ()


def test_signs_that_come_by_shift_are_known_as_the_usual_ones(keys):
    brace = (Qt.Key.Key_BraceRight, CONTROL | SHIFT)
    listening = keys("join", brace, confirmed=False)
    assert listening.message.text().startswith("Ctrl+} is taken by “Faster”.")
    listening.reject()


# The dialogs themselves


@pytest.mark.parametrize("language", ["en", "bg"])
def test_each_button_has_a_letter_of_its_own(qtbot, language):
    _ = Translator(language)
    shown = KeysDialog(usual_keys(), _)
    qtbot.addWidget(shown)
    texts = [
        found.text() for found in (*shown.findChildren(QPushButton), *shown.findChildren(QLabel))
    ]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) == 5
    assert len(set(letters)) == 5


def test_the_words_are_whole_in_the_largest_print(qtbot):
    keymap = usual_keys()
    shown = ChangeDialog(keymap, keymap.find("open"), Translator("bg"))
    qtbot.addWidget(shown)
    shown.setStyleSheet(application_style(LIGHT, TEXT_SIZES[-1]))
    shown.show()
    shown.take("Ctrl+J")
    shown.layout().activate()
    for label in shown.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def test_f10_opens_the_menus(reading, qtbot):
    qtbot.keyClick(reading.parts.view, Qt.Key.Key_F10)
    bar = reading.menuBar()
    assert bar.activeAction() is bar.actions()[0]
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction() is bar.actions()[1]
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert reading.parts.view.hasFocus()
