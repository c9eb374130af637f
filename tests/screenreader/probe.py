"""Start the real program so that a test can ask what its top window shows and where the focus is.

What a control shows to the eye (its label with the underlined letter, its class, its object name)
is not in the accessible tree. Whoever connects to the local socket PROBE_SOCKET gets it as JSON;
who sends a path to that with ".pictures" behind it gets a picture of the window there.
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage, QWindow
from PySide6.QtNetwork import QLocalServer, QLocalSocket
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
        "has_focus": bool(top and focus) and (top is focus or top.isAncestorOf(focus)),
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


def few_colours(image: QImage) -> QImage:
    """Return an image in those 256 of its colours that most of it has: a quarter of the file."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    table = [colour for colour, _count in counted.most_common(256)]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


class Pictures(QLocalServer):
    """Saves a picture of the top window under each path that comes, and answers then."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.newConnection.connect(self._listen)
        assert self.listen(path), self.errorString()

    def _listen(self) -> None:
        connection = self.nextPendingConnection()
        connection.readyRead.connect(lambda: self._save(connection))
        connection.disconnected.connect(connection.deleteLater)

    def _save(self, connection: QLocalSocket) -> None:
        if connection.canReadLine() and (top := top_window()):
            path = bytes(connection.readLine().data()).decode().rstrip("\n")
            picture = few_colours(top.grab().toImage())
            assert picture.save(path, "PNG", 0), path
            connection.write(b"!")
            connection.disconnectFromServer()


if __name__ == "__main__":
    application = QApplication(["chetivo"])
    probe = Probe(application, os.environ["PROBE_SOCKET"])
    pictures = Pictures(f"{os.environ['PROBE_SOCKET']}.pictures")
    sys.exit(main())
