"""What the tests of the care for the library share: a library with everything, and its damages."""

import random
from datetime import date
from pathlib import Path

from reader.app import Care
from reader.importers.apart import Apart
from reader.library.place import FILE
from reader.library.store import Library
from reader.model.query import Search
from tests.unit.library_samples import REPAIRS, article

PAGE = 4096
COUNT = 60


def text_of(number: int) -> str:
    """Return the text that article `number` was made from; the lengths differ."""
    return f"Новина {number}\n\nДържава {number} прилага закона. " + "Още думи. " * (
        number % 7 * 90
    )


def fill(folder: Path, count: int = COUNT) -> None:
    """Make a library with so many articles, some of them read, one removed."""
    with Library(folder) as library:
        for number in range(count):
            title, _, words = text_of(number).partition("\n\n")
            library.add(article(title, words), REPAIRS, text_of(number).encode())
        library.set_read(3, 5, read=True)
        library.remove(7)


def titles(folder: Path) -> set[str]:
    """Return the titles of the articles that can be read whole, and be found."""
    with Library(folder) as library:
        entries = library.entries()
        found = library.search(Search("новината"), len(entries) + 1)
        assert {hit.entry for hit in found} == set(entries)
        return {library.article(entry.identifier).title for entry in entries}


def damage(folder: Path, kind: str, chance: random.Random) -> None:
    """Damage the library's file: "byte", "page", "cut" or "header"."""
    path = folder / FILE
    data = bytearray(path.read_bytes())
    if kind == "byte":
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    elif kind == "page":
        start = chance.randrange(len(data) // PAGE) * PAGE
        data[start : start + PAGE] = chance.randbytes(PAGE)
    elif kind == "cut":
        del data[chance.randrange(len(data)) :]
    else:
        data[:100] = chance.randbytes(100)
    path.write_bytes(data)


def care_of(folder: Path, apart: Apart, today: date = date(2026, 11, 27)) -> Care:
    """Return the care for a library on a day."""
    return Care(folder, apart, lambda: today)
