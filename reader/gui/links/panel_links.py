"""What the panel of links asks for: checking addresses, and putting them right."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from reader.app import Reader
from reader.app.originals import check_all, pairs
from reader.gui.dialogs import open_dialog
from reader.gui.links.address_dialog import ORIGINAL, AddressDialog
from reader.gui.links.network import Network
from reader.gui.original.rows import LinkRow
from reader.gui.parts import Parts
from reader.i18n import Translator
from reader.model.links import CheckedPair, Presence


class PanelLinks(QObject):
    """Keeps what is found of links, and what the person says of them, and shows it."""

    def __init__(
        self, reader: Reader, parts: Parts, network: Network, translator: Translator
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = parts.reading
        self._network = network
        self._panel = parts.links
        self._notice = network.notice
        self._ = translator

    def check(self) -> None:
        """Ask which of the open article's links exist; raises `ReadOnlyArchiveError`."""
        article, identifier = self._reading.article, self._reading.identifier
        if article is None or identifier is None:
            return
        self._reader.archives.refuse(identifier)
        found = pairs(article, self._reader.originals.known(identifier))
        self._network.run(
            self._("The links are being checked…"),
            partial(check_all, found),
            partial(self._keep, identifier),
        )

    def edit(self, row: LinkRow) -> None:
        """Let the person say where the original of a link is; raises `ReadOnlyArchiveError`."""
        identifier = self._reading.identifier
        if identifier is None:
            return
        self._reader.archives.refuse(identifier)
        dialog = AddressDialog(ORIGINAL, row.original or "", self._, self._notice.window())
        dialog.wanted.connect(partial(self._give_address, identifier, row.link))
        open_dialog(dialog)

    def show(self, identifier: int) -> None:
        """Show what is known of the links of an article, if it is open."""
        article = self._reading.article
        if article is not None and identifier == self._reading.identifier:
            self._panel.show_anew(article, self._reader.originals.known(identifier))

    def _give_address(self, identifier: int, link: str, address: str) -> None:
        self._reader.originals.give_address(identifier, link, address)
        self.show(identifier)
        _ = self._
        kept, concluded = _("The address is kept."), _("The address is concluded again.")
        self._notice.say(kept if address else concluded)

    def _keep(self, identifier: int, found: Mapping[str, CheckedPair]) -> None:
        self._reader.originals.keep_found(identifier, found)
        self.show(identifier)
        counts = Counter(
            each for pair in found.values() for each in (pair.bulgarian, pair.original)
        )
        words = self._.plural(
            "{count} link was checked. Addresses that exist: {there}, that do not: {missing}, "
            "without an answer: {silent}.",
            "{count} links were checked. Addresses that exist: {there}, that do not: {missing}, "
            "without an answer: {silent}.",
            len(found),
        )
        self._notice.say(
            words.format(
                count=len(found),
                there=counts[Presence.THERE],
                missing=counts[Presence.MISSING],
                silent=counts[Presence.NO_ANSWER] + counts[Presence.PRIVATE],
            )
        )
