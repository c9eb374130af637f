"""The documents as they came, each in a file that is named by the SHA-256 of its bytes.

A mark in `unfinished/` stands for as long as a file and the library's transaction may disagree,
so that a crash leaves something to settle, and no file has to be guessed to be rubbish: one that
a restored, older library does not know is kept.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path


class Originals:
    """A folder of originals; its writers take turns (the library's write lock sees to that)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unfinished = folder / "unfinished"

    def prepare(self) -> None:
        """Make the folders that are missing."""
        self._unfinished.mkdir(parents=True, exist_ok=True)

    def path(self, digest: str) -> Path:
        """Return where the bytes with this SHA-256 lie, or would lie."""
        return self._folder / digest[:2] / digest

    def all(self) -> Iterator[str]:
        """Yield the SHA-256 of each file that there is, as its name says."""
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(file.name for file in folder.iterdir() if not file.suffix)

    def mark(self, digest: str) -> None:
        """Note that the file is about to come or go."""
        (self._unfinished / digest).touch()

    def is_marked(self, digest: str) -> bool:
        """Return whether the file may be there without the article, or be missing."""
        return (self._unfinished / digest).exists()

    def unmark(self, digest: str) -> None:
        """Note that the file and the library agree."""
        (self._unfinished / digest).unlink(missing_ok=True)

    def marked(self, older_than: float) -> tuple[str, ...]:
        """Return what was marked more than so many seconds ago, and left so."""
        latest = time.time() - older_than
        return tuple(
            mark.name for mark in self._unfinished.iterdir() if mark.stat().st_mtime < latest
        )

    def put(self, digest: str, data: bytes) -> None:
        """Write the bytes so that they outlast a power cut; raises `OSError`."""
        target = self.path(digest)
        if target.is_file() and target.stat().st_size == len(data):
            return
        target.parent.mkdir(exist_ok=True)
        part = self._part(digest)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        _sync_folder(target.parent)

    def drop(self, digest: str) -> None:
        """Take the file away, whole or in part."""
        self._part(digest).unlink(missing_ok=True)
        self.path(digest).unlink(missing_ok=True)

    def _part(self, digest: str) -> Path:
        return self.path(digest).with_suffix(".part")


def _sync_folder(folder: Path) -> None:
    """Make a rename last; Windows cannot open folders, and does without."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
