"""Short dialogs: something told, a question, a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
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
_FILES = (52, 32)  # a dialog for files, in heights of a line
# Pixels around what a dialog holds, and between. A bar may stand in the margin on the right: with
# its width in the style sheet, what is left beside it makes the margin.
MARGIN, GAP, BESIDE_BAR = 24, 12, 10
_MARGINS = (MARGIN, MARGIN, MARGIN, 16)  # pixels: left, top, right, bottom


def open_dialog(dialog: QDialog, before: QWidget | None = None) -> None:
    """Show a dialog over its window; the focus goes back to where it was, or `before`, at the end.

    Over a dialog that has only just come up, nothing of that has the focus yet.
    """
    before = before or QApplication.focusWidget()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, QMessageBox):
        _stack(dialog)
    if before is not None and before.window() is not dialog:
        dialog.finished.connect(lambda: _give_back(before))
    dialog.open()


def _stack(box: QMessageBox) -> None:
    """Have the buttons one below the other where the screen has no room for a row of them."""
    for child in box.findChildren(QWidget):
        child.ensurePolished()
    for buttons in box.findChildren(QDialogButtonBox):
        if buttons.sizeHint().width() + 2 * MARGIN > box.screen().availableSize().width():
            buttons.setOrientation(Qt.Orientation.Vertical)


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
    resize_in_lines(dialog, *_FILES)
    for header in dialog.findChildren(QHeaderView):  # there are none in one of the system
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if header.count():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for part, words in (
        (QFileDialog.DialogLabel.LookIn, _("Folder")),
        (QFileDialog.DialogLabel.FileName, _("File name")),
        (QFileDialog.DialogLabel.FileType, _("Kind of file")),
        (QFileDialog.DialogLabel.Reject, _("Cancel")),
    ):
        dialog.setLabelText(part, words)
    return dialog


def column_of(widget: QWidget) -> QVBoxLayout:
    """Give a dialog its layout: what it holds stands one below the other, with room around."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(*_MARGINS)
    column.setSpacing(GAP)
    return column


def column_beside_bar(widget: QWidget, right: int = 0) -> QVBoxLayout:
    """Give a dialog, or all that scrolls in it, the layout for a bar in the margin on the right."""
    column = column_of(widget)
    margins = column.contentsMargins()
    margins.setRight(right)
    column.setContentsMargins(margins)
    return column


def column_in_margin() -> QVBoxLayout:
    """Return a part of such a layout that leaves the margin free: nothing scrolls there."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, MARGIN, 0)
    column.setSpacing(GAP)
    return column


def width_for_words(dialog: QDialog) -> int:
    """Return a good width for words in a dialog: less on a small screen."""
    return min(_WIDTH, dialog.screen().availableSize().width() - 2 * MARGIN)


def resize_in_lines(dialog: QDialog, wide: float, high: float) -> None:
    """Give a dialog its size in heights of a line, or what there is room for."""
    dialog.ensurePolished()
    letter, room = dialog.fontMetrics().height(), dialog.screen().availableSize()
    dialog.resize(min(round(letter * wide), room.width()), min(round(letter * high), room.height()))


def resize_to_list(dialog: QDialog, size: tuple[float, float], *, listed: bool) -> None:
    """Give a dialog of a list its size in heights of a line; without rows, what the words need."""
    resize_in_lines(dialog, *size)
    layout = dialog.layout()
    if layout is not None and not listed:
        layout.activate()
        high = max(layout.totalHeightForWidth(dialog.width()), dialog.minimumSizeHint().height())
        dialog.resize(dialog.width(), high)


def show_listed(
    dialog: QDialog,
    rows: QWidget,
    size: tuple[float, float],
    *,
    listed: bool,
    none: QWidget | None = None,
) -> None:
    """Show a list where it has rows, else the words for none; size the dialog anew at a change."""
    changes = rows.isHidden() == listed
    rows.setVisible(listed)
    if none is not None:
        none.setVisible(not listed)
    if changes:
        resize_to_list(dialog, size, listed=listed)


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
            label.setMinimumWidth(width_for_words(dialog))


def _box(parent: QWidget | None, message: str, icon: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(icon, one_line(message), message, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(SELECTABLE)
    if (layout := box.layout()) is not None:
        layout.setContentsMargins(*_MARGINS)
    # Qt lets the mouse alone come to the message, so that no key could select in it.
    for label in box.findChildren(QLabel, "qt_msgbox_label"):
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
