"""What the tests of the list and its rows share."""

from array import array
from datetime import UTC, date, datetime

from reader.gui.library.paged_rows import PagedRows
from reader.model.entry import Entry
from reader.model.query import Arrangement

TODAY = date(2025, 2, 12)


def entry(identifier=1, *, title="Нови библиотеки", published=TODAY, read=False, machine=True):
    return Entry(
        identifier,
        title,
        "bg",
        datetime(2025, 2, 12, 9, tzinfo=UTC),
        published,
        "ec",
        machine,
        read,
        "a.pdf",
    )


class Kept:
    """Articles by their numbers, and what is left of damaged ones."""

    def __init__(self, *entries, remains=None):
        self.by_number = {each.identifier: each for each in entries}
        self.left = remains or {}

    def entries(self, ids):
        return [self.by_number[each] for each in ids if each in self.by_number]

    def remains(self, identifier):
        return self.left.get(identifier)


def rows_of(*entries):
    """Rows of a list that holds these articles."""
    kept = Kept(*entries)
    return PagedRows(Arrangement(array("q", kept.by_number)), kept)
