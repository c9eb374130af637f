"""Feeds that a page names: what it declares, and links that look like feeds."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from reader.model.feed import FoundFeed
from reader.text import encodings

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
    }
)
_LIKE_A_FEED = re.compile(
    r"(?:^|[/._-])(?:rss|atom|feeds?)(?:[_-][a-z]{2})?(?:\.(?:xml|rss|ashx|aspx|php))?/?$"
    r"|/rss/.*\.(?:xml|ashx)$|\.(?:rss|atom)$|display-feed",
    re.IGNORECASE,
)
_SCHEMES = ("http", "https")


def feeds_in(data: bytes, charset: str | None, address: str = "") -> tuple[FoundFeed, ...]:
    """Return the feeds that a page names, those that it declares first, each once."""
    page = _page(data, charset)
    if page is None:
        return ()
    base = next((each.get("href", "") for each in page.iter("base")), "")
    base = _joined(address, base) or address
    found: dict[str, FoundFeed] = {}
    for link, title in (*_declared(page), *_linked(page)):
        whole = _joined(base, link)
        if whole is not None:
            found.setdefault(whole, FoundFeed(whole, " ".join(title.split())))
    return tuple(found.values())


def _declared(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for link in page.iter("link"):
        kinds = link.get("rel", "").lower().split()
        media = link.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in kinds and media in _TYPES:
            yield link.get("href", ""), link.get("title", "")


def _linked(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for link in page.iter("a"):
        target = link.get("href", "")
        if _LIKE_A_FEED.search(target.partition("#")[0].partition("?")[0]):
            yield target, link.text_content()


def _page(data: bytes, charset: str | None) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding=charset if charset and _is_known(charset) else None)
    text = None if charset else encodings.decoded(data)
    try:
        if text is not None:
            return html.document_fromstring(text.encode(), html.HTMLParser(encoding="utf-8"))
        return html.document_fromstring(data, parser)
    except etree.ParserError:  # nothing in it
        return None


def _is_known(charset: str) -> bool:
    try:
        "".encode(charset)
    except LookupError:
        return False
    return True


def _joined(base: str, link: str) -> str | None:
    try:
        whole = urljoin(base, link.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if link.strip() and parts.scheme in _SCHEMES and parts.netloc else None
