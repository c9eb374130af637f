"""Headings in large print: none is so large that its longest word does not fit into a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextCursor, QTextFormat

from reader.gui.article.styles import Styles
from reader.model.leaves import Leaf

_BREAK = re.compile(r"(?<=[\s\-–—])")  # where a line may end
_SPARE = 2  # pixels


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it should be: the leaf, its size and its widest word's width, in pixels."""

    leaf: int
    size: int
    widest: float


def headings(leaves: Iterable[Leaf], styles: Styles) -> tuple[Heading, ...]:
    """Return the headings among the leaves."""
    return tuple(
        _measured(number, leaf, styles) for number, leaf in enumerate(leaves) if leaf.level
    )


def fitted(heading: Heading, least: int, room: float) -> int:
    """Return the size in which a heading fits into lines so wide, no less than that of the text."""
    if heading.widest + _SPARE <= room:
        return heading.size
    return max(least, int(heading.size * (room - _SPARE) / heading.widest))


def resize(cursor: QTextCursor, size: int) -> None:
    """Give the letters that a cursor has selected another size in pixels."""
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize.value, size)
    cursor.mergeCharFormat(form)


def _measured(number: int, leaf: Leaf, styles: Styles) -> Heading:
    font = styles.letters(leaf).font()
    metrics = QFontMetricsF(font)
    words = (word.strip() for word in _BREAK.split(leaf.text))
    return Heading(number, font.pixelSize(), max(map(metrics.horizontalAdvance, words)))
