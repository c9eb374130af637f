"""What the knots of an article say of themselves: words, description, attributes, headers."""

import re
import sys
from functools import lru_cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible

from reader.app import link_language
from reader.gui.article import annotated
from reader.gui.article.outline import Knot, Link, Outline, Sort
from reader.i18n import Translator
from reader.model.article import plain
from reader.model.leaves import Leaf
from reader.model.position import Extent
from reader.wording import language_name

_LEVEL_IN_WORDS = sys.platform == "win32"  # UI Automation gets no level from Qt
_ORCA = sys.platform == "linux"
# Orca says "read only" of paragraphs that take the focus, and reads items with all their links.
_TEXTS = frozenset({Sort.PARAGRAPH, Sort.NOTE, Sort.ITEM}) if _ORCA else frozenset()
_UNFOCUSABLE = _TEXTS | {Sort.LIST, Sort.SPAN}
_READ_WITH_LINKS = frozenset({Sort.PARAGRAPH, Sort.HEADING}) if _ORCA else frozenset()
_BREAK = re.compile(r"[\n\r\u2028\u2029]")


def words(outline: Outline, knot: Knot) -> str:
    """Return the text of a knot, in one line: screen readers read line by line."""
    return _BREAK.sub(" ", outline.leaves[knot.block].text[knot.start : knot.end])


def part(outline: Outline, extent: Extent) -> str:
    """Return the words of a line or a sentence."""
    return _BREAK.sub(" ", outline.leaves[extent.block].text[extent.start : extent.end]).strip()


def followed(said: str, more: str) -> str:
    """Return words and what is said after them, with a stop between them."""
    stop = "." if said and more and said[-1].isalnum() else ""
    return f"{said}{stop} {more}".strip()


def broken(text: str, start: int, end: int) -> str:
    """Return a text of the same length with breaks for the spaces before `start` and at `end`."""
    letters = list(text)
    for at in (start - 1, end - 1, end):
        if 0 <= at < len(letters) and letters[at].isspace():
            letters[at] = "\n"
    return "".join(letters)


def name(outline: Outline, knot: Knot) -> str:
    """Return what a link, a picture or a table is called."""
    alt = outline.leaves[knot.block].alt if knot.sort is Sort.FIGURE else ""
    return alt or words(outline, knot)


def description(outline: Outline, knot: Knot, _: Translator) -> str:
    """Return what is said after a knot's words: of itself, and of the person's marks in it."""
    both = (_own_description(outline, knot, _), annotated.description(outline, knot, _))
    return ". ".join(part for part in both if part)


def _own_description(outline: Outline, knot: Knot, _: Translator) -> str:
    if knot.link:
        return f"{place_of_link(outline, knot.link, outline.language, _)}, {knot.link.address}"
    if knot.mark:
        return _("note mark, Enter goes to the note")
    if knot.sort is Sort.NOTE and any(mark.note == knot.block for mark in outline.marks):
        return _("note, Enter goes back to the text")
    if knot.sort is Sort.FIGURE and outline.leaves[knot.block].alt:
        return words(outline, knot)
    if knot.sort is Sort.HEADING and _LEVEL_IN_WORDS:
        return _("heading, level {level}").format(level=outline.leaves[knot.block].level)
    return ""


def above(outline: Outline, knot: Knot) -> int | None:
    """Return the knot that is told to be the parent; None for the article."""
    if knot.is_inline and knot.parent is not None:
        holder = outline.knots[knot.parent]
        return holder.parent if holder.sort in _READ_WITH_LINKS else knot.parent
    return knot.parent


def focusable(knot: Knot) -> bool:
    """Tell whether a knot says that it takes the focus."""
    return knot.sort not in _UNFOCUSABLE


def spoken_part(outline: Outline, extent: Extent, _: Translator) -> str:
    """Return the words of a sentence; where it is all of a block, what that is as well."""
    knot = outline.knot_at(extent.block, extent.start)
    return spoken(outline, knot, _) if knot.extent == extent else part(outline, extent)


def spoken(outline: Outline, knot: Knot, _: Translator) -> str:
    """Return what a knot is and says, in one sentence, for those who are told nothing else."""
    leaf = outline.leaves[knot.block]
    said = words(outline, knot)
    match knot.sort:
        case Sort.HEADING:
            form = _("{words}, heading, level {level}")
            return form.format(words=said, level=leaf.level)
        case Sort.LINK | Sort.MARK | Sort.NOTE:
            kind = _("link") if knot.link else ""
            parts = (said, kind, _own_description(outline, knot, _))
            return ", ".join(part for part in parts if part)
        case Sort.QUOTE:
            return _("quotation: {words}").format(words=said or leaf.text)
        case Sort.FIGURE:
            both = ". ".join(part for part in (leaf.alt, said) if part)
            return _("picture: {words}").format(words=both)
        case Sort.ITEM | Sort.LIST if leaf.place:
            return _("list item {number} of {count}: {words}").format(
                number=leaf.place.index, count=leaf.place.count, words=said or leaf.text
            )
        case Sort.TABLE:
            return f"{table_size(leaf, _)}. {said}"
        case _:
            return said or leaf.text


def table_size(leaf: Leaf, _: Translator) -> str:
    """Return "table, 4 rows, 3 columns"."""
    rows, columns = len(leaf.rows), max(map(len, leaf.rows), default=0)
    return ", ".join(
        (
            _("table"),
            _.plural("{count} row", "{count} rows", rows).format(count=rows),
            _.plural("{count} column", "{count} columns", columns).format(count=columns),
        )
    )


def place_of_link(outline: Outline, link: Link, home: str, _: Translator) -> str:
    """Return "1 of 7, in English"; the language `home` of the article is not told."""
    place = _("{number} of {count}").format(number=link.number + 1, count=len(outline.links))
    language = link_language(link.address)
    if language in (None, home):
        return place
    return ", ".join((place, _("in {language}").format(language=language_name(language, _))))


def attributes(outline: Outline, knot: Knot) -> dict[QAccessible.Attribute, object]:
    """Return the language of a knot, its level and its place in a list."""
    leaf = outline.leaves[knot.block]
    values: dict[QAccessible.Attribute, object] = {
        QAccessible.Attribute.Locale: QLocale(knot.language)
    }
    if knot.sort is Sort.HEADING:
        values[QAccessible.Attribute.Level] = leaf.level
    if knot.sort is Sort.ITEM and leaf.place:
        values[QAccessible.Attribute.Custom] = {
            "posinset": str(leaf.place.index),
            "setsize": str(leaf.place.count),
        }
    return values


def headers(outline: Outline, knot: Knot) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the cells that name a cell's column, and those that name its row."""
    leaf, mine = outline.leaves[knot.block], knot.cell
    if mine is None or knot.parent is None or not leaf.has_header or mine.row == 0:
        return (), ()
    table = outline.knots[knot.parent]
    column = outline.cell(table, 0, mine.column)
    row = outline.cell(table, mine.row, 0) if mine.column and names_rows(leaf) else None
    return (column.number,) if column else (), (row.number,) if row else ()


@lru_cache(maxsize=8)
def names_rows(leaf: Leaf) -> bool:
    """Tell whether the first cells of a table name its rows: each of them has a letter."""
    firsts = (plain(row[0]) if row else "" for row in leaf.rows[1:])
    return leaf.has_header and all(any(map(str.isalpha, first)) for first in firsts)
