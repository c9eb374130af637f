import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.errors import EmptyDocumentError
from reader.gui import start
from reader.gui.care.damaged_dialog import DamagedDialog
from reader.gui.crash import CrashReporter
from reader.library.store import Library
from reader.paths import Folders


@pytest.fixture
def explained():
    return []


@pytest.fixture
def told():
    return []


@pytest.fixture
def reporter(tmp_path, explained, told):
    return CrashReporter(tmp_path / "data", explained.append, told.append)


def caught(error):
    try:
        raise error
    except type(error) as raised:
        return type(raised), raised, raised.__traceback__


def test_a_bug_is_written_to_a_report_and_told(reporter, told, capsys):
    reporter.handle(*caught(ZeroDivisionError("на нула")))
    (path,) = told
    report = path.read_text("utf-8")
    assert path.parent.name == "data"
    assert "ZeroDivisionError: на нула" in report
    assert "test_main_window_crash" in report


def test_one_dialog_is_enough_until_it_is_closed(reporter, told, capsys):
    for _ in range(3):
        reporter.handle(*caught(KeyError("а")))
    assert len(told) == 1
    reporter.ready()
    reporter.handle(*caught(KeyError("б")))
    assert len(told) == 2


def test_an_error_that_a_person_can_act_on_is_explained_and_not_reported(
    reporter, explained, told, tmp_path
):
    reporter.handle(*caught(EmptyDocumentError("празен.txt")))
    assert [type(error) for error in explained] == [EmptyDocumentError]
    assert told == []
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written_does_not_hide_the_bug(tmp_path, told, capsys):
    blocked = tmp_path / "файл"
    blocked.touch()
    CrashReporter(blocked, pytest.fail, told.append).handle(*caught(KeyError("в")))
    assert len(told) == 1
    assert "KeyError" in capsys.readouterr().err


def run_until_a_dialog(folder, seen):
    """Start the program and answer the dialog that stands in place of the window."""

    def answer():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.append(box.text())
            assert box.windowTitle() == box.text()
            box.accept()
        elif isinstance(box, DamagedDialog):
            seen.append(box.windowTitle())
            box.leaving.click()
        else:
            QTimer.singleShot(50, answer)

    QTimer.singleShot(50, answer)
    hook = sys.excepthook
    try:
        return start.run([], Folders(folder, folder, folder))
    finally:
        sys.excepthook = hook


def test_a_library_of_a_newer_program_ends_the_start_with_a_sentence(qtbot, tmp_path):
    with Library(tmp_path):
        pass
    import sqlite3

    connection = sqlite3.connect(tmp_path / "library.sqlite")
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    seen = []
    assert run_until_a_dialog(tmp_path, seen) == 1
    assert len(seen) == 1


def test_a_damaged_library_that_is_left_as_it_is_ends_the_start(qtbot, tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"no database at all " * 400)
    seen = []
    assert run_until_a_dialog(tmp_path, seen) == 1
    assert len(seen) == 1
