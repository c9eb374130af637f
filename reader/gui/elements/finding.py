"""Going to an element of the open article by its list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.texts import read_now
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.position import Position
from reader.paths import resource

if TYPE_CHECKING:
    from reader.text.elements import Element, Elements, Sort


class Finding(QObject):
    """Lists what the text that is read holds, and leads to what is chosen."""

    def __init__(
        self,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._aloud = aloud
        self._views = [view]
        self._notice = notice
        self._ = translator
        self._palette = LIGHT
        self._sort: Sort | None = None
        self._known: tuple[Article, Elements] | None = None

    def set_palette(self, palette: Palette) -> None:
        """Draw the list in these colours from now on."""
        self._palette = palette

    def also(self, view: ArticleView) -> None:
        """List what a second text holds as well, where that is read."""
        self._views.append(view)

    def show(self, sort: "Sort | None" = None) -> None:
        """List what the text that is read holds, at the place that is being read.

        Without a sort, that which was listed last.
        """
        from reader.gui.elements.dialog import ElementsDialog
        from reader.gui.elements.words import Wording
        from reader.text.abbreviations import load_rules

        identifier = self._reading.identifier
        if identifier is None:
            return
        view = read_now(self._views)
        self._aloud.leave_off()
        found = self._elements(view.page().article)
        if not found:
            self._notice.say(self._("The text has no headings, links or anything else to list."))
            return
        rules = load_rules(resource("abbreviations_bg.json"))
        wording = Wording(view.outline().leaves, rules, self._)
        dialog = ElementsDialog(found, wording.row, view.position(), self._, view.window())
        dialog.set_palette(self._palette)
        dialog.choose(sort or self._sort)
        dialog.finished.connect(lambda _result: self._keep(dialog.sort))
        dialog.chosen.connect(partial(self._go, view, identifier))
        open_dialog(dialog)

    def show_contents(self) -> None:
        """List the headings."""
        from reader.text.elements import Sort

        self.show(Sort.HEADING)

    def _elements(self, article: Article) -> "Elements":
        """Return the elements; those of the article that was asked for last are known."""
        from reader.text.elements import elements

        if self._known is None or self._known[0] is not article:
            self._known = article, elements(article)
        return self._known[1]

    def _keep(self, sort: "Sort") -> None:
        self._sort = sort

    def _go(self, view: ArticleView, identifier: int, element: "Element") -> None:
        from reader.text.elements import Sort

        self._reading.return_to(identifier)
        if view is not self._views[0] and not view.isVisible():
            return  # the original has been put away meanwhile
        block, start = element.extent.block, element.extent.start
        links = view.outline().links if element.sort is Sort.LINK else ()
        link = next((each for each in links if (each.block, each.start) == (block, start)), None)
        if link is not None:
            view.go_to_link(link)
        else:
            view.jump(Position(block, start))
