"""Every control says what it is, and the keyboard reaches all of them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from reader.gui.actions import MENUS, commands
from reader.gui.all_keys import usual_keys
from reader.gui.care.backups_dialog import BackupsDialog
from reader.gui.care.damaged_dialog import DamagedDialog
from reader.gui.crash_dialog import CrashDialog, Happened
from reader.gui.elements.dialog import ElementsDialog
from reader.gui.elements.words import Wording
from reader.gui.help.keys import KeysDialog
from reader.gui.keymap.entry import Scope
from reader.gui.pronunciation.list_dialog import PronunciationsDialog
from reader.gui.pronunciation.word_dialog import WordDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.settings.page import Page
from reader.gui.where import Where
from reader.gui.where_dialog import WhereDialog
from reader.i18n import Translator
from reader.model.care import Backup, BackupKind
from reader.model.pronunciation import Pronunciation
from reader.model.raw import Repair
from reader.paths import resource
from reader.text.abbreviations import load_rules
from reader.text.elements import elements

pytest_plugins = ("tests.gui.window_fixtures",)

OWN = Pronunciation("книги", "кни ги")
BACKUPS = [Backup(Path("1"), 1, date(2026, 11, 27), BackupKind.DAILY, 3, 4096)]
REPAIRS = (Repair("line-break", 0, "нови\nправила", "нови правила"), Repair("space", 1, "  ", " "))


@pytest.fixture(params=["en", "bg"])
def full_window(request, show, numbers):
    window = show(language=request.param)
    window.parts.reading.open(numbers[0])
    return window


@pytest.fixture(
    params=[
        SettingsDialog,
        KeysDialog,
        RepairsDialog,
        ElementsDialog,
        WhereDialog,
        PronunciationsDialog,
        WordDialog,
        BackupsDialog,
        DamagedDialog,
        CrashDialog,
    ]
)
def dialog(request, full_window):
    translator = Translator(full_window._.language)
    article, view = full_window.parts.reading.article, full_window.parts.view
    wording = Wording(
        view.outline().leaves, load_rules(resource("abbreviations_bg.json")), translator
    )
    first = {
        SettingsDialog: (full_window.look._keeper,),
        KeysDialog: (usual_keys(),),
        RepairsDialog: (REPAIRS,),
        ElementsDialog: (elements(article), wording.row, view.position()),
        WhereDialog: (Where(article, view.position(), 175, translator).lines(),),
        PronunciationsDialog: (full_window.parts.own, print),
        WordDialog: (OWN, (OWN,), print),
        BackupsDialog: (lambda: BACKUPS,),
        DamagedDialog: ("The library is damaged.", BACKUPS),
        CrashDialog: (Happened.RUNNING, "Qt: 6", Path("/x/report.txt")),
    }[request.param]
    last = (full_window.look.palette,) if request.param in (BackupsDialog, DamagedDialog) else ()
    dialog = request.param(*first, translator, *last, full_window)
    dialog.show()
    return dialog


def controls(widget: QWidget) -> list[QWidget]:
    """Return what can take the focus by the Tab key, and what is shown of it."""
    everything = [widget, *widget.findChildren(QWidget)]
    return [
        child
        for child in everything
        if child.isVisible()
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and child.window() is widget.window()
    ]


def heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def reached_by_tab(window: QWidget, qtbot) -> set[QWidget]:
    """Press Tab until it comes round."""
    first = QApplication.focusWidget()
    seen = {first}
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return seen
        seen.add(QApplication.focusWidget())
    pytest.fail(f"trapped in {QApplication.focusWidget()}")


def test_every_control_of_the_window_has_a_name(full_window):
    nameless = [widget for widget in controls(full_window) if not heard(widget).strip()]
    assert nameless == []


def test_every_control_of_the_dialogs_has_a_name(dialog):
    nameless = [widget for widget in controls(dialog) if not heard(widget).strip()]
    assert nameless == []
    assert dialog.windowTitle()


@pytest.mark.check("A43", "Nothing by colour or icon alone")
def test_every_button_has_words(full_window):
    buttons = full_window.findChildren(QAbstractButton)
    visible = [button for button in buttons if button.isVisible()]
    assert visible
    assert [button for button in visible if not button.text().strip()] == []


@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.check("A47", "No keyboard trap")
def test_tab_reaches_every_control_and_is_never_trapped(full_window, qtbot):
    full_window.panes.go_home(0)
    missed = set(controls(full_window)) - reached_by_tab(full_window, qtbot)
    assert {widget.objectName() or widget for widget in missed} == set()


def test_panes_and_lists_are_named(full_window):
    for name in ("articleList", "linksList", "searchField", "paneTabs"):
        assert full_window.findChild(QWidget, name).accessibleName(), name


@pytest.mark.check("A39", "Every control has a name")
def test_labels_lead_to_their_fields(full_window):
    buddies = {label.buddy() for label in full_window.findChildren(QLabel) if label.buddy()}
    assert full_window.parts.shelf.panel.field in buddies
    assert full_window.parts.shelf.panel.list in buddies
    assert full_window.parts.links.list in buddies


def mnemonics(texts: list[str]) -> list[str]:
    return [QKeySequence.mnemonic(text).toString() for text in texts]


def entries() -> list[list[str]]:
    """Return what stands in each menu and in each submenu."""
    found = []
    for menu in MENUS:
        within = {"": []}
        for command in menu.commands:
            if command.submenu not in within:
                within[command.submenu] = []
                within[""].append(command.submenu)
            within[command.submenu].append(command.text)
        found += within.values()
    return found


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.check("A76", "Menus tell their entries and keys")
def test_each_entry_of_a_menu_has_a_letter_of_its_own(language):
    _ = Translator(language)
    for texts in ([menu.title for menu in MENUS], *entries()):
        letters = mnemonics([_(text) for text in texts])
        assert all(letters), [_(text) for text in texts]
        assert len(set(letters)) == len(letters), [_(text) for text in texts]


@pytest.mark.parametrize("language", ["en", "bg"])
def test_each_field_of_the_settings_has_a_letter_of_its_own(full_window, language):
    dialog = SettingsDialog(full_window.look._keeper, Translator(language), full_window)
    titles = [page.title for page in dialog.findChildren(Page)]
    for page in dialog.findChildren(Page):
        labels = page.findChildren(QLabel)
        letters = mnemonics(titles + [label.text() for label in labels if label.buddy()])
        assert all(letters)
        assert len(set(letters)) == len(letters)


def test_no_key_does_two_things():
    keys = Counter(QKeySequence(key).toString() for command in commands() for key in command.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_keys_of_screen_readers_are_left_alone():
    single = [
        command.name
        for command in commands()
        if command.scope is Scope.WINDOW and any(len(key) == 1 for key in command.keys)
    ]
    assert single == []


def test_no_menu_key_is_a_mnemonic_of_the_menu_bar_in_bulgarian_or_english():
    for language in ("en", "bg"):
        taken = set(mnemonics([Translator(language)(menu.title) for menu in MENUS]))
        keys = {QKeySequence(key).toString() for command in commands() for key in command.keys}
        assert not taken & keys


def test_escape_closes_every_dialog(dialog, qtbot):
    assert isinstance(dialog, QDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
