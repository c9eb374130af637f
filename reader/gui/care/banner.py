"""A line over everything that tells of a library open for reading only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.gui.saying import name
from reader.i18n import Translator


def read_only_banner(_: Translator) -> QLabel:
    """Return the line; the keyboard comes to it, so that it can be heard again."""
    words = _("The library is open for reading only: nothing is changed, nothing new is kept.")
    banner = QLabel(words)
    name(banner, "readOnly", words)
    banner.setWordWrap(True)
    banner.setContentsMargins(16, 8, 16, 8)
    banner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return banner
