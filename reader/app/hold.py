"""A hold on a file that one program has at a time; it ends with the program, however that ends."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30  # beyond all that is written, for nobody else can read a byte that is locked

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Hold:
    """A hold on the file at `path`; `new` makes one where there is none.

    Raises `FileNotFoundError`, or `FileExistsError` for a new one, and other `OSError`s.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self._path = path
        made = os.O_CREAT | os.O_EXCL if new else 0
        self._handle = os.open(path, os.O_RDWR | made, 0o666)
        self._open = True
        try:
            self.taken = _lock(self._handle) and self._has_its_name()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            self._open = False
            os.close(self._handle)

    def remove(self) -> None:
        """Remove the file, and let go of it."""
        if sys.platform == "win32":  # which removes no file that is open
            self.close()
        self._path.unlink(missing_ok=True)
        self.close()

    def _has_its_name(self) -> bool:
        """Tell whether nobody has removed the file since it was opened."""
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except FileNotFoundError:
            return False
