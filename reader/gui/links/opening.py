"""Opening what lies at an address: fetched off the window, then taken in like a file."""

from PySide6.QtCore import QObject

from reader.app.web import fetched
from reader.gui.dialogs import open_dialog
from reader.gui.intake import Intake
from reader.gui.links.address_dialog import OPEN, AddressDialog
from reader.gui.links.network import Network
from reader.i18n import Translator


class OpeningAddress(QObject):
    """Asks for addresses and references, and opens what they name."""

    def __init__(self, network: Network, intake: Intake, translator: Translator) -> None:
        super().__init__()
        self._network = network
        self._intake = intake
        self._ = translator

    def ask(self, text: str = "") -> None:
        """Ask what to open, with these words in the field."""
        dialog = AddressDialog(OPEN, text.strip(), self._, self._network.notice.window())
        dialog.wanted.connect(self.open)
        open_dialog(dialog)

    def open(self, wanted: str) -> None:
        """Fetch the document at an address, or behind a reference, and take it in."""
        words = self._("Fetching {address}…").format(address=wanted)
        self._network.run(
            words,
            lambda fetcher, watch: fetched(wanted, fetcher, watch=watch),
            self._intake.document,
        )
