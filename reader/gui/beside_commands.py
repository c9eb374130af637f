"""The entries of the menus for the original; what does their work is read in when first wanted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.gui.actions import Actions
from reader.gui.tools import Tools
from reader.model.position import Position
from reader.settings import Beside as Layout

if TYPE_CHECKING:
    from reader.gui.beside.desk import Desk


class BesideCommands(QObject):
    """Connects the entries with what shows, reads and mends an article beside its original."""

    fetch_wanted = Signal(object)  # what is done once the original that is lacking is kept

    def __init__(self, tools: Tools, actions: Actions) -> None:
        super().__init__(actions)
        self._tools = tools
        self._parts = tools.parts
        self._actions = actions
        self._desk: Desk | None = None
        table: dict[str, Callable[[Desk], None]] = {
            "side_by_side": lambda desk: desk.beside.toggle(),
            "alternating": lambda desk: desk.beside.alternate(),
            "same_sentence": lambda desk: desk.same.ask(),
            "mend_pair": lambda desk: desk.mending.ask(),
            "read_in_turn": lambda desk: desk.in_turn.toggle(),
        }
        for name, do in table.items():
            actions.on(name, partial(self._do, do))
        self._parts.shelf.chosen.connect(self._look_at)

    def play(self) -> None:
        """Read aloud or pause: the original, where the person reads that."""
        if self._desk is None or not self._desk.in_turn.read_original():
            self._parts.aloud.toggle()

    def _do(self, do: "Callable[[Desk], None]") -> None:
        do(self._made())
        self._show_state()

    def _look_at(self, identifier: int) -> None:
        """Show the original of a chosen article, once that is open, where it was found in there."""
        shelf = self._parts.shelf
        number = shelf.model.find(identifier)
        row = None if number is None else shelf.model.row(number)
        if row is not None and row.in_original and row.position is not None:
            show = partial(self._show_found, identifier, row.position, shelf.query)
            QTimer.singleShot(0, self, show)

    def _show_found(self, identifier: int, place: Position, query: str) -> None:
        if self._parts.reading.identifier == identifier:
            self._made().places.show_found(place, query)

    def _made(self) -> "Desk":
        if self._desk is None:
            from reader.gui.beside.desk import Desk

            tools = self._tools
            self._desk = Desk(tools.means, tools.parts, tools.panes, self._actions, self._fetch)
            self._desk.beside.changed.connect(self._show_state)
            tools.look.also(self._desk.set_look)
            tools.bindings.changed.connect(self._take_keys)
            self._take_keys()
        return self._desk

    def _fetch(self) -> None:
        """Have the original fetched from where the person says, and then shown."""
        self.fetch_wanted.emit(self._show_fetched)

    def _show_fetched(self) -> None:
        beside = self._made().beside
        if beside.layout is None:
            beside.open()

    def _take_keys(self) -> None:
        if self._desk is not None:
            self._desk.set_keys(self._tools.bindings.keymap)

    def _show_state(self) -> None:
        layout = None if self._desk is None else self._desk.beside.layout
        self._actions["side_by_side"].setChecked(layout is not None)
        self._actions["alternating"].setChecked(layout is Layout.ALTERNATING)
