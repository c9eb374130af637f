"""Watching figures, dates, names and addresses: where the open article and its original differ."""

from functools import partial

from PySide6.QtCore import QObject

from reader.app import Paired, Reader, pair
from reader.gui.background import Background
from reader.gui.links.differences_dialog import DifferencesDialog
from reader.gui.links.fetching import FetchingOriginal
from reader.gui.links.leading import Leading
from reader.gui.reading import Reading
from reader.i18n import Translator


class Watching(QObject):
    """Lists what differs; without an original it asks where to fetch that first."""

    def __init__(
        self,
        reader: Reader,
        reading: Reading,
        originals: FetchingOriginal,
        leading: Leading,
        background: Background,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = reading
        self._originals = originals
        self._background = background
        self._leading = leading
        self._ = translator

    def show(self) -> None:
        """List what differs in the open article; raises `LibraryError`."""
        article, identifier = self._reading.article, self._reading.identifier
        if article is None or identifier is None:
            return
        original = self._reader.original(identifier)
        if original is None:
            self._originals.ask(self.show)
            return
        self._background.run(
            self._("The article is being compared with its original…"),
            partial(pair, article, original, self._reader.originals.pins(identifier)),
            partial(self._open, identifier),
        )

    def _open(self, identifier: int, paired: Paired) -> None:
        if not paired.differences:
            self._background.notice.say(
                self._("No figure, date, name or address differs from the original.")
            )
            return
        window = self._leading.window
        self._leading.open(identifier, DifferencesDialog(paired, self._, window))
