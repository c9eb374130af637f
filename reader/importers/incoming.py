"""What comes in: the bytes of a document and what is known of them."""

from dataclasses import dataclass
from pathlib import Path

from reader.errors import (
    FolderError,
    HugeFileError,
    MissingFileError,
    NoPermissionError,
    SourceError,
    UnreadableFileError,
)
from reader.text.names import as_text

# News are a thousand times smaller; a disk image, or /dev/zero, must not fill the memory.
MOST_BYTES = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document before it is read.

    `name` is the file's name without folders, or "" for pasted text; `path` where it was read;
    `address` the page it came from, where known; `charset` the encoding that a server told of;
    `pasted` tells that the bytes are text.
    """

    data: bytes
    name: str = ""
    path: Path | None = None
    address: str | None = None
    password: str | None = None
    pasted: bool = False
    charset: str | None = None

    @property
    def where(self) -> Path | str:
        """What an error message calls the document."""
        return self.path or self.name


def from_file(path: Path, address: str | None = None, password: str | None = None) -> Incoming:
    """Read a file.

    Raises `SourceError`: missing, a folder, not allowed, too large, or not readable.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise _reason(path, error) from error
    if len(data) > MOST_BYTES:
        raise HugeFileError(path, MOST_BYTES // 2**20)
    return Incoming(data, as_text(path.name), path, address, password)


def from_text(text: str, address: str | None = None) -> Incoming:
    """Take in pasted text."""
    return Incoming(text.encode("utf-8", "replace"), address=address, pasted=True)


def _reason(path: Path, error: OSError) -> SourceError:
    match error:
        case FileNotFoundError():
            return MissingFileError(path)
        case IsADirectoryError():
            return FolderError(path)
        case PermissionError():
            # Windows says "permission denied" of a folder, too.
            return FolderError(path) if is_folder(path) else NoPermissionError(path)
        case _:
            return UnreadableFileError(path, error.strerror or str(error))


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; False where the system does not say."""
    try:
        return path.is_dir()
    except OSError:  # one of the folders above may not be entered
        return False
