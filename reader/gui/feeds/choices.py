"""Feeds to choose from, in a list with ticks: those of the catalogue, and those of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.gui.elements.view import EntriesList
from reader.gui.library.labels import Label, Ticked
from reader.gui.library.labels_list import LabelsDelegate, LabelsModel
from reader.gui.saying import announce, name
from reader.i18n import Translator
from reader.model.feed import FoundFeed


@dataclass(frozen=True, slots=True)
class Choice:
    """A feed to choose, with words about it; a `known` one is kept already."""

    feed: FoundFeed
    about: str
    known: bool = False


class ChoicesModel(LabelsModel):
    """Feeds with their ticks, which they keep while others are shown."""

    def __init__(self, translator: Translator) -> None:
        super().__init__(translator)
        self._choices: Sequence[Choice] = ()
        self._ticked: dict[str, FoundFeed] = {}

    @property
    def ticked(self) -> list[FoundFeed]:
        """The feeds that are ticked, those too that do not show."""
        return list(self._ticked.values())

    @property
    def choices(self) -> Sequence[Choice]:
        """What shows."""
        return self._choices

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these."""
        self._choices = choices
        self.show([self._label(each) for each in choices])

    def tick(self, number: int) -> None:
        """Tick a feed, or untick it; one that is kept already stays as it is."""
        choice = self._choices[number]
        if choice.known:
            return
        address = choice.feed.address
        if self._ticked.pop(address, None) is None:
            self._ticked[address] = choice.feed
        self.offer(self._choices)

    def forget_ticks(self) -> None:
        """Untick all."""
        self._ticked = {}

    def state(self, label: Label) -> str:
        """Return whether a feed is ticked or kept already, and what it is."""
        choice = next(each for each in self._choices if each.feed.address == label.key)
        known = self._("among yours already") if choice.known else ""
        ticked = {Ticked.ALL: self._("ticked"), Ticked.NONE: self._("not ticked")}
        return ", ".join(filter(None, (ticked.get(label.ticked, known), choice.about)))

    def _label(self, choice: Choice) -> Label:
        address = choice.feed.address
        usual = Label(address, choice.feed.title or address, 0, Ticked.NONE)
        if choice.known:
            return replace(usual, ticked=Ticked.NOBODY)
        return replace(usual, ticked=Ticked.ALL) if address in self._ticked else usual


class ChoicesList(EntriesList):
    """The list: Space ticks; letters go to the field above, where there is one."""

    def __init__(self, model: ChoicesModel, accessible: str) -> None:
        self.choices = model
        self.delegate = LabelsDelegate(model)
        super().__init__(model, self.delegate, accessible)
        name(self, "feedChoices", accessible)
        self.setUniformItemSizes(False)

    @property
    def current(self) -> Choice | None:
        """The feed that the list stands on."""
        index = self.currentIndex()
        return self.choices.choices[index.row()] if index.isValid() else None

    @property
    def chosen(self) -> list[FoundFeed]:
        """The feeds that are ticked, or else the one that the list stands on."""
        current = self.current
        return self.choices.ticked or ([current.feed] if current and not current.known else [])

    def tick(self) -> None:
        """Tick the current feed, or untick it, and have that said."""
        index = self.currentIndex()
        if index.isValid():
            self.choices.tick(index.row())
            announce(self, self.choices.state(self.choices.labels[index.row()]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space; the other keys do what they do."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.tick()
        else:
            super().keyPressEvent(event)
