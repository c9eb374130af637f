"""Dialogs whose rows lead to places of the article that they were opened for."""

from PySide6.QtWidgets import QWidget

from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.look import Look
from reader.gui.proof.rows import RowsDialog
from reader.gui.reading import Reading
from reader.model.position import Position


class Leading:
    """Opens them in the colours of the window, and goes where the person wants to."""

    def __init__(self, reading: Reading, view: ArticleView, look: Look) -> None:
        self._reading = reading
        self._view = view
        self._look = look

    @property
    def window(self) -> QWidget:
        """What they are opened over."""
        return self._view.window()

    def open(self, identifier: int, dialog: RowsDialog) -> None:
        """Open a dialog on an article, whichever is open when a place is chosen."""

        def go(place: Position) -> None:
            self._reading.return_to(identifier)
            self._view.jump(place)

        dialog.set_palette(self._look.palette)
        dialog.chosen.connect(go)
        open_dialog(dialog)
