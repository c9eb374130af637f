"""The order of the library: what is listed, labels on articles, the bin."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.app.archives import Archives
from reader.library.store import Library
from reader.model.entry import Entry, Remains
from reader.model.identifier import archive_of
from reader.model.query import READING_LIST, Arrangement, Filter, Grouping, Order

if TYPE_CHECKING:
    from reader.model.label import Collection, Tag


class Shelving:
    """Lists articles and keeps them in order; many at once, or none where one is unknown.

    Articles of an archive are listed alike, but changing one raises `ReadOnlyArchiveError`.

    Methods that take articles raise `UnknownArticleError`, those that take names
    `UnknownNameError`.
    """

    def __init__(self, library: Library, archives: Archives) -> None:
        self._library = library
        self._archives = archives

    def arranged(
        self, wanted: Filter, order: Order = Order.ADDED, grouping: Grouping = Grouping.NONE
    ) -> Arrangement:
        """Return the wanted articles in groups, and within each group in an order."""
        if wanted.archive:
            return self._archives.numbered(wanted.archive).arranged(wanted, order, grouping)
        return self._library.lists.arranged(wanted, order, grouping)

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the entries of these articles; those that are gone are left out."""
        return self._archives.entries(identifiers)

    def remains(self, identifier: int) -> Remains | None:
        """Return what can still be read of a damaged article of the library, else None."""
        return None if archive_of(identifier) else self._library.lists.remains(identifier)

    def beginning(self, letters: str) -> set[int]:
        """Return the articles whose title begins with these words, the last of them unfinished."""
        opened = (self._archives.numbered(each.number) for each in self._archives.all())
        return self._library.lists.beginning(letters).union(
            *(each.beginning(letters) for each in opened)
        )

    def is_empty(self) -> bool:
        """Return whether there is no article at all: in the bin neither, and no archive is open."""
        if self._archives.all():
            return False
        return not (self._library.count().total or self.arranged(Filter(binned=True)).ids)

    def toggle_star(self, identifiers: Sequence[int]) -> bool:
        """Give articles a star, or take it off where all have it; return whether they have it."""
        identifiers = self._own(identifiers)
        starred = not self._library.labels.are_starred(identifiers)
        self._library.labels.star(identifiers, starred=starred)
        return starred

    def star(self, identifiers: Iterable[int], *, starred: bool) -> None:
        """Give articles a star, or take it off them."""
        identifiers = self._own(identifiers)
        self._library.labels.star(identifiers, starred=starred)

    def tags(self) -> "list[Tag]":
        """Return all tags by name."""
        return self._library.labels.tags()

    def tags_of(self, identifiers: Iterable[int]) -> dict[str, int]:
        """Return the tags of articles, and how many of the articles have each."""
        identifiers = self._own(identifiers)
        return self._library.labels.tags_of(identifiers)

    def retag(
        self, identifiers: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> None:
        """Put tags on articles, new ones as well, and take others off."""
        identifiers = self._own(identifiers)
        self._library.labels.retag(identifiers, add, remove)

    def rename_tag(self, old: str, new: str) -> None:
        """Call a tag otherwise; where another tag is called so, the two become one."""
        self._library.labels.rename_tag(old, new)

    def delete_tag(self, name: str) -> None:
        """Take a tag off all articles and forget it."""
        self._library.labels.delete_tag(name)

    def collections(self) -> "list[Collection]":
        """Return all collections, the reading list first."""
        return self._library.labels.collections()

    def collections_of(self, identifiers: Iterable[int]) -> dict[int, int]:
        """Return the collections of articles, and how many of the articles are in each."""
        identifiers = self._own(identifiers)
        return self._library.labels.collections_of(identifiers)

    def create_collection(self, name: str) -> "Collection":
        """Make an empty collection; raises `NameTakenError`."""
        return self._library.labels.create_collection(name)

    def rename_collection(self, identifier: int, name: str) -> None:
        """Call a collection otherwise; raises `NameTakenError`."""
        self._library.labels.rename_collection(identifier, name)

    def delete_collection(self, identifier: int) -> None:
        """Forget a collection; its articles stay in the library."""
        self._library.labels.delete_collection(identifier)

    def collect(self, identifier: int, articles: Iterable[int]) -> None:
        """Put articles at the end of a collection."""
        articles = self._own(articles)
        self._library.labels.collect(identifier, articles)

    def uncollect(self, identifier: int, articles: Iterable[int]) -> None:
        """Take articles out of a collection."""
        articles = self._own(articles)
        self._library.labels.uncollect(identifier, articles)

    def reorder(self, identifier: int, articles: Sequence[int]) -> None:
        """Put articles of a collection into this order, in the places that they have among all."""
        self._library.labels.reorder(identifier, articles)

    def toggle_reading_list(self, identifiers: Sequence[int]) -> bool:
        """Put articles on the reading list, or take them off where all are; return which."""
        identifiers = self._own(identifiers)
        on_it = self.collections_of(identifiers).get(READING_LIST, 0)
        wanted = on_it < len(set(identifiers))
        change = self.collect if wanted else self.uncollect
        change(READING_LIST, identifiers)
        return wanted

    def put_into_bin(self, identifiers: Iterable[int]) -> None:
        """Put articles into the bin, where they wait for a month."""
        identifiers = self._own(identifiers)
        self._library.bin.put(identifiers)

    def restore(self, identifiers: Iterable[int]) -> None:
        """Take articles out of the bin, with all that they had."""
        identifiers = self._own(identifiers)
        self._library.bin.restore(identifiers)

    def remove_for_good(self, identifiers: Iterable[int]) -> int:
        """Remove articles that are in the bin with all that is theirs; return how many."""
        identifiers = self._own(identifiers)
        return self._library.bin.remove(identifiers)

    def empty_bin(self) -> int:
        """Remove all that is in the bin; return how many articles that were."""
        return self._library.bin.purge(0)

    def purge_bin(self) -> int:
        """Remove what has been in the bin for a month; return how many articles that were."""
        return self._library.bin.purge()

    def _own(self, identifiers: Iterable[int]) -> list[int]:
        """Return articles of the library; raises `ReadOnlyArchiveError` for others."""
        own = list(identifiers)
        self._archives.refuse(*own)
        return own
