"""The dialog that tells how an import went, file by file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.gui.flow import Flow
from reader.gui.proof.rows import Row, RowsDialog
from reader.i18n import Translator
from reader.intake_wording import Told, kind_words, report_rows
from reader.model.intake import Outcome, Report

_ALL = "all"
_FAILED = "failed"
_GAP = 8  # between buttons


class ReportDialog(RowsDialog):
    """Lists files with what became of them; Enter opens the article that the library has."""

    wanted = Signal(int)  # the article
    locked_wanted = Signal(object)  # list[Path]: to be opened with their passwords
    saving_wanted = Signal()

    def __init__(
        self, report: Report, title: str, translator: Translator, parent: QWidget | None = None
    ) -> None:
        self._ = _ = translator
        self._all = self._listed = tuple(report_rows(report, _))
        super().__init__(title, _("Files"), [], _, parent)
        self.show_it.setText(_("&Open the article"))
        self._locked = [row.path for row in self._all if row.locked]
        self._offer_more()
        self.list.selectionModel().currentChanged.connect(self._allow)
        several = len({row.outcome for row in self._all}) > 1
        choices = _choices(self._all, _)
        self.shown = self.add_choices(_("&Kind"), choices, _ALL, several=several)
        self.shown.currentIndexChanged.connect(self._show_chosen)
        self._show_chosen()

    @property
    def locked(self) -> list[Path]:
        """The files that need a password."""
        return self._locked

    def _offer_more(self) -> None:
        """Put what concerns all files above the other buttons: large print needs the room."""
        save = QPushButton(self._("&Save the report…"))
        save.clicked.connect(self.saving_wanted)
        unlock = QPushButton(self._("Open the &locked files…"))
        unlock.clicked.connect(self._unlock)
        unlock.setVisible(bool(self._locked))
        flow = Flow(_GAP)
        for button in (save, unlock):
            button.setAutoDefault(False)
            flow.addWidget(button)
        self._column.insertLayout(self._column.count() - 1, flow)
        self.setTabOrder(self.list, save)
        self.setTabOrder(save, unlock)

    def _unlock(self) -> None:
        self.accept()
        self.locked_wanted.emit(self._locked)

    def _show_chosen(self) -> None:
        choice = str(self.shown.currentData())
        self._listed = tuple(row for row in self._all if choice in (_ALL, _key(row.outcome)))
        self.model.show([Row(row.head, (row.words,), _said(row), None) for row in self._listed])
        if self._listed:
            self.stand_on(0)
        self._allow()

    def _allow(self) -> None:
        told = self._current()
        self.show_it.setEnabled(told is not None and told.article is not None)

    def _go(self) -> None:
        told = self._current()
        if told is not None and told.article is not None:
            self.accept()
            self.wanted.emit(told.article)

    def _current(self) -> Told | None:
        index = self.list.currentIndex()
        return self._listed[index.row()] if index.isValid() else None


def _key(outcome: Outcome | None) -> str:
    return _FAILED if outcome is None else outcome.value


def _said(row: Told) -> str:
    return f"{row.head}. {row.words}"


def _choices(rows: Sequence[Told], _: Translator) -> Iterator[tuple[str, str]]:
    """Yield what can be shown, in words with a number, and its key."""
    kinds: dict[Outcome | None, int] = {}
    for row in rows:
        kinds[row.outcome] = kinds.get(row.outcome, 0) + 1
    words = _("{kind}: {count}")
    yield words.format(kind=_("All files"), count=len(rows)), _ALL
    for outcome, count in kinds.items():
        yield words.format(kind=kind_words(outcome, _), count=count), _key(outcome)
