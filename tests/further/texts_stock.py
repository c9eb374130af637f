"""Sentences of our own, by subject, out of the files in `sentences`.

A file has sections that begin with "== name". A line may hold slots ({year}, {n}, {mln}, {pct},
{day}, {case}, {r1} to {r3}), links ("[words](address)"), **bold** and ~italic~ words.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.further.model import Piece

FOLDER = Path(__file__).parent / "sentences"
_STYLED = re.compile(r"\[([^\]]+)\]\((https?://.+?)\)(?=[\s,.;:!?)]|$)|\*\*(.+?)\*\*|~(.+?)~")


@dataclass(frozen=True, slots=True)
class Stock:
    """All that is said of one subject; each group is a list of lines."""

    titles: list[str]
    headings: list[str]
    sentences: list[str]
    lists: list[list[str]]
    quotes: list[list[str]]
    tables: list[list[str]]
    notes: list[str]
    links: list[tuple[str, str]]
    operative: list[str]
    points: list[str]


def stock(name: str) -> Stock:
    """Return the stock of one subject."""
    sections: dict[str, str] = {}
    for section in re.split(r"^== ", (FOLDER / f"{name}.txt").read_text("utf-8"), flags=re.M)[1:]:
        title, _, body = section.partition("\n")
        sections[title] = body.strip()

    def lines(section: str) -> list[str]:
        return sections.get(section, "").splitlines()

    def groups(section: str) -> list[list[str]]:
        body = sections.get(section, "")
        return [group.splitlines() for group in body.split("\n\n")] if body else []

    return Stock(
        titles=lines("titles"),
        headings=lines("headings"),
        sentences=lines("sentences"),
        lists=groups("lists"),
        quotes=groups("quotes"),
        tables=groups("tables"),
        notes=lines("notes"),
        links=[
            (words, address) for words, _, address in (x.partition(" | ") for x in lines("links"))
        ],
        operative=lines("operative"),
        points=lines("points"),
    )


def plain_lines(name: str) -> list[str]:
    """Return the lines of a file without sections."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


_SLOTS: dict[str, Callable[[random.Random], str]] = {
    "year": lambda r: str(r.randint(2026, 2034)),
    "n": lambda r: str(r.choice((3, 9, 17, 46, 170, 385))),
    "mln": lambda r: r.choice(("7,4", "18", "62,5", "315", "1 240,8")),
    "pct": lambda r: r.choice(("3", "6,8", "11,25", "31", "49,5")),
    "day": lambda r: str(r.randint(1, 28)),
    "case": lambda r: str(r.randint(12, 788)),
    "r1": lambda r: r.choice(("2,00", "\u20110,40", "1,75")),
    "r2": lambda r: r.choice(("2,15", "0,00", "1,90")),
    "r3": lambda r: r.choice(("2,40", "0,25", "2,15")),
}


def filled(line: str, chance: random.Random) -> str:
    """Return the line with its slots filled; what follows „{n}“ fits any of its numbers."""
    return re.sub(r"\{(\w+)\}", lambda slot: _SLOTS[slot[1]](chance), line)


def pieces(line: str) -> tuple[Piece, ...]:
    """Return the styled pieces of a line."""
    found: list[Piece] = []
    end = 0
    for styled in _STYLED.finditer(line):
        words, address, bold, italic = styled.groups()
        if line[end : styled.start()]:
            found.append(Piece(line[end : styled.start()]))
        found.append(Piece(words or bold or italic, address, bool(bold), bool(italic)))
        end = styled.end()
    if line[end:]:
        found.append(Piece(line[end:]))
    return tuple(found)
