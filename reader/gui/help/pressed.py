"""A field that takes the next key instead of typing it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from reader.gui.article.keys import key_numbers
from reader.gui.letter_keys import key_number, meant

_HELD = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
}
_LEAVING = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TAB = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
# In the order in which they are written.
_MODIFIERS = (
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.KeypadModifier, "Num"),
)
_PAD_ONLY = range(0x20, 0x7F)  # on the number pad; macOS has the arrows there


class KeyField(QLabel):
    """Tells which key was pressed; Tab, Enter and Escape do here what they do anywhere.

    It is no line to type in: of such a line, screen readers would read the text once more.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ")  # as high as a line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Take a key before it is a shortcut."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not _leaves(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of a key."""
        if _leaves(event):
            event.ignore()
        elif event.key() not in _HELD:
            self.pressed.emit(written(event, QGuiApplication.platformName()))


def written(event: QKeyEvent, platform: str) -> str:
    """Return the key as it is written down; on Cyrillic layouts, its place tells the letter."""
    single = meant(event, platform)
    if single and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        return single.upper()
    key = event.key()
    sign = chr(key) if key < Qt.Key.Key_Escape else ""
    if "\u0400" <= sign <= "\u04ff":
        sign = key_numbers(platform).get(key_number(event, platform), sign).upper()
    name = sign.strip() or QKeySequence(key).toString()
    held = [words for modifier, words in _MODIFIERS if event.modifiers() & modifier]
    if sign and not sign.isalnum() and sign != " ":
        held = [words for words in held if words != "Shift"]  # the sign itself comes by Shift
    if key not in _PAD_ONLY:
        held = [words for words in held if words != "Num"]
    return "+".join((*held, name))


def _leaves(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _TAB:
        return not held & ~Qt.KeyboardModifier.ShiftModifier
    return event.key() in _LEAVING and held == Qt.KeyboardModifier.NoModifier
