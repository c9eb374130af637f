"""The remark that a page is a machine translation, where it stands outside of the text."""

import re
from collections.abc import Iterator

from reader.importers.html.tags import BLOCKS
from reader.importers.html.tree import Row

_LONGEST_NOTICE = 900
_MOST_ROUND = 200  # elements of a notice
_SERVICE = "eTranslation"
_TERMS = re.compile("use-machine-translation-europa|machine-translation-notice")
_BY_MACHINE = re.compile("машин|автоматич|machine|automati|maschinell", re.IGNORECASE)
_MESSAGES = frozenset({"message", "notification", "alert", "notice", "disclaimer"})
_TRANSLATED = re.compile("превед|translated|traduit|übersetzt", re.IGNORECASE)
_SAYING = frozenset({"status", "alert", "note"})


class Notices:
    """Looks for such remarks round the text of an article."""

    def __init__(self, row: Row, body: int, title: int | None) -> None:
        self._row = row
        self._body = body
        self._title = title

    def places(self) -> list[int]:
        """Return where they are: those of the service, else the first that tells the same."""
        return list(self._by_terms()) or list(self._messages())[:1]

    def _by_terms(self) -> Iterator[int]:
        """Yield the remarks that lead to what the service says of its translations."""
        taken = -1
        for place in self._row.tagged("a"):
            address = self._row.nodes[place].element.get("href") or ""
            if place < taken or not _TERMS.search(address):
                continue
            found = self._round(place)
            if found is not None:
                taken = self._row.nodes[found].end
                yield found

    def _messages(self) -> Iterator[int]:
        """Yield the messages that tell the same and lead nowhere.

        So do paragraphs above the title that say that something was translated.
        """
        tagged = self._row.tagged("div", "section", "aside")
        said = {x for x in tagged if self._row.nodes[x].element.get("role") in _SAYING}
        above = (x for x in self._row.tagged("p") if x < (self._title or 0))
        said.update(x for x in above if _TRANSLATED.search(self._row.words(x)))
        for place in sorted(said.union(self._row.worded(_MESSAGES))):
            if self._tells_of_machine(place):
                blocks = (x for x in self._row.inside(place) if self._row.nodes[x].tag in BLOCKS)
                yield max((place, *filter(self._tells_of_machine, blocks)))

    def _tells_of_machine(self, place: int) -> bool:
        """Tell whether all that an element says may be that a machine translated the page."""
        node = self._row.nodes[place]
        if not node.size <= _LONGEST_NOTICE or self._row.holds(place, self._body):
            return False
        said = self._row.words(place)
        return _SERVICE in said and _BY_MACHINE.search(said) is not None

    def _round(self, place: int) -> int | None:
        found = None
        for above in self._row.above(place):
            node = self._row.nodes[above]
            if node.tag in ("body", "main", "article", "html") or node.size > _LONGEST_NOTICE:
                break
            if self._row.holds(above, self._body) or node.end - above > _MOST_ROUND:
                break
            if found is None and _SERVICE in self._row.words(above):
                found = above
        return found
