"""How far a long import is, kept in a file, so that it goes on after a crash or a pause.

Each import has a journal of its own, and one program at a time is at work on it.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.app.hold import Hold
from reader.errors import LibraryBusyError, LibraryUnwritableError
from reader.model.intake import Outcome

_NAME = re.compile(r"import(?:-(\d{1,6}))?\.jsonl")


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

    def __init__(self, path: Path, hold: Hold | None = None) -> None:
        self.path = path
        self._hold = hold

    def is_free(self) -> bool:
        """Tell whether there is such an import, and no program at work on it."""
        with _explained(self.path):
            try:
                with Hold(self.path) as hold:
                    return hold.taken
            except FileNotFoundError:
                return False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other programs from this import; raises `LibraryBusyError` where one is at it."""
        self._take()
        try:
            yield
        finally:
            self._let_go()

    def begin(self, roots: Iterable[Path]) -> None:
        """Begin with these folders and files."""
        self._write("w", [[str(root) for root in roots]])

    def note(self, lines: Iterable[Line]) -> None:
        """Remember what was taken in."""
        self._write("a", [[str(line.path), line.outcome, line.article] for line in lines])

    def end(self) -> None:
        """Forget the import that is held: it is done, or given up."""
        if self._hold is not None:
            with _explained(self.path):
                self._hold.remove()

    def read(self) -> tuple[tuple[Path, ...], tuple[Line, ...]]:
        """Return the folders of an import that has not ended, and what was taken in; else nothing.

        A file that is no journal counts as none.
        """
        with _explained(self.path):
            try:
                written = self.path.read_text("utf-8", errors="replace")
            except FileNotFoundError:
                return (), ()
        whole = [value for text in written.splitlines() if (value := _parsed(text)) is not None]
        if not whole:
            return (), ()
        roots, *rest = whole
        lines = tuple(line for values in rest if (line := _line(values)) is not None)
        return tuple(Path(str(root)) for root in roots), lines

    def _take(self) -> None:
        if self._hold is not None:
            return
        with _explained(self.path):
            try:
                self._hold = Hold(self.path)
            except FileNotFoundError:
                return  # another program has brought the import to its end
        if not self._hold.taken:
            self._let_go()
            raise LibraryBusyError(self.path.parent)

    def _let_go(self) -> None:
        if self._hold is not None:
            self._hold.close()
            self._hold = None

    def _write(self, mode: str, values: Sequence[Sequence[str | int]]) -> None:
        text = "".join(json.dumps(value, ensure_ascii=True) + "\n" for value in values)
        with _explained(self.path), self.path.open(mode, encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())


def new_journal(folder: Path) -> Journal:
    """Return a journal for a new import, which is held, beside those that there are."""
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        number = 1
        while (hold := _new_hold(path := _path(folder, number))) is None:
            number += 1
    return Journal(path, hold)


def journals(folder: Path) -> list[Journal]:
    """Return the journals of all imports that have not ended, the oldest number first."""
    with _explained(folder):
        return [Journal(path) for _number, path in sorted(_numbered(folder))]


def _new_hold(path: Path) -> Hold | None:
    """Take a name for a new journal; that of a file in which a crash has left nothing as well."""
    try:
        hold = Hold(path, new=not path.exists())
    except (FileExistsError, FileNotFoundError):
        return None  # another program was quicker
    if hold.taken and not Journal(path).read()[0]:
        return hold
    hold.close()
    return None


def _path(folder: Path, number: int) -> Path:
    return folder / ("import.jsonl" if number == 1 else f"import-{number}.jsonl")


def _numbered(folder: Path) -> Iterator[tuple[int, Path]]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            yield int(match.group(1) or 1), path


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryUnwritableError(path, error.strerror or str(error)) from error


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
