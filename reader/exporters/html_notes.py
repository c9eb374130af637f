"""Which mark in the text leads to which note, where that is certain."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.exporters.html_inline import is_link
from reader.model.leaves import Kind, Leaf

MARK = re.compile(r"\[([^\[\]\s]{1,8})\]")


@dataclass(frozen=True, slots=True)
class Notes:
    """The marks of an article in reading order, and its notes.

    `leads_to` has a note's leaf for each mark, or None; `back` has a note's first mark.
    """

    leads_to: tuple[int | None, ...]
    back: dict[int, int]


def notes(leaves: Sequence[Leaf]) -> Notes:
    """Return what belongs together.

    A mark belongs to the next note of its label. Where a label stands before several notes, for
    some programs count anew on every page, each of these must have a mark of its own, else the
    notes have been moved and none is certain.
    """
    places = _labelled(leaves)
    marks = [(number, label) for number, leaf in enumerate(leaves) for label in marks_of(leaf)]
    wanted = [_next(places.get(label, ()), number) for number, label in marks]
    unsure = {label for label, numbers in places.items() if not set(numbers).issubset(set(wanted))}
    leads_to = [
        None if label in unsure else note
        for (_number, label), note in zip(marks, wanted, strict=True)
    ]
    back: dict[int, int] = {}
    for mark, note in enumerate(leads_to):
        if note is not None:
            back.setdefault(note, mark)
    return Notes(tuple(leads_to), back)


def marks_of(leaf: Leaf) -> Iterator[str]:
    """Yield what stands in brackets in a leaf, but for links, notes and what is not printed."""
    if leaf.kind is not Kind.FOOTNOTE and not leaf.is_unseen:
        for span in leaf.spans:
            if not is_link(span):
                yield from MARK.findall(span.text)


def _labelled(leaves: Sequence[Leaf]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, leaf in enumerate(leaves):
        label = MARK.match(leaf.text) if leaf.kind is Kind.FOOTNOTE else None
        if label:
            places[label[1]].append(number)
    return places


def _next(numbers: Sequence[int], after: int) -> int | None:
    """Return the first of the numbers, in order, that is greater than another."""
    place = bisect(numbers, after)
    return numbers[place] if place < len(numbers) else None
