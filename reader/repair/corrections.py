"""Corrections by hand, made again on the blocks that repair found."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reader.model.correction import Correction, Piece
from reader.model.raw import RawDocument, RawLine, Run
from reader.repair.runs import Runs, merged, part
from reader.repair.step import Done, made

# Elements of corrected blocks; the structure tree counts from 1 and a notice has -1.
_FIRST_ELEMENT = -2


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
    wanted = [_letters(text) for text in correction.before]
    texts = [_letters(line.text) for line in lines]
    count = len(wanted)
    starts = [
        index for index in range(len(texts) - count + 1) if texts[index : index + count] == wanted
    ]
    return starts[min(correction.occurrence, len(starts) - 1)] if starts and wanted else None


def _letters(text: str) -> str:
    """Return a text without what repair itself may decide in another way."""
    return "".join(letter for letter in text if letter.isalnum())


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
        tag = replace(piece.tag, element=element - number)
        lines.append(
            replace(found[0], runs=merged(part(styled, start, end)), tag=tag, sources=sources)
        )
        start = end + 1
    return lines


def _restyled(runs: Runs, old: str, new: str) -> Runs:
    """Return the new words in the runs of the old ones, as far as they are the same."""
    styled: list[Run] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for change, start, end, new_start, new_end in matcher.get_opcodes():
        if change == "equal":
            styled += part(runs, start, end)
        elif new_end > new_start:
            before = part(runs, max(0, start - 1), start)
            after = part(runs, end, end + 1)
            inside = before and after and before[0].link == after[0].link
            look = before[0] if before and inside else Run("")
            styled.append(replace(look, text=new[new_start:new_end]))
    return tuple(styled)
