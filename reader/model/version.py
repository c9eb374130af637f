"""What an article was before it came again with changes, and what has changed since."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reader.model.position import Extent


@dataclass(frozen=True, slots=True)
class Version:
    """An older version of an article; `number` counts from 1, the oldest."""

    number: int
    title: str
    added: datetime
    published: date | None
    source_name: str


class ChangeKind(StrEnum):
    """What happened to a piece of an article."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of an article (see `reader.model.leaves`) that is not as it was.

    `before` and `after` are its words in the older and the newer version, empty where it is not
    there. `block` is the piece of the newer version where the change is to be seen; for what was
    removed, the piece that stands there now. `left` and `come` are the words that differ, in
    `before` and in `after`.
    """

    kind: ChangeKind
    block: int
    before: str
    after: str
    left: tuple[Extent, ...] = ()
    come: tuple[Extent, ...] = ()
