"""An article checked against the page, or the text of a feed, of the same announcement."""

from collections.abc import Iterable

from reader.app.documents import clean
from reader.app.opened import Opened
from reader.app.reader import Reader
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.model.correction import Offer
from reader.model.watch import UNWATCHED, Watch
from reader.repair import truth


def offers(
    reader: Reader, identifier: int, page: Incoming, apart: Apart, watch: Watch = UNWATCHED
) -> tuple[Offer, ...]:
    """Return what the page shows to be wrong in a kept article; nothing is changed.

    None where the page is of another announcement. Raises `SourceError`, `LibraryError`,
    `StoppedError`.
    """
    shown = clean(page, apart, watch=watch).article
    return truth.offers(reader.open(identifier).article, shown)


def accept(
    reader: Reader, identifier: int, chosen: Iterable[Offer], password: str | None = None
) -> Opened:
    """Make corrections that were offered; they can be taken back one by one, the last one first.

    Raises `SourceError` or `LibraryError`; then the article is as it was.
    """
    return reader.put_right(identifier, [offer.correction for offer in chosen], password)
