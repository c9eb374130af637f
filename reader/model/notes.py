"""Marks of notes in a text, and the notes that they lead to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.leaves import Kind, Leaf

_MARK = re.compile(r"\[([^\[\]\s]{1,4})\]")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A mark such as "[1]": characters `start` to `end` of the leaf `block`.

    `note` is the leaf of the note that it leads to.
    """

    block: int
    start: int
    end: int
    note: int


def note_marks(leaves: Sequence[Leaf]) -> tuple[NoteMark, ...]:
    """Return the marks that have a note, in reading order.

    Where several notes bear the same label, as in a text of several parts, a mark leads to the
    next of them, or else to the last one before it.
    """
    notes: dict[str, list[int]] = {}
    for block, leaf in enumerate(leaves):
        if leaf.kind is Kind.FOOTNOTE and (label := _MARK.match(leaf.text)):
            notes.setdefault(label.group(1), []).append(block)
    return tuple(
        NoteMark(block, found.start(), found.end(), _nearest(notes[found.group(1)], block))
        for block, leaf in enumerate(leaves)
        if notes and leaf.kind is not Kind.FOOTNOTE
        for found in _MARK.finditer(leaf.text)
        if found.group(1) in notes
    )


def _nearest(notes: Sequence[int], block: int) -> int:
    return next((note for note in notes if note > block), notes[-1])
