"""Exports of the window: what is offered, where it goes, how it is told, and given up."""

from threading import Event

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.app import Exported
from reader.app.exporting import Exporting
from reader.errors import NoConverterError, StoppedError
from reader.gui.handing_on.dialog import ExportDialog
from reader.gui.handing_on.pace import Pace, left_in_words
from reader.gui.progress import Moment
from reader.i18n import Translator
from reader.importers.pdf import recognises
from reader.model.exportform import ExportForm
from tests.gui.handing_on_parts import choose_what, export_dialog, fill, words_of
from tests.gui.window_parts import LIBRARIES, TRAINS, dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def reading(window, numbers):
    """A window with an article open, and the focus in it."""
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


def box_of(qtbot, window):
    qtbot.waitUntil(lambda: bool(dialogs(window, QMessageBox)))
    (box,) = dialogs(window, QMessageBox)
    return box


def select_rows(window, rows):
    """Select rows of the list, which has the focus."""
    panel = window.parts.shelf.panel
    panel.list.setFocus()
    panel.list.go_to(rows[0])
    for row in rows[1:]:
        panel.list.selectionModel().select(
            window.parts.shelf.model.index(row),
            panel.list.selectionModel().SelectionFlag.Select,
        )


def test_the_article_that_is_read_comes_first(reading):
    dialog = export_dialog(reading)
    assert words_of(dialog.fields.what) == [
        "The open article",
        "The list: 3 articles",
        "The news of a day",
    ]
    assert dialog.fields.what.accessibleDescription() == LIBRARIES.title
    assert dialog.fields.name.text() == f"{LIBRARIES.title}.md"
    assert dialog.focusWidget() is dialog.fields.what


def test_in_the_list_the_selected_articles_come_first(reading):
    select_rows(reading, [0, 1])
    dialog = export_dialog(reading)
    assert words_of(dialog.fields.what)[:2] == ["2 selected articles", "The open article"]
    assert dialog.fields.name.text() == "Chetivo – 2 articles", "many Markdown files are a folder"


def test_a_search_is_exported_by_its_words(reading):
    reading.parts.shelf.search_for("влакове")
    reading.panes.go_home(1)
    dialog = export_dialog(reading)
    choose_what(dialog, "What was found: 1")
    assert dialog.fields.what.accessibleDescription() == "Found: влакове"


def test_a_day_is_exported_by_its_date(reading, qtbot, tmp_path):
    dialog = export_dialog(reading)
    choose_what(dialog, "The news of a day")
    assert dialog.fields.day.isVisible()
    days = words_of(dialog.fields.day)
    assert days[-2:] == ["11 February 2025: 1", "10 February 2025: 1"]
    dialog.fields.day.setCurrentIndex(len(days) - 1)
    fill(dialog, ExportForm.TEXT, tmp_path / "ден")
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: 1 article, ")
    assert (tmp_path / "ден.txt").read_text("utf-8").startswith(TRAINS.title)


@pytest.mark.parametrize(
    "form", [ExportForm.MARKDOWN, ExportForm.PAGE, ExportForm.TEXT, ExportForm.EPUB]
)
def test_an_article_is_written_where_the_person_says(reading, qtbot, tmp_path, form):
    dialog = export_dialog(reading)
    fill(dialog, form, tmp_path / "статия")
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: 1 article, ")
    assert (tmp_path / f"статия{form.suffix()}").stat().st_size > 0


def test_an_article_is_written_as_pdf_as_large_as_the_person_says(reading, qtbot, tmp_path):
    dialog = export_dialog(reading)
    assert not dialog.fields.size.isVisible()
    fill(dialog, ExportForm.PDF, tmp_path / "статия.pdf")
    assert dialog.fields.size.isVisible()
    dialog.fields.size.setValue(28)
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: 1 article, ")
    assert recognises((tmp_path / "статия.pdf").read_bytes())
    assert reading._means.keeper.current.print_size == 28


def test_many_articles_are_written_into_a_folder_that_is_not_there_yet(reading, qtbot, tmp_path):
    (tmp_path / "News").mkdir()
    reading._means.keeper.change(export_folder=str(tmp_path))
    dialog = export_dialog(reading)
    choose_what(dialog, "The list")
    dialog.choose_form(ExportForm.TEXT)
    assert dialog.fields.name.text() == "News 2"
    assert "a file of its own" in dialog.fields.form.accessibleDescription()
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: 3 articles, ")
    assert len(list((tmp_path / "News 2").iterdir())) == 3


def test_one_page_becomes_pages_where_there_are_several_articles(reading):
    dialog = export_dialog(reading)
    dialog.choose_form(ExportForm.PAGE)
    choose_what(dialog, "The list")
    assert dialog.form in (ExportForm.PAGES, ExportForm.MARKDOWN)
    choose_what(dialog, "The open article")
    assert dialog.form in (ExportForm.PAGE, ExportForm.MARKDOWN)


def test_a_name_that_was_written_stays_when_the_form_changes(reading):
    dialog = export_dialog(reading)
    dialog.fields.name.setText("Моето")
    dialog.choose_form(ExportForm.EPUB)
    assert dialog.fields.name.text() == "Моето"


