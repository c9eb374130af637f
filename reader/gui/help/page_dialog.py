"""A page of the help over a dialog, with the keys and the voice of the article."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.app import spoken
from reader.gui.all_keys import reading_letters
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.saying import name
from reader.gui.tools import Tools
from reader.model.article import Article

_SIZE = (40, 34)  # in heights of a line


class PageDialog(FittedDialog):
    """Shows one page; a button reads it aloud and, once more, is silent."""

    def __init__(self, page: Article, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        _, parts = tools.means.translator, tools.parts
        self._page, self._keeper = page, tools.means.keeper
        self._trial, self._own = parts.trial, parts.own
        name(self, "helpDialog", page.title)
        self.setWindowTitle(page.title)
        self.view = ArticleView(_, plain=parts.view.is_plain)
        self.view.setObjectName("helpPage")
        self.view.set_reading_keys(reading_letters(tools.bindings.keymap))
        self.view.set_look(tools.look.current)
        self.view.show_article(page)
        self.view.escaped.connect(self.reject)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.aloud = QPushButton(_("&Read aloud or pause"))
        name(self.aloud, "helpAloud", _("Read aloud or pause"))
        self.aloud.setAutoDefault(False)
        self.aloud.clicked.connect(self._read)
        self.buttons.addButton(self.aloud, QDialogButtonBox.ButtonRole.ActionRole)
        column = column_of(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.buttons)
        self.view.setFocus()
        resize_in_lines(self, *_SIZE)
        self.finished.connect(parts.trial.stop)

    def _read(self) -> None:
        if self._trial.is_heard:
            self._trial.stop()
        else:
            now = self._keeper.current.speaking
            self._trial.say(tuple(spoken(self._page, now, self._own.current)))
