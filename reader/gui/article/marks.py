"""The light on what is spoken, the marks of what was found, and what stands back from it."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.gui.article.page import Page
from reader.gui.article.styles import MUTED_KINDS
from reader.model.position import START, Extent, Position
from reader.model.speaking import Highlight
from reader.settings import Guide

_FOUND_LINE = QTextCharFormat.UnderlineStyle.DashUnderline  # a whole line is that of links


def guide_marks(page: Page, place: Position) -> list[QTextEdit.ExtraSelection]:
    """Return marks that let all but the leaf at a place stand back, where the person wants that."""
    leaves, look = page.outline.leaves, page.styles.look
    if look.typography.guide is not Guide.PARAGRAPH:
        return []
    marks = []
    if place.block > 0:
        before = place.block - 1
        marks.append(_back(page, START, Position(before, len(leaves[before].text))))
    if place.block + 1 < len(leaves):
        last = len(leaves) - 1
        end = Position(last, len(leaves[last].text))
        marks.append(_back(page, Position(place.block + 1, 0), end))
    return marks


def spoken_marks(
    page: Page, sentence: Extent | None, word: Extent | None, highlight: Highlight
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks for a text view; the word lies above its sentence."""
    palette = page.styles.look.palette
    marks = []
    if sentence is not None and highlight is not Highlight.OFF:
        muted = page.outline.leaves[sentence.block].kind in MUTED_KINDS
        marks.append(_mark(page, sentence, palette.sentence, palette.text if muted else None))
    if word is not None and highlight is Highlight.WORD:
        marks.append(_mark(page, word, palette.word, palette.word_text))
    return marks


def same_marks(page: Page, sentences: Sequence[Extent]) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of a sentence that stands in two texts; an edge is drawn beside it, too."""
    look = page.styles.look
    marks = []
    for extent in sentences:
        muted = page.outline.leaves[extent.block].kind in MUTED_KINDS
        letters = look.palette.text if muted else None
        marks.append(_mark(page, extent, look.palette.sentence, letters))
    return marks


def found_marks(page: Page, found: Sequence[Extent]) -> list[QTextEdit.ExtraSelection]:
    """Return marks for words that were found."""
    look = page.styles.look
    stands_back = look.typography.guide is Guide.PARAGRAPH
    marks = []
    for extent in found:
        muted = stands_back or page.outline.leaves[extent.block].kind in MUTED_KINDS
        letters = look.palette.text if muted else None
        mark = _mark(page, extent, look.palette.selection, letters)
        mark.format.setUnderlineStyle(_FOUND_LINE)
        marks.append(mark)
    return marks


def found_now_marks(page: Page, found: Extent | None) -> list[QTextEdit.ExtraSelection]:
    """Return the mark that lies above that of the found words which the person is at."""
    palette = page.styles.look.palette
    return [_mark(page, found, palette.link, palette.page)] if found else []


def _back(page: Page, start: Position, end: Position) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(page.document)
    mark.cursor.setPosition(page.document_position(start))
    mark.cursor.setPosition(page.document_position(end), QTextCursor.MoveMode.KeepAnchor)
    mark.format = QTextCharFormat()
    mark.format.setForeground(QColor(page.styles.look.palette.muted))
    return mark


def _mark(page: Page, extent: Extent, back: str, letters: str | None) -> QTextEdit.ExtraSelection:
    form = QTextCharFormat()
    form.setBackground(QColor(back))
    if letters is not None:
        form.setForeground(QColor(letters))
    mark = QTextEdit.ExtraSelection()
    mark.cursor = page.cursor(extent)
    mark.format = form
    return mark
