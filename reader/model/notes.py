"""Marks of notes in a text, and the notes that they lead to where that is certain."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.article import Span
from reader.model.leaves import Kind, Leaf

MARK = re.compile(r"\[([^\[\]\s]{1,8})\]")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A mark such as "[1]": characters `start` to `end` of the leaf `block`.

    `note` is the leaf of the note that it leads to, or None.
    """

    block: int
    start: int
    end: int
    note: int | None


def has_link(span: Span) -> bool:
    """Tell whether a span leads somewhere."""
    return span.link is not None


def note_marks(
    leaves: Sequence[Leaf], is_link: Callable[[Span], bool] = has_link
) -> tuple[NoteMark, ...]:
    """Return what may be a mark of a note, in reading order; nothing inside a link is one.

    A mark belongs to the next note of its label. Where a label stands before several notes, for
    some programs count anew on every page, each of these must have a mark of its own, else the
    notes have been moved and none is certain.
    """
    places = _labelled(leaves)
    found = [
        (block, start, end, label, _next(places.get(label, ()), block))
        for block, leaf in enumerate(leaves)
        for start, end, label in _in_brackets(leaf, is_link)
    ]
    wanted = {note for *_, note in found}
    unsure = {label for label, notes in places.items() if not wanted.issuperset(notes)}
    return tuple(
        NoteMark(block, start, end, None if label in unsure else note)
        for block, start, end, label, note in found
    )


def first_marks(marks: Sequence[NoteMark]) -> dict[int, int]:
    """Return the number of each note's first mark, by the note's leaf."""
    first: dict[int, int] = {}
    for number, mark in enumerate(marks):
        if mark.note is not None:
            first.setdefault(mark.note, number)
    return first


def _in_brackets(leaf: Leaf, is_link: Callable[[Span], bool]) -> Iterator[tuple[int, int, str]]:
    """Yield what stands in brackets in a leaf, but for links, notes and what is not printed."""
    if leaf.kind is Kind.FOOTNOTE or leaf.is_unseen:
        return
    begin = 0
    for span in leaf.spans:
        if not is_link(span):
            for mark in MARK.finditer(span.text):
                yield begin + mark.start(), begin + mark.end(), mark[1]
        begin += len(span.text)


def _labelled(leaves: Sequence[Leaf]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for block, leaf in enumerate(leaves):
        label = MARK.match(leaf.text) if leaf.kind is Kind.FOOTNOTE else None
        if label:
            places[label[1]].append(block)
    return places


def _next(numbers: Sequence[int], after: int) -> int | None:
    """Return the first of the numbers, in order, that is greater than another."""
    place = bisect(numbers, after)
    return numbers[place] if place < len(numbers) else None
