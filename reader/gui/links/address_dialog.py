"""The dialog that asks for an address: of what to open, or of an original."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from reader.app.web import is_named
from reader.errors import MalformedAddressError
from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.key_names import plain
from reader.gui.line_field import LineField
from reader.gui.saying import announce, label_of, name
from reader.i18n import Translator, mark
from reader.wording import explain

_WIDTH = 34  # in heights of a line


@dataclass(frozen=True, slots=True)
class Form:
    """What the address is for: title, label of the field, a hint, and the words of the button.

    `name` is that of the dialog, by which its help is found. `may_lack` tells that no address at
    all is an answer, too; `file` are the words of a button for who has a file instead.
    """

    name: str
    title: str
    label: str
    hint: str
    button: str
    may_lack: bool = False
    file: str = ""


OPEN = Form(
    "openAddress",
    mark("Open an address"),
    mark("&Address or reference"),
    mark(
        "The address of a page or a file, or a reference such as IP/25/467, a CELEX number or an "
        "ELI. What is there is fetched, cleaned and kept."
    ),
    mark("&Open it"),
)
ORIGINAL = Form(
    "originalAddress",
    mark("Address of the original"),
    mark("&Address of the original"),
    mark(
        "It is kept with the article and stands in the list of links. Without an address, the one "
        "that the program concludes stands there again."
    ),
    mark("&Keep it"),
    may_lack=True,
)

FETCH = Form(
    "fetchOriginal",
    mark("Fetch the original"),
    mark("&Address of the original"),
    mark("It is not known where the original is. Give the address of its page."),
    mark("&Fetch"),
)
TRUTH = Form(
    "checkText",
    mark("Check against a page"),
    mark("&Address of the page"),
    mark(
        "Where the page of this announcement has other words than this article, corrections are "
        "offered. Nothing is changed without you."
    ),
    mark("&Fetch and compare"),
    file=mark("&Choose a file…"),
)


class AddressDialog(FittedDialog):
    """Takes an address or a reference; what is neither is told of, and the dialog stays."""

    wanted = Signal(str)
    file_wanted = Signal()

    def __init__(
        self, form: Form, text: str, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Have these words in the field."""
        super().__init__(parent)
        self._ = _ = translator
        self._form = form
        self.setWindowTitle(_(form.title))
        name(self, form.name, self.windowTitle())
        self.field = LineField(text)
        name(self.field, "address", plain(_(form.label)))
        self.hint = wrapped(_(form.hint))
        self.trouble = wrapped("")
        self.trouble.setObjectName("addressTrouble")
        self.trouble.hide()
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(_(form.button), QDialogButtonBox.ButtonRole.AcceptRole)
        self.column = column_of(self)
        self._lay_out()
        self.field.setFocus()

    def accept(self) -> None:
        """Ask for what the words name, if they name anything."""
        text = self.field.text().strip()
        if is_named(text) or (self._form.may_lack and not text):
            super().accept()
            self.wanted.emit(text)
        else:
            self._refuse(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the height that the words need in large print."""
        super().showEvent(event)
        self._grow()

    def _refuse(self, text: str) -> None:
        _ = self._
        words = explain(MalformedAddressError(text), _) if text else _("Give an address first.")
        self.trouble.setText(words)
        self.trouble.show()
        self._grow()
        self.field.setFocus()
        announce(self.field, words)

    def _leave_for_file(self) -> None:
        self.reject()
        self.file_wanted.emit()

    def _grow(self) -> None:
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _lay_out(self) -> None:
        _, column = self._, self.column
        self.go.setDefault(True)
        if self._form.file:
            role = QDialogButtonBox.ButtonRole.ActionRole
            file = self.buttons.addButton(_(self._form.file), role)
            file.clicked.connect(self._leave_for_file)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(label_of(_(self._form.label), self.field))
        column.addWidget(self.field)
        column.addWidget(self.hint)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addWidget(self.buttons)
        resize_in_lines(self, _WIDTH, 0)


def wrapped(text: str) -> QLabel:
    """Return words that go on in the next line where there is no room."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label
