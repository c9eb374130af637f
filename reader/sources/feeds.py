"""From the bytes of a feed to its pieces of news: RSS 0.9 to 2.0, Atom, JSON Feed."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from reader.errors import NotAFeedError
from reader.model.feed import Feed
from reader.sources.discovery import feeds_in
from reader.sources.feed_entry import Entry, RawFeed, feed_of
from reader.sources.feed_xml import xml_of
from reader.sources.json_feed import json_feed

ACCEPTED = (
    "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
)
"""What to ask a host for."""
_AN_OBJECT = b"{"
_MARKUP = ("text/html", "application/xhtml+xml")
_XML = {"content-type": "application/xml; charset=utf-8"}


def read(data: bytes, address: str = "", charset: str | None = None, name: str = "") -> Feed:
    """Return what stands in a feed; `charset` is the encoding that the host named.

    Raises `NotAFeedError`, with the feeds that the page names, and `UnsafeFeedError`; in these the
    feed is called by its address, or else by the name of its file.
    """
    where = address or name
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_AN_OBJECT):
        raw = json_feed(data)
    else:
        raw = _xml_feed(xml_of(data, charset, where))
    if raw is None:
        found = feeds_in(data, charset, address)
        raise NotAFeedError(where, tuple(each.address for each in found))
    return feed_of(raw, address)


def _xml_feed(text: str) -> RawFeed | None:
    import feedparser

    # Nothing is cleaned here: what is kept goes through our own importer.
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers=_XML,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version"):
        return None
    feed = parsed.feed
    entries = tuple(_entries(parsed.entries))
    return RawFeed(feed.get("title", ""), feed.get("language"), feed.get("link", ""), entries)


def _entries(found: list[dict[str, Any]]) -> Iterator[Entry]:
    for each in found:
        detail = each.get("title_detail") or {}
        yield Entry(
            key=each.get("id", "").strip(),
            title=each.get("title", ""),
            address=_link(each),
            published=each.get("published") or each.get("updated") or each.get("created") or "",
            markup=_markup(each),
            language=detail.get("language"),
            marked=True,
        )


def _link(entry: Mapping[str, Any]) -> str:
    """Return the page of an entry; of several in different formats, the web page."""
    pages = [link for link in entry.get("links", ()) if link.get("rel") == "alternate"]
    pages.sort(key=lambda link: link.get("type") not in _MARKUP)
    address: str = pages[0].get("href", "") if pages else entry.get("link", "")
    # A name that a feed gives an entry is taken for an address unless the feed denies it.
    named = entry.get("guidislink") and not address.lower().startswith(("http://", "https://"))
    return "" if named else address


def _markup(entry: Mapping[str, Any]) -> str:
    """Return the longest of what the entry says of its contents."""
    contents = [each.get("value", "") for each in entry.get("content", ())]
    longest: str = max([*contents, entry.get("summary", "")], key=len)
    return longest
