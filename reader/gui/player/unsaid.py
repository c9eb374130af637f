"""Words that no voice can say."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reader.gui.saying import announce
from reader.i18n import Translator


class Unsaid(QObject):
    """Tells the person about such a word; called in the thread that speaks.

    The tone in the word's place is heard by everybody; this tells what it means.
    """

    _found = Signal(str)

    def __init__(self, window: QWidget, translator: Translator) -> None:
        super().__init__(window)
        self._window = window
        self._ = translator
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def __call__(self, word: str) -> None:
        """Bring the word to the window's thread."""
        self._found.emit(word)

    @Slot(str)
    def _tell(self, word: str) -> None:
        sentence = self._("The voice cannot say “{word}”; a short tone stands in its place.")
        announce(self._window, sentence.format(word=word))
