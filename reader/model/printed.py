"""An article beside the lines that it was printed in."""

from dataclasses import dataclass

from reader.model.raw import RawLine


@dataclass(frozen=True, slots=True)
class Printed:
    """The lines of an article as they were found.

    `origins` are, for each leaf of the article, the indices of the lines it was made of.
    """

    lines: tuple[RawLine, ...]
    origins: tuple[tuple[int, ...], ...]

    @property
    def pages(self) -> int:
        """How many pages the document has, as far as there is text on them."""
        return max((line.page for line in self.lines), default=-1) + 1

    def page_of(self, block: int) -> int:
        """Return the page that a leaf begins on, counted from 0."""
        origins = self.origins[block] if block < len(self.origins) else ()
        return self.lines[min(origins)].page if origins else 0

    def start_of(self, page: int) -> int:
        """Return the first leaf that has words on a page, or the nearest one after it."""
        for block, origins in enumerate(self.origins):
            if any(self.lines[line].page >= page for line in origins):
                return block
        return max(0, len(self.origins) - 1)
