"""Tell a screen reader what happened, and keep the focus where the person left it."""

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.article.view import ArticleView

_ORCA = sys.platform == "linux"


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say the message; it is never the only sign of what happened.

    Older Orcas know no announcements, but every one speaks a changed description of what has the
    focus: so it changes for a moment.
    """
    focus = QApplication.focusWidget()
    if isinstance(focus, ArticleView):
        focus.announce(message)
    elif _ORCA and focus is not None:
        usual = focus.accessibleDescription()
        focus.setAccessibleDescription(message)
        focus.setAccessibleDescription(usual)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def name(widget: QWidget, object_name: str, accessible: str) -> None:
    """Give a widget the name that styles use and the one that a person hears."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
