"""Spaces that printing or copying left where none belong."""

import re
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import Runs, substitute, text_of, with_runs
from reader.repair.step import Done, made

_STRAY = re.compile(r"\s+(?=[.,;:!?)“”»](?![\w.]))|(?<=[„«(])\s+|^\s+|\s+$|(?<=\s)\s+")
# Spaces that fell into an address: inside its scheme, and in brackets beside one of its marks.
_BROKEN_SCHEME = re.compile(r"\bhttps?(?: *: */ */ *)(?=\w)")
_IN_BRACKETS = re.compile(r"\((?:https?://|www\.)[!-'*-~]*(?: [!-'*-~]+)+\)")
_ANY_SPACE = re.compile(" +")
_IN_ADDRESS = re.compile(r"(?<=[/_.?=&%#-]) | (?=[/_?=&%#])")
_SHOWN = 16


def close_addresses(document: RawDocument, _: Knowledge) -> Done:
    """Take the spaces out of printed addresses."""
    repairs: list[Repair] = []
    lines = [_closed(line, repairs) for line in document.lines]
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _closed(line: RawLine, repairs: list[Repair]) -> RawLine:
    for pattern, space in ((_BROKEN_SCHEME, _ANY_SPACE), (_IN_BRACKETS, _IN_ADDRESS)):
        for found in reversed(list(pattern.finditer(line.text))):
            before = found.group()
            after = space.sub("", before)
            if after != before:
                line = with_runs(line, substitute(line.runs, *found.span(), after))
                repairs.append(made("space", line, before, after))
    return line


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
