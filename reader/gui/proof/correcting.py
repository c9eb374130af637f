"""Showing what was repaired in the open article, and putting it right by hand."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.app import Opened, Printed, Reader
from reader.errors import PasswordError, ReaderError
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import ask_password, open_dialog, warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.proof.block_dialog import BlockDialog
from reader.gui.proof.printed import PrintedDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.proof.rows import RowsDialog
from reader.gui.reading import Reading
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.correction import Join, Rewrite, Split, TakeBack
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.model.raw import Repair
from reader.wording import explain

T = TypeVar("T")


class Correcting(QObject):
    """Does one thing at a time: the article is repaired anew in the background."""

    def __init__(
        self,
        reader: Reader,
        jobs: JobRunner,
        reading: Reading,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._jobs = jobs
        self._reading = reading
        self._view = view
        self._notice = notice
        self._ = translator
        self._palette = LIGHT
        self._busy = False

    def set_palette(self, palette: Palette) -> None:
        """Draw the dialogs in these colours from now on."""
        self._palette = palette

    def show_repairs(self) -> None:
        """Show what was repaired in the open article."""
        identifier = self._reading.identifier
        if identifier is not None:
            dialog = RepairsDialog(self._reader.repairs(identifier), self._, self._window())
            dialog.taken_back.connect(self._take_back_repair)
            self._open_rows(dialog)

    def show_printed(self) -> None:
        """Show the lines of the open article as they were printed."""
        block = self._view.position().block
        self._run(self._reader.printed, partial(self._show_lines, block))

    def edit(self) -> None:
        """Let the person put the words or the kind of a block right."""
        article, block = self._reading.article, self._view.position().block
        if article is not None and block < len(leaves(article)):
            dialog = BlockDialog(block, leaves(article)[block], self._, self._window())
            dialog.wanted.connect(self._rewrite)
            open_dialog(dialog)

    def split(self) -> None:
        """Let a block end at the caret."""
        place = self._view.position()
        self._correct(Split(place), Position(place.block + 1, 0), self._("The block is split."))

    def join(self) -> None:
        """Let the block at the caret go on in the next one."""
        place = self._view.position()
        self._correct(Join(place.block), place, self._("The blocks are joined."))

    def take_back(self) -> None:
        """Take back what was put right last in the open article."""
        place = self._view.position()
        words = self._("The last correction is undone.")
        self._run(self._reader.take_back, partial(self._show, place, words))

    def _rewrite(self, wish: Rewrite) -> None:
        self._correct(wish, Position(wish.block, 0), self._("The block is corrected."))

    def _take_back_repair(self, repair: Repair) -> None:
        place = repair.place or self._view.position()
        if repair.step == "line-break":
            place = Position(place.block + 1, 0)
        self._correct(TakeBack(repair), place, self._("The repair is undone."))

    def _correct(
        self, wish: Split | Join | Rewrite | TakeBack, place: Position, words: str
    ) -> None:
        how = self._("Ctrl+Z takes it back.")
        self._run(
            lambda identifier, password: self._reader.correct(identifier, wish, password),
            partial(self._show, place, f"{words} {how}"),
        )

    def _run(
        self,
        work: Callable[[int, str | None], T],
        done: Callable[[T], None],
        password: str | None = None,
    ) -> None:
        """Work on the open article, unless something is under way already."""
        identifier = self._reading.identifier
        if identifier is None or self._busy:
            return
        self._busy = True
        self._jobs.run(
            partial(work, identifier, password),
            done=partial(self._finish, done),
            failed=partial(self._fail, work, done),
            broken=self._end,
        )

    def _finish(self, done: Callable[[T], None], outcome: T) -> None:
        self._end()
        done(outcome)

    def _end(self) -> None:
        self._busy = False

    def _fail(
        self,
        work: Callable[[int, str | None], T],
        done: Callable[[T], None],
        error: ReaderError,
    ) -> None:
        """Ask for the password of a locked original; tell of everything else."""
        self._end()
        if not isinstance(error, PasswordError):
            warn(self._window(), explain(error, self._))
            return
        ask_password(
            self._window(),
            explain(error, self._),
            self._,
            lambda given: None if given is None else self._run(work, done, given),
        )

    def _show(self, place: Position, words: str, opened: Opened) -> None:
        last = len(leaves(opened.article)) - 1
        if place.block > last:
            place = Position(max(last, 0), 0)
        self._reading.show_anew(opened, place)
        self._notice.say(words)

    def _show_lines(self, block: int, printed: Printed) -> None:
        self._open_rows(PrintedDialog(printed, block, self._, self._window()))

    def _open_rows(self, dialog: RowsDialog) -> None:
        dialog.set_palette(self._palette)
        dialog.chosen.connect(self._view.go)
        open_dialog(dialog)

    def _window(self) -> QWidget:
        return self._view.window()
