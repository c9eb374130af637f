"""A reading process that crashes, hangs or lies, as the document tells it: %PDF-crash and so on."""

import json
import os
import signal
import sys
import time

from reader.importers import wire
from reader.importers.parts import About, PageRead
from reader.model.raw import Page, RawLine, Repair, Run, Tag, TagKind
from reader.processes.frames import ALIVE, READY, Frame, claimed_output, read_frame, write_frame

PAGES = 40
HASTE = 3.0  # seconds: whoever is silent for longer hangs, even on a busy machine
_PAUSE = 0.1


def page(number, total=PAGES):
    line = RawLine((Run(f"Страница {number + 1} разказва за библиотеките."),), number)
    return wire.frame_of(PageRead(number, total, Page(595, 842), ((number, line),), ()))


def read(out):
    for number in range(PAGES):
        write_frame(out, page(number))


def crash(out):
    write_frame(out, page(0))
    os.kill(os.getpid(), signal.SIGSEGV)


def slow(out):
    """Go on page by page, and at the last one until somebody has had enough."""
    for number in range(PAGES - 1):
        time.sleep(_PAUSE)
        write_frame(out, page(number))
    while True:
        time.sleep(_PAUSE)
        write_frame(out, Frame(ALIVE))


def hang(out):
    write_frame(out, page(0))
    time.sleep(60)


def bug(out):
    raise ZeroDivisionError("a bug")


def live(out):
    for _ in range(round(1.5 * HASTE / _PAUSE)):
        time.sleep(_PAUSE)
        write_frame(out, Frame(ALIVE))
    read(out)


def lie(number, size, lines):
    body = json.dumps([number, 1, size, lines, []]) if isinstance(lines, list) else lines
    return lambda out: write_frame(out, Frame("page", body=body.encode()))


def told(line, repairs=()):
    part = PageRead(0, 1, Page(595, 842), ((0, line),), repairs)
    return lambda out: write_frame(out, wire.frame_of(part))


WORDS = (Run("Ред с думи."),)
CELL = Tag(TagKind.CELL, 1, row=-5)
SIZE = [595, 842]
DEEDS = {
    b"crash": crash,
    b"hang": hang,
    b"bug": bug,
    b"live": live,
    b"slow": slow,
    b"noise": lambda out: out.write(b"PDF library 1.0\n"),
    b"lie-size": lie(0, ["wide", 842], []),
    b"lie-nan": lie(0, [float("nan"), 842], []),
    b"lie-number": lie(7, SIZE, []),
    b"lie-lines": lie(0, SIZE, [[0, [[["text", 1, False, None, None]], 0, None, None, None, 0]]]),
    b"lie-page": told(RawLine(WORDS, 3)),
    b"lie-source": told(RawLine(WORDS, sources=(99,))),
    b"lie-row": told(RawLine(WORDS, tag=CELL)),
    b"lie-repair": told(RawLine(WORDS), (Repair("space", 0, "а", "б", 99),)),
    b"lie-huge": lie(0, [10**400, 842], []),
    b"lie-letter": lambda out: write_frame(out, Frame("about", body=b'["\\ud800","bg",0,false]')),
    b"lie-json": lie(0, SIZE, "[" * 100_000),
    b"lie-kind": lambda out: write_frame(out, Frame("cake")),
    b"lie-error": lambda out: write_frame(out, Frame(wire.REFUSED, {"error": "OSError"})),
    b"lie-facts": lambda out: write_frame(
        out, Frame(wire.REFUSED, {"error": "NoTextLayerError", "facts": {"pages": "many"}})
    ),
}


def main():
    out = claimed_output()
    write_frame(out, Frame(READY))
    while (request := read_frame(sys.stdin.buffer)) is not None:
        deed = request.body.removeprefix(b"%PDF-").strip()
        DEEDS.get(deed, read)(out)
        write_frame(out, wire.frame_of(About("Библиотеки", "bg")))
        write_frame(out, Frame(wire.DONE, {"megabytes": 500 if deed == b"fat" else 20}))


if __name__ == "__main__":
    main()
