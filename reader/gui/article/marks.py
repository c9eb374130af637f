"""The light on the sentence and the word that are being spoken."""

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from reader.gui.article.page import Page
from reader.gui.article.styles import MUTED_KINDS
from reader.model.position import Extent


def spoken_marks(
    page: Page, sentence: Extent | None, word: Extent | None
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks for a text view; the word lies above its sentence."""
    palette = page.styles.look.palette
    marks = []
    if sentence is not None:
        muted = page.outline.leaves[sentence.block].kind in MUTED_KINDS
        marks.append(_mark(page, sentence, palette.sentence, palette.text if muted else None))
    if word is not None:
        marks.append(_mark(page, word, palette.word, palette.word_text))
    return marks


def _mark(page: Page, extent: Extent, back: str, letters: str | None) -> QTextEdit.ExtraSelection:
    form = QTextCharFormat()
    form.setBackground(QColor(back))
    if letters is not None:
        form.setForeground(QColor(letters))
    mark = QTextEdit.ExtraSelection()
    mark.cursor = page.cursor(extent)
    mark.format = form
    return mark
