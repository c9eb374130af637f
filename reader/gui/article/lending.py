"""Text interfaces made by Qt itself, lent to the blocks of the article.

PySide6 drops two functions of `QAccessibleTextInterface`, and without them a screen reader loses
the first letter of each block. So a block lends the interface of a hidden editor that holds the
same text. A pointer is used at once and asked for again next time, so a few editors do for all.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.gui.article.utf16 import units

_EDITORS = 8


class _Editor(QTextEdit):
    """A hidden copy of one block's text, in a single line: screen readers read line by line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self._control = next(child for child in self.children() if _is_control(child))

    def pointer(self) -> int:
        """Return the address of the text interface.

        The object in between is not kept: Qt deletes it with the editor, unknown to Python, which
        would then take whatever comes to lie at its address for it.
        """
        interface = QAccessible.queryAccessibleInterface(self)
        return interface.interface_cast(QAccessible.InterfaceType.TextInterface)

    def load(self, text: str) -> None:
        """Hold another text; the caret and the selection stay where they are."""
        cursor, most = self.textCursor(), units(text)
        caret, anchor = min(cursor.position(), most), min(cursor.anchor(), most)
        with self._quiet():
            self.setPlainText(text)
        self.put(caret, anchor)

    def put(self, caret: int, anchor: int) -> None:
        """Put the caret, and the other end of the selection."""
        with self._quiet():
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """Keep Qt from telling screen readers about the hidden editor itself.

        It does so in answer to the control's signals, and where the control has a widget.
        """
        self._control.setParent(None)
        try:
            with QSignalBlocker(self._control):
                yield
        finally:
            self._control.setParent(self)


class Lender:
    """Keeps the editors; `moved` is told when a screen reader moves the caret of one."""

    def __init__(self, parent: QWidget, moved: Callable[[int, int], None]) -> None:
        self._parent = parent
        self._moved = moved
        self._spare: list[_Editor] = []
        self._lent: OrderedDict[int, _Editor] = OrderedDict()

    def pointer(self, number: int, text: str, caret: tuple[int, int]) -> int:
        """Return the text interface for the knot `number`; `caret` is used for a new one."""
        editor = self._lent.get(number)
        if editor is None:
            editor = self._lent[number] = self._free()
            editor.load(text)
            editor.put(*caret)
        self._lent.move_to_end(number)
        return editor.pointer()

    def load(self, number: int, text: str) -> None:
        """Give the knot `number` another text of the same length, where it has been asked for."""
        editor = self._lent.get(number)
        if editor is not None:
            editor.load(text)

    def put(self, number: int, caret: tuple[int, int]) -> None:
        """Put the caret (and the other end of the selection) where the person has moved it."""
        editor = self._lent.get(number)
        if editor is not None:
            editor.put(*caret)

    def clear(self) -> None:
        """Take all editors back; the blocks they stood for are gone."""
        self._spare += self._lent.values()
        self._lent.clear()

    def _free(self) -> _Editor:
        """Return an editor that is not lent, or else the one that was asked for longest ago."""
        if self._spare:
            return self._spare.pop()
        if len(self._lent) < _EDITORS:
            return self._made()
        return self._lent.popitem(last=False)[1]

    def _made(self) -> _Editor:
        editor = _Editor(self._parent)
        editor.cursorPositionChanged.connect(lambda: self._follow(editor))
        return editor

    def _follow(self, editor: _Editor) -> None:
        number = next((number for number, lent in self._lent.items() if lent is editor), None)
        if number is not None:
            self._moved(number, editor.textCursor().position())


def _is_control(child: QObject) -> bool:
    return child.metaObject().className() == "QWidgetTextControl"
