"""Short dialogs: something told, a question, a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import Translator

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_WIDTH = 600  # pixels


def open_dialog(dialog: QDialog, before: QWidget | None = None) -> None:
    """Show a dialog over its window; the focus goes back to where it was, or `before`, at the end.

    Over a dialog that has only just come up, nothing of that has the focus yet.
    """
    before = before or QApplication.focusWidget()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if before is not None and before.window() is not dialog:
        dialog.finished.connect(lambda: _give_back(before))
    dialog.open()


def _give_back(widget: QWidget) -> None:
    if widget.isVisible():
        widget.activateWindow()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def tell(parent: QWidget | None, message: str, icon: QMessageBox.Icon) -> QMessageBox:
    """Tell something that must be noticed.

    The message is the title too, for some screen readers read out the title and the button only.
    """
    box = _box(parent, message, icon)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.setDefaultButton(QMessageBox.StandardButton.Ok)
    open_dialog(box)
    return box


def warn(parent: QWidget | None, message: str, title: str = "") -> QMessageBox:
    """Tell that something did not work; a message of several parts has a title of its own."""
    box = tell(parent, message, QMessageBox.Icon.Warning)
    if title:
        box.setWindowTitle(title)
        _widen(box)  # it is as wide as its title else
    return box


def ask(parent: QWidget, question: str, yes: str, no: str, done: Callable[[], None]) -> QMessageBox:
    """Ask before something that cannot be undone; "no" is what Enter and Escape choose."""
    box = _box(parent, question, QMessageBox.Icon.Question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    agree.clicked.connect(lambda _checked: done())
    open_dialog(box)
    return box


def file_dialog(parent: QWidget, title: str, kinds: str, _: Translator) -> QFileDialog:
    """Return a dialog for files; Qt's own, where the system has none, lacks Bulgarian words."""
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    for part, words in (
        (QFileDialog.DialogLabel.LookIn, _("Folder")),
        (QFileDialog.DialogLabel.FileName, _("File name")),
        (QFileDialog.DialogLabel.FileType, _("Kind of file")),
        (QFileDialog.DialogLabel.Reject, _("Cancel")),
    ):
        dialog.setLabelText(part, words)
    return dialog


def column_of(dialog: QDialog) -> QVBoxLayout:
    """Give a dialog its layout: what it holds stands one below the other, with room around."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(12)
    return column


def resize_in_lines(dialog: QDialog, wide: float, high: float) -> None:
    """Give a dialog its size in heights of a line, or what there is room for."""
    dialog.ensurePolished()
    letter, room = dialog.fontMetrics().height(), dialog.screen().availableSize()
    dialog.resize(min(round(letter * wide), room.width()), min(round(letter * high), room.height()))


def selectable(words: str, object_name: str) -> QLabel:
    """Return words that keys come to and can select in."""
    label = QLabel(words)
    label.setObjectName(object_name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(SELECTABLE)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def one_line(message: str) -> str:
    """Return the message as the title of a window can show it."""
    return " ".join(message.split())


def shown(path: Path) -> str:
    """Return a path as a person knows it: the home folder as "~"."""
    home = Path.home()
    return str(Path("~", path.relative_to(home)) if path.is_relative_to(home) else path)


def _widen(dialog: QDialog) -> None:
    """Break the message into lines of a good width, in large print too."""
    for label in dialog.findChildren(QLabel):
        if label.text():
            label.setWordWrap(True)
            label.setMinimumWidth(_WIDTH)


def _box(parent: QWidget | None, message: str, icon: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(icon, one_line(message), message, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(SELECTABLE)
    # Qt lets the mouse alone come to the message, so that no key could select in it.
    for label in box.findChildren(QLabel, "qt_msgbox_label"):
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
