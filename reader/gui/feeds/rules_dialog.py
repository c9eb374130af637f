"""The dialog with all rules for new articles; what is changed counts at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.app.feeds import Feeds
from reader.errors import ReaderError
from reader.feed_wording import deed_in_words
from reader.gui.dialogs import ask, column_of, open_dialog, resize_to_list, show_listed, warn
from reader.gui.feeds.feeds_list import EditedList
from reader.gui.feeds.rule_dialog import NAMED, RuleDialog
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.proof.rows import Row
from reader.gui.saying import announce_after_focus, name
from reader.gui.scrolled_dialog import words_label
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.feed import Deed, Rule
from reader.wording import explain

_SIZE = (36, 24)  # in heights of a line
_GAP = 8  # between buttons
_NEW = Rule(0, "", Deed.TAG)


class RulesDialog(FittedDialog):
    """Lists the rules: which words, and what is done; F2 edits one, Delete removes one."""

    def __init__(
        self,
        feeds: Feeds,
        titles: Callable[[list[int]], list[str]],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """`titles` returns the titles of articles."""
        super().__init__(parent)
        self._ = _ = translator
        self._feeds = feeds
        self._titles = titles
        self._rules: tuple[Rule, ...] = ()
        self.setWindowTitle(_("Rules for new articles"))
        name(self, "rulesDialog", self.windowTitle())
        self.none = words_label(
            _(
                "There are no rules yet. A rule puts a tag or a star on each new article in which "
                "certain words stand, or puts it on the reading list."
            )
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = EditedList("rules", _("Rules"))
        self.adding = self._button(_("&Add…"), self.add)
        self.adding.setObjectName("rulesAdd")
        self.editing = self._button(_("&Edit…"), self.edit)
        self.removing = self._button(_("&Remove…"), self.remove)
        self.list.doubleClicked.connect(self.edit)
        self.list.edit_pressed.connect(self.edit)
        self.list.delete_pressed.connect(self.remove)
        self._lay_out()
        self._show(0)
        resize_to_list(self, _SIZE, listed=bool(self._rules))
        (self.list if self.current else self.adding).setFocus()

    @property
    def current(self) -> Rule | None:
        """The rule that the list stands on."""
        index = self.list.currentIndex()
        return self._rules[index.row()] if index.isValid() else None

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def add(self) -> None:
        """Ask for a new rule."""
        self._ask(_NEW)

    def edit(self) -> None:
        """Show the current rule, to be changed."""
        if (rule := self.current) is not None:
            self._ask(rule)

    def remove(self) -> None:
        """Remove the current rule, after a question."""
        if (rule := self.current) is not None:
            _ = self._
            question = _("Remove the rule for “{words}”? What it has done stays.")
            told = question.format(words=rule.words)
            ask(self, told, _("&Remove"), _("&Keep it"), partial(self._remove, rule))

    def _ask(self, rule: Rule) -> None:
        dialog = RuleDialog(rule, self._feeds.names(), self._fitting, self._, self)
        dialog.wanted.connect(self._keep)
        open_dialog(dialog, self.list if self._rules else self.adding)

    def _fitting(self, words: str, feed: int | None) -> tuple[int, list[str]]:
        found = self._feeds.found(words, feed)
        return len(found), self._titles(found[:NAMED])

    def _keep(self, rule: Rule) -> None:
        kept = self._feeds.kept
        if rule.identifier:
            done = self._done(partial(kept.change_rule, rule))
        else:
            done = self._done(partial(kept.add_rule, rule.words, rule.deed, rule.tag, rule.feed))
        if done:
            rows = [each.identifier for each in kept.rules()]
            self._show(rows.index(rule.identifier) if rule.identifier in rows else len(rows) - 1)
            self.list.setFocus()

    def _remove(self, rule: Rule) -> None:
        row = self._rules.index(rule)
        if self._done(partial(self._feeds.kept.remove_rule, rule.identifier)):
            self._show(row)
            words = self._("The rule for “{words}” is removed.")
            announce_after_focus(self, words.format(words=rule.words))

    def _done(self, work: Callable[[], object]) -> bool:
        """Do something with the rules; tell where it did not work."""
        try:
            work()
        except ReaderError as error:
            self._show(0)
            warn(self, explain(error, self._))
            return False
        return True

    def _show(self, row: int) -> None:
        self._rules = tuple(self._feeds.kept.rules())
        titles = {each.identifier: each.title for each in self._feeds.names()}
        self.list.rows.show([_row(each, titles, self._) for each in self._rules])
        show_listed(self, self.list, _SIZE, listed=bool(self._rules), none=self.none)
        for button in (self.editing, self.removing):
            button.setEnabled(bool(self._rules))
        if self._rules:
            self.list.setCurrentIndex(self.list.rows.index(min(row, len(self._rules) - 1)))
        elif self.isVisible():
            self.adding.setFocus()

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        flow = Flow(_GAP)
        for widget in (self.editing, self.adding, self.removing, buttons):
            flow.addWidget(widget)
        column = column_of(self)
        column.addWidget(self.none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(flow)
        self.editing.setDefault(True)


def _row(rule: Rule, titles: dict[int, str], _: Translator) -> Row:
    told = [deed_in_words(rule, _)]
    if rule.feed is not None:
        told.append(_("only from “{feed}”").format(feed=titles.get(rule.feed, "")))
    return Row(rule.words, (", ".join(told),), ", ".join((rule.words, *told)), None)
