"""Three panes side by side that fold to one where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QVBoxLayout, QWidget

from reader.gui.application import application
from reader.gui.saying import announce_after_focus, name, say_focus
from reader.i18n import Translator

LIBRARY, ARTICLE, LINKS = range(3)
BESIDE = -1  # a second pane within that of the article, while there is one

# Room for the list, the article's 66 letters and the links, counted in heights of a letter: who
# reads large print folds sooner.
_ROOM_FOR_THREE = 58
_ROOM_FOR_TWO = 42
_ROOM_BESIDE = 24  # more, where two articles stand in the middle
_SIDES = {LIBRARY: 15, LINKS: 16}  # the least width of a pane, in heights of a letter
_WIDEST_SIDE = 480
_LEAST = 320


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
        self._beside: Pane | None = None
        self._letter = 18
        self._current = ARTICLE
        self._side = LIBRARY
        self._links_wanted = True
        self._alone = False
        self._last: dict[int, QWidget] = {}
        self._nothing = translator("No links.")
        self._tabs = self._make_tabs(translator)
        self._splitter = self._make_splitter(translator)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._splitter, 1)
        application().focusChanged.connect(self._note_focus)
        self._arrange()

    def go_home(self, number: int) -> None:
        """Show a pane and put the focus on what matters most in it."""
        self._last.pop(number, None)
        self.go(number)

    def go(self, number: int) -> None:
        """Show a pane and put the focus where it was in it."""
        if self._alone and number < len(self._panes):
            number = ARTICLE
        if number == LINKS:
            self.want_links(wanted=True)
        self.show_pane(ARTICLE if number == BESIDE else number)
        last = self._last.get(number)
        usable = last is not None and last.isVisibleTo(self.window()) and last.isEnabled()
        target = last if last is not None and usable else _entry(self._pane(number))
        if target.isEnabled():
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._stay_outside()

    def _stay_outside(self) -> None:
        """Tell that a pane holds nothing to go to; the focus stays, or goes to the pane's tab."""
        if self._tabs.isVisible():
            self._tabs.setFocus()
        focus = QApplication.focusWidget()
        announce_after_focus(self, self._nothing, lambda: QApplication.focusWidget() is focus)

    def reveal(self, number: int) -> None:
        """Go to a pane if it is folded away; a visible one is left as it is."""
        if not self._panes[number].widget.isVisible():
            self.go_home(number)

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
        order = [*range(len(self._round))]
        if self._beside is not None:
            order.insert(LINKS, BESIDE)
        place = order.index(self._focused())
        for _ in order:
            place = (place + by) % len(order)
            if self._can_go(order[place]):
                break
        self.go(order[place])

    def set_beside(self, pane: Pane | None) -> None:
        """Have a second pane in that of the article from now on, or none any more."""
        self._beside = pane
        self._last.pop(BESIDE, None)
        self._refold()

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

    def show_alone(self, *, alone: bool) -> None:
        """Show the middle pane only, or all that there is room for."""
        self._alone = alone
        if alone:
            self._current = ARTICLE
        self._arrange()

    def set_letter(self, size: int) -> None:
        """Take note of the text size in pixels: large print folds sooner."""
        self._letter = size
        for number, letters in _SIDES.items():
            self._panes[number].widget.setMinimumWidth(min(letters * size, _WIDEST_SIDE))
        self._refold()

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
        self._refold()

    def minimumSizeHint(self) -> QSize:
        """Return little: where there is no room, the panes fold."""
        return QSize(_LEAST, _LEAST)

    def _make_tabs(self, _: Translator) -> QTabBar:
        tabs = QTabBar(self)
        name(tabs, "paneTabs", _("Panes"))
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        for pane in self._panes:
            tabs.addTab(pane.name)
        tabs.currentChanged.connect(self.show_pane)
        tabs.tabBarClicked.connect(lambda number: self.go(number) if number >= 0 else None)
        return tabs

    def _make_splitter(self, _: Translator) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        name(splitter, "paneSplitter", _("Panes"))
        splitter.setChildrenCollapsible(False)
        for number, pane in enumerate(self._panes):
            splitter.addWidget(pane.widget)
            splitter.setStretchFactor(number, 1 if number == ARTICLE else 0)
        splitter.setSizes([272, 704, 304])
        return splitter

    def _columns(self) -> int:
        more = 0 if self._beside is None else _ROOM_BESIDE
        room = self.width() / self._letter - more
        if room >= _ROOM_FOR_THREE:
            return 3
        return 2 if room >= _ROOM_FOR_TWO else 1

    def _shown(self) -> set[int]:
        if self._alone:
            return {ARTICLE}
        match self._columns():
            case 1:
                return {self._current}
            case 2:
                return {self._side, ARTICLE}
            case _:
                return {LIBRARY, ARTICLE, LINKS} if self._links_wanted else {LIBRARY, ARTICLE}

    def _arrange(self) -> None:
        shown = self._shown()
        # The new ones first: a pane that is hidden must not be the last to hold the focus.
        for number in sorted(range(len(self._panes)), key=lambda number: number not in shown):
            self._panes[number].widget.setVisible(number in shown)
        folded = self._columns() < len(self._panes) and not self._alone
        self._tabs.setVisible(folded)
        if folded:  # a screen reader says the tab even where there is none to see
            with QSignalBlocker(self._tabs):
                self._tabs.setCurrentIndex(self._current)

    def _refold(self) -> None:
        """Show what there is room for now; the focus stays where it is."""
        before, focus = self._tabs.currentIndex(), QApplication.focusWidget()
        self._arrange()
        if self._tabs.currentIndex() != before and focus is QApplication.focusWidget():
            say_focus()  # a screen reader takes the new tab for it

    def _can_go(self, number: int) -> bool:
        if number == LINKS and not self._links_wanted:
            return False
        folded_away = self._alone and number in (LIBRARY, LINKS)
        return not folded_away and _entry(self._pane(number)).isEnabled()

    def _pane(self, number: int) -> Pane:
        beside = self._beside if number == BESIDE else None
        return self._round[number] if beside is None else beside

    def _numbered(self) -> list[tuple[int, Pane]]:
        """Return the panes with their numbers; what stands in another one comes before it."""
        beside = [] if self._beside is None else [(BESIDE, self._beside)]
        return [*beside, *enumerate(self._round)]

    def _focused(self) -> int:
        focus = QApplication.focusWidget()
        for number, pane in self._numbered():
            if focus is not None and pane.widget.isAncestorOf(focus):
                return number
        return self._current

    def _note_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for number, pane in self._numbered():
            if now is not None and (pane.widget is now or pane.widget.isAncestorOf(now)):
                self._last[number] = now
                shown = ARTICLE if number == BESIDE else number
                if shown != self._current:
                    self.show_pane(shown)
                return


def _entry(pane: Pane) -> QWidget:
    """Return what takes the focus for a pane: its home, or else the first control that can."""
    takes = pane.home
    while (proxy := takes.focusProxy()) is not None:
        takes = proxy
    if takes.isEnabled() and takes.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return pane.home
    able = (
        child
        for child in pane.widget.findChildren(QWidget)
        if child.isEnabled()
        and child.isVisibleTo(pane.widget)
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(able, pane.home)
