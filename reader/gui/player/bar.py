"""The line below the article: the player's buttons, its place, speed and voice."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from reader.gui.player.buttons import Buttons, Keys
from reader.gui.player.delivery_fields import DeliveryFields
from reader.gui.player.player import Player
from reader.i18n import Translator
from reader.speech.voices import Voice

_MARGIN_X, _MARGIN_Y, _GAP = 12, 4, 16


class PlayerBar(QWidget):
    """Shows what the player does, and has it do more.

    It asks with `play_requested` for a start, for only the window knows where the caret is.
    """

    play_requested = Signal()
    rate_changed = Signal(int)  # words a minute
    voice_changed = Signal(str)  # identifier, or "" for the usual one

    def __init__(
        self, player: Player, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ = translator
        self._player = player
        self.setObjectName("playerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons = Buttons(player, translator)
        self._place = QLabel()
        self._place.setObjectName("playerPlace")
        self._fields = DeliveryFields(translator)
        self._first = _box(self._buttons, self._place)
        self._line = _box(self._first, self._fields)
        self._line.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        self._line.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._line)
        self.setFocusProxy(self._buttons)
        self._buttons.play_requested.connect(self.play_requested)
        self._fields.rate_changed.connect(self.rate_changed)
        self._fields.voice_changed.connect(self.voice_changed)
        player.state_changed.connect(self._show_place)
        player.sentence_started.connect(self._show_place)
        player.loaded.connect(self._show_place)
        self._show_place()

    def set_keys(self, keys: Keys) -> None:
        """Name the keys in the buttons' tool tips."""
        self._buttons.set_keys(keys)

    def set_playable(self, *, playable: bool) -> None:
        """Allow to read only while there is something to read."""
        self._buttons.set_playable(playable=playable)

    def set_rate(self, rate: int) -> None:
        """Show the speed in use, without telling that it changed."""
        self._fields.set_rate(rate)

    def set_voices(self, voices: Sequence[Voice], chosen: str | None) -> None:
        """Offer the Bulgarian voices, or all where there is none, and show the one in use."""
        self._fields.set_voices(voices, chosen)

    def set_voice(self, chosen: str | None) -> None:
        """Show the voice in use."""
        self._fields.set_voice(chosen)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: in a narrow window they stand in rows."""
        width = max(part.minimumSizeHint().width() for part in (self._buttons, self._fields))
        return QSize(width + 2 * _MARGIN_X, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts in a line where there is room, else in rows."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        buttons, place, fields = (
            part.sizeHint().width() for part in (self._buttons, self._place, self._fields)
        )
        first = buttons + _GAP + place
        _direct(self._first, fits=first + 2 * _MARGIN_X <= width)
        _direct(self._line, fits=first + _GAP + fields + 2 * _MARGIN_X <= width)
        self.updateGeometry()

    def _show_place(self) -> None:
        progress = self._player.progress
        if progress is None:
            self._place.hide()
            return
        minutes = max(1, round(progress.seconds_left / 60))
        words = self._.plural(
            "Sentence {number} of {count} · {minutes} min left",
            "Sentence {number} of {count} · {minutes} min left",
            minutes,
        )
        self._place.setText(
            words.format(number=progress.number, count=progress.count, minutes=minutes)
        )
        self._place.show()
        self._arrange(self.width())


def _box(first: QWidget | QBoxLayout, second: QWidget) -> QBoxLayout:
    """Return two parts side by side; what is left over goes to the end of the first."""
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    line.setSpacing(_GAP)
    if isinstance(first, QWidget):
        line.addWidget(first)
        line.addWidget(second, 1)
    else:
        line.addLayout(first, 1)
        line.addWidget(second)
    return line


def _direct(line: QBoxLayout, *, fits: bool) -> None:
    """Let the parts stand in a line, or one below the other."""
    rows, side_by_side = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    line.setDirection(side_by_side if fits else rows)
    line.setSpacing(_GAP if fits else _MARGIN_Y)
