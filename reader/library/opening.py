"""What is done before a library is open, while nobody else can come in."""

from functools import partial
from pathlib import Path

from reader.errors import LibraryReadOnlyError
from reader.library import aside, chain, indexing, leftovers, schema
from reader.library.connections import Connections
from reader.library.migrations import MIGRATIONS
from reader.library.place import FILE
from reader.library.use import Use

_AT_ONCE = 500  # articles that the search can be built for before anybody notices


def prepare(folder: Path, use: Use, connections: Connections) -> None:
    """Finish what a crash left, set a foreign log aside, make or renew the tables.

    Where others use the library already, they have done so. Raises as `schema.prepare` does, and
    `LibraryFullError` where there is no room for the backup before a migration.
    """
    alone = use.take_alone()
    if not alone:
        use.let_in()
    if alone:
        aside.finish(folder)
        leftovers.clear(folder)
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
