"""What does not come whole does not come at all, and there is an error that says why."""

import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader import errors
from reader.sources.fetch import Limits
from tests.servers import tricks
from tests.servers.certificates import self_signed, serving, trusting
from tests.servers.fetching import PATIENT, SOON, Impatient, fetcher
from tests.servers.site import LOOPBACK, Page, Site

pytest_plugins = ("tests.servers.fixtures",)
pytestmark = pytest.mark.usefixtures("nothing_left_running")

PAGE = "<p>Държавите прилагат закона за водите.</p>"


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
    assert failed.value.megabytes == PATIENT.megabytes


def test_a_page_of_50_mb_is_refused_by_the_usual_limits(site: Site) -> None:
    site.put("/", Page(bytes(50 * tricks.MEGABYTE)))
    with pytest.raises(errors.HugeAnswerError):
        fetcher(limits=Limits()).get(site.address())


@pytest.mark.parametrize("answer", [tricks.stall, tricks.stall_within])
def test_silence_is_given_up(site: Site, answer: Page) -> None:
    site.put("/", answer)
    with pytest.raises(errors.SlowAnswerError) as failed:
        fetcher(limits=SOON).get(site.address())
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


def test_a_bug_is_met_by_whoever_waits_and_is_not_hushed_up(monkeypatch) -> None:
    told: SimpleQueue[BaseException] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", lambda about: told.put(about.exc_value))

    def broken() -> None:
        raise KeyError("certificates")

    with pytest.raises(KeyError) as met:
        fetcher(make_context=broken).get(f"https://{LOOPBACK}/")
    assert told.get(timeout=60) is met.value
