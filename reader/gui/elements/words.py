"""How the elements of an article are called."""

from collections.abc import Sequence

from reader.gui.elements.model import Row
from reader.i18n import Translator, mark
from reader.model.leaves import Leaf
from reader.text.abbreviations import Rules
from reader.text.elements import Element, Sort
from reader.text.excerpts import around

_AROUND = 60  # letters on each side
_STOPS = ".!?…:;"
_LONG = 200  # letters of a quotation or a note that are enough to know it by

SORTS = {
    Sort.HEADING: mark("Headings"),
    Sort.LINK: mark("Links"),
    Sort.QUOTE: mark("Quotations"),
    Sort.LIST: mark("Lists"),
    Sort.TABLE: mark("Tables"),
    Sort.FIGURE: mark("Pictures"),
    Sort.NOTE: mark("Notes"),
    Sort.DATE: mark("Dates"),
    Sort.AMOUNT: mark("Amounts"),
    Sort.REFERENCE: mark("Documents"),
    Sort.PERSON: mark("People"),
}


class Wording:
    """Words the rows of an article, each when it comes into view."""

    def __init__(self, leaves: Sequence[Leaf], rules: Rules, translator: Translator) -> None:
        self._leaves = leaves
        self._rules = rules
        self._ = translator

    def row(self, element: Element) -> Row:
        """Return what is shown of an element and what is said of it."""
        head = _shortened(element.words)
        under = self._under(element)
        if not under or under == head:
            return Row(head, "", head)
        stop = " " if head[-1:] in _STOPS else ". "
        return Row(head, under, f"{head}{stop}{under}")

    def _under(self, element: Element) -> str:
        _, leaf = self._, self._leaves[element.extent.block]
        match element.sort:
            case Sort.HEADING:
                return _("Level {level}").format(level=element.level)
            case Sort.LINK:
                return element.value
            case Sort.LIST if leaf.place is not None:
                count = leaf.place.count
                return _.plural("{count} item", "{count} items", count).format(count=count)
            case Sort.TABLE:
                count = len(leaf.rows)
                return _.plural("{count} row", "{count} rows", count).format(count=count)
            case Sort.DATE | Sort.AMOUNT | Sort.REFERENCE | Sort.PERSON:
                extent = element.extent
                return around(leaf.text, extent.start, extent.end, _AROUND, self._rules)
            case Sort.QUOTE | Sort.FIGURE | Sort.NOTE | Sort.LIST:
                return ""


def _shortened(words: str) -> str:
    if len(words) <= _LONG:
        return words
    return words[:_LONG].rpartition(" ")[0] + "…"
