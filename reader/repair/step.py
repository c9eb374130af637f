"""What a step of repair is."""

from collections.abc import Callable
from typing import TypeAlias

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge

Done: TypeAlias = tuple[RawDocument, tuple[Repair, ...]]
Step: TypeAlias = Callable[[RawDocument, Knowledge], Done]


def made(step: str, line: RawLine, before: str, after: str) -> Repair:
    """Return a repair of a line, with the place where the line was found."""
    return Repair(step, line.page, before, after, line.sources[0] if line.sources else None)
