"""What the rows of the list are read from; of damaged articles, what can still be read."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.app import Shelving
from reader.errors import ArchiveError, LibraryError
from reader.model.entry import Entry, Remains


class Fetching(QObject):
    """Reads articles for rows; who draws these cannot be told of an error, others can."""

    failed = Signal(object)  # LibraryError or ArchiveError: told once for a list

    def __init__(self, shelving: Shelving) -> None:
        super().__init__()
        self._shelving = shelving
        self._told = False

    def begin(self) -> None:
        """Tell of an error once more: another list is about to be read."""
        self._told = False

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the articles that can be read; one that is damaged takes no other with it."""
        try:
            return self._shelving.entries(identifiers)
        except (LibraryError, ArchiveError) as error:
            self._tell(error)
        return [entry for each in identifiers for entry in self._one(each)]

    def remains(self, identifier: int) -> Remains | None:
        """Return what is left of an article that is damaged; None where it is gone."""
        try:
            return self._shelving.remains(identifier)
        except LibraryError as error:
            self._tell(error)
            return None

    def _one(self, identifier: int) -> list[Entry]:
        try:
            return self._shelving.entries((identifier,))
        except (LibraryError, ArchiveError):
            return []  # it has been told of

    def _tell(self, error: LibraryError | ArchiveError) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)
