"""An entry as a format has it, and the piece of news that it is."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from reader.model.feed import Feed, FeedItem
from reader.sources.feed_dates import day_is_first, day_of

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_SCHEMES = ("http", "https")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a format says of an entry; "" where it says nothing.

    Only what is `marked` in a title is markup: in "a < b" nothing is.
    """

    key: str
    title: str
    address: str
    published: str
    markup: str
    language: str | None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class RawFeed:
    """What a format says of a feed."""

    title: str
    language: str | None
    site: str
    entries: tuple[Entry, ...]


def feed_of(raw: RawFeed, address: str) -> Feed:
    """Return the feed, with whole addresses, and with each piece of news once."""
    base = address or raw.site
    items = _once(_items(raw, base))
    site = whole_address(raw.site, address)
    return Feed(plain(raw.title, marked=True), raw.language, site, tuple(items))


def plain(words: str, *, marked: bool) -> str:
    """Return a title without markup, in one line."""
    if marked and _TAG.search(words):
        words = _TAG.sub("", words)
    if marked:
        words = html.unescape(words)
    return " ".join(words.split())


def whole_address(link: str, base: str) -> str | None:
    """Return where a link leads; None for what is no page of the web."""
    try:
        whole = urljoin(base, link.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    if not link.strip() or parts.scheme not in _SCHEMES or not parts.hostname:
        return None
    return _UNSAFE_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", whole)


def _items(raw: RawFeed, base: str) -> Iterator[FeedItem]:
    links = Counter(entry.address for entry in raw.entries if not entry.key)
    day_first = day_is_first((entry.published for entry in raw.entries), raw.language)
    for entry in raw.entries:
        title = plain(entry.title, marked=entry.marked)
        address = whole_address(entry.address, base)
        # Where several have one address and nothing else to tell them apart, their titles do.
        shared = not entry.address or links[entry.address] > 1
        key = entry.key or (f"{entry.address} {title}".strip() if shared else entry.address)
        day = day_of(entry.published, day_first=day_first)
        if key or entry.markup:
            yield FeedItem(key or entry.markup[:200], title, address, day, entry.markup)


def _once(items: Iterable[FeedItem]) -> Iterator[FeedItem]:
    seen: set[str] = set()
    for item in items:
        if item.key not in seen:
            seen.add(item.key)
            yield item
