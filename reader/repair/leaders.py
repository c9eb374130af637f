"""Dots that lead the eye from the name of a chapter to its page."""

import re
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import substitute, with_runs
from reader.repair.step import Done, made

_PAGE = re.compile(r"(?:\d{1,4}|[ivxlc]{1,6})$")
_DOTS = ".…·_"
_FEWEST_DOTS = 4


def leader(text: str) -> tuple[int, int] | None:
    """Return where the dots of an entry of a table of contents stand: "Увод ........ 5"."""
    page = _PAGE.search(text, max(0, len(text) - 6))
    if page is None:
        return None
    start = len(text[: page.start()].rstrip(f"{_DOTS} \u00a0"))
    dots = sum(text.count(dot, start, page.start()) for dot in _DOTS)
    return (start, page.start()) if dots >= _FEWEST_DOTS else None


def drop_leaders(document: RawDocument, _: Knowledge) -> Done:
    """Write a space for the dots before a page number."""
    lines: list[RawLine] = []
    repairs: list[Repair] = []
    for printed in document.lines:
        line = printed
        if found := leader(line.text):
            repairs.append(made("leader", line, line.text[slice(*found)], " "))
            line = with_runs(line, substitute(line.runs, *found, " "))
        lines.append(line)
    return replace(document, lines=tuple(lines)), tuple(repairs)
