"""What is done to a library until it is killed; each says what it has done, a line at once.

A library has its neighbours beside it: the folder `archives`, where archives are written, `news`,
which is taken in, and what is `given`: archives of others.
"""

import json
import random
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from pathlib import Path

from reader.app import Archives, Bulk, Care, Reader
from reader.app.pool import Pool
from reader.importers.apart import Apart
from reader.library import indexing, migrations, opening, schema, wreck
from reader.library.place import FILE
from reader.library.preparing import Arrival
from reader.library.store import Library
from reader.model.archive import Label
from reader.model.intake import Failed, Taken
from reader.model.query import Search
from tests.torture.given import ALL, SOME
from tests.unit.care_parts import text_of
from tests.unit.library_samples import REPAIRS, article

ARCHIVES = ("one.chetivo", "two.chetivo")


def say(*words: object) -> None:
    print(*words, flush=True)


def arrivals(chance: random.Random) -> Iterator[Arrival]:
    while True:
        text = text_of(chance.randrange(10**9))
        title, _gap, rest = text.partition("\n\n")
        yield Arrival(article(title, rest), REPAIRS, text.encode())


def add(folder: Path, chance: random.Random) -> None:
    """Add articles one by one and many at once."""
    coming = arrivals(chance)
    with Library(folder) as library:
        for most in (1, 8, 1, 30, 1):
            for added in library.add_all(islice(coming, most)):
                say("kept", added.entry.title)


def remove(folder: Path, chance: random.Random) -> None:
    """Remove articles for good; whether one that was begun is gone is not known."""
    with Library(folder) as library:
        entries = library.entries()
        for entry in chance.sample(entries, min(len(entries) // 2, 10)):
            say("going", entry.title)
            library.remove(entry.identifier)
            say("gone", entry.title)


def migrate(folder: Path, _chance: random.Random) -> None:
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
    """Make a backup, after something was read."""
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


def pack(folder: Path, chance: random.Random) -> None:
    """Write an archive: of a part, of a search or of everything, over an old one or not."""
    path = folder.parent / "archives" / chance.choice(ARCHIVES)
    everything = chance.random() < 0.4
    with Library(folder) as library:
        entries = library.entries()
        some = [each.identifier for each in chance.sample(entries, -(-len(entries) // 2))]
        wanted = None if everything else chance.choice((None, some, Search("държава")))
        label = Label("Новини", "1", "", with_notes=True, everything=everything)
        Archives(library).make(path, wanted, label, over=True)


def take_in_some(folder: Path, _chance: random.Random) -> None:
    """Take in an archive of some articles."""
    _take_in(folder, SOME)


def take_in_all(folder: Path, _chance: random.Random) -> None:
    """Take in a copy of a whole library."""
    _take_in(folder, ALL)


def _take_in(folder: Path, name: str) -> None:
    with Library(folder) as library:
        say("new", Reader(library, Apart()).take_in(folder.parent / name, places=True)[1].new)


def bulk(folder: Path, chance: random.Random) -> None:
    """Take a folder in, or go on with that; now and then in several processes."""

    def tell(each: Taken | Failed) -> None:
        if isinstance(each, Taken):
            say("kept", each.title)

    with Library(folder) as library:
        # By such a clock, some three files are kept at once.
        pool = Pool(chance.choice((1, 1, 2)), few=1)
        work = Bulk(Reader(library, Apart()), Apart(), folder, count().__next__, pool=pool)
        if work.unfinished():
            report = work.resume(tell=tell)
        else:
            report = work.start([folder.parent / "news"], tell=tell)
    names = [each.path.name for each in (*report.earlier, *report.taken)]
    say("report", json.dumps([report.finished, names, len(report.failed)]))


DEEDS = {
    each.__name__: each
    for each in (
        *(add, remove, migrate, back_up, restore, repair, build),
        *(pack, take_in_some, take_in_all, bulk),
    )
}


def warm_up(folder: Path) -> None:
    """Do something of all, so that what is loaded late is there before the first fork."""
    with Library(folder / "library") as library:
        list(library.add_all(islice(arrivals(random.Random(0)), 3)))
        label = Label("Новини", "1", "", everything=True)
        Archives(library).make(folder / "one.chetivo", None, label)
        Reader(library, Apart()).take_in(folder / "one.chetivo")
    Care(folder / "library", Apart()).repair()
