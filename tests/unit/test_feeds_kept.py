"""Feeds that a person keeps bring their news in whole, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.app.failures import error_of
from reader.app.feeds import Feeds, fetched_feed
from reader.app.reader import Reader
from reader.errors import (
    BusyHostError,
    GoneError,
    KnownFeedError,
    NotAFeedError,
    NotFoundError,
    PrivateAddressError,
    StoppedError,
    UnknownFeedError,
    UnknownRuleError,
    UnreachableError,
)
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.feed import Deed, ItemState, Outline
from reader.model.query import READING_LIST
from reader.sources.fetch import Fetcher, Pace
from tests.servers import tricks
from tests.servers.fetching import SOON, Clock, fetcher
from tests.servers.site import Page, Site
from tests.unit.library_samples import check_whole

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)
TEXT = "Държавите прилагат закона за водите, пишат новините, а Комисията следи как го правят."


class Stopping:
    """Stops after so many pieces of news."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0

    def progress(self, done: int, total: int) -> None:
        self.done = done

    def stopped(self) -> bool:
        return self.done >= self.most


class World:
    """A site with a feed, and a library that keeps it."""

    def __init__(self, site: Site, library: Library) -> None:
        self.site = site
        self.library = library
        self.reader = Reader(library, Apart())
        self.clock = Clock()
        self.now = NOW
        self.feeds = Feeds(self.reader, Apart(), fetcher(self.clock), clock=lambda: self.now)

    def tell(self, *titles: str, markup: str = "", **headers: str) -> str:
        """Put a feed of these pieces of news, and their pages."""
        for number, title in enumerate(titles):
            self.site.page(f"/{number}", page(title))
        return self.put(*titles, markup=markup, **headers)

    def put(self, *titles: str, markup: str = "", **headers: str) -> str:
        items = "".join(
            f"<item><title>{title}</title><link>/{number}</link><guid>{title}</guid>"
            f"<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>"
            f"<description><![CDATA[{markup}]]></description></item>"
            for number, title in enumerate(titles)
        )
        text = f"<rss version='2.0'><channel><title>Новини</title>{items}</channel></rss>"
        answer = Page(text.encode(), "application/rss+xml; charset=utf-8", headers=headers)
        return self.site.put("/rss.xml", answer)

    def titles(self) -> list[str]:
        return sorted(entry.title for entry in self.library.entries())


def page(title: str) -> str:
    return (
        f"<html lang='bg'><head><title>{title}</title></head><body><nav><a href='/'>Начало</a>"
        f"</nav><main><h1>{title}</h1><p>{TEXT} {title}.</p><p>{TEXT}</p></main></body></html>"
    )


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Site() as site, Library(tmp_path / "home") as library:
        yield World(site, library)


def test_news_are_kept_in_full_with_their_address_and_day(world: World) -> None:
    feed = world.feeds.add(world.tell("Води", "Пчели"))
    assert (feed.title, feed.paused, feed.unread) == ("Новини", False, 0)
    (updated,) = world.feeds.update()
    assert (len(updated.kept), updated.lost, updated.failure) == (2, (), None)
    assert world.titles() == ["Води", "Пчели"]
    article = world.library.article(updated.kept[0])
    assert article.source.address == world.site.address("/0")
    assert article.published is not None
    assert article.published.isoformat() == "2026-11-23"
    assert updated.feed.unread == 2
    assert updated.feed.succeeded is not None
    check_whole(world.library)


def test_what_was_read_or_thrown_away_is_not_counted_as_unread(world: World) -> None:
    feed = world.feeds.add(world.tell("Води", "Пчели", "Гори"))
    (updated,) = world.feeds.update()
    world.reader.set_read(updated.kept[0], read=True)
    world.reader.shelving.put_into_bin([updated.kept[1]])
    assert world.feeds.kept.one(feed.identifier).unread == 1


def test_only_what_is_new_is_fetched_the_next_time(world: World) -> None:
    world.feeds.add(world.tell("Води", ETag='"1"'))
    world.feeds.update()
    world.tell("Води", "Пчели")
    (updated,) = world.feeds.update()
    assert len(updated.kept) == 1
    assert world.site.paths() == ["/rss.xml", "/rss.xml", "/0", "/rss.xml", "/1"]
    assert world.site.asked[3].headers["if-none-match"] == '"1"'


def test_a_feed_without_changes_is_not_read_again(world: World) -> None:
    feed = world.feeds.add(world.tell("Води", ETag='"1"'))
    world.feeds.update()
    world.site.put("/rss.xml", Page(status=304))
    (updated,) = world.feeds.update()
    assert (updated.kept, updated.failure) == ((), None)
    assert world.feeds.kept.one(feed.identifier).etag == '"1"'


