"""Cutting and joining runs of letters without losing their style or address."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from reader.model.raw import RawLine, Run

Runs = tuple[Run, ...]


def text_of(runs: Runs) -> str:
    """Return the letters."""
    return "".join([run.text for run in runs])


def part(runs: Runs, start: int, end: int) -> Runs:
    """Return the runs of characters `start` to `end`."""
    kept: list[Run] = []
    offset = 0
    for run in runs:
        if offset >= end:
            break
        text = run.text[max(0, start - offset) : end - offset]
        if text:
            kept.append(run if text == run.text else replace(run, text=text))
        offset += len(run.text)
    return tuple(kept)


def split_at(runs: Runs, cuts: Sequence[int]) -> list[Runs]:
    """Return the runs before, between and after the given places, which rise; in one pass."""
    pieces: list[Runs] = []
    number = inside = offset = 0
    for cut in (*cuts, len(text_of(runs))):
        kept: list[Run] = []
        while number < len(runs) and offset < cut:
            run = runs[number]
            end = min(len(run.text), inside + cut - offset)
            kept.append(replace(run, text=run.text[inside:end]))
            offset += end - inside
            whole = end == len(run.text)
            number, inside = (number + 1, 0) if whole else (number, end)
        pieces.append(tuple(kept))
    return pieces


def substitute(runs: Runs, start: int, end: int, text: str) -> Runs:
    """Return the runs with characters `start` to `end` replaced, in the style found there."""
    before, after = part(runs, 0, start), part(runs, end, len(text_of(runs)))
    if not text:
        return before + after
    found = part(runs, start, end) or before[-1:] or after[:1] or (Run(""),)
    return (*before, replace(found[0], text=text), *after)


def linked(runs: Runs, start: int, end: int, address: str) -> Runs:
    """Return the runs with characters `start` to `end` leading to an address."""
    inside = tuple(replace(run, link=address) for run in part(runs, start, end))
    return part(runs, 0, start) + inside + part(runs, end, len(text_of(runs)))


def merged(runs: Runs) -> Runs:
    """Return the runs with neighbours of one style made one, and empty ones left out."""
    found: list[Run] = []
    for _, group in groupby((run for run in runs if run.text), key=_look):
        same = list(group)
        text = text_of(tuple(same))
        found.append(same[0] if len(same) == 1 else replace(same[0], text=text))
    return tuple(found)


def _look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.link, run.colour, run.underlined, run.language


def with_runs(line: RawLine, runs: Runs) -> RawLine:
    """Return the line with other runs."""
    found = merged(runs)
    return line if found == line.runs else replace(line, runs=found)
