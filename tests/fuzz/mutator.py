"""Damages files as disks, mail programs and attackers do: byte by byte, word by word."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

import pypdf

from tests.corpus.folders import folders
from tests.fuzz.documents import documents, with_damaged_part
from tests.unit.builders import Box, PdfFile, PdfPage, encrypted

_WORD = re.compile(rb"\d+ \d+ R|/[A-Za-z0-9]+|-?\d+\.?\d*|\([^)]*\)|<[0-9a-fA-F]*>|<<|>>|\[|\]")
_ODD = (
    b"null",
    b"-1",
    b"0",
    b"1e9",
    b"(x)",
    b"/X",
    b"[]",
    b"<<>>",
    b"[" * 600,
    b"99999999999",
    b"4294967295",
    b"2147483648",
    b"0.0000001",
    b"1 0 R",
    b"endstream",
    b"<FEFF",
    b"<D834>",
)
# Of damage to zip files, so much goes into their parts: nothing else reaches what reads these.
_INSIDE = 0.8
Change = Callable[[bytes, random.Random], bytes]


def corpus() -> list[bytes]:
    """Return what is damaged: samples, drawn files, the developer's own documents.

    PDF files are there with open streams, too, for a changed byte in a packed one spoils all of it.
    """
    paths = {
        path
        for folder in folders()
        for path in folder.rglob("*")
        if path.suffix in (".pdf", ".txt")
    }
    files = [path.read_bytes() for path in sorted(paths)] + list(_drawn()) + list(documents())
    return files + [opened for data in files if (opened := _with_open_streams(data))]


def mutants(seeds: Sequence[bytes], chance: random.Random) -> Iterator[bytes]:
    """Yield damaged files without end."""
    while True:
        data = chance.choice(seeds)
        if data.startswith(b"PK") and chance.random() < _INSIDE:
            yield with_damaged_part(data, chance)
            continue
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            change = chance.choice(CHANGES)
            data = change(data, chance) or data
        yield _spliced(data, chance.choice(seeds), chance) if chance.random() < 0.1 else data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def _overwritten(data: bytes, chance: random.Random) -> bytes:
    place, length = _piece(data, chance)
    return data[:place] + chance.randbytes(length) + data[place + length :]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    place, length = _piece(data, chance)
    return data[:place] + data[place + length :]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    place, length = _piece(data, chance)
    return data[: place + length] * 1 + data[place : place + length] * 3 + data[place + length :]


def _cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)]


def _odd_word(data: bytes, chance: random.Random) -> bytes:
    return _with_word(data, chance.choice(_ODD), chance)


def _other_word(data: bytes, chance: random.Random) -> bytes:
    words = _words_near(data, chance)
    return _with_word(data, chance.choice(words).group(), chance) if words else data


def _with_word(data: bytes, new: bytes, chance: random.Random) -> bytes:
    words = _words_near(data, chance)
    if not words:
        return data
    old = chance.choice(words)
    return data[: old.start()] + new + data[old.end() :]


def _words_near(data: bytes, chance: random.Random) -> list[re.Match[bytes]]:
    """Return the words in a part of the file: looking through all of a long one takes long."""
    place = chance.randrange(len(data))
    return list(_WORD.finditer(data, max(0, place - 1000), place + 1000))


def _spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(len(data)), chance.choice((1, 4, 30, 300, 3000))


CHANGES: tuple[Change, ...] = (
    _flipped,
    _overwritten,
    _cut_out,
    _repeated,
    _cut_short,
    _odd_word,
    _odd_word,
    _other_word,
    _other_word,
)


def _drawn() -> Iterator[bytes]:
    rows = ("Награда за библиотеки", "Журито реши така", "вижте тук", "каталог", "клетка")
    page = PdfPage().link("https://example.eu/bg", Box(60, 130, 120, 142)).dot(50, 150)
    for number, text in enumerate(rows):
        page.write(text, y=100 + 20 * number, content=number)
    tree = [
        ("H1", [(0, 0)]),
        ("P", [(0, 1), ("Link", [(0, 2)])]),
        ("L", [("LI", [("LBody", [(0, 3)])])]),
        ("Table", [("TR", [("TD", [(0, 4)])])]),
    ]
    tagged = PdfFile(page, page, elements=tree).data("Награда")
    plain = PdfFile(page, PdfPage().lines("Първи ред\nи втори ред –\nи трети.").picture()).data()
    yield tagged
    yield plain
    yield encrypted(plain, user="", owner="стопанин")
    yield "Награда за библиотеки\n\nЖурито реши така: доку-\nментът е приет.\n".encode()


def _with_open_streams(data: bytes) -> bytes:
    """Return the same PDF file unpacked, or nothing where there is none to be had."""
    if not data.startswith(b"%PDF"):
        return b""
    try:
        writer = pypdf.PdfWriter(clone_from=BytesIO(data))
        for found in writer._objects:
            if isinstance(found, pypdf.generic.EncodedStreamObject):
                opened = found.get_data()
                found.decoded_self = None
                found.pop("/Filter", None)
                found.pop("/DecodeParms", None)
                found._data = opened
    except (pypdf.errors.PyPdfError, NotImplementedError):  # locked, or a picture's own packing
        return b""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
