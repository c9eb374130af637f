"""Keys of menu entries that work while the article has the focus, on Latin and Cyrillic layouts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
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
    """Triggers actions by their keys, among which a single letter or bracket may be.

    Qt would find letters by what a keyboard's other layout has, and not at all without one.
    """

    def __init__(self, widget: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._actions = tuple(actions)
        self._letters: Mapping[str, QAction] = {}
        self._others: list[QShortcut] = []
        widget.installEventFilter(self)

    def read_keys(self) -> None:
        """Go by the keys that the actions have now."""
        keys = [(key, action) for action in self._actions for key in action.shortcuts()]
        self._letters = {
            key.toString().lower(): action for key, action in keys if len(key.toString()) == 1
        }
        for shortcut in self._others:
            shortcut.deleteLater()
        self._others = [
            self._shortcut(key, action) for key, action in keys if len(key.toString()) > 1
        ]

    def _shortcut(self, key: QKeySequence, action: QAction) -> QShortcut:
        made = QShortcut(key, self._widget)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
        made.activated.connect(action.trigger)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is one of ours before the article sees it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = meant(event, QGuiApplication.platformName())
            action = self._letters.get(key) if key else None
            if action is not None:
                action.trigger()
                return True
        return super().eventFilter(watched, event)


def meant(event: QKeyEvent, platform: str) -> str | None:
    """Return the Latin letter, digit or bracket that was meant by a key without Ctrl or Alt."""
    if event.modifiers() not in _PLAIN:
        return None
    number, typed = key_number(event, platform), event.text()
    if typed in ("[", "]"):
        return typed
    # БДС writes ";" where Latin layouts have "]".
    if typed == ";" or "\u0400" <= typed.lower() <= "\u04ff":
        bracket = _BRACKETS.get(platform, _EVDEV_BRACKETS).get(number)
        if bracket:
            return bracket
    return letter(Press(typed, number), key_numbers(platform))


def key_number(event: QKeyEvent, platform: str) -> int:
    """Return the number of the key on a Qt platform, as in `key_numbers`."""
    by_virtual_key = platform in _BY_VIRTUAL_KEY
    return event.nativeVirtualKey() if by_virtual_key else event.nativeScanCode()
