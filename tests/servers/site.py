"""A site on loopback: pages, and whatever else a host may do to whoever asks."""

import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import unquote

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came; the names of its headers are in small letters."""

    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """What a path answers with; the length goes with it unless the headers say otherwise."""

    data: bytes = b""
    media: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, visit: "Visit") -> None:
        headers = {"Content-Type": self.media, "Content-Length": str(len(self.data))}
        visit.begin(self.status, headers | dict(self.headers))
        visit.send(self.data)


class Visit:
    """One request, for an answer that is given by hand."""

    def __init__(self, handler: BaseHTTPRequestHandler, closing: threading.Event) -> None:
        self.closing = closing
        self.asked = Asked(
            handler.path, {name.lower(): value for name, value in handler.headers.items()}
        )
        self._handler = handler

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the status and the headers."""
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def send(self, data: bytes) -> None:
        """Send a piece of the body at once."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def hold(self, seconds: float | None = None) -> bool:
        """Say nothing for a while, or until the site is closed; tell whether that is so."""
        return self.closing.wait(seconds)


Answering = Callable[[Visit], None]


class Site:
    """Serves from the start of a `with` to its end; then nothing of it is left running."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self._answers: dict[str, Answering] = {}
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer((LOOPBACK, 0), self._handler())
        self._server.daemon_threads = False  # they are waited for, so that none is left
        self._scheme = "http"
        if context is not None:
            self._scheme = "https"
            # The handshake belongs to the visit: a bad one must not end the server.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.server_address[1]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_about: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def address(self, path: str = "/", host: str = LOOPBACK) -> str:
        """Return the address of a path."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def put(self, path: str, answer: Answering) -> str:
        """Let a path, with its query, answer so from now on; return its address."""
        self._answers[unquote(path)] = answer
        return self.address(path)

    def page(self, path: str, text: str, media: str = "text/html; charset=utf-8") -> str:
        """Put a page of text; return its address."""
        return self.put(path, Page(text.encode(), media))

    def paths(self) -> list[str]:
        """Return what was asked for, in order."""
        return [each.path for each in self.asked]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                visit = Visit(self, site._closing)
                site.asked.append(visit.asked)
                answer = site._answers.get(unquote(self.path), Page(status=404))
                try:
                    answer(visit)
                except OSError:  # whoever asked has gone
                    self.close_connection = True

            def handle(self) -> None:
                try:
                    super().handle()
                except OSError:  # a handshake that came to nothing
                    self.close_connection = True

            def log_message(self, *_words: object) -> None:
                """Keep quiet."""

        return Handler
