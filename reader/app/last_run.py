"""Whether the last run was ended by a signal, as by a fault in a library written in C."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import IO

_FILE = "last-run.txt"


class LastRun:
    """Has Python write down where a signal ended the program, for the next start to find.

    `dump` is what the last run has written, or "".
    """

    def __init__(self, data: Path) -> None:
        self._path = data / _FILE
        self._file: IO[bytes] | None = None
        self.dump = ""
        with suppress(OSError, UnicodeDecodeError):
            self.dump = self._path.read_text("utf-8", "replace")
        with suppress(OSError):  # nowhere to write: then nothing is known the next time
            data.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
            faulthandler.enable(self._file)

    def close(self) -> None:
        """Leave nothing behind: this run has ended as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                self._path.unlink()
