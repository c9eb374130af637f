"""Feeds are kept, renamed, paused and forgotten; rules do their work."""

import json
from pathlib import Path

import pytest

from reader.app.failures import error_of
from reader.app.feeds import Feeds, fetched_feed
from reader.app.reader import Reader
from reader.errors import (
    GoneError,
    KnownFeedError,
    NotAFeedError,
    PrivateAddressError,
    UnknownFeedError,
    UnknownRuleError,
)
from reader.importers.apart import Apart
from reader.library import indexing
from reader.library.store import Library
from reader.model.feed import Deed, ItemState, Outline
from reader.model.query import READING_LIST, Search
from reader.sources.fetch import Fetched, Fetcher, Pace
from tests.servers.fetching import PATIENT, Clock, fetcher
from tests.servers.site import Page
from tests.unit.feed_parts import TEXT, World
from tests.unit.library_samples import check_whole

pytest_plugins = ("tests.unit.feed_fixtures",)


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


def test_title_and_day_of_a_feed_outlive_a_repair_and_the_feed_itself(world: World) -> None:
    feed = world.feeds.add(world.tell("Води"))
    # The page itself tells no day.
    bare = f"<html lang='bg'><body><main><p>{TEXT}</p><p>{TEXT}</p></main></body></html>"
    world.site.page("/0", bare)
    (updated,) = world.feeds.update()
    (number,) = updated.kept
    before = world.library.article(number)
    assert str(before.published) == "2026-11-23"
    assert world.reader.repair_anew(number).article == before
    world.feeds.kept.remove(feed.identifier)
    assert world.reader.repair_anew(number).article == before


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


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        ("закони -пчела", {"Гори"}),
        ("„закона за водите“", {"Гори", "Пчели"}),
        ("=гори", {"Гори"}),
        ("слон ИЛИ пчела", {"Пчели"}),
        ("заглавие:вода", set()),
        ("-пчела", {"Гори"}),
    ],
)
def test_a_rule_finds_what_a_search_for_its_words_does(
    world: World, words: str, fitting: set[str]
) -> None:
    world.feeds.add(world.tell("Гори", "Пчели"))
    world.feeds.kept.add_rule(words, Deed.STAR)
    world.feeds.update()
    entries = world.library.entries()
    assert {entry.title for entry in entries if entry.starred} == fitting
    found = world.feeds.found(words)
    assert {entry.title for entry in entries if entry.identifier in found} == fitting


def test_rules_do_their_work_while_the_search_is_being_built(world: World) -> None:
    world.feeds.add(world.tell("Гори", "Пчели"))
    world.feeds.kept.add_rule("пчела", Deed.STAR)
    library = world.library
    with library._connections.writing() as connection:
        indexing.empty(connection)
    world.feeds.update()
    assert [entry.title for entry in library.entries() if entry.starred] == ["Пчели"]
    assert library.search(Search("пчела")) == [], "it has not come so far"
    indexing.build(library._connections.writing)
    assert [hit.entry.title for hit in library.search(Search("пчела"))] == ["Пчели"]
    check_whole(library)


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
    strict = Fetcher(limits=PATIENT, pace=Pace(clock, clock.sleep), proxies={})
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


class PressCorner:
    """Answers as the press corner does: a feed, and for its pages JSON alone."""

    SITE = "https://ec.europa.eu/commission/presscorner/"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def allows(self, _host: str) -> bool:
        return False

    def get(self, address: str, **_wishes: object) -> Fetched:
        self.asked.append(address)
        page = f"{self.SITE}detail/bg/ip_25_467"
        feed = f"<rss version='2.0'><channel><item><link>{page}</link></item></channel></rss>"
        body = {"title": "Води", "htmlContent": f"<p>{TEXT}</p>", "language": "BG"}
        answer = json.dumps({"refCd": "IP/25/467", "docuLanguageResource": body})
        data = answer if "documents" in address else feed
        return Fetched(address, 200, data.encode(), "", None, None, None, not_modified=False)


def test_pages_of_the_press_corner_come_by_its_data(tmp_path: Path) -> None:
    with Library(tmp_path / "home") as library:
        web = PressCorner()
        feeds = Feeds(Reader(library, Apart()), Apart(), web)
        feeds.add(f"{web.SITE}api/rss?language=bg")
        (updated,) = feeds.update()
        article = library.article(updated.kept[0])
        assert article.title == "Води"
        assert article.source.address == f"{web.SITE}detail/bg/ip_25_467"
        data = f"{web.SITE}api/documents?reference=IP/25/467&language=bg"
        assert web.asked[-1] == data
