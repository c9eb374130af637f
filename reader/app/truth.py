"""An article checked against the page, or the text of a feed, of the same announcement."""

from collections.abc import Iterable, Iterator

from reader.app.documents import clean
from reader.app.opened import Opened
from reader.app.reader import Reader
from reader.importers.incoming import Incoming
from reader.importers.plain import FORMAT as TEXT
from reader.model.article import Article
from reader.model.correction import Offer
from reader.model.identifier import archive_of
from reader.model.watch import UNWATCHED, Watch
from reader.repair import truth

UNSURE = ("pdf", TEXT)
"""The formats that say nothing for sure of words and blocks."""


def offers(
    reader: Reader, identifier: int, page: Incoming, watch: Watch = UNWATCHED
) -> tuple[Offer, ...]:
    """Return what the page shows to be wrong in a kept article; nothing is changed.

    None where the page is of another announcement. Raises `SourceError`, `LibraryError`,
    `StoppedError`.
    """
    shown = clean(page, reader.apart, watch=watch).article
    return truth.offers(reader.open(identifier).article, shown)


def at_hand(reader: Reader, identifier: int) -> tuple[Offer, ...]:
    """Return what the library itself shows to be wrong in an article out of print or copied text.

    It may have the page of the announcement as an older version, or as another article. Raises
    `LibraryError`.
    """
    article = reader.open(identifier).article
    if archive_of(identifier) or article.source.format not in UNSURE:
        return ()
    found = (truth.offers(article, page) for page in _pages(reader, identifier))
    return next(filter(None, found), ())


def _pages(reader: Reader, identifier: int) -> Iterator[Article]:
    versions = reader.library.versions
    kept = (versions.article(identifier, each.number) for each in versions.of(identifier))
    others = (reader.library.article(each) for each in versions.alike(identifier))
    for articles in (kept, others):
        yield from (each for each in articles if each.source.format not in UNSURE)


def accept(
    reader: Reader, identifier: int, chosen: Iterable[Offer], password: str | None = None
) -> Opened:
    """Make corrections that were offered; they can be taken back one by one, the last one first.

    Raises `SourceError` or `LibraryError`; then the article is as it was.
    """
    return reader.put_right(identifier, [offer.correction for offer in chosen], password)
