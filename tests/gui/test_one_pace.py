"""The feeds and all else that needs the web share one fetcher, so each host has one pace."""

import pytest

from reader.app.feeds import Feeds
from reader.app.reader import Reader
from reader.importers.apart import Apart
from tests.gui.window_parts import trigger, wait_for_notice
from tests.servers.fetching import Clock, fetcher
from tests.unit.feed_parts import page

pytest_plugins = ("tests.gui.feeds_fixtures",)


def test_a_page_waits_for_its_turn_after_a_feed_of_the_same_host(show, library, world, qtbot):
    clock = Clock()

    def make_feeds(make_fetcher):
        return Feeds(Reader(library, Apart()), Apart(), make_fetcher())

    world.feeds.add(world.tell())
    window = show(make_feeds=make_feeds, make_fetcher=lambda: fetcher(clock))
    trigger(window, "update_feeds")
    wait_for_notice(window, qtbot, "No new articles")
    assert clock.slept == 0
    world.site.page("/rivers", page("Мрежа за реките"))
    window.parts.intake.address_wanted.emit(world.site.address("/rivers"))
    wait_for_notice(window, qtbot, "Article added")
    assert clock.slept == pytest.approx(1)
