"""Words of a search that stand in the original."""

from reader.app import sentence_at
from reader.gui.beside.beside import Beside
from reader.gui.beside.pairs import Side
from reader.model.leaves import leaves
from reader.model.position import Position
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
            view = self._beside.pane.view
            original = self._beside.original()
            if self._beside.shown is not None and original is not None:
                text = leaves(original)[place.block].text
                sentence = sentence_at(text, place.block, place.char)
                self._beside.shown.go(Side.ORIGINAL, place, sentence)
            view.mark_found(matches(view.outline().leaves, sought(query)))

        self._beside.open(go)
