"""What is done with new articles by themselves, by the words that stand in them."""

from collections.abc import Iterable

from reader.app.shelving import Shelving
from reader.model.article import Article
from reader.model.feed import Deed, Rule
from reader.model.leaves import Leaf, leaves
from reader.model.query import READING_LIST
from reader.text.matching import matches, sought


def apply(rules: Iterable[Rule], number: int, article: Article, shelving: Shelving) -> None:
    """Do what the rules say with an article; raises `LibraryError`."""
    texts = leaves(article)
    for rule in rules:
        if holds(rule.words, texts):
            _do(rule, number, shelving)


def holds(words: str, texts: tuple[Leaf, ...]) -> bool:
    """Tell whether all the words stand in an article, in any of their forms."""
    terms = sought(words)
    return bool(terms) and all(matches(texts, [term]) for term in terms)


def _do(rule: Rule, number: int, shelving: Shelving) -> None:
    match rule.deed:
        case Deed.TAG:
            shelving.retag([number], add=[rule.tag])
        case Deed.STAR:
            shelving.star([number], starred=True)
        case Deed.READING_LIST:
            shelving.collect(READING_LIST, [number])
