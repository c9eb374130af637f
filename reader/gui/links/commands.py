"""The entries of the menus that need the web, or the original of the open article."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.actions import Actions
from reader.gui.look import Look
from reader.gui.parts import Means, Parts

if TYPE_CHECKING:
    from reader.gui.links.web import Web


class LinkCommands(QObject):
    """Connects entries with what they do, which is loaded when it is first asked for."""

    def __init__(self, means: Means, parts: Parts, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._parts = parts
        self._look = look

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work."""
        actions.on("fetch_original", self.fetch_original)

    def fetch_original(self) -> None:
        """Fetch the original of the open article from where the person says."""
        self._web.originals.ask()

    @cached_property
    def _web(self) -> "Web":
        from reader.gui.links.web import Web

        return Web(self._means, self._parts, self._look)
