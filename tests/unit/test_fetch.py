"""What lies at an address comes whole, or there is an error that says why."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import errors
from reader.sources.fetch import Limits
from tests.servers import tricks
from tests.servers.certificates import self_signed, serving, trusting
from tests.servers.fetching import SOON, Clock, fetcher
from tests.servers.site import LOOPBACK, Page, Site

PAGE = "<p>Държавите прилагат закона за водите.</p>"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
        assert not thread.is_alive(), thread


class Impatient:
    """Gives up at once, or after being asked a few times."""

    def __init__(self, patience: int = 0) -> None:
        self.patience = patience

    def progress(self, done: int, total: int) -> None:
        pass

    def stopped(self) -> bool:
        self.patience -= 1
        return self.patience < 0


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
    assert failed.value.count == SOON.redirects
    assert len(site.asked) == SOON.redirects + 1


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


STATUSES = [
    (401, errors.ForbiddenError),
    (403, errors.ForbiddenError),
    (404, errors.NotFoundError),
    (410, errors.GoneError),
    (418, errors.StatusError),
    (204, errors.StatusError),
    (500, errors.ServerFailedError),
]


@pytest.mark.parametrize(("status", "error"), STATUSES)
def test_each_refusal_has_its_error(site: Site, status: int, error: type) -> None:
    site.put("/", Page(status=status))
    with pytest.raises(errors.StatusError) as failed:
        fetcher().get(site.address())
    assert type(failed.value) is error
    assert failed.value.status == status


BROKEN = [
    tricks.cut_off(b"<p>", 1000),
    tricks.cut_chunks,
    tricks.nonsense,
    tricks.hang_up,
    Page(b"no gzip at all", headers={"Content-Encoding": "gzip"}),
    Page(tricks.packed(PAGE.encode() * 99).data[:-30], headers={"Content-Encoding": "gzip"}),
    Page(b"x", headers={"Content-Encoding": "br"}),
]


@pytest.mark.parametrize("answer", BROKEN)
def test_what_does_not_come_whole_does_not_come_at_all(site: Site, answer: Page) -> None:
    site.put("/", answer)
    with pytest.raises(errors.BrokenAnswerError):
        fetcher().get(site.address())


def test_a_length_that_is_too_small_cuts_the_page_and_one_that_is_none_does_not_matter(
    site: Site,
) -> None:
    site.put("/", Page(b"abcdef", headers={"Content-Length": "3"}))
    assert fetcher().get(site.address()).data == b"abc"
    site.put("/", Page(b"abcdef", headers={"Content-Length": "many"}))
    assert fetcher().get(site.address()).data == b"abcdef"


HUGE = [
    Page(bytes(3 * tricks.MEGABYTE)),
    tricks.endless,
    tricks.bomb(300),
    tricks.bomb(300, "deflate"),
    Page(b"x", headers={"Content-Length": str(50 * tricks.MEGABYTE)}),
]


@pytest.mark.parametrize("answer", HUGE)
def test_no_more_is_taken_than_the_limit(site: Site, answer: Page) -> None:
    site.put("/", answer)
    with pytest.raises(errors.HugeAnswerError) as failed:
        fetcher().get(site.address())
    assert failed.value.megabytes == SOON.megabytes


def test_a_page_of_50_mb_is_refused_by_the_usual_limits(site: Site) -> None:
    site.put("/", Page(bytes(50 * tricks.MEGABYTE)))
    with pytest.raises(errors.HugeAnswerError):
        fetcher(limits=Limits()).get(site.address())


@pytest.mark.parametrize("answer", [tricks.stall, tricks.stall_within])
def test_silence_is_given_up(site: Site, answer: Page) -> None:
    site.put("/", answer)
    with pytest.raises(errors.SlowAnswerError) as failed:
        fetcher().get(site.address())
    assert failed.value.seconds == SOON.silence


@pytest.mark.parametrize("answer", [tricks.drip, tricks.drip_headers])
def test_an_answer_without_end_is_given_up(site: Site, answer: Page) -> None:
    site.put("/", answer)
    limits = Limits(silence=30, whole=0.3)
    with pytest.raises(errors.SlowAnswerError) as failed:
        fetcher(limits=limits).get(site.address())
    assert failed.value.seconds == limits.whole


@pytest.mark.parametrize("answer", [tricks.stall, tricks.drip, tricks.drip_headers])
def test_a_person_can_stop_it_at_any_moment(site: Site, answer: Page) -> None:
    site.put("/", answer)
    with pytest.raises(errors.StoppedError):
        fetcher(limits=Limits()).get(site.address(), watch=Impatient(3))
    assert site.paths() == ["/"]


def test_nobody_listens() -> None:
    with Site() as closed:
        address = closed.address()
    with pytest.raises(errors.UnreachableError) as failed:
        fetcher().get(address)
    assert failed.value.host == LOOPBACK


def test_a_name_that_no_computer_has() -> None:
    with pytest.raises(errors.UnknownHostError) as failed:
        fetcher().get("https://nothing.invalid/")
    assert failed.value.host == "nothing.invalid"


@pytest.mark.parametrize(("host", "days"), [(LOOPBACK, 30), (LOOPBACK, -1), ("europa.eu", 30)])
def test_a_certificate_that_nobody_vouches_for(tmp_path: Path, host: str, days: int) -> None:
    with Site(serving(self_signed(tmp_path, host, days))) as site:
        site.page("/", PAGE)
        with pytest.raises(errors.CertificateError) as failed:
            fetcher().get(site.address())
        assert failed.value.host == LOOPBACK
        assert failed.value.reason
        assert site.asked == []


@pytest.mark.parametrize(("host", "days"), [(LOOPBACK, -1), ("europa.eu", 30)])
def test_a_known_certificate_must_still_hold_and_be_of_this_host(
    tmp_path: Path, host: str, days: int
) -> None:
    certificate = self_signed(tmp_path, host, days)
    with Site(serving(certificate)) as site:
        site.page("/", PAGE)
        with pytest.raises(errors.CertificateError):
            fetcher(make_context=lambda: trusting(certificate)).get(site.address())
        assert site.asked == []


def test_a_secure_page_comes_from_a_host_that_is_vouched_for(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    with Site(serving(certificate)) as site:
        site.page("/", PAGE)
        web = fetcher(make_context=lambda: trusting(certificate))
        assert web.get(site.address()).data == PAGE.encode()


def test_a_host_without_encryption_makes_no_secure_connection(site: Site) -> None:
    with pytest.raises(errors.SecureConnectionError) as failed:
        fetcher().get(site.address().replace("http:", "https:"))
    assert type(failed.value) is errors.SecureConnectionError


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


def test_a_name_in_an_address_is_not_told_to_the_host(site: Site) -> None:
    site.page("/", PAGE)
    got = fetcher().get(site.address().replace("127", "ec.europa.eu:x@127"))
    assert got.address == site.address()
    assert "authorization" not in site.asked[0].headers
