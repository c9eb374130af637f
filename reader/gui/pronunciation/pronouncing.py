"""The commands by which a person says how words are to be said."""

from functools import partial

from PySide6.QtCore import QObject

from reader.errors import PronunciationsError
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog, warn
from reader.gui.notice import Notice
from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.pronunciation.trial import Trial
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.position import Extent
from reader.model.pronunciation import Pronunciation
from reader.wording import explain


class Pronouncing(QObject):
    """Shows the list, or the entry for the word where one is; the reading pauses for it."""

    def __init__(
        self,
        own: OwnWords,
        trial: Trial,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._own = own
        self._trial = trial
        self._aloud = aloud
        self._view = view
        self._notice = notice
        self._ = translator
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw the list in these colours from now on."""
        self._palette = palette

    def show(self) -> None:
        """Show all entries."""
        from reader.gui.pronunciation.list_dialog import PronunciationsDialog

        self._aloud.give_way()
        dialog = PronunciationsDialog(self._own, self._trial.hear, self._, self._view.window())
        dialog.set_palette(self._palette)
        dialog.finished.connect(self._trial.stop)
        open_dialog(dialog)

    def ask(self) -> None:
        """Ask how the selected words are said, or the word being heard, or that at the caret."""
        from reader.gui.pronunciation.word_dialog import WordDialog

        self._aloud.give_way()
        words = self._words()
        if not words:
            self._notice.say(self._("There is no word here."))
            return
        entry = self._known(words) or Pronunciation(words, words)
        instead = entry if entry in self._own.current else None
        dialog = WordDialog(entry, self._own.current, self._trial.hear, self._, self._view.window())
        dialog.wanted.connect(partial(self._put, instead))
        dialog.finished.connect(self._trial.stop)
        open_dialog(dialog)

    def _put(self, instead: Pronunciation | None, entry: Pronunciation) -> None:
        from reader.gui.pronunciation.words_list import row

        try:
            self._own.put(entry, instead)
        except PronunciationsError as error:
            warn(self._view.window(), explain(error, self._))
        else:
            self._notice.say(row(entry, self._).said)

    def _known(self, words: str) -> Pronunciation | None:
        """Return the entry by which all of some words are said now."""
        found = (entry for entry in self._own.current if _is_for(entry, words))
        return max(found, key=lambda entry: len(entry.written), default=None)

    def _words(self) -> str:
        """Return the words that the person means, "" where there are none."""
        place, anchor = self._view.position(), self._view.anchor()
        if anchor.block == place.block and anchor != place:
            first, last = sorted((anchor.char, place.char))
            return self._text(Extent(place.block, first, last))
        heard = self._aloud.word()
        if heard is not None:
            return self._text(heard)
        return _word_at(self._leaf_text(place.block), place.char)

    def _text(self, extent: Extent) -> str:
        return " ".join(self._leaf_text(extent.block)[extent.start : extent.end].split())

    def _leaf_text(self, block: int) -> str:
        leaves = self._view.outline().leaves
        return leaves[block].text if block < len(leaves) else ""


def _is_for(entry: Pronunciation, words: str) -> bool:
    from reader.speech.spoken.own import Own

    found = Own((entry,)).found(words)
    return any((saying.start, saying.end) == (0, len(words)) for saying in found)


def _word_at(text: str, char: int) -> str:
    """Return the word at a place, or that after it, or else the last one."""
    from reader.text.words import tokens

    found = list(tokens(text))
    return next((word for word, _start, end in found if end > char), found[-1][0] if found else "")
