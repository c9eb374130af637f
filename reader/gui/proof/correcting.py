"""Showing what was repaired in the open article, and putting it right by hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.app import Opened, Reader
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.notice import Notice
from reader.gui.proof.turns import Turns
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.position import Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.proof.rows import RowsDialog
    from reader.model.correction import Offer, Rewrite, Wish
    from reader.model.printed import Printed
    from reader.model.raw import Repair


class Correcting(QObject):
    """What is asked for in a dialog is done to the article that it was opened on."""

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
        self._reading = turns.reading
        self._aloud = aloud
        self._view = view
        self._notice = notice
        self._ = translator
        self._palette = LIGHT
        self._choice = ""  # of the repairs: all of them
        self._way_back = ""

    def set_palette(self, palette: Palette) -> None:
        """Draw the dialogs in these colours from now on."""
        self._palette = palette

    def set_way_back(self, command: str) -> None:
        """Name the key or the command that takes a correction back."""
        self._way_back = command

    def show_repairs(self) -> None:
        """Show what was repaired in the open article."""
        self._turns.ask(self._show_repairs)

    def show_printed(self) -> None:
        """Show the lines of the open article as they were printed."""
        self._turns.ask(self._show_printed)

    def edit(self) -> None:
        """Let the person put the words or the kind of a block right."""
        self._turns.ask(self._edit)

    def split(self) -> None:
        """Let a block end at the caret."""
        self._turns.ask(self._split)

    def join(self) -> None:
        """Let the block at the caret go on in the next one."""
        self._turns.ask(self._join)

    def take_back(self) -> None:
        """Take back what was put right last in the open article."""
        self._turns.ask(self._take_back)

    def repair_anew(self) -> None:
        """Repair the open article by what the program knows now, corrections by hand included."""
        self._turns.ask(self._repair_anew)

    def accept(self, identifier: int, offers: "Sequence[Offer]") -> None:
        """Make corrections that were offered, each to be taken back by itself."""
        self._aloud.leave_off()
        made = [offer.correction for offer in offers]
        count = self._.plural(
            "{count} correction is made.", "{count} corrections are made.", len(made)
        ).format(count=len(made))
        how = self._("{command} takes the last one back.").format(command=self._way_back)
        self._turns.run(
            identifier,
            lambda number, password: self._reader.put_right(number, made, password),
            partial(self._show, Position(offers[0].block, 0), f"{count} {how}"),
        )

    def _repair_anew(self, identifier: int) -> None:
        self._aloud.leave_off()
        self._reading.keep_place()  # so that it is led to where its words are afterwards
        self._turns.run(identifier, self._reader.repair_anew, self._show_anew)

    def _show_anew(self, opened: Opened) -> None:
        self._show(opened.position, self._("The article is repaired anew."), opened)

    def _show_repairs(self, identifier: int) -> None:
        from reader.gui.proof.repairs import RepairsDialog

        place, repairs = self._aloud.leave_off(), self._reader.repairs(identifier)
        dialog = RepairsDialog(repairs, self._, self._window(), place, self._choice)
        dialog.taken_back.connect(partial(self._take_back_repair, identifier))
        dialog.finished.connect(lambda _result: self._keep_choice(dialog.choice))
        self._open_rows(identifier, dialog)

    def _keep_choice(self, choice: str) -> None:
        self._choice = choice

    def _show_printed(self, identifier: int) -> None:
        block = self._aloud.leave_off().block
        self._turns.run(
            identifier, self._reader.printed, partial(self._show_lines, identifier, block)
        )

    def _edit(self, identifier: int) -> None:
        from reader.gui.proof.block_dialog import BlockDialog

        article, place = self._reading.article, self._aloud.leave_off()
        if article is not None and place.block < len(leaves(article)):
            leaf = leaves(article)[place.block]
            dialog = BlockDialog(place, leaf, self._, self._window())
            dialog.wanted.connect(
                lambda wish: self._rewrite(identifier, wish, Position(place.block, dialog.char))
            )
            open_dialog(dialog)

    def _rewrite(self, identifier: int, wish: "Rewrite", place: Position) -> None:
        self._correct(identifier, wish, place, self._("The block is corrected."))

    def _split(self, identifier: int) -> None:
        from reader.model.correction import Split

        place = self._aloud.leave_off()
        words = self._("The block is split.")
        self._correct(identifier, Split(place), Position(place.block + 1, 0), words)

    def _join(self, identifier: int) -> None:
        from reader.model.correction import Join

        place = self._aloud.leave_off()
        self._correct(identifier, Join(place.block), place, self._("The blocks are joined."))

    def _take_back(self, identifier: int) -> None:
        article, caret = self._reading.article, self._aloud.leave_off()
        if article is not None:
            shown = partial(self._show_taken_back, article, caret)
            self._turns.run(identifier, self._reader.take_back, shown)

    def _take_back_repair(self, identifier: int, repair: "Repair") -> None:
        from reader.model.correction import TakeBack

        place = repair.place or self._view.position()
        if repair.step == "line-break":
            place = Position(place.block + 1, 0)
        self._correct(identifier, TakeBack(repair), place, self._("The repair is undone."))

    def _correct(self, identifier: int, wish: "Wish", place: Position, words: str) -> None:
        how = self._("{command} takes it back.").format(command=self._way_back)
        self._turns.run(
            identifier,
            lambda number, password: self._reader.correct(number, wish, password),
            partial(self._show, place, f"{words} {how}"),
        )

    def _show_taken_back(self, before: Article, caret: Position, opened: Opened) -> None:
        from reader.gui.proof.changes import place_of_change

        place = place_of_change(before, opened.article, caret)
        self._show(place, self._("The last correction is undone."), opened)

    def _show(self, place: Position, words: str, opened: Opened) -> None:
        """Show the corrected article, even where another has come in its place meanwhile."""
        self._reading.return_to(opened.entry.identifier)
        found = leaves(opened.article)
        block = max(min(place.block, len(found) - 1), 0)
        end = len(found[block].text) if found else 0
        char = min(place.char, end) if block == place.block else 0
        self._reading.show_anew(opened, Position(block, char))
        self._notice.say(words)

    def _show_lines(self, identifier: int, block: int, printed: "Printed") -> None:
        from reader.gui.proof.printed import PrintedDialog

        self._notice.clear()
        self._open_rows(identifier, PrintedDialog(printed, block, self._, self._window()))

    def _open_rows(self, identifier: int, dialog: "RowsDialog") -> None:
        dialog.set_palette(self._palette)
        dialog.chosen.connect(partial(self._go, identifier))
        open_dialog(dialog)

    def _go(self, identifier: int, place: Position) -> None:
        self._reading.return_to(identifier)
        self._view.go(place)

    def _window(self) -> QWidget:
        return self._view.window()
