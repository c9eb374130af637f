"""Telling where reading stands: in a sentence, or in a list that can be gone through."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.texts import read_now, reads_beside
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator

if TYPE_CHECKING:
    from reader.gui.where import Where


_TWICE = 2  # seconds in which asking again means that one wants to know more


class Whereabouts(QObject):
    """Tells where reading stands; asked twice within two seconds, it lists all it knows."""

    def __init__(
        self,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._aloud = aloud
        self._views = [view]
        self._notice = notice
        self._keeper = keeper
        self._ = translator
        self._palette = LIGHT
        self._told: float | None = None
        self._said = ""
        self.clock = time.monotonic

    def set_palette(self, palette: Palette) -> None:
        """Draw the list in these colours from now on."""
        self._palette = palette

    def also(self, view: ArticleView) -> None:
        """Tell of a second text as well, where that is read."""
        self._views.append(view)

    def tell(self) -> None:
        """Say it in a sentence, or show the list where it has just been said."""
        where, now = self._where(), self.clock()
        if where is None:
            return
        if self._told is not None and now - self._told <= _TWICE:
            self.show()
        else:
            self._told, self._said = now, where.short()
            self._notice.say(self._said)

    def show(self) -> None:
        """Show all there is to tell in a list."""
        from reader.gui.where_dialog import WhereDialog

        self._told = None
        where = self._where()
        if where is not None:
            if self._notice.text == self._said:
                self._notice.clear()  # what it is about to say would be said of the list
            dialog = WhereDialog(where.lines(), self._, self._notice.window())
            dialog.set_palette(self._palette)
            open_dialog(dialog)

    def _where(self) -> "Where | None":
        from reader.gui.where import Where

        article = self._reading.article
        if article is None:
            return None
        place, rate = self._aloud.place(), self._keeper.current.rate
        if reads_beside(self._views):
            view = read_now(self._views)
            article, place = view.page().article, view.position()
        return Where(article, place, rate, self._)
