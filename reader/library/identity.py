"""By what an announcement is known when it comes again with changes."""

import sqlite3
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.library.keys import search_words

_LEAST_WORDS = 4  # of a title without a day, so that „Новини" is not everything
_TRACES = ("utm_", "fbclid", "gclid", "mc_", "pk_")  # of who led here, not of the page


def marks(row: Mapping[str, str | int | None]) -> tuple[str, ...]:
    """Return what an article has in common with other versions of it, and with few others.

    `row` has the columns of the table `article`.
    """
    words = search_words(str(row["title"]))
    certain = bool(row["published"]) or len(words.split()) >= _LEAST_WORDS
    found = (
        ("address", _address(row["source_address"])),
        ("original", _address(row["original_address"])),
        ("title", f"{words}|{row['published'] or ''}" if words and certain else None),
    )
    return tuple(f"{kind}:{row['language']}:{value}" for kind, value in found if value)


def note(connection: sqlite3.Connection, identifier: int, found: Iterable[str]) -> None:
    """Remember by what later versions of an article will be known."""
    connection.execute("DELETE FROM identity WHERE article = ?", (identifier,))
    connection.executemany(
        "INSERT OR IGNORE INTO identity VALUES (?, ?)", [(mark, identifier) for mark in found]
    )


def note_all(connection: sqlite3.Connection) -> None:
    """Remember it of all articles; those of older libraries have none."""
    for row in connection.execute("SELECT * FROM article"):
        note(connection, row["id"], marks(dict(row)))


def _address(address: str | int | None) -> str | None:
    """Return an address without what may differ between two visits to one page."""
    try:
        parts = urlsplit(str(address or ""))
    except ValueError:  # such as "https://[Съобщение]/"
        return None
    if not parts.hostname:
        return None
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(_TRACES)]
    query = f"?{urlencode(asked)}" if asked else ""
    return parts.hostname + parts.path.rstrip("/") + query
