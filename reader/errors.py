"""Every error a person can do something about; anything else is a bug.

Errors carry facts; `reader.wording` turns them into a sentence in the person's language.
"""

from pathlib import Path


class ReaderError(Exception):
    """Something that is not a bug; the edges tell the person about it."""


class SourceError(ReaderError):
    """A document could not be taken in; `where` is its path, address or name."""

    def __init__(self, where: Path | str) -> None:
        super().__init__(str(where))
        self.where = where


class MissingFileError(SourceError):
    """There is no such file."""


class FolderError(SourceError):
    """The path names a folder where a file was expected."""


class NoPermissionError(SourceError):
    """The person may not read the file."""


class UnreadableFileError(SourceError):
    """The system could not read the file; `reason` is the system's word for it."""

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(where)
        self.reason = reason


class EmptyDocumentError(SourceError):
    """The file or the pasted text holds nothing."""


class UnknownFormatError(SourceError):
    """The bytes are of no format that can be read."""


class AddressError(SourceError):
    """An address was given; this version opens files and pasted text only."""


class DamagedFileError(SourceError):
    """The format is known, but the file is broken."""


class PasswordError(SourceError):
    """The file needs a password; `wrong` tells that one was given and did not fit."""

    def __init__(self, where: Path | str, *, wrong: bool) -> None:
        super().__init__(where)
        self.wrong = wrong


class NoTextLayerError(SourceError):
    """The file holds pictures of `pages` pages, but no text."""

    def __init__(self, where: Path | str, pages: int) -> None:
        super().__init__(where)
        self.pages = pages


class GarbledTextError(SourceError):
    """The file's letters are mapped wrongly, so its text is rubbish; `sample` shows some of it."""

    def __init__(self, where: Path | str, sample: str) -> None:
        super().__init__(where)
        self.sample = sample


class CrashedFileError(SourceError):
    """The process that reads files broke off at this one; `reason` tells how."""

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(where)
        self.reason = reason


class StuckFileError(SourceError):
    """Reading went no further for `seconds` and was given up."""

    def __init__(self, where: Path | str, seconds: float) -> None:
        super().__init__(where)
        self.seconds = seconds


class HugeFileError(SourceError):
    """The file, or the memory that it takes to read it, goes beyond `megabytes`."""

    def __init__(self, where: Path | str, megabytes: int) -> None:
        super().__init__(where)
        self.megabytes = megabytes


class UnstartedError(SourceError):
    """The system did not start the process that reads such files; `reason` is its word for it."""

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(where)
        self.reason = reason


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
    """The library's folder is no longer there, as when its disk was taken away."""


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


class SpeechError(ReaderError):
    """Reading aloud is not possible now."""


class NoEngineError(SpeechError):
    """No speech engine starts on this machine; `reason` is the engine's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoVoiceError(SpeechError):
    """The engine has no voice for `language`."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class NoSoundError(SpeechError):
    """The machine has no sound output."""


class EngineFailedError(SpeechError):
    """The speech engine crashed or hung again and again; `reason` tells how."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CorrectionError(ReaderError):
    """There is nothing here that could be put right in the way the person asked for."""


class SplitError(CorrectionError):
    """A block cannot be split at this place."""


class JoinError(CorrectionError):
    """A block cannot be joined with the next one."""


class NothingToTakeBackError(CorrectionError):
    """Nothing was put right by hand in the article."""


class StoppedError(ReaderError):
    """The person, or the closing of the window, has stopped long work."""


class TargetError(ReaderError):
    """A file cannot be written to `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class TargetExistsError(TargetError):
    """There is such a file already, and it is not overwritten unasked."""


class UnwritableTargetError(TargetError):
    """The system refuses; `reason` is its word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class NoRoomError(TargetError):
    """The disk has `free` megabytes left where about `megabytes` are needed."""

    def __init__(self, path: Path, megabytes: int, free: int) -> None:
        super().__init__(path)
        self.megabytes = megabytes
        self.free = free


class NothingToWriteError(TargetError):
    """There is no article that could be written there."""


class SettingsError(ReaderError):
    """The settings file at `path` cannot be read or written; `reason` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class PronunciationsError(ReaderError):
    """The list of pronunciations at `path` cannot be read or written; `reason` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class NotAListError(PronunciationsError):
    """A file that was to be taken in holds no list of pronunciations; `reason` tells where."""
