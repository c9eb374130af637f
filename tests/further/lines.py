"""Pasted texts that hold lines meant as lines: verse, addresses, signatures, figures."""

import random
from pathlib import Path

from tests.further.model import Announcement, Part, Piece
from tests.further.wrapping import Wrapping

_FILE = Path(__file__).parent / "sentences" / "lines.txt"
_GROUPS = ("verse", "address", "figures", "programme")
_INTRODUCED = {
    "verse": ("Отличеното стихотворение:", "Малкият хор прочете:"),
    "address": ("Пишете ни на адрес:", "Новият адрес на службата е:"),
    "figures": ("Накратко:", "Числата от последния отчет:"),
    "programme": ("Програма:", "Кога и къде:"),
}


def in_lines(name: str, style: random.Random) -> tuple[Announcement, str, dict[str, object]]:
    """Return a text in which some lines must not be joined, as meant, as pasted and how made.

    Every line that is meant as one is a paragraph of its own in the truth.
    """
    stock = _stock()
    wrapping = Wrapping(
        width=style.choice((58, 64, 70, 76, 82, 88)),
        proportional=style.random() < 0.5,
        cut="marks",
        hyphen=style.choice(("", "", "-")),
        trailing_space=style.random() < 0.2,
    )
    margin = " " * style.choice((0, 0, 2, 4))
    apart = style.random() < 0.7
    parts: list[Part] = [_part("title", style.choice(stock["titles"])[0])]
    lines = wrapping.lines(parts[0].pieces[0].text)
    prose = style.sample([line for group in stock["before"] for line in group], 3)
    for kind in style.sample(_GROUPS, 2):
        words, intro = prose.pop(), style.choice(_INTRODUCED[kind])
        meant = [line for group in _chosen(stock, kind, style) for line in [*group, ""]][:-1]
        parts += [_part("p", line) for line in (words, intro, *meant) if line]
        lines += ["", *wrapping.lines(words), *([""] if apart else []), *wrapping.lines(intro)]
        lines += [*([""] if apart else []), *(margin + line if line else "" for line in meant)]
    closing = style.choice(stock["signature"])
    parts += [_part("p", line) for line in (prose[0], *closing)]
    lines += ["", *wrapping.lines(prose[0]), "", *closing]
    line_end = style.choice(("\n", "\n", "\r\n"))
    meta = {"kind": "meant-in-lines", "engine": "pasted", "width": wrapping.width}
    return Announcement(name, tuple(parts)), line_end.join([*lines, ""]), meta


def _chosen(stock: dict[str, list[list[str]]], kind: str, style: random.Random) -> list[list[str]]:
    """Return one group, or two stanzas."""
    return style.sample(stock[kind], 2 if kind == "verse" and style.random() < 0.5 else 1)


def _part(kind: str, text: str) -> Part:
    return Part(kind, (Piece(" ".join(text.split())),))


def _stock() -> dict[str, list[list[str]]]:
    """Return the groups of lines of each section; titles and prose are groups of one section."""
    stock: dict[str, list[list[str]]] = {}
    for section in _FILE.read_text("utf-8").split("== ")[1:]:
        name, _, body = section.partition("\n")
        groups = [group.splitlines() for group in body.strip().split("\n\n")]
        stock[name] = [[line] for line in groups[0]] if name == "titles" else groups
    return stock
