"""The dialog in which a search is filled in, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QWidget,
)

from reader.gui.choice import Choice
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.form import add_row, new_form
from reader.gui.line_field import LineField
from reader.gui.saying import announce, name
from reader.gui.scrolled_dialog import ScrolledDialog
from reader.i18n import Translator
from reader.text.search_terms import days
from reader.text.search_words import Details, composed

Choices = Sequence[tuple[str, str]]
_WIDTH = 36  # in heights of a line


@dataclass(frozen=True, slots=True)
class Offers:
    """What the library has to choose from, each as what is said and what is searched for."""

    publishers: Choices
    languages: Choices
    tags: Choices


class SearchDialog(ScrolledDialog):
    """Puts what is filled in into the words of a search, which show below and can be learnt."""

    wanted = Signal(str)

    def __init__(
        self, offers: Offers, words: str, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """`words` are those that stand in the search field already."""
        self._ = _ = translator
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        super().__init__("searchDialog", _("Search by details"), buttons, parent)
        anything = (_("any"), "")
        self.all_of, self.phrase = LineField(words), LineField()
        self.any_of, self.without = LineField(), LineField()
        self.since, self.until = LineField(), LineField()
        self.exact = QCheckBox(_("Only the very &forms of the words"))
        self.exact.setObjectName("searchExact")
        self.part = Choice((anything, *self._parts()))
        self.publisher = Choice((anything, *offers.publishers))
        self.language = Choice((anything, *offers.languages))
        self.tag = Choice((anything, *offers.tags))
        self.only = Choice((anything, *self._states()))
        fields = QWidget()
        self._form = new_form(fields)
        self.body.addWidget(fields)
        self._lay_out()
        self._connect()
        self.all_of.setFocus()

    @property
    def words(self) -> str:
        """The search as it is typed."""
        return composed(
            Details(
                all_of=self.all_of.text(),
                phrase=self.phrase.text(),
                any_of=self.any_of.text(),
                without=self.without.text(),
                exact=self.exact.isChecked(),
                part=str(self.part.currentData()),
                publisher=str(self.publisher.currentData()),
                language=str(self.language.currentData()),
                tag=str(self.tag.currentData()),
                since=self.since.text(),
                until=self.until.text(),
                only=str(self.only.currentData()),
            ),
            self._.language,
        )

    def accept(self) -> None:
        """Search, if the days are days and there is something to search for."""
        _ = self._
        for field in (self.since, self.until):
            if field.text().strip() and days(field.text().strip()) is None:
                field.setFocus()
                self._tell(_("Write a day as 14.3.2025, a month as 3.2025, or a year as 2025."))
                return
        if not self.words:
            self.all_of.setFocus()
            self._tell(_("Fill in what to search for."))
            return
        super().accept()
        self.wanted.emit(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the form needs, where there is so much."""
        super().showEvent(event)
        self.fit(_WIDTH)

    def _tell(self, message: str) -> None:
        self.told.setText(message)
        announce(self, message)

    def _show_words(self) -> None:
        words = self.words
        self.told.setText(self._("Typed: {words}").format(words=words) if words else "")

    def _parts(self) -> Choices:
        _ = self._
        return (
            (_("title"), "title"),
            (_("text"), "body"),
            (_("original text"), "original"),
            (_("my notes"), "notes"),
        )

    def _states(self) -> Choices:
        _ = self._
        return (
            (_("unread"), "unread"),
            (_("read"), "read"),
            (_("with a star"), "starred"),
            (_("with notes"), "annotated"),
        )

    def _connect(self) -> None:
        for field in self.findChildren(QLineEdit):
            field.textChanged.connect(self._show_words)
        for box in self.findChildren(QComboBox):
            box.currentIndexChanged.connect(self._show_words)
        self.exact.toggled.connect(self._show_words)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_words()

    def _lay_out(self) -> None:
        _ = self._
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("searchAll", _("&All of these words"), self.all_of),
            ("searchPhrase", _("These words &together"), self.phrase),
            ("searchAny", _("&One of these words"), self.any_of),
            ("searchWithout", _("&Without these words"), self.without),
            ("searchPart", _("&In"), self.part),
            ("searchPublisher", _("I&nstitution"), self.publisher),
            ("searchLanguage", _("&Language"), self.language),
            ("searchTag", _("Ta&g"), self.tag),
            ("searchSince", _("F&rom day"), self.since),
            ("searchUntil", _("&Until day"), self.until),
            ("searchOnly", _("Stat&e"), self.only),
        )
        for object_name, label, field in rows:
            name(field, object_name, label.replace("&", ""))
            add_row(self._form, label, field)
        self._form.addRow(self.exact)
        self.body.addStretch(1)
        search = self.buttons.addButton(_("&Search"), QDialogButtonBox.ButtonRole.AcceptRole)
        search.setDefault(True)
