"""Corrections by hand, made again on the blocks that repair found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from reader.model.correction import Correction, Piece
from reader.model.raw import RawDocument, RawLine, Run, TagKind
from reader.repair.runs import Runs, merged, part
from reader.repair.step import Done, made
from reader.text.normal import letters_of

# Elements of corrected blocks; the structure tree counts from 1 and a notice has -1.
_FIRST_ELEMENT = -2
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def correct(document: RawDocument, corrections: Sequence[Correction]) -> Done:
    """Make the corrections one after the other; one whose words are not there is left out."""
    lines = list(document.lines)
    repairs = []
    element = _FIRST_ELEMENT
    for correction in corrections:
        start = _place(lines, correction)
        if start is None:
            continue
        found = lines[start : start + len(correction.before)]
        corrected = _corrected(found, correction.after, element)
        element -= len(corrected)
        lines[start : start + len(found)] = corrected
        repairs.append(
            made(
                "correction",
                found[0],
                "\n".join(line.text for line in found),
                "\n".join(line.text for line in corrected),
            )
        )
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _place(lines: list[RawLine], correction: Correction) -> int | None:
    """Return where the blocks of a correction begin: the nearest occurrence there is."""
    wanted = [letters_of(text) for text in correction.before]
    texts = [letters_of(line.text) for line in lines]
    count = len(wanted)
    starts = [
        index for index in range(len(texts) - count + 1) if texts[index : index + count] == wanted
    ]
    return starts[min(correction.occurrence, len(starts) - 1)] if starts and wanted else None


def _corrected(found: list[RawLine], pieces: tuple[Piece, ...], element: int) -> list[RawLine]:
    """Return the blocks of a correction; words that stay keep their style and address."""
    runs: list[Run] = []
    for line in found:
        runs += (*line.runs, Run("\n"))
    old = "".join(run.text for run in runs)
    new = "\n".join(piece.text for piece in pieces)
    styled = _restyled(tuple(runs), old, new)
    sources = tuple(number for line in found for number in line.sources)
    lines = []
    start = 0
    for number, piece in enumerate(pieces):
        end = start + len(piece.text)
        tag = replace(piece.tag, element=_quotation(found[0], piece) or element - number)
        lines.append(
            replace(found[0], runs=merged(part(styled, start, end)), tag=tag, sources=sources)
        )
        start = end + 1
    return lines


def _quotation(found: RawLine, piece: Piece) -> int | None:
    """Return the quotation that a corrected block stays a paragraph of."""
    if found.tag is None or not found.tag.kind is piece.tag.kind is TagKind.QUOTE:
        return None
    return found.tag.element


def _restyled(runs: Runs, old: str, new: str) -> Runs:
    """Return the new words in the runs of the old ones, as far as they are the same."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    same = len("".join(before[:start]))
    styled = list(part(runs, 0, same))
    middle = before[start : len(before) - end], after[start : len(after) - end]
    styled += _middle(runs, same, *middle)
    return (*styled, *part(runs, len(old) - len("".join(before[len(before) - end :])), len(old)))


def _alike(before: list[str], after: list[str]) -> int:
    """Return with how many equal words two texts begin."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _middle(runs: Runs, offset: int, before: list[str], after: list[str]) -> Iterator[Run]:
    """Yield the words that came instead of others; `offset` is where those begin in the runs."""
    places = [offset, *(offset + length for length in accumulate(map(len, before)))]
    matcher = SequenceMatcher(None, before, after)
    for change, start, end, new_start, new_end in matcher.get_opcodes():
        if change == "equal":
            yield from part(runs, places[start], places[end])
        elif new_end > new_start:
            look = _look(runs, places[start], places[end])
            yield replace(look, text="".join(after[new_start:new_end]))


def _look(runs: Runs, start: int, end: int) -> Run:
    """Return the style of the words that others come instead of; new ones have that around them."""
    if start < end:
        return part(runs, start, end)[0]
    left, right = part(runs, max(0, start - 1), start), part(runs, end, end + 1)
    return left[0] if left and right and left[0].link == right[0].link else Run("")
