"""The parts of a zip file, each read only up to a limit; nothing is ever unpacked to the disk."""

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from reader.errors import DamagedFileError, HugeFileError, ProtectedFileError, UnsafeFileError

# What the parts of one document may come to together, and one by itself: news have a hundredth.
_MOST_BYTES = 64 * 2**20
_LARGEST_PART = 16 * 2**20
_MOST_PARTS = 20_000
# The two ways of packing that ISO/IEC 29500-2 (docx) and OCF 3.3 (epub) allow.
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
# What zipfile raises on damaged files: numbers out of range, names that are no UTF-8, and so on.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


class Container:
    """The parts of a zip file by their names.

    Raises `DamagedFileError`, or `UnsafeFileError` for more parts than any document has.
    """

    def __init__(self, data: bytes, where: Path | str) -> None:
        self.where = where
        self._left = _MOST_BYTES
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise DamagedFileError(where) from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise UnsafeFileError(where)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._parts

    def part(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises `DamagedFileError` where there is none or it is broken, `HugeFileError` or
        `ProtectedFileError`.
        """
        found = self._parts.get(name)
        if found is None or found.compress_type not in _PACKINGS:
            raise DamagedFileError(self.where)
        if found.flag_bits & _ENCRYPTED:
            raise ProtectedFileError(self.where)
        most = min(self._left, _LARGEST_PART)
        try:
            # What the file says of a part's size may be a lie.
            with self._zip.open(found) as stream:
                data = stream.read(most + 1)
        except _BROKEN as error:
            raise DamagedFileError(self.where) from error
        if len(data) > most:
            raise HugeFileError(self.where, _LARGEST_PART // 2**20)
        self._left -= len(data)
        return data
