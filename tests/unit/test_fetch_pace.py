"""Hosts are asked politely: once a second, and not while they want to be left alone."""

import pytest

from reader import errors
from tests.servers import tricks
from tests.servers.fetching import Clock, Impatient, fetcher
from tests.servers.site import Page, Site

pytest_plugins = ("tests.servers.fixtures",)
pytestmark = pytest.mark.usefixtures("nothing_left_running")

PAGE = "<p>Държавите прилагат закона за водите.</p>"


def test_a_host_is_asked_once_a_second(site: Site) -> None:
    clock = Clock()
    site.page("/", PAGE)
    web = fetcher(clock)
    for _each in range(4):
        web.get(site.address())
    assert clock.slept == pytest.approx(3.0)


def test_redirects_wait_for_their_turn_as_well(site: Site) -> None:
    clock = Clock()
    site.put("/", tricks.led("/b"))
    site.page("/b", PAGE)
    fetcher(clock).get(site.address())
    assert clock.slept == pytest.approx(1.0)


def test_a_host_that_is_busy_for_a_moment_is_asked_again(site: Site) -> None:
    clock = Clock()

    def busy_once(visit: object) -> None:
        busy = len(site.asked) == 1
        status, wait = (429, {"Retry-After": "7"}) if busy else (200, {})
        Page(PAGE.encode(), status=status, headers=wait)(visit)

    site.put("/", busy_once)
    assert fetcher(clock).get(site.address()).data == PAGE.encode()
    assert clock.slept == pytest.approx(7.0)


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_is_busy_for_long_is_left_alone(site: Site, status: int) -> None:
    clock = Clock()
    web = fetcher(clock)
    site.put("/", Page(status=status, headers={"Retry-After": "120"}))
    for _each in range(2):
        with pytest.raises(errors.BusyHostError) as failed:
            web.get(site.address())
        assert failed.value.seconds == pytest.approx(120)
    assert len(site.asked) == 1
    site.page("/", PAGE)
    clock.now += 121
    assert web.get(site.address()).data == PAGE.encode()


def test_a_host_that_does_not_say_how_long_is_left_alone_longer_each_time(site: Site) -> None:
    clock = Clock()
    web = fetcher(clock)
    site.put("/", Page(status=503))
    waits = []
    for _each in range(3):
        with pytest.raises(errors.BusyHostError) as failed:
            web.get(site.address())
        waits.append(failed.value.seconds)
        clock.now += failed.value.seconds
    assert waits == pytest.approx([60, 120, 240])


def test_a_person_can_stop_the_waiting_for_a_turn(site: Site) -> None:
    site.page("/", PAGE)
    web = fetcher()
    web.get(site.address())
    with pytest.raises(errors.StoppedError):
        web.get(site.address(), watch=Impatient(2))
    assert len(site.asked) == 1
