"""The list of pronunciations on the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.gui.proof.rows import Row, RowsList
from reader.i18n import Translator
from reader.model.pronunciation import Pronunciation
from reader.wording import language_name

_TYPING = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier


class WordsList(RowsList):
    """Entries, a row each; what is typed in it goes to the field above."""

    typed = Signal(str)
    delete_pressed = Signal()

    def __init__(self, accessible: str) -> None:
        super().__init__("pronunciations", accessible)

    def stand_on(self, number: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.rows.index(number)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on; Delete asks for the entry to be removed, the other keys move."""
        letter = event.text()
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif letter.isprintable() and letter.strip() and not event.modifiers() & ~_TYPING:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)


def row(entry: Pronunciation, _: Translator) -> Row:
    """Return how an entry is shown and heard."""
    usual = Pronunciation("", "")
    more = []
    if entry.language != usual.language:
        more.append(language_name(entry.language, _))
    if not entry.whole_word:
        more.append(_("inside words too"))
    if entry.match_case:
        more.append(_("capital letters as written"))
    texts = (entry.said, ", ".join(more)) if more else (entry.said,)
    said = _("{written} – {said}").format(written=entry.written, said=entry.said)
    return Row(entry.written, texts, ", ".join((said, *more)), None)
