"""Bringing articles in: paste, files, passwords, drag and drop."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.app import Reader
from reader.gui.asking import AskDialog
from reader.gui.links.address_dialog import AddressDialog
from reader.gui.panes import ARTICLE, LIBRARY
from reader.paths import resource
from tests.gui.window_parts import (
    PASTED,
    PRESS,
    dialogs,
    list_of,
    opened,
    paste,
    titles,
    trigger,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def test_pasted_text_is_mended_kept_and_shown(window, library, qtbot):
    paste(window, PASTED)
    wait_for_notice(window, qtbot, "Article added")
    assert window.parts.notice.text == (
        "Article added: Нови правила за достъпност. 2 repairs were made. The key R shows them."
    )
    assert opened(window, qtbot) == "Нови правила за достъпност"
    assert titles(window)[0] == "Нови правила за достъпност"
    assert window.parts.view.hasFocus()


def test_what_is_pasted_twice_is_recognised(window, library, qtbot):
    paste(window, PASTED)
    wait_for_notice(window, qtbot, "Article added")
    paste(window, PASTED)
    wait_for_notice(window, qtbot, "in the library already")
    assert library.count().total == 4


def test_pasting_into_the_search_field_stays_there(window, qtbot):
    field = window.parts.shelf.panel.field
    trigger(window, "search")
    paste(window, "пчели")
    assert field.text() == "пчели"


@pytest.mark.parametrize("where", ["view", "list"])
def test_ctrl_v_pastes_an_article_wherever_no_text_is_typed(window, numbers, where, qtbot):
    window.parts.reading.open(numbers[0])
    window.panes.go(ARTICLE if where == "view" else LIBRARY)
    QGuiApplication.clipboard().setText(PASTED)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_notice(window, qtbot, "Article added")


def test_an_empty_clipboard_is_explained_and_nothing_is_kept(window, library, qtbot):
    paste(window, " \n ")
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert box.text() == "There is no text here. Copy the article's text first."
    assert box.windowTitle() == box.text()
    box.accept()
    assert library.count().total == 3


@pytest.mark.check("A50", "Errors are named with a remedy")
def test_errors_of_several_files_are_told_at_once_and_the_good_one_is_shown(
    window, tmp_path, library, qtbot
):
    good = tmp_path / "добър.txt"
    good.write_text(PASTED, "utf-8")
    empty = tmp_path / "празен.pdf"
    empty.touch()
    window.parts.intake.files([tmp_path / "няма.pdf", good, empty])
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert [sentence.split("”")[0] for sentence in box.text().split("\n\n")] == [
        "There is no file “няма.pdf",
        "The file “празен.pdf",
    ]
    box.accept()
    assert opened(window, qtbot) == "Нови правила за достъпност"
    assert library.count().total == 4


@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_focus_returns_after_a_dialog(window, tmp_path, qtbot):
    window.parts.intake.files([tmp_path / "няма.pdf"])
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialogs(window)[0].accept()
    qtbot.waitUntil(list_of(window).hasFocus)


@pytest.fixture
def locked(tmp_path):
    from pypdf import PdfReader, PdfWriter

    sample = sorted(resource("samples").glob("*.pdf"))[0]
    writer = PdfWriter(PdfReader(sample))
    writer.encrypt("тайна", algorithm="AES-256")
    path = tmp_path / "заключен.pdf"
    writer.write(path)
    return path


def answer_password(window, qtbot, words, text):
    def asked():
        return [box for box in dialogs(window, AskDialog) if words in box.field.accessibleName()]

    qtbot.waitUntil(lambda: bool(asked()))
    dialog = asked()[0]
    assert dialog.windowTitle() == "Password"  # the message is heard once, with the field
    dialog.field.setText(text)
    dialog.accept()


def test_a_password_is_asked_for_and_again_if_it_does_not_fit(window, locked, library, qtbot):
    window.parts.intake.files([locked])
    answer_password(window, qtbot, "is locked", "грешна")
    answer_password(window, qtbot, "does not fit", "тайна")
    wait_for_notice(window, qtbot, "Article added")
    assert library.count().total == 4


def test_giving_up_the_password_keeps_nothing(window, locked, library, qtbot):
    window.parts.intake.files([locked])
    qtbot.waitUntil(lambda: bool(dialogs(window, AskDialog)))
    dialogs(window, AskDialog)[0].reject()
    qtbot.waitUntil(lambda: not window.parts.notice.isVisible())
    assert library.count().total == 3


def test_dropped_files_are_taken_in(window, tmp_path, qtbot):
    path = tmp_path / "пуснат.txt"
    path.write_text(PASTED, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    wait_for_notice(window, qtbot, "Article added")


def test_files_of_a_second_start_are_opened(window, tmp_path, qtbot):
    path = tmp_path / "втори.txt"
    path.write_text(PASTED, "utf-8")
    window.take([path])
    wait_for_notice(window, qtbot, "Article added")


def test_a_bug_in_one_import_does_not_hold_up_the_next(window, qtbot, monkeypatch):
    keep = Reader.keep

    def broken_once(reader, incoming, watch):
        monkeypatch.setattr(Reader, "keep", keep)
        raise ZeroDivisionError

    monkeypatch.setattr(Reader, "keep", broken_once)
    with qtbot.captureExceptions() as bugs:
        paste(window, PASTED)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError
    paste(window, PASTED)
    wait_for_notice(window, qtbot, "Article added")


@pytest.mark.parametrize("text", [PRESS, "IP/25/467", " 32024R1689\n"])
def test_a_pasted_address_or_reference_is_offered_to_be_opened(window, library, text):
    paste(window, text)
    (dialog,) = dialogs(window, AddressDialog)
    assert dialog.field.text() == text.strip()
    dialog.reject()
    assert library.count().total == 3
