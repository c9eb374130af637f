"""What the reading keys do; they work only while the article has the focus."""

import sys
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from reader.gui.article.keys import TARGETS, Press, Target, key_numbers, letter
from reader.gui.article.outline import Link, Outline
from reader.gui.article.search import next_block, next_link
from reader.gui.article.words import next_stop, previous_stop
from reader.i18n import Translator
from reader.model.position import START, Position

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
# Orca speaks the word that was passed, as programs on Linux stop behind it; others stop before
# the next one.
_AT_ENDS = sys.platform == "linux"


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

    def step(self, *, forward: bool) -> bool:
        """Move by a character; return False at the end."""

    def open_link(self, link: Link) -> None:
        """Follow a link."""

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""


class ReadingKeys:
    """Turns key presses into movements through an article."""

    def __init__(self, article: Readable, translator: Translator) -> None:
        self._article = article
        self._ = translator
        self._letters: Mapping[str, str] = {letter: letter for letter in TARGETS}
        platform = QGuiApplication.platformName()
        self._numbers = key_numbers(platform)
        self._virtual = platform in {"windows", "cocoa"}

    def set_letters(self, letters: Mapping[str, str]) -> None:
        """Have other letters stand for what `TARGETS` has by its own."""
        self._letters = letters

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
        leaves = self._article.outline().leaves
        match key, modifiers:
            case Qt.Key.Key_Down | Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier:
                self._block(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier:
                self._character(forward=key == Qt.Key.Key_Right)
            case Qt.Key.Key_Left | Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier:
                self._word(forward=key == Qt.Key.Key_Right)
            case Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier:
                self._article.go(START)
            case Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier:
                self._article.go(Position(len(leaves) - 1, len(leaves[-1].text)))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier:
                return self._follow()
            case _:
                return False
        return True

    def _character(self, *, forward: bool) -> None:
        if not self._article.step(forward=forward):
            self._say_end(forward=forward)

    def _word(self, *, forward: bool) -> None:
        place = self._article.position()
        text = self._article.outline().leaves[place.block].text
        if forward:
            char = next_stop(text, place.char, at_ends=_AT_ENDS)
        else:
            char = previous_stop(text, place.char)
        if char is not None:
            self._article.go(Position(place.block, char))
        elif forward:
            self._block(1)
        else:
            self._end_of_block_before(place)

    def _end_of_block_before(self, place: Position) -> None:
        leaves = self._article.outline().leaves
        if place.block == 0:
            self._say_end(forward=False)
        else:
            self._article.go(Position(place.block - 1, len(leaves[place.block - 1].text)))

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
        target = TARGETS.get(self._letters.get(pressed or "", ""))
        if target is None:
            return False
        if not self._found(target, back=back):
            message = target.none_before if back else target.none_after
            self._article.announce(self._(message).format(level=target.level))
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
