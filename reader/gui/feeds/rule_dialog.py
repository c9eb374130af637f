"""The dialog in which a rule for new articles is written, and tried on those that are there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.gui.choice import Choice
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.form import add_above
from reader.gui.line_field import LineField
from reader.gui.saying import name
from reader.gui.scrolled_dialog import ScrolledDialog
from reader.i18n import Translator, mark
from reader.model.feed import Deed, Rule
from reader.model.label import FeedName

_DEEDS = {
    Deed.TAG: mark("a tag"),
    Deed.STAR: mark("a star"),
    Deed.READING_LIST: mark("a place on the reading list"),
}
NAMED = 5  # articles that are named where a rule is tried
Try = Callable[[str, int | None], tuple[int, list[str]]]
"""Returns how many articles words would find, of one feed or of all, and titles of the newest."""


class RuleDialog(ScrolledDialog):
    """Shows a rule; it is kept where it says what to look for and what to do."""

    wanted = Signal(object)  # Rule

    def __init__(
        self,
        rule: Rule,
        feeds: Sequence[FeedName],
        fitting: Try,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._ = _ = translator
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        super().__init__("ruleDialog", _("Rule for new articles"), buttons, parent)
        self._number = rule.identifier
        self._fitting = fitting
        self.words, self.tag = LineField(rule.words), LineField(rule.tag)
        self.deed = Choice([(_(words), deed.value) for deed, words in _DEEDS.items()])
        self.feed = Choice(
            [(_("any feed"), None), *((each.title, each.identifier) for each in feeds)]
        )
        self.deed.setCurrentIndex(self.deed.findData(rule.deed.value))
        self.feed.setCurrentIndex(max(self.feed.findData(rule.feed), 0))
        self.told.setText(
            _(
                "As in a search: all words must be there, in any form, and none that a minus "
                "stands before."
            )
        )
        self.trying = QPushButton(_("T&ry it"))
        self._lay_out()
        self._connect()
        self._offer_tag()
        self.words.setFocus()

    @property
    def rule(self) -> Rule:
        """The rule as the fields have it."""
        deed = Deed(self.deed.currentData())
        tag = " ".join(self.tag.text().split()) if deed is Deed.TAG else ""
        words = " ".join(self.words.text().split())
        return Rule(self._number, words, deed, tag, self.feed.currentData())

    def accept(self) -> None:
        """Keep the rule, or tell what it lacks."""
        if self._is_whole():
            super().accept()
            self.wanted.emit(self.rule)

    def try_it(self) -> None:
        """Tell in how many articles of the library the words stand, and in which."""
        if not self._has_words():
            return
        _, rule = self._, self.rule
        count, titles = self._fitting(rule.words, rule.feed)
        words = _.plural(
            "{count} article of the library fits", "{count} articles of the library fit", count
        )
        told = words.format(count=count) if count else _("No article of the library fits")
        named = "; ".join(titles)
        self.tell(f"{told}: {named}." if named else f"{told}.")

    def _is_whole(self) -> bool:
        if not self._has_words():
            return False
        if self.rule.deed is Deed.TAG and not self.rule.tag:
            self.tag.setFocus()
            self.tell(self._("Write the tag that the articles get."))
            return False
        return True

    def _has_words(self) -> bool:
        if not self.rule.words:
            self.words.setFocus()
            self.tell(self._("Write the words that stand in the articles."))
        return bool(self.rule.words)

    def _offer_tag(self) -> None:
        self._form.setRowVisible(self.tag, self.rule.deed is Deed.TAG)
        self.fit()

    def _connect(self) -> None:
        self.deed.currentIndexChanged.connect(self._offer_tag)
        self.trying.clicked.connect(self.try_it)
        self.trying.setAutoDefault(False)
        keeping = self.buttons.addButton(self._("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keeping.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        _ = self._
        self._form = self.add_form()
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("ruleWords", _("An article with these &words"), self.words),
            ("ruleDeed", _("It &gets"), self.deed),
            ("ruleTag", _("&Tag"), self.tag),
            ("ruleFeed", _("&From"), self.feed),
        )
        for object_name, label, field in rows:
            name(field, object_name, label.replace("&", ""))
            add_above(self._form, label, field)
        self.body.addWidget(self.trying, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
