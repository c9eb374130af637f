"""The speed and the voice, to be changed while listening."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from reader.gui.choice import NarrowChoice
from reader.gui.line_field import NumberField
from reader.gui.saying import say_choices
from reader.i18n import Translator
from reader.settings import RATES
from reader.speech.voices import Voice, in_order
from reader.voice_wording import voice_name

_STEP = 10
_LANGUAGE = "bg"
_GAP = 6
_VOICE_LETTERS = 9  # the list that opens is as wide as its names
_FRAME = 48  # beside the number: edges, arrows and the space before it


class _RateField(NumberField):
    """A field as wide as its number: Qt leaves room for the padding twice."""

    def sizeHint(self) -> QSize:
        """Return the room for the highest number."""
        words = self.textFromValue(self.maximum()) + self.suffix()
        width = self.fontMetrics().horizontalAdvance(words) + _FRAME
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is not to be cut off."""
        return self.sizeHint()


class DeliveryFields(QWidget):
    """A field for words a minute, and a list of voices."""

    rate_changed = Signal(int)
    voice_changed = Signal(str)

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._ = translator
        self._rate = _RateField()
        self._rate.setObjectName("playerRate")
        self._rate.setRange(RATES.start, RATES.stop - 1)
        self._rate.setSingleStep(_STEP)
        self._rate.setSuffix(" " + translator("words/min"))
        self._rate.setKeyboardTracking(False)  # "300" is not 3, 30 and then 300
        self._rate.valueChanged.connect(self.rate_changed)
        self._voice = NarrowChoice()
        say_choices(self._voice)
        self._voice.setObjectName("playerVoice")
        self._voice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._voice.setMinimumContentsLength(_VOICE_LETTERS)
        self._voice.activated.connect(lambda _n: self.voice_changed.emit(self._voice.currentData()))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self._add(line, translator("Speed"), self._rate)
        line.addSpacing(_GAP)
        self._add(line, translator("Voice"), self._voice)
        line.addStretch()
        self.set_voices((), None)

    def set_rate(self, rate: int) -> None:
        """Show the speed in use, without telling that it changed."""
        blocker = QSignalBlocker(self._rate)
        self._rate.setValue(rate)
        blocker.unblock()

    def set_voices(self, voices: Sequence[Voice], chosen: str | None) -> None:
        """Offer the Bulgarian voices, or all where there is none, and show the one in use."""
        able = [voice for voice in voices if voice.speaks(_LANGUAGE)]
        self._voice.clear()
        self._voice.addItem(self._("Automatic"), "")
        for voice in in_order(able or voices):
            self._voice.addItem(voice_name(voice, self._), voice.identifier)
        self.set_voice(chosen)

    def set_voice(self, chosen: str | None) -> None:
        """Show the voice in use; one that is not offered shows as the usual one."""
        self._voice.setCurrentIndex(max(0, self._voice.findData(chosen or "")))

    def _add(self, line: QHBoxLayout, word: str, field: QWidget) -> None:
        """Add a field with its label, which is also its accessible name."""
        label = QLabel(word)
        label.setObjectName("fieldLabel")
        label.setBuddy(field)
        line.addWidget(label)
        line.addWidget(field)
