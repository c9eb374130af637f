"""What lies at an address comes, and nothing is asked that should not be."""

import pytest

from reader import errors
from tests.servers import tricks
from tests.servers.fetching import PATIENT, fetcher
from tests.servers.site import LOOPBACK, Page, Site

pytest_plugins = ("tests.servers.fixtures",)
pytestmark = pytest.mark.usefixtures("nothing_left_running")

PAGE = "<p>Държавите прилагат закона за водите.</p>"


def test_a_page_comes_with_all_that_is_known_of_it(site: Site) -> None:
    page = Page(
        PAGE.encode("cp1251"),
        'Text/HTML; charset="Windows-1251"',
        headers={"ETag": '"7"', "Last-Modified": "Mon, 23 Nov 2026 10:00:00 GMT"},
    )
    got = fetcher().get(site.put("/новини?страница=1", page))
    assert got.data.decode("cp1251") == PAGE
    assert (got.media_type, got.charset) == ("text/html", "windows-1251")
    assert (got.etag, got.modified) == ('"7"', "Mon, 23 Nov 2026 10:00:00 GMT")
    assert (got.status, got.not_modified) == (200, False)


def test_who_asks_says_who_it_is_and_what_it_likes(site: Site) -> None:
    site.page("/", PAGE)
    fetcher().get(site.address(), languages=("bg", "en"), accept="application/rss+xml")
    headers = site.asked[0].headers
    assert headers["user-agent"] == "Chetivo/1.0 (+https://chetivo.org/)"
    assert headers["accept"] == "application/rss+xml"
    assert headers["accept-language"] == "bg, en"
    assert headers["host"] == f"{LOOPBACK}:{site.port}"
    assert "cookie" not in headers
    assert "referer" not in headers


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.put("/", Page(status=304, headers={"ETag": '"7"'}))
    got = fetcher().get(site.address(), etag='"7"', modified="Mon, 23 Nov 2026 10:00:00 GMT")
    assert (got.not_modified, got.data) == (True, b"")
    headers = site.asked[0].headers
    assert headers["if-none-match"] == '"7"'
    assert headers["if-modified-since"] == "Mon, 23 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize("packing", ["gzip", "deflate", "bare"])
def test_what_is_packed_is_unpacked(site: Site, packing: str) -> None:
    site.put("/", tricks.packed(PAGE.encode() * 1000, packing))
    assert fetcher().get(site.address()).data == PAGE.encode() * 1000


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_page(site: Site, status: int) -> None:
    site.page("/bg/нова", PAGE)
    site.put("/", tricks.led("/a/../bg/%D0%BD%D0%BE%D0%B2%D0%B0#2", status))
    got = fetcher().get(site.address())
    assert got.address == site.address("/bg/%D0%BD%D0%BE%D0%B2%D0%B0")
    assert got.data == PAGE.encode()


def test_a_circle_of_redirects_is_an_error(site: Site) -> None:
    site.put("/a", tricks.led("/b"))
    site.put("/b", tricks.led("/a"))
    with pytest.raises(errors.RedirectsError) as failed:
        fetcher().get(site.address("/a"))
    assert failed.value.count == PATIENT.redirects
    assert len(site.asked) == PATIENT.redirects + 1


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.eu/",
        "http://[",
    ],
)
def test_no_redirect_leads_out_of_the_web(site: Site, target: str) -> None:
    site.put("/", tricks.led(target))
    with pytest.raises(errors.RedirectError) as failed:
        fetcher().get(site.address())
    assert failed.value.target == target


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.eu"])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(errors.SchemeError):
        fetcher().get(address)


@pytest.mark.parametrize("address", ["", "новини", "http://", "https://[Съобщение]/", "http://a:b"])
def test_what_is_no_address_is_said_so(address: str) -> None:
    with pytest.raises(errors.MalformedAddressError):
        fetcher().get(address)


PRIVATE = ["localhost", "127.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "10.1.2.3"]


@pytest.mark.parametrize("host", [*PRIVATE, "192.168.1.1", "169.254.169.254", "[fe80::1]"])
def test_a_private_host_is_not_touched_unasked(site: Site, host: str) -> None:
    with pytest.raises(errors.PrivateAddressError) as failed:
        fetcher().get(f"http://{host}:{site.port}/")
    assert failed.value.host == host.strip("[]")
    assert site.asked == []


def test_a_redirect_to_a_private_host_is_asked_as_well(site: Site) -> None:
    site.put("/", tricks.led(site.address("/inside", "localhost")))
    site.page("/inside", PAGE)
    web = fetcher()
    with pytest.raises(errors.PrivateAddressError) as failed:
        web.get(site.address())
    assert failed.value.host == "localhost"
    assert site.paths() == ["/"]
    web.allow(failed.value.host)
    assert web.get(site.address()).data == PAGE.encode()


def test_a_name_in_an_address_is_not_told_to_the_host(site: Site) -> None:
    site.page("/", PAGE)
    got = fetcher().get(site.address().replace("127", "ec.europa.eu:x@127"))
    assert got.address == site.address()
    assert "authorization" not in site.asked[0].headers
