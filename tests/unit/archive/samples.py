"""A library and an archive of it, for the tests of archives."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.app import Archives
from reader.library.records import _digest
from reader.library.store import Library
from reader.model.annotation import AnnotationKind
from reader.model.archive import Label
from reader.model.position import Position
from reader.text.anchors import Stretch
from tests.unit.library_samples import EVERYTHING, REPAIRS, article

LABEL = Label("Новини от март", "0.1", "Всяка статия по своите условия.")
TITLES = ("Нова програма за чиста енергия", "Новини за пчелите", "Новини за влаковете")


def fill(library: Library) -> list[int]:
    """Add three articles, the first with everything that an article can hold."""
    added = [
        library.add(EVERYTHING, REPAIRS, b"%PDF everything"),
        library.add(article(TITLES[1], "Държавите прилагат закона за пчелите."), (), b"bees"),
        library.add(article(TITLES[2], "Инвестициите в релси растат."), (), b"trains " * 99),
    ]
    return [each.entry.identifier for each in added]


def mark_up(library: Library, number: int) -> None:
    """Give an article a note, a tag, a star and a place."""
    stretch = Stretch(Position(1, 0), Position(1, 9))
    library.annotations.add(number, AnnotationKind.NOTE, stretch, "Държавите", "Помни меда")
    with library._connections.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO tag (name, folded) VALUES ('Пчели', 'пчели')")
        connection.execute("INSERT INTO tagged SELECT id, ? FROM tag", (number,))
        connection.execute("UPDATE reading SET starred = 1 WHERE article = ?", (number,))
    library.set_place(number, Position(1, 5))
    library.set_read(number, read=True)


def make(folder: Path, path: Path, *, with_notes: bool = False) -> Path:
    """Make an archive of a library with three articles, the bees with all that is a person's."""
    with Library(folder) as library:
        if not library.count().total:
            mark_up(library, fill(library)[1])
        label = Label(LABEL.name, LABEL.version, LABEL.licence, with_notes)
        Archives(library).make(path, None, label)
    return path


@contextmanager
def changed(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend an archive to be changed by somebody else."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def check_search(library: Library) -> None:
    """Fail where the search does not hold what the articles and their notes hold."""
    with library._connections.writing() as connection:
        for index in ("search", "search_exact"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def resigned(connection: sqlite3.Connection, number: int, **columns: object) -> None:
    """Change a row and sign it as whoever forges an archive can."""
    connection.row_factory = sqlite3.Row
    query = "SELECT * FROM article JOIN content ON content.article = id WHERE id = ?"
    row = {**dict(connection.execute(query, (number,)).fetchone()), **columns}
    for name, value in {**columns, "digest": _digest(row)}.items():
        table, key = ("content", "article") if name in ("blocks", "repairs") else ("article", "id")
        connection.execute(f"UPDATE {table} SET {name} = ? WHERE {key} = ?", (value, number))
