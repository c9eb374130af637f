"""An article and its links in the original language: where that is, and the text itself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.app.archives import Archives
from reader.errors import (
    GoneError,
    NetworkError,
    NotFoundError,
    NotTheOriginalError,
    PrivateAddressError,
    SourceError,
    StoppedError,
    UnknownOriginalError,
)
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article
from reader.model.links import (
    OWN_LINK,
    CheckedPair,
    KnownLink,
    LinkPair,
    Presence,
    Sureness,
    Version,
)
from reader.model.watch import UNWATCHED, OnlyStops, Watch

if TYPE_CHECKING:
    from reader.app.web import Fetches
    from reader.model.bilingual import Pin

_ORIGINAL = "en"
_TRANSLATION = "bg"
NOTHING: Mapping[str, KnownLink] = MappingProxyType({})


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

    def pins(self, identifier: int) -> "tuple[Pin, ...]":
        """Return the pairs that a person has made between an article and its original."""
        opened = self._archives.of(identifier)
        return self._library.pins.of(identifier) if opened is None else opened.pins(identifier)

    def keep_pins(self, identifier: int, pins: "Iterable[Pin]") -> None:
        """Keep these pairs, and no others, with an article; raises `ReadOnlyArchiveError`."""
        self._archives.refuse(identifier)
        self._library.pins.keep(identifier, pins)

    def places(self, identifier: int) -> tuple[Version, ...]:
        """Return where the original of an article may be, the surest first."""
        from reader.sources import originals

        found = originals.candidates(self._library.article(identifier), _ORIGINAL)
        own = self.known(identifier).get(OWN_LINK, KnownLink()).own
        if own is None:
            return found
        return Version(own, Sureness.OWN), *(each for each in found if each.address != own)

    def known(self, identifier: int) -> Mapping[str, KnownLink]:
        """Return what is kept of the links of an article, by their addresses."""
        if self._archives.of(identifier) is not None:
            return {}
        return self._library.link_notes.of(identifier)

    def give_address(self, identifier: int, link: str, address: str) -> None:
        """Keep where the original of a link is, or of the article itself, as the person says.

        A reference stands for its address; no address at all leaves it to the rules again.
        """
        from reader.sources.wanted import address_of

        self._archives.refuse(identifier)
        own = address_of(address, _language(self._library.article(identifier)))
        before = self.known(identifier).get(link, KnownLink())
        now = replace(before, own=own, original=Presence.UNKNOWN)
        self._library.link_notes.keep(identifier, {link: now})

    def keep_found(self, identifier: int, found: Mapping[str, CheckedPair]) -> None:
        """Keep what was found of links."""
        self._archives.refuse(identifier)
        known = self.known(identifier)
        kept = {
            link: replace(
                known.get(link, KnownLink()), bulgarian=each.bulgarian, original=each.original
            )
            for link, each in found.items()
        }
        self._library.link_notes.keep(identifier, kept)

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
        from reader.app.documents import clean
        from reader.app.web import fetched

        incoming = fetched(place, fetcher, _language(article), watch)
        original = clean(incoming, self._apart, watch=watch).article
        if original.language == article.language:
            raise NotTheOriginalError(place)
        self._library.original_texts.keep(identifier, original, incoming.data)
        return original


def language(article: Article, pair: LinkPair) -> str:
    """Return the language of what an article, or a link of it, has as its original."""
    from reader.sources import addresses

    return addresses.language(pair.original or "") or _language(article)


def _language(article: Article) -> str:
    from reader.sources import originals

    return originals.language_of(article, _ORIGINAL)


def pairs(article: Article, known: Mapping[str, KnownLink] = NOTHING) -> Mapping[str, CheckedPair]:
    """Return the article's own addresses, if any is known, and then each of its links once.

    They are named by the addresses that the article has, itself by `OWN_LINK`; what is known
    of them is taken into account.
    """
    from reader.app.documents import link_pairs, own_pair

    own, given = own_pair(article), known.get(OWN_LINK, KnownLink()).own
    if own is None and given:
        own = LinkPair(article.title, given, given, None, Sureness.OWN)
    found = {OWN_LINK: own} if own else {}
    found |= {pair.address: pair for pair in link_pairs(article, given)}
    return {link: _with(pair, known.get(link, KnownLink())) for link, pair in found.items()}


def _with(pair: LinkPair, known: KnownLink) -> CheckedPair:
    """Return a link with the person's own address of its original, and what was found of it."""
    if known.own and known.own != pair.original:
        bulgarian = pair.bulgarian or (pair.address if pair.address != pair.original else None)
        pair = replace(pair, original=known.own, bulgarian=bulgarian, sureness=Sureness.OWN)
    return CheckedPair(pair, known.bulgarian, known.original)


def check(pair: LinkPair, fetcher: "Fetches", watch: Watch = UNWATCHED) -> CheckedPair:
    """Ask which of a link's two addresses has something to show; raises `StoppedError`.

    An address of which no rule knows the language is asked for as if it were the Bulgarian one.
    """
    from reader.sources import addresses

    bulgarian = pair.bulgarian if pair.bulgarian or pair.original else pair.address
    language = addresses.language(pair.original or "") or _ORIGINAL
    return CheckedPair(
        pair,
        _presence(bulgarian, _TRANSLATION, fetcher, watch),
        _presence(pair.original, language, fetcher, watch),
    )


def check_all(
    found: Mapping[str, CheckedPair], fetcher: "Fetches", watch: Watch = UNWATCHED
) -> Mapping[str, CheckedPair]:
    """Ask for links one after the other; where somebody gives up, return what was found so far."""
    checked: dict[str, CheckedPair] = {}
    try:
        for link, each in found.items():
            watch.progress(len(checked), len(found))
            checked[link] = check(each.pair, fetcher, OnlyStops(watch))
    except StoppedError:
        return checked
    return checked


def _presence(address: str | None, language: str, fetcher: "Fetches", watch: Watch) -> Presence:
    if address is None or not address.lower().startswith(("http://", "https://")):
        return Presence.UNKNOWN
    from reader.app.web import fetched
    from reader.sources import addresses

    try:
        found = fetched(address, fetcher, language, watch)
    except (NotFoundError, GoneError):
        return Presence.MISSING
    except PrivateAddressError:
        return Presence.PRIVATE
    except NetworkError:
        return Presence.NO_ANSWER
    # Some sites lead on to the language that they do have.
    led_to = addresses.language(found.address or address)
    wanted = addresses.language(address)
    return Presence.MISSING if led_to and wanted and led_to != wanted else Presence.THERE
