"""Unpacking what came packed, and no more of it than is wanted."""

import zlib

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_SIGN = 0x1F  # the first byte
_RAW = -zlib.MAX_WBITS
_ZLIB_METHOD = 8  # the lower half of the first byte, where deflate has its header
_WIDTHS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}

ACCEPTED = "gzip, deflate"


class PackingError(Exception):
    """The bytes are not packed as was said; the message tells how."""


class TooMuchError(Exception):
    """More came than is wanted."""


class Unpacker:
    """Takes bytes as they arrive, and gives them unpacked; never holds more than `most` of them."""

    def __init__(self, packing: str, most: int) -> None:
        """Unpack by the name that HTTP has for it; raises `PackingError` where it is unknown."""
        self._packing = packing.strip().lower()
        if self._packing not in ("", "identity", *_WIDTHS):
            raise PackingError(self._packing)
        self._most = most
        self._data = bytearray()
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> None:
        """Take what has arrived; raises `PackingError`, `TooMuchError`."""
        if self._packing not in _WIDTHS:
            self._keep(data)
            return
        try:
            self._unpack(data)
        except zlib.error as error:
            raise PackingError(self._packing) from error

    def finish(self) -> bytes:
        """Return all that was unpacked; raises `PackingError` where the end is missing."""
        if self._stream is not None and not self._stream.eof:
            raise PackingError(self._packing)
        return bytes(self._data)

    def _unpack(self, data: bytes) -> None:
        while data:
            if self._stream is None:
                self._stream = zlib.decompressobj(self._width(data))
            elif self._stream.eof and data[0] == _GZIP_SIGN:
                self._stream = zlib.decompressobj(_GZIP)  # one may follow the other
            elif self._stream.eof:
                return  # something behind the end that belongs to nothing
            wanted = self._most - len(self._data) + 1
            self._keep(self._stream.decompress(data, wanted))
            data = self._stream.unconsumed_tail or self._stream.unused_data

    def _width(self, data: bytes) -> int:
        # Some servers send deflate without the header that it ought to have.
        bare = self._packing == "deflate" and data[0] & 15 != _ZLIB_METHOD
        return _RAW if bare else _WIDTHS[self._packing]

    def _keep(self, data: bytes) -> None:
        self._data += data
        if len(self._data) > self._most:
            raise TooMuchError
