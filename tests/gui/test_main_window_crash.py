"""A bug is told in words, with a report that holds nothing of the person's own."""

import contextlib
import io
import sys
import threading

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.errors import EmptyDocumentError
from reader.gui import start
from reader.gui.care.damaged_dialog import DamagedDialog
from reader.gui.crash import CrashReporter
from reader.gui.crash_dialog import CrashDialog
from reader.gui.jobs import JobRunner
from reader.i18n import Translator
from reader.library.store import Library
from reader.paths import Folders
from reader.settings import Settings


@pytest.fixture
def explained():
    return []


@pytest.fixture
def kept():
    """How often what is open was kept."""
    return []


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    for dialog in dialogs(window):  # or it would still be the one that has the keys
        dialog.accept()


@pytest.fixture
def reporter(tmp_path, window, explained, kept):
    chosen = Settings(voice="/home/ivan/гласове/мария.onnx", view="search:тайно")
    reporter = CrashReporter(tmp_path / "data", lambda: chosen, Translator("en"))
    reporter.attach(window, explained.append, lambda: kept.append(1))
    return reporter


def caught(error):
    try:
        raise error
    except type(error) as raised:
        return type(raised), raised, raised.__traceback__


def dialogs(window):
    return [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


def reports(tmp_path):
    return sorted((tmp_path / "data" / "reports").glob("*"))


def test_a_bug_is_written_to_a_report_and_told(reporter, window, tmp_path, kept, qtbot, capsys):
    reporter.handle(*caught(ZeroDivisionError("на нула")))
    (dialog,), (path,) = dialogs(window), reports(tmp_path)
    assert dialog.windowTitle() == "Something went wrong in Chetivo, and it goes on"
    assert "are saved" in dialog.told.text()
    assert "do it again if need be" in dialog.told.text()
    assert str(path) in dialog.where.text()
    assert "Nothing is sent by itself" in dialog.where.text()
    assert "attach the report to a message" in dialog.where.text()
    assert dialog.report.toPlainText() == path.read_text("utf-8")
    assert "ZeroDivisionError" in path.read_text("utf-8")
    qtbot.waitUntil(lambda: kept == [1])


def test_a_report_tells_versions_and_settings_but_not_the_private_ones(reporter, tmp_path, capsys):
    reporter.handle(*caught(KeyError("Тайно заглавие")))
    (path,) = reports(tmp_path)
    report = path.read_text("utf-8")
    for known in ("Chetivo: ", "Python: 3.", "System: ", "Qt: 6.", "  theme = system", "  rate = "):
        assert known in report
    for private in ("Тайно", "тайно", "ivan", "мария", str(tmp_path)):
        assert private not in report
        assert private not in capsys.readouterr().err


def test_the_report_is_copied_and_its_folder_opened(
    reporter, window, tmp_path, monkeypatch, capsys, qtbot
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    reporter.handle(*caught(KeyError("а")))
    (dialog,), (path,) = dialogs(window), reports(tmp_path)
    dialog.copying.click()
    assert QGuiApplication.clipboard().text() == path.read_text("utf-8")
    dialog.opening.click()
    assert [url.toLocalFile() for url in opened] == [str(path.parent)]


def test_one_dialog_is_enough_until_it_is_closed(reporter, window, tmp_path, capsys, qtbot):
    for _ in range(3):
        reporter.handle(*caught(KeyError("а")))
    (dialog,) = dialogs(window)
    assert dialog.others.text().startswith("Meanwhile 2 more errors came up.")
    assert len(reports(tmp_path)) == 1  # the same bug needs no other report
    dialog.closing.click()
    reporter.handle(*caught(KeyError("б")))
    assert len(dialogs(window)) == 1
    assert dialogs(window) != [dialog]


def test_a_window_that_follows_has_a_dialog_of_its_own(reporter, window, tmp_path, qtbot, capsys):
    reporter.handle(*caught(KeyError("а")))
    for dialog in dialogs(window):
        shiboken6.delete(dialog)  # as with its window, which another program may have closed
    reporter.detach()
    following = QWidget()
    qtbot.addWidget(following)
    following.show()
    reporter.attach(following, print, lambda: None)
    reporter.handle(*caught(KeyError("а")))
    (dialog,) = dialogs(following)
    dialog.accept()


def test_another_bug_while_the_dialog_is_open_has_a_report_of_its_own(
    reporter, window, tmp_path, capsys
):
    reporter.handle(*caught(KeyError("а")))
    reporter.handle(*caught(ValueError("б")))
    assert len(dialogs(window)) == 1
    assert len(reports(tmp_path)) == 2


def test_a_bug_of_what_keeps_the_place_is_one_more(window, tmp_path, qtbot, capsys):
    reporter = CrashReporter(tmp_path / "data", Settings, Translator("en"))

    def fail():
        reporter.handle(*caught(ValueError("б")))

    reporter.attach(window, print, fail)
    reporter.handle(*caught(KeyError("а")))
    (dialog,) = dialogs(window)
    qtbot.waitUntil(dialog.others.isVisible)


def test_a_bug_of_a_job_in_the_background_is_told(reporter, window, tmp_path, qtbot, monkeypatch):
    def work():
        raise LookupError("Тайно заглавие")

    jobs = JobRunner(window)
    with qtbot.captureExceptions() as raised:
        jobs.run(work, done=print, failed=print)
        qtbot.waitUntil(lambda: bool(raised))
    jobs.close()
    reporter.handle(*raised[0])
    (path,) = reports(tmp_path)
    assert "LookupError" in path.read_text("utf-8")
    assert "reader/gui/jobs.py" in path.read_text("utf-8")
    assert len(dialogs(window)) == 1


@pytest.fixture
def own_hooks(monkeypatch):
    """Hooks that go back to what they were."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def test_a_bug_of_a_thread_is_told_in_the_thread_of_the_window(
    reporter, window, tmp_path, qtbot, own_hooks, capsys
):
    def work():
        raise LookupError("Тайно заглавие")

    reporter.install()
    thread = threading.Thread(target=work, name="voice")
    thread.start()
    thread.join()
    assert not dialogs(window)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    (path,) = reports(tmp_path)
    assert "Thread: voice" in path.read_text("utf-8")


def test_an_error_that_a_person_can_act_on_is_explained_and_not_reported(
    reporter, explained, window, tmp_path
):
    reporter.handle(*caught(EmptyDocumentError("празен.txt")))
    assert [type(error) for error in explained] == [EmptyDocumentError]
    assert not dialogs(window)
    assert not reports(tmp_path)


def test_where_no_report_can_be_written_it_can_be_copied(
    tmp_path, window, capsys, monkeypatch, qtbot
):
    blocked = tmp_path / "файл"
    blocked.touch()
    monkeypatch.setattr("tempfile.tempdir", str(blocked))
    reporter = CrashReporter(blocked, Settings, Translator("en"))
    reporter.attach(window, print, lambda: None)
    reporter.handle(*caught(KeyError("в")))
    (dialog,) = dialogs(window)
    assert "could not be saved, so copy it" in dialog.where.text()
    assert not dialog.opening.isEnabled()
    assert "KeyError" in dialog.report.toPlainText()
    assert "KeyError" in capsys.readouterr().err


def test_a_terminal_that_was_closed_hinders_no_report(reporter, window, tmp_path, monkeypatch):
    class Closed(io.StringIO):
        def write(self, _text):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stderr", Closed())
    reporter.handle(*caught(KeyError("а")))
    assert len(dialogs(window)) == 1
    assert len(reports(tmp_path)) == 1


def answer(seen, classes):
    """Close the next dialog that stands in place of the window, and note what it says."""

    def look():
        box = QApplication.activeModalWidget()
        if not isinstance(box, classes):
            QTimer.singleShot(50, look)
            return
        seen.append((box.windowTitle(), box.text() if isinstance(box, QMessageBox) else ""))
        if isinstance(box, DamagedDialog):
            box.leaving.click()
        else:
            box.accept()

    QTimer.singleShot(50, look)


@pytest.mark.parametrize(
    ("has_run", "title"),
    [
        (False, "Chetivo could not start"),
        (True, "Something went wrong while Chetivo was closing"),
    ],
)
def test_a_bug_without_a_window_ends_the_program_after_a_dialog(
    tmp_path, window, qtbot, capsys, has_run, title
):
    reporter = CrashReporter(tmp_path / "data", Settings, Translator("en"))
    if has_run:
        reporter.attach(window, print, lambda: None)
        reporter.detach()
    seen = []
    answer(seen, CrashDialog)
    with pytest.raises(SystemExit) as ended:
        reporter.handle(*caught(KeyError("а")))
    assert ended.value.code == 70
    assert [told for told, _text in seen] == [title]


def test_a_signal_that_ended_the_last_run_is_told_with_a_report(reporter, window, tmp_path):
    reporter.tell_of_signal(
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f3c (most recent call first):\n"
        f'  File "{start.__file__}", line 12 in run\n'
        '  File "/home/ivan/Тайно заглавие.py", line 3 in <module>\n'
        "Тайно заглавие\n"
    )
    (dialog,), (path,) = dialogs(window), reports(tmp_path)
    assert dialog.windowTitle() == "Chetivo ended suddenly the last time"
    report = path.read_text("utf-8")
    assert "Segmentation fault" in report
    assert "reader/gui/start.py:12 in run" in report
    assert "Тайно" not in report
    assert "ivan" not in report


def cancel_in_words():
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_after_a_bug_the_dialog_about_it_still_has_the_buttons_of_the_language(qapp):
    before = QLocale()
    with contextlib.suppress(KeyError), start._qt_speaking(qapp, Translator("bg")):
        raise KeyError("а")
    *_of_earlier_runs, catalogue = qapp.findChildren(QTranslator)
    assert cancel_in_words() == "Отказ"
    assert qapp.removeTranslator(catalogue)
    QLocale.setDefault(before)


def run_until_a_dialog(folder, seen):
    """Start the program and answer the dialog that stands in place of the window."""
    answer(seen, (QMessageBox, DamagedDialog))
    with contextlib.ExitStack() as hooks:
        hooks.callback(setattr, sys, "excepthook", sys.excepthook)
        hooks.callback(setattr, threading, "excepthook", threading.excepthook)
        return start.run([], Folders(folder, folder, folder))


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
    ((title, text),) = seen
    assert title == text


def test_a_damaged_library_that_is_left_as_it_is_ends_the_start(qtbot, tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"no database at all " * 400)
    seen = []
    assert run_until_a_dialog(tmp_path, seen) == 1
    assert len(seen) == 1
