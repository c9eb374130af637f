"""The rows of the lists of marks: their words, and how they are drawn."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.app import Noted
from reader.gui.drawing import GAP, Index, Text, TextsDelegate, muted_colour, smaller
from reader.gui.elements.model import Entries, Row
from reader.gui.row_model import in_a_row
from reader.i18n import Translator, mark
from reader.model.annotation import Annotation, AnnotationKind

_LONG = 200  # letters that are enough to know a mark by
_LINES = 2

KINDS = {
    AnnotationKind.BOOKMARK: mark("Bookmarks"),
    AnnotationKind.HIGHLIGHT: mark("Highlights"),
    AnnotationKind.NOTE: mark("Your notes"),
}
_KINDS = {
    AnnotationKind.BOOKMARK: mark("Bookmark"),
    AnnotationKind.HIGHLIGHT: mark("Highlight"),
    AnnotationKind.NOTE: mark("Your note"),
}
REMOVED = {
    AnnotationKind.BOOKMARK: mark("The bookmark is removed."),
    AnnotationKind.HIGHLIGHT: mark("The highlight is removed."),
    AnnotationKind.NOTE: mark("The note is removed."),
}


class Wording:
    """Words the rows; `in_one_article` leaves the article's title out.

    `has_its_words` tells whether what was marked still reads as it did.
    """

    def __init__(
        self,
        has_its_words: Callable[[Annotation], bool],
        translator: Translator,
        *,
        in_one_article: bool,
    ) -> None:
        self._has_its_words = has_its_words
        self._ = translator
        self._in_one_article = in_one_article

    def row(self, noted: Noted) -> Row:
        """Return the note or else the quoted words, and under them what else there is to tell."""
        _, annotation = self._, noted.annotation
        quoted, text = _shortened(annotation.quoted), _shortened(annotation.text)
        parts = [_(_KINDS[annotation.kind])]
        if text and quoted:
            parts.append(_("“{words}”").format(words=quoted))
        if not self._has_its_words(annotation):
            parts.append(_("the words have changed"))
        if not self._in_one_article:
            parts.append(noted.entry.title)
        head, under = text or quoted, " · ".join(parts)
        return Row(head or parts[0], under, in_a_row((head, *parts)))


class MarksDelegate(TextsDelegate):
    """Draws the words of a mark and, fainter, what tells more of it."""

    def __init__(self, marks: Entries[Noted]) -> None:
        super().__init__()
        self._marks = marks

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the words and what stands below."""
        row, bold = self._marks.row(index.row()), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        faint = muted_colour(option, self.palette)
        head = Text(row.head, bold, option.palette.text().color(), _LINES)
        return [(head, 0), (Text(row.under, smaller(option.font), faint, _LINES), GAP)]


def matching(some: Sequence[Noted], typed: str) -> Sequence[Noted]:
    """Return the marks that hold each of the words typed, in any capitals."""
    words = typed.casefold().split()
    return [noted for noted in some if all(word in _searched(noted) for word in words)]


def _searched(noted: Noted) -> str:
    return f"{noted.annotation.text} {noted.annotation.quoted} {noted.entry.title}".casefold()


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONG else words[:_LONG].rpartition(" ")[0] + "…"
