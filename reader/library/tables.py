"""The tables of a library, read from the file itself."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.carving import Value
from reader.library.search_tables import INDEXES

_ORDINARY = """
    SELECT listed.name, listed.wr
    FROM pragma_table_list AS listed JOIN sqlite_schema AS made ON made.name = listed.name
    WHERE listed.type = 'table' AND listed.name NOT LIKE 'sqlite^_%' ESCAPE '^'
    ORDER BY made.rowid
"""
_OWN = ("mark", "setting", "title_order")  # what a file says of itself, or makes by itself
_TYPES: dict[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `numbers` tells that it stands for the number of the row."""

    name: str
    kind: str
    needed: bool
    numbers: bool

    def takes(self, value: Value) -> bool:
        """Tell whether a value as it lies in the file can be of this column."""
        if self.numbers or value is None:
            return value is None and (self.numbers or not self.needed)
        return isinstance(value, _TYPES[self.kind])


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `numbered` tells that its rows have numbers. `parents` are (column, table)."""

    name: str
    columns: tuple[Column, ...]
    numbered: bool
    parents: tuple[tuple[str, str], ...]

    def takes(self, values: Sequence[Value]) -> bool:
        """Tell whether a row as it lies in the file can be of this table.

        A row written before columns were added has fewer.
        """
        added = self.columns[len(values) :]
        return (
            self.numbered
            and len(values) <= len(self.columns)
            and not any(column.needed for column in added)
            and all(map(Column.takes, self.columns, values))
        )

    def named(self, number: int, values: Sequence[Value]) -> dict[str, Value]:
        """Return the values of a row by their columns."""
        known = zip(self.columns, values, strict=False)
        return {each.name: number if each.numbers else value for each, value in known}


def persons_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Return the tables that hold something of a person's, in the order of their making."""
    shadows = tuple(f"{index}_" for index in INDEXES)
    return tuple(
        _table(connection, name, bool(without))
        for name, without in connection.execute(_ORDINARY).fetchall()
        if name not in _OWN and not name.startswith(shadows)
    )


def _table(connection: sqlite3.Connection, name: str, without_numbers: bool) -> Table:  # noqa: FBT001  SQLite's own flag
    information = connection.execute(f"PRAGMA table_info({name})").fetchall()
    keys = [row["name"] for row in information if row["pk"]]
    columns = tuple(
        Column(
            row["name"],
            row["type"],
            needed=bool(row["notnull"]) and row["dflt_value"] is None,
            numbers=keys == [row["name"]] and row["type"] == "INTEGER" and not without_numbers,
        )
        for row in information
    )
    links = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
    parents = tuple((row["from"], row["table"]) for row in links)
    return Table(name, columns, not without_numbers, parents)
