"""The rows of a long list, read a page at a time when they come into view."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from reader.gui.library.rows import NEVER, Row
from reader.model.entry import Entry, Hit, Remains
from reader.model.query import Arrangement, Group, Grouping

_PAGE = 128  # rows
_PAGES = 32  # that are remembered
_FEW = 20  # articles that are looked for one by one
_NO_HITS: Mapping[int, Hit] = {}
NOTHING = Arrangement(array("q"))


class Fetch(Protocol):
    """Where rows come from."""

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the articles that can be read."""

    def remains(self, identifier: int) -> Remains | None:
        """Return what is left of one that cannot be read; None where it is gone."""


class _Nowhere:
    """Has no rows to give."""

    def entries(self, _identifiers: Sequence[int]) -> list[Entry]:
        return []

    def remains(self, _identifier: int) -> Remains | None:
        return None


_NOWHERE = _Nowhere()


class PagedRows:
    """Rows by number; of 100,000 only the numbers of the articles are held."""

    def __init__(
        self,
        arrangement: Arrangement = NOTHING,
        fetch: Fetch = _NOWHERE,
        grouping: Grouping = Grouping.NONE,
        hits: Mapping[int, Hit] = _NO_HITS,
    ) -> None:
        self.ids = arrangement.ids
        self.grouping = grouping
        self._groups = arrangement.groups
        self._ends = array("q", accumulate(group.count for group in self._groups))
        self._fetch = fetch
        self._hits = hits
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._stale: set[int] = set()

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: int, /) -> Row:
        return self._page(number // _PAGE)[number % _PAGE]

    @property
    def are_found(self) -> bool:
        """Whether they are what a search has found."""
        return self._hits is not _NO_HITS

    def find(self, identifier: int) -> int | None:
        """Return the number of an article's row."""
        try:
            return self.ids.index(identifier)
        except ValueError:
            return None

    def first_left(self, articles: Iterable[int]) -> int:
        """Return the row of the first of these articles that has one, else the last row."""
        rows = set(self.ids)
        there = next((each for each in articles if each in rows), self.ids[-1])
        return self.ids.index(there)

    def first_of(self, wanted: set[int], numbers: Iterable[int]) -> int | None:
        """Return the first of the rows that holds one of these articles."""
        return next((number for number in numbers if self.ids[number] in wanted), None)

    def renew(self, identifiers: set[int]) -> list[int]:
        """Have articles read anew when they come into view; return the numbers of their rows."""
        if len(identifiers) > _FEW:
            changed = [number for number, each in enumerate(self.ids) if each in identifiers]
        else:  # a hundred times as fast each
            found = map(self.find, identifiers)
            changed = sorted(number for number in found if number is not None)
        self._stale |= {number // _PAGE for number in changed} & self._pages.keys()
        return changed

    def group_of(self, number: int) -> int | None:
        """Return which group a row is in, counted from 0 on; None where there are no groups."""
        return bisect_right(self._ends, number) if self._groups else None

    def group(self, place: int) -> Group:
        """Return a group by its place."""
        return self._groups[place]

    def begins_group(self, number: int) -> bool:
        """Return whether a row is the first of its group."""
        place = self.group_of(number)
        return place is not None and (number == 0 or self.group_of(number - 1) != place)

    def _page(self, number: int) -> Sequence[Row]:
        page = self._pages.get(number)
        if page is None or number in self._stale:
            page = self._pages[number] = self._read(number * _PAGE, page or ())
            self._stale.discard(number)
        self._pages.move_to_end(number)
        if len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        return page

    def _read(self, start: int, before: Sequence[Row]) -> Sequence[Row]:
        """Return a page; of articles that are gone, what was known of them before."""
        ids = self.ids[start : start + _PAGE]
        known = {row.entry.identifier: row.entry for row in before}
        found = {entry.identifier: entry for entry in self._fetch.entries(ids)}
        return [
            self._row(found[identifier], number)
            if identifier in found
            else self._missing(identifier, known.get(identifier), number)
            for number, identifier in enumerate(ids, start + 1)
        ]

    def _missing(self, identifier: int, known: Entry | None, number: int) -> Row:
        """Return the row of an article that is damaged or gone, with what is known of it."""
        left = self._fetch.remains(identifier)
        entry = known or _unknown(identifier, left or Remains("", None))
        damaged = left is not None
        return Row(entry, number=number, total=len(self), gone=not damaged, damaged=damaged)

    def _row(self, entry: Entry, number: int) -> Row:
        hit = self._hits.get(entry.identifier)
        if hit is None:
            return Row(entry, number=number, total=len(self))
        place = (hit.position, number, len(self))
        return Row(entry, hit.snippet, hit.marks, *place, in_original=hit.in_original)


def _unknown(identifier: int, left: Remains) -> Entry:
    return Entry(
        identifier,
        title=left.title,
        language="bg",
        added=NEVER,
        published=left.day,
        publisher=None,
        machine_translated=False,
        read=True,
        source_name="",
    )
