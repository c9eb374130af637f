"""Pages under a row of tabs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTabBar, QVBoxLayout, QWidget

from reader.gui.saying import name
from reader.gui.settings.page import Page

_GAP = 4


class Pages(QWidget):
    """Shows one of its pages; a tab, its letter, or Ctrl+Tab leads to another one.

    No QTabWidget: a screen reader would call it a layered pane at each visit.
    """

    def __init__(self, pages: Sequence[Page], heading: str) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self.tabs = QTabBar()
        name(self.tabs, "settingsTabs", heading)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.tabs)
        for page in self._pages:
            self.tabs.addTab(page.title)
            column.addWidget(page, 1)
        self.tabs.currentChanged.connect(self._show)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, step))
        self._show(0)

    def measure(self) -> None:
        """Find out how much room the pages need, those too that were never shown."""
        for page in self._pages:
            page.measure()

    def sizeHint(self) -> QSize:
        """Return the room for the largest page."""
        return self._around([page.sizeHint() for page in self._pages])

    def minimumSizeHint(self) -> QSize:
        """Return the room that every page must have."""
        return self._around([page.minimumSizeHint() for page in self._pages])

    def _around(self, sizes: Sequence[QSize]) -> QSize:
        tabs = self.tabs.sizeHint()
        width = max(tabs.width(), *(size.width() for size in sizes))
        height = max(size.height() for size in sizes)
        return QSize(width, height + tabs.height() + _GAP)

    def _step(self, by: int) -> None:
        number = (self.tabs.currentIndex() + by) % len(self._pages)
        self.tabs.setCurrentIndex(number)

    def _show(self, number: int) -> None:
        """Show a page; the focus stays in the row of tabs, or goes to the page's first field."""
        page = self._pages[number]
        page.show()
        focus = QApplication.focusWidget()
        if focus is not None and any(other.isAncestorOf(focus) for other in self._pages):
            page.first().setFocus(Qt.FocusReason.TabFocusReason)
        for other in self._pages:
            other.setVisible(other is page)
