import io
import struct
import wave
from array import array

import pytest

from reader.speech.sound_files import samples_of

NUMBERS = array("h", [0, 1, -2, 32767, -32768])


def wav(channels=1, width=2, rate=22050):
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(NUMBERS.tobytes())
    return stream.getvalue()


def aiff(kind=b"AIFF", compression=b"", order=">"):
    rate = struct.pack(">HQ", 16383 + 14, 22050 << (63 - 14))
    common = struct.pack(">hIh", 1, len(NUMBERS), 16) + rate + compression
    sound = struct.pack(">II", 0, 0) + struct.pack(f"{order}{len(NUMBERS)}h", *NUMBERS)
    chunks = b"".join(
        name + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
        for name, data in ((b"FVER", b"\1"), (b"COMM", common), (b"SSND", sound))
    )
    return b"FORM" + struct.pack(">I", 4 + len(chunks)) + kind + chunks


@pytest.mark.parametrize(
    "data", [wav(), aiff(), aiff(b"AIFC", b"sowt\0\0", "<"), aiff(b"AIFC", b"NONE\0\0")]
)
def test_samples_come_out_little_endian(data):
    assert samples_of(data) == (22050, struct.pack("<5h", *NUMBERS))


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", wav()[:20], aiff()[:30], wav(channels=2), wav(width=1), b"ID3 mp3"]
)
def test_other_files_are_refused(data):
    with pytest.raises(ValueError, match=r".*"):
        samples_of(data)
