"""What the voice says, lit in the text that it is of."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.gui.beside.pairs import Side
from reader.gui.beside.shown import Shown
from reader.gui.player.player import Player, PlayerState
from reader.model.position import Extent
from reader.model.utterance import Utterance


class Lighting(QObject):
    """Lights sentence and word; `shown` returns the texts on show, `mark` marks the pair."""

    def __init__(
        self, player: Player, shown: Callable[[], Shown | None], mark: Callable[[], None]
    ) -> None:
        super().__init__()
        self._player = player
        self._shown = shown
        self._mark = mark
        player.sentence_started.connect(self._light_sentence)
        player.word_started.connect(self._light_word)
        player.state_changed.connect(self._settle)

    def _light_sentence(self, said: Utterance) -> None:
        self._light(said, None)
        self._mark()

    def _light_word(self, word: Extent) -> None:
        if (said := self._player.current) is not None:
            self._light(said, word)

    def _light(self, said: Utterance, word: Extent | None) -> None:
        if (shown := self._shown()) is not None:
            side = Side.ARTICLE if said.original is None else Side.ORIGINAL
            shown.light(side, said.original or said.source, word)

    def _settle(self, state: PlayerState) -> None:
        shown = self._shown()
        if state is PlayerState.STOPPED and shown is not None:
            shown.light(Side.ORIGINAL, None)
            self._mark()
