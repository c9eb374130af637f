"""Reads the rows of a broken SQLite file page by page, without the tree that leads to them.

Where a page of the tree is damaged, all rows below it are out of SQLite's reach, but still there.
The format is that of https://www.sqlite.org/fileformat2.html, sections 1.6, 2 and 4.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from reader.library.place import companion

Value = int | float | str | bytes | None
Record = tuple[int, tuple[Value, ...]]

PAGE = 4096  # SQLite's own choice, and so that of every library
_FILE_HEADER = 100
_LEAF = 0x0D  # of a table
_LOG_HEADER = struct.Struct(">8I")
_FRAME_HEADER = struct.Struct(">6I")
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_BLOB = 12


class BrokenRecordError(ValueError):
    """The bytes are no record."""


class Pages:
    """The pages of a file, with what its log has committed over them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        log = companion(path, "-wal")
        self._log = log.read_bytes() if log.is_file() else b""
        self._logged = _logged(self._log)
        self.count = -(-path.stat().st_size // PAGE)

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield each page with its number."""
        for number in range(1, max((self.count, *self._logged)) + 1):
            yield number, self[number]

    def __getitem__(self, number: int) -> bytes:
        if number in self._logged:
            start = self._logged[number]
            return self._log[start : start + PAGE]
        with self._path.open("rb") as file:
            file.seek((number - 1) * PAGE)
            return file.read(PAGE)


def records(pages: Pages) -> Iterator[Record]:
    """Yield the number and the values of each row on any page that can be read."""
    for number, page in pages:
        start = _FILE_HEADER if number == 1 else 0
        if len(page) != PAGE or page[start] != _LEAF:
            continue
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for cell in range(count):
            place = start + 8 + 2 * cell
            try:
                yield _record(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (BrokenRecordError, IndexError, UnicodeDecodeError):
                continue


def _logged(log: bytes) -> dict[int, int]:
    """Return where the log has the last committed state of a page."""
    if len(log) < _LOG_HEADER.size:
        return {}
    salt = _LOG_HEADER.unpack_from(log)[4:6]
    committed: dict[int, int] = {}
    begun: dict[int, int] = {}
    place = _LOG_HEADER.size
    while place + _FRAME_HEADER.size + PAGE <= len(log):
        number, pages_after, *rest = _FRAME_HEADER.unpack_from(log, place)
        if tuple(rest[:2]) != salt:
            break
        begun[number] = place + _FRAME_HEADER.size
        if pages_after:
            committed |= begun
            begun = {}
        place += _FRAME_HEADER.size + PAGE
    return committed


def _record(pages: Pages, page: bytes, place: int) -> Record:
    size, place = _varint(page, place)
    number, place = _varint(page, place)
    return number, _values(_payload(pages, page, place, size))


def _payload(pages: Pages, page: bytes, place: int, size: int) -> bytes:
    """Return the bytes of a row: those on its page, and those that flowed over to others."""
    if size > PAGE * pages.count:
        raise BrokenRecordError
    most, least = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
    here = least + (size - least) % (PAGE - 4)
    here = size if size <= most else here if here <= most else least
    parts, left = [page[place : place + here]], size - here
    if left:
        following = int.from_bytes(page[place + here : place + here + 4], "big")
    while left > 0:
        over = pages[following] if following else b""
        if len(over) != PAGE:
            raise BrokenRecordError
        following = int.from_bytes(over[:4], "big")
        parts.append(over[4 : 4 + left])
        left -= PAGE - 4
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    end, place = _varint(payload, 0)
    types = []
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    values = []
    for kind in types:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise BrokenRecordError
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind in _INTEGER_SIZES:
        end = place + _INTEGER_SIZES[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind < _FIRST_BLOB:
        raise BrokenRecordError  # a library has no fractions
    end = place + (kind - _FIRST_BLOB) // 2
    data = payload[place:end]
    return (data.decode() if kind % 2 else data), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    return value << 8 | data[place + 8], place + 9
