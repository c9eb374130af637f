"""Start the real program so that a test can ask what its top window shows and where the focus is.

What a control shows to the eye (its label with the underlined letter, its class, its object name)
is not in the accessible tree. Whoever connects to the local socket PROBE_SOCKET gets it as JSON.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

from reader.__main__ import main


def top_window() -> QWidget | None:
    return (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
    )


def labels(widget: QWidget) -> list[str]:
    """Return the words that a control shows, the letter of each after an ampersand."""
    match widget:
        case QMenu() | QMenuBar():
            return [action.text() for action in widget.actions() if not action.isSeparator()]
        case QTabBar():
            return [widget.tabText(number) for number in range(widget.count())]
        case QLabel():
            return [widget.text()] if widget.buddy() else []
        case QGroupBox():
            return [widget.title()]
        case QAbstractButton():
            return [widget.text()]
        case _:
            return []


def seen(widget: QWidget) -> dict[str, object]:
    return {
        "kind": type(widget).__name__,
        "labels": labels(widget),
        "name": accessible(widget).text(QAccessible.Text.Name),
        "object_name": widget.objectName(),
        "is_button": isinstance(widget, QAbstractButton),
    }


def accessible(widget: QWidget):
    return QAccessible.queryAccessibleInterface(widget)


def path(widget: QWidget) -> str:
    """Return the address that a control has on the accessibility bus."""
    return f"/org/a11y/atspi/accessible/{QAccessible.uniqueId(accessible(widget))}"


def shown(pressed: int) -> dict[str, object]:
    top, focus = top_window(), QApplication.focusWidget()
    widgets = [top, *top.findChildren(QWidget)] if top else []
    return {
        "kinds": [kind.__name__ for kind in type(top).__mro__],
        "widgets": [seen(each) for each in widgets if each.isVisible() and each.window() is top],
        "focus": path(focus) if focus else "",
        "focus_name": focus.objectName() if focus else "",
        "pressed": pressed,
    }


class Probe(QLocalServer):
    """Answers every connection with what is shown, and counts the keys that have been pressed."""

    def __init__(self, application: QApplication, path: str) -> None:
        super().__init__()
        self._pressed = 0
        self._trap = Path(path).with_name("trap")
        application.installEventFilter(self)
        self.newConnection.connect(self._answer)
        assert self.listen(path), self.errorString()

    def eventFilter(self, target: QObject, event: QEvent) -> bool:  # noqa: N802  named by Qt
        if event.type() == QEvent.Type.KeyRelease and isinstance(target, QWindow):
            self._pressed += 1
        return False

    def _answer(self) -> None:
        connection = self.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        connection.write(json.dumps(shown(self._pressed)).encode())
        connection.disconnectFromServer()
        if self._trap.exists():
            self._trap.unlink()
            raise LookupError(str(self._trap))  # a bug, as far as the program knows


if __name__ == "__main__":
    application = QApplication(["chetivo"])
    probe = Probe(application, os.environ["PROBE_SOCKET"])
    sys.exit(main())
