"""What a person is told of a bug: what happened, what is safe, what to do, and the report."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from reader.app.program import project_address
from reader.gui.dialogs import SELECTABLE, resize_in_lines, selectable, shown
from reader.gui.fitted_dialog import FittedDialog
from reader.gui.flow import Flow
from reader.gui.saying import announce, label_of, name
from reader.gui.scrolling import scrolled_column
from reader.i18n import Translator, mark

_SIZE = (42, 30)  # in heights of a line
_LINES = 8  # of the report that show at once


class Happened(Enum):
    """When the bug showed."""

    RUNNING = "running"
    STARTING = "starting"
    CLOSING = "closing"
    LAST_TIME = "last time"


_TITLES = {
    Happened.RUNNING: mark("Something went wrong in Chetivo, and it goes on"),
    Happened.STARTING: mark("Chetivo could not start"),
    Happened.CLOSING: mark("Something went wrong while Chetivo was closing"),
    Happened.LAST_TIME: mark("Chetivo ended suddenly the last time"),
}
_WORDS = {
    Happened.RUNNING: mark(
        "An error came up that nobody expected. Your library, your notes and your settings are "
        "saved, and so is the place where you were reading. Only what you did last may not be "
        "done: look, and do it again if need be. If anything seems odd now, close Chetivo and "
        "start it again."
    ),
    Happened.STARTING: mark(
        "An error came up that nobody expected. Your library, your notes and your settings are as "
        "they were. Start Chetivo again; if the error comes back, restart the computer, or "
        "install Chetivo anew, which leaves your library as it is."
    ),
    Happened.CLOSING: mark(
        "An error came up that nobody expected. Your library and your notes are saved. Start "
        "Chetivo again to go on reading; what you changed last, such as the size of the window, "
        "may be as it was before."
    ),
    Happened.LAST_TIME: mark(
        "A part of the system that Chetivo uses has failed. Your library and your notes are saved "
        "up to that moment; what you did last may not be done: look, and do it again if need be."
    ),
}


class CrashDialog(FittedDialog):
    """Tells of a bug in words, and offers its report to be read, copied and found.

    What happened is the title: some screen readers read out the title and the button only.
    """

    def __init__(
        self,
        happened: Happened,
        report: str,
        path: Path | None,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._path = path
        self._others = 0
        self.setWindowTitle(_(_TITLES[happened]))
        name(self, "crashDialog", self.windowTitle())
        self.told = selectable(_(_WORDS[happened]), "crashWords")
        self.others = selectable("", "crashOthers")
        self.others.hide()
        self.where = selectable(self._where(), "crashReportPlace")
        self.report = QPlainTextEdit(report)
        name(self.report, "crashReport", _("Report"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setTextInteractionFlags(SELECTABLE)
        self.opening = QPushButton(_("&Open the folder"))
        self.copying = QPushButton(_("Co&py the report"))
        self.closing = QPushButton(_("&Close"))
        self._lay_out()
        self.opening.clicked.connect(self._open_folder)
        self.copying.clicked.connect(self._copy)
        self.closing.clicked.connect(self.accept)
        self.told.setFocus()

    def tell_of_another(self) -> None:
        """Say that it happened again, or something else did, while the dialog is here."""
        self._others += 1
        words = self._.plural(
            "Meanwhile {count} more error came up. Close Chetivo as soon as you can, and start it "
            "again.",
            "Meanwhile {count} more errors came up. Close Chetivo as soon as you can, and start "
            "it again.",
            self._others,
        )
        self.others.setText(words.format(count=self._others))
        self.others.show()
        if self._others == 1:  # however often a broken widget is drawn
            announce(self, self.others.text())

    def _where(self) -> str:
        _, address = self._, project_address()
        if self._path is None:
            place = _("There is a report below; it could not be saved, so copy it from here.")
        else:
            place = _("A report is in the file {path}.").format(path=shown(self._path))
        private = _(
            "It holds no texts, titles or addresses, no names of files and not yours: only "
            "versions, settings, and places in the program. Nothing is sent by itself."
        )
        if address is None:
            how = _(
                "So that it can be mended, attach the report to a message to those from whom you "
                "have Chetivo."
            )
        else:
            how = _("So that it can be mended, attach the report to a message at {address}.")
            how = how.format(address=address)
        return f"{place} {private} {how}"

    def _open_folder(self) -> None:
        folder = self._path.parent if self._path is not None else None
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = self._("The folder could not be opened here: {path}")
            announce(self, words.format(path=shown(folder)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        announce(self, self._("The report is copied."))

    def _lay_out(self) -> None:
        area, column = scrolled_column(self)
        for label in (self.told, self.others, self.where):
            column.addWidget(label)
        column.addWidget(label_of(self._("&Report"), self.report))
        self.report.setMinimumHeight(self.fontMetrics().height() * _LINES)
        column.addWidget(self.report, 1)
        buttons = Flow(8)
        for button in (self.opening, self.copying, self.closing):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.opening.setEnabled(self._path is not None)
        self.closing.setDefault(True)
        resize_in_lines(self, *_SIZE)
        area.scroll_sideways(self.width())
