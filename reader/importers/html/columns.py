"""The column of a page laid out by a table that holds the article, beside menus and news."""

from collections.abc import Iterable, Iterator

from reader.importers.html import tables
from reader.importers.html.elements import is_line
from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Row

_MOST_OF_TEXT = 0.5  # of the page, for a row of columns
_LEAST_TEXT = 100  # letters of an article
_WIDER = 1.4
_LONGER = 1.5
_FEWEST_LINKS = 3  # of a menu
_RUNNING = 80  # letters of a text
_SHORTEST = 10  # title
_LONGEST = 250
_ENDS = (".", ":", ";", ",")
_NAMES = frozenset({"title", "headline", "heading", "zaglavie"})
_BOLD = frozenset({"b", "strong", "font"})
_SET_BOLD = frozenset({"b", "strong", *HEADINGS})
_LARGE = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
_CELLS = frozenset({"td", "th"})


def column(row: Row) -> int | None:
    """Return the place of the innermost cell that is the column of the article."""
    found = None
    while (inner := _column_in(row, found or 0)) is not None:
        found = inner
    return found


def outside(row: Row, column: int, title: int | None) -> Iterator[int]:
    """Yield the places of all that stands round a column, but for a title above it."""
    path = {column, *row.above(column)}
    if title is not None:
        path |= {title, *row.above(title)}
    for place in sorted(path):
        if place != title and not row.holds(column, place):
            yield from (child for child in row.children(place) if child not in path)


def title(
    row: Row, rules: Rules, column: int, known: int | None, told: Iterable[str]
) -> int | None:
    """Return the place of the title in a column.

    `known` is that of the page, maybe but the name of the site; `told` are those that the page's
    own data name.
    """
    if known is not None and (row.holds(column, known) or _is_told(row, known, told)):
        return known
    begins = _text_begins(row, column)
    above = [x for x in row.inside(column) if _is_title(row, x, begins)]
    heads = [x for x in above if row.nodes[x].tag in HEADINGS]
    named = [x for x in above if has_word(_telling(row.nodes[x].names, rules), _NAMES)]
    bold = [x for x in above if _stands_out(row, x)]
    return next(iter((*heads[:1], *named[-1:], *bold[:1])), known)


def _is_told(row: Row, place: int, told: Iterable[str]) -> bool:
    """Tell whether a heading of the first rank is the title that a page's data name."""
    said = row.words(place).casefold()
    return row.nodes[place].tag == "h1" and any(said in each.casefold() for each in told)


def _telling(names: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Return names but those of a lead-in: "news-subtitle"."""
    return tuple(name for name in names if not has_word((name,), rules.lead_words))


def _text_begins(row: Row, column: int) -> int:
    """Return the place of what stands behind the first running text that does not stand out."""
    for place in (column, *row.inside(column)):
        node = row.nodes[place]
        if len((node.element.text or "").strip()) >= _RUNNING and not _is_bold(row, place):
            return place
        if len((node.element.tail or "").strip()) >= _RUNNING and place != column:
            return node.end
    return row.nodes[column].end


def _is_title(row: Row, place: int, before: int) -> bool:
    """Tell whether an element above a text is as long as a title, and leads nowhere."""
    node = row.nodes[place]
    if not _SHORTEST <= node.size <= _LONGEST or node.end > before or node.has_blocks:
        return False
    said = row.words(place)
    return " " in said and not said.endswith(_ENDS) and not row.has(place, "a", "img")


def _stands_out(row: Row, place: int) -> bool:
    """Tell whether an element is bold, or in larger letters, and all that its line says."""
    node = row.nodes[place]
    return node.tag in _BOLD and _is_bold(row, place) and is_line(node.element)


def _is_bold(row: Row, place: int) -> bool:
    ways = (row.nodes[x] for x in (place, *row.above(place)))
    return any(x.tag in _SET_BOLD or (x.element.get("size") or "") in _LARGE for x in ways)


def _column_in(row: Row, outer: int) -> int | None:
    whole = _plain(row, outer)
    for place in row.inside(outer, "tr"):
        cells = [x for x in row.children(place) if row.nodes[x].tag in _CELLS and row.nodes[x].size]
        if len(cells) < 2 or _plain(row, place) < _MOST_OF_TEXT * whole:
            continue
        if not _only_places(row, place):
            continue
        best = _of_text(row, cells)
        if best is not None and _plain(row, best) >= _LEAST_TEXT:
            beside = (x for x in cells if x != best)
            if any(len(list(row.inside(x, "a"))) >= _FEWEST_LINKS for x in beside):
                return best
    return None


def _only_places(row: Row, place: int) -> bool:
    """Tell whether a row is of a table that only places things on the page."""
    table = next((x for x in row.above(place) if row.nodes[x].tag == "table"), None)
    if table is None:
        return False
    element = row.nodes[table].element
    return tables.is_layout(element, row) and not tables.is_numbered(element, row)


def _of_text(row: Row, cells: list[int]) -> int | None:
    """Return the cell that is so much wider than the others, or holds so much more text."""
    told = {cell: (row.nodes[cell].element.get("width") or "").strip() for cell in cells}
    widths = {cell: _width(each) for cell, each in told.items()}
    one_unit = len({each.endswith("%") for each in told.values()}) == 1
    texts = {cell: _plain(row, cell) for cell in cells}
    widest = _far_ahead(widths, _WIDER) if one_unit and all(widths.values()) else None
    if widest is not None:
        return widest
    return _far_ahead(texts, _LONGER)


def _far_ahead(measures: dict[int, int], times: float) -> int | None:
    """Return the cell whose measure is so many times that of any other."""
    second, first = sorted(measures, key=measures.__getitem__)[-2:]
    return first if measures[first] >= times * measures[second] else None


def _plain(row: Row, place: int) -> int:
    """Return the letters of an element that lead nowhere."""
    return row.nodes[place].size - row.linked(place)


def _width(told: str) -> int:
    """Return the width that a cell tells, in dots or in hundredths, else 0."""
    figures = told.rstrip("%px")
    return int(figures) if figures.isascii() and figures.isdigit() else 0
