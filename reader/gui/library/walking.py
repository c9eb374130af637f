"""Going through the list by its keys: field by field, by letters, with several rows selected."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject

from reader.app import Shelving
from reader.gui.library.article_list import ArticleList
from reader.gui.library.model import LibraryModel
from reader.gui.library.rows import Field, Row, RowWording
from reader.gui.saying import announce
from reader.i18n import Translator


class Walking(QObject):
    """Answers the keys of the list that Qt itself does not, or not well."""

    def __init__(
        self,
        rows: ArticleList,
        model: LibraryModel,
        wording: RowWording,
        shelving: Shelving,
        translator: Translator,
    ) -> None:
        super().__init__(rows)
        self._list = rows
        self._model = model
        self._wording = wording
        self._shelving = shelving
        self._ = translator
        rows.walked.connect(self._walk)
        rows.typed.connect(self._go_to_title)
        rows.several_selected.connect(self._tell_selected)

    def _walk(self, step: int) -> None:
        """Say the next field of the row, at its ends the same once more."""
        index, field = self._list.currentIndex(), self._model.field
        if field is None or not index.isValid():
            return
        row = self._model.row(index.row())
        fields = [each for each in Field if each is field or self._is_told(row, each)]
        number = fields.index(field) + step
        self._model.field = fields[min(max(number, 0), len(fields) - 1)]
        announce(self._list, self._wording.named_cell(row, self._model.field))

    def _is_told(self, row: Row, field: Field) -> bool:
        """Return whether a field is worth a word, even "none"."""
        if field is Field.ARCHIVE:
            return bool(row.entry.archive)
        return field is not Field.SNIPPET or self._model.rows.are_found

    def _go_to_title(self, letters: str, stays: bool) -> None:  # noqa: FBT001  a slot
        """Go to the next row whose title begins with the letters; the current one where it may."""
        found = self._model.rows.first_of(self._shelving.beginning(letters), self._onwards(stays))
        if found is not None:
            self._list.go_to(found)

    def _onwards(self, stays: bool) -> Iterator[int]:  # noqa: FBT001  as the signal has it
        """Return the rows from the current one or the next on, round to the first ones."""
        start = self._list.currentIndex().row() + (0 if stays else 1)
        count = self._model.rowCount()
        return chain(range(start, count), range(start))

    def _tell_selected(self, count: int) -> None:
        _ = self._
        words = _.plural("{count} selected", "{count} selected", count)
        announce(self._list, words.format(count=count))
