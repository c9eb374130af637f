"""The dialog in which a person tells how a word is said."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from reader.gui.choice import Choice
from reader.gui.dialogs import column_of
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.form import add_row, new_form
from reader.gui.saying import announce, name
from reader.i18n import Translator
from reader.model.pronunciation import LANGUAGES, Pronunciation, Pronunciations
from reader.wording import language_name

Hear = Callable[[Pronunciation, Pronunciation | None], None]
_WIDTH = 34  # in heights of a line


class _Field(QLineEdit):
    """A field whose words are selected as its window comes up, until the person writes there.

    Sooner, a screen reader would speak of them before it names the window.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the words."""
        super().focusInEvent(event)
        if not self.isModified():
            self.selectAll()


class WordDialog(FittedDialog):
    """Shows an entry; it can be heard, and is kept where it is whole.

    Where another entry is for the same words, that is told, and keeping it again takes its place.
    """

    wanted = Signal(object)  # Pronunciation

    def __init__(
        self,
        entry: Pronunciation,
        others: Pronunciations,
        hear: Hear,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """`others` are all entries that there are; one that is `entry` itself is being changed."""
        super().__init__(parent)
        self._ = _ = translator
        self._hear = hear
        self._before = entry if entry in others else None
        self._others = tuple(other for other in others if other != entry)
        self._told: Pronunciation | None = None
        self.setWindowTitle(_("How a word is said"))
        name(self, "wordDialog", self.windowTitle())
        self.written = _Field(entry.written)
        self.said = _Field(entry.said)
        self.language = self._languages(entry.language)
        self.whole = QCheckBox(_("&Whole words only"))
        self.whole.setChecked(entry.whole_word)
        self.exact = QCheckBox(_("&Capital letters as written"))
        self.exact.setChecked(entry.match_case)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        (self.said if entry.written else self.written).setFocus()

    @property
    def entry(self) -> Pronunciation:
        """The entry as the fields have it."""
        return Pronunciation(
            " ".join(self.written.text().split()),
            " ".join(self.said.text().split()),
            self.whole.isChecked(),
            self.exact.isChecked(),
            str(self.language.currentData()),
        )

    def hear(self) -> None:
        """Say the words as they are said now, and as the fields have it."""
        if self._is_whole():
            self._hear(self.entry, self._before)

    def accept(self) -> None:
        """Keep the entry, if it is whole and takes no other's place unasked."""
        if not self._is_whole():
            return
        entry = self.entry
        same = next((other for other in self._others if other.key == entry.key), None)
        if same is not None and same != self._told:
            self._told = same
            words = self._(
                "“{written}” is in the list already, said “{said}”. Keep it again to put this in "
                "its place."
            )
            self._tell(words.format(written=same.written, said=same.said))
            return
        super().accept()
        if entry != self._before:
            self.wanted.emit(entry)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the fields the room that they need in large print."""
        super().showEvent(event)
        width = _WIDTH * self.fontMetrics().height()
        self.resize(min(width, self.screen().availableSize().width()), self.height())
        self._fit()

    def _languages(self, chosen: str) -> QComboBox:
        box = Choice()
        for code in LANGUAGES:
            box.addItem(language_name(code, self._), code)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _is_whole(self) -> bool:
        """Tell whether there is something in both fields, or go to the one that is empty."""
        _ = self._
        for field, words in (
            (self.written, _("Write the word as it stands in the text.")),
            (self.said, _("Write how the word is said.")),
        ):
            if not field.text().strip():
                field.setFocus()
                self._tell(words)
                return False
        return True

    def _tell(self, message: str) -> None:
        self.note.setText(message)
        self._fit()
        announce(self, message)

    def _fit(self) -> None:
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _lay_out(self) -> None:
        _ = self._
        form = new_form()
        for object_name, label, field in (
            ("pronunciationWritten", _("W&ritten"), self.written),
            ("pronunciationSaid", _("&Said"), self.said),
            ("pronunciationLanguage", _("&Language of the voice"), self.language),
        ):
            name(field, object_name, label.replace("&", ""))
            add_row(form, label, field)
        self.whole.setObjectName("pronunciationWhole")
        self.exact.setObjectName("pronunciationExact")
        form.addRow(self.whole)
        form.addRow(self.exact)
        hear = self.buttons.addButton(_("&Hear it"), QDialogButtonBox.ButtonRole.ActionRole)
        hear.clicked.connect(self.hear)
        hear.setAutoDefault(False)
        keep = self.buttons.addButton(_("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.buttons)
        keep.setDefault(True)
