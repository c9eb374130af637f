"""Finds of which none covers another."""

from collections.abc import Iterable
from typing import TypeVar

_Hit = TypeVar("_Hit", bound=tuple[int, int, object])


def apart(found: Iterable[_Hit]) -> list[_Hit]:
    """Return (start, end, …) in order; of those that overlap the first, or the longest."""
    kept: list[_Hit] = []
    for hit in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept
