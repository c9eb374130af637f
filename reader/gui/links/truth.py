"""Checking the open article against the page of the same announcement."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.app import Reader, own_pair
from reader.app.truth import at_hand, offers
from reader.app.web import fetched
from reader.gui.background import Background
from reader.gui.dialogs import file_dialog, open_dialog
from reader.gui.links.address_dialog import TRUTH, AddressDialog
from reader.gui.links.leading import Leading
from reader.gui.links.network import Network
from reader.gui.links.offers_dialog import OffersDialog
from reader.gui.parts import Parts
from reader.i18n import Translator
from reader.importers.incoming import from_file
from reader.model.article import Article
from reader.model.correction import Offer


class CheckingText(QObject):
    """Offers corrections by what the library has, or by a page that the person names."""

    def __init__(
        self,
        reader: Reader,
        parts: Parts,
        network: Network,
        background: Background,
        leading: Leading,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = parts.reading
        self._correcting = parts.correcting
        self._jobs = parts.jobs
        self._network = network
        self._background = background
        self._notice = background.notice
        self._leading = leading
        self._ = translator

    def check(self) -> None:
        """Check the open article, by the library first; raises `ReadOnlyArchiveError`."""
        article, identifier = self._reading.article, self._reading.identifier
        if article is None or identifier is None:
            return
        self._reader.archives.refuse(identifier)
        self._background.run(
            self._("The text is being checked…"),
            partial(at_hand, self._reader, identifier),
            partial(self._show_or_ask, identifier, article),
        )

    def look(self, identifier: int, command: str) -> None:
        """Tell in a line, without a word, if the library has corrections for an open article.

        Nobody has asked for it, so nothing is told of trouble.
        """
        self._jobs.run(
            partial(at_hand, self._reader, identifier),
            done=partial(self._mention, identifier, command),
            failed=lambda _error: None,
        )

    def _mention(self, identifier: int, command: str, found: Sequence[Offer]) -> None:
        elsewhere = identifier != self._reading.identifier or self._notice.work is not None
        if not found or elsewhere:
            return
        words = self._.plural(
            "The page of this announcement offers {count} correction. {command} shows it.",
            "The page of this announcement offers {count} corrections. {command} shows them.",
            len(found),
        ).format(count=len(found), command=command)
        self._notice.show_words(f"{self._notice.text} {words}".strip())

    def _show_or_ask(self, identifier: int, article: Article, found: Sequence[Offer]) -> None:
        if found:
            self._show(identifier, found)
            return
        own = own_pair(article)  # another one may be open by now
        dialog = AddressDialog(
            TRUTH, own.bulgarian or "" if own else "", self._, self._leading.window
        )
        dialog.wanted.connect(partial(self._check_address, identifier))
        dialog.file_wanted.connect(partial(self._ask_for_file, identifier))
        open_dialog(dialog)

    def _ask_for_file(self, identifier: int) -> None:
        _ = self._
        kinds = (_("Pages (*.html *.htm *.xhtml *.mhtml *.mht)"), _("All files (*)"))
        dialog = file_dialog(self._leading.window, _("Check against a page"), ";;".join(kinds), _)
        dialog.fileSelected.connect(lambda name: self.check_file(identifier, Path(name)))
        open_dialog(dialog)

    def check_file(self, identifier: int, path: Path) -> None:
        """Check an article against a saved page."""
        self._background.run(
            self._("The text is being checked…"),
            lambda: offers(self._reader, identifier, from_file(path)),
            partial(self._show, identifier),
        )

    def _check_address(self, identifier: int, address: str) -> None:
        self._network.run(
            self._("Fetching {address}…").format(address=address),
            lambda fetcher, watch: offers(
                self._reader, identifier, fetched(address, fetcher, watch=watch), watch
            ),
            partial(self._show, identifier),
        )

    def _show(self, identifier: int, found: Sequence[Offer]) -> None:
        if not found:
            self._notice.say(
                self._("Nothing to put right: the page reads the same, or tells of another thing.")
            )
            return
        dialog = OffersDialog(found, self._, self._leading.window)
        dialog.wanted.connect(partial(self._correcting.accept, identifier))
        self._leading.open(identifier, dialog)
