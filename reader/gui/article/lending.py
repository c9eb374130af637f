"""Text interfaces made by Qt itself, lent to the blocks of the article.

PySide6 drops two functions of `QAccessibleTextInterface`, and without them a screen reader loses
the first letter of each block. So a block lends the interface of a hidden editor that holds the
same text. A pointer is used at once and asked for again next time, so a few editors do for all.
"""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget
from shiboken6 import Shiboken

_EDITORS = 8


class _Editor(QTextEdit):
    """A hidden copy of one block's text, in a single line: screen readers read line by line."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setReadOnly(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setPlainText(text.replace("\n", "\u2028"))
        self.setDocument(document)
        self._interface = QAccessible.queryAccessibleInterface(self)

    def pointer(self) -> Shiboken.VoidPtr:
        """Return the address of the text interface."""
        return self._interface.interface_cast(QAccessible.InterfaceType.TextInterface)

    def put(self, caret: int, anchor: int) -> None:
        """Put the caret without telling anyone."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        blocked = self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(blocked)


class Lender:
    """Keeps the editors; `moved` is told when a screen reader moves the caret of one."""

    def __init__(self, parent: QWidget, moved: Callable[[int, int], None]) -> None:
        self._parent = parent
        self._moved = moved
        self._editors: OrderedDict[int, _Editor] = OrderedDict()

    def pointer(self, number: int, text: str, caret: tuple[int, int]) -> Shiboken.VoidPtr:
        """Return the text interface for the knot `number`; `caret` is used for a new one."""
        editor = self._editors.get(number)
        if editor is None:
            editor = self._made(number, text, caret)
        self._editors.move_to_end(number)
        return editor.pointer()

    def put(self, number: int, caret: tuple[int, int]) -> None:
        """Put the caret (and the other end of the selection) where the person has moved it."""
        editor = self._editors.get(number)
        if editor is not None:
            editor.put(*caret)

    def clear(self) -> None:
        """Take all editors back; the blocks they stood for are gone."""
        for editor in self._editors.values():
            editor.deleteLater()
        self._editors.clear()

    def _made(self, number: int, text: str, caret: tuple[int, int]) -> _Editor:
        if len(self._editors) >= _EDITORS:
            _, oldest = self._editors.popitem(last=False)
            oldest.deleteLater()
        editor = _Editor(self._parent, text)
        editor.put(*caret)
        editor.cursorPositionChanged.connect(
            lambda: self._moved(number, editor.textCursor().position())
        )
        self._editors[number] = editor
        return editor
