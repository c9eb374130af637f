"""Who uses a library now: what must be done alone is done before anybody else comes.

The lock is one on the folder, so that it leaves no file behind, and none on the database, whose
locks are SQLite's: where a program closes such a file itself, the system drops those.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryBusyError

_PATIENCE = 20.0  # seconds for another program to start on the same library
_GLANCE = 0.05

if os.name == "posix":
    import fcntl

    def _lock(handle: int, *, alone: bool) -> bool:
        how = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Use:
    """A hold on a library's folder.

    Windows knows no locks on folders, and needs none: it lets nobody move a file that is open.
    """

    def __init__(self, folder: Path) -> None:
        """Take hold of the folder; raises `OSError`."""
        self._folder = folder
        self._handle = os.open(folder, os.O_RDONLY) if os.name == "posix" else None

    def take_alone(self) -> bool:
        """Keep others out if nobody is there; tell whether that is so."""
        return self._handle is None or _lock(self._handle, alone=True)

    def let_in(self) -> None:
        """Use the library together with others; raises `LibraryBusyError` while one is alone."""
        if self._handle is None:
            return
        end = time.monotonic() + _PATIENCE
        while not _lock(self._handle, alone=False):
            if time.monotonic() > end:
                raise LibraryBusyError(self._folder)
            time.sleep(_GLANCE)

    def close(self) -> None:
        """Let go of the folder."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep everybody out meanwhile; raises `LibraryBusyError` where somebody is there."""
    use = Use(folder)
    try:
        if not use.take_alone():
            raise LibraryBusyError(folder)
        yield
    finally:
        use.close()
