"""One request and its answer, in a thread that can be left behind at any moment."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from reader.errors import BrokenAnswerError, HugeAnswerError, NetworkError
from reader.sources.fetch import statuses, troubles
from reader.sources.fetch.hosts import places_of
from reader.sources.fetch.limits import Limits
from reader.sources.fetch.proxies import Proxy
from reader.sources.fetch.target import Target
from reader.sources.fetch.unpacking import PackingError, TooMuchError, Unpacker

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_AT_ONCE = 65536  # bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask whom, and by which way."""

    target: Target
    headers: Mapping[str, str]
    allowed: bool  # to be a private host
    proxy: Proxy | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `headers` do not mind capitals, `data` is unpacked, and empty but for 200."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class Exchange:
    """Asks in a thread of its own; `answer` can be waited for, and `abandon` ends it at once.

    The answer is raised as `NetworkError` where there is none.
    """

    def __init__(
        self, request: Request, limits: Limits, make_context: Callable[[], ssl.SSLContext]
    ) -> None:
        self.arrived = 0
        self.expected = 0
        self.answer: Future[Answer] = Future()
        self._request = request
        self._target = request.target
        self._limits = limits
        self._make_context = make_context
        self._connection: HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._abandoned = threading.Event()
        # A look-up of a name cannot be broken off, and must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="web request", daemon=True)
        self._thread.start()

    def abandon(self) -> None:
        """Let nothing more come; the thread ends as soon as the system lets it."""
        self._abandoned.set()
        connecting = None if self._connection is None else self._connection.sock
        for each in (self._socket, connecting):
            if each is not None:
                with contextlib.suppress(OSError):  # closed already
                    # Of the bare socket: the encrypted one would first say goodbye, and wait.
                    socket.socket.shutdown(each, socket.SHUT_RDWR)

    def _run(self) -> None:
        try:
            self.answer.set_result(self._ask())
        except NetworkError as error:
            self.answer.set_exception(error)
        except BaseException as error:  # a bug: whoever waits must not wait for it in vain
            self.answer.set_exception(error)
            raise

    def _ask(self) -> Answer:
        connection = self._connected()
        try:
            self._socket = connection.sock
            connection.timeout = self._limits.silence
            connection.request(
                "GET",
                self._path(),
                headers=self._request.headers,
                preload_content=False,
                decode_content=False,
            )
            response = connection.getresponse()
            with contextlib.closing(response):
                data = self._body(response) if statuses.is_page(response.status) else b""
            return Answer(response.status, response.headers, data)
        except (OSError, HTTPError, HTTPException) as error:
            raise troubles.while_reading(error, self._target, self._limits) from error
        finally:
            connection.close()

    def _path(self) -> str:
        forwarded = self._request.proxy is not None and not self._target.secure
        return self._target.address if forwarded else self._target.path

    def _connected(self) -> HTTPConnection:
        """Return a connection to the first of the host's addresses that takes one."""
        proxy = self._request.proxy
        if proxy is not None:
            return self._connect(self._through(proxy), proxy)
        error: NetworkError | None = None
        for place in places_of(self._target, allowed=self._request.allowed):
            try:
                return self._connect(self._direct(place))
            except NetworkError as failed:
                error = error or failed
        raise error or BrokenAnswerError(self._target.address, "")

    def _connect(self, connection: HTTPConnection, proxy: Proxy | None = None) -> HTTPConnection:
        self._connection = connection
        try:
            connection.connect()
        except (OSError, HTTPError, HTTPException) as error:
            connection.close()
            raise troubles.while_connecting(error, self._target, self._limits, proxy) from error
        if self._abandoned.is_set():
            connection.close()
            raise BrokenAnswerError(self._target.address, "")
        return connection

    def _direct(self, place: str) -> HTTPConnection:
        seconds = self._limits.connect
        if not self._target.secure:
            return HTTPConnection(place, self._target.port, timeout=seconds)
        return HTTPSConnection(
            place,
            self._target.port,
            timeout=seconds,
            server_hostname=self._target.host,
            ssl_context=self._make_context(),
        )

    def _through(self, proxy: Proxy) -> HTTPConnection:
        seconds = self._limits.connect
        if not self._target.secure:
            return HTTPConnection(proxy.host, proxy.port, timeout=seconds)
        connection = HTTPSConnection(
            proxy.host, proxy.port, timeout=seconds, ssl_context=self._make_context()
        )
        connection.set_tunnel(self._target.host, self._target.port, proxy.headers)
        return connection

    def _body(self, response: "BaseHTTPResponse") -> bytes:
        address, most = self._target.address, self._limits.megabytes * 2**20
        self.expected = _length(response.headers)
        if self.expected > most:
            raise HugeAnswerError(address, self._limits.megabytes)
        try:
            unpacker = Unpacker(response.headers.get("Content-Encoding", ""), most)
            for data in self._arriving(response):
                unpacker.feed(data)
            return unpacker.finish()
        except TooMuchError as error:
            raise HugeAnswerError(address, self._limits.megabytes) from error
        except PackingError as error:
            raise BrokenAnswerError(address, str(error)) from error

    def _arriving(self, response: "BaseHTTPResponse") -> Iterator[bytes]:
        most = self._limits.megabytes * 2**20
        while data := response.read1(_AT_ONCE, decode_content=False):
            self.arrived += len(data)
            if self.arrived > most:
                raise TooMuchError
            yield data


def _length(headers: Mapping[str, str]) -> int:
    length = headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else 0
