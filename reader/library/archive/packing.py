"""Originals, packed where that helps; unpacking never makes more than was said."""

import zlib

from reader.library.values import CodecError

_WORTH = 0.9  # PDF files are packed already
_LEVEL = 1  # four times as fast as the usual 6, and only a quarter larger


def packed(data: bytes) -> tuple[bytes, bool]:
    """Return bytes as an archive keeps them, and whether they are packed."""
    smaller = zlib.compress(data, _LEVEL)
    return (smaller, True) if len(smaller) < _WORTH * len(data) else (data, False)


def unpacked(data: bytes, size: int) -> bytes:
    """Return the bytes that were packed; raises `CodecError` where there are not `size` of them."""
    stream = zlib.decompressobj()
    try:
        found = stream.decompress(data, size + 1)  # never more, whatever the data ask for
    except zlib.error as error:
        raise CodecError(str(error)) from error
    if len(found) != size or not stream.eof or stream.unused_data:
        raise CodecError("not as many bytes as were packed")
    return found
