"""The line over the voice that tells of an import, with all that can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reader.gui.notice import Notice
from reader.gui.saying import name
from reader.i18n import Translator


class ImportStrip(Notice):
    """Tells how far an import is, or how it ended, while other messages come and go."""

    pause_wanted = Signal()
    going_on_wanted = Signal()
    end_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        _ = translator
        super().__init__(_, parent, ("importNotice", _("Import")))
        self._pause = QPushButton(_("Pause"), self)
        name(self._pause, "importPause", _("Pause the import"))
        self._pause.clicked.connect(self.pause_wanted)
        self._go_on = QPushButton(_("Continue"), self)
        name(self._go_on, "importContinue", _("Continue the import"))
        self._go_on.clicked.connect(self.going_on_wanted)
        self._end = QPushButton(_("Give up"), self)
        name(self._end, "importEnd", _("Give the import up"))
        self._end.clicked.connect(self.end_wanted)
        self._report = QPushButton(_("Report…"), self)
        name(self._report, "importReport", _("Report of the import"))
        self._report.clicked.connect(self.report_wanted)
        self._offered = (self._pause, self._go_on, self._end, self._report)
        for button in reversed(self._offered):
            self._put_first(button)

    def tell_running(self, message: str) -> None:
        """Tell that files are being taken in: it can be paused or given up."""
        self.busy(message)
        self._offer(self._pause, self._end)

    def tell_waiting(self, message: str) -> None:
        """Tell that an import has not ended: it can go on or be given up."""
        self.say(message)
        self._offer(self._go_on, self._end)

    def tell_given_up(self, message: str) -> None:
        """Tell that an import is no more: nothing can be done about it."""
        self.say(message)
        self._offer()

    def tell_ended(self, message: str, *, aloud: bool) -> None:
        """Tell how an import ended: there is a report; where that is on show, say nothing."""
        if aloud:
            self.say(message)
        else:
            self.show_words(message)
        self._offer(self._report)

    def _offer(self, *wanted: QPushButton) -> None:
        focus = QApplication.focusWidget()
        for button in wanted:
            button.show()
        if focus in self._offered and focus not in wanted:
            (*wanted, self._hide)[
                0
            ].setFocus()  # the button under the person's finger must not vanish
        for button in self._offered:
            button.setVisible(button in wanted)
