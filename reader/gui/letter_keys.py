"""Single keys that work while the article has the focus, on Latin and Cyrillic layouts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.gui.article.keys import Press, key_numbers, letter

# The brackets by number, as in `reader.gui.article.keys`: X11 and Wayland, Windows, macOS.
_BRACKETS: Mapping[str, Mapping[int, str]] = {
    "windows": {0xDB: "[", 0xDD: "]"},
    "cocoa": {33: "[", 30: "]"},
}
_EVDEV_BRACKETS = {34: "[", 35: "]"}
_BY_VIRTUAL_KEY = ("windows", "cocoa")
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LetterKeys(QObject):
    """Triggers actions that have a single letter or bracket for a key."""

    def __init__(self, widget: QWidget, actions: list[QAction]) -> None:
        super().__init__(widget)
        self._actions = {action.shortcut().toString().lower(): action for action in actions}
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is one of ours before the article sees it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = meant(event, QGuiApplication.platformName())
            action = self._actions.get(key) if key else None
            if action is not None:
                action.trigger()
                return True
        return super().eventFilter(watched, event)


def meant(event: QKeyEvent, platform: str) -> str | None:
    """Return the Latin letter, digit or bracket that was meant by a key without Ctrl or Alt."""
    if event.modifiers() not in _PLAIN:
        return None
    by_virtual_key = platform in _BY_VIRTUAL_KEY
    number = event.nativeVirtualKey() if by_virtual_key else event.nativeScanCode()
    typed = event.text()
    if typed in ("[", "]"):
        return typed
    # БДС writes ";" where Latin layouts have "]".
    if typed == ";" or "\u0400" <= typed.lower() <= "\u04ff":
        bracket = _BRACKETS.get(platform, _EVDEV_BRACKETS).get(number)
        if bracket:
            return bracket
    return letter(Press(typed, number), key_numbers(platform))
