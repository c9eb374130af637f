"""Printed lines made of letters."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.importers.pdf.cells import tables
from reader.importers.pdf.letters import Letter, LinkArea, PageLetters
from reader.model.raw import Box, RawLine, Run, Tag, TagKind

# Shares of the letter size.
_BASELINE_SHIFT = 0.45
_WORD_GAP = 0.2
_FALSE_GAP = 0.07
_LINK_SLACK = 1.0  # points
_BULLET_REACH = 24.0  # points between a drawn bullet and its text


def lines_of_page(page: PageLetters, number: int) -> list[RawLine]:
    """Return the lines of an untagged page in the order in which they were drawn."""
    links = _LinkFinder(page.links)
    printed = list(split(page.letters))
    rows = dict(tables(printed))
    lines: list[RawLine] = []
    index = 0
    while index < len(printed):
        if index in rows:
            lines += _cells(rows[index], number, links)
            index += len(rows[index])
        else:
            found = line(printed[index], number, links.of(printed[index]))
            lines.append(_with_bullet(found, page.bullets))
            index += 1
    return lines


def _cells(rows: list[list[list[Letter]]], page: int, links: "_LinkFinder") -> Iterator[RawLine]:
    """Yield the cells of a table, each a line with its place; the column counts within the row."""
    for row, cells in enumerate(rows):
        for column, letters in enumerate(cells):
            # Unlike elements of a structure tree, these have no number of their own.
            tag = Tag(TagKind.CELL, 0, row=row, column=column)
            yield line(letters, page, links.of(letters), tag)


def split(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Split letters, as drawn, into printed lines."""
    current: list[Letter] = []
    for letter in letters:
        if current and _breaks(current, letter):
            yield current
            current = []
        current.append(letter)
    if current:
        yield current


def _breaks(line: list[Letter], letter: Letter) -> bool:
    last = line[-1]
    size = max(last.style.size, letter.style.size, 1.0)
    shift = abs(letter.baseline - last.baseline)
    if letter.origin < last.left - size:
        return True
    # A note mark is smaller and raised, but goes on at once.
    raised = letter.origin >= last.right - 2 and shift < 0.6 * size
    if raised and abs(letter.style.size - last.style.size) > 0.5:
        return False
    return shift > max(2.2, _BASELINE_SHIFT * size)


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
    for letter in letters:
        yield (" " if last and _space_between(last, letter) else "") + letter.text
        last = letter


def _space_between(last: Letter, letter: Letter) -> bool:
    room = letter.left - last.right
    size = letter.style.size or 1.0
    if letter.text in "-\u00ad\u2010" and letter.origin - last.right < _FALSE_GAP * size:
        return False  # "уни -": the space glyph lies under the hyphen
    if letter.gap.strip(" "):
        return True  # pdfium saw the end of a line here
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
    box = printed.box
    if box is None:
        return printed
    for bullet in bullets:
        middle = (bullet.top + bullet.bottom) / 2
        if box.top <= middle <= box.bottom and 1 < box.left - bullet.right < _BULLET_REACH:
            return RawLine((Run("• "), *printed.runs), printed.page, printed.box, printed.font_size)
    return printed
