"""Printed lines made of letters."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median

from reader.importers.pdf.columns import ReadingOrder
from reader.importers.pdf.grids import with_grids
from reader.importers.pdf.letters import Letter, LinkArea, PageLetters
from reader.importers.pdf.strips import Table, split, strips_of
from reader.model.raw import Box, RawLine, Run, Tag, TagKind

# Shares of the letter size.
_WORD_GAP = 0.16
_FEWEST_GAPS = 6
_FALSE_GAP = 0.07
# The middle of a bullet stands so high above the baseline; lines under letters are lower.
_LOWEST_BULLET, _HIGHEST_BULLET = 0.02, 0.65
_LINK_SLACK = 1.0  # points
_BULLET_REACH = 24.0  # points between a drawn bullet and its text


def lines_of_page(page: PageLetters, number: int, order: ReadingOrder) -> list[RawLine]:
    """Return the lines of an untagged page in the order of reading, text set askew last."""
    links = _LinkFinder(page.links)
    upright = [letter for letter in page.letters if letter.style.upright]
    rules = page.shapes.rules
    lines: list[RawLine] = []
    for element, found in enumerate(order.of(with_grids(strips_of(upright), rules), rules)):
        if isinstance(found, Table):
            lines += _cells(found, number, links, element)
        else:
            printed = line(found, number, links.of(found))
            lines.append(_with_bullet(printed, page.shapes.bullets))
    askew = [letter for letter in page.letters if not letter.style.upright]
    for found in split(askew):
        lines.append(line(found, number, links.of(found), Tag(TagKind.ARTIFACT, 0)))
    return lines


def _cells(table: Table, page: int, links: "_LinkFinder", element: int) -> Iterator[RawLine]:
    """Yield the lines of the cells of a table, each with its place."""
    for row, cells in enumerate(table.rows):
        for column, printed in enumerate(cells):
            # Unlike elements of a structure tree, tables are counted within the page.
            tag = Tag(TagKind.CELL, element, row=row, column=column)
            for letters in printed:
                yield line(letters, page, links.of(letters), tag)


def line(
    letters: list[Letter], page: int, links: list[str | None], tag: Tag | None = None
) -> RawLine:
    """Return the line that the letters make; `links` has the address of each letter, or None."""
    pieces = [
        ((letter.style.bold, letter.style.italic, link, letter.style.colour), text)
        for letter, link, text in zip(letters, links, _spaced(letters), strict=True)
    ]
    runs = tuple(
        Run("".join(text for _, text in group), *look)
        for look, group in groupby(pieces, key=lambda piece: piece[0])
    )
    sizes = Counter(letter.style.size for letter in letters)
    return RawLine(
        _spaces_outside_links(runs), page, _around(letters), sizes.most_common(1)[0][0], tag
    )


def _spaced(letters: list[Letter]) -> Iterator[str]:
    """Yield each letter, a space before it where one is printed or left free."""
    last: Letter | None = None
    spread = _spread(letters)
    for letter in letters:
        apart = last and not last.text.endswith(" ") and _space_between(last, letter, spread)
        yield (" " if apart else "") + letter.text
        last = letter


def _spread(letters: list[Letter]) -> float:
    """Return the room, in points, that is usual between two letters of a line."""
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    return max(0.0, median(gaps)) if len(gaps) >= _FEWEST_GAPS else 0.0


def _space_between(last: Letter, letter: Letter, spread: float) -> bool:
    room = letter.left - last.right - (0.0 if letter.spaced else spread)
    size = letter.style.size or 1.0
    if letter.text in "-\u00ad\u2010\u2011":
        # "уни -": the space glyph lies under the hyphen, or the hyphen is of another, wider font
        false_gap = _FALSE_GAP if letter.spaced else _WORD_GAP
        if letter.origin - last.right < false_gap * size:
            return False
    if letter.gap:
        # "1 2,4": pdfium finds spaces around narrow letters where there is no room for one
        return room > _FALSE_GAP * size
    return room > max(1.2, _WORD_GAP * size)


def _spaces_outside_links(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Move the space at a link's start before it."""
    moved: list[Run] = []
    for run in runs:
        if run.link and run.text.startswith(" ") and moved:
            moved.append(Run(" ", run.bold, run.italic))
            moved.append(Run(run.text[1:], run.bold, run.italic, run.link, run.colour))
        else:
            moved.append(run)
    return tuple(moved)


def _around(letters: list[Letter]) -> Box:
    return Box(
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.baseline for letter in letters),
    )


class _LinkFinder:
    """Finds the link that a letter lies in."""

    def __init__(self, areas: tuple[LinkArea, ...]) -> None:
        self._areas = areas

    def of(self, letters: list[Letter]) -> list[str | None]:
        """Return the address that each letter leads to."""
        return [self._at(letter) for letter in letters]

    def _at(self, letter: Letter) -> str | None:
        x = (letter.left + letter.right) / 2
        y = (letter.top + letter.bottom) / 2
        for area in self._areas:
            box = area.box
            inside = box.left - _LINK_SLACK <= x <= box.right + _LINK_SLACK
            if inside and box.top - _LINK_SLACK <= y <= box.bottom + _LINK_SLACK:
                return area.address
        return None


def _with_bullet(printed: RawLine, bullets: tuple[Box, ...]) -> RawLine:
    """Write a drawn bullet into the line beside it."""
    box, size = printed.box, printed.font_size
    if box is None or size is None:
        return printed
    for bullet in bullets:
        height = box.bottom - (bullet.top + bullet.bottom) / 2
        beside = _LOWEST_BULLET * size < height < _HIGHEST_BULLET * size
        if beside and 1 < box.left - bullet.right < _BULLET_REACH:
            return RawLine((Run("• "), *printed.runs), printed.page, printed.box, printed.font_size)
    return printed
