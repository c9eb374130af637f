"""Pages under a row of tabs, or what is found of all of them, one below the other."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.gui.saying import name
from reader.gui.scrolling import Area
from reader.gui.settings.page import Page

_GAP = 4
_LEAST_HEIGHT = 240  # pixels
_ANY = 16777215  # pixels, as far as Qt is concerned


class Pages(QWidget):
    """Shows one of its pages; a tab, its letter, or Ctrl+Tab leads to another one.

    While settings are looked for, there are no tabs: all pages show, each with what is found of it.
    No QTabWidget: a screen reader would call it a layered pane at each visit.
    """

    sought = Signal(bool)  # whether settings are looked for

    def __init__(self, pages: Sequence[Page], heading: str) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._headings = [QLabel(page.title.replace("&", "")) for page in pages]
        self._seeking = False
        self._widest = _ANY
        self.tabs = QTabBar()
        name(self.tabs, "settingsTabs", heading)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.area = self._make_area(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.tabs)
        column.addWidget(self.area, 1)
        for page in self._pages:
            self.tabs.addTab(page.title)
        self.tabs.currentChanged.connect(self._show)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, step))
        self._show(0)

    @property
    def current(self) -> Page:
        """The page of the tab that is chosen."""
        return self._pages[self.tabs.currentIndex()]

    def seek(self, wanted: Callable[[QWidget], bool]) -> int:
        """Show what is looked for alone; return how many fields that is."""
        self._seeking = True
        self.tabs.hide()
        for page, heading in zip(self._pages, self._headings, strict=True):
            page.narrow(wanted)
            page.setVisible(bool(page.found))
            heading.setVisible(bool(page.found))
        self.area.verticalScrollBar().setValue(0)
        self.sought.emit(True)  # noqa: FBT003  Qt's own signature
        return sum(len(page.found) for page in self._pages)

    def show_all(self) -> None:
        """Show the page of the tab that is chosen, whole."""
        self._seeking = False
        for page in self._pages:
            page.narrow(lambda _field: True)
        self.tabs.show()
        self._show(self.tabs.currentIndex())
        self.sought.emit(False)  # noqa: FBT003  Qt's own signature

    def first_found(self) -> QWidget | None:
        """Return the first field that is found."""
        return next((page.found[0] for page in self._pages if page.found), None)

    def measure(self) -> None:
        """Find out how much room the pages need, those too that were never shown."""
        for page in self._pages:
            page.measure()

    def bound(self, width: int) -> None:
        """Be no wider than the screen allows; pages that are wider scroll sideways, too."""
        self._widest = width
        self.area.scroll_sideways(width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the largest page."""
        sizes = [page.sizeHint() for page in self._pages]
        return self._around(sizes, max(size.height() for size in sizes))

    def minimumSizeHint(self) -> QSize:
        """Return the width that every page must have, and little height: they scroll."""
        sizes = [page.minimumSizeHint() for page in self._pages]
        least = self._around(sizes, min(max(size.height() for size in sizes), _LEAST_HEIGHT))
        return QSize(min(least.width(), self._widest), least.height())

    def _around(self, sizes: Sequence[QSize], height: int) -> QSize:
        tabs, bar = self.tabs.sizeHint(), self.area.verticalScrollBar().sizeHint().width()
        width = max(tabs.width(), *(size.width() + bar for size in sizes))
        return QSize(width, height + tabs.height() + _GAP)

    def _make_area(self, heading: str) -> Area:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for page, above in zip(self._pages, self._headings, strict=True):
            above.setObjectName("settingsHeading")
            above.hide()
            column.addWidget(above)
            column.addWidget(page)
        column.addStretch(1)
        return Area(inside, heading)

    def _step(self, by: int) -> None:
        if not self._seeking:
            number = (self.tabs.currentIndex() + by) % len(self._pages)
            self.tabs.setCurrentIndex(number)

    def _show(self, number: int) -> None:
        """Show a page; the focus stays in the row of tabs, or goes to the page's first field."""
        page = self._pages[number]
        page.show()
        focus = QApplication.focusWidget()
        if focus is not None and any(other.isAncestorOf(focus) for other in self._pages):
            page.first().setFocus(Qt.FocusReason.TabFocusReason)
        for other, heading in zip(self._pages, self._headings, strict=True):
            other.setVisible(other is page)
            heading.hide()
        self._column.activate()  # a field is to be scrolled to where it is now
        self.area.verticalScrollBar().setValue(0)
