"""Fetching the original of the open article and keeping it."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject

from reader.app import Reader
from reader.gui.dialogs import open_dialog
from reader.gui.links.network import Network
from reader.gui.links.original_dialog import OriginalDialog
from reader.gui.look import Look
from reader.gui.reading import Reading
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.links import OWN_LINK

_Then: TypeAlias = Callable[[], object]


class FetchingOriginal(QObject):
    """Asks for the address of an original, fetches it and tells how that went."""

    def __init__(
        self,
        reader: Reader,
        reading: Reading,
        network: Network,
        look: Look,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = reading
        self._network = network
        self._look = look
        self._notice = network.notice
        self._ = translator

    def ask(self, then: _Then = lambda: None) -> None:
        """Ask where the original of the open article is, and fetch it from there.

        `then` comes once it is kept, if the article is still open. Raises `ReaderError`.
        """
        identifier = self._reading.identifier
        if identifier is None:
            return
        self._reader.archives.refuse(identifier)
        places, kept = self._reader.originals.places(identifier), self._reader.original(identifier)
        title = kept.title if kept else None
        dialog = OriginalDialog(places, title, self._, self._notice.window())
        dialog.set_palette(self._look.palette)
        dialog.wanted.connect(partial(self._fetch, identifier, then))
        open_dialog(dialog)

    def _fetch(self, identifier: int, then: _Then, address: str) -> None:
        self._network.run(
            self._("The original is being fetched…"),
            lambda fetcher, watch: self._reader.originals.fetch(
                identifier, fetcher, address, watch
            ),
            partial(self._keep, identifier, address, then),
        )

    def _keep(self, identifier: int, address: str, then: _Then, original: Article) -> None:
        """Tell that the original is kept; where it was is kept, too, if nothing else told that."""
        known = [each.address for each in self._reader.originals.places(identifier)]
        if address not in known:
            self._reader.originals.give_address(identifier, OWN_LINK, address)
        words = self._("The original is kept with the article: {title}")
        self._notice.say(words.format(title=original.title))
        self._reading.original_kept.emit(identifier)
        if identifier == self._reading.identifier:
            then()
