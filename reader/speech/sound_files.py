"""The samples of a sound file as the systems' speech engines write it.

Windows writes WAV, macOS AIFF. Python lost its own reader of AIFF in 3.13.
"""

import io
import struct
import wave
from array import array

_FULL_BITS = 16


def samples_of(data: bytes) -> tuple[int, bytes]:
    """Return (samples a second, 16-bit little-endian mono samples).

    Raises `ValueError` for a file that is incomplete or of another kind.
    """
    try:
        return _aiff(data) if data[:4] == b"FORM" else _wav(data)
    except (EOFError, wave.Error, struct.error, KeyError) as error:
        raise ValueError(str(error)) from error


def _wav(data: bytes) -> tuple[int, bytes]:
    with wave.open(io.BytesIO(data)) as file:
        _require_plain(file.getnchannels(), 8 * file.getsampwidth())
        samples = file.readframes(file.getnframes())
        if len(samples) < file.getsampwidth() * file.getnframes():
            raise ValueError("cut off")
        return file.getframerate(), samples


def _aiff(data: bytes) -> tuple[int, bytes]:
    chunks = _chunks(data)
    common, sound = chunks[b"COMM"], chunks[b"SSND"]
    channels, _, bits = struct.unpack_from(">hIh", common)
    _require_plain(channels, bits)
    offset = struct.unpack_from(">I", sound)[0]
    samples = array("h", sound[8 + offset :])
    if common[18:22] != b"sowt":  # Apple's name for little-endian samples
        samples.byteswap()
    return _extended(common[8:18]), samples.tobytes()


def _chunks(data: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    place = 12
    while place + 8 <= len(data):
        name, size = struct.unpack_from(">4sI", data, place)
        found[name] = data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2
    return found


def _extended(number: bytes) -> int:
    """Return an 80-bit floating-point number, as AIFF keeps its sampling rate, as a whole one."""
    exponent, mantissa = struct.unpack(">HQ", number)
    return int(mantissa >> (16383 + 63 - exponent))


def _require_plain(channels: int, bits: int) -> None:
    if channels != 1 or bits != _FULL_BITS:
        raise ValueError(f"{channels} channels of {bits} bits")
