"""The places that a person has jumped from, to go back to and forth."""

from dataclasses import dataclass

from reader.model.position import Position

_MOST = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in an article of the library, or in its original."""

    identifier: int
    position: Position
    in_original: bool = False


class History:
    """Remembers where one was before each jump, as a browser does."""

    def __init__(self) -> None:
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []

    def leave(self, visit: Visit) -> None:
        """Remember a place that is being left by a jump; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != visit:
            self._behind.append(visit)
        self._behind = self._behind[-_MOST:]
        self._ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """Return the place before, and remember the one that is being left; None at the end."""
        return _step(self._behind, self._ahead, here)

    def forth(self, here: Visit) -> Visit | None:
        """Return the place that was gone back from; None at the end."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Visit], other: list[Visit], here: Visit) -> Visit | None:
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    other.append(here)
    return source.pop()
