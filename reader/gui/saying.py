"""Tell a screen reader what happened, and keep the focus where the person left it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say the message; it is never the only sign of what happened."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def name(widget: QWidget, object_name: str, accessible: str) -> None:
    """Give a widget the name that styles use and the one that a person hears."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
