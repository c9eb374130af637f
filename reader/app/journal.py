"""How far a long import is, kept in a file, so that it goes on after a crash or a pause."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryUnwritableError
from reader.model.intake import Outcome


@dataclass(frozen=True, slots=True)
class Line:
    """A file that was taken in: what became of it, and the number of its article."""

    path: Path
    outcome: Outcome
    article: int


class Journal:
    """A file of lines in JSON: first the folders, then each file that was taken in.

    A line is written after its article is kept for good. What a crash has cut off is left out.
    Methods raise `LibraryUnwritableError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, roots: Iterable[Path]) -> None:
        """Begin anew with these folders and files."""
        self._write("w", [[str(root) for root in roots]])

    def note(self, lines: Iterable[Line]) -> None:
        """Remember what was taken in."""
        self._write("a", [[str(line.path), line.outcome, line.article] for line in lines])

    def end(self) -> None:
        """Forget the import: it is done, or given up."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise LibraryUnwritableError(self.path, error.strerror or str(error)) from error

    def read(self) -> tuple[tuple[Path, ...], tuple[Line, ...]]:
        """Return the folders of an import that has not ended, and what was taken in; else nothing.

        A file that is no journal counts as none.
        """
        try:
            written = self.path.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return (), ()
        except OSError as error:
            raise LibraryUnwritableError(self.path, error.strerror or str(error)) from error
        whole = [value for text in written.splitlines() if (value := _parsed(text)) is not None]
        if not whole:
            return (), ()
        roots, *rest = whole
        lines = tuple(line for values in rest if (line := _line(values)) is not None)
        return tuple(Path(str(root)) for root in roots), lines

    def _write(self, mode: str, values: Sequence[Sequence[str | int]]) -> None:
        text = "".join(json.dumps(value, ensure_ascii=True) + "\n" for value in values)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open(mode, encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LibraryUnwritableError(self.path, error.strerror or str(error)) from error


def _parsed(text: str) -> list[object] | None:
    """Return the values of a line; None of one that was cut off."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list) else None


def _line(values: list[object]) -> Line | None:
    """Return what a line tells; None where it tells nothing that this program has written."""
    match values:
        case [str(path), str(outcome), int(article)] if outcome in set(Outcome):
            return Line(Path(path), Outcome(outcome), article)
        case _other:
            return None
