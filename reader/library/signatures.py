"""Which tables are signed row by row, and whether a row is as it was written."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.library import annotations, link_notes, original_texts, pins
from reader.library.records import is_as_written
from reader.library.values import CodecError
from reader.model.care import FaultKind

Values = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed table: what to call a fault in it, and a query for all that is signed.

    The query gives the number of the row as `number`, and as `owner` and `owner_title` the article
    that it belongs to; a condition on `number` can be put behind it.
    """

    kind: FaultKind
    query: str
    is_as_written: Callable[[Values], bool] = is_as_written

    def is_whole(self, row: sqlite3.Row) -> bool:
        """Tell whether a row is as it was written."""
        try:
            return self.is_as_written(dict(row))
        except (CodecError, KeyError, TypeError, ValueError):
            return False


SIGNED = {
    "article": Signed(
        FaultKind.ARTICLE,
        """
        SELECT article.id AS number, article.id AS owner, title AS owner_title, *
        FROM article LEFT JOIN content ON content.article = article.id
        """,
    ),
    "version": Signed(
        FaultKind.VERSION,
        """
        SELECT version.rowid AS number, version.article AS owner, version.title AS owner_title, *
        FROM version
        """,
    ),
    "annotation": Signed(
        FaultKind.NOTE,
        """
        SELECT annotation.id AS number, annotation.article AS owner, article.title AS owner_title,
            annotation.*
        FROM annotation LEFT JOIN article ON article.id = annotation.article
        """,
        annotations.is_as_written,
    ),
    "original_text": Signed(
        FaultKind.ORIGINAL_TEXT,
        """
        SELECT original_text.article AS number, original_text.article AS owner,
            article.title AS owner_title, original_text.*
        FROM original_text LEFT JOIN article ON article.id = original_text.article
        """,
        original_texts.is_as_written,
    ),
    "pin": Signed(
        FaultKind.PINS,
        """
        SELECT pin.article AS number, pin.article AS owner, article.title AS owner_title, pin.*
        FROM pin LEFT JOIN article ON article.id = pin.article
        """,
        pins.is_as_written,
    ),
    "link": Signed(
        FaultKind.LINK_NOTES,
        """
        SELECT link.article AS number, link.article AS owner, article.title AS owner_title, link.*
        FROM link LEFT JOIN article ON article.id = link.article
        """,
        link_notes.is_as_written,
    ),
}
