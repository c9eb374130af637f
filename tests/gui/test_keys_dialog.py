"""The keys dialog: every key is listed, can be changed by keyboard alone, and works at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from reader import settings
from reader.app import Reader
from reader.gui.actions import commands
from reader.gui.all_keys import usual_keys
from reader.gui.article.keys import TARGETS
from reader.gui.help.keys import KeysDialog
from reader.gui.help.press_dialog import ChangeDialog, FindDialog
from reader.gui.keymap.entry import Takes
from reader.gui.main_window import MainWindow
from reader.gui.parts import Means
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.model.leaves import Kind
from reader.settings import TEXT_SIZES, Settings
from tests.gui.article_presses import CONTROL, NONE, SHIFT, press, type_letter
from tests.gui.article_sample import SAMPLE, SUBTITLE
from tests.gui.window_parts import SilentEngine, dialogs, press_place, type_text

pytest_plugins = ("tests.gui.window_fixtures",)

ALT = Qt.KeyboardModifier.AltModifier
H, X, Q, J = 43, 53, 24, 44  # the numbers of these keys under X11


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.fixture
def dialog(reading):
    reading.menu_actions["keys"].trigger()
    (shown,) = dialogs(reading, KeysDialog)
    return shown


@pytest.fixture
def keys(dialog, qtbot):
    """Changes the key of a command by presses in the dialog: a key, then Enter."""

    def change(name, *presses, confirmed=True):
        stand_on(dialog, name)
        dialog.table.setFocus()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        (listening,) = dialogs(dialog, ChangeDialog)
        qtbot.waitUntil(listening.field.hasFocus)
        for each in presses:
            press(listening.field, *each)
        if confirmed:
            qtbot.keyClick(listening.field, Qt.Key.Key_Return)
            assert not listening.isVisible()
        return listening

    return change


def stand_on(dialog, name):
    names = [entry.name for entry in dialog._rows]
    dialog.table.setCurrentCell(names.index(name), 0)


def rows(dialog):
    return [
        tuple(dialog.table.item(row, column).text() for column in range(3))
        for row in range(dialog.table.rowCount())
    ]


def row_of(dialog, name):
    return rows(dialog)[[entry.name for entry in dialog._rows].index(name)][2]


def button(dialog, words):
    return next(found for found in dialog.findChildren(QPushButton) if words in found.text())


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
    press(listening.field, Qt.Key.Key_D, CONTROL)
    assert listening.message.text() == "Ctrl+D does nothing here."
    press(listening.field, Qt.Key.Key_F5)
    assert not listening.isVisible()
    assert dialog.current.name == "play"
    qtbot.waitUntil(dialog.table.hasFocus)


# Changing


def test_a_changed_key_works_at_once_and_is_kept(reading, keys, tmp_path):
    keys("join", (Qt.Key.Key_K, CONTROL, "\x0b"))
    assert reading.menu_actions["join"].shortcuts() == [QKeySequence("Ctrl+K")]
    assert settings.load(tmp_path).keys == (("join", ("Ctrl+K",)),)


def test_kept_keys_are_those_of_the_next_start(qtbot, library, apart, tmp_path):
    settings.save(Settings(keys=(("join", ("Ctrl+K",)),)), tmp_path)
    keeper = SettingsKeeper(settings.load(tmp_path), tmp_path)
    means = Means(Reader(library, apart), keeper, SilentEngine(), Translator("en"))
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
    assert "PDF or text · Ctrl+E" in hints
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
    assert "PDF or text" in hints


def test_keys_for_sound_stay_with_the_player(reading, keys):
    keys("play", (Qt.Key.Key_F8,))
    shortcuts = [key.toString() for key in reading.menu_actions["play"].shortcuts()]
    assert shortcuts == ["F8", "Media Play", "Toggle Media Play/Pause"]


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
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert reading.parts.view.hasFocus()
