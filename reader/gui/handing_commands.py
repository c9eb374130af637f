"""The entries of the menus that hand articles on; what does the work is read in when wanted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.actions import Actions
from reader.gui.tools import Tools

if TYPE_CHECKING:
    from reader.gui.handing_on.desk import Desk


class HandingCommands(QObject):
    """Connects the entries with exports, printing and copying."""

    def __init__(self, tools: Tools, actions: Actions) -> None:
        super().__init__(actions)
        self._tools = tools
        self._desk: Desk | None = None
        table: dict[str, Callable[[Desk], None]] = {
            "export": lambda desk: desk.exporting.show(),
            "record": lambda desk: desk.exporting.show_spoken(),
            "export_folder": lambda desk: desk.exporting.open_folder(),
            "print": lambda desk: desk.printing.show(),
            "copy_markdown": lambda desk: desk.copying.as_markdown(),
            "copy_text": lambda desk: desk.copying.as_text(),
            "copy_html": lambda desk: desk.copying.as_html(),
        }
        for name, do in table.items():
            actions.on(name, partial(self._do, do))

    def _do(self, do: "Callable[[Desk], None]") -> None:
        if self._desk is None:
            from reader.gui.handing_on.desk import make_desk

            tools = self._tools
            way = partial(tools.bindings.way, "export_folder")
            self._desk = make_desk(tools.means, tools.parts, way)
        do(self._desk)
