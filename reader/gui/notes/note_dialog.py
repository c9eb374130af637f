"""The dialog in which a person writes a note on words of an article."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from reader.gui.dialogs import column_of, one_line, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.saying import label_of, name
from reader.i18n import Translator

_SIZE = (38, 23)  # in heights of a line
_LINES, _QUOTED_LINES = 5, 3  # always in sight
_TITLE = 80  # letters of the quoted words


class NoteDialog(FittedDialog):
    """Shows the quoted words and takes the note; OK or Ctrl+Enter asks for it to be kept."""

    wanted = Signal(str)  # the text, in Markdown
    removal_wanted = Signal()

    def __init__(
        self,
        quoted: str,
        text: str,
        translator: Translator,
        parent: QWidget | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        """Stand at the end of the text that there is; a new note cannot be removed."""
        super().__init__(parent)
        _ = translator
        self._before = text
        words = one_line(quoted)
        shortened = words if len(words) <= _TITLE else words[:_TITLE].rpartition(" ")[0] + "…"
        self.setWindowTitle(_("Note on “{words}”").format(words=shortened))
        name(self, "noteDialog", self.windowTitle())
        resize_in_lines(self, *_SIZE)
        self.quoted = QPlainTextEdit(quoted)
        self.quoted.setReadOnly(True)
        self.quoted.setTabChangesFocus(True)
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.buttons = ButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out(_)
        if not is_new:
            remove = self.buttons.addButton(
                _("&Remove the mark"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            remove.clicked.connect(self._remove)
        # Enter begins a new line in the field.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self.text.setFocus()

    def accept(self) -> None:
        """Ask for the note to be kept, if anything was changed."""
        super().accept()
        text = self.text.toPlainText().strip()
        if text != self._before.strip():
            self.wanted.emit(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words the height that they need in large print."""
        super().showEvent(event)
        for field, lines in ((self.quoted, _QUOTED_LINES), (self.text, _LINES)):
            field.setMinimumHeight(round((lines + 0.5) * field.fontMetrics().lineSpacing()))
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _remove(self) -> None:
        self.reject()
        self.removal_wanted.emit()

    def _lay_out(self, _: Translator) -> None:
        hint = QLabel(_("You can use Markdown: **bold**, *emphasis*, - lists, [words](address)."))
        hint.setWordWrap(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addWidget(label_of(_("&Quoted words"), self.quoted))
        column.addWidget(self.quoted, 1)
        column.addWidget(label_of(_("&Note"), self.text))
        column.addWidget(self.text, 2)
        column.addWidget(hint)
        column.addWidget(self.buttons)
        name(self.quoted, "noteQuoted", _("Quoted words"))
        name(self.text, "noteText", _("Your note"))
