"""Going to a page of the document as it was printed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.app import Reader
from reader.gui.article.view import ArticleView
from reader.gui.asking import Question, ask_number
from reader.gui.notice import Notice
from reader.gui.proof.turns import Turns
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.texts import reads_beside
from reader.i18n import Translator
from reader.model.position import Position

if TYPE_CHECKING:
    from reader.model.printed import Printed


class Pages(QObject):
    """Asks for a page and goes to the first words on it."""

    def __init__(
        self,
        reader: Reader,
        turns: Turns,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._turns = turns
        self._aloud = aloud
        self._views = [view]
        self._notice = notice
        self._ = translator

    def also(self, view: ArticleView) -> None:
        """Tell of a second text, where that is read, that it has no pages."""
        self._views.append(view)

    def ask(self) -> None:
        """Ask for a page of the open article's document."""
        if reads_beside(self._views):
            self._notice.say(self._("The original has no pages to go to, the article has."))
            return
        self._turns.ask(self._look_up)

    def _look_up(self, identifier: int) -> None:
        block = self._aloud.leave_off().block  # of this article: another one may be open later
        self._turns.run(identifier, self._reader.printed, partial(self._ask, identifier, block))

    def _ask(self, identifier: int, block: int, printed: "Printed") -> None:
        _ = self._
        self._notice.clear()
        if printed.pages < 2:
            self._notice.say(_("The document has one page only."))
            return
        called = _("Page of the original, 1 to {count}").format(count=printed.pages)
        question = Question(_("Go to a page"), called, _("Go"), _("Cancel"), "goToPage")
        ask_number(
            self._views[0].window(),
            question,
            range(1, printed.pages + 1),
            printed.page_of(block) + 1,
            partial(self._go, identifier, printed),
        )

    def _go(self, identifier: int, printed: "Printed", page: int) -> None:
        self._turns.reading.return_to(identifier)
        self._views[0].jump(Position(printed.start_of(page - 1), 0))
