"""Spaces that printing or copying left where none belong."""

import re
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import Runs, substitute, text_of, with_runs
from reader.repair.step import Done, made

_STRAY = re.compile(r"\s+(?=[.,;:!?)“”»](?![\w.]))|(?<=[„«(])\s+|^\s+|\s+$|(?<=\s)\s+")
_SHOWN = 16


def tidy_spaces(document: RawDocument, _: Knowledge) -> Done:
    """Take out spaces before closing marks, after opening ones, and doubled ones."""
    repairs: list[Repair] = []
    lines = [_tidied(line, repairs) for line in document.lines]
    return replace(document, lines=tuple(line for line in lines if line.runs)), tuple(repairs)


def _tidied(line: RawLine, repairs: list[Repair]) -> RawLine:
    runs: Runs = line.runs
    text = text_of(runs)
    for found in reversed(list(_STRAY.finditer(text))):
        runs = substitute(runs, *found.span(), "")
        if found.start() > 0 and found.end() < len(text):
            start, end = max(0, found.start() - _SHOWN), found.end() + _SHOWN
            after = text[start : found.start()] + text[found.end() : end]
            repairs.append(made("space", line, text[start:end], after))
    return with_runs(line, runs)
