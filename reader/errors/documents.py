"""Documents that cannot be read."""

from pathlib import Path

from reader.errors.base import ReaderError


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


class OtherFormatError(SourceError):
    """The format is known, but not one that can be read: `kind` is its usual name, ".doc"."""

    def __init__(self, where: Path | str, kind: str) -> None:
        super().__init__(where)
        self.kind = kind


class ArchiveAmongFilesError(SourceError):
    """An archive lies among the files of a folder that are taken in."""


class AddressError(SourceError):
    """An address was given; this version opens files and pasted text only."""


class NoAnnouncementError(SourceError):
    """The press corner has nothing under this reference in this language."""


class ScriptedPageError(SourceError):
    """A saved page holds no text: its script fetches that each time it is shown."""


class ScriptedPageAtError(ScriptedPageError):
    """A saved page holds no text, but tells the `address` where that is."""

    def __init__(self, where: Path | str, address: str) -> None:
        super().__init__(where)
        self.address = address


class DamagedFileError(SourceError):
    """The format is known, but the file is broken."""


class UnsafeFileError(SourceError):
    """The file holds what is only there to harm whoever reads it."""


class ProtectedFileError(SourceError):
    """The text is encrypted: for the programs of one shop, or by a password of another program."""


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
