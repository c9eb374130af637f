"""Articles of a broken library whose rows are not as they were written: found otherwise, or lost.

They are put together from rows that nothing leads to any more, or else repaired anew from the
files they came in.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.library import history
from reader.library.carving import Record, Value
from reader.library.originals import Originals
from reader.library.records import is_as_written, record, sha256
from reader.library.signatures import SIGNED
from reader.library.tables import Table
from reader.library.values import CodecError
from reader.model.article import Article
from reader.model.care import Lost
from reader.model.correction import Correction
from reader.model.raw import Repair

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A document whose article is lost: the file it came in, and what is still known of it.

    `name`, `address` and `format` are as the article had them; "" where that is lost.
    """

    path: Path
    name: str = ""
    address: str | None = None
    format: str = ""
    corrections: tuple[Correction, ...] = ()


Again = Callable[[Forgotten], tuple[Article, tuple[Repair, ...]] | None]
"""Makes an article anew, or returns None where that is not possible."""


class LostArticles:
    """The articles that a new file should have and has not yet."""

    def __init__(
        self, connection: sqlite3.Connection, originals: Originals, tables: dict[str, Table]
    ) -> None:
        self._connection = connection
        self._originals = originals
        self._article, self._content = tables["article"], tables["content"]
        self._heads: dict[int, list[Row]] = {}
        self._texts: defaultdict[int, list[Row]] = defaultdict(list)
        self._whole: set[int] = set()
        self._digests: dict[int, str] = {}
        self._tried: set[str] = set()
        self._unnamed = 0  # articles made anew that had a number which is not known
        self._unknown = 0  # files of articles that nothing is known of any more
        self.anew: list[str] = []

    def take_out_broken(self) -> None:
        """Take the articles out of the new file that are not as they were written."""
        for row in self._connection.execute(SIGNED["article"].query):
            if SIGNED["article"].is_whole(row):
                self._whole.add(row["number"])
            else:
                self.note(row["number"])
        for row in self._connection.execute("SELECT article FROM content"):
            self.note(row["article"])
        for number in tuple(self._heads):
            for table, key, found in (
                ("article", "id", self._heads[number]),
                ("content", "article", self._texts[number]),
            ):
                query = f"SELECT * FROM {table} WHERE {key} = ?"
                found += [dict(row) for row in self._connection.execute(query, (number,))]
                self._connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (number,))

    def note(self, number: int, digest: str = "") -> None:
        """Take note of the number of an article that there was, and of its file."""
        if number not in self._whole:
            self._heads.setdefault(number, [])
            if digest:
                self._digests[number] = digest

    def find_again(self, records: Callable[[], Iterator[Record]]) -> None:
        """Put articles together from rows that were found lying about."""
        for number, values in records():
            if number not in self._whole and self._article.takes(values):
                self._heads.setdefault(number, []).append(self._article.named(number, values))
        for number, values in records():
            heads = self._heads.get(number)
            if heads and number not in self._whole and self._content.takes(values):
                self._put_together(number, self._content.named(number, values))
        for number in set(self._heads) - self._whole:
            for text in self._texts[number]:
                self._put_together(number, text)

    def make_again(self, again: Again, step: Callable[[], None]) -> None:
        """Repair anew from their files what was not found, and the files that no article has.

        `step` is called before each.
        """
        for number in sorted(set(self._heads) - self._whole):
            step()
            by_index: Row = {"bytes_sha256": self._digests.get(number)}
            for head in (*self._heads[number], by_index):
                if self._made_again(again, number, head):
                    break
        known = "SELECT bytes_sha256 FROM article UNION SELECT bytes_sha256 FROM version"
        kept = {row[0] for row in self._connection.execute(known)} | self._tried
        kept |= self._originals.unsettled()
        for digest in self._originals.all():
            if digest not in kept:
                step()
                if not self._made_again(again, None, {"bytes_sha256": digest}):
                    self._unknown += 1

    def lost(self) -> tuple[Lost, ...]:
        """Return the articles that were not to be had."""
        known = sorted(set(self._heads) - self._whole)
        lost = [Lost(number, _title(self._heads[number])) for number in known]
        nameless = [each for each in lost if not each.title]
        found = nameless[: self._unnamed]  # under new numbers
        return (*(each for each in lost if each not in found), *[Lost(0, "")] * self._unknown)

    def _put_together(self, number: int, text: Row) -> None:
        for head in self._heads[number]:
            digest = str(head.get("bytes_sha256"))
            # An article that was removed may still lie about; its file does not.
            if number not in self._whole and self._has_file(digest) and _is_whole(head | text):
                self._insert("article", head)
                self._insert("content", text)
                self._whole.add(number)

    def _has_file(self, digest: str) -> bool:
        return len(digest) == 64 and self._originals.path(digest).is_file()

    def _made_again(self, again: Again, number: int | None, head: Row) -> bool:
        digest = str(head.get("bytes_sha256"))
        if not self._has_file(digest):
            return False
        self._tried.add(digest)
        path = self._originals.path(digest)
        data = path.read_bytes()
        if sha256(data) != digest:
            return False
        corrections = self._corrections(number)
        made = again(
            Forgotten(
                path,
                str(head.get("source_name") or ""),
                _text(head.get("source_address")),
                str(head.get("source_format") or ""),
                corrections,
            )
        )
        if made is None:
            return False
        if number is None:
            number = self._number_like(made[0].title)
            self._unnamed += number is None
        row, _words = record(*made, data)
        texts = {name: row.pop(name) for name in ("blocks", "documents", "repairs")}
        number = self._insert("article", {"id": number, **row})
        self._insert("content", {"article": number, **texts})
        self._whole.add(number)
        self.anew.append(made[0].title)
        return True

    def _number_like(self, title: str) -> int | None:
        """Return the number of a lost article that seems to have had a title."""
        lost = sorted(set(self._heads) - self._whole)
        return next((each for each in lost if _title(self._heads[each]) == title), None)

    def _corrections(self, number: int | None) -> tuple[Correction, ...]:
        query = "SELECT corrections FROM correction WHERE article = ?"
        with suppress(CodecError, sqlite3.Error):
            for row in self._connection.execute(query, (number,)):
                return history.read_corrections(row[0])
        return ()

    def _insert(self, table: str, row: Row) -> int:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
        return self._connection.execute(statement, tuple(row.values())).lastrowid or 0


def _is_whole(row: Row) -> bool:
    try:
        return is_as_written(row)  # type: ignore[arg-type]  # what lies about may be anything
    except (CodecError, KeyError, TypeError, ValueError):
        return False


def _title(heads: list[Row]) -> str:
    """Return the title that an article seems to have had, or ""."""
    titles = (str(head.get("title") or "") for head in heads)
    return next(filter(None, titles), "")


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
