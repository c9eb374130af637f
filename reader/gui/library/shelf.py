"""The life of the left pane: what the list shows, searching, pointing, read and unread."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.app import Reader
from reader.gui.library.amounts import MOST_HITS, found, held
from reader.gui.library.arranging import arranged
from reader.gui.library.delegate import RowDelegate
from reader.gui.library.fetching import Fetching
from reader.gui.library.model import LibraryModel
from reader.gui.library.paged_rows import PagedRows
from reader.gui.library.rows import Field, RowWording
from reader.gui.library.view import LibraryPanel
from reader.gui.library.views import ALL, View, Views
from reader.gui.library.walking import Walking
from reader.gui.saying import announce
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.entry import Counts
from reader.model.query import EVERYWHERE, Arrangement, Filter, Grouping, Search
from reader.settings import RowReading, Settings


class Shelf(QObject):
    """Fills the list and does what is asked of it."""

    # article (beyond 32 bits in an archive), Position or None, whether the focus goes there
    chosen = Signal(object, object, bool)
    emptied = Signal(bool)
    shown = Signal(object)  # View: that which the list shows from now on
    failed = Signal(object)  # LibraryError: rows could not be read; told once for a list

    def __init__(self, reader: Reader, keeper: SettingsKeeper, translator: Translator) -> None:
        super().__init__()
        self._reader = reader
        self._keeper = keeper
        self._ = translator
        self._wording = RowWording(translator)
        self.model = LibraryModel(self._wording, self)
        self.delegate = RowDelegate(self._wording)
        self.panel = LibraryPanel(self.model, self.delegate, translator)
        self.views = Views(reader.shelving, translator)
        Walking(self.panel.list, self.model, self._wording, reader.shelving, translator)
        self.view = View(ALL, "")
        self._fetching = Fetching(reader.shelving)
        self._query, self._counts, self._listed_of = "", Counts(0, 0), 0
        self._arranged_by = (keeper.current.order, keeper.current.grouping)
        self._connect()

    @property
    def current(self) -> int | None:
        """The article of the current row."""
        index = self.panel.list.currentIndex()
        return self.model.identifier(index.row()) if index.isValid() else None

    @property
    def selected(self) -> list[int]:
        """The articles of the selected rows from the top, else that of the current one."""
        return [self.model.identifier(row) for row in self.panel.list.selected_rows()]

    @property
    def has_focus(self) -> bool:
        """Whether the focus is in the list, or beside one that has no rows."""
        rows, focus = self.panel.list, QApplication.focusWidget()
        return rows.hasFocus() or (not rows.isEnabled() and focus is self.panel.views)

    @property
    def query(self) -> str:
        """The words that the articles on show were searched for, or ""."""
        return self._query

    def show_all(self) -> None:
        """Show the view of the settings, the search being over."""
        self.panel.field.clear()
        current = self.current
        self._show_view(self.views.find(self._keeper.current.view))
        self.point_at(current)
        self.panel.list.tell_row()  # another one, where the view lacks that of the search

    def show_view(self, key: str, *, counted: bool = True) -> None:
        """Show another view from now on, the search being over; say how much it holds, or not."""
        view, was_here = self.views.find(key), self.panel.list.hasFocus()
        self.panel.field.setText(view.words)
        if view.words:  # who walks through the views stays there
            self._show_hits(view.words)
        else:
            self._show_view(view)
            self._keeper.change(view=self.view.key)
            self.panel.list.tell_row()
        if counted:
            self.panel.tell_count(was_here=was_here)

    def show_article(self, identifier: int) -> None:
        """Show a view that has an article: the present one where it does."""
        self.show_all()
        if self.model.find(identifier) is None:
            self._show_view(self.views.find(ALL))
        self.point_at(identifier)

    def note_opened(self, identifier: int) -> None:
        """Show that an article has been opened."""
        self.model.refresh((identifier,))
        with self.panel.list.silently():  # the article says its title, or the voice does
            self.point_at(identifier)
        self._count()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.delegate.set_palette(palette)
        self.panel.list.viewport().update()

    def follow(self, settings: Settings) -> None:
        """Have the rows said as the person wants it, and be in the order that they want."""
        by_cells = settings.rows is RowReading.CELLS
        if by_cells != (self.model.field is not None):
            self.model.field = Field.TITLE if by_cells else None
        if (settings.order, settings.grouping) != self._arranged_by and not self._query:
            self.reload()

    def reload(self, towards: int | None = None) -> None:
        """Show what there is now; the current row stays, else the next left, or `towards`."""
        row = self.panel.list.currentIndex().row()
        onwards = self.model.rows.ids[row:] if row >= 0 else ()
        if self._query:
            self._show_hits(self._query)
        else:
            self._show_view(self.views.find(self.view.key))
        wanted = (*(() if towards is None else (towards,)), *onwards)
        if wanted and self.model.rowCount():
            self._go_to(self.model.rows.first_left(wanted))

    def refresh(self, identifiers: Sequence[int]) -> None:
        """Show articles as they are now, in the rows where they are."""
        self.model.refresh(identifiers)
        self._count(anew=True)

    def catch_up(self) -> None:
        """Show what was added or removed beside this window, by the command line for one."""
        if not self._query and self._reader.counts().total != self._listed_of:
            with self.panel.list.silently():
                self.reload()

    def point_at(self, identifier: int | None) -> None:
        """Make an article's row the current one, where the list has it."""
        row = self.model.find(identifier) if identifier is not None else None
        if row is not None:
            self._go_to(row)

    def search(self) -> None:
        """Show the articles that hold all the words, and go to the first."""
        query = self.panel.field.text().strip()
        if not query:
            self.end_search()
            return
        was_here = self.panel.list.hasFocus()
        if self._show_hits(query):
            self._go_to(0)
            self.panel.list.setFocus()
            self.panel.tell_count(was_here=was_here)
        else:
            announce(self.panel.list, self.panel.count.text())

    def search_for(self, words: str) -> None:
        """Search for words that were not typed into the field, as if they had been."""
        self.panel.field.setText(words)
        self.search()

    def end_search(self) -> None:
        """Show the view again and go back to where the person was before."""
        if self._query:
            self.show_all()
        self.panel.field.clear()
        self.panel.go_back()

    def next_unread(self, start: int | None, step: int) -> int | None:
        """Return the next unread article below (1) or above (-1) another one."""
        row = self.model.find(start) if start is not None else None
        first = (-1 if row is None else row) + step
        end = self.model.rowCount() if step > 0 else -1
        unread = self.model.rows.first_of(self._unread(), range(first, end, step))
        return None if unread is None else self.model.identifier(unread)

    def unread(self) -> list[int]:
        """Return the unread articles of the list from its top."""
        unread = self._unread()
        return [identifier for identifier in self.model.rows.ids if identifier in unread]

    def from_here(self) -> Sequence[int]:
        """Return the selected articles where they are several, else those from here on."""
        selected = self.selected
        if len(selected) > 1:
            return selected
        return self.model.rows.ids[max(0, self.panel.list.currentIndex().row()) :]

    def title(self, identifier: int) -> str:
        """Return what an article is called, as the list knows it."""
        row = self.model.find(identifier)
        if row is not None:
            return self._wording.title(self.model.row(row))
        return next((each.title for each in self._fetching.entries((identifier,))), "")

    def _connect(self) -> None:
        panel = self.panel
        self._fetching.failed.connect(self.failed)
        panel.list.entered.connect(lambda row: self._choose(row, focus=True))
        panel.list.clicked_row.connect(lambda row: self._choose(row, focus=False))
        panel.list.escaped.connect(self.end_search)
        panel.field.returnPressed.connect(self.search)
        panel.field.escaped.connect(self.end_search)
        panel.field.went_down.connect(panel.list.setFocus)
        panel.views.chosen.connect(self.show_view)
        panel.clear.clicked.connect(self.end_search)

    def _go_to(self, row: int) -> None:
        if row != self.panel.list.currentIndex().row():
            self.panel.list.go_to(row)
        self.panel.list.tell_row()

    def _choose(self, number: int, *, focus: bool) -> None:
        row = self.model.row(number)
        self.chosen.emit(row.entry.identifier, None if row.in_original else row.position, focus)

    def _unread(self) -> set[int]:
        shown = self.view.filter
        wanted = Filter(read=False, binned=shown.binned, archive=shown.archive)
        return set(self._reader.shelving.arranged(wanted).ids)

    def _show_view(self, view: View) -> None:
        now = self._keeper.current
        self._query, self._arranged_by = "", (now.order, now.grouping)
        order, grouping = (view.order, Grouping.NONE) if view.order else self._arranged_by
        articles = arranged(self._reader.shelving, view, order, grouping, self._)
        self._show_rows(PagedRows(articles, self._fetching, grouping))
        changed, self.view = view.key != self.view.key, view
        self._counts = self._reader.counts()
        self._listed_of = self._counts.total
        self._offer_views()
        self._tell_amount()
        if changed:
            self.shown.emit(view)
        self.emptied.emit(not articles.ids and self._reader.shelving.is_empty())

    def _show_hits(self, query: str) -> bool:
        self._query = query
        where = Filter(archive=self.view.filter.archive or EVERYWHERE)
        best = self._reader.search(Search(query, filter=where), MOST_HITS)
        hits = {hit.entry.identifier: hit for hit in best}
        articles = Arrangement(array("q", hits))
        self._show_rows(PagedRows(articles, self._fetching, hits=hits))
        words = found(query, len(hits), self._)
        self.panel.call(self._("Found articles"), words, found=True)
        self._offer_views()
        return bool(hits)

    def _show_rows(self, rows: PagedRows) -> None:
        if not rows.are_found and self.model.field is Field.SNIPPET:
            self.model.field = Field.TITLE
        rows_widget = self.panel.list
        left_empty = rows_widget.hasFocus() and not len(rows)
        self._fetching.begin()
        self.delegate.with_snippets = rows.are_found
        self.delegate.grouping = rows.grouping
        with rows_widget.silently():  # the row that is gone to in the end is the one to be heard
            self.model.set_rows(rows)
        self.panel.clear.setVisible(rows.are_found)
        rows_widget.setEnabled(len(rows) > 0)
        if left_empty:
            self.panel.views.setFocus()

    def _offer_views(self) -> None:
        views = self.views.all()
        kept = [view for view in views if view.words and view.words == self._query]
        self.panel.views.offer(views, kept or [self.view])

    def _count(self, *, anew: bool = False) -> None:
        """Count again; where that differs, views are called otherwise: those of feeds tell it."""
        before, self._counts = self._counts, self._reader.counts()
        if anew or self._counts != before:
            if self.view.filter.feed is not None:
                self.view = self.views.find(self.view.key)
            self._offer_views()
        if not self._query:
            self._tell_amount()

    def _tell_amount(self) -> None:
        """Tell how much there is in the view; of all news how much is unread."""
        called = self._("News") if self.view.key == ALL else self.view.name
        amount = held(self.view, self.model.rowCount(), self._counts, self._)
        self.panel.call(called, amount, found=False)
