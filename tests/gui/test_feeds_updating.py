"""The feeds of a person bring their news into the list, and nothing holds the window up."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from reader.app.feeds import Feeds
from reader.app.reader import Reader
from reader.gui import following
from reader.gui.feeds.report_dialog import UpdateReportDialog
from reader.importers.apart import Apart
from reader.model.feed import Outline
from reader.settings import Updates
from reader.sources.fetch import Fetcher, Pace
from tests.gui.feeds_parts import boxes, feeds_dialog, press, rested, rows, shown
from tests.gui.window_parts import list_of, titles, trigger, wait_for_notice
from tests.servers import tricks
from tests.servers.fetching import PATIENT, SOON, Clock
from tests.servers.site import Page
from tests.unit.feed_parts import page
from tests.unit.library_samples import check_whole

pytest_plugins = ("tests.gui.feeds_fixtures",)
ACCEPT, REJECT = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


def feed_of(*titles: str) -> Page:
    """Return a feed whose news have no pages of their own."""
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid>"
        "<description>&lt;p&gt;Държавите прилагат закона, пишат новините."
        f"&lt;/p&gt;&lt;p&gt;Тази е {title}.&lt;/p&gt;</description></item>"
        for title in titles
    )
    return Page(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())


def test_news_come_into_the_list_and_the_row_and_the_focus_stay(reading, world, qtbot):
    world.feeds.add(world.tell("Води", "Гори"))
    list_of(reading).setFocus()
    list_of(reading).go_to(1)
    before = titles(reading)[1]
    trigger(reading, "update_feeds")
    wait_for_notice(reading, qtbot, "2 new articles from 1 feed.")
    assert set(titles(reading)[:2]) == {"Води", "Гори"}
    assert list_of(reading).hasFocus()
    assert titles(reading)[list_of(reading).currentIndex().row()] == before
    assert reading.parts.reading.identifier is None
    assert reading.parts.shelf.panel.count.text() == "5 unread of 5"
    assert not reading.menu_actions["cancel"].isEnabled()


def test_nobody_is_asked_before_a_person_says_so(reading, world, qtbot):
    world.feeds.add(world.tell("Води"))
    world.site.asked.clear()
    dialog = feeds_dialog(reading)
    dialog.choose()
    dialog.show_rules()
    dialog.edit_current()
    assert world.site.asked == []


def test_what_did_not_come_is_counted_and_a_report_tells_why(reading, world, qtbot):
    world.be_asked(SOON)
    world.feeds.add(world.tell("Води", "Гори"))
    world.site.put("/1", Page(status=404))
    answers = {
        "/unchanged": Page(status=304),
        "/forbidden": Page(status=403),
        "/faulty": Page(status=500),
        "/stalled": tricks.stall,
        "/page": Page(b"<html><body>no feed</body></html>"),
        # The last to be asked: afterwards the host is left alone.
        "я": Page(status=429, headers={"Retry-After": "600"}),
    }
    for path, answer in answers.items():
        world.feeds.kept.add(world.site.put(f"/{path.strip('/')}", answer), path)
    trigger(reading, "update_feeds")
    words = (
        "1 new article from 1 feed; 5 feeds could not be updated; "
        "1 piece of news could not be fetched."
    )
    wait_for_notice(reading, qtbot, words)
    assert "Report of the update” shows why" in reading.parts.notice.text
    trigger(reading, "update_report")
    report = shown(reading, UpdateReportDialog)
    assert report.windowTitle() == words
    told = "\n".join(rows(report.list))
    for reason in ("does not show", "600 seconds", "a fault of its own", "did not", "is no feed"):
        assert reason in told
    assert "Гори: The site has no page at" in told
    assert rows(report.list)[-1] == "/unchanged: 0 new articles"


def test_what_could_not_be_fetched_is_tried_again_from_the_report(reading, world, qtbot):
    world.feeds.add(world.tell("Води"))
    world.site.put("/0", Page(status=404))
    trigger(reading, "update_feeds")
    wait_for_notice(reading, qtbot, "could not be fetched")
    world.site.page("/0", page("Води"))
    trigger(reading, "update_report")
    shown(reading, UpdateReportDialog).again.click()
    wait_for_notice(reading, qtbot, "1 new article from 1 feed.")
    assert "Води" in titles(reading)


def test_the_report_leads_to_the_news_of_a_feed(reading, world, qtbot):
    world.feeds.add(world.tell("Води"))
    trigger(reading, "update_feeds")
    wait_for_notice(reading, qtbot, "1 new article from 1 feed.")
    trigger(reading, "update_report")
    shown(reading, UpdateReportDialog).show_it.click()
    assert titles(reading) == ["Води"]
    assert list_of(reading).hasFocus()


def test_cancelled_midway_nothing_is_half_kept_and_the_rest_comes_next_time(
    empty, world, qtbot, library
):
    world.feeds.add(world.tell("Води", "Гори"))
    world.site.put("/1", tricks.stall)  # the second in the feed is the older one
    world.site.put("/0", tricks.stall)
    trigger(empty, "update_feeds")
    qtbot.waitUntil(lambda: "/0" in world.site.paths() or "/1" in world.site.paths())
    assert empty.menu_actions["cancel"].isEnabled()
    assert empty.parts.notice.work.words == "Updating the feeds…"
    trigger(empty, "cancel")
    wait_for_notice(empty, qtbot, "The update was cancelled; what has come by then stays: No new")
    check_whole(library)
    assert library.count().total == 0
    world.tell("Води", "Гори")
    trigger(empty, "update_feeds")
    wait_for_notice(empty, qtbot, "2 new articles from 1 feed.")
    check_whole(library)


def test_what_came_before_a_cancel_is_counted_and_stays(empty, world, qtbot, library):
    world.feeds.add(world.tell("Води", "Гори"))
    first, second = "/0", "/1"
    world.site.put(second, tricks.stall)
    trigger(empty, "update_feeds")
    qtbot.waitUntil(lambda: second in world.site.paths())
    trigger(empty, "cancel")
    wait_for_notice(empty, qtbot, "stays: 1 new article from 1 feed.")
    assert first in world.site.paths()
    assert library.count().total == 1


def test_closing_the_window_ends_an_update_and_leaves_all_whole(
    nothing_left_running, empty, world, qtbot, library
):
    world.feeds.add(world.tell("Води"))
    world.site.put("/0", tricks.stall)
    trigger(empty, "update_feeds")
    qtbot.waitUntil(lambda: "/0" in world.site.paths())
    empty.close()
    check_whole(library)
    assert library.count().total == 0


def test_the_window_lives_on_while_thousands_of_news_come_in(empty, world, qtbot, library):
    world.feeds.kept.add(
        world.site.put("/long", feed_of(*(f"новина {n}" for n in range(2000)))), ""
    )
    turns = []
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(library.count().total))
    clock.start()
    trigger(empty, "update_feeds")
    qtbot.waitUntil(lambda: library.count().total >= 20)
    trigger(empty, "cancel")
    rested(empty, qtbot)
    clock.stop()
    # Between two pieces of news the window has had its turn, and so on to the last.
    assert len(set(turns)) >= 10
    check_whole(library)


def test_one_update_at_a_time(reading, world, qtbot):
    world.feeds.add(world.tell("Води"))
    world.site.put("/0", tricks.stall)
    trigger(reading, "update_feeds")
    trigger(reading, "update_feeds")
    assert reading.parts.notice.text == "An update is under way already."
    trigger(reading, "cancel")
    rested(reading, qtbot)


def test_without_feeds_that_can_be_asked_that_is_told(reading, world, qtbot):
    trigger(reading, "update_report")
    assert reading.parts.notice.text == "There has been no update yet."
    feed = world.feeds.add(world.tell("Води"))
    world.feeds.kept.pause(feed.identifier, paused=True)
    trigger(reading, "update_feeds")
    wait_for_notice(reading, qtbot, "There is no feed that can be asked now.")


def strict_window(show, library, world):
    """Show a window whose fetcher asks no private network unasked, on a feed that lies in one."""
    clock = Clock()
    strict = Fetcher(limits=PATIENT, pace=Pace(clock, clock.sleep), proxies={})
    feeds = Feeds(Reader(library, Apart()), Apart(), strict)
    feeds.take_in([Outline(world.tell("Води"), "Вкъщи")])
    return show(make_feeds=lambda _fetcher: feeds)


def test_a_private_host_is_asked_only_once_the_person_allows_it(show, library, world, qtbot):
    window = strict_window(show, library, world)
    trigger(window, "update_feeds")
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert world.site.asked == []
    assert "127.0.0.1” is in your own network" in boxes(window)[0].text()
    press(boxes(window)[0], ACCEPT)
    wait_for_notice(window, qtbot, "1 new article from 1 feed.")
    assert world.feeds.kept.all()[0].allowed


def test_a_private_host_that_is_refused_is_left_alone(show, library, world, qtbot):
    window = strict_window(show, library, world)
    trigger(window, "update_feeds")
    qtbot.waitUntil(lambda: bool(boxes(window)))
    press(boxes(window)[0], REJECT)
    assert world.site.asked == []
    assert not world.feeds.kept.all()[0].allowed


def test_a_refused_private_host_keeps_no_other_from_being_asked_about(show, library, world, qtbot):
    window = strict_window(show, library, world)
    again = world.site.address("/again.xml")
    elsewhere = world.site.address("/rss.xml").replace("127.0.0.1", "127.0.0.2")
    world.feeds.take_in([Outline(again, "Пак вкъщи"), Outline(elsewhere, "При съседа")])
    trigger(window, "update_feeds")
    qtbot.waitUntil(lambda: bool(boxes(window)))
    press(boxes(window)[0], REJECT)
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert "127.0.0.2” is in your own network" in boxes(window)[0].text()
    press(boxes(window)[0], REJECT)
    qtbot.waitUntil(lambda: not boxes(window))
    assert world.site.asked == []


def test_feeds_are_asked_at_the_start_where_the_settings_say_so(show, world, qtbot, monkeypatch):
    monkeypatch.setattr(following, "_AFTER_START", 0)
    world.feeds.add(world.tell("Води"))
    world.site.asked.clear()
    window = show(make_feeds=lambda _fetcher: world.feeds)
    window._means.keeper.change(updates=Updates.START)
    window.parts.following.begin()
    wait_for_notice(window, qtbot, "1 new article from 1 feed.")
    window.parts.notice.clear()
    window.parts.following.begin()
    qtbot.waitUntil(lambda: world.site.paths().count("/rss.xml") == 2)
    rested(window, qtbot)
    assert window.parts.notice.text == "", "nothing new is no news"


def test_by_default_feeds_are_never_asked_by_themselves(reading, world):
    world.feeds.add(world.tell("Води"))
    world.site.asked.clear()
    reading.parts.following.begin()
    assert not reading.parts.following._first.isActive()
    assert not reading.parts.following._by_itself.isActive()
    assert world.site.asked == []
    reading._means.keeper.change(updates=Updates.HOURLY)
    assert reading.parts.following._by_itself.interval() == 3_600_000
    reading._means.keeper.change(updates=Updates.NEVER)
    assert not reading.parts.following._by_itself.isActive()


def test_what_was_to_be_asked_after_the_start_is_given_up_with_the_window(reading):
    reading._means.keeper.change(updates=Updates.HOURLY)
    following = reading.parts.following
    following.begin()
    assert following._first.isActive()
    following.close()
    assert not following._first.isActive()
    reading._means.keeper.change(updates=Updates.SIX_HOURS)
    assert not following._by_itself.isActive(), "the library is closed"


def test_who_wants_no_updates_any_more_gets_none_after_the_start(reading):
    reading._means.keeper.change(updates=Updates.START)
    reading.parts.following.begin()
    reading._means.keeper.change(updates=Updates.NEVER)
    assert not reading.parts.following._first.isActive()
