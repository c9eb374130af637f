"""Whether each letter of what came in is in the article or in a repair."""

from collections import Counter
from collections.abc import Sequence

from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.raw import RawDocument, Repair
from reader.text.normal import normal


def letters(text: str) -> Counter[str]:
    """Return the letters and digits, each in its one form."""
    return Counter(letter for letter in normal(text) if letter.isalnum())


def lost(raw: RawDocument, article: Article, repairs: Sequence[Repair]) -> Counter[str]:
    """Return the letters that are neither in the article nor in a repair."""
    found = letters(" ".join(line.text for line in raw.lines))
    kept = letters(" ".join(leaf.text for leaf in leaves(article)))
    removed: Counter[str] = Counter()
    for change in repairs:
        removed += letters(change.before) - letters(change.after)
    return found - kept - removed
