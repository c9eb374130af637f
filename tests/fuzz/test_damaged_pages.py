"""Pages damaged at random end in an article or in an error by name."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from reader import importers, repair
from reader.errors import SourceError
from reader.exporters import flat
from reader.importers.html import decoding
from reader.importers.incoming import Incoming
from tests.pages.score import FOLDERS

_COUNT = 300
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_TEXT = re.compile(r">([^<>]+)<")
_ATTRIBUTE = re.compile(r"""[\w-]+="([^"<>]*)\"""")
_TAGS = (
    "a", "article", "aside", "blockquote", "br", "button", "figcaption", "figure", "footer",
    "h1", "h2", "header", "img", "li", "main", "ol", "p", "span", "sup", "table", "td", "th",
    "time", "ul",
)  # fmt: skip
_TEXTS = (
    "", " ", "\u00a0", "\u200b", "\u00ad", "—", "[1]", "1", "*", "•", "„", ":", "Реклама", "Новина",
    "31.02.2025", "3 май 2025 г.", "99:99", "Вижте също:", "Автор: ", "5 минути за четене",
)  # fmt: skip
_VALUES = (
    "", "#", "#1", "http://[", "javascript:0", "mailto:", "/a.pdf", "%", "-1", "0", "99999999999",
    "caption", "author date", "quote", "lead", "footnotes", "hidden", "presentation", "heading",
)  # fmt: skip
Change = Callable[[str, random.Random], str]


def damaged(pages: list[str], chance: random.Random) -> Iterator[str]:
    """Yield damaged pages without end."""
    while True:
        page = chance.choice(pages)
        for _ in range(chance.choice((1, 2, 4, 16, 64))):
            page = chance.choice(CHANGES)(page, chance)
        yield page


def _changed(page: str, chance: random.Random, what: re.Pattern[str], group: int, new: str) -> str:
    """Return a page with other words for a group of one of the places that a pattern finds."""
    found = what.search(page, chance.randrange(len(page) + 1)) or what.search(page)
    return page if found is None else page[: found.start(group)] + new + page[found.end(group) :]


def _without_tag(page: str, chance: random.Random) -> str:
    return _changed(page, chance, _TAG, 0, "")


def _other_tag(page: str, chance: random.Random) -> str:
    return _changed(page, chance, _TAG, 2, chance.choice(_TAGS))


def _more_tags(page: str, chance: random.Random) -> str:
    return _changed(page, chance, _TAG, 0, f"<{chance.choice(_TAGS)}>" * chance.choice((1, 3, 300)))


def _other_text(page: str, chance: random.Random) -> str:
    return _changed(page, chance, _TEXT, 1, chance.choice(_TEXTS))


def _other_value(page: str, chance: random.Random) -> str:
    return _changed(page, chance, _ATTRIBUTE, 1, chance.choice(_VALUES))


def _cut_out(page: str, chance: random.Random) -> str:
    start = chance.randrange(len(page) + 1)
    return page[:start] + page[start + chance.choice((1, 20, 500, 20_000)) :]


def _moved(page: str, chance: random.Random) -> str:
    start, length, place = (
        chance.randrange(limit) for limit in (len(page) + 1, 2000, len(page) + 1)
    )
    return page[:place] + page[start : start + length] + page[place:]


CHANGES: tuple[Change, ...] = (
    _without_tag,
    _other_tag,
    _more_tags,
    _other_text,
    _other_value,
    _cut_out,
    _moved,
)


def test_a_damaged_page_is_read_or_refused_by_name():
    files = (path for folder in FOLDERS for path in sorted(folder.glob("*.html")))
    pages = [decoding.decoded(path.read_bytes()) or "" for path in files]
    ends: Counter[str] = Counter()
    for page in islice(damaged(pages, random.Random(2026)), _COUNT):
        try:
            article, repairs = repair.repaired(importers.read(Incoming(page.encode())))
        except SourceError as error:
            ends[type(error).__name__] += 1
        else:
            flat.document(article, repairs)
            ends["read"] += 1
    assert ends["read"] > _COUNT / 2
    assert ends.total() == _COUNT
