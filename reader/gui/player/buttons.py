"""The player's four buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.gui.player.glyphs import Glyph, icon
from reader.gui.player.player import Player, PlayerState
from reader.i18n import Translator, mark

# What the play button says and shows in each state.
_PLAY = {
    PlayerState.STOPPED: (mark("Read"), Glyph.PLAY),
    PlayerState.PLAYING: (mark("Pause"), Glyph.PAUSE),
    PlayerState.PAUSED: (mark("Continue"), Glyph.PLAY),
}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the player's actions as a person reads them, such as "F5"."""

    play: str = ""
    stop: str = ""
    previous: str = ""
    next: str = ""


class Buttons(QWidget):
    """Previous sentence, read or pause, stop, next sentence: a sign and a word each."""

    play_requested = Signal()

    def __init__(self, player: Player, translator: Translator) -> None:
        super().__init__()
        self._ = translator
        self._player = player
        self._previous = self._made("playerPrevious", translator("Previous"))
        self._play = self._made("playerPlay", translator("Read"))
        self._stop = self._made("playerStop", translator("Stop"))
        self._next = self._made("playerNext", translator("Next"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for button in (self._previous, self._play, self._stop, self._next):
            line.addWidget(button)
        line.addStretch()
        self._previous.clicked.connect(lambda _checked: player.previous_sentence())
        self._play.clicked.connect(lambda _checked: self._toggle())
        self._stop.clicked.connect(lambda _checked: player.stop())
        self._next.clicked.connect(lambda _checked: player.next_sentence())
        self.setFocusProxy(self._play)
        self.set_keys(Keys())
        player.state_changed.connect(self._refresh)
        self._refresh()

    def set_keys(self, keys: Keys) -> None:
        """Name the keys in the tool tips."""
        _ = self._
        for button, purpose, key in (
            (self._previous, _("Previous sentence"), keys.previous),
            (self._play, _("Read aloud or pause"), keys.play),
            (self._stop, _("Stop reading aloud"), keys.stop),
            (self._next, _("Next sentence"), keys.next),
        ):
            button.setToolTip(f"{purpose} ({key})" if key else purpose)

    def set_playable(self, *, playable: bool) -> None:
        """Allow to read only while there is something to read."""
        self._play.setEnabled(playable)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew in other colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._draw()

    def _made(self, name: str, word: str) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(name)
        button.setAccessibleName(word)
        return button

    def _toggle(self) -> None:
        match self._player.state:
            case PlayerState.STOPPED:
                self.play_requested.emit()
            case PlayerState.PLAYING:
                self._player.pause()
            case PlayerState.PAUSED:
                self._player.resume()

    def _refresh(self) -> None:
        stopped = self._player.state is PlayerState.STOPPED
        word = self._(_PLAY[self._player.state][0])
        self._play.setText(word)
        self._play.setAccessibleName(word)
        for button in (self._previous, self._stop, self._next):
            if stopped and button.hasFocus():
                self._play.setFocus()  # a button that greys out would lose it to anywhere
            button.setEnabled(not stopped)
        self._draw()

    def _draw(self) -> None:
        signs = {
            self._previous: Glyph.PREVIOUS,
            self._play: _PLAY[self._player.state][1],
            self._stop: Glyph.STOP,
            self._next: Glyph.NEXT,
        }
        palette = QGuiApplication.palette()  # a widget's own knows nothing of what greys out
        usual = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
        greyed = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for button, glyph in signs.items():
            button.setIcon(icon(glyph, usual, greyed))
