"""Having an original fetched that is not kept yet."""

from reader.gui.actions import Actions
from reader.gui.beside.beside import Beside
from reader.gui.dialogs import ask
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.i18n import Translator


class Fetching:
    """Tells that there is no original, and offers to fetch it: the network waits to be asked.

    What has been fetched from here is shown.
    """

    def __init__(
        self, beside: Beside, reading: Reading, notice: Notice, actions: Actions, _: Translator
    ) -> None:
        self._beside = beside
        self._reading = reading
        self._notice = notice
        self._actions = actions
        self._ = _
        self._wanted: int | None = None  # the article
        reading.original_kept.connect(self._show)

    def offer(self) -> None:
        """Ask whether to fetch the original of the open article."""
        _ = self._
        ask(
            self._notice.window(),
            _("No original of this article is kept. Fetch it from its page?"),
            _("&Fetch"),
            _("&Not now"),
            self._fetch,
        )

    def _fetch(self) -> None:
        self._wanted = self._reading.identifier
        self._actions["fetch_original"].trigger()

    def _show(self, identifier: int) -> None:
        if identifier != self._reading.identifier:
            return
        if identifier == self._wanted:
            self._wanted = None
            self._beside.open()
        else:
            self._beside.refresh()
