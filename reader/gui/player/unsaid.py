"""Words that no voice can say."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.voice_wording import unsaid


class Unsaid(QObject):
    """Tells the person what the tone in a word's place means; called in the thread that speaks."""

    _found = Signal(str)

    def __init__(self, notice: Notice, translator: Translator) -> None:
        super().__init__(notice)
        self._notice = notice
        self._ = translator
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def __call__(self, word: str) -> None:
        """Bring the word to the window's thread."""
        self._found.emit(word)

    @Slot(str)
    def _tell(self, word: str) -> None:
        self._notice.say(unsaid(word, self._))
