"""Feeds that are written in JSON: https://www.jsonfeed.org/version/1.1/."""

import json
from collections.abc import Mapping
from html import escape

from reader.sources.feed_entry import Entry, RawFeed

_VERSION = "https://jsonfeed.org/version/"


def json_feed(data: bytes) -> RawFeed | None:
    """Return what stands in a feed; None where the bytes are none of this kind."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):  # no JSON, no UTF, or lists in lists without end
        return None
    match found:
        case {"version": str(version), "items": list(items)} if version.startswith(_VERSION):
            entries = tuple(_entry(each) for each in items if isinstance(each, dict))
            return RawFeed(
                _text(found, "title"),
                _text(found, "language") or None,
                _text(found, "home_page_url") or _text(found, "feed_url"),
                entries,
            )
        case _:
            return None


def _entry(item: Mapping[object, object]) -> Entry:
    words = _text(item, "content_text")
    key = item.get("id")
    return Entry(
        key=str(key) if isinstance(key, (str, int, float)) else "",
        title=_text(item, "title"),
        address=_text(item, "url") or _text(item, "external_url"),
        published=_text(item, "date_published") or _text(item, "date_modified"),
        markup=_text(item, "content_html") or (f"<p>{escape(words)}</p>" if words else ""),
        language=None,
    )


def _text(found: Mapping[object, object], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""
