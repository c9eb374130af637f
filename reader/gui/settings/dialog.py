"""The settings dialog: pages of fields; what is changed shows at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QWidget,
)

from reader.app.handing_on import hand_on, take_in
from reader.errors import ReaderError, SettingsError
from reader.gui.dialogs import MARGIN, ask, column_beside_bar, column_in_margin, tell, warn
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.saying import announce_after_focus, name
from reader.gui.settings.aloud import AloudPage
from reader.gui.settings.general import GeneralPage
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.settings.page import Page
from reader.gui.settings.pages import Pages
from reader.gui.settings.seek import Seek
from reader.gui.settings.sharing import (
    ask_for_file,
    ask_where_to_save,
    changes_in_words,
    summary,
)
from reader.gui.settings.text import TextPage
from reader.gui.settings.voice import VoiceChoice, VoicePage
from reader.i18n import Translator
from reader.model.pronunciation import Pronunciations
from reader.settings import Settings
from reader.wording import explain

_PAUSE = 100  # milliseconds: a long article is not set anew at each press of a key held down
_BESIDE = ("keys", "order", "grouping", "view")  # what a file may bring besides the fields


class OwnPronunciations(Protocol):
    """The person's list of pronunciations."""

    current: Pronunciations

    def change(self, entries: Pronunciations) -> None:
        """Take another list over and keep it."""


