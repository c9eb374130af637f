"""Archives in the window: opened beside the library, searched, made, checked, copied from."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
)

from reader.app import Archives, is_archive
from reader.errors import ReadOnlyArchiveError, StoppedError
from reader.gui.asking import AskDialog
from reader.gui.notes.note_dialog import NoteDialog
from reader.library.archive.archive import Archive
from reader.model.identifier import archive_of
from reader.model.query import Filter
from tests.gui.window_parts import PASTED
from tests.unit.archive.samples import TITLES, changed, make

pytest_plugins = ("tests.gui.window_fixtures",)
NAME = "Новини от март"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "made", tmp_path / "март.chetivo", with_notes=True)


def opened(qtbot, window, path):
    window.parts.intake.files([path])
    qtbot.waitUntil(lambda: window.parts.notice.text.startswith(f"The archive “{NAME}” is open"))


def titles(window):
    model = window.parts.shelf.model
    return [model.row(number).entry.title for number in range(model.rowCount())]


def dialog_of(window, kind):
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def box_of(qtbot, window):
    def shown():
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_an_archive_is_opened_into_the_list_and_read(qtbot, window, path) -> None:
    opened(qtbot, window, path)
    shelf = window.parts.shelf
    assert sorted(titles(window)) == sorted(TITLES)
    assert shelf.view.name == f"Archive: {NAME}"
    assert shelf.panel.list.hasFocus()
    shelf.panel.list.entered.emit(0)
    reading = window.parts.reading
    assert archive_of(reading.identifier) == shelf.view.filter.archive
    assert reading.entry.title == TITLES[2]
    assert window.parts.view.hasFocus()
    spoken = shelf.model.data(shelf.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert f"archive “{NAME}”" in spoken


def test_an_archive_is_known_by_its_content(qtbot, window, path, tmp_path, library) -> None:
    before = library.count()
    opened(qtbot, window, path.rename(tmp_path / "новини.txt"))
    assert library.count() == before, "nothing was taken in"


def test_an_archive_shows_in_an_empty_library(qtbot, show, path) -> None:
    window = show()
    opened(qtbot, window, path)
    assert window.parts.shelf.panel.isVisible()
    assert window.parts.shelf.panel.list.hasFocus()


def test_a_search_finds_here_and_there_or_in_one_archive_alone(
    qtbot, window, path, library
) -> None:
    opened(qtbot, window, path)
    shelf = window.parts.shelf
    shelf.search_for("пчелите")
    assert {shelf.model.row(n).entry.archive for n in range(shelf.model.rowCount())} == {NAME}
    shelf.end_search()
    shelf.show_view("all")
    shelf.search_for("пчелите")
    assert {shelf.model.row(n).entry.archive for n in range(shelf.model.rowCount())} == {"", NAME}


def test_closing_an_archive_takes_its_articles_off_the_window(qtbot, window, path) -> None:
    opened(qtbot, window, path)
    window.parts.shelf.panel.list.entered.emit(0)
    window.menu_actions["archive_close"].trigger()
    assert window.parts.reading.identifier is None
    assert window.parts.shelf.view.key == "all"
    assert "closed" in window.parts.notice.text
    window.menu_actions["archive_close"].trigger()
    assert "no archive" in window.parts.notice.text


def test_nothing_in_an_archive_is_changed_and_the_way_out_is_told(qtbot, window, path) -> None:
    opened(qtbot, window, path)
    with pytest.raises(ReadOnlyArchiveError):
        window.parts.labelling.toggle_star(window.parts.shelf.selected)


def test_articles_are_copied_into_the_library(qtbot, window, path, library) -> None:
    opened(qtbot, window, path)
    before = library.count().total
    window.menu_actions["archive_copy"].trigger()
    qtbot.waitUntil(lambda: "1 new article" in window.parts.notice.text)
    assert library.count().total == before + 1
    window.menu_actions["archive_take_in"].trigger()
    qtbot.waitUntil(lambda: "2 new articles" in window.parts.notice.text)
    assert "1 was in the library already" in window.parts.notice.text
    assert library.count().total == before + 3


def test_an_archive_is_checked(qtbot, window, path) -> None:
    opened(qtbot, window, path)
    window.menu_actions["archive_check"].trigger()
    qtbot.waitUntil(lambda: "every hash is right" in window.parts.notice.text)


def test_a_damaged_archive_names_its_articles(qtbot, window, path) -> None:
    with changed(path) as connection:
        connection.execute("UPDATE content SET repairs = '[ ]' WHERE article = 1")
    opened(qtbot, window, path)
    window.menu_actions["archive_check"].trigger()
    box = box_of(qtbot, window)
    assert TITLES[0] in box.text()
    assert "damaged" in box.windowTitle()
    box.close()


def test_what_is_no_archive_any_more_is_told_of(qtbot, window, path) -> None:
    path.write_bytes(path.read_bytes()[:8192])
    window.parts.intake.files([path])
    box = box_of(qtbot, window)
    assert "март.chetivo" in box.text()
    box.close()


def test_an_archive_is_made_of_what_the_person_chooses(qtbot, window, tmp_path, library) -> None:
    shelf = window.parts.shelf
    shelf.search_for("пчелите")
    shown = shelf.model.rowCount()
    window.menu_actions["archive_make"].trigger()
    dialog = window.findChild(QObject, "makeArchive")
    buttons = {each.objectName(): each for each in dialog.findChildren(QRadioButton)}
    assert buttons["whatAll"].isChecked()
    assert str(shown) in buttons["whatShown"].text()
    assert not dialog.findChild(QCheckBox).isChecked(), "for handing on, unless told otherwise"
    buttons["whatShown"].setChecked(True)
    dialog.findChild(QLineEdit).setText("Пчели")
    dialog.accept()
    chooser = dialog_of(window, QFileDialog)
    target = tmp_path / "пчели.chetivo"
    chooser.fileSelected.emit(str(target))
    chooser.close()
    qtbot.waitUntil(lambda: f"“{target.name}” is written" in window.parts.notice.text)
    assert is_archive(target)
    archive = Archive(target)
    assert (archive.about.name, len(archive.ids(Filter()))) == ("Пчели", shown)
    archive.close()
    assert not window.menu_actions["cancel"].isEnabled()


@pytest.fixture
def endless(window, tmp_path, monkeypatch):
    """Makes archives that are written until somebody stops them; the second waits for the first."""

    def wait(self, path, wanted, label, watch, *, over=False):
        while not watch.stopped():
            time.sleep(0.01)
        raise StoppedError

    def make(name):
        window.menu_actions["move_out"].trigger()
        chooser = dialog_of(window, QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / f"{name}.chetivo"))
        chooser.close()

    monkeypatch.setattr(Archives, "make", wait)
    return make


def cancel(window, choice):
    """Ask for cancelling, and choose; return what is on offer."""
    window.menu_actions["cancel"].trigger()
    asked = dialog_of(window, AskDialog)
    assert asked.field.accessibleName() == "What is to be cancelled?"
    offered = [asked.field.itemText(number) for number in range(asked.field.count())]
    asked.field.setCurrentText(choice)
    asked.accept()
    return offered


def test_making_can_be_cancelled(qtbot, window, endless) -> None:
    endless("a")
    button = window.parts.notice.findChild(QPushButton, "noticeCancel")
    assert button.isVisible()
    assert button.accessibleName() == "Cancel: Writing “a.chetivo”…"
    window.menu_actions["cancel"].trigger()  # it is the only one: nothing is asked
    qtbot.waitUntil(lambda: window.parts.notice.text == "Cancelled: Writing “a.chetivo”…")
    assert not window.menu_actions["cancel"].isEnabled()


def test_of_two_works_each_is_cancelled_by_its_name(qtbot, window, endless, tmp_path) -> None:
    text = tmp_path / "новина.txt"
    text.write_text(PASTED, "utf-8")
    endless("a")
    endless("b")
    window.parts.intake.files([text])
    offered = cancel(window, "Writing “b.chetivo”…")
    assert offered == [
        "Writing “a.chetivo”…",
        "Writing “b.chetivo”…",
        "Reading новина.txt…",
        "Everything",
    ]
    assert window.menu_actions["cancel"].isEnabled()
    cancel(window, "Writing “a.chetivo”…")
    qtbot.waitUntil(lambda: window.parts.notice.text.startswith("Article added"))
    assert not window.menu_actions["cancel"].isEnabled()


def test_everything_is_cancelled_at_once(qtbot, window, endless) -> None:
    endless("a")
    endless("b")
    cancel(window, "Everything")
    qtbot.waitUntil(lambda: window.parts.notice.text == "Cancelled: Writing “b.chetivo”…")
    assert not window.menu_actions["cancel"].isEnabled()


def test_a_note_in_an_archive_is_refused_before_it_is_written(qtbot, window, path) -> None:
    opened(qtbot, window, path)
    window.parts.shelf.panel.list.entered.emit(0)
    with qtbot.captureExceptions() as told:
        window.menu_actions["note"].trigger()
    assert told[0][0] is ReadOnlyArchiveError
    assert not [each for each in window.findChildren(NoteDialog) if each.isVisible()]


def test_a_second_start_hands_its_archive_over(qtbot, window, path) -> None:
    window.take([path])
    qtbot.waitUntil(lambda: window.parts.notice.text.startswith(f"The archive “{NAME}” is open"))
