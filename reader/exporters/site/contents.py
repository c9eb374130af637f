"""The first page: the articles by day, and the search among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from reader.exporters.html_inline import escaped, language
from reader.exporters.html_page import page
from reader.i18n import Translator, date_in_words
from reader.paths import resource

NAME = "index.html"


@dataclass(frozen=True, slots=True)
class Item:
    """An article in the contents; `name` is that of its page."""

    name: str
    title: str
    language: str
    publisher: str | None
    day: date | None


def markup(title: str, items: Sequence[Item], index: str, _: Translator) -> str:
    """Return the page; `index` is what the search asks, as JSON."""
    count = _.plural("{count} article", "{count} articles", len(items)).format(count=len(items))
    contents = escaped(_("Contents"))
    body = (
        "<main>",
        f"<header><h1>{escaped(title)}</h1>",
        f'<p class="about">{escaped(count)}</p></header>',
        *_search(_),
        '<nav aria-labelledby="contents">',
        f'<h2 id="contents">{contents}</h2>',
        *_days(items, _),
        "</nav>",
        "</main>",
        f'<script type="application/json" id="index">{index}</script>',
    )
    return page(title, _.language, body, (_script(),))


@cache
def _script() -> str:
    parts = (resource("site") / name for name in ("keys.js", "search.js"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def _search(_: Translator) -> Iterator[str]:
    """Yield the search, which its script shows."""
    field, button = escaped(_("Words in any of their forms")), escaped(_("Search"))
    yield '<form role="search" hidden>'
    yield f'<label for="words">{field}</label>'
    yield '<input id="words" type="search" autocomplete="off" spellcheck="false">'
    yield f"<button>{button}</button>"
    yield "</form>"
    yield '<p role="status"></p>'


def _days(items: Sequence[Item], _: Translator) -> Iterator[str]:
    numbered = enumerate(items)
    for day, run in groupby(numbered, key=lambda each: each[1].day):
        said = date_in_words(day, _) if day else _("Without a day")
        yield f"<section data-day><h3>{escaped(said)}</h3>"
        yield "<ul>"
        yield from (_item(number, item, _) for number, item in run)
        yield "</ul>"
        yield "</section>"


def _item(number: int, item: Item, _: Translator) -> str:
    own = language(item.language) if item.language != _.language else ""
    publisher = f' <span class="about">{escaped(item.publisher)}</span>' if item.publisher else ""
    link = f'<a href="{item.name}">{escaped(item.title)}</a>'
    return f'<li data-article="{number}"{own}>{link}{publisher}</li>'