def test_an_article_that_was_removed_does_not_come_back(world: World) -> None:
    world.feeds.add(world.tell("Води"))
    (updated,) = world.feeds.update()
    world.reader.remove(*updated.kept)
    (updated,) = world.feeds.update()
    assert updated.kept == ()
    assert world.titles() == []


def test_what_cannot_be_fetched_is_named_with_the_reason_and_may_be_tried_again(
    world: World,
) -> None:
    feed = world.feeds.add(world.tell("Води", "Пчели"))
    world.site.put("/1", Page(status=404))
    (updated,) = world.feeds.update()
    assert [each.item.title for each in updated.lost] == ["Пчели"]
    failure = updated.lost[0].failure
    assert failure is not None
    error = error_of(failure)
    assert isinstance(error, NotFoundError)
    assert error.address == world.site.address("/1")
    assert updated.feed.lost == 1
    world.feeds.update()
    assert world.site.paths().count("/1") == 1
    world.site.page("/1", page("Пчели"))
    world.feeds.kept.try_again(feed.identifier)
    (updated,) = world.feeds.update()
    assert (len(updated.kept), updated.feed.lost) == (1, 0)


@pytest.mark.parametrize(
    "answer",
    [
        Page(status=403),
        Page(status=500),
        Page(b"<html><body><script>x()</script></body></html>"),
        tricks.hang_up,
        tricks.stall_within,
        tricks.bomb(100),
        tricks.led("javascript:x"),
    ],
)
def test_where_the_page_cannot_be_read_the_feed_itself_is_kept(world: World, answer: Page) -> None:
    world.feeds.add(world.tell("Води", markup=f"<p>{TEXT}</p><script>x()</script>"))
    world.site.put("/0", answer)
    (updated,) = world.feeds.update()
    article = world.library.article(updated.kept[0])
    assert article.title == "Води"
    assert article.source.address == world.site.address("/0")
    assert article.published is not None
    assert "script" not in repr(article)
    check_whole(world.library)


def test_a_page_that_shows_less_than_the_feed_tells_is_not_taken(world: World) -> None:
    world.feeds.add(world.tell("Води", markup=f"<p>{TEXT}</p>" * 3))
    world.site.page("/0", "<html><body><p>Приемете бисквитките.</p></body></html>")
    (updated,) = world.feeds.update()
    assert "бисквитките" not in repr(world.library.article(updated.kept[0]))


def test_a_person_can_stop_it_and_it_goes_on_where_it_was(world: World) -> None:
    world.feeds.add(world.tell(*(f"Новина {n}" for n in range(4))))
    with pytest.raises(StoppedError):
        world.feeds.update(watch=Stopping(2))
    assert len(world.titles()) == 2
    check_whole(world.library)
    (updated,) = world.feeds.update()
    assert (len(updated.kept), len(world.titles())) == (2, 4)


def test_a_busy_host_is_left_alone_and_asked_when_it_said(world: World) -> None:
    world.feeds.add(world.tell("Води", "Пчели"))
    world.site.put("/1", Page(status=429, headers={"Retry-After": "600"}))
    (updated,) = world.feeds.update()
    assert updated.failure is not None
    assert isinstance(error_of(updated.failure), BusyHostError)
    assert updated.feed.due == NOW + timedelta(seconds=600)
    assert (updated.feed.waiting, updated.feed.lost) == (1, 0)
    assert world.feeds.update() == []
    world.site.page("/1", page("Пчели"))
    world.now += timedelta(seconds=601)
    world.clock.now += 601
    (updated,) = world.feeds.update()
    assert (updated.failure, updated.feed.waiting, updated.feed.due) == (None, 0, None)


def test_a_feed_that_is_gone_for_good_is_paused(world: World) -> None:
    feed = world.feeds.add(world.tell("Води"))
    world.site.put("/rss.xml", Page(status=410))
    (updated,) = world.feeds.update()
    assert updated.feed.paused
    assert updated.feed.failure is not None
    assert isinstance(error_of(updated.feed.failure), GoneError)
    assert world.feeds.update() == []
    world.feeds.kept.pause(feed.identifier, paused=False)
    assert not world.feeds.kept.one(feed.identifier).paused


def test_one_feed_that_fails_does_not_keep_the_others_from_coming(world: World) -> None:
    broken = world.feeds.add(world.tell("Води"))
    other = world.site.put("/b.xml", Page(b"<rss version='2.0'><channel/></rss>"))
    world.feeds.add(other)
    world.site.put("/rss.xml", Page(b"<html>no feed</html>"))
    told: list[int] = []
    updated = world.feeds.update(tell=lambda each: told.append(each.feed.identifier))
    assert told == [each.feed.identifier for each in updated]
    failed = next(each for each in updated if each.feed.identifier == broken.identifier)
    assert failed.failure is not None
    assert isinstance(error_of(failed.failure), NotAFeedError)
    assert [each.failure for each in updated].count(None) == 1


