"""The feeds in the window: their views in the list, their dialogs, and their updates.

Whatever touches the network is loaded only when a person asks for it.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.app import Reader
from reader.gui.dialogs import open_dialog
from reader.gui.jobs import JobRunner
from reader.gui.library.shelf import Shelf
from reader.gui.library.views import View
from reader.gui.notice import Notice
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.query import Filter
from reader.settings import Settings, Updates

if TYPE_CHECKING:
    from reader.app.feeds import Feeds
    from reader.gui.feeds.feeds_dialog import FeedsDialog
    from reader.gui.feeds.updating import Updating
    from reader.model.feed import Updated

MakeFeeds = Callable[[], "Feeds"]
_AFTER_START = 5000  # milliseconds: nothing of it may delay the window
_HOUR = 3_600_000
_EVERY = {Updates.HOURLY: _HOUR, Updates.SIX_HOURS: 6 * _HOUR}


class Following(QObject):
    """Shows the feeds and what can be done with them, and has them asked for news."""

    news_shown = Signal()  # the list shows the news of a feed

    def __init__(
        self,
        make_feeds: MakeFeeds | None,
        reader: Reader,
        shelf: Shelf,
        keeper: SettingsKeeper,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._make_feeds = make_feeds
        self._reader = reader
        self._shelf = shelf
        self._keeper = keeper
        self._notice = notice
        self._ = translator
        self._palette: Palette = LIGHT
        self._way_to_report = ""
        self._feeds: Feeds | None = None
        self._updates, self._questions = JobRunner(self), JobRunner(self)
        self._dialog: FeedsDialog | None = None
        self._updating: Updating | None = None
        self._begun = False
        self._first = QTimer(self, singleShot=True)
        self._by_itself = QTimer(self)
        for timer in (self._first, self._by_itself):
            timer.timeout.connect(self._update_by_itself)
        shelf.views.add(self._views)
        keeper.changed.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        """Whether feeds are being asked."""
        return self._updating is not None and self._updating.is_under_way

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self._palette = palette

    def set_way_to_report(self, command: str) -> None:
        """Name the key or the command that shows how an update went."""
        self._way_to_report = command
        if self._updating is not None:
            self._updating.set_way_to_report(command)

    def begin(self) -> None:
        """Ask for news now and from now on, if the person has chosen that in the settings."""
        self._begun = True
        if self._keeper.current.updates is not Updates.NEVER:
            self._first.start(_AFTER_START)
        self._follow(self._keeper.current)

    def close(self) -> None:
        """Give up what is under way, and wait for that."""
        self._begun = False
        self._first.stop()
        self._by_itself.stop()
        if self._updating is not None:
            self._updating.close()
        for lane in (self._updates, self._questions):
            lane.close()

    def show(self) -> "FeedsDialog | None":
        """Show the feeds."""
        updating, feeds = self._ready(), self._feeds
        if updating is None or feeds is None:
            return None
        from reader.gui.feeds.asking import Asking
        from reader.gui.feeds.feeds_dialog import FeedsDialog

        asking = Asking(feeds, self._questions, self._)
        dialog = FeedsDialog(feeds, updating, asking, self._titles, self._, self._window())
        dialog.set_palette(self._palette)
        dialog.news_wanted.connect(self._show_news)
        dialog.report_wanted.connect(self.show_report)
        dialog.changed.connect(lambda: self._shelf.refresh(()))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        open_dialog(dialog)
        return dialog

    def add(self) -> None:
        """Show the feeds, and ask for the address of another one."""
        if (dialog := self.show()) is not None:
            dialog.add_by_address()

    def update(self) -> None:
        """Ask all feeds for news."""
        if (updating := self._ready()) is not None:
            updating.begin()

    def show_report(self) -> None:
        """Show how the last update went."""
        updating = self._updating
        if updating is None or updating.is_under_way or not updating.updates:
            self._notice.say(self._("There has been no update yet."))
            return
        from reader.feed_wording import updates_in_words
        from reader.gui.feeds.report_dialog import UpdateReportDialog

        title = updates_in_words(updating.updates, self._)
        dialog = UpdateReportDialog(updating.updates, title, self._, self._dialog or self._window())
        dialog.set_palette(self._palette)
        dialog.news_wanted.connect(self._show_news)
        dialog.again_wanted.connect(partial(self._try_again, updating.updates))
        open_dialog(dialog)

    def _ready(self) -> "Updating | None":
        """Load what touches the network, once."""
        if self._updating is None and self._make_feeds is not None:
            from reader.gui.feeds.updating import Updating

            self._feeds = self._make_feeds()
            self._updating = Updating(self._feeds, self._updates, self._notice, self._)
            self._updating.set_way_to_report(self._way_to_report)
            self._updating.came.connect(self._catch_up)
            self._updating.ended.connect(self._ask_about_private)
        return self._updating

    def _catch_up(self) -> None:
        """Show in the list what has come by now; the focus and the row stay."""
        self._shelf.catch_up()
        self._shelf.refresh(())

    def _ask_about_private(self, updates: "list[Updated]") -> None:
        """Ask about the first feed that lies in a private network; allowed, it is asked at once.

        Where it is to be left alone, the next one on another computer is asked about.
        """
        from reader.app.feeds import host_to_allow
        from reader.errors import PrivateAddressError
        from reader.gui.asking import ask_to_allow

        for each in updates:
            host = host_to_allow(each)
            if host is not None and self._feeds is not None:
                feed, error = each.feed, PrivateAddressError(each.feed.address, host)
                then = partial(self._update_allowed, feed.identifier)
                over = self._dialog or self._window()
                box = ask_to_allow(error, self._feeds.allow, over, self._, then)
                others = [other for other in updates if host_to_allow(other) not in (None, host)]
                box.rejected.connect(partial(self._ask_about_private, others))
                return

    def _update_allowed(self, feed: int) -> None:
        updating, feeds = self._updating, self._feeds
        if updating is not None and feeds is not None:
            feeds.kept.allow(feed)
            updating.begin([feed])

    def _try_again(self, updates: "list[Updated]") -> None:
        from reader.gui.feeds.report_dialog import troubled

        updating, feeds = self._updating, self._feeds
        if updating is not None and feeds is not None:
            numbers = troubled(updates)
            for number in numbers:
                feeds.kept.try_again(number)
            updating.begin(numbers)

    def _follow(self, settings: Settings) -> None:
        """Ask as often as the settings say."""
        if settings.updates is Updates.NEVER:
            self._first.stop()
        every = _EVERY.get(settings.updates)
        if every is None or not self._begun:
            self._by_itself.stop()
        elif self._by_itself.interval() != every or not self._by_itself.isActive():
            self._by_itself.start(every)

    def _update_by_itself(self) -> None:
        if not self._reader.library.lists.feeds() or self._reader.library.read_only:
            return
        updating = self._ready()
        if updating is not None and not updating.is_under_way:
            updating.begin(quiet=True)

    def _views(self) -> Iterable[View]:
        words, _ = self._("Feed: {title}, {unread}"), self._
        for feed in self._reader.library.lists.feeds():
            unread = _.plural("{count} unread", "{count} unread", feed.unread)
            called = words.format(title=feed.title, unread=unread.format(count=feed.unread))
            yield View(f"feed:{feed.identifier}", called, Filter(feed=feed.identifier))

    def _show_news(self, feed: int) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._shelf.show_view(f"feed:{feed}", counted=False)
        self.news_shown.emit()

    def _titles(self, articles: list[int]) -> list[str]:
        return [entry.title for entry in self._reader.shelving.entries(articles)]

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _window(self) -> QWidget:
        return self._notice.window()
