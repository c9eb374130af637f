"""The dialog with the feeds of the European Union, by topic and language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.app.feeds import catalogue
from reader.gui.elements.filtered_dialog import FilteredDialog
from reader.gui.feeds.choices import Choice, ChoicesList, ChoicesModel
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.flow import Flow
from reader.gui.saying import announce, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.feed import FoundFeed
from reader.wording import language_name

_GAP = 8  # between buttons


@dataclass(frozen=True, slots=True)
class _Listed:
    """A feed of the catalogue, with what it can be found by."""

    choice: Choice
    topic: str
    language: str

    def has(self, words: Sequence[str]) -> bool:
        """Tell whether all the words stand in what is told of it."""
        told = f"{self.choice.feed.title} {self.choice.about} {self.choice.feed.address}".casefold()
        return all(word in told for word in words)


class CatalogueDialog(FilteredDialog):
    """Lists feeds to be ticked; Enter adds all that are ticked, those too that do not show."""

    wanted = Signal(object)  # list[FoundFeed]

    def __init__(
        self, known: Collection[str], translator: Translator, parent: QWidget | None = None
    ) -> None:
        """`known` are the addresses of the feeds that are kept already."""
        super().__init__(translator, parent)
        _ = translator
        self.setWindowTitle(_("Feeds of the European Union"))
        name(self, "catalogueDialog", self.windowTitle())
        self._all = _listed(known, _)
        self.model = ChoicesModel(_)
        self.list = ChoicesList(self.model, self.windowTitle())
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.ticking = QPushButton(_("&Tick or untick"))
        self.add = QPushButton(_("&Add the ticked ones"))
        self._lay_out()
        self._connect()
        self._refill()
        self.list.setFocus()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def _lay_out(self) -> None:
        _ = self._
        self.kind.addItem(_("All feeds"), "")
        for topic in dict.fromkeys(each.topic for each in self._all):
            self.kind.addItem(topic, topic)
        for language in dict.fromkeys(each.language for each in self._all):
            words = _("Language: {language}").format(language=language_name(language, _))
            self.kind.addItem(words, language)
        flow = Flow(_GAP)
        for widget in (self.add, self.ticking, self.buttons):
            flow.addWidget(widget)
        self._lay_out_around(self.list, flow)

    def _connect(self) -> None:
        self._connect_to(self.list)
        self.ticking.clicked.connect(self.list.tick)
        self.add.clicked.connect(self._go)
        self.buttons.rejected.connect(self.reject)
        self.ticking.setAutoDefault(False)
        self.add.setDefault(True)

    def _refill(self) -> None:
        kind, words = self.kind.currentData(), self.field.text().casefold().split()
        fitting = [
            each.choice
            for each in self._all
            if kind in ("", each.topic, each.language) and each.has(words)
        ]
        self.model.offer(fitting)
        self._tell_count(len(fitting))
        if fitting:
            self.list.stand_on(max(0, min(self.list.currentIndex().row(), len(fitting) - 1)))
        self._offer(self.list.currentIndex())

    def _offer(self, index: QModelIndex) -> None:
        self.ticking.setEnabled(index.isValid())

    def _clicked_twice(self) -> None:
        self.list.tick()

    def _go(self) -> None:
        if chosen := self.list.chosen:
            self.accept()
            self.wanted.emit(chosen)
        else:
            words = self._("Tick a feed that is not yet among yours, with Space.")
            self.count.setText(words)
            announce(self, words)


def _listed(known: Collection[str], _: Translator) -> list[_Listed]:
    found = []
    for topic in catalogue(_.language):
        for feed in topic.feeds:
            about = [topic.name, language_name(feed.language, _)]
            if not feed.certain:
                about.append(_("address not tried yet"))
            offered = FoundFeed(feed.address, feed.title)
            choice = Choice(offered, ", ".join(about), feed.address in known)
            found.append(_Listed(choice, topic.name, feed.language))
    return found
