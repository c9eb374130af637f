"""Pages of the web, asked for politely, and only where a person wants them."""

import contextlib
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import TimeoutError as StillWaitingError
from dataclasses import dataclass
from urllib.request import getproxies

from reader.errors import (
    BusyHostError,
    MalformedAddressError,
    PrivateAddressError,
    RedirectError,
    RedirectsError,
    SchemeError,
    SlowAnswerError,
    StoppedError,
)
from reader.model.watch import UNWATCHED, Watch
from reader.sources.fetch import statuses
from reader.sources.fetch.exchange import Answer, Exchange, Request
from reader.sources.fetch.hosts import looks_private
from reader.sources.fetch.limits import Limits
from reader.sources.fetch.media import media_of
from reader.sources.fetch.pace import Pace
from reader.sources.fetch.proxies import proxy_for
from reader.sources.fetch.secure import system_context
from reader.sources.fetch.target import Target, led_on, target_of
from reader.sources.fetch.unpacking import ACCEPTED

HOMEPAGE = "https://chetivo.org/"
_GLANCE = 0.05  # seconds after which somebody who waits is asked whether to give up
_TRIES = 3  # at a host that is busy for moments


@dataclass(frozen=True, slots=True)
class Fetched:
    """What lay at an address, unpacked; `address` is where the redirects have led to.

    `etag` and `modified` are to be given when it is asked for again; where it is `not_modified`
    since, there is no data.
    """

    address: str
    status: int
    data: bytes
    media_type: str
    charset: str | None
    etag: str | None
    modified: str | None
    not_modified: bool


class Fetcher:
    """Fetches what lies at addresses of the web; may be used from several threads at once.

    A host is asked once a second at most. Hosts of private networks are asked only if allowed.
    """

    def __init__(
        self,
        version: str = "",
        *,
        limits: Limits | None = None,
        pace: Pace | None = None,
        proxies: Mapping[str, str] | None = None,
        allowed: Iterable[str] = (),
        make_context: Callable[[], ssl.SSLContext] = system_context,
    ) -> None:
        """Fetch as this version of the program; by default through the system's proxies.

        `allowed` are hosts of private networks; `make_context` says whose certificates hold.
        """
        self._agent = f"Chetivo/{version or '0'} (+{HOMEPAGE})"
        self._limits = limits or Limits()
        self._pace = pace or Pace()
        self._proxies = getproxies() if proxies is None else proxies
        self._allowed = {host.lower() for host in allowed}
        self._make_context = make_context

    def allow(self, host: str) -> None:
        """Let a host of a private network be asked from now on, for the person said so."""
        self._allowed.add(host.lower())

    def allows(self, host: str) -> bool:
        """Tell whether a host may be asked though it may be of a private network."""
        return host.lower() in self._allowed

    def get(
        self,
        address: str,
        *,
        languages: tuple[str, ...] = (),
        accept: str = "",
        etag: str | None = None,
        modified: str | None = None,
        watch: Watch | None = None,
    ) -> Fetched:
        """Return what lies at an address; raises `NetworkError`, `StoppedError`.

        The languages are those that are liked, the best first; `accept` lists types of media.
        Where `etag` or `modified` are given, what has not changed since is not sent again. The
        watch is told bytes, where it is known how many will come.
        """
        wanted = {
            "User-Agent": self._agent,
            "Accept": accept or "*/*",
            "Accept-Encoding": ACCEPTED,
            "Accept-Language": ", ".join(languages),
            "If-None-Match": etag or "",
            "If-Modified-Since": modified or "",
            "Connection": "close",
        }
        headers = {name: value for name, value in wanted.items() if value}
        target, left = target_of(address), self._limits.whole
        for _redirect in range(self._limits.redirects + 1):
            answer, seconds = self._ask(target, headers, left, watch or UNWATCHED)
            if answer.status not in statuses.LEADS_ON:
                return _fetched(target, answer)
            target, left = _led_on(target, answer), left - seconds
        raise RedirectsError(address, self._limits.redirects)

    def _ask(
        self, target: Target, headers: Mapping[str, str], left: float, watch: Watch
    ) -> tuple[Answer, float]:
        """Ask a host when it is its turn; return the answer, and how many seconds it took."""
        for _try in range(_TRIES):
            if (seconds := self._pace.left(target.host)) > self._limits.patience:
                raise BusyHostError(target.address, min(statuses.BUSY), seconds)
            self._pace.wait(target.host, watch)
            began = time.monotonic()
            answer = self._exchanged(self._request(target, headers), left, watch)
            if answer.status not in statuses.BUSY:
                self._pace.answered(target.host)
                return answer, time.monotonic() - began
            wanted = statuses.seconds_to_wait(answer.headers.get("Retry-After"))
            seconds = self._pace.rest(target.host, wanted)
        raise BusyHostError(target.address, answer.status, seconds)

    def _request(self, target: Target, headers: Mapping[str, str]) -> Request:
        allowed = self.allows(target.host)
        proxy = proxy_for(target, self._proxies)
        if proxy is not None and not allowed and looks_private(target.host):
            raise PrivateAddressError(target.address, target.host)
        own = {"Host": target.authority}
        if proxy is not None and not target.secure:
            own |= proxy.headers
        return Request(target, {**headers, **own}, allowed, proxy)

    def _exchanged(self, request: Request, left: float, watch: Watch) -> Answer:
        """Wait for an answer, but not past the limit, and no longer than somebody wants it."""
        exchange = Exchange(request, self._limits, self._make_context)
        until = time.monotonic() + left
        try:
            while True:
                with contextlib.suppress(StillWaitingError):
                    return exchange.answer.result(_GLANCE)
                if watch.stopped():
                    raise StoppedError
                if time.monotonic() > until:
                    raise SlowAnswerError(request.target.address, self._limits.whole)
                if exchange.expected:
                    watch.progress(exchange.arrived, exchange.expected)
        finally:
            exchange.abandon()


def _led_on(target: Target, answer: Answer) -> Target:
    location = answer.headers.get("Location", "")
    try:
        return led_on(target, location)
    except (MalformedAddressError, SchemeError) as error:
        raise RedirectError(target.address, location) from error


def _fetched(target: Target, answer: Answer) -> Fetched:
    not_modified = answer.status == statuses.NOT_MODIFIED
    if not not_modified and not statuses.is_page(answer.status):
        raise statuses.error_of(answer.status, target.address)
    headers = answer.headers
    media = media_of(headers.get("Content-Type", ""))
    return Fetched(
        target.address,
        answer.status,
        answer.data,
        media.kind,
        media.charset,
        headers.get("ETag"),
        headers.get("Last-Modified"),
        not_modified,
    )
