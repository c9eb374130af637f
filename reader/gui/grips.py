"""Have the grips of windows and of panes called lines: Qt says "unknown" to a screen reader."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QSizeGrip, QSplitterHandle

_CALLED = "calledLine"


@cache
def call_grips_lines() -> None:
    """Have Qt ask us for the roles of grips; once for the whole program."""
    QAccessible.installFactory(_accessible)


def _accessible(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QSplitterHandle | QSizeGrip):
        return None
    line = QAccessibleWidget(thing, QAccessible.Role.Separator)
    thing.setProperty(_CALLED, line)  # Python must not free it before Qt frees the grip
    return line
