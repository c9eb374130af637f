"""Three panes side by side that fold to one where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QVBoxLayout, QWidget

from reader.gui.saying import name
from reader.i18n import Translator

LIBRARY, ARTICLE, LINKS = range(3)

# Room for the list, the article's 66 letters and the links, counted in heights of a letter: who
# reads large print folds sooner.
_ROOM_FOR_THREE = 58
_ROOM_FOR_TWO = 42


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the window with a name; `home` takes the focus when it is first gone to."""

    name: str
    widget: QWidget
    home: QWidget


class Panes(QWidget):
    """Holds library, article and links, in this order; a row of tabs leads to the folded ones.

    `beyond` are further parts of the window that the keys for panes go round to. Each pane
    remembers where its focus was.
    """

    links_wanted_changed = Signal(bool)

    def __init__(
        self, panes: Sequence[Pane], beyond: Sequence[Pane], translator: Translator
    ) -> None:
        super().__init__()
        self._panes = tuple(panes)
        self._round = (*panes, *beyond)
        self._letter = 18
        self._current = ARTICLE
        self._side = LIBRARY
        self._links_wanted = True
        self._last: dict[int, QWidget] = {}
        self._tabs = self._make_tabs(translator)
        self._splitter = self._make_splitter(translator)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._splitter, 1)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget needs one
        application.focusChanged.connect(self._note_focus)
        self._arrange()

    def go(self, number: int) -> None:
        """Show a pane and put the focus where it was in it."""
        if number == LINKS:
            self.want_links(wanted=True)
        self.show_pane(number)
        pane = self._round[number]
        target = self._last.get(number, pane.home)
        (target if target.isVisibleTo(self.window()) else pane.home).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def show_pane(self, number: int) -> None:
        """Unfold a pane, the focus staying where it is."""
        if number >= len(self._panes):
            return
        self._current = number
        if number != ARTICLE:
            self._side = number
        self._arrange()

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) pane, round and round."""
        number = self._focused()
        for _ in self._round:
            number = (number + by) % len(self._round)
            skipped = number == LINKS and not self._links_wanted
            if not skipped and self._round[number].home.isEnabled():
                break
        self.go(number)

    def want_links(self, *, wanted: bool) -> None:
        """Keep the links beside the article, or leave them out."""
        if wanted == self._links_wanted:
            return
        self._links_wanted = wanted
        leaving = not wanted and self._current == LINKS
        self._side = LIBRARY
        if leaving:
            self.go(ARTICLE)
        self._arrange()
        self.links_wanted_changed.emit(wanted)

    def set_letter(self, size: int) -> None:
        """Take note of the text size in pixels: large print folds sooner."""
        self._letter = size
        self._arrange()

    def state(self) -> str:
        """Return the panes' widths, to be given to `restore` another day."""
        return self._splitter.saveState().toBase64().toStdString()

    def restore(self, state: str) -> None:
        """Bring back the panes' widths."""
        if state:
            self._splitter.restoreState(QByteArray.fromBase64(state.encode()))
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold where the room has changed."""
        super().resizeEvent(event)
        self._arrange()

    def _make_tabs(self, translator: Translator) -> QTabBar:
        tabs = QTabBar(self)
        name(tabs, "paneTabs", translator("Panes"))
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        for pane in self._panes:
            tabs.addTab(pane.name)
        tabs.currentChanged.connect(self.show_pane)
        tabs.tabBarClicked.connect(lambda number: self.go(number) if number >= 0 else None)
        return tabs

    def _make_splitter(self, translator: Translator) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        name(splitter, "paneSplitter", translator("Panes"))
        splitter.setChildrenCollapsible(False)
        for number, pane in enumerate(self._panes):
            splitter.addWidget(pane.widget)
            splitter.setStretchFactor(number, 1 if number == ARTICLE else 0)
        splitter.setSizes([300, 660, 320])
        return splitter

    def _columns(self) -> int:
        room = self.width() / self._letter
        if room >= _ROOM_FOR_THREE:
            return 3
        return 2 if room >= _ROOM_FOR_TWO else 1

    def _arrange(self) -> None:
        columns = self._columns()
        shown = {
            3: {LIBRARY, ARTICLE, LINKS} if self._links_wanted else {LIBRARY, ARTICLE},
            2: {self._side, ARTICLE},
            1: {self._current},
        }[columns]
        for number in sorted(range(3), key=lambda number: number not in shown):
            self._panes[number].widget.setVisible(number in shown)
        self._tabs.setVisible(columns < 3)
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex(self._current)

    def _focused(self) -> int:
        focus = QApplication.focusWidget()
        for number, pane in enumerate(self._round):
            if focus is not None and pane.widget.isAncestorOf(focus):
                return number
        return self._current

    def _note_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for number, pane in enumerate(self._round):
            if now is not None and (pane.widget is now or pane.widget.isAncestorOf(now)):
                self._last[number] = now
                if number != self._current:
                    self.show_pane(number)
                return
