"""Places in the original that are come to from elsewhere: those of a search, or left by a jump."""

from reader.gui.beside.beside import Beside
from reader.gui.beside.pairs import Side
from reader.gui.find.find import Find
from reader.gui.visits import Visits
from reader.model.position import Position


class Places:
    """Shows the original at a place, and has places that jumps leave there remembered."""

    def __init__(self, beside: Beside, find: Find, visits: Visits) -> None:
        self._beside = beside
        self._find = find
        self._visits = visits
        visits.also(self)
        beside.pane.view.leaving.connect(self._note)

    def show_found(self, place: Position, query: str) -> None:
        """Show the original at words that were found in it; raises `LibraryError`."""

        def go() -> None:
            if self._beside.shown is not None:
                self._beside.shown.go(Side.ORIGINAL, place)
                self._find.use(query, view=self._beside.pane.view)

        self._beside.open(go)

    def read_at(self) -> Position | None:
        """Return the place in the original, where that is on show and read."""
        side, place = self._beside.where()
        return place if self._beside.shown is not None and side is Side.ORIGINAL else None

    def come(self, place: Position) -> None:
        """Come to a place in the original, beside the open article; raises `LibraryError`."""

        def come() -> None:
            if (shown := self._beside.shown) is not None:
                self._beside.pane.view.come(shown.place(Side.ORIGINAL, place))

        if self._beside.shown is None:
            self._beside.open(come)
        else:
            come()

    def _note(self, place: Position) -> None:
        if (shown := self._beside.shown) is not None:
            side, place = shown.source(place)
            self._visits.note(place, in_original=side is Side.ORIGINAL)
