"""The tag of an MP3 file. Source: ID3 tag version 2.3.0, which every player reads."""

from collections.abc import Iterator
from itertools import chain

from reader.exporters.tags import Tags
from reader.text.language_names import three_letters

_UTF_16 = b"\x01"
_BOM = b"\xff\xfe"


def tag(tags: Tags) -> bytes:
    """Return what stands at the beginning of the file."""
    frames = b"".join(chain(_texts(tags), _comment(tags)))
    return b"ID3\x03\x00\x00" + _seven_bits(len(frames)) + frames


def _texts(tags: Tags) -> Iterator[bytes]:
    texts = {
        "TIT2": tags.title,
        "TPE1": tags.artist,
        "TALB": tags.album,
        "TRCK": tags.track,
        "TLAN": three_letters(tags.language),
        "TYER": f"{tags.day:%Y}" if tags.day else "",
        "TDAT": f"{tags.day:%d%m}" if tags.day else "",
    }
    for name, text in texts.items():
        if text:
            yield _frame(name, _UTF_16 + _words(text))


def _comment(tags: Tags) -> Iterator[bytes]:
    if tags.comment:
        tongue = three_letters(tags.language).encode()
        yield _frame("COMM", _UTF_16 + tongue + _words("") + _words(tags.comment))


def _words(text: str) -> bytes:
    return _BOM + text.replace("\0", "").encode("utf-16-le", "replace") + b"\0\0"


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + len(body).to_bytes(4, "big") + b"\0\0" + body


def _seven_bits(length: int) -> bytes:
    """Return a length in four bytes of which only seven bits count, so that none looks like MP3."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
