"""News of feeds that a person keeps come in whole, and nothing else."""

from datetime import timedelta
from pathlib import Path

import pytest

from reader.app.failures import error_of
from reader.errors import (
    BusyHostError,
    NotFoundError,
    StoppedError,
    UnreachableError,
)
from reader.library.store import Library
from tests.servers import tricks
from tests.servers.fetching import SOON
from tests.servers.site import Page, Site
from tests.unit.feed_parts import NOW, TEXT, Stopping, World, page
from tests.unit.library_samples import check_whole

pytest_plugins = ("tests.unit.feed_fixtures",)


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
    if answer is tricks.stall_within:
        world.be_asked(SOON)
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


def test_without_a_network_nothing_is_lost(tmp_path: Path) -> None:
    with Library(tmp_path / "home") as library:
        with Site() as site:
            world = World(site, library)
            world.feeds.add(world.tell("Води"))
        (updated,) = world.feeds.update()
        assert updated.failure is not None
        assert isinstance(error_of(updated.failure), UnreachableError)
        assert updated.feed.due is not None
