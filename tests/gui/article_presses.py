"""Key presses as keyboards with different layouts send them."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(widget, key, modifiers=NONE, text="", number=0):
    """Press a key that types `text`; `number` is the X11 number of its place."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, number, 0, 0, text)
        QCoreApplication.sendEvent(widget, event)


def type_letter(widget, letter, modifiers=NONE):
    """Press the key of a Latin letter or digit on a Latin layout."""
    press(widget, Qt.Key(ord(letter.upper())), modifiers, letter)
