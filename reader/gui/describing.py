"""Have a screen reader say a message by way of what has the focus.

Older Orcas know no announcements, but speak a changed description of what has the focus: so it
changes for a moment. Newer ones speak both, so they get the announcement alone.
"""

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reader.gui.application import application
from reader.gui.listening import hears_announcements

ORCA = sys.platform == "linux"
_USUAL = "usualDescription"
_LATER = 500  # milliseconds


def tell(widget: QWidget, message: str) -> None:
    """Have the message said while a widget has the focus."""
    if ORCA and not hears_announcements():
        describe(widget, message)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def describe(focus: QWidget, message: str) -> None:
    """Describe a widget by a message until the focus has left it; then as usual again.

    Sooner, the usual description would be spoken after the message.
    """
    if focus.property(_USUAL) is None:
        focus.setProperty(_USUAL, focus.accessibleDescription())

        def restore(old: QWidget | None) -> None:
            if old is focus:
                application().focusChanged.disconnect(restore)
                QTimer.singleShot(_LATER, focus, partial(_undescribe, focus))

        application().focusChanged.connect(restore)
    if focus.accessibleDescription() == message:  # the same words would be no change
        focus.setAccessibleDescription("")
    focus.setAccessibleDescription(message)


def describe_usually(widget: QWidget, words: str) -> None:
    """Describe a widget from now on, also where a message describes it for the moment."""
    if widget.property(_USUAL) is None:
        widget.setAccessibleDescription(words)
    else:
        widget.setProperty(_USUAL, words)


def _undescribe(widget: QWidget) -> None:
    widget.setAccessibleDescription(str(widget.property(_USUAL)))
    widget.setProperty(_USUAL, None)
