"""What the reading keys do; they work only while the article has the focus."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor

from reader.gui.article.keys import TARGETS, Press, Target, key_numbers, letter
from reader.gui.article.outline import Link, Outline
from reader.gui.article.search import next_block, next_link
from reader.i18n import Translator
from reader.model.position import START, Position

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_STEPS = {
    (Qt.Key.Key_Left, _NONE): QTextCursor.MoveOperation.PreviousCharacter,
    (Qt.Key.Key_Right, _NONE): QTextCursor.MoveOperation.NextCharacter,
    (Qt.Key.Key_Left, _CONTROL): QTextCursor.MoveOperation.PreviousWord,
    (Qt.Key.Key_Right, _CONTROL): QTextCursor.MoveOperation.NextWord,
}
_FORWARD = frozenset(
    {QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveOperation.NextWord}
)


class Readable(Protocol):
    """What the keys move through."""

    def outline(self) -> Outline:
        """Return what the article is made of."""

    def position(self) -> Position:
        """Return the place that is being read."""

    def link(self) -> Link | None:
        """Return the link that has the focus."""

    def go(self, position: Position) -> None:
        """Move to a place."""

    def go_to_link(self, link: Link) -> None:
        """Move to a link and give it the focus."""

    def step(self, movement: QTextCursor.MoveOperation, *, forward: bool) -> bool:
        """Move by a character or a word; return False at the end."""

    def open_link(self, link: Link) -> None:
        """Follow a link."""

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""


class ReadingKeys:
    """Turns key presses into movements through an article."""

    def __init__(self, article: Readable, translator: Translator) -> None:
        self._article = article
        self._ = translator
        platform = QGuiApplication.platformName()
        self._numbers = key_numbers(platform)
        self._virtual = platform in {"windows", "cocoa"}

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key is for; return False where it is no reading key."""
        outline = self._article.outline()
        if not outline.leaves:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._move(event.key(), modifiers):
            return True
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        if keypad or modifiers not in {_NONE, _SHIFT}:
            return False  # the number pad belongs to the screen readers
        return self._jump(event, back=modifiers == _SHIFT)

    def _move(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Move by character, word, block or to an end of the article."""
        match key, modifiers:
            case Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier:
                self._block(1)
            case Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier:
                self._block(-1)
            case Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier:
                self._article.go(START)
            case Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier:
                leaves = self._article.outline().leaves
                self._article.go(Position(len(leaves) - 1, len(leaves[-1].text)))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier:
                return self._follow()
            case _:
                return self._step(key, modifiers)
        return True

    def _step(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        movement = _STEPS.get((Qt.Key(key), modifiers))
        if movement is None:
            return False
        forward = movement in _FORWARD
        if not self._article.step(movement, forward=forward):
            self._say_end(forward=forward)
        return True

    def _block(self, step: int) -> None:
        place = self._article.position()
        block = place.block + step
        if 0 <= block < len(self._article.outline().leaves):
            self._article.go(Position(block, 0))
        else:
            self._say_end(forward=step > 0)

    def _say_end(self, *, forward: bool) -> None:
        message = self._("End of the article.") if forward else self._("Start of the article.")
        self._article.announce(message)

    def _follow(self) -> bool:
        place = self._article.position()
        link = self._article.link() or self._article.outline().link_at(place.block, place.char)
        if link is None:
            return False
        self._article.open_link(link)
        return True

    def _jump(self, event: QKeyEvent, *, back: bool) -> bool:
        """Go to the next heading, link … that the letter stands for."""
        number = event.nativeVirtualKey() if self._virtual else event.nativeScanCode()
        pressed = letter(Press(event.text(), number, back), self._numbers)
        target = TARGETS.get(pressed or "")
        if target is None:
            return False
        if not self._found(target, back=back):
            message = target.none_before if back else target.none_after
            self._article.announce(self._(message).format(level=pressed))
        return True

    def _found(self, target: Target, *, back: bool) -> bool:
        outline, place = self._article.outline(), self._article.position()
        if not target.kinds:
            link = next_link(outline, place, self._article.link(), back=back)
            if link:
                self._article.go_to_link(link)
            return link is not None
        block = next_block(outline, place.block, target, back=back)
        if block is not None:
            self._article.go(Position(block, 0))
        return block is not None
