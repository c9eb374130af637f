"""Pages are written one by one: a thousand articles need hardly more room than three."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from reader.exporters import html, notes
from reader.exporters.html_inline import escaped, language
from reader.exporters.notes import Marked
from reader.exporters.rights import rights, title_of
from reader.exporters.site import contents
from reader.exporters.site.contents import Item
from reader.exporters.site.index import Index
from reader.exporters.site.places import Place
from reader.i18n import Translator

T = TypeVar("T")

_HOME = f"../{contents.NAME}"


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with its notes, and the day under which it stands in the contents."""

    day: date | None
    marked: Marked


@dataclass(frozen=True, slots=True)
class _Neighbours:
    before: Item | None
    after: Item | None


class SiteWriter:
    """Writes articles as pages; `translator` has the language of what the whole says itself."""

    def __init__(self, translator: Translator, title: str) -> None:
        self._ = translator
        self._title = title

    def write(self, articles: Iterable[Dated], place: Place) -> int:
        """Write the pages, in this order; those of a day have to follow each other.

        Returns how many articles there are. Raises `TargetExistsError`, `UnwritableTargetError`,
        and whatever the articles raise; then nothing is left.
        """
        index = Index()
        items: list[Item] = []
        with place as put:
            for before, (item, marked), after in _with_neighbours(_items(articles)):
                around = _Neighbours(before and before[0], after and after[0])
                put(item.name, self._page(marked, around))
                index.add(len(items), marked.article)
                items.append(item)
            put(contents.NAME, contents.markup(self._title, items, index.as_json(self._), self._))
        return len(items)

    def _page(self, marked: Marked, around: _Neighbours) -> str:
        _, article = self._, marked.article
        own = language(_.language) if _.language != article.language else ""
        home = f'<a href="{_HOME}">{escaped(self._title)}</a>'
        before = f'<nav aria-label="{escaped(_("All articles"))}"{own}>{home}</nav>'
        told = escaped(_("Other articles"))
        last = (f'<nav aria-label="{told}"{own}>', "<ul>", *self._links(around), "</ul>", "</nav>")
        return html.render(article, None, notes.html(marked), (before,), last)

    def _links(self, around: _Neighbours) -> Iterator[str]:
        _ = self._
        if around.after:
            yield self._link(_("Next: {title}"), around.after, "next")
        if around.before:
            yield self._link(_("Previous: {title}"), around.before, "prev")
        yield f'<li><a href="{_HOME}">{escaped(_("Contents"))}</a></li>'

    def _link(self, message: str, item: Item, way: str) -> str:
        own = language(item.language) if item.language != self._.language else ""
        said = escaped(message).format(title=f"<span{own}>{escaped(item.title)}</span>")
        name = item.name.rpartition("/")[2]
        return f'<li><a href="{name}" rel="{way}">{said}</a></li>'


def _items(articles: Iterable[Dated]) -> Iterator[tuple[Item, Marked]]:
    for number, each in enumerate(articles, 1):
        article = each.marked.article
        name = f"articles/article-{number}.html"
        publisher = rights(article).publisher
        item = Item(name, title_of(article), article.language, publisher, each.day)
        yield item, each.marked


def _with_neighbours(things: Iterable[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Yield each with the one before and the one after it."""
    before = current = None
    for after in things:
        if current is not None:
            yield before, current, after
        before, current = current, after
    if current is not None:
        yield before, current, None
