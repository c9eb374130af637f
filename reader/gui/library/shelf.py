"""The life of the left pane: what the list holds, searching it, read and unread, removing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.app import Reader
from reader.gui.dialogs import ask
from reader.gui.library.delegate import RowDelegate
from reader.gui.library.model import LibraryModel, Rows
from reader.gui.library.rows import Field, Row, RowWording, row_of
from reader.gui.library.view import LibraryPanel
from reader.gui.saying import announce
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.entry import Entry
from reader.model.query import Search
from reader.settings import RowReading

_MOST_HITS = 200


class EntryRows:
    """All entries as rows, each made when it is asked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, number: int, /) -> Row:
        return Row(self._entries[number])


class Shelf(QObject):
    """Fills the list and does what is asked of it."""

    chosen = Signal(int, object, bool)  # article, Position or None, whether the focus goes there
    emptied = Signal(bool)
    removed = Signal(int)

    def __init__(self, reader: Reader, translator: Translator) -> None:
        super().__init__()
        self._reader = reader
        self._ = translator
        self._wording = RowWording(translator)
        self.model = LibraryModel(self._wording, self)
        self.delegate = RowDelegate(self._wording)
        self.panel = LibraryPanel(self.model, self.delegate, translator)
        self._query = ""
        self._entries: Sequence[Entry] = ()
        self._before: QWidget | None = None
        panel = self.panel
        panel.list.entered.connect(lambda row: self._choose(row, focus=True))
        panel.list.clicked_row.connect(lambda row: self._choose(row, focus=False))
        panel.list.escaped.connect(self.end_search)
        panel.list.walked.connect(self._walk)
        panel.field.returnPressed.connect(self.search)
        panel.field.escaped.connect(self.end_search)
        panel.field.went_down.connect(panel.list.setFocus)
        panel.clear.clicked.connect(self.end_search)

    @property
    def current(self) -> int | None:
        """The article of the current row."""
        index = self.panel.list.currentIndex()
        return self.model.row(index.row()).entry.identifier if index.isValid() else None

    @property
    def query(self) -> str:
        """The words that the articles on show were searched for, or ""."""
        return self._query

    def show_all(self) -> None:
        """Show all articles, the search being over."""
        self.panel.field.clear()
        current = self.current
        self._show_all()
        self.point_at(current)

    def note_opened(self, identifier: int) -> None:
        """Show that an article has been opened."""
        self.model.set_read(identifier, read=True)
        with self.panel.list.silently():  # the article says its title, or the voice does
            self.point_at(identifier)
        if not self._query:
            self._show_count()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.delegate.set_palette(palette)
        self.panel.list.viewport().update()

    def read_rows(self, how: RowReading) -> None:
        """Have a screen reader say the rows whole or field by field from now on."""
        by_cells = how is RowReading.CELLS
        if by_cells != (self.model.field is not None):
            self.model.field = Field.TITLE if by_cells else None

    def reload(self) -> None:
        """Show what the library holds now, or what the search finds now."""
        current = self.current
        if self._query:
            self._show_hits(self._query)
        else:
            self._show_all()
        self.point_at(current)

    def catch_up(self) -> None:
        """Show what was added beside this window, by the command line for one."""
        if not self._query and self._reader.counts().total > len(self._entries):
            with self.panel.list.silently():
                self.reload()

    def point_at(self, identifier: int | None) -> None:
        """Make an article's row the current one, where the list has it."""
        row = self.model.find(identifier) if identifier is not None else None
        if row is not None:
            self.panel.list.go_to(row)

    def begin_search(self) -> None:
        """Put the focus into the search field; Escape will give it back."""
        focus = QApplication.focusWidget()
        if focus is not self.panel.field:
            self._before = focus
        self.panel.field.setFocus()
        self.panel.field.selectAll()

    def search(self) -> None:
        """Show the articles that hold all the words, and go to the first."""
        query = self.panel.field.text().strip()
        if not query:
            self.end_search()
            return
        found = self._show_hits(query)
        announce(self.panel.list, self.panel.count.text())
        if found:
            self.panel.list.go_to(0)
            self.panel.list.setFocus()

    def end_search(self) -> None:
        """Show all articles again and go back to where the person was before."""
        if self._query:
            self.show_all()
        self.panel.field.clear()
        before = self._before
        self._before = None
        target = before if before is not None and before.isVisible() else self.panel.list
        target.setFocus()

    def mark(self, identifier: int, *, read: bool) -> None:
        """Keep and show that an article is read or unread."""
        self._reader.set_read(identifier, read=read)
        self.model.set_read(identifier, read=read)
        if not self._query:
            self._show_count()

    def next_unread(self, start: int | None, step: int) -> int | None:
        """Return the next unread article below (1) or above (-1) another one."""
        row = self.model.find(start) if start is not None else None
        found = self.model.next_unread(-1 if row is None else row, step)
        return None if found is None else self.model.row(found).entry.identifier

    def unread(self) -> list[Entry]:
        """Return the unread articles of the list from its top."""
        return [entry for entry in self._entries if not self.model.is_read(entry)]

    def from_here(self) -> Sequence[Entry]:
        """Return the articles of the list from the current one on."""
        return self._entries[max(0, self.panel.list.currentIndex().row()) :]

    def ask_to_remove(self) -> None:
        """Remove the current article, after a question."""
        index = self.panel.list.currentIndex()
        if not index.isValid():
            return
        _ = self._
        entry = self.model.row(index.row()).entry
        question = _("Remove “{title}” from the library?").format(title=entry.title)
        ask(
            self.panel,
            question,
            _("Remove"),
            _("Cancel"),
            lambda: self._remove(entry.identifier, index.row()),
        )

    def _remove(self, identifier: int, row: int) -> None:
        self._reader.remove(identifier)
        self.reload()
        count = self.model.rowCount()
        if count:
            self.panel.list.go_to(min(row, count - 1))
        self.removed.emit(identifier)

    def _choose(self, number: int, *, focus: bool) -> None:
        row = self.model.row(number)
        self.chosen.emit(row.entry.identifier, row.position, focus)

    def _walk(self, step: int) -> None:
        """Say the next field of the row, at its ends the same once more."""
        index, field = self.panel.list.currentIndex(), self.model.field
        if field is None or not index.isValid():
            return
        fields = [each for each in Field if self._query or each is not Field.SNIPPET]
        number = fields.index(field) + step
        self.model.field = fields[min(max(number, 0), len(fields) - 1)]
        row = self.model.row(index.row())
        announce(self.panel.list, self._wording.named_cell(row, self.model.field))

    def _show_all(self) -> None:
        self._query = ""
        entries = self._entries = self._reader.entries()
        self._show_rows(EntryRows(entries), found=False)
        self._call(self._("News"))
        self._show_count()
        self.emptied.emit(not entries)

    def _show_hits(self, query: str) -> bool:
        self._query = query
        rows = [row_of(hit) for hit in self._reader.search(Search(query), _MOST_HITS)]
        self._entries = [row.entry for row in rows]
        self._show_rows(rows, found=True)
        self._call(self._("Found articles"))
        self._say_count(self._found(query, len(rows)))
        return bool(rows)

    def _show_rows(self, rows: Rows, *, found: bool) -> None:
        if not found and self.model.field is Field.SNIPPET:
            self.model.field = Field.TITLE
        self.delegate.with_snippets = found
        self.model.set_rows(rows)
        self.panel.clear.setVisible(found)
        self.panel.list.setEnabled(len(rows) > 0)

    def _call(self, title: str) -> None:
        self.panel.title.setText(title)

    def _found(self, query: str, count: int) -> str:
        _ = self._
        if not count:
            return _("Nothing found for “{words}”.").format(words=query)
        if count == _MOST_HITS:
            return _("The best {count} articles").format(count=count)
        return _.plural("{count} article", "{count} articles", count).format(count=count)

    def _show_count(self) -> None:
        _ = self._
        counts = self._reader.counts()
        words = _.plural("{unread} unread of {total}", "{unread} unread of {total}", counts.unread)
        if not counts.total:
            words = _("The library is empty.")
        self._say_count(words.format(unread=counts.unread, total=counts.total))

    def _say_count(self, words: str) -> None:
        self.panel.count.setText(words)
        # Orca calls a list by its label, other screen readers by its own name.
        called = f"{self.panel.title.text()}, {words}"
        self.panel.title.setAccessibleName(called)
        self.panel.list.setAccessibleName(called)
