"""Printed lines made of letters."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from reader.importers.pdf.cells import tables
from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.links import LinkFinder
from reader.importers.pdf.spaces import spaced
from reader.model.raw import Box, RawLine, Run, Tag, TagKind

# Shares of the letter size.
_BASELINE_SHIFT = 0.45
_BULLET_REACH = 24.0  # points between a drawn bullet and its text


def lines_of_page(page: PageLetters, number: int) -> list[RawLine]:
    """Return the lines of an untagged page in the order in which they were drawn."""
    printed = list(split(page.letters))
    links = LinkFinder(page.links, printed, page.shapes.rules)
    rows = dict(tables(printed))
    lines: list[RawLine] = []
    index = 0
    while index < len(printed):
        if index in rows:
            lines += _cells(rows[index], number, links)
            index += len(rows[index])
        else:
            found = line(
                printed[index], number, links.of(printed[index]), underlined=links.underlined
            )
            lines.append(_with_bullet(found, page.shapes.bullets))
            index += 1
    return lines


def _cells(rows: list[list[list[Letter]]], page: int, links: LinkFinder) -> Iterator[RawLine]:
    """Yield the cells of a table, each a line with its place; the column counts within the row."""
    for row, cells in enumerate(rows):
        for column, letters in enumerate(cells):
            # Unlike elements of a structure tree, these have no number of their own.
            tag = Tag(TagKind.CELL, 0, row=row, column=column)
            yield line(letters, page, links.of(letters), tag, links.underlined)


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
    letters: list[Letter],
    page: int,
    links: list[str | None],
    tag: Tag | None = None,
    underlined: frozenset[int] = frozenset(),
) -> RawLine:
    """Return the line that the letters make.

    `links` has the address of each letter, or None; `underlined` the numbers of letters.
    """
    pieces = [
        (
            (
                letter.style.bold,
                letter.style.italic,
                link,
                letter.style.colour,
                letter.number in underlined,
            ),
            text,
        )
        for letter, link, text in zip(letters, links, spaced(letters), strict=True)
    ]
    runs = tuple(
        Run("".join(text for _, text in group), *look)
        for look, group in groupby(pieces, key=lambda piece: piece[0])
    )
    sizes = Counter(letter.style.size for letter in letters)
    return RawLine(
        _spaces_outside_links(runs), page, _around(letters), sizes.most_common(1)[0][0], tag
    )


def _spaces_outside_links(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Move the space at a link's start before it."""
    moved: list[Run] = []
    for run in runs:
        if run.link and run.text.startswith(" ") and moved:
            moved.append(Run(" ", run.bold, run.italic))
            moved.append(replace(run, text=run.text[1:]))
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
