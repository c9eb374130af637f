"""Keys and commands as a person reads and hears them."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from reader.i18n import Translator


def shown(key: str) -> str:
    """Return a key in the words of the system and of the person's language."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")


def shown_all(keys: Sequence[str], _: Translator) -> str:
    """Return "F5 or Ctrl+2", or that there is no key."""
    return _(" or ").join(map(shown, keys)) if keys else _("no key")


def plain(text: str) -> str:
    """Return the text of a command without the marks for a menu."""
    return text.replace("&", "").rstrip("…")
