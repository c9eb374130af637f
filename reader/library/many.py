"""Many articles in one statement of SQLite."""

import json
import sqlite3
from collections.abc import Iterable

from reader.errors import UnknownArticleError

_IDENTIFIER_BITS = 63  # the largest integer of SQLite
_UNKNOWN = """
    SELECT value FROM json_each(?)
    WHERE NOT EXISTS (SELECT 1 FROM reading WHERE article = value) LIMIT 1
"""


def known(connection: sqlite3.Connection, identifiers: Iterable[int]) -> str:
    """Return articles as `json_each` takes them; raises `UnknownArticleError` for a wrong one."""
    numbers = list(identifiers)
    for identifier in numbers:
        if identifier.bit_length() > _IDENTIFIER_BITS:
            raise UnknownArticleError(identifier)
    asked = json.dumps(numbers)
    unknown = connection.execute(_UNKNOWN, (asked,)).fetchone()
    if unknown is not None:
        raise UnknownArticleError(unknown["value"])
    return asked
