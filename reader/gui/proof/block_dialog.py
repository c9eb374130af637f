"""The dialog in which a block of an article is put right by hand."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from reader.gui.article.utf16 import characters, units
from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.form import add_above, new_form
from reader.gui.kinds import KINDS
from reader.gui.saying import name, say_choices
from reader.i18n import Translator
from reader.model.correction import Rewrite
from reader.model.leaves import Kind, Leaf
from reader.model.position import Position

# Lines of the words that are always in sight.
_SIZE = (38, 23)  # in heights of a line
_LINES = 5


class BlockDialog(FittedDialog):
    """Shows the kind and the words of a block; OK asks for the correction."""

    wanted = Signal(object)  # Rewrite

    def __init__(
        self, place: Position, leaf: Leaf, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Stand in the words where reading stands in the block."""
        super().__init__(parent)
        _ = translator
        self._block = place.block
        self._leaf = leaf
        self.setWindowTitle(_("Correct the block"))
        name(self, "blockDialog", self.windowTitle())
        resize_in_lines(self, *_SIZE)
        self.words = QPlainTextEdit(leaf.text)
        self.words.setTabChangesFocus(True)
        self._stand_at(place.char)
        self.kind = QComboBox()
        say_choices(self.kind)
        for kind, words in KINDS.items():
            self.kind.addItem(_(words), kind)
        self.kind.setCurrentIndex(list(KINDS).index(leaf.kind))
        self._hint = QLabel(
            _(
                "Each line becomes a block of its own; in a table, “|” parts the cells. "
                "Without words, the block is taken out. The original stays as it is."
            )
        )
        self._hint.setWordWrap(True)
        self._lay_out(_)
        self.words.setFocus()

    def accept(self) -> None:
        """Ask for the correction, if anything was changed."""
        super().accept()
        # Qt hands a kind back as the mere string that it is, too.
        kind, text = Kind(self.kind.currentData()), self.words.toPlainText()
        if (kind, text) != (self._leaf.kind, self._leaf.text):
            self.wanted.emit(Rewrite(self._block, kind, text))

    @property
    def char(self) -> int:
        """The place in the words where the caret stands."""
        return characters(self.words.toPlainText(), self.words.textCursor().position())

    def _stand_at(self, place: int) -> None:
        cursor = self.words.textCursor()
        cursor.setPosition(units(self._leaf.text, place))
        self.words.setTextCursor(cursor)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words and the hint the height that they need in large print."""
        super().showEvent(event)
        self.words.setMinimumHeight(_LINES * self.words.fontMetrics().lineSpacing())
        self.kind.setMinimumHeight(self.kind.sizeHint().height())
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _lay_out(self, _: Translator) -> None:
        form = new_form(above=True)
        add_above(form, _("&Words"), self.words)
        add_above(form, _("&Kind"), self.kind)
        buttons = ButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addLayout(form, 1)
        column.addWidget(self._hint)
        column.addWidget(buttons)
