"""What the tests of feeds in the window do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from reader.gui.feeds.feeds_dialog import FeedsDialog
from tests.gui.window_parts import dialogs, trigger

SAID = Qt.ItemDataRole.AccessibleTextRole


def shown(window, kind):
    """Return the dialog of a kind that shows."""
    (dialog,) = dialogs(window, kind)
    return dialog


def feeds_dialog(window) -> FeedsDialog:
    """Open the dialog of feeds."""
    trigger(window, "feeds")
    return shown(window, FeedsDialog)


def rows(view) -> list[str]:
    """Return what a screen reader says of each row of a list."""
    model = view.model()
    return [str(model.index(number, 0).data(SAID)) for number in range(model.rowCount())]


def boxes(window) -> list[QMessageBox]:
    """Return the message boxes that show."""
    return dialogs(window, QMessageBox)


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    """Press the button of a message box that has a role."""
    next(each for each in box.buttons() if box.buttonRole(each) is role).click()


def rested(window, qtbot) -> None:
    """Wait until no update is under way."""
    updating = window.parts.following._updating
    qtbot.waitUntil(lambda: not updating.is_under_way)


def closed(window, dialog: QDialog, qtbot) -> None:
    """Close a dialog and wait until it has gone."""
    kind = type(dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialogs(window, kind))
