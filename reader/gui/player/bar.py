"""The line below the article: the player's buttons, its place, speed and voice."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from reader.gui.player.buttons import Buttons, Keys
from reader.gui.player.delivery_fields import DeliveryFields
from reader.gui.player.player import Player
from reader.i18n import Translator
from reader.speech.voices import Voice

_MARGIN_X, _MARGIN_Y, _GAP = 6, 4, 6
_LONG_PLACE = (135, 135, 14)  # sentence, of how many, minutes left
_NOTHING = " "  # as high as a line
_DOT = " · "
_LOOP = "loop"
Cells = tuple[tuple[int, int, int], ...]  # row, column, and how many columns
_ONE_BELOW_THE_OTHER = ((0, 0, 3), (1, 0, 3), (2, 0, 3))


class PlayerBar(QWidget):
    """Shows what the player does, and has it do more.

    It asks with `play_requested` for a start and with `step_requested` for a step, for only the
    window knows where the caret is, and tells where there is no next sentence.
    """

    play_requested = Signal()
    step_requested = Signal(int)  # to the next (1) or previous (-1) sentence
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
        self._beside: dict[str, str] = {}
        self._fields = DeliveryFields(translator)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_MARGIN_Y)
        self._grid.setColumnStretch(1, 1)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._cells: Cells = ()
        self._buttons.play_requested.connect(self.play_requested)
        self._buttons.step_requested.connect(self.step_requested)
        self._fields.rate_changed.connect(self.rate_changed)
        self._fields.voice_changed.connect(self.voice_changed)
        player.state_changed.connect(self._show_place)
        player.loop_changed.connect(self._show_loop)
        player.sentence_started.connect(self._show_place)
        player.loaded.connect(self._show_place)
        self._show_place()

    @property
    def home(self) -> QWidget:
        """The button that reads or pauses: what the focus comes to first."""
        return self._buttons.play

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

    def show_beside(self, name: str, words: str) -> None:
        """Show something of this name beside the place; no words take it away."""
        if words == self._beside.get(name, ""):
            return
        self._beside = {key: kept for key, kept in self._beside.items() if key != name}
        if words:
            self._beside[name] = words
        self._show_place()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the buttons in two rows: in a narrow window all else folds."""
        width = self._buttons.width_folded() + 2 * _MARGIN_X
        return QSize(width, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Find the room anew for letters of another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts in a line where there is room, else in rows."""
        super().resizeEvent(event)
        self._arrange(event.size().width())
        self._word_place()

    def _arrange(self, width: int) -> None:
        room = width - 2 * _MARGIN_X
        buttons, fields = self._buttons.width_in_line(), self._fields.sizeHint().width()
        place = self._place_width()
        self._buttons.fold(folded=buttons > room)
        self._fields.setVisible(fields <= room)  # the settings have them, too
        if buttons + place + fields + 2 * _GAP <= room:
            self._lay(((0, 0, 1), (0, 1, 1), (0, 2, 1)))
        elif buttons + _GAP + place <= room:
            self._lay(((0, 0, 1), (0, 1, 2), (1, 0, 3)))
        elif place + _GAP + fields <= room:
            self._lay(((0, 0, 3), (1, 1, 2), (1, 0, 1)))
        else:
            self._lay(_ONE_BELOW_THE_OTHER)
        self.updateGeometry()

    def _lay(self, cells: Cells) -> None:
        """Put the buttons, the place and the fields into these cells."""
        if cells == self._cells:
            return
        self._cells = cells
        parts = (self._buttons, self._place, self._fields)
        for part, (row, column, columns) in zip(parts, cells, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, row, column, 1, columns)
        kept = self._place.sizePolicy()
        kept.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # nothing moves as its words change
        # Nor as an article opens; but a row of its own would be empty without one.
        kept.setRetainSizeWhenHidden(cells != _ONE_BELOW_THE_OTHER)
        self._place.setSizePolicy(kept)

    def _place_width(self) -> int:
        """Return the room kept for the place, that nothing moves when an article opens."""
        return self._place.fontMetrics().horizontalAdvance(self._words(*_LONG_PLACE))

    def _show_loop(self, on: bool) -> None:  # noqa: FBT001  a slot
        self.show_beside(_LOOP, self._("repeated") if on else "")

    def _show_place(self) -> None:
        self._arrange(self.width())
        self._word_place()

    def _word_place(self) -> None:
        """Show as much of the place, and of what goes on beside it, as there is room for."""
        offers = self._offers()
        self._place.setVisible(bool(offers))
        self._grid.activate()
        room, metrics = self._place.width(), self._place.fontMetrics()
        fitting = (words for words in offers if metrics.horizontalAdvance(words) <= room)
        end = Qt.TextElideMode.ElideRight
        words = next(fitting, metrics.elidedText(offers[-1], end, room)) if offers else _NOTHING
        self._place.setText(words)
        self._place.setToolTip(offers[0] if offers else "")

    def _offers(self) -> list[str]:
        """Return what can be told of the place, the longest first."""
        beside = list(self._beside.values())
        rest = [_DOT.join(beside[number:]) for number in range(len(beside))]
        progress = self._player.progress
        if progress is None:
            return rest
        minutes = max(1, round(progress.seconds_left / 60))
        number, count = progress.number, progress.count
        sentence = self._("Sentence {number} of {count}").format(number=number, count=count)
        whole = self._words(number, count, minutes)
        return [_DOT.join((whole, *beside)), _DOT.join((sentence, *beside)), *rest]

    def _words(self, number: int, count: int, minutes: int) -> str:
        words = self._.plural(
            "Sentence {number} of {count} · {minutes} min left",
            "Sentence {number} of {count} · {minutes} min left",
            minutes,
        )
        return words.format(number=number, count=count, minutes=minutes)
