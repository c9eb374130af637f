"""Having an original fetched that is not kept yet."""

from reader.gui.actions import Actions
from reader.gui.beside.beside import Beside
from reader.gui.reading import Reading


class Fetching:
    """Has an original fetched that something else needs: the dialog for its address opens.

    The network waits until the person answers there. What has been fetched from here is shown.
    """

    def __init__(self, beside: Beside, reading: Reading, actions: Actions) -> None:
        self._beside = beside
        self._reading = reading
        self._actions = actions
        self._wanted: int | None = None  # the article
        reading.original_kept.connect(self._show)

    def offer(self) -> None:
        """Ask where to fetch the original of the open article."""
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
