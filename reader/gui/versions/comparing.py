"""Telling what changed in the open article since an older version of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.app import Reader, changes
from reader.gui.article.view import ArticleView
from reader.gui.background import Background
from reader.gui.dialogs import open_dialog
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.position import Position

if TYPE_CHECKING:
    from reader.model.version import Change, Version


class Comparing(QObject):
    """Shows the changes in a dialog, whose rows lead to their places in the article."""

    def __init__(
        self,
        reader: Reader,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        background: Background,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = reading
        self._aloud = aloud
        self._view = view
        self._background = background
        self._ = translator
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw the dialog in these colours from now on."""
        self._palette = palette

    def show(self) -> None:
        """Show what changed in the open article; raises `LibraryError`."""
        identifier = self._reading.identifier
        if identifier is None:
            return
        self._aloud.leave_off()
        versions = self._reader.versions(identifier)
        if not versions:
            self._background.notice.say(self._("There is no older version of this article."))
            return
        done = partial(self._open, identifier, versions)
        self._compare(identifier, done, versions[0].number)

    def _compare(
        self, identifier: int, done: "Callable[[Sequence[Change]], None]", number: int
    ) -> None:
        words = self._("The versions are being compared…")
        self._background.run(
            words, partial(changes, self._reader.library, identifier, number), done
        )

    def _open(
        self, identifier: int, versions: "Sequence[Version]", found: "Sequence[Change]"
    ) -> None:
        from reader.gui.versions.dialog import ChangesDialog

        dialog = ChangesDialog(versions, found, self._, self._view.window())
        dialog.set_palette(self._palette)
        dialog.chosen.connect(partial(self._go, identifier))
        dialog.wanted.connect(partial(self._compare, identifier, dialog.take))
        dialog.finished.connect(lambda _result: self._background.give_up())
        open_dialog(dialog)

    def _go(self, identifier: int, place: Position) -> None:
        self._reading.return_to(identifier)
        self._view.go(place)
