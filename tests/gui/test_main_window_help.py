"""Dialogs of the menus: keys, repairs, settings; saving and reading aloud to a file."""

from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.app import Exported
from reader.app.exporting import Exporting
from reader.gui.all_keys import usual_keys
from reader.gui.help.keys import KeysDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.model.exportform import ExportForm
from reader.model.raw import Repair
from reader.paths import resource
from reader.repair_wording import step_name
from reader.settings import TEXT_SIZES
from reader.text.names import file_name
from tests.gui.window_parts import LIBRARIES, dialogs, type_text

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


def choose_file(window, name, path):
    window.menu_actions[name].trigger()
    (dialog,) = dialogs(window, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_an_article_is_saved_as_markdown(reading, tmp_path, qtbot):
    path = tmp_path / "статия.md"
    choose_file(reading, "save", path)
    qtbot.waitUntil(lambda: reading.parts.notice.text.startswith("Saved: "))
    assert f"# {LIBRARIES.title}\n" in path.read_text("utf-8")


def test_an_article_is_saved_as_text_over_an_older_file(reading, tmp_path, qtbot):
    path = tmp_path / "статия.txt"
    path.write_text("старо", "utf-8")
    choose_file(reading, "save", path)
    qtbot.waitUntil(lambda: reading.parts.notice.text.startswith("Saved: "))
    assert path.read_text("utf-8").startswith(LIBRARIES.title)
    assert list(tmp_path.glob(".*")) == []


def test_an_article_is_saved_as_a_web_page(reading, tmp_path, qtbot):
    path = tmp_path / "статия.html"
    choose_file(reading, "save", path)
    qtbot.waitUntil(lambda: reading.parts.notice.text.startswith("Saved: "))
    assert f"{LIBRARIES.title}</h1>" in path.read_text("utf-8")


def test_an_article_is_saved_as_an_e_book_over_an_older_one(reading, tmp_path, qtbot):
    path = tmp_path / "статия.epub"
    path.write_text("стара", "utf-8")
    choose_file(reading, "save", path)
    qtbot.waitUntil(lambda: reading.parts.notice.text.startswith("Saved: "))
    with ZipFile(path) as pack:
        assert f"{LIBRARIES.title}</h1>" in pack.read("EPUB/article-1.xhtml").decode()


def test_the_name_of_the_file_tells_the_form_of_a_recording(reading, tmp_path, qtbot, monkeypatch):
    forms = []
    monkeypatch.setattr(
        Exporting, "write", lambda _self, export, _, _watch: forms.append(export.form)
    )
    for name in ("статия.mp3", "статия.opus", "статия.wav", "статия"):
        choose_file(reading, "record", tmp_path / name)
        qtbot.waitUntil(lambda name=name: reading.parts.notice.text.endswith(name))
    assert forms == [ExportForm.MP3, ExportForm.OPUS, ExportForm.WAV, ExportForm.WAV]


def test_a_recording_tells_which_word_has_no_sound(reading, tmp_path, qtbot, monkeypatch):
    def write(_self, export, _, _watch):
        export.voice.unsaid("☠")
        return Exported(export.path)

    monkeypatch.setattr(Exporting, "write", write)
    choose_file(reading, "record", tmp_path / "статия.wav")
    unsaid = "The voice cannot say “☠”; a short tone stands in its place."
    qtbot.waitUntil(lambda: reading.parts.notice.text.endswith(f"статия.wav {unsaid}"))


def test_what_cannot_be_written_is_explained_by_the_name_that_was_chosen(reading, tmp_path, qtbot):
    path = tmp_path / "няма такава папка" / "статия.md"
    choose_file(reading, "save", path)
    qtbot.waitUntil(lambda: bool(dialogs(reading, QMessageBox)))
    (box,) = dialogs(reading, QMessageBox)
    assert "статия.md" in box.text()
    assert box.windowTitle() == box.text()
    box.accept()


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
def test_f1_lists_the_keys_a_row_each(reading):
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
