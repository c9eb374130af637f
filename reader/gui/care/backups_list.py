"""The backups as a list on the screen."""

from collections.abc import Sequence

from reader.care_wording import (
    backup_contents_in_words,
    backup_day_in_words,
    backup_in_words,
)
from reader.gui.proof.rows import Row, RowsList
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.care import Backup


class BackupsList(RowsList):
    """Backups, a row each: day, number of articles, why it was made, size."""

    def __init__(self, translator: Translator, palette: Palette) -> None:
        super().__init__("backups", translator("Backups"))
        self._ = translator
        self._backups: tuple[Backup, ...] = ()
        self.delegate.set_palette(palette)

    @property
    def current(self) -> Backup | None:
        """The backup that the list stands on."""
        index = self.currentIndex()
        return self._backups[index.row()] if index.isValid() else None

    def show_all(self, backups: Sequence[Backup]) -> None:
        """Show these backups and stand on the first."""
        self._backups = tuple(backups)
        self.rows.show([_row(each, self._) for each in backups])
        self.setVisible(bool(backups))
        if backups:
            self.setCurrentIndex(self.rows.index(0))


def _row(backup: Backup, _: Translator) -> Row:
    day, contents = backup_day_in_words(backup, _), backup_contents_in_words(backup, _)
    return Row(day, (contents,), backup_in_words(backup, _), None)
