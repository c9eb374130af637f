"""The person's list of pronunciations in use, kept on disk as it changes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import pronunciations
from reader.errors import PronunciationsError
from reader.model.pronunciation import Pronunciation, Pronunciations, merged, with_entry


class OwnWords(QObject):
    """Holds the list; whoever changes it tells all who speak by it.

    `trouble` tells why the list on disk cannot be used; it is left alone until there is another.
    """

    changed = Signal(object)  # Pronunciations

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.trouble: PronunciationsError | None = None
        self.current: Pronunciations = ()
        try:
            self.current = pronunciations.load(folder)
        except PronunciationsError as error:
            self.trouble = error

    def put(self, entry: Pronunciation, instead: Pronunciation | None = None) -> None:
        """Have words said so, and those of `instead` no more; raises as `change` does."""
        self.change(with_entry(self.current, entry, instead))

    def remove(self, entry: Pronunciation) -> None:
        """Have words said as usual again; raises as `change` does."""
        self.change(tuple(other for other in self.current if other != entry))

    def take_in(self, path: Path) -> int:
        """Take over a list that somebody has saved; return how many of its words were new.

        Words that the person has already stay as they are. Raises `PronunciationsError`.
        """
        before = len(self.current)
        self.change(merged(self.current, pronunciations.read_list(path)))
        return len(self.current) - before

    def hand_on(self, path: Path) -> None:
        """Save the list for others; raises `PronunciationsError`."""
        pronunciations.write_list(self.current, path)

    def change(self, entries: Pronunciations) -> None:
        """Take another list over and keep it.

        Raises `PronunciationsError` where it cannot be kept; it applies all the same.
        """
        if entries == self.current:
            return
        self.current = entries
        self.changed.emit(entries)
        pronunciations.save(entries, self._folder)
        self.trouble = None
