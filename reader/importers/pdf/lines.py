"""Printed lines made of letters."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.importers.pdf.columns import ReadingOrder
from reader.importers.pdf.grids import with_grids
from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.links import LinkFinder
from reader.importers.pdf.spaces import spaced
from reader.importers.pdf.strips import Table, split, strips_of
from reader.model.raw import Box, RawLine, Run, Tag, TagKind

# The middle of a bullet stands so high above the baseline (letter sizes); lines under letters
# are lower.
_LOWEST_BULLET, _HIGHEST_BULLET = 0.02, 0.65
_BULLET_REACH = 24.0  # points between a drawn bullet and its text


def lines_of_page(page: PageLetters, number: int, order: ReadingOrder) -> list[RawLine]:
    """Return the lines of an untagged page in the order of reading."""
    rules = page.shapes.rules
    links = LinkFinder(page.links, list(split(page.letters)), rules)
    lines: list[RawLine] = []
    for element, found in enumerate(order.of(with_grids(strips_of(page.letters), rules), rules)):
        if isinstance(found, Table):
            lines += _cells(found, number, links, element)
        else:
            printed = line(found, number, links.of(found), underlined=links.underlined)
            lines.append(_with_bullet(printed, page.shapes.bullets))
    return lines


def _cells(table: Table, page: int, links: LinkFinder, element: int) -> Iterator[RawLine]:
    """Yield the lines of the cells of a table, each with its place."""
    for row, cells in enumerate(table.rows):
        for column, printed in enumerate(cells):
            # Unlike elements of a structure tree, tables are counted within the page.
            tag = Tag(TagKind.CELL, element, row=row, column=column)
            for letters in printed:
                yield line(letters, page, links.of(letters), tag, links.underlined)


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
    box, size = printed.box, printed.font_size
    if box is None or size is None:
        return printed
    for bullet in bullets:
        height = box.bottom - (bullet.top + bullet.bottom) / 2
        beside = _LOWEST_BULLET * size < height < _HIGHEST_BULLET * size
        if beside and 1 < box.left - bullet.right < _BULLET_REACH:
            return RawLine((Run("• "), *printed.runs), printed.page, printed.box, printed.font_size)
    return printed