def test_a_file_is_replaced_only_when_the_person_agrees(reading, qtbot, tmp_path):
    path = tmp_path / "статия.txt"
    path.write_text("старо", "utf-8")
    dialog = export_dialog(reading)
    fill(dialog, ExportForm.TEXT, path)
    dialog.accept()
    (box,) = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    assert "статия.txt" in box.text()
    box.reject()
    assert dialog.isVisible()
    assert path.read_text("utf-8") == "старо"
    dialog.accept()
    (box,) = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    next(button for button in box.buttons() if "Replace" in button.text()).click()
    wait_for_notice(reading, qtbot, "Exported: 1 article, ")
    assert path.read_text("utf-8").startswith(LIBRARIES.title)
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(
    ("folder", "name", "told", "field"),
    [
        ("няма", "статия", "There is no folder", "folder"),
        ("", "", "Write a name.", "name"),
        ("", "тук", "There is a folder", "name"),
    ],
)
def test_what_is_wrong_is_told_where_it_is_put_right(reading, tmp_path, folder, name, told, field):
    (tmp_path / "тук.txt").mkdir()
    dialog = export_dialog(reading)
    dialog.choose_form(ExportForm.TEXT)
    dialog.fields.folder.setText(str(tmp_path / folder))
    dialog.fields.name.setText(name)
    dialog.accept()
    assert dialog.told.text().startswith(told)
    assert dialog.focusWidget() is getattr(dialog.fields, field)
    assert dialog.isVisible()


def test_a_form_that_needs_a_program_says_so(reading, monkeypatch):
    def check(_self, form):
        if form is ExportForm.MP3:
            raise NoConverterError("ffmpeg")

    monkeypatch.setattr(Exporting, "check", check)
    dialog = export_dialog(reading)
    dialog.choose_form(ExportForm.MP3)
    assert "ffmpeg, which is not installed" in dialog.fields.form.accessibleDescription()
    assert not dialog._go.isEnabled()
    dialog.choose_form(ExportForm.TEXT)
    assert dialog._go.isEnabled()


def test_notes_go_along_only_when_asked_for_and_never_into_a_recording(reading):
    dialog = export_dialog(reading)
    dialog.choose_form(ExportForm.MARKDOWN)
    assert dialog.fields.notes.isVisible()
    assert not dialog.fields.notes.isChecked()
    dialog.choose_form(ExportForm.MP3)
    assert not dialog.fields.notes.isVisible()
    assert "175 words a minute" in dialog.fields.form.accessibleDescription()


def test_what_is_spoken_to_a_file_begins_with_a_form_that_is_spoken(reading):
    assert export_dialog(reading, "record").form is ExportForm.MP3


def test_what_was_chosen_is_proposed_the_next_time(reading, qtbot, tmp_path):
    dialog = export_dialog(reading)
    fill(dialog, ExportForm.EPUB, tmp_path / "статия")
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: ")
    again = export_dialog(reading)
    assert again.form is ExportForm.EPUB
    assert again.fields.folder.text() == str(tmp_path)


def test_how_far_it_is_can_be_seen_and_it_can_be_given_up(reading, qtbot, tmp_path, monkeypatch):
    """The message names what is done, and Escape gives it up; nothing is left."""
    going = Event()

    def write(_self, export, _, watch):
        watch.moment.emit(Moment(2, 40, aloud=True))
        going.set()
        while not watch.stopped():
            pass
        raise StoppedError

    monkeypatch.setattr(Exporting, "write", write)
    dialog = export_dialog(reading)
    choose_what(dialog, "The list")
    fill(dialog, ExportForm.EPUB, tmp_path / "новини.epub")
    dialog.accept()
    qtbot.waitUntil(going.is_set)
    qtbot.waitUntil(lambda: "article 3 of 40" in reading.parts.notice.text)
    assert reading.parts.notice.text.startswith("Exporting “новини.epub”…")
    trigger(reading, "cancel")
    wait_for_notice(reading, qtbot, "Cancelled: Exporting “новини.epub”… Nothing has been")
    assert list(tmp_path.glob("*.epub")) == []


def test_the_end_offers_the_folder(reading, qtbot, tmp_path):
    window = reading
    trigger(window, "export_folder")
    assert window.parts.notice.text == "Nothing has been exported yet."
    dialog = export_dialog(window)
    fill(dialog, ExportForm.TEXT, tmp_path / "статия")
    dialog.accept()
    wait_for_notice(window, qtbot, "Exported: 1 article, ")
    assert window.parts.notice.text.endswith("Ctrl+Shift+X opens the folder.")
    window.parts.notice._go_on.click()
    trigger(window, "export_folder")
    assert window._means.browse.addresses == [tmp_path.as_uri()] * 2


def test_an_end_tells_which_word_has_no_sound(reading, tmp_path, qtbot, monkeypatch):
    def write(_self, export, _, _watch):
        export.voice.unsaid("☠")
        return Exported(export.path)

    monkeypatch.setattr(Exporting, "write", write)
    dialog = export_dialog(reading, "record")
    fill(dialog, ExportForm.WAV, tmp_path / "статия")
    dialog.accept()
    wait_for_notice(reading, qtbot, "Exported: ")
    assert "cannot say “☠”" in reading.parts.notice.text


def test_what_cannot_be_written_is_explained_by_its_name(reading, tmp_path, qtbot):
    dialog = export_dialog(reading)
    fill(dialog, ExportForm.TEXT, tmp_path / ("дълго" * 60))
    dialog.accept()
    box = box_of(qtbot, reading)
    assert "дълго" in box.text()
    box.accept()
    assert reading.parts.notice.work is None


def test_without_any_article_there_is_nothing_to_ask(show):
    window = show()
    trigger(window, "export")
    assert window.parts.notice.text == "There is no article to be exported."
    assert dialogs(window, ExportDialog) == []


@pytest.mark.parametrize(
    ("passed", "done", "words"),
    [
        (4.0, 3, ""),
        (60.0, 1, ""),
        (60.0, 10, "3 minutes left"),
        (60.0, 20, "1 minute left"),
        (10.0, 39, "less than a minute left"),
    ],
)
def test_what_is_left_is_foretold_once_it_can_be_known(passed, done, words):
    now = [0.0]
    pace = Pace(lambda: now[0])
    now[0] = passed
    assert left_in_words(pace.left(done, 40), Translator("en")) == words
