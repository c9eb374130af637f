"""An article and its links in the original language: where that is, and the text itself."""

from typing import TYPE_CHECKING

from reader.app.archives import Archives
from reader.app.documents import clean, link_pairs, own_pair
from reader.errors import (
    GoneError,
    NetworkError,
    NotFoundError,
    NotTheOriginalError,
    SourceError,
    UnknownOriginalError,
)
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article
from reader.model.links import CheckedPair, LinkPair, Presence, Version
from reader.model.watch import UNWATCHED, Watch
from reader.sources import addresses, originals

if TYPE_CHECKING:
    from reader.app.web import Fetches

ORIGINAL = "en"
_TRANSLATION = "bg"


class Originals:
    """Finds, fetches and keeps what articles are translations of.

    Nothing is fetched unless a person asks. Methods raise `LibraryError`.
    """

    def __init__(self, library: Library, archives: Archives, apart: Apart) -> None:
        self._library = library
        self._archives = archives
        self._apart = apart

    def of(self, identifier: int) -> Article | None:
        """Return the original that is kept with an article."""
        opened = self._archives.of(identifier)
        if opened is not None:
            return opened.original_text(identifier)
        return self._library.original_texts.of(identifier)

    def places(self, identifier: int) -> tuple[Version, ...]:
        """Return where the original of an article may be, the surest first."""
        return originals.candidates(self._library.article(identifier), ORIGINAL)

    def fetch(
        self,
        identifier: int,
        fetcher: "Fetches",
        address: str | None = None,
        watch: Watch = UNWATCHED,
    ) -> Article:
        """Fetch the original of an article, from this address if one is given, and keep it.

        Raises `UnknownOriginalError`, `NetworkError`, `SourceError`, `StoppedError`; then nothing
        has changed.
        """
        self._archives.refuse(identifier)
        article = self._library.article(identifier)
        places = [address] if address else [each.address for each in self.places(identifier)]
        failure: NetworkError | SourceError | None = None
        for place in places:
            try:
                return self._fetch(identifier, article, fetcher, place, watch)
            except (NetworkError, SourceError) as error:
                failure = failure or error
        raise failure or UnknownOriginalError

    def _fetch(
        self, identifier: int, article: Article, fetcher: "Fetches", place: str, watch: Watch
    ) -> Article:
        from reader.app.web import fetched

        incoming = fetched(place, fetcher, ORIGINAL, watch)
        original = clean(incoming, self._apart, watch=watch).article
        if original.language == article.language:
            raise NotTheOriginalError(place)
        self._library.original_texts.keep(identifier, original, incoming.data)
        return original


def pairs(article: Article) -> tuple[LinkPair, ...]:
    """Return the article's own addresses, if any is known, and then each of its links once."""
    own = own_pair(article)
    return (*((own,) if own else ()), *link_pairs(article))


def check(pair: LinkPair, fetcher: "Fetches", watch: Watch = UNWATCHED) -> CheckedPair:
    """Ask which of a link's two addresses has something to show; raises `StoppedError`."""
    return CheckedPair(
        pair,
        _presence(pair.bulgarian, _TRANSLATION, fetcher, watch),
        _presence(pair.original, ORIGINAL, fetcher, watch),
    )


def _presence(address: str | None, language: str, fetcher: "Fetches", watch: Watch) -> Presence:
    if address is None:
        return Presence.UNKNOWN
    from reader.app.web import fetched

    try:
        found = fetched(address, fetcher, language, watch)
    except (NotFoundError, GoneError):
        return Presence.MISSING
    except NetworkError:
        return Presence.UNKNOWN
    # Some sites lead on to the language that they do have.
    led_to = addresses.language(found.address or address)
    wanted = addresses.language(address)
    return Presence.MISSING if led_to and wanted and led_to != wanted else Presence.THERE
