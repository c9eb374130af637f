"""What is done before a library is open, while nobody else can come in."""

from functools import partial
from pathlib import Path

from reader.errors import LibraryDamagedError, LibraryReadOnlyError
from reader.library import aside, chain, indexing, leftovers, schema
from reader.library.connections import Connections
from reader.library.migrations import MIGRATIONS
from reader.library.originals import Originals
from reader.library.place import BACKUPS, FILE, ORIGINALS
from reader.library.use import Use

_AT_ONCE = 500  # articles that the search can be built for before anybody notices


def prepare(folder: Path, use: Use, connections: Connections) -> None:
    """Finish what a crash left, set a foreign log aside, make or renew the tables.

    Where others use the library already, they have done so. Raises as `schema.prepare` does,
    `LibraryDamagedError` where the file is gone with all that was in it, and `LibraryFullError`
    where there is no room for the backup before a migration.
    """
    alone = use.take_alone()
    if not alone:
        use.let_in()
    if alone:
        aside.finish(folder)
        leftovers.clear(folder)
        if is_lost(folder):
            raise LibraryDamagedError(folder / FILE)
        if chain.has_foreign_log(folder / FILE):
            aside.set_log_aside(folder)
    with connections.lent() as connection:
        schema.prepare(connection, folder / FILE, partial(_back_up, folder))
        to_build = indexing.is_being_built(connection)
        left = indexing.left_to_search(connection)
    if to_build and left <= _AT_ONCE:
        indexing.build(connections.writing)
    if alone:
        use.let_in()


def is_lost(folder: Path) -> bool:
    """Tell whether a library's file is missing or empty, and other files tell that there was one.

    A new file in its place would look like a library in which nothing was ever kept.
    """
    path = folder / FILE
    if path.is_file() and path.stat().st_size:
        return False
    kept = next(Originals(folder / ORIGINALS).all(), None)
    return kept is not None or any((folder / BACKUPS).glob("*.sqlite"))


def _back_up(folder: Path) -> None:
    """Keep the library as it is before a migration."""
    from reader.library.backups import Backups
    from reader.model.care import BackupKind

    Backups(folder).make(BackupKind.MIGRATION)


def prepare_to_read(path: Path, connections: Connections) -> None:
    """Look whether a file can be read as it is; raises as `schema.version_of` does.

    One of an older version cannot, which raises `LibraryReadOnlyError`.
    """
    with connections.lent() as connection:
        if schema.version_of(connection, path) < len(MIGRATIONS):
            raise LibraryReadOnlyError(path)
