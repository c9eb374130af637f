"""Dialogs of the menus: keys, repairs, settings; saving and reading aloud to a file."""

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.gui.all_keys import usual_keys
from reader.gui.help.keys import KeysDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.model.raw import Repair
from reader.paths import resource
from reader.repair_wording import step_name
from reader.settings import TEXT_SIZES
from reader.text.names import file_name
from tests.gui.window_parts import dialogs, type_text

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Защо? „Да“: 10/20", "Защо „Да“ 10 20"),
        ("", ""),
        ("а" * 100, "а" * 60),
    ],
)
def test_titles_become_file_names_that_every_system_allows(title, name):
    assert file_name(title) == name


def test_r_shows_the_repairs(window, qtbot):
    window.parts.intake.files([sorted(resource("samples").glob("*.pdf"))[0]])
    qtbot.waitUntil(lambda: window.parts.notice.text.startswith("Article added"))
    type_text(window.parts.view, "r")
    (dialog,) = dialogs(window, RepairsDialog)
    spoken = dialog.model.rows[0].said
    assert "page 1. Before: " in spoken
    assert ". After: " in spoken
    dialog.reject()
    qtbot.waitUntil(window.parts.view.hasFocus)


def test_every_step_of_repair_has_a_name(window, qtbot, numbers):
    window.parts.intake.files(sorted(resource("samples").glob("*.[pt]*")))
    qtbot.waitUntil(lambda: window.parts.notice.text != "" and not window.parts.intake._busy)
    _ = Translator("en")
    reader = window._means.reader
    steps = {step.step for entry in reader.entries() for step in reader.repairs(entry.identifier)}
    assert steps
    assert {step for step in steps if step_name(step, _) == step} == set()


def test_a_repair_says_step_page_before_and_after(qtbot):
    repairs = (Repair("hyphen", 1, "библио-\nтеки", "библиотеки"), Repair("space", 0, " ", ""))
    dialog = RepairsDialog(repairs, Translator("en"))
    qtbot.addWidget(dialog)
    assert [row.said for row in dialog.model.rows] == [
        "Word joined at a hyphen, page 2. Before: библио- ⏎ теки. After: библиотеки",
        "Space put right, page 1. Before: nothing. After: nothing",
    ]
    assert dialog.windowTitle() == "2 repairs"


def test_an_article_without_repairs_says_so(reading):
    reading.menu_actions["repairs"].trigger()
    (dialog,) = dialogs(reading, RepairsDialog)
    assert dialog.windowTitle() == "Nothing was repaired"
    dialog.reject()


@pytest.mark.check("A54", "The manual lists the keys")
def test_the_keys_are_listed_a_row_each(reading):
    reading.menu_actions["keys"].trigger()
    (dialog,) = dialogs(reading, KeysDialog)
    rows = [
        tuple(dialog.table.item(row, column).text() for column in range(3))
        for row in range(dialog.table.rowCount())
    ]
    assert ("File", "Open", "Ctrl+O") in rows
    assert ("In the article", "Next heading", "H") in rows
    assert ("In the links", "Open the original in the browser", "Shift+Enter") in rows
    dialog.reject()


def test_settings_offer_the_voices_bulgarian_first(reading, qtbot):
    reading.menu_actions["settings"].trigger()
    (dialog,) = dialogs(reading, SettingsDialog)
    qtbot.waitUntil(lambda: dialog.voice.voice.count() == 3)
    texts = [dialog.voice.voice.itemText(number) for number in range(3)]
    assert texts == [
        "The best for each language",
        "Bulgarian, machine-like voice, espeak-ng",
        "English (United Kingdom), machine-like voice, espeak-ng",
    ]
    dialog.reject()


def test_about_tells_the_licence(reading):
    reading.menu_actions["about"].trigger()
    (box,) = dialogs(reading, QMessageBox)
    assert "MIT" in box.text()
    box.accept()


def test_the_keys_are_wide_enough_for_their_words(qtbot):
    dialog = KeysDialog(usual_keys(), Translator("bg"))
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(application_style(LIGHT, TEXT_SIZES[-1]))
    dialog.show()
    table = dialog.table
    lines = dialog.fontMetrics().lineSpacing()
    for row in range(table.rowCount()):
        words = table.item(row, 1).text()
        width = table.columnWidth(1) - 30
        wraps = " " in words and table.fontMetrics().horizontalAdvance(words) > width
        assert table.rowHeight(row) >= (2 if wraps else 1) * lines
