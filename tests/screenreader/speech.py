"""What Orca has said, read from the file that its voice writes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self


class Said(str):
    """What Orca said, as one string; `lines` are the single utterances.

    `languages` has for each line the language that the voice was asked for, "" where for none, and
    `times` when that was, on the clock of `time.monotonic`.
    """

    lines: tuple[str, ...]
    languages: tuple[str, ...]
    times: tuple[float, ...]

    def __new__(cls, entries: Sequence[dict[str, Any]]) -> Self:
        lines = tuple(entry["text"] for entry in entries)
        made = super().__new__(cls, " | ".join(lines))
        made.lines = lines
        made.languages = tuple(entry["language"] for entry in entries)
        made.times = tuple(entry["when"] for entry in entries)
        return made


class SpeechLog:
    """The file, of which all is heard once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch()
        self._heard = 0  # bytes

    def size(self) -> int:
        """Return how long the file is by now."""
        return self.path.stat().st_size

    def unheard(self) -> Said:
        """Return what has been said since `take`."""
        return self._read()[0]

    def take(self) -> Said:
        """Return what has been said since the last time."""
        said, self._heard = self._read()
        return said

    def _read(self) -> tuple[Said, int]:
        with self.path.open("rb") as speech:
            speech.seek(self._heard)
            data = speech.read()
        whole = data[: data.rfind(b"\n") + 1]
        entries = [json.loads(line) for line in whole.decode().splitlines()]
        said = Said([entry for entry in entries if entry["kind"] != "key"])
        return said, self._heard + len(whole)
