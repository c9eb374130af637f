"""How much the list shows, in words."""

from dataclasses import dataclass

from reader.gui.library.views import ALL, View
from reader.i18n import Translator
from reader.model.entry import Counts
from reader.search_wording import doubts

MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is; `is_count` where that is the number of rows and no more.

    Orca counts the rows of a list by itself.
    """

    words: str
    is_count: bool = False


def articles(count: int, _: Translator) -> str:
    """Return a number of articles."""
    return _.plural("{count} article", "{count} articles", count).format(count=count)


def found(query: str, count: int, _: Translator) -> Amount:
    """Return how many articles a search has found, MOST_HITS at most."""
    if not count:
        words = _("Nothing found for “{words}”.").format(words=query)
        return Amount(" ".join([words, *doubts(query, _)]))
    if count == MOST_HITS:
        return Amount(_("The best {count} articles").format(count=count))
    return Amount(articles(count, _), is_count=True)


def held(view: View, count: int, counts: Counts, _: Translator) -> Amount:
    """Return how many articles a view has; of all news how many are unread."""
    if not counts.total and view.key == ALL:
        return Amount(_("The library is empty."))
    if not count:
        return Amount(_("Nothing here."))
    if view.key == ALL:
        words = _.plural("{unread} unread of {total}", "{unread} unread of {total}", counts.unread)
        return Amount(words.format(unread=counts.unread, total=counts.total))
    return Amount(articles(count, _), is_count=True)
