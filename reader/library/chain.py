"""Tells whether a `-wal` beside a library's file is its own.

SQLite cannot: it takes over whatever lies there, so that the log of another file, left by a crash
beside a copy that was put back by hand, silently replaces what the copy holds. So each transaction
writes into the file which one it is and which one was before it. The log is the file's own if
the file stands at one of the transactions in it, or at the one before the first.
"""

import re
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from reader.library.place import companion

NONE = "0" * 16
"""What stands before the first transaction of all."""

LINK = "'chetivo-mark:' || {before} || ':' || lower(hex(randomblob(8)))"
"""SQL for a new link of the chain, `before` being SQL for the last 16 letters of the old one."""

_ADD = f"UPDATE mark SET chain = {LINK.format(before='substr(chain, -16)')}"
_LINK = re.compile(rb"chetivo-mark:([0-9a-f]{16}):([0-9a-f]{16})")
_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")


def add_link(connection: sqlite3.Connection) -> None:
    """Mark the transaction that is under way."""
    connection.execute(_ADD)


def place_in_chain(connection: sqlite3.Connection) -> str:
    """Return the transaction that a file stands at; `NONE` for one of an older version."""
    return _part_of_link(connection, "substr(chain, -16)")


def place_before(connection: sqlite3.Connection) -> str:
    """Return the transaction before that one."""
    return _part_of_link(connection, "substr(chain, -33, 16)")


def _part_of_link(connection: sqlite3.Connection, part: str) -> str:
    with suppress(sqlite3.OperationalError):  # no such table
        row = connection.execute(f"SELECT {part} FROM mark").fetchone()
        return str(row[0]) if row else NONE
    return NONE


def has_foreign_log(path: Path) -> bool:
    """Tell whether the `-wal` beside a file belongs to another; nobody may be using the file."""
    log = companion(path, "-wal")
    if not path.is_file() or not log.is_file():
        return False
    known = _links(log)
    if not known:
        return False  # empty, or of a version that did not mark its transactions
    try:
        return _place_without_log(path) not in known
    except sqlite3.Error:
        return False  # broken; where the log can mend it, SQLite shall


def _place_without_log(path: Path) -> str:
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return place_in_chain(connection)


def _links(log: Path) -> set[str]:
    """Return the transactions in a log, and those before them."""
    return {
        each.decode() for page in _pages(log) for found in _LINK.findall(page) for each in found
    }


def _pages(log: Path) -> Iterator[bytes]:
    """Yield the pages of a log up to where an older one shows through."""
    with log.open("rb") as file:
        head = file.read(_HEADER.size)
        if len(head) < _HEADER.size:
            return
        _magic, _version, size, _number, *salt, _sum, _other_sum = _HEADER.unpack(head)
        while len(frame := file.read(_FRAME.size)) == _FRAME.size:
            if list(_FRAME.unpack(frame)[2:4]) != salt:
                return
            yield file.read(size)
