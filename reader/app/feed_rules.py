"""What is done with new articles by themselves, by the words that stand in them."""

from collections.abc import Iterable

from reader.app.shelving import Shelving
from reader.library.store import Library
from reader.model.feed import Deed, Rule
from reader.model.query import READING_LIST, Filter, Part, Search

_WHERE = frozenset((Part.TITLE, Part.BODY))


def search_of(words: str, feed: int | None = None) -> Search:
    """Return the search that finds the articles which a rule with these words is for."""
    return Search(words, parts=_WHERE, filter=Filter(feed=feed))


def apply(rules: Iterable[Rule], number: int, library: Library, shelving: Shelving) -> None:
    """Do what the rules say with an article; raises `LibraryError`."""
    for rule in rules:
        if library.fits(number, search_of(rule.words, rule.feed)):
            _do(rule, number, shelving)


def _do(rule: Rule, number: int, shelving: Shelving) -> None:
    match rule.deed:
        case Deed.TAG:
            shelving.retag([number], add=[rule.tag])
        case Deed.STAR:
            shelving.star([number], starred=True)
        case Deed.READING_LIST:
            shelving.collect(READING_LIST, [number])
