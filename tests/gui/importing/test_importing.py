"""Folders come in beside all else: told, paused, gone on with, given up."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from reader.app import Bulk
from reader.gui.bulk.report_dialog import ReportDialog
from reader.library.originals import Originals
from tests.gui.importing.parts import news, report, rows, strip, told
from tests.gui.window_parts import dialogs, list_of, paste, titles, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


class Gate:
    """Holds an import up at its third file until it is opened."""

    def __init__(self) -> None:
        self.reached, self._open = threading.Event(), threading.Event()
        self._arrival = Bulk._coming

    def pass_through(self, bulk, path, *given):
        if path.name.startswith("002"):
            self.reached.set()
            assert self._open.wait(60)
        return self._arrival(bulk, path, *given)

    def open(self):
        self._open.set()


@pytest.fixture
def gate(monkeypatch):
    gate = Gate()

    def held(bulk, *given):  # a function, which a class binds, as it does not a bound method
        return gate.pass_through(bulk, *given)

    monkeypatch.setattr(Bulk, "_coming", held)
    yield gate
    gate.open()


def buttons(window):
    shown = [each for each in strip(window).findChildren(QPushButton) if each.isVisible()]
    return sorted(each.objectName() for each in shown)


def allowed(window):
    names = ("pause_import", "continue_import", "end_import", "import_report")
    return [name for name in names if window.menu_actions[name].isEnabled()]


def press(window, name):
    strip(window).findChild(QPushButton, name).click()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, *none))


def test_a_chosen_folder_comes_in_and_the_end_is_told(window, folder, library, qtbot):
    trigger(window, "import_folder")
    (chooser,) = dialogs(window, QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.reject()
    chooser.fileSelected.emit(str(folder))
    told(window, qtbot, "finished")
    assert strip(window).text == "The import is finished. 5 files added."
    assert library.count().total == 8
    assert dialogs(window, ReportDialog) == []
    assert titles(window)[0] == "Новина номер 4 за водите"
    assert buttons(window) == ["importNoticeHide", "importReport"]
    assert allowed(window) == ["import_report"]


@pytest.mark.parametrize("way", ["drop", "start", "clipboard"])
def test_folders_and_many_files_come_in_together_whichever_way(window, tmp_path, way, qtbot):
    paths = sorted(news(tmp_path / "много", 21).iterdir())
    match way:
        case "drop":
            drop(window, *paths)
        case "start":
            window.take([tmp_path / "много"])
        case "clipboard":
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
            QApplication.clipboard().setMimeData(data)
            trigger(window, "paste")
    told(window, qtbot, "21 files added.")
    assert window.parts.reading.identifier is None


def test_the_list_catches_up_and_the_person_stays_where_they_are(window, folder, gate, qtbot):
    rows_list = list_of(window)
    rows_list.setFocus()
    qtbot.keyClick(rows_list, Qt.Key.Key_Down)
    row = rows_list.currentIndex().data()
    window.parts.importing.start([folder])
    assert gate.reached.wait(60)
    window.parts.intake.text("Спешна новина\n\nТекст на спешната новина за всички.\n")
    wait_for_notice(window, qtbot, "Article added")
    rows_list.setFocus()
    rows_list.go_to(2)
    row = rows_list.currentIndex().data()
    gate.open()
    told(window, qtbot, "finished")
    assert len(titles(window)) == 9
    assert rows_list.currentIndex().data() == row
    assert rows_list.hasFocus()
    assert window.parts.notice.text.startswith("Article added")


def test_the_window_goes_on_working_while_many_come_in(
    window, tmp_path, library, monkeypatch, qtbot
):
    turns, seen, threads, arrival = [], set(), set(), Bulk._coming
    timer = QTimer(window)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start(1)

    def watched(*given):
        seen.add(len(turns))
        threads.add(threading.current_thread())
        return arrival(*given)

    monkeypatch.setattr(Bulk, "_coming", watched)
    window.parts.importing.start([news(tmp_path / "много", 300)])
    told(window, qtbot, "300 files added.")
    assert threading.main_thread() not in threads
    assert library.count().total == 303
    assert len(seen) > 30  # the window has had its turn between the files, again and again


def test_an_import_can_be_paused_and_gone_on_with(window, folder, gate, library, qtbot):
    window.parts.importing.start([folder])
    assert gate.reached.wait(60)
    assert buttons(window) == ["importEnd", "importPause"]
    assert allowed(window) == ["pause_import", "end_import"]
    pause = strip(window).findChild(QPushButton, "importPause")
    pause.setFocus()
    qtbot.keyClick(pause, Qt.Key.Key_Space)
    gate.open()
    told(window, qtbot, "Paused: 2 files are taken in.")
    assert "The command “Continue the import” goes on" in strip(window).text
    assert QApplication.focusWidget().objectName() == "importContinue"
    assert allowed(window) == ["continue_import", "end_import"]
    assert library.count().total == 5
    trigger(window, "continue_import")
    told(window, qtbot, "finished")
    assert library.count().total == 8
    trigger(window, "import_report")
    assert len(rows(report(window, qtbot))) == 5  # those from before the pause too


def test_an_import_can_be_given_up_and_what_came_stays(window, folder, gate, library, qtbot):
    window.parts.importing.start([folder])
    assert gate.reached.wait(60)
    press(window, "importEnd")
    gate.open()
    told(window, qtbot, "The import is given up. 2 files added.")
    assert library.count().total == 5
    assert window._means.bulk.unfinished() is None


def test_closing_the_window_pauses_and_the_next_one_offers_to_go_on(
    show, window, folder, gate, library, qtbot
):
    window.parts.importing.start([folder])
    assert gate.reached.wait(60)
    window.parts.importing.pause()
    gate.open()
    window.close()
    following = show()
    assert strip(following).text == (
        "The import of “новини” has not ended: 2 files are taken in. "
        "The command “Continue the import” goes on."
    )
    assert library.count().total == 5  # nothing by itself
    assert buttons(following) == ["importContinue", "importEnd", "importNoticeHide"]
    press(following, "importContinue")
    told(following, qtbot, "finished")
    assert library.count().total == 8


def test_what_was_interrupted_can_be_given_up_at_the_next_start(show, library, folder, qtbot):
    bulk_file = library.folder / "import.jsonl"
    bulk_file.write_text(f'["{folder}"]\n', "utf-8")
    window = show()
    strip(window).findChild(QPushButton, "importEnd").setFocus()
    press(window, "importEnd")
    told(window, qtbot, "The import is given up.")
    assert not bulk_file.exists()
    assert allowed(window) == []
    assert buttons(window) == ["importNoticeHide"]
    assert strip(window).findChild(QPushButton, "importNoticeHide").hasFocus()


def test_one_import_at_a_time(window, folder, gate, tmp_path, library, qtbot):
    other = news(tmp_path / "други", 7)
    window.parts.importing.start([folder])
    assert gate.reached.wait(60)
    window.parts.importing.start([other])
    (box,) = dialogs(window)
    assert "is under way" in box.text()
    box.accept()
    window.parts.importing.pause()
    gate.open()
    told(window, qtbot, "Paused")
    window.parts.importing.start([other])
    (box,) = dialogs(window)
    assert box.text() == "Give up the import that has not ended, and begin this one?"
    box.buttons()[0].click()
    told(window, qtbot, "finished")
    assert "already kept 5" in strip(window).text or "added" in strip(window).text


def test_a_full_disk_is_told_and_the_import_goes_on_later(
    window, folder, library, monkeypatch, qtbot
):
    def fail(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Originals, "_put", fail)
        window.parts.importing.start([folder])
        qtbot.waitUntil(lambda: bool(dialogs(window, QMessageBox)))
    (box,) = dialogs(window, QMessageBox)
    assert "(no space is left on the disk)" in box.text()
    assert "Free some space" in box.text()
    box.accept()
    assert "The command “Continue the import” goes on with it." in strip(window).text
    trigger(window, "continue_import")
    told(window, qtbot, "5 files added.")
    assert library.count().total == 8


def test_a_bug_leaves_an_import_that_can_go_on(window, folder, monkeypatch, qtbot):
    def broken(*_):
        raise ZeroDivisionError

    with monkeypatch.context() as patch, qtbot.captureExceptions() as bugs:
        patch.setattr(Bulk, "_coming", broken)
        window.parts.importing.start([folder])
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError
    assert allowed(window) == ["continue_import", "end_import"]
    trigger(window, "continue_import")
    told(window, qtbot, "5 files added.")


def test_an_empty_library_is_filled_and_the_focus_is_not_lost(show, folder, qtbot):
    window = show()
    window.parts.importing.start([folder])
    told(window, qtbot, "finished")
    assert len(titles(window)) == 5
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().isVisible()
    paste(window, "Нова статия\n\nТекст на новата статия за водите.\n")
    wait_for_notice(window, qtbot, "Article added")
