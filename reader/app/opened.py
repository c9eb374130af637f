"""Articles that were kept, and that are read on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.intake import Outcome
from reader.model.position import Position

if TYPE_CHECKING:
    from reader.model.raw import Repair


@dataclass(frozen=True, slots=True)
class Kept:
    """An article in the library, and what became of the one that came in.

    `others` are those that came with it, in a book that is a collection of articles.
    """

    entry: Entry
    repairs: "tuple[Repair, ...]"
    outcome: Outcome
    others: "tuple[Kept, ...]" = ()

    @property
    def known(self) -> bool:
        """Whether it was there already, be it in the bin."""
        return self.outcome in (Outcome.KNOWN, Outcome.RESTORED)


@dataclass(frozen=True, slots=True)
class Opened:
    """An article to read on: what the library knows of it, its text, and where reading stopped."""

    entry: Entry
    article: Article
    position: Position
