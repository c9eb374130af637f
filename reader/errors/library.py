"""Libraries, backups and archives, and what is not in them."""

from pathlib import Path

from reader.errors.base import ReaderError


class LibraryError(ReaderError):
    """The library at `path` cannot be used as asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class LibraryNewerError(LibraryError):
    """A newer version of the program made this library."""


class LibraryDamagedError(LibraryError):
    """The library's file is broken."""


class LibraryUnwritableError(LibraryError):
    """The library's folder cannot be written; `reason` is the system's word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class LibraryReadOnlyError(LibraryError):
    """The library is open for reading only."""


class LibraryGoneError(LibraryError):
    """The library's folder `path` is no longer there, as when its disk was taken away."""


class LibraryBusyError(LibraryError):
    """Another program uses the library, so that its file cannot be exchanged or prepared."""


class LibraryFullError(LibraryError):
    """There is no room in the folder `path`: `needed` and `free` are megabytes."""

    def __init__(self, path: Path, needed: int, free: int) -> None:
        super().__init__(path)
        self.needed = needed
        self.free = free


class BackupError(ReaderError):
    """The backup `name` cannot be used."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownBackupError(BackupError):
    """There is no backup with this name."""


class BackupDamagedError(BackupError):
    """The backup is broken."""


class BackupNewerError(BackupError):
    """A newer version of the program made the backup."""


class ArchiveError(ReaderError):
    """The archive at `path` cannot be used as asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NotAnArchiveError(ArchiveError):
    """The file is no archive of this program."""


class ArchiveNewerError(ArchiveError):
    """A newer version of the program made this archive."""


class ArchiveDamagedError(ArchiveError):
    """Something in the archive is not as it was written."""


class ArchiveUnsafeError(ArchiveError):
    """The archive holds what this program never puts into one, or more than it can."""


class ArchiveClosedError(ReaderError):
    """The archive that the article is in is no longer open."""


class ReadOnlyArchiveError(ReaderError):
    """An article of an open archive was to be changed."""

    def __init__(self, identifier: int) -> None:
        super().__init__(str(identifier))
        self.article = identifier


class UnknownArticleError(ReaderError):
    """The library has no article with this identifier."""

    def __init__(self, identifier: int) -> None:
        super().__init__(str(identifier))
        self.identifier = identifier


class NameTakenError(ReaderError):
    """A tag, collection or saved search is called `name` already, be it in other capitals."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NamelessError(ReaderError):
    """A tag or a collection was to be called by nothing but spaces."""


class UnknownNameError(ReaderError):
    """There is no tag, collection or saved search called `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownAnnotationError(ReaderError):
    """There is no bookmark, highlight or note with this identifier."""

    def __init__(self, identifier: int) -> None:
        super().__init__(str(identifier))
        self.annotation = identifier
