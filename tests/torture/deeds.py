"""What is done to a library until it is killed; each says what it has done, a line at once.

Run: python -m tests.torture.deeds DEED FOLDER SEED
"""

import random
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reader.app import Care
from reader.importers.apart import Apart
from reader.library import indexing, migrations, opening, schema, wreck
from reader.library.adding import Arrival
from reader.library.place import FILE
from reader.library.store import Library
from tests.unit.care_parts import text_of
from tests.unit.library_samples import REPAIRS, article

MOST = 10_000  # far more than there is time for


def say(*words: object) -> None:
    print(*words, flush=True)


def arrivals(chance: random.Random) -> Iterator[Arrival]:
    for _ in range(MOST):
        text = text_of(chance.randrange(10**9))
        title, _gap, rest = text.partition("\n\n")
        yield Arrival(article(title, rest), REPAIRS, text.encode())


def add(folder: Path, chance: random.Random) -> None:
    """Add articles one by one and many at once."""
    with Library(folder) as library:
        coming = arrivals(chance)
        for _ in range(MOST):
            some = (next(coming) for _ in range(chance.choice((1, 1, 1, 8, 40))))
            for added in library.add_all(some):
                say("kept", added.entry.title)


def remove(folder: Path, chance: random.Random) -> None:
    """Remove articles for good; whether one that was begun is gone is not known."""
    with Library(folder) as library:
        entries = library.entries()
        for entry in chance.sample(entries, min(len(entries) // 2, 20)):
            say("going", entry.title)
            library.remove(entry.identifier)
            say("gone", entry.title)
        say("done")


def migrate(folder: Path, chance: random.Random) -> None:
    """Bring the file to a later version that changes each article's rows, and make it anew."""
    steps = (
        "CREATE TABLE later (article INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
        "INSERT INTO later SELECT article, blocks FROM content",
        "UPDATE reading SET char = char + 0",
        "DROP TABLE later",
        "CREATE TABLE later (article INTEGER PRIMARY KEY) STRICT",
    )
    for module in (schema, opening, wreck):
        vars(module)["MIGRATIONS"] = (*migrations.MIGRATIONS, steps)
    Library(folder).close()
    say("done")


def take_migration_back(folder: Path) -> bool:
    """Bring the file back to its version; tell whether it was wholly of one or of the other."""
    usual = len(migrations.MIGRATIONS)
    with closing(schema.connect(folder / FILE)) as connection, schema.transaction(connection):
        later = schema.number(connection, "PRAGMA user_version") > usual
        table = "SELECT count(*) FROM pragma_table_info('later')"
        columns = schema.number(connection, table)
        connection.execute("DROP TABLE IF EXISTS later")
        connection.execute(f"PRAGMA user_version = {usual}")
    return columns == int(later)


def back_up(folder: Path, chance: random.Random) -> None:
    """Make one backup after the other, while somebody reads."""
    for _ in range(MOST):
        with Library(folder) as library:
            entries = library.entries()
            if entries:
                library.set_read(chance.choice(entries).identifier, read=chance.random() < 0.5)
            say("copied", Care(folder, Apart()).back_up().name)


def restore(folder: Path, chance: random.Random) -> None:
    """Restore a backup, which may be an old one."""
    care = Care(folder, Apart())
    backups = [each for each in care.backups() if each.articles is not None]
    if not backups:
        backups = [care.back_up()]
    say("restored", care.restore(chance.choice(backups).name).backup.name)


def repair(folder: Path, _chance: random.Random) -> None:
    """Salvage the library."""
    say("repaired", Care(folder, Apart()).repair().articles)


def build(folder: Path, _chance: random.Random) -> None:
    """Build the search anew."""
    with Library(folder) as library:
        with library._connections.writing() as connection:
            indexing.empty(connection)
        library.build_search()
    say("done")


DEEDS = {each.__name__: each for each in (add, remove, migrate, back_up, restore, repair, build)}


def main() -> None:
    name, folder, seed = sys.argv[1:]
    say("begun")
    DEEDS[name](Path(folder), random.Random(int(seed)))


if __name__ == "__main__":
    main()
