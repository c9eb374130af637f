"""The dialog with all feeds that a person keeps; what is changed counts at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.app.feeds import Feeds
from reader.errors import KnownFeedError, ReaderError
from reader.gui.dialogs import ask, open_dialog, shown, warn
from reader.gui.feeds import files
from reader.gui.feeds.add_dialog import AddDialog
from reader.gui.feeds.asking import Asking
from reader.gui.feeds.catalogue_dialog import CatalogueDialog
from reader.gui.feeds.edit_dialog import EditDialog
from reader.gui.feeds.feeds_list import Sorting
from reader.gui.feeds.feeds_view import FeedsView
from reader.gui.feeds.rules_dialog import RulesDialog
from reader.gui.feeds.updating import Updating
from reader.gui.saying import AFTER_FOCUS, announce
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.feed import FoundFeed, KeptFeed
from reader.wording import explain

Titles = Callable[[list[int]], list[str]]


class FeedsDialog(FeedsView):
    """Lists the feeds with their unread articles and their state; Enter leads to a feed's news."""

    news_wanted = Signal(int)  # the feed
    report_wanted = Signal()
    changed = Signal()  # feeds have come, gone or been renamed

    def __init__(
        self,
        feeds: Feeds,
        updating: Updating,
        asking: Asking,
        titles: Titles,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translator, parent)
        self._feeds = feeds
        self._updating = updating
        self._asking = asking
        self._titles = titles
        self._palette: Palette | None = None
        self._words = ""
        self._rest = QTimer(self, singleShot=True, interval=AFTER_FOCUS)
        self._connect()
        self._show()
        self.fit_to_contents()
        (self.list if self.list.current else self.catalogue).setFocus()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._palette = palette
        self.list.delegate.set_palette(palette)

    def add_by_address(self) -> None:
        """Ask for the address of a feed or a page."""
        dialog = AddDialog(self._asking, self._known(), self._, self)
        self._open(dialog)
        dialog.wanted.connect(self._add)

    def choose(self) -> None:
        """Let feeds be chosen from the catalogue."""
        dialog = CatalogueDialog(self._known(), self._, self)
        self._open(dialog)
        dialog.wanted.connect(self._add)

    def edit_current(self) -> None:
        """Show the name and the address of the current feed, to be changed."""
        if (feed := self.list.current) is not None:
            self._open(EditDialog(feed, partial(self._keep, feed), self._, self))

    def pause_current(self) -> None:
        """Ask the current feed no more with the others, or again."""
        if (feed := self.list.current) is None:
            return
        paused = not feed.paused
        if self._done(lambda: self._feeds.kept.pause(feed.identifier, paused=paused)):
            words = self._("“{title}” is paused.") if paused else self._("“{title}” goes on.")
            self._show()
            self._tell(words.format(title=feed.title))

    def remove_current(self) -> None:
        """Forget the current feed, after a question."""
        if (feed := self.list.current) is not None:
            _ = self._
            question = _("Remove the feed “{title}”? Its articles stay in the library.")
            told = question.format(title=feed.title)
            self._show_at_once("")
            ask(self, told, _("&Remove"), _("&Keep it"), partial(self._remove, feed))

    def update_current(self) -> None:
        """Ask the current feed for news, a paused one too."""
        if (feed := self.list.current) is not None:
            self._updating.begin([feed.identifier])

    def show_rules(self) -> None:
        """Show the rules for new articles."""
        self._open(RulesDialog(self._feeds, self._titles, self._, self))

    def take_in(self, path: Path) -> None:
        """Keep the feeds of a list, and tell how many are new; nobody is asked."""
        try:
            new, known = self._feeds.read_list(path)
        except ReaderError as error:
            warn(self, explain(error, self._))
            return
        self._show(new[0].identifier if new else 0)
        words = self._("New feeds: {new}, kept already: {known}")
        self._tell(words.format(new=len(new), known=len(known)))
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the list of feeds for other programs; the file dialog has asked about the name."""
        title = self._("Feeds of Chetivo")
        if self._done(lambda: self._feeds.write_list(path, title, replace=True)):
            self._tell(self._("Saved: {path}").format(path=shown(path)))

    def _known(self) -> set[str]:
        return {feed.address for feed in self._feeds.kept.all()}

    def _add(self, found: Sequence[FoundFeed]) -> None:
        """Keep feeds that were chosen, and say how their news come."""
        _ = self._
        added: list[KeptFeed] = []
        for each in found:
            try:
                added.append(self._feeds.add_found(each))
            except KnownFeedError:  # meanwhile, by the command line for one
                continue
            except ReaderError as error:
                warn(self, explain(error, _))
                break
        self._show(added[0].identifier if added else 0)
        self.list.setFocus()
        words = _.plural(
            "Added: {title}. “Update” brings its news.",
            "{count} feeds added. “Update all” brings their news.",
            len(added),
        )
        title = added[0].title if added else ""
        self._tell(words.format(title=title, count=len(added)))
        self.changed.emit()

    def _keep(self, feed: KeptFeed, title: str, address: str) -> None:
        self._feeds.edit(feed.identifier, title, address)
        self._show(feed.identifier)
        self.changed.emit()

    def _remove(self, feed: KeptFeed) -> None:
        if self._done(partial(self._feeds.kept.remove, feed.identifier)):
            self._show()
            self._tell(self._("The feed “{title}” is removed.").format(title=feed.title))
            self.changed.emit()

    def _done(self, work: Callable[[], object]) -> bool:
        """Do something with the feeds; tell where it did not work."""
        try:
            work()
        except ReaderError as error:
            self._show()
            warn(self, explain(error, self._))
            return False
        return True

    def _open(self, dialog: AddDialog | CatalogueDialog | EditDialog | RulesDialog) -> None:
        if self._palette is not None and not isinstance(dialog, EditDialog):
            dialog.set_palette(self._palette)
        self._show_at_once("")  # it is no news when the person comes back
        open_dialog(dialog, self.focusWidget())

    def _show(self, towards: int = 0) -> None:
        """List the feeds as they are now, and stand on the one of a number."""
        feeds = self._feeds.kept.all()
        self.list.show_all(feeds, Sorting(self.sorting.currentData()), towards)
        had_focus = self.list.hasFocus()
        self.show_empty(empty=not feeds)
        if had_focus and not feeds:
            self.catalogue.setFocus()
        self._offer()

    def _renew(self) -> None:
        self.list.renew(self._feeds.kept.all())
        self._offer()

    def _offer(self) -> None:
        """Allow what can be done now."""
        busy = self._updating.is_under_way
        self.offer(self.list.current, busy=busy, report=bool(self._updating.updates) and not busy)

    def _tell(self, words: str) -> None:
        """Tell what was done, once the focus is back: a screen reader reads the dialog then."""
        self._words = words
        self._rest.start()

    def _show_told(self) -> None:
        self.told.setText(self._words)
        announce(self, self._words)

    def _show_at_once(self, words: str) -> None:
        """Show what is newer than anything that was still to be told."""
        self._rest.stop()
        self.told.setText(words)

    def _go(self) -> None:
        if (feed := self.list.current) is not None:
            self.accept()
            self.news_wanted.emit(feed.identifier)

    def _connect(self) -> None:
        table: dict[QPushButton, Callable[[], object]] = {
            self.news: self._go,
            self.add: self.add_by_address,
            self.catalogue: self.choose,
            self.edit: self.edit_current,
            self.pause: self.pause_current,
            self.remove: self.remove_current,
            self.update_one: self.update_current,
            self.update_all: self._updating.begin,
            self.stop: self._updating.cancel,
            self.rules: self.show_rules,
            self.take: lambda: files.ask_for_list(self, self._, self.take_in),
            self.hand_on: lambda: files.ask_where_to_save(self, self._, self.save),
            self.report: self.report_wanted.emit,
        }
        for button, slot in table.items():
            _on(button, slot)
        self.list.edit_pressed.connect(self.edit_current)
        self.list.delete_pressed.connect(self.remove_current)
        self.list.doubleClicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self.sorting.currentIndexChanged.connect(lambda _number: self._show())
        self.buttons.rejected.connect(self.reject)
        self._rest.timeout.connect(self._show_told)
        self._updating.told.connect(self._show_at_once)
        self._updating.changed.connect(self._renew)
        self._updating.came.connect(self._renew)


def _on(button: QPushButton, slot: Callable[[], object]) -> None:
    button.clicked.connect(lambda _checked: slot())
