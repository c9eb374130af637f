"""The settings dialog: language, colours, text size, voice and rate."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.gui.saying import name, say_choices
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import LANGUAGES, Translator, mark
from reader.settings import RATES, TEXT_SIZES, RowReading, Theme
from reader.wording import explain, language_name

_THEMES = {
    Theme.SYSTEM: mark("As in the system"),
    Theme.LIGHT: mark("Light"),
    Theme.DARK: mark("Dark"),
}
_ROWS = {
    RowReading.WHOLE: mark("Whole"),
    RowReading.CELLS: mark("Field by field, with Left and Right"),
}
_BEFORE_NUMBER = 8  # as before the words of a list


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice that can be chosen, by the name that people know it by."""

    identifier: str
    name: str


class SettingsDialog(QDialog):
    """Shows the settings as they are; OK applies and keeps them."""

    def __init__(
        self,
        keeper: SettingsKeeper,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._ = _ = translator
        now = keeper.current
        self.setWindowTitle(_("Settings"))
        name(self, "settingsDialog", _("Settings"))
        self.language = self._choice(self._languages(), now.language)
        self.theme = self._choice([(_(text), key) for key, text in _THEMES.items()], now.theme)
        self.text_size = self._number(TEXT_SIZES, now.text_size, _(" px"), 2)
        chosen = [(now.voice, now.voice)] if now.voice else []
        self.voice = self._choice([(_("The best for each language"), None), *chosen], now.voice)
        self.rate = self._number(RATES, now.rate, _(" words a minute"), 5)
        self.rows = self._choice([(_(text), key) for key, text in _ROWS.items()], now.rows)
        self._trouble = _note("")
        self._trouble.hide()
        self._lay_out()

    def accept(self) -> None:
        """Apply and keep what was chosen."""
        super().accept()
        self._keeper.change(
            language=self.language.currentData(),
            theme=Theme(self.theme.currentData()),
            text_size=self.text_size.value(),
            voice=self.voice.currentData(),
            rate=self.rate.value(),
            rows=RowReading(self.rows.currentData()),
        )

    def offer_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """Let the person choose among these, too."""
        now = self.voice.currentData()
        while self.voice.count() > 1:
            self.voice.removeItem(1)
        for voice in voices:
            self.voice.addItem(voice.name, voice.identifier)
        self.voice.setCurrentIndex(max(self.voice.findData(now), 0))

    def tell_no_voices(self, error: ReaderError) -> None:
        """Say why there are no voices to choose from."""
        self._trouble.setText(explain(error, self._))
        self.voice.setAccessibleDescription(self._trouble.text())
        self._trouble.show()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the notes the height that they need in large print."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _languages(self) -> list[tuple[str, str | None]]:
        _ = self._
        named = ((language_name(code, _), code) for code in LANGUAGES)
        return [(_("As in the system"), None), *named]

    def _choice(self, options: Sequence[tuple[str, str | None]], now: str | None) -> QComboBox:
        box = QComboBox()
        say_choices(box)
        for text, data in options:
            box.addItem(text, data)
        box.setCurrentIndex(max(box.findData(now), 0))
        return box

    def _number(self, allowed: range, now: int, unit: str, step: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(allowed.start, allowed.stop - 1)
        box.setSingleStep(step)
        box.setSuffix(unit)
        box.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)  # no style reaches it
        box.setValue(now)
        return box

    def _lay_out(self) -> None:
        _ = self._
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (_("&Language of the program"), self.language),
            (_("&Colours"), self.theme),
            (_("&Text size"), self.text_size),
            (_("Rows of the l&ibrary"), self.rows),
            (_("&Voice"), self.voice),
            (_("&Rate"), self.rate),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, field)
        note = _note(_("Another language applies from the next start on."))
        self.language.setAccessibleDescription(note.text())
        form.insertRow(1, "", note)
        form.insertRow(form.rowCount() - 1, "", self._trouble)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(form)
        column.addWidget(buttons)


def _note(words: str) -> QLabel:
    note = QLabel(words)
    note.setProperty("muted", True)  # noqa: FBT003  Qt's own signature
    note.setWordWrap(True)
    return note