def test_without_a_network_nothing_is_lost(tmp_path: Path) -> None:
    with Library(tmp_path / "home") as library:
        with Site() as site:
            world = World(site, library)
            world.feeds.add(world.tell("Води"))
        (updated,) = world.feeds.update()
        assert updated.failure is not None
        assert isinstance(error_of(updated.failure), UnreachableError)
        assert updated.feed.due is not None


def test_a_page_leads_to_its_feed(world: World) -> None:
    world.tell("Води")
    link = "<link rel='alternate' type='application/rss+xml' href='/rss.xml' title='Всички'>"
    address = world.site.page("/bg", f"<html><head>{link}</head><body></body></html>")
    feed = world.feeds.add(address)
    assert (feed.address, feed.title) == (world.site.address("/rss.xml"), "Всички")
    with pytest.raises(KnownFeedError):
        world.feeds.add(world.site.address("/rss.xml"))
    world.site.page("/none", "<html><body></body></html>")
    with pytest.raises(NotAFeedError):
        world.feeds.add(world.site.address("/none"))


def test_feeds_are_renamed_moved_and_forgotten_and_their_articles_stay(world: World) -> None:
    feed = world.feeds.add(world.tell("Води"))
    world.feeds.update()
    kept = world.feeds.kept
    kept.rename(feed.identifier, "Моите новини")
    kept.move(feed.identifier, world.site.address("/b.xml"))
    assert kept.one(feed.identifier).title == "Моите новини"
    assert kept.one(feed.identifier).address.endswith("/b.xml")
    kept.remove(feed.identifier)
    assert kept.all() == []
    assert world.titles() == ["Води"]
    for act in (lambda: kept.rename(7, "x"), lambda: kept.remove(7), lambda: kept.one(7)):
        with pytest.raises(UnknownFeedError):
            act()


def test_rules_put_new_articles_where_they_belong(world: World) -> None:
    feed = world.feeds.add(world.tell("Закон за водите", "Пчели"))
    kept = world.feeds.kept
    kept.add_rule("вода закони", Deed.TAG, "екология")
    kept.add_rule("пчела", Deed.STAR)
    kept.add_rule("пчела", Deed.READING_LIST, feed=feed.identifier)
    kept.add_rule("слон", Deed.STAR)
    gone = kept.add_rule("вода", Deed.STAR)
    kept.remove_rule(gone.identifier)
    with pytest.raises(UnknownRuleError):
        kept.remove_rule(gone.identifier)
    world.feeds.update()
    entries = {entry.title: entry for entry in world.library.entries()}
    assert entries["Закон за водите"].tags == ("екология",)
    assert not entries["Закон за водите"].starred
    assert entries["Пчели"].starred
    shelving = world.reader.shelving
    assert READING_LIST in shelving.collections_of([entries["Пчели"].identifier])
    assert shelving.collections_of([entries["Закон за водите"].identifier]) == {}


def test_a_list_of_feeds_is_taken_in_without_asking_anybody(world: World) -> None:
    known = world.feeds.add(world.tell())
    asked = len(world.site.asked)
    lists = [
        Outline(known.address, "Друго име"),
        Outline("https://a.eu/rss", "А"),
        Outline("https://a.eu/rss", "А пак"),
        Outline("http://10.0.0.1/rss", ""),
    ]
    new, old = world.feeds.take_in(lists)
    assert [feed.title for feed in new] == ["А", "http://10.0.0.1/rss"]
    assert [each.title for each in old] == ["Друго име", "А пак"]
    assert len(world.site.asked) == asked


def test_a_private_host_of_a_list_is_not_asked_and_one_that_was_allowed_stays_so(
    world: World,
) -> None:
    feed = world.feeds.add(world.tell("Води"))
    assert feed.allowed
    clock = Clock()
    strict = Fetcher(limits=SOON, pace=Pace(clock, clock.sleep), proxies={})
    feeds = Feeds(world.reader, Apart(), strict)
    feeds.take_in([Outline("http://localhost/rss", "Б")])
    updated = {each.feed.title: each for each in feeds.update()}
    assert updated["Новини"].failure is None
    failure = updated["Б"].failure
    assert failure is not None
    assert isinstance(error_of(failure), PrivateAddressError)


def test_news_survive_the_program(world: World) -> None:
    feed = world.feeds.add(world.tell("Води"))
    world.feeds.kept.answered(
        feed.identifier, None, None, fetched_feed(feed.address, fetcher()).items
    )
    (item,) = world.feeds.kept.items(feed.identifier, ItemState.NEW)
    assert (item.item.title, item.state) == ("Води", ItemState.NEW)
