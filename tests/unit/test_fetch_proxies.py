"""Where the system names a proxy, it is asked instead of the host."""

import pytest

from reader import errors
from reader.sources.fetch import Fetcher, Pace
from reader.sources.fetch.hosts import is_private, looks_private
from tests.servers.fetching import PATIENT, Clock
from tests.servers.site import Page, Site

PAGE = Page(b"<p>x</p>")


def through(proxy: str, *allowed: str) -> Fetcher:
    clock = Clock()
    return Fetcher(
        limits=PATIENT,
        pace=Pace(clock, clock.sleep),
        proxies={"http": proxy, "https": proxy},
        allowed=allowed,
    )


@pytest.fixture(autouse=True)
def no_exemptions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)


def test_a_proxy_is_told_the_whole_address_and_who_asks() -> None:
    with Site() as proxy:
        proxy.put("http://ec.europa.eu/news?a=1", PAGE)
        web = through(proxy.address().replace("://", "://reader:%D1%82@"))
        assert web.get("http://ec.europa.eu/news?a=1").data == PAGE.data
        headers = proxy.asked[0].headers
        assert headers["host"] == "ec.europa.eu"
        assert headers["proxy-authorization"] == "Basic cmVhZGVyOtGC"


def test_a_proxy_that_lets_nothing_through_is_named() -> None:
    with Site() as proxy, pytest.raises(errors.ProxyServerError) as failed:
        through(proxy.address()).get("https://ec.europa.eu/")  # it knows no CONNECT
    assert failed.value.host == "127.0.0.1"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "http://", "http://a:b"])
def test_a_proxy_of_another_kind_is_said_so(proxy: str) -> None:
    with pytest.raises(errors.ProxyServerError):
        through(proxy).get("http://ec.europa.eu/")


def test_private_hosts_are_not_asked_through_a_proxy_either() -> None:
    with Site() as proxy:
        with pytest.raises(errors.PrivateAddressError):
            through(proxy.address()).get("http://intranet/")
        proxy.put("http://intranet/", PAGE)
        assert through(proxy.address(), "intranet").get("http://intranet/").data == PAGE.data
        assert len(proxy.asked) == 1


PRIVATE = ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.0.1", "0.0.0.0", "::1"]
HIDDEN = ["::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fe80::1%eth0", "fc00::1", "::"]
OTHERS = ["224.0.0.1", "255.255.255.255", "100.64.0.1", "198.18.0.1"]


@pytest.mark.parametrize("place", [*PRIVATE, *HIDDEN, *OTHERS])
def test_private_places(place: str) -> None:
    assert is_private(place)


@pytest.mark.parametrize("place", ["147.67.34.30", "2001:41d0::1", "64:ff9b::9343:221e"])
def test_public_places(place: str) -> None:
    assert not is_private(place)


def test_names_that_belong_to_a_network_of_ones_own() -> None:
    assert all(map(looks_private, ("localhost", "printer.local", "nas.lan", "10.0.0.1")))
    assert not any(map(looks_private, ("ec.europa.eu", "президент.бг", "147.67.34.30")))
