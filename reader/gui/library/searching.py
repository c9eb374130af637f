"""Searches that are filled in, kept by name, and shown among the views."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.app import Reader
from reader.gui.asking import Question, ask_line
from reader.gui.dialogs import open_dialog
from reader.gui.library.shelf import Shelf
from reader.gui.library.views import View
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.model.query import SavedSearch, Search
from reader.wording import language_name, publisher_name

if TYPE_CHECKING:
    from reader.gui.library.search_dialog import Offers


class Searching(QObject):
    """Asks for searches and remembers them; the shelf does the searching."""

    def __init__(
        self, reader: Reader, shelf: Shelf, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._library = reader.library
        self._shelving = reader.shelving
        self._shelf = shelf
        self._notice = notice
        self._ = translator
        shelf.views.add(self._saved)

    def fill_in(self) -> None:
        """Let the person fill a search in; raises `LibraryError`."""
        from reader.gui.library.search_dialog import SearchDialog

        words = self._shelf.panel.field.text().strip()
        dialog = SearchDialog(self._offers(), words, self._, self._window())
        dialog.wanted.connect(self._shelf.search_for)
        open_dialog(dialog)

    def save(self) -> None:
        """Ask for a name and keep the search that shows; tell where there is none."""
        query = self._shelf.query
        if not query:
            self._notice.say(self._("Search for something first; then the search can be kept."))
            return
        _ = self._
        called = _("Name of the search for “{words}”").format(words=query)
        question = Question(_("Keep the search"), called, _("Keep"), _("Cancel"), "keepSearch")
        ask_line(self._window(), question, query, lambda name: self._save(name, query))

    def forget(self) -> None:
        """Forget the kept search that shows; its articles stay."""
        same = [each for each in self._kept() if each.search.words == self._shelf.query]
        if not self._shelf.query or not same:
            self._notice.say(self._("The list shows no kept search."))
            return
        self._library.saved_searches.forget(same[0].identifier)
        self._shelf.refresh(())
        self._notice.say(self._("The search is forgotten: {name}").format(name=same[0].name))

    def _save(self, name: str, query: str) -> None:
        name = " ".join(name.split())
        if not name:
            return
        self._library.saved_searches.save(name, Search(query))
        self._shelf.refresh(())
        words = self._("The search is kept: {name}. It is in the choice of the view.")
        self._notice.say(words.format(name=name))

    def _kept(self) -> list[SavedSearch]:
        return self._library.saved_searches.all()

    def _saved(self) -> Iterable[View]:
        words = self._("Search: {name}")
        for each in self._kept():
            name = words.format(name=each.name)
            yield View(f"search:{each.identifier}", name, words=each.search.words)

    def _offers(self) -> "Offers":
        from reader.gui.library.search_dialog import Offers

        _ = self._
        lists = self._library.lists
        publishers = (
            (publisher_name(key, _), publisher_name(key, _)) for key in lists.publishers()
        )
        languages = ((language_name(code, _), code) for code in lists.languages())
        return Offers(
            sorted(publishers),
            sorted(languages),
            [(tag.name, tag.name) for tag in self._shelving.tags()],
        )

    def _window(self) -> QWidget:
        return self._notice.window()
