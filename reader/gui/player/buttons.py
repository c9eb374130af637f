"""The player's four buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reader.gui.player.glyphs import Glyph, icon
from reader.gui.player.player import Player, PlayerState
from reader.i18n import Translator, mark

# What the play button says and shows in each state.
_PLAY = {
    PlayerState.STOPPED: (mark("Read"), Glyph.PLAY),
    PlayerState.PLAYING: (mark("Pause"), Glyph.PAUSE),
    PlayerState.PAUSED: (mark("Continue"), Glyph.PLAY),
}
_GAP = 2  # beside the margins of the style
_SIGN = 0.8  # a sign's side in heights of a line
_Sign = tuple[Glyph, int, int, int]  # its two colours and its side
_LOOK_CHANGES = {QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange}


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
    step_requested = Signal(int)  # to the next (1) or previous (-1) sentence

    def __init__(self, player: Player, translator: Translator) -> None:
        super().__init__()
        self._ = translator
        self._player = player
        self._previous = self._made("playerPrevious", translator("Previous"))
        self.play = self._made("playerPlay", translator("Read"))
        self._stop = self._made("playerStop", translator("Stop"))
        self._next = self._made("playerNext", translator("Next"))
        self._all = (self._previous, self.play, self._stop, self._next)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._drawn: dict[QPushButton, _Sign] = {}
        self.fold(folded=False)
        self._previous.clicked.connect(lambda _checked: self.step_requested.emit(-1))
        self.play.clicked.connect(lambda _checked: self._toggle())
        self._stop.clicked.connect(lambda _checked: player.stop())
        self._next.clicked.connect(lambda _checked: self.step_requested.emit(1))
        self.set_keys(Keys())
        player.state_changed.connect(self._refresh)
        self._refresh()

    def set_keys(self, keys: Keys) -> None:
        """Name the keys in the tool tips."""
        _ = self._
        for button, purpose, key in (
            (self._previous, _("Previous sentence"), keys.previous),
            (self.play, _("Read aloud or pause"), keys.play),
            (self._stop, _("Stop reading aloud"), keys.stop),
            (self._next, _("Next sentence"), keys.next),
        ):
            button.setToolTip(f"{purpose} ({key})" if key else purpose)

    def set_playable(self, *, playable: bool) -> None:
        """Allow to read only while there is something to read."""
        self.play.setEnabled(playable)

    def width_in_line(self) -> int:
        """Return the room that the buttons need side by side."""
        return sum(self._widths()) + _GAP * (len(self._all) - 1)

    def width_folded(self) -> int:
        """Return the room that they need in two rows."""
        previous, play, stop, after = self._widths()
        return max(previous, stop) + _GAP + max(play, after)

    def fold(self, *, folded: bool) -> None:
        """Put the buttons in two rows, or side by side."""
        columns = 2 if folded else len(self._all)
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate(self._all):
            self._grid.addWidget(button, *divmod(number, columns))
        for column in range(len(self._all) + 1):
            self._grid.setColumnStretch(column, 1 if column == columns else 0)

    def _widths(self) -> list[int]:
        widths = [button.sizeHint().width() for button in self._all]
        widths[1] = max(widths[1], self.play.minimumWidth())
        return widths

    def _keep_room(self) -> None:
        """Keep the room for the longest word of the play button: nothing moves as it changes."""
        metrics = self.play.fontMetrics()
        beside = self.play.sizeHint().width() - metrics.horizontalAdvance(self.play.text())
        words = (self._(word) for word, _glyph in _PLAY.values())
        self.play.setMinimumWidth(max(map(metrics.horizontalAdvance, words)) + beside)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew in other colours."""
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES:
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
        self.play.setText(word)
        self.play.setAccessibleName(word)
        for button in (self._previous, self._stop, self._next):
            if stopped and button.hasFocus():
                self.play.setFocus()  # a button that greys out would lose it to anywhere
            button.setEnabled(not stopped)
        self._draw()

    def _draw(self) -> None:
        signs = {
            self._previous: Glyph.PREVIOUS,
            self.play: _PLAY[self._player.state][1],
            self._stop: Glyph.STOP,
            self._next: Glyph.NEXT,
        }
        palette = QGuiApplication.palette()  # a widget's own knows nothing of what greys out
        usual = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
        greyed = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for button, glyph in signs.items():
            button.ensurePolished()
            side = round(button.fontMetrics().height() * _SIGN)
            sign = (glyph, usual.rgba(), greyed.rgba(), side)
            if self._drawn.get(button) != sign:  # asked for often while the window is made
                self._drawn[button] = sign
                button.setIconSize(QSize(side, side))
                button.setIcon(icon(glyph, usual, greyed))
        self._keep_room()
