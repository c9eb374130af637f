"""Tell a screen reader what happened, and keep the focus where the person left it."""

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reader.gui.article.view import ArticleView

_ORCA = sys.platform == "linux"
_USUAL = "usualDescription"
_LATER = 500  # milliseconds


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say the message; it is never the only sign of what happened.

    Older Orcas know no announcements, but every one speaks a changed description of what has the
    focus: so it changes for a moment.
    """
    focus = QApplication.focusWidget()
    if isinstance(focus, ArticleView):
        focus.announce(message)
    elif _ORCA and focus is not None:
        _describe(focus, message)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def _describe(focus: QWidget, message: str) -> None:
    """Describe a widget by a message until the focus has left it; then as usual again.

    Sooner, the usual description would be spoken after the message.
    """
    if focus.property(_USUAL) is None:
        focus.setProperty(_USUAL, focus.accessibleDescription())
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget needs one

        def restore(old: QWidget | None) -> None:
            if old is focus:
                application.focusChanged.disconnect(restore)
                QTimer.singleShot(_LATER, focus, partial(_undescribe, focus))

        application.focusChanged.connect(restore)
    focus.setAccessibleDescription(message)


def _undescribe(widget: QWidget) -> None:
    widget.setAccessibleDescription(str(widget.property(_USUAL)))
    widget.setProperty(_USUAL, None)


def say_choices(box: QComboBox) -> None:
    """Have a screen reader say what is chosen in a closed box.

    Orca 43 is silent there, but speaks a changed description.
    """

    def say() -> None:
        if _ORCA and box.hasFocus() and not box.view().isVisible():
            _describe(box, box.currentText())

    box.currentIndexChanged.connect(say)


def name(widget: QWidget, object_name: str, accessible: str) -> None:
    """Give a widget the name that styles use and the one that a person hears."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
