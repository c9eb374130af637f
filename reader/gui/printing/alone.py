"""PDFs where there is no window, nor a screen for one: at the terminal."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from reader.exporters.pdf.contents import Together
from reader.gui.printing.pdf import write
from reader.model.article import Article
from reader.settings import Settings

_WITHOUT_SCREEN = ("chetivo", "-platform", "offscreen")


class Alone:
    """Writes articles as PDFs, and has Qt as long as it lives."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._qt = QGuiApplication.instance() or QGuiApplication([*_WITHOUT_SCREEN])

    def write(self, what: Article | Together, path: Path) -> None:
        """Write an article or several; raises `OSError`."""
        write(what, self._settings, path)
