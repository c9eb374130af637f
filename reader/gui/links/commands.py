"""The entries of the menus that need the web, or the original of the open article."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.app import Opened
from reader.gui.actions import Actions
from reader.gui.original.rows import LinkRow
from reader.gui.tools import Tools
from reader.model.links import OWN_LINK
from reader.model.position import START

if TYPE_CHECKING:
    from reader.gui.links.web import Web

_REST = 1500  # milliseconds that an article is open before it is looked into


class LinkCommands(QObject):
    """Connects entries with what they do, which is loaded when it is first asked for."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._parts = tools.parts
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look_for_corrections)

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work."""
        actions.on("open_address", self.ask_for_address)
        actions.on("fetch_original", self.fetch_original)
        actions.on("check_text", self.check_text)
        actions.on("differences", self.show_differences)
        self._parts.reading.opened.connect(self._await_rest)
        self._parts.intake.address_given.connect(self.ask_for_address)
        self._parts.intake.address_wanted.connect(self.open_address)
        panel = self._parts.links
        panel.go_wanted.connect(self.go_to_link)
        panel.read_wanted.connect(self.open_address)
        panel.edit_wanted.connect(self.edit_original)
        panel.check_wanted.connect(self.check_links)

    def go_to_link(self, address: str) -> None:
        """Go to a link of the open article, or to its beginning, in the article."""
        self._parts.aloud.leave_off()
        view = self._parts.view
        links = (each for each in view.outline().links if each.address == address)
        link = next(links, None) if address != OWN_LINK else None
        if link is not None:
            view.go_to_link(link)
        else:
            view.jump(START)

    def edit_original(self, row: LinkRow) -> None:
        """Let the person say where the original of a link is."""
        self._web.links.edit(row)

    def check_links(self) -> None:
        """Ask which of the open article's links exist."""
        self._web.links.check()

    def ask_for_address(self, text: str = "") -> None:
        """Ask for an address, or a reference, to open; these words stand in the field."""
        self._web.opening.ask(text)

    def open_address(self, wanted: str) -> None:
        """Open what an address or a reference names."""
        self._web.opening.open(wanted)

    def fetch_original(self, then: Callable[[], object] = lambda: None) -> None:
        """Fetch the original of the open article from where the person says; then do this."""
        self._web.originals.ask(then)

    def check_text(self) -> None:
        """Check the open article against the page of the same announcement."""
        self._web.truth.check()

    def show_differences(self) -> None:
        """List where the open article differs from its original."""
        self._web.watching.show()

    def _await_rest(self, opened: Opened) -> None:
        """Look for corrections once an article that has an older version has been open a while."""
        self._rest.stop()
        if opened.entry.versions:
            self._rest.start()

    def _look_for_corrections(self) -> None:
        if (number := self._parts.reading.identifier) is not None:
            self._web.truth.look(number, self._tools.bindings.way("check_text"))

    @cached_property
    def _web(self) -> "Web":
        from reader.gui.links.web import Web

        return Web(self._tools.means, self._parts, self._tools.look)
