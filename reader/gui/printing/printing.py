"""The open article on paper: seen before, and printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.errors import SettingsError
from reader.gui.dialogs import open_dialog, warn
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.exportform import ExportForm
from reader.wording import explain


class Printing(QObject):
    """Opens the dialog of printing; nothing of it is loaded before."""

    def __init__(
        self,
        reading: Reading,
        keeper: SettingsKeeper,
        notice: Notice,
        translator: Translator,
        export: Callable[[ExportForm], object],
    ) -> None:
        """`export` is asked where the article is to become a PDF."""
        super().__init__()
        self._reading = reading
        self._keeper = keeper
        self._notice = notice
        self._ = translator
        self._export = export

    def show(self) -> None:
        """Show the open article as it is printed, and print it if the person wants that."""
        from reader.gui.printing.dialog import PrintDialog
        from reader.gui.printing.printers import printers  # Qt's printing is large

        article = self._reading.article
        if article is None:
            return
        window = self._notice.window()
        dialog = PrintDialog(article, self._keeper.current, printers(), self._, window)
        dialog.printed.connect(self._tell_printed)
        dialog.sized.connect(self._keep_size)
        dialog.pdf_wanted.connect(lambda: self._export(ExportForm.PDF))
        open_dialog(dialog)

    def _tell_printed(self, printer: str) -> None:
        words = self._("The article has been sent to the printer “{printer}”.")
        self._notice.say(words.format(printer=printer))

    def _keep_size(self, points: int) -> None:
        try:
            self._keeper.change(print_size=points)
        except SettingsError as error:
            warn(self._notice.window(), explain(error, self._))
