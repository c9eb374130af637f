"""The feeds that a person keeps: asked for news, whose pages are kept to be read offline."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from reader.app import web
from reader.app.failures import failure_of
from reader.app.feed_articles import LATER, arrival_of
from reader.app.feed_rules import apply, search_of
from reader.app.program import version
from reader.app.reader import Reader
from reader.errors import (
    BusyHostError,
    FeedError,
    GoneError,
    NetworkError,
    NotAFeedError,
    PrivateAddressError,
    ReaderError,
    SourceError,
    StoppedError,
)
from reader.exporters import files
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.library.feeds import Feeds as KeptFeeds
from reader.model.feed import Feed, FoundFeed, ItemState, KeptFeed, KeptItem, Outline, Updated
from reader.model.intake import Outcome
from reader.model.label import FeedName
from reader.model.watch import UNWATCHED, OnlyStops, Watch
from reader.sources import discovery, feeds, opml
from reader.sources.catalogue import Topic, topics
from reader.sources.fetch import Fetched, Fetcher
from reader.sources.fetch.target import target_of

LANGUAGES = ("bg", "en;q=0.5")
_REST = timedelta(minutes=15)  # after a failure

Tell = Callable[[Updated], None]


def catalogue(language: str) -> tuple[Topic, ...]:
    """Return feeds of the European Union by topic, in the words of a language."""
    return topics(language)


class Feeds:
    """Keeps feeds and brings in their news; the network is touched only when one asks for it."""

    def __init__(
        self,
        reader: Reader,
        apart: Apart,
        fetcher: Fetcher,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._reader = reader
        self._apart = apart
        self._fetcher = fetcher
        self._clock = clock

    @property
    def kept(self) -> KeptFeeds:
        """The feeds as they are kept."""
        return self._reader.library.feeds

    def names(self) -> list[FeedName]:
        """Return what the feeds are called and how much of each is unread, by title."""
        return self._reader.library.lists.feeds()

    def offered(self, address: str, watch: Watch = UNWATCHED) -> tuple[FoundFeed, ...]:
        """Return the feeds at an address: itself, or those that its page names.

        Raises `NetworkError`, `NotAFeedError`, `UnsafeFeedError`, `StoppedError`.
        """
        got = self._get(address, watch)
        try:
            feed = feeds.read(got.data, got.address, got.charset)
        except NotAFeedError:
            found = discovery.feeds_in(got.data, got.charset, got.address)
            if not found:
                raise
            return found
        return (FoundFeed(got.address, feed.title or web.name_of(got.address)),)

    def add(self, address: str, watch: Watch = UNWATCHED) -> KeptFeed:
        """Keep the feed at an address, or the first that its page names; its news come later.

        Raises as `offered` does, and `KnownFeedError`.
        """
        first = self.offered(address, watch)[0]
        return self.add_found(first)

    def add_found(self, found: FoundFeed) -> KeptFeed:
        """Keep a feed that was offered; raises `KnownFeedError`."""
        allowed = self._fetcher.allows(_host(found.address))
        return self.kept.add(found.address, found.title or found.address, allowed=allowed)

    def allow(self, host: str) -> None:
        """Let a host of a private network be asked, for the person said so."""
        self._fetcher.allow(host)

    def edit(self, identifier: int, title: str, address: str) -> KeptFeed:
        """Call a feed otherwise, and let it be asked for elsewhere; nobody is asked.

        Raises `NetworkError` where that is no address, `KnownFeedError`, `UnknownFeedError`.
        """
        wanted = target_of(address).address
        feed = self.kept.one(identifier)
        if wanted != feed.address and address.strip() != feed.address:
            self.kept.move(identifier, wanted)
        self.kept.rename(identifier, " ".join(title.split()) or address)
        return self.kept.one(identifier)

    def found(self, words: str, feed: int | None = None) -> list[int]:
        """Return the articles that a rule with these words is for, the newest first."""
        return list(reversed(self._reader.library.found(search_of(words, feed))))

    def take_in(self, outlines: Iterable[Outline]) -> tuple[list[KeptFeed], list[Outline]]:
        """Keep the feeds of a list, without asking any; return the new ones, and the others."""
        new: list[KeptFeed] = []
        known: list[Outline] = []
        addresses = {feed.address for feed in self.kept.all()}
        for each in outlines:
            if each.address in addresses:
                known.append(each)
                continue
            addresses.add(each.address)
            new.append(self.kept.add(each.address, each.title or each.address))
        return new, known

    def update(
        self,
        identifiers: Sequence[int] = (),
        watch: Watch = UNWATCHED,
        tell: Tell = lambda _: None,
    ) -> list[Updated]:
        """Ask feeds for news, and keep their pages; tell of each feed when it is done, or stopped.

        Without numbers all are asked that are not paused, and do not want to be left alone. Raises
        `LibraryError`, `StoppedError`; what was kept by then stays, and the rest comes next time.
        """
        wanted = [self.kept.one(each) for each in identifiers] or self.due()
        done: list[Updated] = []
        for feed in wanted:
            if feed.allowed:
                self._fetcher.allow(_host(feed.address))
            done.append(self._update(feed, watch, tell))
        return done

    def read_list(self, path: Path) -> tuple[list[KeptFeed], list[Outline]]:
        """Keep the feeds of a list that another program wrote, without asking any.

        Returns the new ones, and those that are kept already. Raises `SourceError`,
        `NoFeedListError`.
        """
        incoming = from_file(path)
        return self.take_in(opml.read(incoming.data, incoming.name))

    def write_list(self, path: Path, title: str, *, replace: bool = False) -> None:
        """Write the feeds that are kept as a list for other programs; raises `TargetError`."""
        outlines = [Outline(feed.address, feed.title) for feed in self.kept.all()]
        files.write_new(path, opml.written(outlines, title).decode(), replace=replace)

    def due(self) -> list[KeptFeed]:
        """Return the feeds that may be asked now."""
        now = self._clock()
        return [
            feed
            for feed in self.kept.all()
            if not feed.paused and (not feed.due or feed.due <= now)
        ]

    def _update(self, feed: KeptFeed, watch: Watch, tell: Tell) -> Updated:
        kept: list[int] = []
        lost: list[KeptItem] = []
        failure = None
        try:
            self._ask(feed, watch)
            self._take_all(feed, watch, kept, lost)
        except (NetworkError, FeedError) as error:
            failure = failure_of(error)
            gone = isinstance(error, GoneError)
            self.kept.failed(feed.identifier, failure, self._rest(error), pause=gone)
        except StoppedError:
            tell(Updated(feed, tuple(kept), tuple(lost)))
            raise
        updated = Updated(self.kept.one(feed.identifier), tuple(kept), tuple(lost), failure)
        tell(updated)
        return updated

    def _ask(self, feed: KeptFeed, watch: Watch) -> None:
        got = self._get(feed.address, watch, feed)
        if got.not_modified:
            etag, modified = got.etag or feed.etag, got.modified or feed.modified
            self.kept.answered(feed.identifier, etag, modified)
            return
        items = feeds.read(got.data, got.address, got.charset).items
        self.kept.answered(feed.identifier, got.etag, got.modified, items)

    def _take_all(
        self, feed: KeptFeed, watch: Watch, kept: list[int], lost: list[KeptItem]
    ) -> None:
        """Fetch what waits, and note at once what was kept and what could not be had."""
        waiting = self.kept.items(feed.identifier, ItemState.NEW)
        for number, item in enumerate(waiting):
            watch.progress(number, len(waiting))
            try:
                kept.append(self._take(item, watch))
            except (NetworkError, SourceError) as error:
                if self._is_for_later(error, feed):
                    continue
                failure = failure_of(error)
                self.kept.lost(item.identifier, failure)
                lost.append(replace(item, state=ItemState.FAILED, failure=failure))
        if waiting:
            watch.progress(len(waiting), len(waiting))

    def _is_for_later(self, error: ReaderError, feed: KeptFeed) -> bool:
        """Tell whether a page may come with the next update; raises where no other would come."""
        if isinstance(error, LATER) and _host(error.address) == _host(feed.address):
            raise error
        return isinstance(error, BusyHostError)

    def _take(self, item: KeptItem, watch: Watch) -> int:
        """Keep the article of a piece of news, and do with it what the rules say."""
        arrival = arrival_of(item.item, self._page, self._apart, OnlyStops(watch))
        (added,) = self._reader.keep_all([arrival])
        number = added.entry.identifier
        self.kept.kept(item.identifier, number)
        if added.outcome is Outcome.NEW:
            apply(self.kept.rules(), number, self._reader.library, self._reader.shelving)
        return number

    def _get(self, address: str, watch: Watch, feed: KeptFeed | None = None) -> Fetched:
        return self._fetcher.get(
            address,
            languages=LANGUAGES,
            accept=feeds.ACCEPTED,
            etag=feed.etag if feed else None,
            modified=feed.modified if feed else None,
            watch=OnlyStops(watch),
        )

    def _page(self, address: str, watch: Watch) -> Incoming:
        return web.fetched(address, self._fetcher, watch=watch)

    def _rest(self, error: ReaderError) -> datetime | None:
        if isinstance(error, BusyHostError):
            return self._clock() + timedelta(seconds=error.seconds)
        return self._clock() + _REST if isinstance(error, NetworkError) else None


def host_to_allow(updated: Updated) -> str | None:
    """Return the host of a feed where it was not asked for being of a private network."""
    failure = updated.failure
    if failure is None or failure.kind != PrivateAddressError.__name__:
        return None
    host = dict(failure.facts).get("host")
    return str(host) if host == _host(updated.feed.address) else None


def fetcher(allowed: Iterable[str] = ()) -> Fetcher:
    """Return what fetches pages as this program; these hosts of private networks are allowed."""
    return Fetcher(version(), allowed=allowed)


def read_feed(data: bytes, name: str) -> Feed:
    """Return what stands in the file of a feed; raises `FeedError`."""
    return feeds.read(data, name=name)


def fetched_feed(address: str, fetcher: Fetcher, watch: Watch = UNWATCHED) -> Feed:
    """Return what stands in the feed at an address; raises `NetworkError`, `FeedError`."""
    got = fetcher.get(address, languages=LANGUAGES, accept=feeds.ACCEPTED, watch=watch)
    return feeds.read(got.data, got.address, got.charset)


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
