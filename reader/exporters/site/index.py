"""Which articles hold which words, as the page with the contents asks it."""

import json
from itertools import pairwise

from reader.i18n import Translator
from reader.model.article import Article
from reader.model.leaves import leaves
from reader.text.key_tables import tables
from reader.text.words import search_key, words

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Index:
    """Gathers the search keys of articles, which are numbered from 0 in their order."""

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = {}

    def add(self, number: int, article: Article) -> None:
        """Take an article in."""
        texts = (article.title, *(leaf.text for leaf in leaves(article)))
        for key in {search_key(word) for text in texts for word in words(text)}:
            self._places.setdefault(key, []).append(number)

    def as_json(self, _: Translator) -> str:
        """Return all that the search needs, so that it may stand within a page."""
        keys = sorted(self._places)
        index = {
            "keys": " ".join(keys),
            "places": ";".join(_steps(self._places[key]) for key in keys),
            "tables": tables(),
            "words": {
                "none": _("There is no article with these words."),
                "one": _found(_, 1),
                "many": _found(_, 2),
            },
        }
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        return text.replace("<", "\\u003c")


def _found(_: Translator, count: int) -> str:
    return _.plural(
        "Found {count} article of {total}.", "Found {count} articles of {total}.", count
    )


def _steps(numbers: list[int]) -> str:
    """Return rising numbers as their distances, which are short."""
    steps = (after - before for before, after in pairwise((0, *numbers)))
    return " ".join(map(_short, steps))


def _short(number: int) -> str:
    """Return a number with 36 digits."""
    more, last = divmod(number, len(_DIGITS))
    return (_short(more) if more else "") + _DIGITS[last]
