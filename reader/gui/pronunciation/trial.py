"""Hearing how words are said now, and how they would be said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.app import spoken
from reader.gui.player.manner import delivery
from reader.gui.player.player import Player, PlayerState
from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.position import START, Extent
from reader.model.pronunciation import Pronunciation, with_entry
from reader.model.utterance import Part, Utterance


class Trial(QObject):
    """Says the words around one that is to be said otherwise; the reading pauses, and stays."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        player: Player,
        aloud: ReadingAloud,
        reading: Reading,
        own: OwnWords,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        """`player` is another one than that of the article."""
        super().__init__()
        self._player = player
        self._aloud = aloud
        self._reading = reading
        self._own = own
        self._keeper = keeper
        self._ = translator
        player.failed.connect(self.failed)

    def hear(self, entry: Pronunciation, instead: Pronunciation | None = None) -> None:
        """Say it as it is said now and, where that differs, as the entry would have it."""
        self._aloud.give_way()
        from reader.speech.spoken.phrase import phrase

        words = phrase(self._reading.article, self._aloud.place(), entry)
        settings = self._keeper.current
        now = tuple(spoken(words, settings.speaking, self._own.current))
        changed = with_entry(self._own.current, entry, instead)
        then = tuple(spoken(words, settings.speaking, changed))
        _ = self._
        both = (self.intro(_("Now:")), *now, self.intro(_("With the change:")), *then)
        is_same = [one.parts for one in now] == [one.parts for one in then]
        self.say(now if is_same else both)

    def say(self, sentences: Sequence[Utterance]) -> None:
        """Say something of another text."""
        self._aloud.give_way()
        self._player.set_delivery(delivery(self._keeper.current))
        self._player.load(sentences)
        self._player.play_from(START)

    @property
    def is_heard(self) -> bool:
        """Whether something is being said."""
        return self._player.state is PlayerState.PLAYING

    def give_way(self, state: PlayerState) -> None:
        """Be silent where the article is read on, as media keys can have it."""
        if state is PlayerState.PLAYING:
            self.stop()

    def stop(self) -> None:
        """Be silent."""
        self._player.stop()

    def close(self) -> None:
        """Be silent for good."""
        self._player.close()

    def intro(self, words: str) -> Utterance:
        """Return words of the program's own, to be said before others."""
        return Utterance((Part(words, self._.language),), Extent(0, 0, 1))
