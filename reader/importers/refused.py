"""Formats that are known but not read: each is called by its name, with what to do instead."""

from typing import NoReturn

from reader.errors import OtherFormatError, ProtectedFileError
from reader.importers.incoming import Incoming

_RICH_TEXT = b"{\\rtf"
# MS-CFB, 2.2: the frame of all files of Office before 2007, and of those with a password since.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_SLIDES = "PowerPoint Document".encode("utf-16-le")
# A zip file without any parts in it, and the other packed folders.
_PACKED = {
    b"PK\x05\x06": ".zip",
    b"7z\xbc\xaf\x27\x1c": ".7z",
    b"Rar!\x1a\x07": ".rar",
}


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are of a format that is not read."""
    return data.startswith((_RICH_TEXT, _COMPOUND, *_PACKED))


def read(incoming: Incoming) -> NoReturn:
    """Refuse a file: `OtherFormatError`, or `ProtectedFileError` for one with a password."""
    data = incoming.data
    if data.startswith(_COMPOUND) and _LOCKED in data:
        raise ProtectedFileError(incoming.where)
    raise OtherFormatError(incoming.where, _kind(data))


def _kind(data: bytes) -> str:
    if data.startswith(_RICH_TEXT):
        return ".rtf"
    if data.startswith(_COMPOUND):
        return ".xls" if _WORKBOOK in data else ".ppt" if _SLIDES in data else ".doc"
    return next(kind for start, kind in _PACKED.items() if data.startswith(start))
