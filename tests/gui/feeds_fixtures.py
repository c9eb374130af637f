"""Fixtures of the tests of feeds in the window: a site on loopback, and a window that asks it."""

import pytest

from tests.servers.site import Site
from tests.unit.feed_parts import World

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")


@pytest.fixture
def world(library):
    """A site with feeds, asked by a fetcher that never waits, for the library of the window."""
    with Site() as site:
        yield World(site, library)


@pytest.fixture
def reading(show, numbers, world):
    """A window on three articles, whose feeds are those of the site."""
    return show(make_feeds=lambda _fetcher: world.feeds)


@pytest.fixture
def empty(show, world):
    """A window on a library without articles and without feeds."""
    return show(make_feeds=lambda _fetcher: world.feeds)
