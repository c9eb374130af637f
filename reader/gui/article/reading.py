"""What the reading keys do; they work only while the article has the focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from reader.gui.article import annotated
from reader.gui.article.keys import TARGETS, Press, Target, key_numbers, letter
from reader.gui.article.moving import Caret, Readable
from reader.gui.article.search import next_found
from reader.i18n import Translator

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
Moves = dict[int, Callable[[], None]]


class ReadingKeys:
    """Turns key presses into movements through an article.

    With `native_arrows` the arrows are left to the text field, and Ctrl goes by blocks with them.
    """

    def __init__(
        self, article: Readable, caret: Caret, translator: Translator, *, native_arrows: bool
    ) -> None:
        self._article = article
        self._ = translator
        self._letters: Mapping[str, str] = {letter: letter for letter in TARGETS}
        platform = QGuiApplication.platformName()
        self._numbers = key_numbers(platform)
        self._virtual = platform in {"windows", "cocoa"}
        self._caret = caret
        self._moves = _sentences(caret) | (_blocks(caret) if native_arrows else _moves(caret))

    def set_letters(self, letters: Mapping[str, str]) -> None:
        """Have other letters stand for what `TARGETS` has by its own."""
        self._letters = letters

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key is for; return False where it is no reading key."""
        if not self._article.outline().leaves:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        move = self._moves.get(QKeyCombination(modifiers, Key(event.key())).toCombined())
        if move is not None:
            move()
            return True
        if event.key() in (Key.Key_Return, Key.Key_Enter) and modifiers == _NONE:
            return self._follow()
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        if keypad or modifiers not in {_NONE, _SHIFT}:
            return False  # the number pad belongs to the screen readers
        return self._jump(event, back=modifiers == _SHIFT)

    def _follow(self) -> bool:
        """Open the link or the person's note at the caret, or go between a note and its mark."""
        outline, place = self._article.outline(), self._article.position()
        piece = self._article.piece() or outline.inline_at(place.block, place.char)
        note = annotated.at(outline, place)
        if piece is None and note is not None:
            self._article.open_annotation(note)
            return True
        return self._article.follow(piece or outline.knot_at(place.block, place.char))

    def _jump(self, event: QKeyEvent, *, back: bool) -> bool:
        """Go to the next heading, link … that the letter stands for."""
        number = event.nativeVirtualKey() if self._virtual else event.nativeScanCode()
        pressed = letter(Press(event.text(), number, back), self._numbers)
        target = TARGETS.get(self._letters.get(pressed or "", ""))
        if target is None:
            return False
        if target.cells:
            rows, columns = target.cells
            self._caret.cell(-rows if back else rows, -columns if back else columns)
        elif not self._found(target, back=back):
            message = target.none_before if back else target.none_after
            self._article.announce(self._(message).format(level=target.level))
        return True

    def _found(self, target: Target, *, back: bool) -> bool:
        article = self._article
        if target.annotations:
            return self._annotation_found(target, back=back)
        knot = next_found(article.outline(), article.position(), article.piece(), target, back=back)
        if knot is not None:
            article.go_to(knot)
        return knot is not None

    def _annotation_found(self, target: Target, *, back: bool) -> bool:
        """Go to the next mark of the person's own and have its words read."""
        outline, place = self._article.outline(), self._article.position()
        found = annotated.next_mark(outline, place, target.annotations, back=back)
        if found is not None:
            self._article.read(annotated.heard(outline, found))
        return found is not None


def _sentences(caret: Caret) -> Moves:
    """Return what the arrows with Alt do."""
    return _by_number(
        (_ALT, Key.Key_Down, lambda: caret.sentence(1)),
        (_ALT, Key.Key_Up, lambda: caret.sentence(-1)),
        (_ALT | _SHIFT, Key.Key_Down, lambda: caret.cell(1, 0)),
        (_ALT | _SHIFT, Key.Key_Up, lambda: caret.cell(-1, 0)),
        (_ALT | _SHIFT, Key.Key_Right, lambda: caret.cell(0, 1)),
        (_ALT | _SHIFT, Key.Key_Left, lambda: caret.cell(0, -1)),
    )


def _blocks(caret: Caret) -> Moves:
    """Return what the arrows with Ctrl do beside those of a text field."""
    return _by_number(
        (_CONTROL, Key.Key_Down, lambda: caret.block(1)),
        (_CONTROL, Key.Key_Up, lambda: caret.block(-1)),
    )


def _moves(caret: Caret) -> Moves:
    """Return what the other arrows do."""
    return _by_number(
        (_NONE, Key.Key_Down, lambda: caret.block(1)),
        (_NONE, Key.Key_Up, lambda: caret.block(-1)),
        (_NONE, Key.Key_Right, lambda: caret.character(1)),
        (_NONE, Key.Key_Left, lambda: caret.character(-1)),
        (_CONTROL, Key.Key_Right, lambda: caret.word(1)),
        (_CONTROL, Key.Key_Left, lambda: caret.word(-1)),
        (_CONTROL, Key.Key_Down, lambda: caret.line(1)),
        (_CONTROL, Key.Key_Up, lambda: caret.line(-1)),
        (_CONTROL, Key.Key_Home, lambda: caret.end(-1)),
        (_CONTROL, Key.Key_End, lambda: caret.end(1)),
    )


def _by_number(*table: tuple[Qt.KeyboardModifier, Key, Callable[[], None]]) -> Moves:
    return {QKeyCombination(modifiers, key).toCombined(): move for modifiers, key, move in table}
