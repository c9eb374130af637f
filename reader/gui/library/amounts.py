"""How much the list shows, in words."""

from reader.gui.library.views import ALL, View
from reader.i18n import Translator
from reader.model.entry import Counts

MOST_HITS = 200


def found(query: str, count: int, _: Translator) -> str:
    """Return how many articles a search has found, MOST_HITS at most."""
    if not count:
        return _("Nothing found for “{words}”.").format(words=query)
    if count == MOST_HITS:
        return _("The best {count} articles").format(count=count)
    return _.plural("{count} article", "{count} articles", count).format(count=count)


def held(view: View, count: int, counts: Counts, _: Translator) -> str:
    """Return how many articles a view has; of all news how many are unread."""
    if not counts.total and view.key == ALL:
        return _("The library is empty.")
    if not count:
        return _("Nothing here.")
    if view.key == ALL:
        words = _.plural("{unread} unread of {total}", "{unread} unread of {total}", counts.unread)
        return words.format(unread=counts.unread, total=counts.total)
    return _.plural("{count} article", "{count} articles", count).format(count=count)
