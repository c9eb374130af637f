"""From a piece of news that a feed tells of to a clean article: its page, or what the feed says."""

from collections.abc import Callable
from html import escape

from reader.app.documents import Cleaned, clean, completed
from reader.app.web import name_of
from reader.errors import (
    BusyHostError,
    EmptyDocumentError,
    NetworkError,
    SourceError,
    UnknownHostError,
    UnreachableError,
)
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.library.adding import Arrival
from reader.model.article import Article
from reader.model.feed import FeedItem
from reader.model.leaves import leaves
from reader.model.watch import Watch

FetchPage = Callable[[str, Watch], Incoming]
"""Fetches what stands at an address; raises `NetworkError`, `StoppedError`."""

LATER = (BusyHostError, UnknownHostError, UnreachableError)
"""What says nothing of the page itself, which may come another time."""
_SHARE = 0.5  # a page with less than this much of the feed's own words holds something else


def arrival_of(item: FeedItem, fetch: FetchPage, apart: Apart, watch: Watch) -> Arrival:
    """Return the article of a piece of news with the bytes that it was made from.

    Where its page cannot be read, or shows less than the feed tells, it is made from the feed.
    Raises `NetworkError`, `SourceError`, `StoppedError`.
    """
    told = _told(item, apart, watch)
    try:
        found = _page(item, fetch, apart, watch)
    except LATER:
        raise
    except (NetworkError, SourceError):
        if told is None:
            raise
        return told
    if told is not None and _length(found.article) < _SHARE * _length(told.article):
        return told
    return found


def page_of(item: FeedItem) -> bytes:
    """Return a page that holds what the feed tells."""
    day = item.published.isoformat() if item.published else ""
    shown = f'<p><time datetime="{day}">{day}</time></p>' if day else ""
    title = escape(item.title)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<article><h1>{title}</h1>{shown}{item.markup}</article></body></html>"
    ).encode("utf-8", "replace")


def _page(item: FeedItem, fetch: FetchPage, apart: Apart, watch: Watch) -> Arrival:
    if item.address is None:
        raise EmptyDocumentError(item.title)
    incoming = fetch(item.address, watch)
    return _arrival(clean(incoming, apart, watch=watch), item, incoming.data)


def _told(item: FeedItem, apart: Apart, watch: Watch) -> Arrival | None:
    """Return the article that the feed itself tells, where it tells anything."""
    if not item.markup.strip():
        return None
    data = page_of(item)
    name = name_of(item.address) if item.address else item.title
    incoming = Incoming(data, name, address=item.address)
    try:
        return _arrival(clean(incoming, apart, watch=watch), item, data)
    except SourceError:  # pictures alone, or nothing
        return None


def _arrival(cleaned: Cleaned, item: FeedItem, data: bytes) -> Arrival:
    return Arrival(completed(cleaned.article, item), cleaned.repairs, data)


def _length(article: Article) -> int:
    return sum(len(leaf.text) for leaf in leaves(article))
