"""What goes into a book."""

from dataclasses import dataclass

from reader.exporters.notes import Marked
from reader.model.sound import Spoken


@dataclass(frozen=True, slots=True)
class Bound:
    """An article of a book with its notes, and what is spoken of it where it talks."""

    marked: Marked
    spoken: Spoken | None = None
