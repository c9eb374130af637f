"""The report of an import names what failed, and what was there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from reader.gui.asking import AskDialog
from reader.gui.bulk.report_dialog import ReportDialog
from tests.gui.importing.parts import report, rows, strip, told
from tests.gui.window_parts import dialogs, list_of, opened, trigger, wait_for_notice
from tests.unit.builders import PdfFile, PdfPage, encrypted

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def mixed(folder):
    """A folder with a copy, an empty file, and a locked one."""
    (folder / "копие.txt").write_bytes((folder / "001.txt").read_bytes())
    (folder / "празен.txt").touch()
    page = PdfFile(PdfPage().lines("Заключена статия\nТекст на статията за водите."))
    (folder / "заключен.pdf").write_bytes(encrypted(page.data(), user="12", owner="34"))
    return folder


@pytest.fixture
def reported(window, mixed, qtbot):
    window.parts.importing.start([mixed])
    return report(window, qtbot)


def test_the_report_names_what_failed_and_why_and_every_duplicate(reported):
    title = "The import is finished. 5 files added, 1 file kept already and 2 files not taken in."
    assert reported.windowTitle() == title
    first = rows(reported)[:3]
    assert first[0].startswith("Not taken in: заключен.pdf. The file “заключен.pdf” is locked.")
    assert first[1].startswith("Not taken in: празен.txt. The file “празен.txt” is empty.")
    assert first[2] == "In the library already: копие.txt. Новина номер 1 за водите"
    assert [row.split(".")[0] for row in rows(reported)[3:]] == [
        f"Added: {number:03}" for number in range(5)
    ]


def test_enter_opens_the_article_that_the_library_has(window, reported, qtbot):
    assert not reported.show_it.isEnabled()  # of a file that failed there is none
    reported.go_to(2)
    qtbot.keyClick(reported.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialogs(window, ReportDialog))
    assert opened(window, qtbot) == "Новина номер 1 за водите"
    qtbot.waitUntil(window.parts.view.hasFocus)
    trigger(window, "import_report")
    assert report(window, qtbot).isVisible()


def test_one_kind_of_files_can_be_shown(reported):
    kinds = [reported.shown.itemText(number) for number in range(reported.shown.count())]
    assert kinds == ["All files: 8", "Not taken in: 2", "In the library already: 1", "Added: 5"]
    reported.shown.setCurrentIndex(2)
    assert rows(reported) == ["In the library already: копие.txt. Новина номер 1 за водите"]
    assert reported.show_it.isEnabled()


def test_locked_files_are_opened_one_by_one_with_their_passwords(window, reported, library, qtbot):
    (unlock,) = (each for each in reported.findChildren(QPushButton) if "locked" in each.text())
    unlock.click()
    qtbot.waitUntil(lambda: bool(dialogs(window, AskDialog)))
    (asked,) = dialogs(window, AskDialog)
    asked.field.setText("12")
    asked.accept()
    wait_for_notice(window, qtbot, "Article added")
    assert library.count().total == 9


def test_the_report_is_saved_as_text(window, reported, tmp_path, qtbot):
    reported.saving_wanted.emit()
    (chooser,) = dialogs(window, QFileDialog)
    assert "Report of the import.txt" in chooser.selectedFiles()[0]
    chooser.fileSelected.emit(str(tmp_path / "отчет.txt"))
    chooser.reject()
    wait_for_notice(window, qtbot, "Saved")
    lines = (tmp_path / "отчет.txt").read_text("utf-8").splitlines()
    assert lines[0] == "5 files added, 1 file kept already and 2 files not taken in."
    assert "In the library already: копие.txt" in lines
    assert "\tНовина номер 1 за водите" in lines


def test_the_report_never_comes_over_another_dialog(window, mixed, qtbot):
    trigger(window, "settings")
    window.parts.importing.start([mixed])
    told(window, qtbot, "finished")
    assert dialogs(window, ReportDialog) == []
    assert strip(window).text.endswith(
        "2 files not taken in. The command “Report of the import” shows the report."
    )


def test_after_the_report_the_focus_is_in_the_list_and_the_way_back_is_said(
    show, mixed, heard, qtbot
):
    window = show()  # nothing in the library: the focus is on the ways in, which go away
    window.parts.importing.start([mixed])
    qtbot.keyClick(report(window, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(list_of(window).hasFocus)
    qtbot.waitUntil(lambda: heard == ["The command “Report of the import” shows the report."])
    assert strip(window).text == (
        "The import is finished. 5 files added, 1 file kept already and 2 files not taken in. "
        "The command “Report of the import” shows the report."
    )
