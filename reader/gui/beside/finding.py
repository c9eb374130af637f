"""Words of a search that stand in the original."""

from reader.gui.beside.beside import Beside
from reader.gui.beside.pairs import Side
from reader.model.position import Extent, Position
from reader.text.matching import matches, sought


class Finding:
    """Shows the original at the words that were found in it."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside

    def show(self, place: Position, query: str) -> None:
        """Show the original beside the open article, and go to a place in it.

        Raises `LibraryError`.
        """

        def go() -> None:
            if self._beside.shown is not None:
                words = Extent(place.block, place.char, place.char)
                self._beside.shown.go(Side.ORIGINAL, place, words)
            view = self._beside.pane.view
            view.mark_found(matches(view.outline().leaves, sought(query)))

        self._beside.open(go)
