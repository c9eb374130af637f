"""What lies at an address or behind a reference, fetched so that it can be read like a file."""

from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit

from reader.errors import MalformedAddressError, PrivateAddressError, StatusError
from reader.importers.html.decoding import told_by_itself
from reader.importers.incoming import Incoming
from reader.model.watch import UNWATCHED, Watch
from reader.sources import wanted as sources
from reader.sources.wanted import Question

if TYPE_CHECKING:
    # The network is loaded only by those who touch it.
    from reader.sources.fetch import Fetched


class Fetches(Protocol):
    """Whoever fetches from the web: `reader.sources.fetch.Fetcher`."""

    def get(
        self,
        address: str,
        *,
        languages: tuple[str, ...] = (),
        accept: str = "",
        watch: Watch | None = None,
    ) -> "Fetched":
        """Return what lies at an address; raises `NetworkError`, `StoppedError`."""


class Guarded(Fetches, Protocol):
    """Whoever asks hosts of private networks only when that is allowed."""

    def allow(self, host: str) -> None:
        """Let a host of a private network be asked from now on."""


class Allowing:
    """Fetches also from private networks, wherever an address leads."""

    def __init__(self, fetcher: Guarded) -> None:
        self._fetcher = fetcher

    def get(
        self,
        address: str,
        *,
        languages: tuple[str, ...] = (),
        accept: str = "",
        watch: Watch | None = None,
    ) -> "Fetched":
        """Return what lies at an address; raises `NetworkError`, `StoppedError`."""
        refused = ""
        while True:
            try:
                return self._fetcher.get(address, languages=languages, accept=accept, watch=watch)
            except PrivateAddressError as error:
                if error.host == refused:
                    raise
                refused = error.host
                self._fetcher.allow(error.host)


def is_named(wanted: str) -> bool:
    """Tell whether a text is an address or a reference, so that it can be fetched."""
    return bool(sources.questions(wanted))


def fetched(
    wanted: str, fetcher: Fetches, language: str = "bg", watch: Watch = UNWATCHED
) -> Incoming:
    """Return the document at an address, or behind a reference, in a language if it is there.

    The press corner is asked for its parts, EUR-Lex through Cellar. Raises `NetworkError`,
    `StoppedError`.
    """
    questions = sources.questions(wanted, language)
    if not questions:
        raise MalformedAddressError(wanted)
    *first, last = questions
    for question in first:
        try:
            return _asked(question, fetcher, watch)
        except StatusError:  # not there in this form
            continue
    return _asked(last, fetcher, watch)


def _asked(question: Question, fetcher: Fetches, watch: Watch) -> Incoming:
    found = fetcher.get(
        question.address, languages=question.languages, accept=question.accept, watch=watch
    )
    address = question.shown or found.address
    data = told_by_itself(found.data, found.charset)
    charset = found.charset if data is found.data else None
    return Incoming(data, name_of(address), address=address, charset=charset)


def name_of(address: str) -> str:
    """Return what the document is called for short: the last part of its path, or the host."""
    parts = urlsplit(address)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    return last or parts.hostname or address
