"""The help of where one is: a page beside the library, or over the dialog that is in front."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.gui.application import application
from reader.gui.background import Background
from reader.gui.dialogs import open_dialog
from reader.gui.panes import ARTICLE, LIBRARY
from reader.gui.saying import announce
from reader.gui.tools import Tools
from reader.model.identifier import archive_of

if TYPE_CHECKING:
    from reader.app.manual import Manual
    from reader.model.archive import OpenArchive

_FIRST = "first-steps"
_KEY = "helpKey"
_PROGRAM = "reader.gui."


class Helping(QObject):
    """Opens the page about the part of the window that has the focus; once more, all pages.

    A dialog gets the key when it comes to the front.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.panes)
        self._tools = tools
        self._means, self._parts = tools.means, tools.parts
        self._background = Background(tools.parts.jobs, tools.parts.notice, tools.means.translator)
        self._manual: Manual | None = None
        application().focusChanged.connect(self._give_key)

    def show(self) -> None:
        """Open the page about where the focus is, or list all pages where one is open."""
        again = self._is_open()
        page = place(QApplication.focusWidget())
        done = self._list if again else partial(self._open, page)
        self._background.run(self._means.translator("Opening the help…"), self._made, done)

    def show_over(self, dialog: QDialog) -> None:
        """Show the page about a dialog in one of its own, for the window cannot be gone to."""
        from reader.app import manual
        from reader.gui.help.page_dialog import PageDialog

        if isinstance(dialog, PageDialog):
            announce(dialog, dialog.windowTitle())  # that a key was heard must be known
            return
        name = place(dialog)
        page = manual.article(name, self._pages()[name])
        open_dialog(PageDialog(page, self._tools, dialog))

    def _pages(self) -> dict[str, str]:
        from reader.gui.help.texts import filled

        return filled(self._tools.bindings.keymap, self._means.translator)

    def _made(self) -> "OpenArchive":
        from reader.app import version
        from reader.app.manual import Manual
        from reader.archive_wording import terms
        from reader.model.archive import Label

        _, means = self._means.translator, self._means
        if self._manual is None:
            self._manual = Manual(means.reader.archives, means.pages)
        return self._manual.open(self._pages(), Label(_("Help"), version(), terms(_)))

    def _is_open(self) -> bool:
        number = archive_of(self._parts.reading.identifier or 0)
        archives = self._means.reader.archives.all()
        return any(each.number == number and each.of_program for each in archives)

    def _open(self, page: str, _help: "OpenArchive") -> None:
        assert self._manual is not None  # noqa: S101  it has just been opened
        self._parts.reading.open(self._manual.page(page))
        self._tools.panes.go_home(ARTICLE)

    def _list(self, opened: "OpenArchive") -> None:
        self._parts.shelf.show_view(f"archive:{opened.number}", counted=False)
        self._tools.panes.go_home(LIBRARY)

    def _give_key(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        key = self._tools.bindings.keys("help")
        if not isinstance(dialog, QDialog) or not key:
            return
        # Of its own, for the dialogs over it are among its children.
        if dialog.findChild(QShortcut, _KEY, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            shortcut = QShortcut(QKeySequence(key[0]), dialog)
            shortcut.setObjectName(_KEY)
            shortcut.activated.connect(partial(self.show_over, dialog))


def place(widget: QWidget | None) -> str:
    """Return the name of the page about a widget, by what it is part of.

    What asks or tells anything is about the dialog that it is over.
    """
    from reader.gui.help.texts import Contents

    contents, names = Contents.load(), [name for each in _outwards(widget) for name in _names(each)]
    for places in (contents.places, contents.anywhere):
        if page := next((places[name] for name in names if name in places), None):
            return page
    return _FIRST


def _outwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _names(widget: QWidget) -> Iterator[str]:
    """Yield what a part of a window is known by, the nearest first."""
    kind = type(widget)
    yield from (widget.objectName(), kind.__name__)
    if widget.isWindow():  # what else has no name of its own is told of by what holds it
        yield kind.__module__.removeprefix(_PROGRAM).split(".")[0]
