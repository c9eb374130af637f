"""The open article in the browser, with all that a browser and its screen reader can do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.app import Reader
from reader.gui.dialogs import warn
from reader.gui.notice import Notice
from reader.gui.original.panel import no_browser
from reader.i18n import Translator
from reader.model.entry import Entry
from reader.model.position import Position


class Browsing:
    """Opens addresses and articles in the system's browser, and tells where there is none."""

    def __init__(
        self,
        reader: Reader,
        notice: Notice,
        translator: Translator,
        pages: Path,
        browse: Callable[[str], bool],
    ) -> None:
        self._reader = reader
        self._notice = notice
        self._ = translator
        self._pages = pages
        self._browse = browse

    def read(self, entry: Entry, place: Position) -> None:
        """Open an article as a page, at a place.

        Raises `TargetError` where the page cannot be written.
        """
        address = self._reader.write_page(entry.identifier, place, self._pages)
        if self.open(address):
            self._notice.say(self._("The article opens in the browser."))

    def open(self, address: str) -> bool:
        """Open an address; tell the person, and return False, where no browser opens."""
        opened = self._browse(address)
        if not opened:
            warn(self._window(), no_browser(self._))
        return opened

    def _window(self) -> QWidget:
        return self._notice.window()
