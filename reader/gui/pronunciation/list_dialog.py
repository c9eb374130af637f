"""The dialog with all pronunciations of a person."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.errors import PronunciationsError
from reader.gui.dialogs import ask, column_of, open_dialog, resize_to_list, show_listed, warn
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.line_field import LineField
from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.pronunciation.sharing import ask_for_list, ask_where_to_save
from reader.gui.pronunciation.word_dialog import Hear, WordDialog
from reader.gui.pronunciation.words_list import WordsList, row
from reader.gui.saying import announce, announce_after_focus, label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.pronunciation import Pronunciation
from reader.wording import explain

_SIZE = (44, 34)  # in heights of a line
_REST = 400  # milliseconds without a letter, after which it is said how many there are
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TO_LIST = {*_ENTER, Qt.Key.Key_Down}


class PronunciationsDialog(FittedDialog):
    """Lists the entries, narrowed down by words; what is changed counts at once."""

    def __init__(
        self, own: OwnWords, hear: Hear, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._own = own
        self._hear = hear
        self._shown: tuple[Pronunciation, ...] = ()
        self.setWindowTitle(_("Pronunciation"))
        name(self, "pronunciationsDialog", self.windowTitle())
        self.field = LineField()
        name(self.field, "pronunciationsFilter", _("Find"))
        self.count = QLabel()
        self.count.setObjectName("libraryCount")
        self.count.setWordWrap(True)
        self.list = WordsList(_("Pronunciations"))
        self.adding = self._button(_("&Add…"), self.add)
        self.changing = self._button(_("&Change…"), self.change)
        self.removing = self._button(_("Re&move…"), self.remove)
        self.hearing = self._button(_("&Hear it"), self.hear)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()
        self._show()
        resize_to_list(self, _SIZE, listed=bool(self._own.current))
        (self.list if own.current else self.adding).setFocus()

    @property
    def current(self) -> Pronunciation | None:
        """The entry that the list stands on."""
        index = self.list.currentIndex()
        return self._shown[index.row()] if index.isValid() else None

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def add(self) -> None:
        """Ask for a new entry: for the words that were looked for, where there are none yet."""
        self._edit(Pronunciation("" if self._shown else self.field.text(), ""))

    def change(self) -> None:
        """Show the current entry, to be changed."""
        if (entry := self.current) is not None:
            self._edit(entry)

    def remove(self) -> None:
        """Take the current entry out, after a question."""
        if (entry := self.current) is not None:
            _ = self._
            question = _("Remove “{written}” from the list? It is then said as usual.")
            yes, no = _("&Remove"), _("&Keep it")
            ask(self, question.format(written=entry.written), yes, no, partial(self._remove, entry))

    def hear(self) -> None:
        """Say the words of the current entry."""
        if (entry := self.current) is not None:
            self._hear(entry, entry)

    def take_in(self, path: Path) -> None:
        """Take over a list that somebody has saved, and tell how many words were new."""
        before = len(self._own.current)
        if self._done(partial(self._own.take_in, path)):
            count = len(self._own.current) - before
            self._show()
            words = self._.plural(
                "{count} new word taken in; yours stay as they are.",
                "{count} new words taken in; yours stay as they are.",
                count,
            )
            self._tell(words.format(count=count))

    def save(self, path: Path) -> None:
        """Save the list for others."""
        if self._done(partial(self._own.hand_on, path)):
            self._tell(self._("The list is saved: {file}").format(file=path.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the words to what they have found; add them by Enter where that is nothing."""
        if self.field.hasFocus() and event.key() in _TO_LIST and self._shown:
            self.list.setFocus()
        elif self.field.hasFocus() and event.key() in _ENTER and self.field.text().strip():
            self.add()
        else:
            super().keyPressEvent(event)

    def _edit(self, entry: Pronunciation) -> None:
        instead = entry if entry in self._own.current else None
        dialog = WordDialog(entry, self._own.current, self._hear, self._, self)
        dialog.wanted.connect(partial(self._put, instead))
        open_dialog(dialog)

    def _put(self, instead: Pronunciation | None, entry: Pronunciation) -> None:
        if self._done(partial(self._own.put, entry, instead)):
            self.field.clear()
            self._show(entry)
            self._tell(row(entry, self._).said)

    def _remove(self, entry: Pronunciation) -> None:
        place = self._shown.index(entry)
        if self._done(partial(self._own.remove, entry)):
            self._show(next(iter(self._shown[place + 1 :]), None))
            self._tell(self._("“{written}” is removed.").format(written=entry.written))

    def _done(self, work: Callable[[], object]) -> bool:
        """Do something with the list; tell where it did not work."""
        try:
            work()
        except PronunciationsError as error:
            self._show(self.current)
            warn(self, explain(error, self._))
            return False
        return True

    def _narrow(self) -> None:
        self._show(self.current)
        self._rest.start()

    def _take_letter(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003  Qt's own: without selecting
        self.field.insert(letter)

    def _show(self, current: Pronunciation | None = None) -> None:
        """List what the words find, and stand on an entry or else on the first."""
        wanted = self.field.text().casefold().split()
        self._shown = tuple(entry for entry in self._own.current if _holds(entry, wanted))
        self.list.rows.show([row(entry, self._) for entry in self._shown])
        self.count.setText(self._counted())
        for button in (self.changing, self.removing, self.hearing):
            button.setEnabled(bool(self._shown))
        if self._shown:
            self.list.stand_on(self._shown.index(current) if current in self._shown else 0)
        elif self.list.hasFocus():
            self.adding.setFocus()
        show_listed(self, self.list, _SIZE, listed=bool(self._own.current))

    def _counted(self) -> str:
        _, count = self._, len(self._shown)
        if not self._own.current:
            return _(
                "There are no words yet. Add one here, or stand on a word of an article and "
                "choose “How this word is said” from the Voice menu."
            )
        if not count:
            return _("Nothing found")
        return _.plural("{count} word", "{count} words", count).format(count=count)

    def _tell(self, message: str) -> None:
        announce_after_focus(self, message)

    def _connect(self) -> None:
        self._rest.timeout.connect(lambda: announce(self.field, self.count.text()))
        self.field.textChanged.connect(self._narrow)
        self.list.typed.connect(self._take_letter)
        self.list.delete_pressed.connect(self.remove)
        self.list.doubleClicked.connect(self.change)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        _ = self._
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(label_of(_("&Find"), self.field))
        above.addWidget(self.field, 1)
        middle = Flow(8)
        for button in (self.changing, self.hearing, self.adding, self.removing):
            middle.addWidget(button)
        below = Flow(8)
        below.addWidget(
            self._button(_("&Take in a list…"), lambda: ask_for_list(self, _, self.take_in))
        )
        below.addWidget(
            self._button(_("&Save the list…"), lambda: ask_where_to_save(self, _, self.save))
        )
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        column = column_of(self)
        column.addLayout(above)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addLayout(middle)
        column.addLayout(below)
        self.changing.setDefault(True)


def _holds(entry: Pronunciation, words: list[str]) -> bool:
    text = f"{entry.written} {entry.said}".casefold()
    return all(word in text for word in words)
