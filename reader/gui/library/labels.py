"""Tags and collections as the dialog that ticks them sees both."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reader.app import Shelving
from reader.i18n import Translator
from reader.model.label import Collection
from reader.model.query import READING_LIST


class Ticked(Enum):
    """Which of the chosen articles have a label; NOBODY where no article is chosen."""

    NOBODY = auto()
    NONE = auto()
    SOME = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or a collection: what it is called, how many articles have it, who of the chosen.

    One that is `fixed` can neither be renamed nor deleted.
    """

    key: str
    name: str
    count: int
    ticked: Ticked
    fixed: bool = False


class Labels:
    """The labels of one kind, and what can be done with them for the chosen articles.

    Raises `NameTakenError`, `UnknownNameError`, `UnknownArticleError`.
    """

    title: str
    new: str
    question: str
    none = ""  # what is shown where there are none; the reading list is always there

    def __init__(self, shelving: Shelving, articles: Sequence[int]) -> None:
        self.shelving = shelving
        self.articles = articles

    @abstractmethod
    def all(self) -> list[Label]:
        """Return the labels in the order of their names."""

    @abstractmethod
    def tick(self, key: str, *, on: bool) -> None:
        """Put a label on the chosen articles, or take it off."""

    @abstractmethod
    def create(self, name: str) -> None:
        """Make a label and put it on the chosen articles."""

    @abstractmethod
    def rename(self, key: str, name: str) -> None:
        """Call a label otherwise."""

    @abstractmethod
    def delete(self, key: str) -> None:
        """Take a label off all articles and forget it."""

    def ticked(self, count: int) -> Ticked:
        """Return what it means that so many of the chosen articles have a label."""
        if not self.articles:
            return Ticked.NOBODY
        if not count:
            return Ticked.NONE
        return Ticked.ALL if count == len(set(self.articles)) else Ticked.SOME


class TagLabels(Labels):
    """The tags; their keys are their names."""

    def __init__(self, shelving: Shelving, articles: Sequence[int], _: Translator) -> None:
        super().__init__(shelving, articles)
        self.title = _("Tags")
        self.new = _("&New tag")
        self.question = _("Delete the tag “{name}”? The articles stay.")
        self.none = _("There are no tags yet. Name one below: it is put on what is chosen.")

    def all(self) -> list[Label]:
        """Return the tags."""
        chosen = self.shelving.tags_of(self.articles)
        return [
            Label(tag.name, tag.name, tag.count, self.ticked(chosen.get(tag.name, 0)))
            for tag in self.shelving.tags()
        ]

    def tick(self, key: str, *, on: bool) -> None:
        """Put a tag on the chosen articles, or take it off."""
        add, remove = ((key,), ()) if on else ((), (key,))
        self.shelving.retag(self.articles, add, remove)

    def create(self, name: str) -> None:
        """Make a tag and put it on the chosen articles."""
        self.shelving.retag(self.articles, add=(name,))

    def rename(self, key: str, name: str) -> None:
        """Call a tag otherwise; where another one is called so, the two become one."""
        self.shelving.rename_tag(key, name)

    def delete(self, key: str) -> None:
        """Take a tag off all articles and forget it."""
        self.shelving.delete_tag(key)


class CollectionLabels(Labels):
    """The collections, the reading list first; their keys are their numbers."""

    def __init__(self, shelving: Shelving, articles: Sequence[int], _: Translator) -> None:
        super().__init__(shelving, articles)
        self._reading_list = _("Reading list")
        self.title = _("Collections")
        self.new = _("&New collection")
        self.question = _("Delete the collection “{name}”? The articles stay.")

    def all(self) -> list[Label]:
        """Return the collections."""
        chosen = self.shelving.collections_of(self.articles)
        return [
            self._label(each, chosen.get(each.identifier, 0))
            for each in self.shelving.collections()
        ]

    def tick(self, key: str, *, on: bool) -> None:
        """Put the chosen articles into a collection, or take them out."""
        change = self.shelving.collect if on else self.shelving.uncollect
        change(int(key), self.articles)

    def create(self, name: str) -> None:
        """Make a collection of the chosen articles."""
        made = self.shelving.create_collection(name)
        self.shelving.collect(made.identifier, self.articles)

    def rename(self, key: str, name: str) -> None:
        """Call a collection otherwise."""
        self.shelving.rename_collection(int(key), name)

    def delete(self, key: str) -> None:
        """Forget a collection; its articles stay."""
        self.shelving.delete_collection(int(key))

    def _label(self, each: Collection, chosen: int) -> Label:
        fixed = each.identifier == READING_LIST
        called = self._reading_list if fixed else each.name
        return Label(str(each.identifier), called, each.count, self.ticked(chosen), fixed)
