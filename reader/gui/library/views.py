"""What the list can show: all news, the unread, a tag, a collection, what was read, the bin."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.app import Shelving
from reader.i18n import Translator
from reader.model.query import READING_LIST, Filter, Order


@dataclass(frozen=True, slots=True)
class View:
    """Which articles the list shows; in `order`, or in the person's own where that is None.

    `key` is what the settings and the menu call it, `name` what a person does. One with `words`
    shows what a search for them finds.
    """

    key: str
    name: str
    filter: Filter = Filter()  # noqa: RUF009  frozen
    order: Order | None = None
    words: str = ""

    @property
    def can_be_arranged(self) -> bool:
        """Whether the person can move its articles up and down."""
        return self.order is Order.PLACE


ALL = "all"
BIN = "bin"
Source = Callable[[], Iterable[View]]


class Views:
    """The views on offer, made anew each time they are asked for."""

    def __init__(self, shelving: Shelving, translator: Translator) -> None:
        self._shelving = shelving
        self._ = translator
        self._sources: list[Source] = [self._kinds, self._tags, self._collections]

    def add(self, source: Source) -> None:
        """Offer what a source returns as well: behind tags and collections, before the bin."""
        self._sources.append(source)

    def all(self) -> list[View]:
        """Return the views in the order in which they are offered."""
        sources = (*self._sources, self._last)
        return [view for source in sources for view in source()]

    def find(self, key: str) -> View:
        """Return a view; all news where it is gone."""
        views = self.all()
        return next((view for view in views if view.key == key), views[0])

    def _kinds(self) -> Iterable[View]:
        _ = self._
        return (
            View(ALL, _("All news")),
            View("unread", _("Unread"), Filter(read=False)),
            View("starred", _("With a star"), Filter(starred=True)),
            View("reading_list", _("Reading list"), Filter(collection=READING_LIST), Order.PLACE),
            View("annotated", _("With notes"), Filter(annotated=True)),
        )

    def _tags(self) -> Iterable[View]:
        words = self._("Tag: {name}")
        for tag in self._shelving.tags():
            yield View(f"tag:{tag.name}", words.format(name=tag.name), Filter(tag=tag.name))

    def _collections(self) -> Iterable[View]:
        words = self._("Collection: {name}")
        for each in self._shelving.collections():
            if each.identifier != READING_LIST:
                name = words.format(name=each.name)
                wanted = Filter(collection=each.identifier)
                yield View(f"collection:{each.identifier}", name, wanted, Order.PLACE)

    def _last(self) -> Iterable[View]:
        _ = self._
        return (
            View("history", _("Read lately"), order=Order.OPENED),
            View(BIN, _("Bin"), Filter(binned=True)),
        )
