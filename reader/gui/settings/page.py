"""A page of the settings."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from reader.gui.scrolling import keep_bar
from reader.gui.settings.fields import new_form

_LEAST_HEIGHT = 240  # pixels


class Page(QScrollArea):
    """Holds a form under a title; in large print it scrolls."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._body = QWidget()
        self.form = new_form(self._body)
        self.setAccessibleName(title.replace("&", ""))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_bar(self)
        self.setWidgetResizable(True)
        self.setWidget(self._body)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget needs one
        application.focusChanged.connect(self._follow)

    @abstractmethod
    def choices(self) -> dict[str, Any]:
        """Return what is chosen, by the names of the fields of `Settings`."""

    def first(self) -> QWidget:
        """Return the first field."""
        fields = self._body.findChildren(QWidget)
        return next(field for field in fields if field.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def measure(self) -> None:
        """Find out how much room the form needs, though it may never have been shown."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()
            child.updateGeometry()
        self.form.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole form."""
        room = self._body.sizeHint()
        height = max(room.height(), self._body.heightForWidth(room.width()))
        return QSize(room.width() + self._bar(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the form, and little height: it scrolls."""
        room = self._body.minimumSizeHint()
        return QSize(room.width() + self._bar(), min(room.height(), _LEAST_HEIGHT))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to a field that has got the focus by its letter; for the Tab key Qt does it."""
        if now is not None and self._body.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()
