"""Spans of an article changed in all its blocks: their languages, and links to what they name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from reader.model.article import (
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    plain,
    runs,
)
from reader.text import references
from reader.text.foreign import stretches
from reader.text.languages import agrees, in_other_scripts

Change: TypeAlias = Callable[[Spans], Spans]
# Start, end and what a stretch of spans becomes.
_Stretch: TypeAlias = tuple[int, int, Callable[[Span], Span]]


def changed(blocks: Iterable[Block], change: Change, in_numbers: Change) -> tuple[Block, ...]:
    """Return the blocks with all their spans changed, those in tables of numbers by another."""
    return tuple(_changed(block, change, in_numbers) for block in blocks)


def with_languages(spans: Spans, home: str) -> Spans:
    """Return spans with their languages told where they are surely not in the language `home`.

    What a format says of words is believed unless they cannot be in that language.
    """
    spans = _believed(spans, home)

    def told(language: str) -> Callable[[Span], Span]:
        return lambda span: replace(span, language=span.language or language)

    found = stretches(plain(spans), home)
    return _restyled(spans, [(start, end, told(language)) for start, end, language in found])


def _believed(spans: Spans, home: str) -> Spans:
    """Return spans with the languages alone that their words may be in.

    A name in other letters inside of foreign words is not in their language.
    """
    untold: list[_Stretch] = [
        (begin + start, end + start, _untold)
        for told, start, last, some in runs(spans, lambda span: span.language)
        if told is not None
        for begin, end in _not_in(told, home, plain(some))
    ]
    return _restyled(spans, untold)


def _not_in(told: str, home: str, text: str) -> Iterable[tuple[int, int]]:
    """Return the stretches of a text that are not in the language which a format says.

    Figures alone are in none.
    """
    spoken = any(map(str.isalpha, text))
    if not spoken or told.partition("-")[0].lower() == home or not agrees(text, told):
        return [(0, len(text))]
    return in_other_scripts(text)


def _untold(span: Span) -> Span:
    return replace(span, language=None)


def with_references(spans: Spans, language: str) -> Spans:
    """Return spans with links on the names of documents, but never inside a link."""
    taken = list(_linked(spans))

    def leading(address: str) -> Callable[[Span], Span]:
        return lambda span: replace(span, link=address, inferred=True)

    found: list[_Stretch] = []
    place = 0
    for start, end, reference in references.find(plain(spans), language):
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        if place == len(taken) or taken[place][0] >= end:
            found.append((start, end, leading(reference.address)))
    return _restyled(spans, found)


def _linked(spans: Spans) -> Iterator[tuple[int, int]]:
    end = 0
    for span in spans:
        start, end = end, end + len(span.text)
        if span.link:
            yield start, end


def _restyled(spans: Spans, stretches_: list[_Stretch]) -> Spans:
    """Return spans cut at the ends of stretches, which come in order, and changed inside them."""
    if not stretches_:
        return _merged(spans)
    made: list[Span] = []
    waiting = iter([*stretches_, (len(plain(spans)) + 1, 0, lambda span: span)])
    start, end, change = next(waiting)
    offset = 0
    for span in spans:
        rest = span.text
        while rest:
            inside = offset >= start
            length = (end if inside else start) - offset
            piece, rest = replace(span, text=rest[:length]), rest[length:]
            made.append(change(piece) if inside else piece)
            offset += len(piece.text)
            if inside and offset == end:
                start, end, change = next(waiting)
    return _merged(made)


def _merged(spans: Iterable[Span]) -> Spans:
    found: list[Span] = []
    for _, group in groupby((span for span in spans if span.text), key=_look):
        same = tuple(group)
        found.append(same[0] if len(same) == 1 else replace(same[0], text=plain(same)))
    return tuple(found)


def _look(span: Span) -> tuple[object, ...]:
    return span.strong, span.emphasis, span.link, span.language, span.inferred


def _changed(block: Block, change: Change, in_numbers: Change) -> Block:
    match block:
        case Heading() | Paragraph() | Footnote() | Notice():
            return replace(block, spans=change(block.spans))
        case ListBlock(_, items):
            inner = tuple(changed(item, change, in_numbers) for item in items)
            return replace(block, items=inner)
        case Quote(blocks, attribution):
            return Quote(changed(blocks, change, in_numbers), change(attribution))
        case Table():
            return _table(block, in_numbers if is_of_numbers(block.rows) else change, change)
        case Figure(_, caption):
            return replace(block, caption=change(caption))


def _table(block: Table, in_cells: Change, in_caption: Change) -> Table:
    header, *rows = (tuple(in_cells(cell) for cell in row) for row in (block.header, *block.rows))
    return Table(header, tuple(rows), in_caption(block.caption))


def is_of_numbers(rows: tuple[tuple[Spans, ...], ...]) -> bool:
    """Tell whether rows of cells have fewer cells with words than without; no rows have not."""
    cells = [plain(cell) for row in rows for cell in row]
    worded = sum(any(map(str.isalpha, cell)) for cell in cells)
    return 2 * worded < len(cells)
