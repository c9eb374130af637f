"""Words of a search that stand in the original."""

from reader.gui.beside.beside import Beside
from reader.gui.beside.pairs import Side
from reader.gui.find.find import Find
from reader.model.position import Position


class Finding:
    """Shows the original at the words that were found in it."""

    def __init__(self, beside: Beside, find: Find) -> None:
        self._beside = beside
        self._find = find

    def show(self, place: Position, query: str) -> None:
        """Show the original beside the open article, and go to a place in it.

        Raises `LibraryError`.
        """

        def go() -> None:
            if self._beside.shown is not None:
                self._beside.shown.go(Side.ORIGINAL, place)
                self._find.use(query, view=self._beside.pane.view)

        self._beside.open(go)
