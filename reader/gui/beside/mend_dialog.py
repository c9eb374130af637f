"""The dialog in which a person says which sentences of the other text one belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from reader.gui.beside.pairs import Match
from reader.gui.dialogs import column_of
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.proof.rows import Row, RowsList
from reader.gui.saying import label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator

# In lines: what is always in sight of the sentence and of the list, and the size of it all.
_LINES, _LEAST_LIST = 2.5, 3.5
_WIDE, _HIGH = 36, 30


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sentence, those of the other text, what it is paired with now, and what is near that.

    `is_mended` tells that some pair of the article has been mended before.
    """

    sentence: str
    others: Sequence[str]
    match: Match
    near: int
    is_mended: bool


class MendDialog(FittedDialog):
    """Shows a sentence, and all of the other text to choose from; those that follow go together."""

    wanted = Signal(object)  # tuple of numbers; empty where it has no counterpart
    undo_wanted = Signal()
    forget_wanted = Signal()

    def __init__(
        self, pairing: Pairing, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Stand on what it is paired with now, else near what stands around it."""
        super().__init__(parent)
        self._ = _ = translator
        match, others = pairing.match, pairing.others
        self.setWindowTitle(_("This sentence belongs to"))
        name(self, "mendDialog", self.windowTitle())
        self.sentence = QPlainTextEdit(pairing.sentence)
        self.sentence.setReadOnly(True)
        self.sentence.setTabChangesFocus(True)
        self.list = RowsList("mendList", _("Sentences of the other text"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.list.rows.show(
            [self._row(number, words, match) for number, words in enumerate(others)]
        )
        self.list.doubleClicked.connect(self._pair)
        self.none = QPushButton(_("Has &no counterpart"))
        self.undo = QPushButton(_("&Undo the last mended pair"))
        self.forget = QPushButton(_("&Forget my mended pairs"))
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.belong = self.buttons.addButton(
            _("&Belong together"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.belong.setDefault(True)
        self.undo.setEnabled(pairing.is_mended)
        self.forget.setEnabled(pairing.is_mended)
        self.none.setEnabled(bool(match.other))
        self.belong.setEnabled(bool(others))
        self._connect()
        self._lay_out()
        self._stand_on(match.other or ((pairing.near,) if others else ()))
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen sentences, in order."""
        return tuple(sorted(index.row() for index in self.list.selectedIndexes()))

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the letters need, and show what is chosen."""
        super().showEvent(event)
        line = self.list.fontMetrics().lineSpacing()
        self.sentence.setFixedHeight(round(_LINES * line))
        self.list.setMinimumHeight(round(_LEAST_LIST * line))
        room = self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width()), min(_HIGH * line, room.height()))
        self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _row(self, number: int, words: str, match: Match) -> Row:
        """Return the row of a sentence; what it is paired with now is told."""
        _ = self._
        head = ""
        if number in match.other:
            head = _("Paired approximately") if match.doubtful else _("Paired now")
        return Row(head, (words,), f"{words} {head}".rstrip(), None)

    def _stand_on(self, numbers: tuple[int, ...]) -> None:
        """Choose rows; the first is the one that is read."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = self.list.selectionModel()
        for number in reversed(numbers):
            chosen.setCurrentIndex(self.list.rows.index(number), flag.Select)

    def _pair(self) -> None:
        if self.chosen:
            self.accept()
            self.wanted.emit(self.chosen)

    def _connect(self) -> None:
        self.belong.clicked.connect(self._pair)
        self.buttons.rejected.connect(self.reject)
        self.none.clicked.connect(self._leave_alone)
        # First the dialog goes: who hears of the wish may have another one to show.
        for button, wish in ((self.undo, self.undo_wanted), (self.forget, self.forget_wanted)):
            button.clicked.connect(self.accept)
            button.clicked.connect(wish)

    def _leave_alone(self) -> None:
        self.accept()
        self.wanted.emit(())

    def _lay_out(self) -> None:
        _ = self._
        hint = QLabel(_("Shift with Down or Up chooses several that follow each other."))
        hint.setWordWrap(True)
        column = column_of(self)
        column.addWidget(label_of(_("&This sentence"), self.sentence))
        column.addWidget(self.sentence)
        column.addWidget(label_of(_("Be&longs to"), self.list))
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        others = Flow(8)
        for button in (self.none, self.undo, self.forget):
            button.setAutoDefault(False)
            others.addWidget(button)
        column.addLayout(others)
        column.addWidget(self.buttons)
        name(self.sentence, "mendSentence", _("This sentence"))
        self.setTabOrder(self.list, self.none)
