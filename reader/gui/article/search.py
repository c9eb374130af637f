"""Find the next heading, link, cell … from a place in an article."""

from collections.abc import Iterable

from reader.gui.article.keys import Target
from reader.gui.article.outline import Knot, Outline
from reader.model.leaves import Leaf
from reader.model.position import Position


def next_found(
    outline: Outline, place: Position, on: Knot | None, target: Target, *, back: bool
) -> Knot | None:
    """Return the nearest knot after (or before) a place that is what a key looks for.

    `on` is the link or the mark that has the focus.
    """
    pieces, blocks = _candidates(outline, target)
    ahead = [knot for knot in pieces if _lies_ahead(knot, place, on, back=back)]
    if back:
        found = [*ahead, *(knot for knot in blocks if knot.block < place.block)]
        return max(found, key=_begin, default=None)
    found = [*ahead, *(knot for knot in blocks if knot.block > place.block)]
    return min(found, key=_begin, default=None)


def next_stop(outline: Outline, place: Position, step: int) -> Knot | None:
    """Return the next (1) or the previous (-1) of the pieces that are read one after another."""
    number = outline.stop_at(place.block, place.char) + step
    return outline.knots[outline.stops[number]] if 0 <= number < len(outline.stops) else None


def next_line(outline: Outline, place: Position, step: int) -> Knot | None:
    """Return the next (1) or the previous (-1) block or row of a table, by its first cell."""
    here = outline.stop_at(place.block, place.char)
    mine = _line(outline, here)
    while 0 <= (here := here + step) < len(outline.stops) and _line(outline, here) == mine:
        pass
    if not 0 <= here < len(outline.stops):
        return None
    knot = outline.knots[outline.stops[here]]
    return knot if knot.cell is None else neighbour(outline, _place_of(knot), 0, -knot.cell.column)


def neighbour(outline: Outline, place: Position, rows: int, columns: int) -> Knot | None:
    """Return the cell so many rows and columns from the one at a place; None outside a table."""
    knot = outline.knot_at(place.block, place.char)
    if knot.cell is None or knot.parent is None:
        return None
    table = outline.knots[knot.parent]
    return outline.cell(table, knot.cell.row + rows, knot.cell.column + columns)


def _line(outline: Outline, stop: int) -> tuple[int, int | None]:
    knot = outline.knots[outline.stops[stop]]
    return knot.block, knot.cell.row if knot.cell else None


def _place_of(knot: Knot) -> Position:
    return Position(knot.block, knot.start)


def _candidates(outline: Outline, target: Target) -> tuple[Iterable[Knot], Iterable[Knot]]:
    """Return the pieces of texts and the blocks that a key looks for."""
    knots = outline.knots
    if not target.kinds:
        return [knots[number] for number in outline.of_link], ()
    if target.whole:
        return (), [knot for knot in knots if knot.sort is target.whole]
    marks = [knots[number] for number in outline.of_mark] if target.marks else []
    leaves = (
        knots[outline.of_block[number]]
        for number, leaf in enumerate(outline.leaves)
        if _is(leaf, target)
    )
    return marks, leaves


def _lies_ahead(knot: Knot, place: Position, on: Knot | None, *, back: bool) -> bool:
    begin, here = _begin(knot), (place.block, place.char)
    if back:
        return begin < (_begin(on) if on else here)
    return begin > _begin(on) if on else begin >= here


def _begin(knot: Knot) -> tuple[int, int]:
    return knot.block, knot.start


def _is(leaf: Leaf, target: Target) -> bool:
    return leaf.kind in target.kinds and target.level in (0, leaf.level)
