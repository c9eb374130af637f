"""Find the next heading, link, list … from a place in an article."""

from reader.gui.article.keys import Target
from reader.gui.article.outline import Link, Outline, Sort
from reader.model.leaves import Leaf
from reader.model.position import Position


def next_block(outline: Outline, block: int, target: Target, *, back: bool) -> int | None:
    """Return the nearest leaf after (or before) `block` that is what the key looks for."""
    found = [number for number in _candidates(outline, target) if number != block]
    if back:
        return max((number for number in found if number < block), default=None)
    return min((number for number in found if number > block), default=None)


def next_link(outline: Outline, place: Position, on: Link | None, *, back: bool) -> Link | None:
    """Return the link after (or before) the link `on`, or the nearest one to a place."""
    if on is not None:
        number = on.number + (-1 if back else 1)
        return outline.links[number] if 0 <= number < len(outline.links) else None
    at = (place.block, place.char)
    if back:
        before = (link for link in reversed(outline.links) if (link.block, link.start) < at)
        return next(before, None)
    return next((link for link in outline.links if (link.block, link.start) >= at), None)


def _candidates(outline: Outline, target: Target) -> list[int]:
    if target.whole:
        return [knot.block for knot in outline.knots if knot.sort is Sort.LIST]
    return [number for number, leaf in enumerate(outline.leaves) if _is(leaf, target)]


def _is(leaf: Leaf, target: Target) -> bool:
    return leaf.kind in target.kinds and target.level in (0, leaf.level)