class SettingsDialog(FittedDialog):
    """Shows the settings as they are; changes are tried out at once, and OK keeps them."""

    def __init__(
        self,
        keeper: SettingsKeeper,
        translator: Translator,
        parent: QWidget | None = None,
        own: OwnPronunciations | None = None,
    ) -> None:
        """Hand on the person's `own` pronunciations with the settings, where there are any."""
        super().__init__(parent)
        self._keeper = keeper
        self._own = own
        self._ = _ = translator
        now = keeper.current
        self.setWindowTitle(_("Settings"))
        name(self, "settingsDialog", _("Settings"))
        self.general = GeneralPage(now, _)
        self.text = TextPage(now, _)
        self.voice = VoicePage(now, _)
        self.aloud = AloudPage(now, _)
        self._pages: tuple[Page, ...] = (self.general, self.text, self.voice, self.aloud)
        self.pages = Pages(self._pages, _("Settings"))
        self.seek = Seek(self.pages, _)
        self._before: Settings | None = None  # a reset
        self._beside: dict[str, Any] = {}
        self._words: Pronunciations | None = None  # that a file has brought
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._try_out)
        for page in self._pages:
            page.changed.connect(self._pause.start)
        self._lay_out()

    def accept(self) -> None:
        """Apply and keep what was chosen."""
        self._pause.stop()
        super().accept()
        try:
            self._keeper.change(**self._choices())
        finally:  # the words have a file of their own
            if self._own is not None and self._words is not None:
                self._own.change(self._words)

    def reject(self) -> None:
        """Take back what was tried out."""
        self._pause.stop()
        super().reject()
        self._keeper.take_back()

    def offer_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """Let the person choose among these, too."""
        self.voice.offer(voices)
        self._fit()  # their names may be longer

    def tell_no_voices(self, error: ReaderError) -> None:
        """Say why there are no voices to choose from."""
        self.voice.tell_none(explain(error, self._))
        self._fit()

    def reset_page(self) -> None:
        """Put the settings of the page on show back, after a question."""
        _, page = self._, self.pages.current
        question = _(
            "Put all settings of the page “{page}” back to what is usual? Those of the other "
            "pages stay as they are."
        )
        words = question.format(page=page.title.replace("&", ""))
        ask(self, words, _("Put them back"), _("Leave them"), partial(self._reset, (page,)))

    def reset_all(self) -> None:
        """Put the settings of all pages back, after a question."""
        _ = self._
        question = _(
            "Put the settings of all pages back to what is usual? Your own keys and "
            "pronunciations stay as they are."
        )
        ask(self, question, _("Put them back"), _("Leave them"), partial(self._reset, self._pages))

    def undo_reset(self) -> None:
        """Show again what was chosen before the last reset."""
        if self._before is not None:
            self._show(self._pages, self._before)
            self._before = None
            self.resetting.setFocus()
            self.undoing.hide()
            announce_after_focus(self, self._("The settings are as they were before."))

    def export(self, path: Path) -> None:
        """Save what is chosen, with keys and pronunciations, for elsewhere."""
        words = self._own.current if self._own is not None else ()
        try:
            hand_on(self._chosen(), words, path)
        except SettingsError as error:
            warn(self, explain(error, self._))
            return
        said = self._("The settings are saved: {file}").format(file=path.name)
        announce_after_focus(self, said)

    def take_over(self, path: Path) -> None:
        """Show the settings of a file, to be kept by OK, and tell what they change."""
        _, now = self._, self._chosen()
        own = self._words or (self._own.current if self._own is not None else ())
        try:
            taken = take_in(path, now, own)
        except SettingsError as error:
            warn(self, explain(error, _))
            return
        before = self._told()
        self._beside = {field: getattr(taken.settings, field) for field in _BESIDE}
        self._words = taken.pronunciations
        self._show(self._pages, taken.settings)
        lines = list(changes_in_words(before, self._told(), _))
        box = tell(self, summary(lines, now, own, taken, _), QMessageBox.Icon.Information)
        box.setWindowTitle(_("Settings from “{file}”").format(file=path.name))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the pages need, at the side: what changes is seen behind."""
        super().showEvent(event)
        self._fit()
        window = self.parentWidget()
        if window is not None and window.isVisible():
            side = window.frameGeometry().right() - self.frameGeometry().width()
            self.move(max(side, self.screen().availableGeometry().left()), self.y())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that the pages need in letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    def _choices(self) -> dict[str, Any]:
        found = {field: value for page in self._pages for field, value in page.choices().items()}
        spoken = self.voice.speaking.values() | self.aloud.speaking.values()
        whole = {"speaking": replace(self._keeper.current.speaking, **spoken)}
        return self._beside | found | whole

    def _chosen(self) -> Settings:
        return replace(self._keeper.current, **self._choices())

    def _told(self) -> dict[str, str]:
        return {label: shown for page in self._pages for label, shown in page.told().items()}

    def _show(self, pages: Sequence[Page], settings: Settings) -> None:
        for page in pages:
            page.show_settings(settings)
        self._try_out()

    def _reset(self, pages: Sequence[Page]) -> None:
        self._before = self._chosen()
        self._show(pages, self._keeper.usual)
        self.undoing.show()
        announce_after_focus(
            self, self._("The usual settings are back; they can be undone, and OK keeps them.")
        )

    def _try_out(self) -> None:
        self._pause.stop()
        self._keeper.try_out(**self._choices())

    def _fit(self) -> None:
        """Be as large as the largest page, but no larger than the screen."""
        room = self.screen().availableSize()
        self.pages.measure()
        self.pages.bound(room.width() - MARGIN)
        wanted = self.sizeHint().expandedTo(self.size()).boundedTo(room)
        high = self._column.totalHeightForWidth(wanted.width())  # buttons may take several rows
        self.resize(wanted.width(), min(max(wanted.height(), high), room.height()))
        beyond = self.frameGeometry().right() - self.screen().availableGeometry().right()
        if beyond > 0:
            self.move(max(self.x() - beyond, self.screen().availableGeometry().left()), self.y())

    def _button(self, words: str, object_name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        name(button, object_name, words)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        _ = self._
        self.resetting = self._button(_("Reset this page…"), "settingsResetPage", self.reset_page)
        self.pages.sought.connect(self.resetting.setDisabled)  # there is no page then
        resetting_all = self._button(_("Reset everything…"), "settingsResetAll", self.reset_all)
        self.undoing = self._button(_("Undo the reset"), "settingsUndo", self.undo_reset)
        exporting = self._button(
            _("Export…"),
            "settingsExport",
            lambda: ask_where_to_save(self, _, self.export),
        )
        importing = self._button(
            _("Import…"), "settingsImport", lambda: ask_for_file(self, _, self.take_over)
        )
        more = Flow(8)
        for button in (self.resetting, resetting_all, self.undoing, exporting, importing):
            more.addWidget(button)
        self.undoing.hide()
        buttons = ButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._column = column = column_beside_bar(self)
        above = column_in_margin()
        above.addLayout(self.seek)
        column.addLayout(above)
        column.addWidget(self.pages, 1)
        below = column_in_margin()
        below.addLayout(more)
        below.addWidget(buttons)
        column.addLayout(below)
        self.pages.bound(self.screen().availableSize().width() - MARGIN)
        QWidget.setTabOrder(self.seek.field, self.pages.tabs)
        self.general.first().setFocus()
