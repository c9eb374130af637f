"""Dialogs that ask for one thing: a line, a password, a number, one of several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from reader.errors import PrivateAddressError
from reader.gui.choice import Choice
from reader.gui.dialogs import ask, column_of, open_dialog, width_for_words
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.line_field import LineField, NumberField
from reader.gui.saying import label_of, name
from reader.i18n import Translator
from reader.wording import explain


@dataclass(frozen=True, slots=True)
class Question:
    """The title of a dialog, the name of its field, and the words on its two buttons.

    `name` is that of the dialog, by which its help is found.
    """

    title: str
    field: str
    yes: str
    no: str
    name: str = "ask"


class AskDialog(FittedDialog):
    """Asks for one thing; its title and the name of the field are heard before what is in it."""

    def __init__(self, question: Question, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        name(self, question.name, question.title)
        name(field, "asked", question.field)
        self.field = field
        label = label_of(question.field.replace("&", "&&"), field)
        label.setWordWrap(True)
        label.setMinimumWidth(width_for_words(self))
        buttons = ButtonBox()
        yes = buttons.addButton(question.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        yes.setDefault(True)
        buttons.addButton(question.no, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        for part in (label, field, buttons):
            column.addWidget(part)
        field.setFocus()


def ask_line(
    parent: QWidget, question: Question, text: str, done: Callable[[str], None]
) -> AskDialog:
    """Ask for one line; the text that is there already is selected."""
    field = LineField(text)
    return _asked(parent, question, field, lambda: done(field.text()))


def ask_password(
    parent: QWidget, message: str, _: Translator, given: Callable[[str | None], None]
) -> AskDialog:
    """Ask for a password; `given` gets it, or None when the person gives up."""
    field = LineField()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    # The field is called by the message, and so the title is short.
    question = Question(_("Password"), message, _("Open"), _("Cancel"), "askPassword")
    dialog = _asked(parent, question, field, lambda: given(field.text()))
    dialog.rejected.connect(lambda: given(None))
    return dialog


def ask_number(
    parent: QWidget, question: Question, allowed: range, now: int, done: Callable[[int], None]
) -> AskDialog:
    """Ask for a number out of a range; the one that is there already is selected."""
    field = NumberField()
    field.setRange(allowed.start, allowed.stop - 1)
    field.setValue(now)
    return _asked(parent, question, field, lambda: done(field.value()))


def ask_choice(
    parent: QWidget, question: Question, choices: Sequence[str], done: Callable[[str], None]
) -> AskDialog:
    """Ask for one of several, the first of them to begin with."""
    field = Choice((words, words) for words in choices)
    return _asked(parent, question, field, lambda: done(field.currentText()))


def _asked(
    parent: QWidget, question: Question, field: QWidget, done: Callable[[], None]
) -> AskDialog:
    dialog = AskDialog(question, field, parent)
    dialog.accepted.connect(done)
    open_dialog(dialog)
    return dialog


def ask_to_allow(
    error: PrivateAddressError,
    allow: Callable[[str], None],
    over: QWidget,
    _: Translator,
    then: Callable[[], object],
) -> QMessageBox:
    """Ask whether a computer of a private network may be asked, and go on if it may."""

    def go_on() -> None:
        allow(error.host)
        then()

    return ask(over, explain(error, _), _("&Allow it"), _("&Do not allow it"), go_on)
